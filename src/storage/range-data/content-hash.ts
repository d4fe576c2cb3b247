import { crc32, crc32c } from "@node-rs/crc32"
import type { SessionTableView } from "../../core/range/index.ts"
import type { AppliedState, DataHash, KeyedCell } from "../../core/range/types.ts"
import { encodeOperationResult } from "../../wire/index.ts"
import { writeUint, writeUint32 } from "./numbers.ts"
import { encodeSession, encodeState } from "./state-records.ts"

const scratchBytes = 64 * 1_024

/**
 * A hash of what a range says, not of how it is stored: two checksums of independent polynomials
 * over one canonical form. Chance passes it once in 2^64; it is no guard against malice.
 */
export class ContentHash {
  #crc32 = 0
  #crc32c = 0
  /** Small things are gathered: each call of a checksum costs more than they do. */
  readonly #scratch = new Uint8Array(scratchBytes)
  #filled = 0

  state(state: AppliedState): void {
    this.#bytes(encodeState(state))
  }

  sessions({ sessions, forgotten }: SessionTableView): void {
    this.#numbers(sessions.length, forgotten.length)
    for (const session of sessions) {
      this.#bytes(session.clientId)
      this.#bytes(encodeSession(session))
      this.#numbers(session.results.length)
      for (const { sequence, result } of session.results) {
        this.#numbers(sequence)
        this.#bytes(encodeOperationResult(result))
      }
    }
    for (const { clientId, time } of forgotten) {
      this.#bytes(clientId)
      this.#numbers(time)
    }
  }

  cell({ key, value, version, expiresAtMs }: KeyedCell): void {
    this.#numbers(version, expiresAtMs)
    this.#bytes(key)
    this.#bytes(value)
  }

  finish(): DataHash {
    this.#flush()
    const digits = (sum: number): string => sum.toString(16).padStart(8, "0")
    return digits(this.#crc32) + digits(this.#crc32c)
  }

  #numbers(...numbers: readonly number[]): void {
    this.#makeRoom(8 * numbers.length)
    for (const number of numbers) {
      writeUint(this.#scratch, this.#filled, number)
      this.#filled += 8
    }
  }

  /** With their length in front, so that no two things look alike when they are joined. */
  #bytes(bytes: Uint8Array): void {
    this.#makeRoom(4)
    writeUint32(this.#scratch, this.#filled, bytes.length)
    this.#filled += 4
    if (bytes.length > scratchBytes) {
      this.#flush()
      this.#add(bytes)
      return
    }
    this.#makeRoom(bytes.length)
    this.#scratch.set(bytes, this.#filled)
    this.#filled += bytes.length
  }

  #makeRoom(bytes: number): void {
    if (this.#filled + bytes > scratchBytes) this.#flush()
  }

  #flush(): void {
    if (this.#filled > 0) this.#add(this.#scratch.subarray(0, this.#filled))
    this.#filled = 0
  }

  #add(bytes: Uint8Array): void {
    this.#crc32 = crc32(bytes, this.#crc32)
    this.#crc32c = crc32c(bytes, this.#crc32c)
  }
}

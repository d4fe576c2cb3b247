import { concatBytes, copyBytes, KvError } from "../../base/index.ts"
import type { AppliedState, SessionRecord, SessionResult } from "../../core/range/types.ts"
import {
  decodeConfiguration,
  decodeDescriptor,
  decodeOperationResult,
  encodeConfiguration,
  encodeDescriptor,
  encodeOperationResult,
} from "../../wire/index.ts"
import { readUint, readUint32, writeUint, writeUint32 } from "./numbers.ts"
import { corruptRecord } from "./sealed-record.ts"

/** Bodies of sealed records. Their checksum held, and they are still looked at before read. */

const clientIdBytes = 16

const stateHeadBytes = 3 * 8 + 4

/** index, term, time; length of the descriptor; descriptor; configuration */
export function encodeState(state: AppliedState): Uint8Array {
  const numbers = encodeNumbers([state.index, state.term, state.time])
  const descriptor = encodeDescriptor(state.descriptor)
  const length = new Uint8Array(4)
  writeUint32(length, 0, descriptor.length)
  return concatBytes(numbers, length, descriptor, encodeConfiguration(state.configuration))
}

export function decodeState(body: Uint8Array): AppliedState {
  if (body.length < stateHeadBytes) throw corruptRecord("a stored state is shorter than any")
  const [index, term, time] = decodeNumbers(body.subarray(0, 24), 3)
  const descriptorEnd = stateHeadBytes + readUint32(body, 24)
  const [descriptor, configuration] = wellFormed(() => [
    decodeDescriptor(body.subarray(stateHeadBytes, descriptorEnd)),
    decodeConfiguration(copyBytes(body.subarray(descriptorEnd))),
  ])
  return { index, term, time, configuration, descriptor }
}

/** createdIndex, lastUsedTime, acknowledgedBelow */
export function encodeSession(session: SessionRecord): Uint8Array {
  const { createdIndex, lastUsedTime, acknowledgedBelow } = session
  return encodeNumbers([createdIndex, lastUsedTime, acknowledgedBelow])
}

export function decodeSession(clientId: Uint8Array, body: Uint8Array): SessionRecord {
  const [createdIndex, lastUsedTime, acknowledgedBelow] = decodeNumbers(body, 3)
  return { clientId: copyBytes(clientId), createdIndex, lastUsedTime, acknowledgedBelow }
}

export function encodeNumbers(numbers: readonly number[]): Uint8Array {
  const body = new Uint8Array(8 * numbers.length)
  numbers.forEach((number, i) => {
    writeUint(body, 8 * i, number)
  })
  return body
}

export function decodeNumbers(body: Uint8Array, count: 1): readonly [number]
export function decodeNumbers(body: Uint8Array, count: 3): readonly [number, number, number]
export function decodeNumbers(body: Uint8Array, count: number): readonly number[] {
  if (body.length !== 8 * count)
    throw corruptRecord("a stored record has another length than it had")
  return Array.from({ length: count }, (_, i) => takeUint(body, 8 * i))
}

/** Results that are a version and nothing else, by far the most, are not worth a message. */
const versionOnly = { put: 1, delete: 2 } as const
const encoded = 0

/**
 * Results in runs of one client: clientId 16, count 4, and for each sequence 8, kind 1, then
 * version 8, or length 4 and a ringraft.v1.Result.
 */
export function encodeChunk(results: readonly SessionResult[]): Uint8Array {
  const messages = results.map(({ result }) =>
    result.type === "put" || result.type === "delete" ? undefined : encodeOperationResult(result),
  )
  let size = 0
  results.forEach((_, i) => {
    if (startsRun(results, i)) size += clientIdBytes + 4
    const message = messages[i]
    size += 9 + (message === undefined ? 8 : 4 + message.length)
  })
  const body = new Uint8Array(size)
  let at = 0
  let countAt = 0
  results.forEach(({ clientId, sequence, result }, i) => {
    if (startsRun(results, i)) {
      body.set(clientId, at)
      countAt = at + clientIdBytes
      at = countAt + 4
    }
    writeUint32(body, countAt, readUint32(body, countAt) + 1)
    writeUint(body, at, sequence)
    at += 9
    const message = messages[i]
    if (message !== undefined) {
      body[at - 1] = encoded
      writeUint32(body, at, message.length)
      body.set(message, at + 4)
      at += 4 + message.length
    } else if (result.type === "put" || result.type === "delete") {
      body[at - 1] = versionOnly[result.type]
      writeUint(body, at, result.version)
      at += 8
    }
  })
  return body
}

function startsRun(results: readonly SessionResult[], i: number): boolean {
  return i === 0 || results[i]?.clientId !== results[i - 1]?.clientId
}

export function decodeChunk(body: Uint8Array): readonly SessionResult[] {
  const results: SessionResult[] = []
  let at = 0
  const take = (bytes: number): number => {
    const from = at
    at += bytes
    if (at > body.length) throw corruptRecord("stored results end in the middle")
    return from
  }
  while (at < body.length) {
    const run = take(clientIdBytes + 4)
    const clientId = copyBytes(body.subarray(run, run + clientIdBytes))
    for (let left = readUint32(body, run + clientIdBytes); left > 0; left -= 1) {
      const sequence = takeUint(body, take(8))
      const kind = body[take(1)]
      if (kind === versionOnly.put || kind === versionOnly.delete) {
        const version = takeUint(body, take(8))
        const type = kind === versionOnly.put ? "put" : "delete"
        results.push({ clientId, sequence, result: { type, version } })
      } else {
        const length = readUint32(body, take(4))
        const from = take(length)
        const result = wellFormed(() =>
          decodeOperationResult(copyBytes(body.subarray(from, from + length))),
        )
        results.push({ clientId, sequence, result })
      }
    }
  }
  return results
}

function takeUint(body: Uint8Array, at: number): number {
  const value = readUint(body, at)
  if (value === undefined) throw corruptRecord("a stored number is beyond what was ever written")
  return value
}

/** What the wire calls malformed was damaged here: nobody but this node wrote it. */
function wellFormed<T>(decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    throw corruptRecord(`a stored message can't be read: ${error.message}`)
  }
}

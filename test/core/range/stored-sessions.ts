/** The sessions of a range as an engine has them: what each write says, and nothing else. */
import { equalBytes, mapKeyOf } from "../../../src/base/index.ts"
import type { SessionImage, SessionWrites } from "../../../src/core/range/index.ts"

export const noSessions: SessionImage = { sessions: [], forgotten: [], chunks: [] }

export class StoredSessions {
  readonly #sessions = new Map<string, SessionImage["sessions"][number]>()
  readonly #forgotten = new Map<string, SessionImage["forgotten"][number]>()
  readonly #chunks = new Map<number, SessionImage["chunks"][number]["results"]>()

  constructor({ sessions, forgotten, chunks } = noSessions) {
    for (const each of sessions) this.#sessions.set(mapKeyOf(each.clientId), each)
    for (const each of forgotten) this.#forgotten.set(mapKeyOf(each.clientId), each)
    for (const { index, results } of chunks) this.#chunks.set(index, results)
  }

  image(): SessionImage {
    return {
      sessions: [...this.#sessions.values()],
      forgotten: [...this.#forgotten.values()],
      chunks: [...this.#chunks].map(([index, results]) => ({ index, results })),
    }
  }

  write({ sessions, forgotten, unforgotten, chunk, chunksDropped }: SessionWrites): void {
    for (const { clientId } of forgotten) {
      if (sessions.some((record) => equalBytes(record.clientId, clientId))) {
        throw new Error("a session both written and forgotten")
      }
    }
    for (const record of sessions) this.#sessions.set(mapKeyOf(record.clientId), record)
    for (const each of forgotten) {
      this.#sessions.delete(mapKeyOf(each.clientId))
      this.#forgotten.set(mapKeyOf(each.clientId), each)
    }
    for (const clientId of unforgotten) this.#forgotten.delete(mapKeyOf(clientId))
    if (chunk !== undefined) this.#chunks.set(chunk.index, chunk.results)
    for (const index of chunksDropped) {
      if (!this.#chunks.delete(index)) throw new Error("dropped a chunk that was not written")
    }
  }
}

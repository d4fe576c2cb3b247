import { KvError } from "../../base/index.ts"
import type { SessionTableView } from "../../core/range/index.ts"
import type { DataHash } from "../../core/range/types.ts"
import { parse } from "./cell-record.ts"
import { ContentHash } from "./content-hash.ts"
import { type ImageContext, ImageWalk } from "./image-walk.ts"
import { keyHeadBytes } from "./keys.ts"

/** What a range holds: the hash that replicas compare, and how much it is. */
export interface DataContent {
  readonly hash: DataHash
  readonly keys: number
  /** Of keys and values, as clients gave them. */
  readonly bytes: number
}

/**
 * Hashes everything that replicas of a range must agree on, as it was at one moment, in steps.
 * Every record is checked on the way: iterators of the engine do not look at the checksums of
 * blocks.
 */
export class ContentWalk {
  readonly #context: ImageContext
  readonly #walk: ImageWalk
  readonly #sessions: SessionTableView
  readonly #hash = new ContentHash()
  #begun = false
  #keys = 0
  #bytes = 0

  /** The engine's view is taken here. `sessions`: as of that moment. */
  constructor(context: ImageContext, sessions: SessionTableView, stepBytes: number) {
    this.#context = context
    this.#sessions = sessions
    this.#walk = new ImageWalk(context, stepBytes)
  }

  /**
   * Goes on by about `bytesMax`; the content once it is all there. Throws KvError `data_loss`, and
   * `unavailable` when the engine let go of the view.
   */
  async step(bytesMax: number): Promise<DataContent | undefined> {
    if (!this.#begun) await this.#begin()
    const pairs = await this.#walk.next(bytesMax)
    if (pairs.length === 0) {
      return { hash: this.#hash.finish(), keys: this.#keys, bytes: this.#bytes }
    }
    const { keys, reader } = this.#context
    for (const { key, value } of pairs) {
      if (keys.readImageKey(key)?.type !== "cell") continue
      // The walk has looked at its checksum.
      const cell = parse(value)
      if (cell === undefined) throw reader.corrupt(key.subarray(keyHeadBytes))
      this.#hash.cell(cell)
      this.#keys += 1
      this.#bytes += cell.key.length + cell.value.length
    }
    return undefined
  }

  close(): Promise<void> {
    return this.#walk.close()
  }

  async #begin(): Promise<void> {
    this.#begun = true
    const state = await this.#walk.state()
    if (state === undefined) throw new KvError("unavailable", "nothing was applied yet")
    this.#hash.state(state)
    this.#hash.sessions(this.#sessions)
  }
}

import { KvError, type RangeId } from "../../base/index.ts"
import type { SnapshotMeta } from "../../core/raft/types.ts"
import type { AppliedState } from "../../core/range/types.ts"
import { encodeSnapshotChunk, type SnapshotHeader } from "../../wire/index.ts"
import { type ImageContext, ImageWalk } from "./image-walk.ts"

/** A snapshot being sent. */
export type SnapshotToSend = Pick<SnapshotSource, "meta" | "chunks" | "close">

export interface SnapshotSourceOptions extends ImageContext {
  readonly rangeId: RangeId
  readonly chunkBytes: number
}

/**
 * A point in time of a range, as chunks for a peer. Holds the engine's view and one chunk. The
 * applied state goes first, as the header; what iterators must come to stays here.
 */
export class SnapshotSource {
  readonly meta: SnapshotMeta
  readonly #options: SnapshotSourceOptions
  readonly #state: AppliedState
  readonly #walk: ImageWalk

  private constructor(options: SnapshotSourceOptions, state: AppliedState, walk: ImageWalk) {
    this.#options = options
    this.#state = state
    this.#walk = walk
    const { index, term, configuration } = state
    this.meta = { index, term, configuration }
  }

  /** Throws KvError `unavailable` when nothing was applied yet, `data_loss`. */
  static async open(options: SnapshotSourceOptions): Promise<SnapshotSource> {
    const walk = new ImageWalk(options, options.chunkBytes)
    try {
      const state = await walk.state()
      if (state !== undefined) return new SnapshotSource(options, state, walk)
      throw new KvError("unavailable", "nothing was applied yet: there is no snapshot to give")
    } catch (error) {
      await walk.close()
      throw error
    }
  }

  /** Can be walked once. Throws KvError `data_loss` where a record is not what was written. */
  async *chunks(): AsyncIterable<Uint8Array> {
    const { rangeId, chunkBytes } = this.#options
    const { time, descriptor: range } = this.#state
    let header: SnapshotHeader | undefined = { rangeId, meta: this.meta, time, range }
    let pairsTotal = 0
    for (;;) {
      const pairs = await this.#walk.next(chunkBytes)
      if (pairs.length === 0) break
      pairsTotal += pairs.length
      yield encodeSnapshotChunk({ header, pairs, last: false, pairsTotal: 0 })
      header = undefined
    }
    yield encodeSnapshotChunk({ header, pairs: [], last: true, pairsTotal })
  }

  close(): Promise<void> {
    return this.#walk.close()
  }
}

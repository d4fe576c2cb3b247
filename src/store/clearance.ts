import { assert, type HybridTime, type KeyspaceId } from "../base/index.ts"
import { defaultKeyspaceId, systemKeyspaceId } from "../core/range/index.ts"
import type { DroppedKeyspaces, LeavingKeyspace } from "../wire/index.ts"
import type { Replica } from "./replica.ts"

/** Replicas that leave at a time: each takes a synced write and a walk over its cells. */
const leavingMax = 4

interface Progress {
  left: number
  gone: number
}

interface ClearanceOptions {
  readonly replicas: () => Iterable<Replica>
  readonly has: (replica: Replica) => boolean
  readonly keyspaceOf: (replica: Replica) => KeyspaceId
  /** Has a replica leave; `then`: nothing is left of it. */
  readonly remove: (replica: Replica, then: () => void) => void
  /** No replica of these keyspaces is left; something that they wrote may be. */
  readonly onEmpty: (keyspaceIds: readonly KeyspaceId[]) => void
  /** Replicas are about to be there: split off, or made for messages. */
  readonly opens: () => boolean
  /** What replicas left that had gone before the start is not cleared yet. */
  readonly clears: () => boolean
  /** How far the cluster's own range is applied here; undefined: it has no replica here. */
  readonly systemTime: () => HybridTime | undefined
}

/**
 * Keyspaces that were dropped, and the replicas of theirs that this store has still. A drop is
 * final and ids are not used again, so a store that has heard of one removes its replicas without
 * asking: no quorum is needed any more, and none is left.
 */
export class Clearance {
  readonly #options: ClearanceOptions
  #dropped: ReadonlySet<KeyspaceId> = new Set()
  #version: HybridTime = 0
  #clearedVersion: HybridTime = 0
  /** Replicas that are to leave, with their keyspaces. */
  readonly #waiting = new Map<Replica, KeyspaceId>()
  readonly #progress = new Map<KeyspaceId, Progress>()
  /** Of which no replica was here. */
  readonly #swept = new Set<KeyspaceId>()
  #leaving = 0
  /** Something has changed since it was last asked for. */
  #changed = false

  constructor(options: ClearanceOptions) {
    this.#options = options
  }

  /**
   * Of the newest list that `progress` is whole for: no replica comes to be any more of a keyspace
   * that is in it, nor is anything left of one that no replica counts. What was created before a
   * drop comes to be by the log of the cluster's own range, at a restart once more, so that has to
   * be applied as far as the drop.
   */
  get clearedVersion(): HybridTime {
    return this.#clearedVersion
  }

  get progress(): readonly LeavingKeyspace[] {
    return [...this.#progress].map(([keyspaceId, { left, gone }]) => ({ keyspaceId, left, gone }))
  }

  has(keyspaceId: KeyspaceId): boolean {
    return this.#dropped.has(keyspaceId)
  }

  takeChanged(): boolean {
    const changed = this.#changed
    this.#changed = false
    return changed
  }

  learn({ version, ids }: DroppedKeyspaces): void {
    if (version <= this.#version) return
    const dropped = new Set(ids)
    assert(
      !dropped.has(systemKeyspaceId) && !dropped.has(defaultKeyspaceId),
      "a keyspace was dropped that every cluster has",
    )
    this.#version = version
    this.#dropped = dropped
    for (const replica of this.#options.replicas()) this.onReplica(replica)
  }

  /** A replica is there. */
  onReplica(replica: Replica): void {
    const keyspaceId = this.#options.keyspaceOf(replica)
    if (!this.has(keyspaceId) || this.#waiting.has(replica)) return
    this.#waiting.set(replica, keyspaceId)
    this.#progressOf(keyspaceId).left += 1
  }

  tick(): void {
    // One that is removed while what it split off comes to be would leave that uncounted.
    if (this.#options.opens()) return
    this.#settle()
    for (const [replica, keyspaceId] of this.#waiting) {
      if (this.#leaving >= leavingMax) return
      this.#waiting.delete(replica)
      this.#remove(replica, keyspaceId)
    }
  }

  #settle(): void {
    if (this.#clearedVersion === this.#version || this.#options.clears()) return
    const applied = this.#options.systemTime() ?? Number.POSITIVE_INFINITY
    if (applied < this.#version) return
    this.#clearedVersion = this.#version
    this.#changed = true
    // Replicas that had left before it was dropped, or before a start, are in nobody's count.
    const unseen = [...this.#dropped].filter(
      (id) => !this.#swept.has(id) && !this.#progress.has(id),
    )
    for (const keyspaceId of unseen) this.#swept.add(keyspaceId)
    if (unseen.length > 0) this.#options.onEmpty(unseen)
  }

  #remove(replica: Replica, keyspaceId: KeyspaceId): void {
    const progress = this.#progressOf(keyspaceId)
    const count = (gone: number): void => {
      progress.left -= 1
      progress.gone += gone
      this.#changed = true
      if (progress.left === 0) this.#options.onEmpty([keyspaceId])
    }
    if (!this.#options.has(replica)) {
      // It has left for another reason meanwhile.
      count(0)
      return
    }
    this.#leaving += 1
    this.#options.remove(replica, () => {
      this.#leaving -= 1
      count(1)
    })
  }

  #progressOf(keyspaceId: KeyspaceId): Progress {
    let progress = this.#progress.get(keyspaceId)
    if (progress === undefined) {
      progress = { left: 0, gone: 0 }
      this.#progress.set(keyspaceId, progress)
    }
    return progress
  }
}

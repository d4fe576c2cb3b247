import type { LogIndex, MonotonicMs } from "../base/index.ts"
import type { ConsistencyCheck } from "./consistency-check.ts"
import type { Merging } from "./merging.ts"
import type { Parked } from "./parked.ts"
import type { Proposals } from "./proposals.ts"
import type { Reads } from "./reads.ts"
import type { ReplicaChanges } from "./replica-changes.ts"
import type { PendingOperation } from "./types.ts"

interface InHandParts {
  readonly proposals: Proposals
  readonly changes: ReplicaChanges
  readonly reads: Reads
  readonly parked: Parked
  /** undefined: it had nothing to do so far. */
  readonly merging: () => Merging | undefined
  readonly check: () => ConsistencyCheck | undefined
}

/** All operations that a replica has taken in and not answered. */
export class InHand {
  readonly #parts: InHandParts

  constructor(parts: InHandParts) {
    this.#parts = parts
  }

  get count(): number {
    const { proposals, changes, reads, parked, merging } = this.#parts
    const merges = merging()?.count ?? 0
    return proposals.count + changes.count + reads.count + parked.count + merges
  }

  /** Answers those that nobody can wait for any longer. */
  sweep(nowMs: MonotonicMs): void {
    const { proposals, changes, reads, parked, merging } = this.#parts
    merging()?.sweep(nowMs)
    proposals.sweep(nowMs)
    changes.sweep(nowMs)
    reads.sweep(nowMs)
    parked.sweep(nowMs)
  }

  /** What was not begun waits for the next leader. */
  onLeadershipLost(): void {
    const { proposals, changes, reads, parked, check } = this.#parts
    proposals.onLeadershipLost()
    changes.onLeadershipLost()
    check()?.onLeadershipLost()
    parked.addAll([...proposals.takeQueue(), ...reads.takeQueue()])
  }

  /** A snapshot replaced the log up to here. */
  abandonThrough(index: LogIndex): void {
    this.#parts.proposals.abandonThrough(index)
    this.#parts.changes.abandonThrough(index)
  }

  /** The replica leaves: gives back what was not begun, and answers the rest. */
  takeAll(): readonly PendingOperation[] {
    const { proposals, changes, reads, parked, merging, check } = this.#parts
    merging()?.onRemoved()
    check()?.onRemoved()
    proposals.onRemoved()
    changes.onLeadershipLost()
    return [...proposals.takeQueue(), ...reads.takeAll(), ...parked.takeAll()]
  }
}

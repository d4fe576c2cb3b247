import { assert, type LogIndex, type ReplicaId } from "../../base/index.ts"
import { isQuorum } from "../../core/raft/index.ts"
import type { Configuration } from "../../core/raft/types.ts"
import type { Ledger } from "./ledger.ts"
import type { Invariant } from "./types.ts"

/**
 * What is committed is durable on a quorum at the moment it is first held to be committed (Raft
 * paper, section 5.3; dissertation 10.2.1: a leader counts itself only after its own sync). That it
 * stays so is for "what was persisted survives" and "leader completeness".
 */
export function committedNeverLost(ledger: Ledger): Invariant {
  /** By replica: how far its durable log agrees with the ledger, as last seen. */
  const durable = new Map<number, LogIndex>()
  /** What a range begins with was committed by the range that it was split off. */
  let checked: LogIndex | undefined
  /** By replica, as last seen. One that is applied in the same turn may have come after. */
  const configurations = new Map<ReplicaId, Configuration>()
  const isDurable = (index: LogIndex, ...deciding: readonly Configuration[]): boolean => {
    const has = (replicaId: ReplicaId): boolean => (durable.get(replicaId) ?? 0) >= index
    return deciding.some((configuration) => isQuorum(configuration, has))
  }
  return {
    name: "committed is never lost",
    onChange({ replicaId, view, termAt }) {
      const { configuration } = view
      const before = configurations.get(replicaId) ?? configuration
      configurations.set(replicaId, configuration)
      checked ??= view.logStart.index
      // Runs after the ledger is brought up to date by "state machine safety".
      const reach = Math.min(view.persistedIndex, ledger.last)
      const agrees = reach <= view.logStart.index || termAt(reach) === ledger.at(reach)?.term
      if (!view.damaged && agrees) durable.set(replicaId, view.persistedIndex)
      const { last } = ledger
      if (last <= checked) return
      checked = last
      const holders = [...durable].filter(([, index]) => index >= last).map(([id]) => id)
      assert(
        isDurable(last, before, configuration),
        `${last} is held to be committed by replica ${replicaId}, but is durable on ${holders}`,
      )
    },
  }
}

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
  /** Configurations by their versions: an entry may be seen once a later one is applied already. */
  const configurations = new Map<number, Configuration>()
  const isDurable = (index: LogIndex): boolean => {
    const has = (replicaId: ReplicaId): boolean => (durable.get(replicaId) ?? 0) >= index
    const recent = [...configurations.keys()].sort((left, right) => right - left).slice(0, 3)
    return recent.some((version) => {
      const configuration = configurations.get(version)
      return configuration !== undefined && isQuorum(configuration, has)
    })
  }
  return {
    name: "committed is never lost",
    onChange({ replicaId, view, applied, termAt }) {
      const { configuration, descriptor } = applied
      const known = configuration.voters.length > 0
      if (known) configurations.set(descriptor.configVersion, configuration)
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
        isDurable(last),
        `${last} is held to be committed by replica ${replicaId}, but is durable on ${holders}`,
      )
    },
  }
}

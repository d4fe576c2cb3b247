import { assert, type LogIndex } from "../../base/index.ts"
import type { Ledger } from "./ledger.ts"
import type { Invariant } from "./types.ts"

/**
 * What is committed is durable on a quorum at the moment it is first held to be committed (Raft
 * paper, section 5.3; dissertation 10.2.1: a leader counts itself only after its own sync). That it
 * stays so is for "what was persisted survives" and "leader completeness".
 */
export function committedNeverLost(ledger: Ledger, nodes: number): Invariant {
  const quorum = Math.floor(nodes / 2) + 1
  /** By node: how far its durable log agrees with the ledger, as last seen. */
  const durable = new Map<number, LogIndex>()
  /** What a range begins with was committed by the range that it was split off. */
  let checked: LogIndex | undefined
  return {
    name: "committed is never lost",
    onChange({ nodeId, view, termAt }) {
      checked ??= view.logStart.index
      // Runs after the ledger is brought up to date by "state machine safety".
      const reach = Math.min(view.persistedIndex, ledger.last)
      const agrees = reach <= view.logStart.index || termAt(reach) === ledger.at(reach)?.term
      if (!view.damaged && agrees) durable.set(nodeId, view.persistedIndex)
      const { last } = ledger
      if (last <= checked) return
      checked = last
      let holders = 0
      for (const index of durable.values()) if (index >= last) holders += 1
      assert(
        holders >= quorum,
        `${last} is held to be committed by node ${nodeId}, but is durable on ${holders} nodes`,
      )
    },
  }
}

import type { AppliedState } from "../../core/range/types.ts"
import type { Invariant } from "./types.ts"

/** The pure machines inside a node keep what they promise about themselves (their `check…`). */
export function soundMachines(): Invariant {
  /** By replica: as of which batch its range was looked at. Costs as its sessions are many. */
  const checked = new Map<number, AppliedState>()
  return {
    name: "the machines are sound",
    onChange(node) {
      node.checkRaft()
      if (checked.get(node.replicaId) === node.applied) return
      node.checkRange()
      checked.set(node.replicaId, node.applied)
    },
    onDown(replicaId) {
      checked.delete(replicaId)
    },
  }
}

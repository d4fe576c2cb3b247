import type { Invariant } from "./types.ts"

/** The pure machines inside a node keep what they promise about themselves (their `check…`). */
export function soundMachines(): Invariant {
  return {
    name: "the machines are sound",
    onChange(node) {
      node.check()
    },
  }
}

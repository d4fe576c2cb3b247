import type { Dice } from "../../base/index.ts"
import type { Cluster } from "../cluster.ts"

/** Undoes what a fault did; for those that end by themselves it is nothing. */
export type Undo = () => void

/** One way in which the world goes wrong. */
export interface Fault {
  /** How long it stays, when it is not over at once. */
  readonly durationMs: { readonly low: number; readonly high: number }
  /** Begins it; undefined when there is nothing that it could strike now. */
  begin(cluster: Cluster, dice: Dice, durationMs: number): Undo | undefined
  /** It is asked of a node, which may refuse: it has struck once it is done, not as it begins. */
  readonly asked?: true
}

export const noUndo: Undo = () => {}

import type { LogIndex, Term } from "../../base/index.ts"
import type { RaftView } from "../../core/raft/index.ts"
import type { Message } from "../../core/raft/types.ts"
import type { CheckView } from "../../core/range/index.ts"
import type { AppliedState } from "../../core/range/types.ts"

/** A replica as it is seen from above, after a turn in which something changed in it. */
export interface Observed {
  readonly replicaId: number
  readonly view: RaftView
  /** A new object for every batch. */
  readonly applied: AppliedState
  readonly checks: readonly CheckView[]
  termAt(index: LogIndex): Term | undefined
  /** Both throw when the machine contradicts itself. */
  checkRaft(): void
  checkRange(): void
}

/** Whether it was elected; as what makes no difference to what Raft promises. */
export function leads({ role }: RaftView): boolean {
  return role === "leader" || role === "caretaker"
}

/**
 * Something that must hold at every moment, whatever goes wrong. Throws InvariantViolation when it
 * does not. An invariant sees what the nodes hold and what they say, never what they mean to do.
 */
export interface Invariant {
  readonly name: string
  /** Something changed in what a running node holds. */
  onChange?(node: Observed): void
  /** A node hands a message to the network: from then on it is known to the world. */
  onMessage?(replicaId: number, message: Message): void
  /** A node has opened its disk and runs; `onChange` follows. */
  onUp?(node: Observed): void
  /** A running node has it no more; `onDown` follows. */
  onLeft?(replicaId: number): void
  /** It runs no more. */
  onDown?(replicaId: number): void
}

import type { LogIndex, MonotonicMs, NodeId } from "../base/index.ts"

/** Who was sent a snapshot has so long to put it in its place, and to catch up from there. */
const heldMs = 60_000

interface Hold {
  readonly index: LogIndex
  readonly endMs: MonotonicMs
}

/**
 * Where the log is kept for those who have all of a snapshot (rule 42). While they put it in its
 * place they follow nobody, so a short log would be cut beyond it by then, and they would need
 * another one, again and again. Bounded, for they may be gone as well.
 */
export class LogHolds {
  readonly #holds = new Map<NodeId, Hold>()

  begin(node: NodeId, index: LogIndex, nowMs: MonotonicMs): void {
    this.#holds.set(node, { index, endMs: nowMs + heldMs })
  }

  /** All of the log from here on may be needed, given what is known to be durable there. */
  from(matchOf: (node: NodeId) => LogIndex, nowMs: MonotonicMs): LogIndex {
    let from = Number.MAX_SAFE_INTEGER
    for (const [node, { index, endMs }] of this.#holds) {
      if (endMs <= nowMs) this.#holds.delete(node)
      else from = Math.min(from, Math.max(index, matchOf(node)))
    }
    return from
  }
}

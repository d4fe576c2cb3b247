import { type NodeId, nodeOf, type RangeId, replicaIdOf } from "../base/index.ts"
import type { Message } from "../core/raft/types.ts"
import type { Members } from "./members.ts"
import type { Outbox } from "./outbox.ts"

/** Stands for all ranges that a store may have lost: in its log, and in what it says to others. */
export const lostRanges: RangeId = 0xffff_ffff

interface LostRangesOptions {
  readonly nodeId: NodeId
  /** Made when this store found that it may have lost ranges; 0: it never did. */
  readonly nonce: number
  readonly everyTicks: number
  readonly members: Members
  readonly outbox: Outbox
}

/**
 * A store whose disk was damaged may have lost ranges that it does not even know the ids of. Those
 * sleep, and who leads them takes it for one that has them; or it led them itself, and nobody else
 * looks for a leader. So it says that something is lost, with a number that was made for that, and
 * says it again and again: who hears a new one has a look at all ranges that concern it.
 */
export class LostRanges {
  readonly #options: LostRangesOptions
  readonly #heard = new Map<NodeId, number>()
  #ticksLeft = 0

  constructor(options: LostRangesOptions) {
    this.#options = options
  }

  tick(): void {
    const { nodeId, nonce: damageNonce, everyTicks, members, outbox } = this.#options
    if (damageNonce === 0) return
    this.#ticksLeft -= 1
    if (this.#ticksLeft > 0) return
    this.#ticksLeft = everyTicks
    for (const { nodeId: peer } of members.all) {
      if (peer === nodeId) continue
      outbox.addReply(lostRanges, {
        ...{ type: "heartbeatResponse", from: replicaIdOf(nodeId, 0), to: replicaIdOf(peer, 0) },
        ...{ term: 0, readPosition: 0, damageNonce, snapshotWanted: 0 },
      })
    }
  }

  /** The store that has lost ranges, if that is news. */
  onHeard(message: Message): NodeId | undefined {
    if (message.type !== "heartbeatResponse") return undefined
    const nodeId = nodeOf(message.from)
    if (this.#heard.get(nodeId) === message.damageNonce) return undefined
    this.#heard.set(nodeId, message.damageNonce)
    return nodeId
  }
}

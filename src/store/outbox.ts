import {
  frameBytesMax,
  type Limits,
  type NodeId,
  nodeOf,
  type RangeId,
  type ReplicaId,
  TurnoverMap,
} from "../base/index.ts"
import type { Message } from "../core/raft/types.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import type { Lane, Network } from "../env/index.ts"
import { type Envelope, encodeRaftFrame, encodeRaftFrames } from "../wire/index.ts"

/**
 * Raft messages of one turn, gathered so that each peer gets one frame a lane; more where many
 * ranges have much to tell one that was away: a frame beyond the bound would be dropped each time.
 * Everything about the
 * order of the log travels on one lane, or a probe could overtake the entries before it.
 */
export class Outbox {
  readonly #network: Network
  readonly #frameBytesMax: number
  readonly #onSaid: (to: NodeId) => void
  readonly #pending: Record<"raft" | "append", TurnoverMap<NodeId, Envelope[]>> = {
    raft: new TurnoverMap(),
    append: new TurnoverMap(),
  }

  constructor(network: Network, limits: Limits, onSaid: (to: NodeId) => void) {
    this.#network = network
    // Sizes are estimates, and the last message of a frame may be a large one.
    this.#frameBytesMax = frameBytesMax(limits) / 2
    this.#onSaid = onSaid
  }

  /** `strangers` have lost the range, as they say: the next heartbeat tells them what it is. */
  add(
    range: RangeDescriptor,
    messages: readonly Message[],
    strangers: Set<ReplicaId> = nobody,
  ): void {
    const { rangeId } = range
    for (const message of messages) {
      const told =
        introduces(message) || (message.type === "heartbeat" && strangers.has(message.to))
      if (told) strangers.delete(message.to)
      this.#push(told ? { rangeId, message, range } : { rangeId, message })
    }
  }

  /** From a node that has no such replica. */
  addReply(rangeId: RangeId, message: Message): void {
    this.#push({ rangeId, message })
  }

  #push(envelope: Envelope): void {
    const lane = this.#pending[laneOf(envelope.message)]
    const to = nodeOf(envelope.message.to)
    const waiting = lane.get(to)
    if (waiting === undefined) lane.set(to, [envelope])
    else waiting.push(envelope)
  }

  /** Says that this node is here, and nothing else. */
  greet(to: NodeId): void {
    this.#network.send(to, "raft", encodeRaftFrame([]))
    this.#onSaid(to)
  }

  /** Hands everything over. What the network drops, Raft sends again. */
  flush(): void {
    for (const lane of ["raft", "append"] as const) {
      for (const [to, envelopes] of this.#pending[lane]) {
        for (const frame of encodeRaftFrames(envelopes, this.#frameBytesMax)) {
          this.#network.send(to, lane, frame)
        }
        this.#onSaid(to)
      }
      this.#pending[lane].clear()
    }
  }
}

const nobody = new Set<ReplicaId>()

/** Whether who gets it may have no replica yet: it is told what to make one for (rule 48). */
function introduces(message: Message): boolean {
  return (message.type === "heartbeat" && message.commit === 0) || message.type === "voteRequest"
}

function laneOf(message: Message): Extract<Lane, "raft" | "append"> {
  return message.type === "appendRequest" ? "append" : "raft"
}

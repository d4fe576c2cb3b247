import { type NodeId, type RangeId, TurnoverMap } from "../base/index.ts"
import type { Message } from "../core/raft/types.ts"
import type { Lane, Network } from "../env/index.ts"
import { encodeRaftFrame } from "../wire/index.ts"
import { nodeOf } from "./replica-nodes.ts"

interface Envelope {
  readonly rangeId: RangeId
  readonly message: Message
}

/**
 * Raft messages of one turn, gathered so that each peer gets one frame a lane. Everything about the
 * order of the log travels on one lane, or a probe could overtake the entries before it.
 */
export class Outbox {
  readonly #network: Network
  readonly #pending: Record<"raft" | "append", TurnoverMap<NodeId, Envelope[]>> = {
    raft: new TurnoverMap(),
    append: new TurnoverMap(),
  }

  constructor(network: Network) {
    this.#network = network
  }

  add(rangeId: RangeId, messages: readonly Message[]): void {
    for (const message of messages) {
      const lane = this.#pending[laneOf(message)]
      const to = nodeOf(message.to)
      const envelope = { rangeId, message }
      const waiting = lane.get(to)
      if (waiting === undefined) lane.set(to, [envelope])
      else waiting.push(envelope)
    }
  }

  /** Hands everything over. What the network drops, Raft sends again. */
  flush(): void {
    for (const lane of ["raft", "append"] as const) {
      for (const [to, envelopes] of this.#pending[lane]) {
        this.#network.send(to, lane, encodeRaftFrame(envelopes))
      }
      this.#pending[lane].clear()
    }
  }
}

function laneOf(message: Message): Extract<Lane, "raft" | "append"> {
  return message.type === "appendRequest" ? "append" : "raft"
}

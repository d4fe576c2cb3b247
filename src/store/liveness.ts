import type { NodeId } from "../base/index.ts"

interface LivenessOptions {
  readonly peers: readonly NodeId[]
  /** After so many ticks without a word to a peer, it gets one that says nothing. */
  readonly heartbeatTicks: number
  /** After so many ticks without a word of it, a peer counts as gone. */
  readonly electionTimeoutTicks: number
}

interface Peer {
  readonly nodeId: NodeId
  silentTicks: number
  quietTicks: number
}

/** What a tick comes to. */
export interface LivenessNews {
  /** Peers to be told that this node is here. */
  readonly greet: readonly NodeId[]
  /** Peers that are gone, as of now. */
  readonly gone: readonly NodeId[]
}

/**
 * Whether the stores of peers are there. Idle ranges stop their clocks and hear nothing of their
 * leaders; what goes on between two stores stands for all of them (rule 53, after CockroachDB's
 * store liveness). Counted in ticks: a pause of this process does not pass for the peers' silence.
 */
export class Liveness {
  readonly #options: LivenessOptions
  readonly #peers: Map<NodeId, Peer>

  constructor(options: LivenessOptions) {
    this.#options = options
    this.#peers = new Map(
      options.peers.map((nodeId) => [nodeId, { nodeId, silentTicks: 0, quietTicks: 0 }]),
    )
  }

  onHeard(from: NodeId): void {
    const peer = this.#peers.get(from)
    if (peer !== undefined) peer.silentTicks = 0
  }

  onSaid(to: NodeId): void {
    const peer = this.#peers.get(to)
    if (peer !== undefined) peer.quietTicks = 0
  }

  tick(): LivenessNews {
    const { heartbeatTicks, electionTimeoutTicks } = this.#options
    const greet: NodeId[] = []
    const gone: NodeId[] = []
    for (const peer of this.#peers.values()) {
      peer.silentTicks += 1
      peer.quietTicks += 1
      if (peer.quietTicks >= heartbeatTicks) greet.push(peer.nodeId)
      if (peer.silentTicks === electionTimeoutTicks) gone.push(peer.nodeId)
    }
    return { greet, gone }
  }
}

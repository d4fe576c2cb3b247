import type { NodeId } from "../base/index.ts"

interface LivenessOptions {
  readonly heartbeatTicks: number
  /** After so many ticks without a word of it, a peer counts as gone. */
  readonly electionTimeoutTicks: number
}

/**
 * So often in an election timeout a peer that is told nothing else gets a word that says nothing.
 * Silence counts from the last word, so more of them would find no death sooner, but with one a
 * tick an idle node took 2.5 % of a core where it takes 1.2 now.
 */
const greetsPerTimeout = 4

interface Peer {
  readonly nodeId: NodeId
  silentTicks: number
  quietTicks: number
}

/** What a tick comes to. */
export interface LivenessNews {
  /** Peers to be told that this node is here. */
  readonly greet: readonly NodeId[]
  /** Who is absent by now, where that has changed. */
  readonly absent: ReadonlySet<NodeId> | undefined
}

/**
 * Whether the stores of peers are there. Idle ranges stop their clocks and hear nothing of their
 * leaders; what goes on between two stores stands for all of them (rule 53, after CockroachDB's
 * store liveness). Counted in ticks: a pause of this process does not pass for the peers' silence.
 */
export class Liveness {
  readonly #options: LivenessOptions
  readonly #peers = new Map<NodeId, Peer>()
  #absent: ReadonlySet<NodeId> = new Set()

  constructor(options: LivenessOptions) {
    this.#options = options
  }

  /** Who is watched from now on. */
  setPeers(peers: readonly NodeId[]): void {
    for (const nodeId of [...this.#peers.keys()]) {
      if (!peers.includes(nodeId)) this.#peers.delete(nodeId)
    }
    for (const nodeId of peers) {
      if (this.#peers.has(nodeId)) continue
      this.#peers.set(nodeId, { nodeId, silentTicks: 0, quietTicks: 0 })
    }
  }

  /** Peers that were not heard for an election timeout, as of the last tick. */
  get absent(): ReadonlySet<NodeId> {
    return this.#absent
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
    const greetTicks = Math.max(heartbeatTicks, Math.floor(electionTimeoutTicks / greetsPerTimeout))
    const greet: NodeId[] = []
    const absent: NodeId[] = []
    for (const peer of this.#peers.values()) {
      peer.silentTicks += 1
      peer.quietTicks += 1
      if (peer.quietTicks >= greetTicks) greet.push(peer.nodeId)
      if (peer.silentTicks >= electionTimeoutTicks) absent.push(peer.nodeId)
    }
    const same = absent.length === this.#absent.size && absent.every((id) => this.#absent.has(id))
    if (!same) this.#absent = new Set(absent)
    return { greet, absent: same ? undefined : this.#absent }
  }
}

import { type NodeId, type RangeId, type ReplicaId, replicaIdOf } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Raft } from "../core/raft/index.ts"
import { replicaOn } from "./belonging.ts"
import type { Members } from "./members.ts"
import type { Outbox } from "./outbox.ts"

/** The pause between two knocks doubles up to so many times the first one. */
const pauseGrowthMax = 32
/** Without a leader for so many election timeouts, others than those it knows are asked. */
const patienceTimeouts = 8

interface KnocksOptions {
  readonly rangeId: RangeId
  readonly raft: Raft
  readonly config: NodeConfig
  readonly members: Members
  readonly outbox: Outbox
}

/**
 * A replica that has lost its range's data does not know who else has the range, and they may all
 * sleep: nobody would ever hear that it needs a snapshot. So it knocks at every node. Whoever has
 * the range wakes for that, and the leader's heartbeat tells what the range is. So does one that
 * finds no leader for long: it may have been away until all that it knows have left the range, and
 * they can't tell it that it is gone, too (rule 49). Whoever has the range now can.
 */
export class Knocks {
  /** Who has lost the range, as they say: the next heartbeat tells them what it is. */
  strangers: Set<ReplicaId> | undefined
  readonly #options: KnocksOptions
  readonly #firstPauseTicks: number
  #pauseTicks: number
  #ticksLeft: number
  #leaderlessTicks = 0

  constructor(options: KnocksOptions) {
    this.#options = options
    this.#firstPauseTicks = options.config.raft.electionTimeoutTicks
    this.#pauseTicks = this.#firstPauseTicks
    this.#ticksLeft = this.#firstPauseTicks
  }

  /** This replica knows nobody who could tell it anything. */
  get lost(): boolean {
    const { configuration, leader } = this.#options.raft.view
    return configuration.voters.length === 0 && leader === 0
  }

  tick(): void {
    this.#leaderlessTicks = this.#options.raft.view.leader === 0 ? this.#leaderlessTicks + 1 : 0
    const forsaken = this.#leaderlessTicks > patienceTimeouts * this.#firstPauseTicks
    if (!this.lost && !forsaken) {
      this.#pauseTicks = this.#firstPauseTicks
      this.#ticksLeft = this.#firstPauseTicks
      return
    }
    this.#ticksLeft -= 1
    if (this.#ticksLeft > 0) return
    this.#pauseTicks = Math.min(2 * this.#pauseTicks, pauseGrowthMax * this.#firstPauseTicks)
    this.#ticksLeft = this.#pauseTicks
    const { rangeId, raft, config, members, outbox } = this.#options
    const { id: from } = raft.view
    for (const { nodeId } of members.all) {
      if (nodeId === config.nodeId) continue
      // Which replica of the range that node has, if any, is not known here.
      outbox.addReply(rangeId, { type: "wake", from, to: replicaIdOf(nodeId, 0), term: 0 })
    }
  }

  /** A node has lost the range. */
  onKnock(nodeId: NodeId): void {
    const { raft } = this.#options
    const { id: to, configuration } = raft.view
    const from = replicaOn(configuration, nodeId)
    if (from === undefined) return
    this.strangers ??= new Set()
    this.strangers.add(from)
    raft.step({ type: "message", message: { type: "wake", from, to, term: 0 } })
  }
}

import {
  isDataLoss,
  type KvError,
  type LogIndex,
  type MonotonicMs,
  nodeOf,
  type RangeId,
} from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import { type CheckView, ConsistencyMachine, type RangeMachine } from "../core/range/index.ts"
import type { AppliedState, CheckStep, DataHash } from "../core/range/types.ts"
import type { Env } from "../env/index.ts"
import type { RangeData } from "../storage/index.ts"
import type { HashReport } from "../wire/index.ts"
import { refuse, sweepQueue } from "./answers.ts"
import { type DataHasher, hashStepBytes } from "./data-hasher.ts"
import type { Forwarder } from "./forwarder.ts"
import type { PendingOperation } from "./types.ts"
import type { StoreVariant } from "./variant.ts"

/** So much longer than the leader the others may take, beside taking twice as long. */
const answerMs = 10_000

/** Who asked for a check gets an answer so long before the time is up, complete or not. */
const partialAnswerMs = 500

interface ConsistencyCheckOptions {
  readonly rangeId: RangeId
  readonly env: Env
  readonly raft: Raft
  readonly data: RangeData
  readonly machine: () => RangeMachine
  readonly hasher: DataHasher
  readonly forwarder: Forwarder
  /** Where the step is in the log; undefined: nothing can be proposed now. */
  readonly propose: (step: CheckStep) => LogIndex | undefined
  readonly onDataLoss: (error: KvError) => void
  /** This replica's data is well-formed and not what it should be. */
  readonly onOutvoted: (reason: string) => void
  readonly variant?: StoreVariant | undefined
}

/** One that this replica follows as the leader. */
interface Underway {
  readonly index: LogIndex
  readonly sinceMs: MonotonicMs
  /** When the hash of this replica was there, or failed. */
  hashedMs: MonotonicMs | undefined
}

/**
 * Compares what the replicas of a range hold: proposes that they hash it, hashes its own in the
 * background, tells the leader, and as the leader has the odd ones out fetch their data anew
 * (`core/range/consistency.ts`).
 */
export class ConsistencyCheck {
  readonly #options: ConsistencyCheckOptions
  readonly #machine: ConsistencyMachine
  #proposedAt: LogIndex | undefined
  #underway: Underway | undefined
  #undecided = false
  /** Who waits for a check to begin, and who for the one that is under way. */
  #asking: PendingOperation[] = []
  #asked: PendingOperation[] = []
  /** Counts how often the data was replaced or given up: what is hashed from before is void. */
  #generation = 0

  constructor(options: ConsistencyCheckOptions) {
    this.#options = options
    this.#machine = new ConsistencyMachine(options.raft.view.id)
  }

  get view(): readonly CheckView[] {
    return this.#machine.view
  }

  /** Nothing waits for a tick. */
  get idle(): boolean {
    const proposing = this.#leading && this.#machine.unruled !== undefined
    const asked = this.#asking.length + this.#asked.length > 0
    return this.#proposedAt === undefined && this.#underway === undefined && !proposing && !asked
  }

  /** The last check found replicas that differ, and no majority to say who is right. */
  get undecided(): boolean {
    return this.#undecided
  }

  /** Proposes a check, if none is under way; false: not now. */
  begin(): boolean {
    if (this.#proposedAt !== undefined || this.#underway !== undefined) return true
    this.#proposedAt = this.#options.propose({ type: "hash" })
    if (this.#proposedAt === undefined) return false
    this.#asked.push(...this.#asking.splice(0))
    return true
  }

  /** Of the leader: answers with what the next check comes to. */
  ask(operation: PendingOperation): void {
    this.#asking.push(operation)
    this.begin()
  }

  /** The engine has what is applied up to this step, and nothing more. */
  onHashStep({ index, configuration }: AppliedState): void {
    const { data, machine, hasher, env } = this.#options
    this.#machine.open(index, configuration)
    if (index === this.#proposedAt) this.#proposedAt = undefined
    if (this.#leading) {
      const sinceMs = env.clock.monotonicMs()
      this.#underway = { index, sinceMs, hashedMs: undefined }
    }
    if (data.installing) return
    const generation = this.#generation
    const { version } = machine().state.descriptor
    data.size.onCountBegun()
    const walk = data.openContent(machine().sessions, hashStepBytes)
    hasher.hash(walk).then(
      (content) => {
        if (generation !== this.#generation) return
        // Cut or merged meanwhile, it holds other cells by now.
        const whole = machine().state.descriptor.version === version
        if (content !== undefined && whole) data.size.onCounted(content)
        this.#onHash(index, content?.hash)
      },
      (error: unknown) => {
        if (generation === this.#generation) this.#onFailure(index, error)
      },
    )
  }

  onVerdictStep(index: LogIndex, hash: DataHash): void {
    this.#machine.rule(index, hash)
    if (this.#underway?.index === index) this.#conclude()
    this.#settle()
  }

  onReport({ index, replica, hash }: HashReport): void {
    this.#machine.answer(index, replica, hash)
    this.#settle()
  }

  /** `opens`: a step is applied and waits for the engine, so it is not passed over. */
  tick(nowMs: MonotonicMs, opens: boolean): void {
    const applied = this.#options.machine().state.index
    // Passed over, because the range was another when it was applied. Who takes one that opens for
    // such has a second check push the first aside, and its outcome is told to nobody.
    if (this.#proposedAt !== undefined && applied >= this.#proposedAt && !opens) {
      this.#proposedAt = undefined
      if (this.#underway === undefined) this.#asking.push(...this.#asked.splice(0))
    }
    this.#settle()
    const { sinceMs, hashedMs } = this.#underway ?? {}
    if (sinceMs !== undefined && hashedMs !== undefined) {
      // Whoever asked had better hear of those that answered than of nobody.
      const asked = this.#asked.some(({ deadline }) => deadline < nowMs + partialAnswerMs)
      if (asked || nowMs > hashedMs + (hashedMs - sinceMs) + answerMs) this.#conclude()
    }
    this.#asked = sweepQueue(this.#asked, nowMs)
    this.#asking = sweepQueue(this.#asking, nowMs)
    if (this.#asking.length > 0) this.begin()
  }

  onLeadershipLost(): void {
    this.#machine.onLeadershipLost()
    this.#proposedAt = undefined
    this.#underway = undefined
    this.#undecided = false
    for (const operation of [...this.#asked.splice(0), ...this.#asking.splice(0)]) {
      refuse(operation, "unavailable", "the leader changed during the check: ask again")
    }
  }

  /** The data was replaced. */
  reset(): void {
    this.#generation += 1
    this.#machine.reset()
    this.#underway = undefined
  }

  /** The replica leaves: it says nothing more of data that is about to go, and mends none of it. */
  onRemoved(): void {
    this.reset()
    // Or the store would wait for its end, and check no other range any more.
    this.onLeadershipLost()
  }

  get #leading(): boolean {
    return this.#options.raft.view.role === "leader"
  }

  #onHash(index: LogIndex, hash: DataHash | undefined): void {
    const { raft, forwarder, rangeId } = this.#options
    this.#onHashed(index)
    if (hash === undefined) return
    const { id: replica, leader } = raft.view
    this.#machine.answer(index, replica, hash)
    const elsewhere = leader !== 0 && leader !== replica
    if (elsewhere) forwarder.report(nodeOf(leader), { rangeId, replica, index, hash })
    this.#settle()
  }

  #onFailure(index: LogIndex, error: unknown): void {
    this.#onHashed(index)
    if (isDataLoss(error)) this.#options.onDataLoss(error)
    else {
      // The engine let go of the view: the next check has a new one.
      const reason = error instanceof Error ? error.message : String(error)
      this.#options.env.telemetry.debug("data was not hashed", { reason })
    }
  }

  #onHashed(index: LogIndex): void {
    if (this.#underway?.index !== index) return
    this.#underway.hashedMs = this.#options.env.clock.monotonicMs()
  }

  /** Does what follows from what is known by now. */
  #settle(): void {
    const { outvotedAt } = this.#machine
    if (outvotedAt !== undefined && this.#options.variant !== "ignore-verdict") {
      const why = `its data differs from that of most replicas, compared at entry ${outvotedAt}`
      this.#options.onOutvoted(why)
    }
    if (!this.#leading) return
    this.#proposeVerdict()
    const index = this.#underway?.index
    if (index === undefined) return
    const answers = this.#machine.answersTo(index)
    if (answers.every(({ hash }) => hash !== undefined)) this.#conclude()
  }

  #proposeVerdict(): void {
    const unruled = this.#machine.unruled
    if (unruled === undefined) return
    const { index } = unruled
    const leaders = this.#options.variant === "verdict-of-leader" && this.#ownAt(index)
    const hash = leaders || unruled.hash
    if (this.#options.propose({ type: "verdict", index, hash }) === undefined) return
    this.#machine.onProposed(index)
    this.#tell("replicas of a range differ: those in the minority fetch their data anew", index)
  }

  #ownAt(index: LogIndex): DataHash | undefined {
    return this.view.find((check) => check.index === index)?.own
  }

  #conclude(): void {
    const index = this.#underway?.index
    this.#underway = undefined
    if (index === undefined) return
    const outcome = this.#machine.outcomeOf(index)
    this.#undecided = outcome?.type === "undecided"
    if (this.#undecided) this.#tell("replicas of a range differ, and no majority agrees", index)
    const { rangeId, env } = this.#options
    const type = outcome?.type ?? "unanswered"
    env.telemetry.debug("range checked", { rangeId, index, outcome: type })
    const hashes = this.#machine.answersTo(index).map(({ replica, hash }) => {
      return { nodeId: nodeOf(replica), hash: hash ?? "" }
    })
    const range = this.#options.machine().state.descriptor
    for (const operation of this.#asked.splice(0)) {
      operation.sink.deliver(operation, { type: "check", range, index, outcome: type, hashes })
    }
  }

  #tell(event: string, index: LogIndex): void {
    const { rangeId, env } = this.#options
    const hashes = this.#machine.answersTo(index).map(({ replica, hash }) => {
      return `${nodeOf(replica)}: ${hash ?? "no answer"}`
    })
    env.telemetry.error(event, { rangeId, index, hashes: hashes.join(", ") })
  }
}

import { compareBytes, KvError, type MonotonicMs } from "../base/index.ts"
import {
  fateOf,
  isTarget,
  mergeRefusal,
  type RangeMachine,
  type YieldedRange,
} from "../core/range/index.ts"
import type {
  AbsorbOperation,
  Freeze,
  MergeOperation,
  OperationResult,
  RangeDescriptor,
} from "../core/range/types.ts"
import { decodeResult, encodeOperation } from "../wire/index.ts"
import { refuse } from "./answers.ts"
import type { SourceState } from "./applier.ts"
import type { Flusher } from "./flusher.ts"
import type { Proposals } from "./proposals.ts"
import type { ReplicaOptions } from "./replica-options.ts"
import type { PendingOperation, ResultSink } from "./types.ts"

/** A question to the neighbour that was not answered for so long is asked anew. */
const answerMsMax = 2_000
/** Between an answer that decided nothing and the next question. */
const pauseTicks = 2
/** A range is frozen for so many election timeouts at most, if its neighbour can be asked. */
const patienceTimeouts = 3

type Shared =
  | "rangeId"
  | "raft"
  | "data"
  | "config"
  | "env"
  | "variant"
  | "wake"
  | "neighbourBefore"
  | "reroute"

interface MergingOptions extends Pick<ReplicaOptions, Shared> {
  readonly proposals: Proposals
  readonly flusher: Flusher
  readonly machine: () => RangeMachine
  /** Proposes that this range goes on; nothing happens where that can't be now. */
  readonly thaw: () => void
  /** The engine can't be written to, and not for want of space. */
  readonly onFailure: (error: unknown) => void
}

/**
 * A range's part in merges. As the one that is taken in, its leader sees that the freeze ends,
 * whoever led when it began: the neighbour takes the range in, or says that it never will. As the
 * neighbour, it puts what it is asked for into its log, where that still means something.
 */
export class Merging {
  readonly #options: MergingOptions
  /** Since this replica leads the frozen range, and since it last asked. */
  #ticks = 0
  #pauseTicks = 0
  #asked = false
  #frozenVersion = 0

  constructor(options: MergingOptions) {
    this.#options = options
  }

  /** The range of this replica is to be taken in by its neighbour. */
  ask(pending: PendingOperation, operation: MergeOperation): void {
    const { machine, neighbourBefore, proposals } = this.#options
    const source = machine().state
    const { descriptor } = source
    const target = neighbourBefore(descriptor)
    const refused =
      compareBytes(descriptor.start, operation.at) !== 0
        ? "no range begins at this key by now: look it up anew"
        : target?.descriptor.rangeId !== operation.into
          ? `range ${operation.into} has no replica beside range ${descriptor.rangeId}`
          : mergeRefusal(source, target)
    if (refused !== undefined || target === undefined) {
      refuse(pending, "state_changed", refused ?? "")
      return
    }
    const { version, configVersion } = target.descriptor
    const resolved = { ...operation, target: { version, configVersion } }
    proposals.enqueue({ ...pending, operation: resolved })
  }

  /** This range is asked to take its neighbour in, or to say that it never will. */
  answer(pending: PendingOperation, { source }: AbsorbOperation): void {
    const { variant } = this.#options
    const { descriptor } = this.#options.machine().state
    const takes = variant === "absorb-without-epoch-check" || isTarget(descriptor, source)
    if (takes) this.#options.proposals.enqueue(pending)
    else pending.sink.deliver(pending, { type: "absorb", range: descriptor })
  }

  /**
   * What it holds, for the range that is to take it in: its freeze is committed, as that knows. All
   * of it is in the engine then.
   */
  yieldFor({ frozen }: RangeDescriptor): YieldedRange | SourceState {
    const { machine, raft, data, flusher, variant, wake } = this.#options
    if (frozen === undefined || data.installing) return "missing"
    const { state, sessions } = machine()
    if (state.index < frozen.index && variant !== "absorb-without-waiting") {
      const has = !raft.view.damaged && raft.termAt(frozen.index) === frozen.term
      if (!has) return "missing"
      raft.step({ type: "committed", entry: frozen })
      wake()
      return "coming"
    }
    if (!data.unflushed) return { state, sessions }
    flusher.flush().catch((error: unknown) => this.#onFlushFailure(error))
    return "coming"
  }

  /** The range is frozen: neither a leader nor its followers sleep. */
  tick(): void {
    const { raft, config } = this.#options
    this.#ticks += 1
    this.#pauseTicks -= 1
    if (!raft.view.quiescent) return
    // This round of heartbeats is for no read: those count from 1.
    if (raft.view.role === "leader") raft.readIndex(0)
    else if (this.#ticks % config.raft.electionTimeoutTicks === 0) {
      raft.step({ type: "seekLeader" })
    }
  }

  /** This replica leads the frozen range, and has applied an entry of its term. */
  drive(nowMs: MonotonicMs): void {
    const { machine, neighbourBefore, config } = this.#options
    const { descriptor } = machine().state
    const { frozen, version } = descriptor
    if (frozen === undefined) return
    if (version !== this.#frozenVersion) {
      this.#frozenVersion = version
      this.#ticks = 0
      this.#pauseTicks = 0
    }
    const beside = neighbourBefore(descriptor)
    if (beside !== undefined && this.#judge(beside.descriptor)) return
    if (this.#asked || this.#pauseTicks > 0) return
    const late = this.#ticks > patienceTimeouts * config.raft.electionTimeoutTicks
    if (late || this.#haveAll(frozen)) this.#submit(descriptor, late, nowMs)
  }

  /** Whether that decides. */
  #judge(neighbour: RangeDescriptor): boolean {
    const { machine, thaw } = this.#options
    const fate = fateOf(machine().state.descriptor, neighbour)
    if (fate === "free") thaw()
    return fate === "free" || fate === "absorbed"
  }

  /** Durably, or a replica of the neighbour might wait for what is not to be had any more. */
  #haveAll({ index }: Freeze): boolean {
    const { view } = this.#options.raft
    const others = view.progress.filter(({ id }) => id !== view.id)
    const voters = view.configuration.voters.length
    const have = others.filter(({ match, damaged }) => match >= index && !damaged).length
    return view.persistedIndex >= index && have === voters - 1
  }

  #submit(source: RangeDescriptor, giveUp: boolean, nowMs: MonotonicMs): void {
    const { reroute, env, rangeId } = this.#options
    const operation: AbsorbOperation = { type: "absorb", source, giveUp }
    this.#asked = true
    const into = source.frozen?.into ?? 0
    if (giveUp) env.telemetry.info("merge is given up", { rangeId, into })
    reroute({
      ...{ id: 0, keyspaceId: source.keyspaceId, rangeId: 0, rangeVersion: 0, operation },
      bytes: encodeOperation({ id: 0, timeoutMs: 0, keyspace: "", operation }),
      deadline: nowMs + answerMsMax,
      forwarded: false,
      sink: new AnswerSink((result) => this.#onAnswer(result)),
      cancelled: false,
    })
  }

  /** For want of space it is tried again. */
  #onFlushFailure(error: unknown): void {
    if (error instanceof KvError && error.code === "disk_full") return
    this.#options.onFailure(error)
  }

  #onAnswer(result: OperationResult): void {
    this.#asked = false
    this.#pauseTicks = pauseTicks
    if (result.type === "absorb") this.#judge(result.range)
  }
}

class AnswerSink implements ResultSink {
  readonly #onAnswer: (result: OperationResult) => void

  constructor(onAnswer: (result: OperationResult) => void) {
    this.#onAnswer = onAnswer
  }

  deliver(_pending: PendingOperation, result: OperationResult): void {
    this.#onAnswer(result)
  }

  deliverEncoded(_pending: PendingOperation, bytes: Uint8Array): void {
    this.#onAnswer(decodeResult(bytes).result)
  }
}

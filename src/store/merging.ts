import {
  compareBytes,
  isDiskFull,
  type MonotonicMs,
  type NodeId,
  nodeOf,
  type ReplicaId,
} from "../base/index.ts"
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
import { giveUp, refuse, type UnknownCode } from "./answers.ts"
import type { SourceState } from "./applier.ts"
import type { Flusher } from "./flusher.ts"
import type { Proposals } from "./proposals.ts"
import type { ReplicaOptions } from "./replica-options.ts"
import type { ErrorHint, PendingOperation, ResultSink } from "./types.ts"

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
 * whoever led when it began: the neighbour takes the range in, or says that it never will. Whoever
 * asked for it hears which of the two. As the neighbour, it puts what it is asked for into its log,
 * where that still means something.
 */
export class Merging {
  readonly #options: MergingOptions
  /** Since this replica leads the frozen range, and since it last asked. */
  #ticks = 0
  #pauseTicks = 0
  #asked = false
  #frozenVersion = 0
  /** Whoever is to hear what becomes of the freeze of this version. */
  #asker: PendingOperation | undefined
  #askedVersion = 0
  /** For people: why it was given up. */
  #reason = ""
  /** A replica of the neighbour waits for what this one holds. */
  #onCome: (() => void) | undefined

  constructor(options: MergingOptions) {
    this.#options = options
  }

  /** Who asked and was not answered. */
  get count(): number {
    return this.#asker === undefined ? 0 : 1
  }

  /** The range of this replica is to be taken in by its neighbour; answered when it was, or not. */
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
          : (mergeRefusal(source, target) ?? this.#delay())
    if (refused !== undefined || target === undefined) {
      refuse(pending, "state_changed", refused ?? "")
      return
    }
    const { version, configVersion } = target.descriptor
    const resolved = { ...operation, target: { version, configVersion } }
    const sink = new FreezeSink(pending, ({ version }) => {
      this.#asker = pending
      this.#askedVersion = version
    })
    proposals.enqueue({
      ...{ ...pending, operation: resolved, sink },
      get cancelled() {
        return pending.cancelled
      },
    })
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
   * of it is in the engine then. While it is coming, `onCome` is called when it is worth a look.
   */
  yieldFor({ frozen }: RangeDescriptor, onCome: () => void): YieldedRange | SourceState {
    const { machine, raft, data, flusher, variant, wake } = this.#options
    if (frozen === undefined || data.installing) return "missing"
    const { state } = machine()
    if (state.index < frozen.index && variant !== "absorb-without-waiting") {
      const has = !raft.view.damaged && raft.termAt(frozen.index) === frozen.term
      if (!has) return "missing"
      this.#onCome = onCome
      raft.step({ type: "committed", entry: frozen })
      wake()
      return "coming"
    }
    if (!data.unflushed) return { state, sessions: machine().sessions }
    flusher.flush().then(onCome, (error: unknown) => this.#onFlushFailure(error))
    return "coming"
  }

  /** More is applied. */
  onApplied(): void {
    const onCome = this.#onCome
    this.#onCome = undefined
    onCome?.()
    if (this.#options.machine().state.descriptor.version > this.#askedVersion) this.#answerThawed()
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
    const lacking = this.#lacking(frozen)
    if (!late && lacking.length > 0) return
    const slow = lacking.length > 0 ? `node ${lacking.join(", ")}` : `range ${frozen.into}`
    this.#reason = late ? `${slow} did not answer in time` : "a range has changed meanwhile"
    this.#submit(descriptor, late, nowMs)
  }

  /** Answers who can be answered, or can wait no longer, also where this leads no more. */
  sweep(nowMs: MonotonicMs): void {
    const { machine, neighbourBefore } = this.#options
    if (this.#asker === undefined) return
    const { descriptor } = machine().state
    const beside = neighbourBefore(descriptor)
    if (descriptor.version > this.#askedVersion) this.#answerThawed()
    else if (beside !== undefined) this.#judge(beside.descriptor)
    if (this.#asker?.cancelled) this.#answer("cancelled_unknown", "cancelled after it was begun")
    else if ((this.#asker?.deadline ?? nowMs) <= nowMs) {
      this.#answer("deadline_unknown", "the deadline passed before the merge had ended")
    }
  }

  /** The replica leaves, perhaps because its range was taken in here. */
  onRemoved(): void {
    const { machine, neighbourBefore } = this.#options
    this.onApplied()
    const beside = neighbourBefore(machine().state.descriptor)
    if (beside !== undefined) this.#judge(beside.descriptor)
    this.#answer("result_unknown", "this node's replica was removed before the answer")
  }

  /** Whether that decides. */
  #judge(neighbour: RangeDescriptor): boolean {
    const { machine, thaw } = this.#options
    const { descriptor } = machine().state
    const fate = fateOf(descriptor, neighbour)
    if (fate === "free") thaw()
    else if (fate === "absorbed" && descriptor.version === this.#askedVersion) {
      const asker = this.#takeAsker()
      asker?.sink.deliver(asker, { type: "merge", range: neighbour })
    }
    return fate === "free" || fate === "absorbed"
  }

  #answerThawed(): void {
    const { rangeId } = this.#options
    const asker = this.#takeAsker()
    const why = this.#reason === "" ? "the merge was given up" : this.#reason
    const message = `range ${rangeId} goes on by itself: ${why}; look at both, then ask again`
    if (asker !== undefined) refuse(asker, "state_changed", message)
  }

  #answer(code: UnknownCode, why: string): void {
    const asker = this.#takeAsker()
    if (asker !== undefined) giveUp(asker, code, why)
  }

  #takeAsker(): PendingOperation | undefined {
    const asker = this.#asker
    this.#asker = undefined
    return asker
  }

  /** Why the range would stand still for long, as far as its leader knows. */
  #delay(): string | undefined {
    const { id, role, configuration, progress } = this.#options.raft.view
    if (role !== "leader") return undefined
    // One that is probed is found within a round trip: all are just after a split.
    const late = progress.find((replica) => {
      const isOther = replica.id !== id && configuration.voters.includes(replica.id)
      return isOther && (!replica.active || replica.state === "snapshot")
    })
    if (late === undefined) return undefined
    return `node ${nodeOf(late.id)} is away or has not caught up: ask again when it is back`
  }

  /**
   * Voters that don't have the freeze, as far as is known. Durably: or a replica of the neighbour
   * might wait for what is not to be had any more.
   */
  #lacking({ index }: Freeze): readonly NodeId[] {
    const { id, configuration, progress, persistedIndex } = this.#options.raft.view
    const lacks = (voter: ReplicaId): boolean => {
      if (voter === id) return persistedIndex < index
      const known = progress.find((replica) => replica.id === voter)
      return known === undefined || known.match < index || known.damaged
    }
    return configuration.voters.filter(lacks).map(nodeOf)
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
    if (isDiskFull(error)) return
    this.#options.onFailure(error)
  }

  #onAnswer(result: OperationResult): void {
    this.#asked = false
    this.#pauseTicks = pauseTicks
    if (result.type === "absorb") this.#judge(result.range)
  }
}

/** Keeps its answer from who asked for the merge as long as the range is just frozen. */
class FreezeSink implements ResultSink {
  readonly #asker: PendingOperation
  readonly #onFrozen: (source: RangeDescriptor) => void

  constructor(asker: PendingOperation, onFrozen: (source: RangeDescriptor) => void) {
    this.#asker = asker
    this.#onFrozen = onFrozen
  }

  deliver(_pending: PendingOperation, result: OperationResult, hint?: ErrorHint): void {
    const frozen = result.type === "merge" && result.range.frozen !== undefined
    if (frozen) this.#onFrozen(result.range)
    else this.#asker.sink.deliver(this.#asker, result, hint)
  }

  /** Another node led: its answer says how it ended. */
  deliverEncoded(_pending: PendingOperation, bytes: Uint8Array): void {
    this.#asker.sink.deliverEncoded(this.#asker, bytes)
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

import {
  assert,
  KvError,
  type Limits,
  type MonotonicMs,
  type NodeId,
  type RangeId,
  type ReplicaId,
} from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Raft } from "../core/raft/index.ts"
import type { Message, Ready } from "../core/raft/types.ts"
import type { RangeMachine } from "../core/range/index.ts"
import type { AppliedState, SessionImage } from "../core/range/types.ts"
import type { Env } from "../env/index.ts"
import type { RaftLog, RangeData } from "../storage/index.ts"
import { isRead, refuse } from "./answers.ts"
import { Applier } from "./applier.ts"
import { Compactor } from "./compactor.ts"
import { DiskWatchdog } from "./disk-watchdog.ts"
import { Expiry } from "./expiry.ts"
import { Flusher } from "./flusher.ts"
import type { Forwarder } from "./forwarder.ts"
import { Lease } from "./lease.ts"
import { LogWriter } from "./log-writer.ts"
import type { Outbox } from "./outbox.ts"
import { Parked } from "./parked.ts"
import { Proposals } from "./proposals.ts"
import { Quarantine } from "./quarantine.ts"
import { Reads } from "./reads.ts"
import { firstReplicaOf, nodeOf } from "./replica-nodes.ts"
import { Snapshots } from "./snapshots.ts"
import type { ErrorHint, PendingOperation } from "./types.ts"
import type { StoreVariant } from "./variant.ts"

export interface ReplicaOptions {
  readonly rangeId: RangeId
  readonly env: Env
  readonly config: NodeConfig
  readonly raft: Raft
  readonly log: RaftLog
  readonly data: RangeData
  readonly machine: RangeMachine
  /** The machine that a snapshot holds. */
  readonly restoreMachine: (state: AppliedState, sessions: SessionImage) => RangeMachine
  readonly outbox: Outbox
  readonly forwarder: Forwarder
  /** Asks for a turn soon. */
  readonly wake: () => void
  /** Why this node takes no writes now, if so. */
  readonly writesRefused: () => KvError | undefined
  readonly onFatal: (error: unknown) => void
  readonly variant?: StoreVariant
}

/**
 * One copy of one range: a Raft machine and a range machine, and the shell that persists, sends and
 * applies what they decide. All work happens in turns; inputs only gather until the next one.
 */
export class Replica {
  readonly rangeId: RangeId
  readonly raft: Raft
  readonly #options: ReplicaOptions
  readonly #limits: Limits
  #machine: RangeMachine
  readonly #proposals: Proposals
  readonly #parked = new Parked()
  readonly #reads: Reads
  readonly #writer: LogWriter
  readonly #flusher: Flusher
  readonly #applier: Applier
  readonly #snapshots: Snapshots
  readonly #compactor: Compactor
  readonly #expiry: Expiry
  readonly #lease: Lease
  readonly #quarantine: Quarantine
  readonly #diskWatchdog: DiskWatchdog
  #leading = false
  #damaged: boolean
  #lastLeader: ReplicaId = 0

  constructor(options: ReplicaOptions) {
    const { rangeId, env, config, raft, data } = options
    this.#options = options
    this.rangeId = rangeId
    this.raft = raft
    this.#limits = config.limits
    this.#machine = options.machine
    this.#proposals = new Proposals(this.#limits, options.variant)
    this.#reads = this.#openReads()
    this.#writer = this.#openWriter()
    this.#flusher = this.#openFlusher()
    this.#applier = this.#openApplier()
    this.#snapshots = this.#openSnapshots()
    this.#compactor = this.#openCompactor()
    this.#expiry = new Expiry({ data, limits: this.#limits, clock: env.clock })
    this.#lease = new Lease(config.raft)
    this.#quarantine = this.#openQuarantine()
    this.#diskWatchdog = this.#openDiskWatchdog()
    this.#damaged = raft.view.damaged
    // A crash in the middle of an install leaves data that nobody may read.
    if (data.installing || this.#machine.state.index < raft.view.logStart.index) {
      this.#quarantine.begin("the data on disk is not complete")
    }
  }

  get machine(): RangeMachine {
    return this.#machine
  }

  get pendingCount(): number {
    return this.#proposals.count + this.#reads.count + this.#parked.count
  }

  get condition(): "ok" | "data_loss" | "recovering" {
    if (this.#quarantine.active || this.#quarantine.hopeless) return "data_loss"
    return this.raft.view.damaged ? "recovering" : "ok"
  }

  /** Log or engine found no space. */
  get diskFull(): boolean {
    return this.#writer.full || this.#flusher.full
  }

  /** Takes a client's operation in: serves it here, or sends it to where it is served. */
  route(operation: PendingOperation): void {
    const { operation: request, forwarded } = operation
    if (isRead(request) && (request as { consistency: string }).consistency === "stale") {
      if (this.#quarantine.active) refuseForDataLoss(operation)
      else this.#reads.serve([operation])
      return
    }
    const { role, leader } = this.raft.view
    if (role === "leader") this.#lead(operation)
    else if (forwarded) refuse(operation, "not_leader", notLeaderMessage, this.#leaderHint())
    else if (leader !== 0) this.#options.forwarder.forward(nodeOf(leader), operation)
    else this.#parked.add(operation)
  }

  park(operation: PendingOperation): void {
    this.#parked.add(operation)
  }

  receive(message: Message): void {
    this.raft.step({ type: "message", message })
  }

  onUnreachable(peer: NodeId): void {
    this.raft.step({ type: "unreachable", peer: firstReplicaOf(peer) })
  }

  serveSnapshot(from: NodeId, request: Uint8Array): AsyncIterable<Uint8Array> {
    return this.#snapshots.serve(from, request)
  }

  /** Time passed: Raft's clock, deadlines, expiry, the fsync watchdog, log cutting. */
  tick(chance: number, nowMs: MonotonicMs): void {
    this.#diskWatchdog.tick(nowMs)
    this.raft.step({ type: "tick", chance })
    this.#proposals.sweep(nowMs)
    this.#reads.sweep(nowMs)
    this.#parked.sweep(nowMs)
    for (const operation of this.#parked.takeAll()) this.route(operation)
    if (this.#mayStamp()) this.#expiry.tick(this.raft, this.#proposals, this.#machine.state.time)
    this.#flusher.tick(nowMs)
    this.#compactor.tick()
  }

  /** One turn: hand Raft what waits for it, carry out what it decided, begin writes and applies. */
  turn(): void {
    this.#followLeadership()
    this.#followRecovery()
    if (this.#mayStamp() && !this.#writer.busy) {
      const { clock } = this.#options.env
      this.#proposals.propose(
        this.raft,
        this.#machine.state.time,
        clock.wallMs(),
        clock.monotonicMs(),
      )
    }
    if (this.#leading) this.#requestReads()
    do {
      while (this.raft.hasReady()) this.#carryOut(this.raft.ready())
      this.#writer.start()
    } while (this.raft.hasReady())
    this.#applier.start()
    this.#reads.serveApplied()
  }

  /** Gives leadership to the follower that has most of the log; the caller waits for it to move. */
  handOver(): void {
    const { view } = this.raft
    const best = view.progress
      .filter(
        (progress) => progress.id !== view.id && view.configuration.voters.includes(progress.id),
      )
      .sort((left, right) => right.match - left.match)[0]
    if (view.role !== "leader" || best === undefined) return
    this.raft.step({ type: "transferLeader", to: best.id })
    this.#options.wake()
  }

  async stop(): Promise<void> {
    this.#snapshots.stop()
    await this.#pauseApplying()
    await this.#writer.stop()
  }

  #openReads(): Reads {
    const { data, env, variant } = this.#options
    return new Reads({
      data,
      limits: this.#limits,
      machine: () => this.#machine,
      now: () => env.clock.monotonicMs(),
      variant,
      onDataLoss: (error, reads) => this.#onDataLoss(error, reads),
    })
  }

  #openWriter(): LogWriter {
    const { rangeId, log, env, variant, onFatal } = this.#options
    return new LogWriter({
      rangeId,
      log,
      clock: env.clock,
      telemetry: env.telemetry,
      variant,
      onPersisted: (readies) => this.#onPersisted(readies),
      onFatal,
    })
  }

  #openFlusher(): Flusher {
    const { data, env, raft } = this.#options
    return new Flusher({
      replica: raft.view.id,
      data,
      machine: () => this.#machine,
      clock: env.clock,
      onFailure: (error) => this.#onApplyFailure(error),
    })
  }

  #openApplier(): Applier {
    const { rangeId, raft, log, data, wake } = this.#options
    return new Applier({
      raft,
      log,
      rangeId,
      data,
      flusher: this.#flusher,
      machine: () => this.#machine,
      proposals: this.#proposals,
      onApplied: (index) => {
        raft.step({ type: "applied", index })
        wake()
      },
      onFailure: (error) => this.#onApplyFailure(error),
    })
  }

  #openSnapshots(): Snapshots {
    const { rangeId, data, env, onFatal } = this.#options
    return new Snapshots({
      rangeId,
      data,
      network: env.network,
      clock: env.clock,
      telemetry: env.telemetry,
      flush: () => this.#flusher.flush(),
      pauseApplying: () => this.#pauseApplying(),
      onInstalled: (state, sessions) => this.#onInstalled(state, sessions),
      onFailed: () => this.#onSnapshotFailed(),
      onDataLoss: (error) => this.#quarantine.begin(error.message),
      onFatal,
    })
  }

  #openCompactor(): Compactor {
    const { rangeId, raft, log, data, config, variant } = this.#options
    return new Compactor({
      rangeId,
      raft,
      log,
      writer: this.#writer,
      data,
      flush: () => this.#flusher.flush(),
      snapshots: this.#snapshots,
      storage: config.storage,
      applied: () => this.#machine.state.index,
      variant,
      onFailure: (error) => this.#onApplyFailure(error),
    })
  }

  #openQuarantine(): Quarantine {
    const { raft, data, env, wake, onFatal } = this.#options
    return new Quarantine({
      raft,
      data,
      clock: env.clock,
      telemetry: env.telemetry,
      pauseApplying: () => this.#pauseApplying(),
      wake,
      onFatal,
    })
  }

  #openDiskWatchdog(): DiskWatchdog {
    const { raft, env, config } = this.#options
    return new DiskWatchdog({
      raft,
      writer: this.#writer,
      flusher: this.#flusher,
      config: config.raft,
      telemetry: env.telemetry,
      heldBack: () => this.#quarantine.active,
    })
  }

  #lead(operation: PendingOperation): void {
    if (this.#quarantine.hopeless) {
      refuse(operation, "data_loss", hopelessMessage)
      return
    }
    if (isRead(operation.operation)) {
      this.#reads.enqueue(operation)
      return
    }
    const refused = this.#options.writesRefused()
    if (refused === undefined || isDelete(operation)) this.#proposals.enqueue(operation)
    else refuse(operation, refused.code, refused.message, refused.context)
  }

  #requestReads(): void {
    const now = this.#options.env.clock.monotonicMs()
    if (this.#lease.valid(this.raft.view, this.#machine.state.term, now)) {
      this.#reads.serveByLease(this.raft.view.commit)
    }
    this.#reads.request(this.raft)
  }

  #carryOut(ready: Ready): void {
    const { outbox, log } = this.#options
    this.#lease.onReady(ready, this.#options.env.clock)
    outbox.add(this.rangeId, ready.messages)
    this.#writer.enqueue(ready)
    if (ready.committedToLoad !== undefined) this.#applier.enqueue(ready.committedToLoad)
    this.#applier.enqueue(ready.committed)
    for (const read of ready.reads) this.#reads.confirm(read)
    for (const operation of this.#reads.drop(ready.readsDropped)) this.#parked.add(operation)
    for (const load of ready.loads) {
      log.read(this.rangeId, load.from, this.raft.view.persistedIndex + 1, load.bytesMax).then(
        (entries) => this.#stepLater({ type: "loaded", to: load.to, entries }),
        (error: unknown) => this.#onLogReadFailure(error, load.to),
      )
    }
    if (ready.snapshotOffered !== undefined) {
      const { from, snapshot } = ready.snapshotOffered
      this.#snapshots.fetch(nodeOf(from), snapshot)
    }
  }

  #stepLater(input: Parameters<Raft["step"]>[0]): void {
    this.raft.step(input)
    this.#options.wake()
  }

  #onPersisted(readies: readonly Ready[]): void {
    for (const ready of readies) {
      this.#options.outbox.add(this.rangeId, ready.messagesAfterPersist)
      this.raft.step({ type: "persisted", ready: ready.number })
    }
    // The quorum waits for these: they leave now, not with the next turn.
    this.#options.outbox.flush()
    this.#options.wake()
  }

  /** Leadership came or went since the last turn: what waits for it finds its way anew. */
  #followLeadership(): void {
    const { role, leader } = this.raft.view
    const leading = role === "leader"
    if (this.#leading && !leading) {
      this.#proposals.onLeadershipLost()
      this.#expiry.reset()
      for (const operation of this.#proposals.takeQueue()) this.#parked.add(operation)
      for (const operation of this.#reads.takeQueue()) this.#parked.add(operation)
    }
    const gained = leading && !this.#leading
    this.#leading = leading
    const elsewhere = leader !== 0 && leader !== this.#lastLeader
    this.#lastLeader = leader
    if (gained || elsewhere) for (const operation of this.#parked.takeAll()) this.route(operation)
  }

  /** The log is whole again: a restart may trust it, so the durable mark of its damage goes. */
  #followRecovery(): void {
    if (!this.#damaged || this.raft.view.damaged) return
    this.#damaged = false
    this.#options.env.telemetry.info("log is whole again", { lastIndex: this.raft.view.lastIndex })
    this.#writer.forgetDamage()
  }

  get #alone(): boolean {
    return this.raft.view.configuration.voters.length === 1
  }

  async #pauseApplying(): Promise<void> {
    const paused = this.#applier.pause()
    this.#flusher.release()
    await paused
  }

  /**
   * Stamps must be above everything in the log. A leader knows them all once it has applied an
   * entry of its own term, for then every entry of older terms is applied too.
   */
  #mayStamp(): boolean {
    return this.#leading && this.#machine.state.term === this.raft.view.term
  }

  #onDataLoss(error: KvError, reads: readonly PendingOperation[]): void {
    if (this.#alone) {
      // Other keys may be whole, and a put over a corrupt one mends it.
      for (const operation of reads) refuse(operation, "data_loss", error.message)
      return
    }
    for (const operation of reads) this.#parked.add(operation)
    this.#quarantine.begin(error.message)
  }

  #onApplyFailure(error: unknown): void {
    if (!(error instanceof KvError) || error.code !== "data_loss") this.#options.onFatal(error)
    else this.#quarantine.begin(error.message)
  }

  /** The leader could not read its own log to feed a follower: a snapshot will do instead. */
  #onLogReadFailure(error: unknown, to: ReplicaId): void {
    this.#options.env.telemetry.warn("log entries could not be read back", {
      reason: error instanceof Error ? error.message : String(error),
    })
    this.#stepLater({ type: "loaded", to, entries: [] })
  }

  /**
   * Data is replaced and durable: machines and log follow, in one step, before anything arrives.
   */
  #onInstalled(state: AppliedState, sessions: SessionImage): void {
    assert(state.index >= this.#machine.state.index, "a snapshot must not go back")
    this.#machine = this.#options.restoreMachine(state, sessions)
    this.#proposals.abandonThrough(state.index)
    const { index, term, configuration } = state
    const matches = this.raft.termAt(index) === term
    this.raft.step({ type: "snapshotInstalled", snapshot: { index, term, configuration } })
    if (!matches) this.#writer.restart({ index, term })
    this.#quarantine.end()
    this.#flusher.reset()
    this.#applier.resume()
    this.#options.wake()
  }

  /** Nothing was touched, or the old data is gone already: then nothing may be read or led. */
  #onSnapshotFailed(): void {
    this.raft.step({ type: "snapshotFailed" })
    if (this.#options.data.installing) this.#quarantine.begin("a snapshot came only in part")
    else if (!this.#quarantine.active) this.#applier.resume()
    this.#options.wake()
  }

  #leaderHint(): ErrorHint {
    const { leader } = this.raft.view
    const member = this.#options.config.members.find(({ nodeId }) => nodeId === nodeOf(leader))
    return member === undefined
      ? {}
      : { leaderNodeId: member.nodeId, leaderAddress: member.address }
  }
}

const notLeaderMessage = "this node does not lead the range: ask the leader, or retry"

const hopelessMessage =
  "this node's data is corrupt and it has no replica to mend it from: restore it from a backup"

function isDelete(operation: PendingOperation): boolean {
  return operation.operation.type === "delete" || operation.operation.type === "deleteRange"
}

function refuseForDataLoss(operation: PendingOperation): void {
  refuse(operation, "data_loss", "this replica's data is corrupt and being replaced: ask another")
}

import {
  assert,
  isDataLoss,
  type KvError,
  type LogIndex,
  type MonotonicMs,
  type NodeId,
  nodeOf,
  type RangeId,
  type ReplicaId,
} from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import type { Message, Ready } from "../core/raft/types.ts"
import type { RangeMachine } from "../core/range/index.ts"
import type { AppliedState, RangeDescriptor, SessionImage } from "../core/range/types.ts"
import type { RangeData } from "../storage/index.ts"
import { refuse } from "./answers.ts"
import { Applier } from "./applier.ts"
import { replicaOn } from "./belonging.ts"
import { Compactor } from "./compactor.ts"
import { ConsistencyCheck } from "./consistency-check.ts"
import { DamageWatch } from "./damage-watch.ts"
import type { DiskWatchdog } from "./disk-watchdog.ts"
import { Expiry } from "./expiry.ts"
import { Flusher } from "./flusher.ts"
import { openGuards } from "./guards.ts"
import { InHand } from "./in-hand.ts"
import { Intake } from "./intake.ts"
import { Knocks } from "./knocks.ts"
import { feedFromLog } from "./log-feed.ts"
import type { LogLane } from "./log-lane.ts"
import { Merging } from "./merging.ts"
import { Parked } from "./parked.ts"
import { type OwnCommand, Proposals } from "./proposals.ts"
import { isAlone, isUnfinished, type Quarantine } from "./quarantine.ts"
import { RangeGauge } from "./range-gauge.ts"
import { Reads } from "./reads.ts"
import { ReplicaChanges } from "./replica-changes.ts"
import type { ReplicaOptions } from "./replica-options.ts"
import { Snapshots } from "./snapshots.ts"
import { Succession } from "./succession.ts"
import type { PendingOperation } from "./types.ts"

/**
 * One copy of one range: a Raft machine and a range machine, and the shell that persists, sends and
 * applies what they decide. All work happens in turns; inputs only gather until the next one.
 */
export class Replica {
  readonly rangeId: RangeId
  readonly raft: Raft
  readonly data: RangeData
  readonly #options: ReplicaOptions
  #machine: RangeMachine
  readonly #proposals: Proposals
  readonly #parked = new Parked()
  readonly #reads: Reads
  readonly #lane: LogLane
  readonly #flusher: Flusher
  readonly #applier: Applier
  /** These are made when they are first needed: a store has thousands of replicas at rest. */
  #snapshotsMade: Snapshots | undefined
  checkMade: ConsistencyCheck | undefined
  #mergingMade: Merging | undefined
  readonly compactor: Compactor
  readonly #expiry: Expiry
  readonly #quarantine: Quarantine
  readonly #diskWatchdog: DiskWatchdog
  readonly #succession: Succession
  readonly #changes: ReplicaChanges
  readonly #inHand: InHand
  readonly #intake: Intake
  readonly gauge: RangeGauge
  readonly knocks: Knocks
  #retired = false
  #leading = false
  readonly #damage: DamageWatch
  #lastLeader: ReplicaId = 0

  readonly #onFailure = (error: unknown): void => {
    if (isDataLoss(error)) this.#quarantine.begin(error.message)
    else this.#options.onFatal(error)
  }

  constructor(options: ReplicaOptions) {
    const { rangeId, env, config, raft, data, variant, reroute: onElsewhere } = options
    this.#options = options
    this.rangeId = rangeId
    this.raft = raft
    this.data = data
    this.#machine = options.machine
    const descriptor = (): RangeDescriptor => this.#machine.state.descriptor
    this.#proposals = new Proposals({ limits: config.limits, variant, descriptor, onElsewhere })
    this.#changes = new ReplicaChanges({ raft, descriptor })
    this.#reads = this.#openReads()
    const [proposals, changes, reads] = [this.#proposals, this.#changes, this.#reads]
    const [parked, merging, check] = [this.#parked, () => this.#mergingMade, () => this.checkMade]
    this.#inHand = new InHand({ proposals, changes, reads, parked, merging, check })
    this.#lane = options.writer.openLane(rangeId, (readies) => this.#onPersisted(readies))
    const machine = (): RangeMachine => this.#machine
    const onFailure = this.#onFailure
    const shared = { data, clock: env.clock, limits: config.limits, machine }
    this.#flusher = new Flusher({ ...shared, nodeId: config.nodeId, onFailure })
    this.#applier = this.#openApplier()
    this.compactor = new Compactor({
      ...{ rangeId, raft, data, lane: this.#lane, log: options.log, storage: config.storage },
      flush: () => this.#flusher.flush(),
      snapshots: () => this.#snapshotsMade,
      applied: () => this.#machine.state.index,
      ...{ wake: options.wake, variant, onFailure },
    })
    this.#expiry = new Expiry({ ...shared, propose: (own) => this.#proposeOwn(own) })
    const guards = openGuards(options, this.#flusher, () => this.#pauseApplying())
    this.#quarantine = guards.quarantine
    this.#diskWatchdog = guards.diskWatchdog
    this.#succession = new Succession(raft)
    this.gauge = new RangeGauge(shared)
    this.#intake = this.#openIntake()
    this.knocks = new Knocks(options)
    this.#damage = new DamageWatch(raft.view, env.telemetry)
    data.onLetGo = () => {
      this.#quarantine.begin("the engine let go of everything")
      options.onMoved()
    }
    data.onCorrupt = (error) => this.onDataLoss(error)
    // A crash in the middle of an install leaves data that nobody may read.
    if (data.installing || this.#machine.state.index < raft.view.logStart.index) {
      this.#quarantine.begin("the data on disk is not complete", isUnfinished(data))
    }
  }

  get check(): ConsistencyCheck {
    this.checkMade ??= this.#openCheck()
    return this.checkMade
  }

  get merging(): Merging {
    this.#mergingMade ??= this.#openMerging()
    return this.#mergingMade
  }

  get machine(): RangeMachine {
    return this.#machine
  }

  /** What is on this node; wider than what is applied where a split has yet to reach the engine. */
  get descriptor(): RangeDescriptor {
    return this.data.descriptor
  }

  /** Its log lost entries that it had acknowledged, and what replaced them is not all applied. */
  get damaged(): boolean {
    return this.#damage.present
  }

  /** Writes wait for the log writer to be idle. */
  get wantsToPropose(): boolean {
    return this.#leading && this.#proposals.wants(this.raft)
  }

  /** Reads wait for a round of read index. */
  get wantsToRead(): boolean {
    return this.#leading && this.raft.view.role === "leader" && this.#reads.wants
  }

  /** Nothing has to be done here before something happens: its clocks need not go. */
  get atRest(): boolean {
    const { data } = this
    if (!this.raft.view.quiescent || data.unflushed || data.installing) return false
    if (this.knocks.lost || this.checkMade?.idle === false) return false
    if (this.#applier.waiting || this.frozen) return false
    return this.pendingCount === 0 && data.nextExpiryMs() === undefined
  }

  rest(): void {
    this.#machine.rest()
  }

  /** Something is to be decided: a turn is needed. */
  get hasMore(): boolean {
    return this.raft.hasReady() || this.wantsToPropose
  }

  get frozen(): boolean {
    return this.#machine.state.descriptor.frozen !== undefined
  }

  get pendingCount(): number {
    return this.#inHand.count
  }

  get condition(): "ok" | "data_loss" | "recovering" {
    if (this.#quarantine.corrupt) return "data_loss"
    return this.#quarantine.active || this.raft.view.damaged ? "recovering" : "ok"
  }

  /** The engine found no space for what is applied. */
  get diskFull(): boolean {
    return this.#flusher.full
  }

  /** Takes a client's operation in: serves it here, or sends it to where it is served. */
  route(operation: PendingOperation): void {
    this.raft.step({ type: "rouse" })
    this.#intake.route(operation)
  }

  park(operation: PendingOperation): void {
    if (this.#retired) this.#options.reroute(operation)
    else this.#parked.add(operation)
  }

  receive(message: Message): void {
    this.raft.step({ type: "message", message })
  }

  /** Corrupt bytes were met. Where it is alone, other keys may be whole, and a put mends one. */
  onDataLoss(error: KvError, reads: readonly PendingOperation[] = []): void {
    const alone = isAlone(this.raft)
    const answer = (read: PendingOperation): void =>
      alone ? refuse(read, "data_loss", error.message) : this.park(read)
    for (const read of reads) answer(read)
    if (!alone) this.#quarantine.begin(error.message)
  }

  onUnreachable(nodeId: NodeId): void {
    const peer = replicaOn(this.raft.view.configuration, nodeId)
    if (peer !== undefined) this.raft.step({ type: "unreachable", peer })
  }

  serveSnapshot(from: NodeId, request: Uint8Array): AsyncIterable<Uint8Array> {
    return this.#snapshots.serve(from, request)
  }

  /** Time passed: Raft's clock, deadlines, expiry, the fsync watchdog, log cutting. */
  tick(chance: number, nowMs: MonotonicMs): void {
    this.#diskWatchdog.tick(nowMs)
    this.raft.step({ type: "tick", chance })
    this.knocks.tick()
    this.#inHand.sweep(nowMs)
    for (const operation of this.#parked.takeAll()) this.route(operation)
    if (this.#mayStamp()) this.#expiry.tick()
    this.checkMade?.tick(nowMs, this.#applier.opensCheck)
    this.#applier.tick()
    if (this.frozen) this.merging.tick()
    this.#flusher.tick(nowMs)
    this.compactor.tick()
  }

  /** Asks for the read index of all reads that wait; false: none do. */
  beginRead(): boolean {
    const wants = this.wantsToRead
    if (wants) this.#reads.request(this.raft)
    return wants
  }

  /** First half of a turn: hand Raft what waits for it, and carry out what it decided. */
  decide(): void {
    this.#followLeadership()
    // The log is whole again: a restart may trust it, so the durable mark of its damage goes.
    if (this.#damage.isOver(this.raft.view)) this.#lane.forgetDamage()
    if (this.#proposals.wants(this.raft) && this.#mayStamp() && !this.#options.writer.busy) {
      const { clock } = this.#options.env
      const { time } = this.#machine.state
      this.#proposals.propose(this.raft, time, clock.wallMs(), clock.monotonicMs())
    }
    if (this.#leading) this.#reads.serveByLease(this.raft.view)
    if (this.frozen && this.#mayStamp()) this.merging.drive(this.#options.env.clock.monotonicMs())
    while (this.raft.hasReady()) this.#carryOut(this.raft.ready())
  }

  /** Second half, when the log writes are under way: apply and answer. */
  act(): void {
    if (this.#applier.start() && this.hasMore) this.#options.wake()
    this.#reads.serveApplied()
  }

  /** Gives leadership to the follower that has most of the log; the caller waits for it to move. */
  handOver(): void {
    if (this.#succession.handOver()) this.#options.wake()
  }

  /** Somebody else has space for writes, perhaps. */
  giveLeadershipAway(nowMs: MonotonicMs, logFull: boolean): void {
    if (this.#succession.giveAway(nowMs, logFull)) this.#options.wake()
  }

  async stop(): Promise<void> {
    this.#snapshotsMade?.stop()
    await this.#pauseApplying()
  }

  /** Its place is elsewhere: gives everything back, and resolves when it touches no data more. */
  async retire(): Promise<void> {
    this.#retired = true
    this.#inHand.takeAll().forEach(this.#options.reroute)
    await this.stop()
    await this.#applier.retire()
    this.#inHand.takeAll().forEach(this.#options.reroute)
  }

  /** Resolves when the log has nothing of it any more. */
  forgetLog(): Promise<void> {
    return this.#options.writer.closeLane(this.#lane)
  }

  #openReads(): Reads {
    const { data, env, config, variant, readShares, onReadAnswered } = this.#options
    return new Reads({
      ...{ data, config, variant, readShares, clock: env.clock },
      machine: () => this.#machine,
      onAnswered: onReadAnswered,
      onElsewhere: this.#options.reroute,
      onFrozen: (read) => this.park(read),
      onDataLoss: (error, reads) => this.onDataLoss(error, reads),
    })
  }

  #openApplier(): Applier {
    const { rangeId, raft, log, data, wake, variant, onApplied } = this.#options
    const { has, sourceOf, takeIn } = this.#options
    return new Applier({
      flusher: this.#flusher,
      machine: () => this.#machine,
      proposals: this.#proposals,
      onConfigured: (index, term) => this.#changes.settle(index, term),
      onApplied: (batch) => {
        raft.step({ type: "applied", index: batch.state.index })
        this.#mergingMade?.onApplied()
        if (batch.absorbed !== undefined) this.#tellFollowers()
        onApplied(batch)
      },
      onAppliedLater: wake,
      onSplit: (child) => {
        this.#options.onSplit(child, this)
        this.#tellFollowers()
        if (variant === "child-before-flush") this.#options.onBorn(child, this)
      },
      onBorn: (child) => {
        if (variant !== "child-before-flush") this.#options.onBorn(child, this)
      },
      onHashStep: (state) => this.check.onHashStep(state),
      onVerdictStep: (index, hash) => this.check.onVerdictStep(index, hash),
      onFailure: this.#onFailure,
      onOvertaken: (reason) => this.#quarantine.begin(reason, true),
      ...{ raft, log, rangeId, data, has, sourceOf, takeIn, variant },
    })
  }

  /** What is committed, not with the next tick. For no read: those count from 1. */
  #tellFollowers(): void {
    if (this.#leading) this.raft.readIndex(0)
  }

  get #snapshots(): Snapshots {
    this.#snapshotsMade ??= this.#openSnapshots()
    return this.#snapshotsMade
  }

  #openSnapshots(): Snapshots {
    const { rangeId, data, env, onFatal, snapshotTraffic, pace } = this.#options
    const { network, clock, telemetry } = env
    return new Snapshots({
      traffic: snapshotTraffic,
      flush: () => this.#flusher.flush(),
      pauseApplying: () => this.#pauseApplying(),
      onInstalled: (state, sessions) => this.#onInstalled(state, sessions),
      onFailed: () => this.#onSnapshotFailed(),
      onDataLoss: (error) => this.#quarantine.begin(error.message),
      ...{ rangeId, data, network, clock, telemetry, onFatal, pace },
    })
  }

  #openIntake(): Intake {
    const { raft, members, forwarder, onAsk, reroute, writesRefused, variant } = this.#options
    return new Intake({
      descriptor: () => this.#machine.state.descriptor,
      proposals: this.#proposals,
      changes: this.#changes,
      merging: () => this.merging,
      reads: this.#reads,
      parked: this.#parked,
      served: variant === "served-while-frozen",
      quarantine: this.#quarantine,
      check: () => this.check,
      gauge: this.gauge,
      writesRefused: () => writesRefused(this.#flusher.full),
      ...{ raft, members, forwarder, onAsk, reroute },
    })
  }

  #openMerging(): Merging {
    return new Merging({
      ...this.#options,
      proposals: this.#proposals,
      flusher: this.#flusher,
      machine: () => this.#machine,
      thaw: () => this.#proposeOwn({ type: "thaw" }),
      onFailure: this.#onFailure,
    })
  }

  #proposeOwn(own: OwnCommand): LogIndex | undefined {
    if (!this.#mayStamp()) return undefined
    const { time } = this.#machine.state
    return this.#proposals.proposeOwn(this.raft, own, time, this.#options.env.clock.wallMs())
  }

  #openCheck(): ConsistencyCheck {
    const { rangeId, raft, env, data, hasher, forwarder, variant } = this.#options
    return new ConsistencyCheck({
      machine: () => this.#machine,
      propose: (step) => this.#proposeOwn(step),
      onDataLoss: (error) => this.onDataLoss(error),
      onOutvoted: (reason) => this.#quarantine.begin(reason),
      ...{ rangeId, raft, env, data, hasher, forwarder, variant },
    })
  }

  #carryOut(ready: Ready): void {
    const { outbox } = this.#options
    this.#parked.addAll(this.#reads.onReady(ready, this.raft.view))
    outbox.add(this.#machine.state.descriptor, ready.messages, this.knocks.strangers)
    if (this.#lane.enqueue(ready)) this.#afterPersist(ready)
    if (ready.committedToLoad !== undefined) this.#applier.enqueue(ready.committedToLoad)
    this.#applier.enqueue(ready.committed)
    const { telemetry } = this.#options.env
    for (const load of ready.loads) feedFromLog({ ...this.#options, telemetry }, load)
    if (ready.snapshotOffered !== undefined) {
      const { from, snapshot } = ready.snapshotOffered
      this.#snapshots.fetch(nodeOf(from), snapshot)
    }
  }

  #onPersisted(readies: readonly Ready[]): void {
    if (this.#retired) return
    for (const ready of readies) this.#afterPersist(ready)
    if (this.hasMore) this.#options.wake()
  }

  #afterPersist({ number, messagesAfterPersist }: Ready): void {
    this.#options.outbox.add(this.#machine.state.descriptor, messagesAfterPersist)
    this.raft.step({ type: "persisted", ready: number })
  }

  /** Leadership came or went since the last turn: what waits for it finds its way anew. */
  #followLeadership(): void {
    const { role, leader } = this.raft.view
    const leading = role === "leader"
    if (this.#leading && !leading) {
      this.#inHand.onLeadershipLost()
      this.#expiry.reset()
    }
    const gained = leading && !this.#leading
    this.#leading = leading
    const elsewhere = leader !== 0 && leader !== this.#lastLeader
    this.#lastLeader = leader
    if (gained || elsewhere) for (const operation of this.#parked.takeAll()) this.route(operation)
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

  /**
   * Data is replaced and durable: machines and log follow, in one step, before anything arrives.
   */
  #onInstalled(state: AppliedState, sessions: SessionImage): void {
    assert(state.index >= this.#machine.state.index, "a snapshot must not go back")
    this.#machine = this.#options.restoreMachine(state, sessions)
    this.#inHand.abandonThrough(state.index)
    const { index, term } = state
    const matches = this.raft.termAt(index) === term
    this.raft.step({ type: "snapshotInstalled", snapshot: state })
    if (!matches) this.#lane.restart({ index, term })
    this.#options.onMoved()
    this.checkMade?.reset()
    this.#quarantine.end()
    this.#flusher.reset()
    this.#applier.resumeAnew()
    this.#options.wake()
  }

  /** Nothing was touched, or the old data is gone already: then nothing may be read or led. */
  #onSnapshotFailed(): void {
    this.raft.step({ type: "snapshotFailed" })
    if (this.#options.data.installing) this.#quarantine.begin("a snapshot came only in part", true)
    else if (!this.#quarantine.active) this.#applier.resume()
    this.#options.wake()
  }
}

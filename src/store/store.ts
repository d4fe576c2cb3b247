import {
  assert,
  KvError,
  type MonotonicMs,
  type NodeId,
  nodeOf,
  type RangeId,
} from "../base/index.ts"
import type { Message } from "../core/raft/types.ts"
import { beginsIn } from "../core/range/index.ts"
import type { Lane, NetworkHandler, Timer } from "../env/index.ts"
import {
  decodeRaftFrame,
  decodeSnapshotRequest,
  type HashReport,
  type RangeLocation,
  type RangeRoute,
} from "../wire/index.ts"
import { refuse } from "./answers.ts"
import { CheckRota } from "./check-rota.ts"
import type { Clearance } from "./clearance.ts"
import { DataHasher } from "./data-hasher.ts"
import { Forwarder } from "./forwarder.ts"
import { Keyspaces } from "./keyspaces.ts"
import { Liveness } from "./liveness.ts"
import { LogWriter } from "./log-writer.ts"
import { LostRanges, lostRanges } from "./lost-ranges.ts"
import { Members } from "./members.ts"
import { Outbox } from "./outbox.ts"
import { ReadRounds } from "./read-rounds.ts"
import { openReadShares } from "./read-shares.ts"
import { RemoteRanges } from "./remote-ranges.ts"
import type { Replica } from "./replica.ts"
import { Roster } from "./roster.ts"
import { Sleepers } from "./sleepers.ts"
import { SnapshotTraffic } from "./snapshot-traffic.ts"
import { Space } from "./space.ts"
import { cameRight, nodeStatusOf, placeOf, rangeStatusesOf, routeOf } from "./status.ts"
import type { StoreOptions } from "./store-options.ts"
import { isFollowed } from "./succession.ts"
import { deferBeyondBudget } from "./turn-budget.ts"
import type { NodeStatus, OperationService, PendingOperation, RangeStatus } from "./types.ts"
import { Waking } from "./waking.ts"

/**
 * The shell of one node: takes in frames, operations and ticks, and works in turns. A turn takes in
 * everything that arrived, for all ranges that it concerns, then does one log write and one frame a
 * peer and lane.
 */
export class Store implements OperationService, NetworkHandler {
  readonly members: Members
  readonly keyspaces = new Keyspaces((id) => this.clearance.has(id))
  readonly snapshotTraffic: SnapshotTraffic
  /** Ranges in which something happened; whoever follows that empties it. */
  readonly touched = new Set<RangeId>()
  readonly #options: StoreOptions
  readonly #outbox: Outbox
  readonly #liveness: Liveness
  readonly #waking = new Waking<Replica>()
  readonly #sleepers = new Sleepers<Replica>()
  readonly #forwarder: Forwarder
  readonly #hasher: DataHasher
  readonly #rota: CheckRota<Replica>
  readonly #writer: LogWriter
  readonly #space: Space
  readonly #roster: Roster
  /** Operations on keys that no replica here holds. */
  readonly #remote: RemoteRanges
  /** Those that the next turn concerns. */
  #dirty = new Set<Replica>()
  /** Those whose clocks go: the others wait for something to happen. */
  readonly #awake = new Set<Replica>()
  /** Those whose proposals wait for the log writer to be idle. */
  readonly #proposers = new Set<Replica>()
  readonly #readRounds: ReadRounds<Replica>
  readonly #lostRanges: LostRanges
  #turnAsked = false
  #ticking: Timer | undefined
  #stopping = false
  #stopped = false

  constructor(options: StoreOptions) {
    this.#options = options
    const { env, config, log, variant } = options
    this.snapshotTraffic = new SnapshotTraffic(config.storage, env.clock)
    this.#liveness = new Liveness(config.raft)
    this.members = new Members(config, options.stores, (peers, table) => {
      this.#liveness.setPeers(peers.map(({ nodeId }) => nodeId))
      env.network.identify(table)
      env.network.setPeers(peers)
    })
    this.#outbox = new Outbox(env.network, config.limits, (to) => this.#liveness.onSaid(to))
    this.#lostRanges = new LostRanges({
      ...{ nodeId: config.nodeId, nonce: options.lossNonce, members: this.members },
      ...{ everyTicks: config.raft.electionTimeoutTicks, outbox: this.#outbox },
    })
    this.#forwarder = new Forwarder({
      ...{ network: env.network, clock: env.clock, random: env.random, members: this.members },
      ...{ onTable: options.onTable, wake: () => this.#wake() },
      route: (operation) => this.#route(operation),
      park: (operation) => this.#park(operation),
      onMisled: (...misled) => this.#remote.onMisled(...misled),
      onReport: (report) => this.#onReport(report),
    })
    this.#remote = new RemoteRanges({
      ...{ nodeId: config.nodeId, members: this.members, locate: options.locate },
      forward: (to, operation) => this.#forwarder.forward(to, operation),
      absent: () => this.#liveness.absent,
      route: (operation) => this.#route(operation),
    })
    this.#readRounds = new ReadRounds(env.clock, () => this.#wake())
    this.#hasher = new DataHasher(env.clock)
    this.#rota = new CheckRota(config.storage.consistencyCheckMs)
    this.#writer = new LogWriter({
      ...{ log, variant, config: config.raft, clock: env.clock, telemetry: env.telemetry },
      ...{ onIdle: () => this.#onWriterIdle(), onFatal: (error: unknown) => this.#fail(error) },
    })
    this.#space = new Space({
      ...{ env, config, full: () => this.#diskFull },
      giveLeadershipAway: () => this.#giveLeadershipAway(),
    })
    this.#roster = this.#openRoster()
  }

  /** Opens a replica of every range that the disk holds; then `start`. */
  async openReplicas(): Promise<void> {
    await this.#roster.open()
  }

  get replicas(): readonly Replica[] {
    return [...this.#roster.all]
  }

  replicaOf(rangeId: RangeId): Replica | undefined {
    return this.#roster.get(rangeId)
  }

  /** The driver's answer to `locate`; nothing where there is none. */
  onLocated(locations: readonly RangeLocation[]): void {
    this.#remote.onLocated(locations)
    this.#wake()
  }

  /** Throws InvariantViolation when a replica's clock stands still that should go. */
  checkClock(replica: Replica): void {
    const { rangeId, raft } = replica
    const goes = raft.view.quiescent || this.#awake.has(replica)
    assert(goes || !this.#roster.has(replica), `range ${rangeId} is awake, and its clock stands`)
  }

  /** Keyspaces that were dropped, and what is left of them here. */
  get clearance(): Clearance {
    return this.#roster.clearance
  }

  /** Begins to listen and to tick. */
  start(): void {
    this.#options.env.network.listen(this)
    this.#tickLater()
    this.#space.start()
    for (const replica of this.replicas) this.#touch(replica)
  }

  submit(operations: readonly PendingOperation[]): void {
    for (const operation of operations) this.#route(operation)
    this.#wake()
  }

  status(): NodeStatus {
    const [diskFull, operationsPending] = [this.#diskFull, this.#pendingCount]
    const facts = { stopping: this.#stopping, diskFull, operationsPending }
    return nodeStatusOf(this.#options.config, this.members, this.replicas, facts)
  }

  ranges(): readonly RangeStatus[] {
    return rangeStatusesOf(this.replicas, this.keyspaces)
  }

  isInMemory(rangeId: RangeId, key: Uint8Array): boolean {
    return this.#roster.get(rangeId)?.data.cached(key) !== undefined
  }

  routeFor(pending: PendingOperation): RangeRoute | undefined {
    if (cameRight(pending, this.#roster.get(pending.rangeId))) return undefined
    const here = this.#roster.of(pending)
    const known = here === undefined ? this.#remote.find(pending) : placeOf(here)
    return known && routeOf(known, this.keyspaces, this.members)
  }

  onFrame(from: NodeId, lane: Lane, frame: Uint8Array): void {
    if (this.#stopped) return
    this.#liveness.onHeard(from)
    this.#guard(() => {
      if (lane === "forward") this.#forwarder.onFrame(from, frame)
      else this.#onRaftFrame(from, frame)
    })
    this.#wake()
  }

  onDisconnect(peer: NodeId, lane: Lane): void {
    if (this.#stopped) return
    if (lane === "forward") this.#forwarder.onDisconnect(peer)
    if (lane === "append") {
      // Who sleeps has nothing on its way.
      for (const replica of this.#awake) this.#onUnreachable(replica, peer)
    }
    this.#wake()
  }

  onStranger(nodeId: NodeId): void {
    if (!this.#stopped) this.#options.onStranger(nodeId)
  }

  onFetch(from: NodeId, request: Uint8Array): AsyncIterable<Uint8Array> {
    const { rangeId } = decodeSnapshotRequest(request)
    const replica = this.#roster.get(rangeId)
    if (replica === undefined) throw new KvError("unavailable", `no range ${rangeId} on this node`)
    return replica.serveSnapshot(from, request)
  }

  /** Takes no new work, hands leadership over, lets what is under way end, within `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true
    const { clock } = this.#options.env
    const until = clock.monotonicMs() + graceMs
    for (const replica of this.#roster.all) replica.handOver()
    while (clock.monotonicMs() < until && !this.#stopped && !this.#settled()) {
      await new Promise<void>((resolve) => {
        clock.after(this.#options.config.raft.tickMs, resolve)
      })
    }
    this.#end()
    await this.#roster.stop()
    await this.#hasher.stop()
    await this.#writer.stop()
  }

  /** Hands over what is awake and led here. True: nothing is, and for seconds nobody needs us. */
  stepAside(): boolean {
    const followed = [...this.#awake].filter(isFollowed)
    for (const replica of followed) replica.handOver()
    return followed.length === 0
  }

  #openRoster(): Roster {
    const { env, config, log, data, pace, lossNonce, openReplica, variant } = this.#options
    const onFatal = (error: unknown): void => this.#fail(error)
    const [writer, outbox, forwarder] = [this.#writer, this.#outbox, this.#forwarder]
    return new Roster({
      ...{ env, config, data, pace, openReplica, outbox, onFatal, variant },
      ...{ lostLogBefore: lossNonce !== 0, keyspaces: this.keyspaces },
      shared: {
        ...{ env, config, log, writer, outbox, forwarder, onFatal },
        ...{ hasher: this.#hasher, members: this.members, onAsk: this.#options.onAsk },
        ...{ readShares: openReadShares(config.limits), snapshotTraffic: this.snapshotTraffic },
        pace: (bytes) => pace.take(bytes),
        onReadAnswered: () => this.#readRounds.onAnswered(),
        onApplied: (batch) => this.keyspaces.absorb(batch),
        reroute: (operation) => this.#route(operation),
        writesRefused: (full) => this.#space.refusal(full || this.#writer.full),
      },
      onOpened: (replica) => {
        this.#waking.onAbsent(this.#liveness.absent, [replica])
        this.#touch(replica)
      },
      onTouched: (replica) => this.#touch(replica),
      onLeft: (replica) => {
        this.#dirty.delete(replica)
        this.#awake.delete(replica)
        this.#sleepers.onAwake(replica)
        this.#proposers.delete(replica)
        this.#readRounds.delete(replica)
        this.#rota.onLeft(replica)
        this.#wake()
      },
      onMoved: () => this.#remote.routeParked(),
    })
  }

  /** More replicas, and more to lead. */
  get takesMore(): boolean {
    return !this.#stopping && !this.#diskFull
  }

  /** Who finds no space for a write does not rest, so those that sleep are not looked at. */
  get #diskFull(): boolean {
    return this.#space.short || this.#writer.full || [...this.#awake].some((each) => each.diskFull)
  }

  get #pendingCount(): number {
    let count = this.#remote.count + this.#forwarder.count
    for (const replica of this.#roster.all) count += replica.pendingCount
    return count
  }

  #settled(): boolean {
    return this.#pendingCount === 0 && !this.replicas.some(isFollowed)
  }

  #giveLeadershipAway(): void {
    const now = this.#options.env.clock.monotonicMs()
    for (const replica of this.#roster.all) replica.giveLeadershipAway(now, this.#writer.full)
  }

  /** Takes an operation in: to the replica that holds its key. */
  #route(operation: PendingOperation): void {
    if (this.#stopping) {
      refuse(operation, "unavailable", "this node is stopping: ask another")
      return
    }
    if (this.#roster.clearance.has(operation.keyspaceId)) {
      refuse(operation, "unknown_keyspace", "the keyspace was dropped")
      return
    }
    const replica = this.#replicaFor(operation)
    if (replica !== undefined) {
      replica.route(operation)
      this.#touch(replica)
    } else if (this.#roster.isComing(operation)) {
      this.#remote.park(operation)
    } else if (operation.forwarded) {
      refuse(operation, "not_leader", "this node does not hold the range yet: ask again")
    } else this.#remote.take(operation)
  }

  /** It has to find its way anew, once there is reason to hope. */
  #park(operation: PendingOperation): void {
    const replica = this.#roster.of(operation)
    if (replica === undefined) this.#remote.park(operation)
    else {
      replica.park(operation)
      // Asleep it would believe in whom it sent this to, who may lead others by now (rule 50).
      if (replica.raft.view.quiescent) replica.raft.step({ type: "seekLeader" })
      this.#touch(replica)
    }
  }

  /** Who knows the way spares us the search. */
  #replicaFor(pending: PendingOperation): Replica | undefined {
    const { keyspaceId, rangeId, operation } = pending
    const claimed = this.#roster.get(rangeId)
    const range = claimed?.descriptor
    if (range?.keyspaceId === keyspaceId && beginsIn(range, operation)) return claimed
    return this.#roster.of(pending)
  }

  #onReport(report: HashReport): void {
    const replica = this.#roster.get(report.rangeId)
    if (replica === undefined) return
    replica.check.onReport(report)
    this.#touch(replica)
  }

  #onRaftFrame(from: NodeId, frame: Uint8Array): void {
    for (const envelope of decodeRaftFrame(frame)) {
      const { message } = envelope
      // A peer speaks only for itself and only to us: anything else is lost, not believed.
      if (nodeOf(message.from) !== from) continue
      if (nodeOf(message.to) !== this.#options.config.nodeId) continue
      if (envelope.rangeId === lostRanges) this.#onLostRanges(message)
      else this.#roster.receive(envelope)
    }
  }

  #onLostRanges(message: Message): void {
    const nodeId = this.#lostRanges.onHeard(message)
    if (nodeId !== undefined) this.#waking.onLost(nodeId, this.#roster.all)
  }

  /** Wakes who follows it or feeds it; the rest may sleep on. */
  #onUnreachable(replica: Replica, peer: NodeId): void {
    const { role, leader } = replica.raft.view
    if (role !== "leader" && nodeOf(leader) !== peer) return
    replica.onUnreachable(peer)
    this.#touch(replica)
  }

  /** Ranges that sleep hear nothing of their leaders: their stores' silence gives them reason. */
  #tickLiveness(nowMs: MonotonicMs): void {
    const { greet, absent } = this.#liveness.tick()
    for (const peer of greet) this.#outbox.greet(peer)
    this.#lostRanges.tick()
    if (absent !== undefined) this.#waking.onAbsent(absent, this.#roster.all)
    for (const replica of this.#waking.tick(this.#awake.size)) this.#touch(replica)
    for (const replica of this.#sleepers.tick(nowMs)) {
      replica.raft.step({ type: "seekLeader" })
      this.#touch(replica)
    }
  }

  #touch(replica: Replica): void {
    if (!this.#roster.has(replica)) return
    if (this.#dirty.has(replica) && this.#awake.has(replica)) return
    this.#dirty.add(replica)
    this.#awake.add(replica)
    this.#sleepers.onAwake(replica)
    this.#wake()
  }

  #rest(replica: Replica, nowMs: MonotonicMs): void {
    this.#awake.delete(replica)
    replica.rest()
    this.#sleepers.onAsleep(replica, nowMs)
  }

  #wake(): void {
    if (this.#turnAsked || this.#stopped) return
    this.#turnAsked = true
    this.#options.env.clock.soon(() => {
      this.#turnAsked = false
      if (!this.#stopped) this.#guard(() => this.#turn())
    })
  }

  #turn(): void {
    const touched = new Set<Replica>()
    const later = deferBeyondBudget(this.#dirty)
    do {
      const dirty = this.#dirty
      this.#dirty = new Set()
      for (const replica of dirty) {
        replica.decide()
        if (replica.wantsToPropose) this.#proposers.add(replica)
        if (replica.wantsToRead) this.#readRounds.add(replica)
        touched.add(replica)
      }
      for (const replica of this.#readRounds.begin()) this.#dirty.add(replica)
      // What needs no write is persisted at once, and may have brought more to decide.
      this.#writer.start()
      for (const replica of touched) if (replica.raft.hasReady()) this.#dirty.add(replica)
    } while (this.#dirty.size > 0)
    for (const replica of later) this.#touch(replica)
    for (const replica of touched) {
      replica.act()
      this.touched.add(replica.rangeId)
    }
    this.#outbox.flush()
    this.#forwarder.flush()
  }

  #onWriterIdle(): void {
    // The quorums wait for what the write made durable, of all ranges: it leaves now, in one frame
    // a peer, and not with the next turn.
    this.#outbox.flush()
    for (const replica of this.#proposers) if (replica.wantsToPropose) this.#dirty.add(replica)
    this.#proposers.clear()
    this.#wake()
  }

  #tickLater(): void {
    const { clock, random } = this.#options.env
    this.#ticking = clock.after(this.#options.config.raft.tickMs, () => {
      if (this.#stopped) return
      this.#guard(() => {
        const now = clock.monotonicMs()
        this.#tickLiveness(now)
        this.#roster.tick()
        const checked = this.#rota.tick(now, this.#roster.all, () => random.chance())
        if (checked !== undefined) this.#touch(checked)
        for (const replica of this.#awake) {
          replica.tick(random.chance(), now)
          this.#dirty.add(replica)
          if (replica.atRest) this.#rest(replica, now)
          this.#roster.checkBelonging(replica)
        }
        this.#roster.clearance.tick()
        this.#remote.tick(now)
        this.#forwarder.sweep(now)
      })
      this.#wake()
      this.#tickLater()
    })
  }

  /** A broken invariant stops the node: what it holds in memory can't be trusted any more. */
  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof KvError && error.code === "invalid_argument") {
        this.#options.env.telemetry.warn("unreadable frame from a peer", { reason: error.message })
      } else {
        this.#fail(error)
      }
    }
  }

  #fail(error: unknown): void {
    if (this.#stopped) return
    this.#end()
    assert(error !== undefined, "a failure without an error")
    this.#options.onFatal(error)
  }

  #end(): void {
    this.#stopped = true
    this.#ticking?.cancel()
    this.#space.stop()
  }
}

import { assert, KvError, type NodeId, type RangeId } from "../base/index.ts"
import { beginsIn } from "../core/range/index.ts"
import type { RangeImage } from "../core/range/types.ts"
import type { Lane, NetworkHandler, Timer } from "../env/index.ts"
import type { RangeData } from "../storage/index.ts"
import {
  decodeRaftFrame,
  decodeSnapshotRequest,
  type Envelope,
  type HashReport,
  type RangeRoute,
} from "../wire/index.ts"
import { refuse } from "./answers.ts"
import { CheckRota } from "./check-rota.ts"
import { DataHasher } from "./data-hasher.ts"
import { Forwarder } from "./forwarder.ts"
import { Keyspaces } from "./keyspaces.ts"
import { Liveness } from "./liveness.ts"
import { LogWriter } from "./log-writer.ts"
import { Members } from "./members.ts"
import { Outbox } from "./outbox.ts"
import { Parked } from "./parked.ts"
import { RangeDirectory } from "./range-directory.ts"
import type { Replica } from "./replica.ts"
import { nodeOf, replicasOn } from "./replica-nodes.ts"
import type { SplitParent } from "./replica-options.ts"
import { Space } from "./space.ts"
import { cameRight, nodeStatusOf, rangeStatusesOf, routeOf } from "./status.ts"
import type { ReplicaSeam, StoreOptions } from "./store-options.ts"
import type { NodeStatus, OperationService, PendingOperation, RangeStatus } from "./types.ts"
import { Waking } from "./waking.ts"

/**
 * The shell of one node: takes in frames, operations and ticks, and works in turns. A turn takes in
 * everything that arrived, for all ranges that it concerns, then does one log write and one frame a
 * peer and lane.
 */
export class Store implements OperationService, NetworkHandler {
  readonly members: Members
  readonly keyspaces = new Keyspaces()
  readonly #options: StoreOptions
  readonly #outbox: Outbox
  readonly #liveness: Liveness
  readonly #waking = new Waking<Replica>()
  readonly #forwarder: Forwarder
  readonly #hasher: DataHasher
  readonly #rota: CheckRota<Replica>
  readonly #writer: LogWriter
  readonly #space: Space
  readonly #replicas = new Map<RangeId, Replica>()
  readonly #directory = new RangeDirectory<Replica>()
  /** Operations on keys that no replica here holds: a split or a snapshot is under way. */
  readonly #parked = new Parked()
  /** Replicas being opened. */
  readonly #opening = new Set<RangeId>()
  /** Those that the next turn concerns. */
  #dirty = new Set<Replica>()
  #touchedLately = new Set<RangeId>()
  /** Those whose clocks go: the others wait for something to happen. */
  readonly #awake = new Set<Replica>()
  /** Those whose proposals wait for the log writer to be idle. */
  readonly #proposers = new Set<Replica>()
  #turnAsked = false
  #ticking: Timer | undefined
  #stopping = false
  #stopped = false

  constructor(options: StoreOptions) {
    this.#options = options
    const { env, config, log, variant } = options
    this.#liveness = new Liveness(config.raft)
    this.members = new Members(config.nodeId, options.stores, (peers) => {
      this.#liveness.setPeers(peers.map(({ nodeId }) => nodeId))
      env.network.setPeers(peers)
    })
    this.#outbox = new Outbox(env.network, (to) => this.#liveness.onSaid(to))
    this.#forwarder = new Forwarder({
      network: env.network,
      clock: env.clock,
      random: env.random,
      route: (operation) => this.#route(operation),
      park: (operation) => this.#park(operation),
      onReport: (report) => this.#onReport(report),
      wake: () => this.#wake(),
    })
    this.#hasher = new DataHasher(env.clock)
    this.#rota = new CheckRota(config.storage.consistencyCheckMs)
    this.#writer = new LogWriter({
      log,
      clock: env.clock,
      telemetry: env.telemetry,
      variant,
      onIdle: () => this.#onWriterIdle(),
      onFatal: (error) => this.#fail(error),
    })
    this.#space = new Space({
      env,
      config,
      full: () => this.#full,
      giveLeadershipAway: () => this.#giveLeadershipAway(),
    })
  }

  /** Opens a replica of every range that the disk holds; then `start`. */
  async openReplicas(): Promise<void> {
    for (const data of this.#options.data.ranges) this.#place(await this.#open(data, false))
  }

  get replicas(): readonly Replica[] {
    return [...this.#replicas.values()]
  }

  replicaOf(rangeId: RangeId): Replica | undefined {
    return this.#replicas.get(rangeId)
  }

  /** Ranges in which something happened since this was asked last. */
  takeTouched(): ReadonlySet<RangeId> {
    const touched = this.#touchedLately
    this.#touchedLately = new Set()
    return touched
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
    return nodeStatusOf(this.#options.config, this.members, this.replicas, {
      stopping: this.#stopping,
      short: this.#space.short,
      full: this.#full,
      operationsPending: this.#pendingCount,
    })
  }

  ranges(): readonly RangeStatus[] {
    return rangeStatusesOf(this.replicas, this.keyspaces)
  }

  routeFor(pending: PendingOperation): RangeRoute | undefined {
    if (cameRight(pending, this.#replicas.get(pending.rangeId))) return undefined
    const replica = this.#directory.of(pending.keyspaceId, pending.operation)
    return replica && routeOf(replica, this.keyspaces, this.members)
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
    const replica = this.#replicas.get(rangeId)
    if (replica === undefined) throw new KvError("unavailable", `no range ${rangeId} on this node`)
    return replica.serveSnapshot(from, request)
  }

  /** Takes no new work, hands leadership over, lets what is under way end, within `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true
    const { clock } = this.#options.env
    const until = clock.monotonicMs() + graceMs
    this.#handOver()
    while (clock.monotonicMs() < until && !this.#stopped && !this.#settled()) {
      await new Promise<void>((resolve) => {
        clock.after(this.#options.config.raft.tickMs, resolve)
      })
    }
    this.#end()
    for (const replica of this.replicas) await replica.stop()
    await this.#hasher.stop()
    await this.#writer.stop()
  }

  get #full(): boolean {
    if (this.#writer.full) return true
    for (const replica of this.#replicas.values()) if (replica.diskFull) return true
    return false
  }

  get #pendingCount(): number {
    let count = this.#parked.count + this.#forwarder.count
    for (const replica of this.#replicas.values()) count += replica.pendingCount
    return count
  }

  #settled(): boolean {
    const leads = this.replicas.some(({ raft: { view } }) => {
      return view.role === "leader" && view.configuration.voters.length > 1
    })
    return !leads && this.#pendingCount === 0
  }

  #handOver(): void {
    for (const replica of this.#replicas.values()) {
      replica.handOver()
      this.#touch(replica)
    }
  }

  #giveLeadershipAway(): void {
    const now = this.#options.env.clock.monotonicMs()
    for (const replica of this.#replicas.values()) replica.giveLeadershipAway(now)
  }

  /** Takes an operation in: to the replica that holds its key. */
  #route(operation: PendingOperation): void {
    if (this.#stopping) {
      refuse(operation, "unavailable", "this node is stopping: ask another")
      return
    }
    const replica = this.#replicaFor(operation)
    if (replica !== undefined) {
      replica.route(operation)
      this.#touch(replica)
    } else if (operation.forwarded) {
      refuse(operation, "not_leader", "this node does not hold the range yet: ask again")
    } else this.#parked.add(operation)
  }

  /** It has to find its way anew, once there is reason to hope. */
  #park(operation: PendingOperation): void {
    const replica = this.#directory.of(operation.keyspaceId, operation.operation)
    if (replica === undefined) this.#parked.add(operation)
    else replica.park(operation)
  }

  /** Who knows the way spares us the search. */
  #replicaFor({ keyspaceId, rangeId, operation }: PendingOperation): Replica | undefined {
    const claimed = this.#replicas.get(rangeId)
    const range = claimed?.descriptor
    if (range?.keyspaceId === keyspaceId && beginsIn(range, operation)) return claimed
    return this.#directory.of(keyspaceId, operation)
  }

  #routeParked(): void {
    for (const operation of this.#parked.takeAll()) this.#route(operation)
  }

  #onReport(report: HashReport): void {
    const replica = this.#replicas.get(report.rangeId)
    if (replica === undefined) return
    replica.check.onReport(report)
    this.#touch(replica)
  }

  #onRaftFrame(from: NodeId, frame: Uint8Array): void {
    for (const envelope of decodeRaftFrame(frame)) {
      const { rangeId, message } = envelope
      // A peer speaks only for itself and only to us: anything else is lost, not believed.
      if (nodeOf(message.from) !== from) continue
      if (nodeOf(message.to) !== this.#options.config.nodeId) continue
      const replica = this.#replicas.get(rangeId)
      if (replica === undefined) this.#onMessageForNobody(envelope)
      else {
        replica.receive(message)
        this.#touch(replica)
      }
    }
  }

  /**
   * A replica that is to be here: a blank one is made for it, which then asks for a snapshot. But
   * where a range of this node still holds these keys, its own log will bring the split (rule 48),
   * and that of range 1 a keyspace that is not known here. Who does not say what the range is takes
   * this node for one that has it, and is told otherwise.
   */
  #onMessageForNobody({ rangeId, message, range }: Envelope): void {
    const { data, lostLogBefore } = this.#options
    if (range === undefined) {
      this.#outbox.addReply(rangeId, { type: "wake", from: message.to, to: message.from, term: 0 })
      return
    }
    if (range.rangeId !== rangeId || range.version === 0) return
    if (this.#opening.has(rangeId) || data.has(rangeId)) return
    if (this.keyspaces.nameOf(range.keyspaceId) === undefined) return
    const taken = this.#directory.holderOf(range.keyspaceId, range.start) !== undefined
    if (taken || !data.mayHold(range)) return
    this.#opening.add(rangeId)
    const opened = data.openBlank(range).then((blank) => this.#openLater(blank, lostLogBefore))
    opened.catch((error: unknown) => this.#fail(error))
  }

  async #openLater(data: RangeData, logLost: boolean): Promise<Replica | undefined> {
    const { rangeId } = data.descriptor
    this.#opening.add(rangeId)
    const replica = await this.#open(data, logLost)
    this.#place(replica)
    this.#opening.delete(rangeId)
    if (!this.#stopped) return replica
    await replica.stop()
    return undefined
  }

  async #open(data: RangeData, logLost: boolean): Promise<Replica> {
    const { env, config, log, openReplica } = this.#options
    let replica: Replica | undefined
    const seam: ReplicaSeam = {
      ...{ env, config, log, data },
      writer: this.#writer,
      outbox: this.#outbox,
      forwarder: this.#forwarder,
      hasher: this.#hasher,
      members: this.members,
      onAsk: this.#options.onAsk,
      wake: () => replica && this.#touch(replica),
      reroute: (operation) => this.#route(operation),
      onApplied: (batch) => this.keyspaces.absorb(batch),
      has: (rangeId) => this.#options.data.has(rangeId),
      onSplit: (child, parent) => {
        this.#options.data.bear(child, parent.data)
        if (replica !== undefined) this.#place(replica)
      },
      onBorn: (child, parent) => this.#onBorn(child, parent),
      onMoved: () => {
        if (replica !== undefined) this.#place(replica)
        this.keyspaces.load(data).catch((error: unknown) => this.#fail(error))
      },
      writesRefused: (full) => this.#space.refusal(full || this.#writer.full),
      onFatal: (error) => this.#fail(error),
    }
    await this.keyspaces.load(data)
    replica = await openReplica(data, logLost, seam)
    this.#replicas.set(replica.rangeId, replica)
    this.#waking.onAbsent(replicasOn(this.#liveness.absent), [replica])
    this.#touch(replica)
    return replica
  }

  /**
   * The child of the range's leader leads at once; the others wait for it (rule 47). They come to
   * be a moment later, when it has asked them for their votes in vain: so they say that they are
   * there. A split took half a second until then, with it some milliseconds.
   */
  #onBorn({ state }: RangeImage, parent: SplitParent): void {
    const { rangeId } = state.descriptor
    const data = this.#options.data.get(rangeId)
    assert(data !== undefined && !this.#replicas.has(rangeId), "a range was born twice")
    const leads = parent.raft.view.role === "leader"
    this.#openLater(data, parent.damaged).then(
      (child) => {
        if (child === undefined || child.raft.view.term > state.term) return
        child.raft.step({ type: leads ? "campaign" : "seekLeader" })
        this.#touch(child)
      },
      (error: unknown) => this.#fail(error),
    )
  }

  /** Its borders have moved. */
  #place(replica: Replica): void {
    this.#directory.place(replica)
    this.#routeParked()
  }

  /** Wakes who follows it or feeds it; the rest may sleep on. */
  #onUnreachable(replica: Replica, peer: NodeId): void {
    const { role, leader } = replica.raft.view
    if (role !== "leader" && nodeOf(leader) !== peer) return
    replica.onUnreachable(peer)
    this.#touch(replica)
  }

  /** Ranges that sleep hear nothing of their leaders: their stores' silence gives them reason. */
  #tickLiveness(): void {
    const { greet, absent } = this.#liveness.tick()
    for (const peer of greet) this.#outbox.greet(peer)
    if (absent !== undefined) this.#waking.onAbsent(replicasOn(absent), this.#replicas.values())
    for (const replica of this.#waking.tick(this.#awake.size)) this.#touch(replica)
  }

  #touch(replica: Replica): void {
    if (this.#dirty.has(replica) && this.#awake.has(replica)) return
    this.#dirty.add(replica)
    this.#awake.add(replica)
    this.#wake()
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
    do {
      const dirty = this.#dirty
      this.#dirty = new Set()
      for (const replica of dirty) {
        replica.decide()
        if (replica.wantsToPropose) this.#proposers.add(replica)
        touched.add(replica)
      }
      // What needs no write is persisted at once, and may have brought more to decide.
      this.#writer.start()
      for (const replica of touched) if (replica.raft.hasReady()) this.#dirty.add(replica)
    } while (this.#dirty.size > 0)
    for (const replica of touched) {
      replica.act()
      this.#touchedLately.add(replica.rangeId)
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
        this.#tickLiveness()
        const checked = this.#rota.tick(now, this.#replicas.values(), () => random.chance())
        if (checked !== undefined) this.#touch(checked)
        for (const replica of this.#awake) {
          replica.tick(random.chance(), now)
          this.#dirty.add(replica)
          if (replica.atRest) this.#awake.delete(replica)
        }
        this.#parked.sweep(now)
        this.#routeParked()
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

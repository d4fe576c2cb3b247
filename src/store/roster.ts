import { assert, isDiskFull, nodeOf, type RangeId, type ReplicaId } from "../base/index.ts"
import type { Message } from "../core/raft/types.ts"
import { beginsIn, overlap, systemRange, type YieldedRange } from "../core/range/index.ts"
import type { RangeDescriptor, RangeImage } from "../core/range/types.ts"
import type { RangeData, StoreData } from "../storage/index.ts"
import type { Envelope } from "../wire/index.ts"
import type { SourceState, TakenIn } from "./applier.ts"
import {
  goneTo,
  isOfMerged,
  isOfThePast,
  isRemoved,
  judge,
  replicaIdOn,
  replicaOn,
} from "./belonging.ts"
import type { BulkPace } from "./bulk-pace.ts"
import { Clearance } from "./clearance.ts"
import { Departures } from "./departures.ts"
import type { Keyspaces } from "./keyspaces.ts"
import { RangeDirectory } from "./range-directory.ts"
import { reclaim } from "./reclaim.ts"
import type { Replica } from "./replica.ts"
import type { ReplicaOptions, SplitParent } from "./replica-options.ts"
import type { PendingOperation } from "./types.ts"
import type { StoreVariant } from "./variant.ts"

/** What a replica shares with the others of its store. */
export type ReplicaSeam = Omit<
  ReplicaOptions,
  "rangeId" | "raft" | "machine" | "restoreMachine" | "variant"
>

/** Who a replica is, and what its disk may have lost. */
export interface ReplicaStanding {
  readonly replicaId: ReplicaId
  /** Where the log knows nothing of the range, it may have lost that. */
  readonly logLost: boolean
}

export type OpenReplica = (
  data: RangeData,
  standing: ReplicaStanding,
  seam: ReplicaSeam,
) => Promise<Replica>

/**
 * Whether a new range can be here takes a look at all others. Who is not heard asks again, and a
 * node that lags behind is asked for thousands.
 */
const looksPerTick = 4

/** What happens to a range, and to those beside it. */
type RangeSeam = "onSplit" | "onBorn" | "onMoved" | "neighbourBefore" | "sourceOf" | "takeIn"

interface RosterOptions extends Pick<ReplicaSeam, "env" | "config" | "outbox" | "onFatal"> {
  readonly data: StoreData
  readonly pace: BulkPace
  /** Some day the log lost records: ranges that it does not know may have been in it. */
  readonly lostLogBefore: boolean
  readonly openReplica: OpenReplica
  /** What all replicas share. */
  readonly shared: Omit<ReplicaSeam, "data" | "wake" | "has" | RangeSeam>
  readonly keyspaces: Keyspaces
  /** A replica is there, and something may be to be done for it. */
  readonly onOpened: (replica: Replica) => void
  /** Something is to be done for a replica. */
  readonly onTouched: (replica: Replica) => void
  /** Nothing is to be done for it any more. */
  readonly onLeft: (replica: Replica) => void
  /** Keys belong to other replicas by now, or to none. */
  readonly onMoved: () => void
  readonly variant: StoreVariant | undefined
}

/**
 * The replicas of a store. They are there from the start, split off, or made for messages that
 * speak of a range which this store is to hold (rule 48); they leave when the range has others
 * instead.
 */
export class Roster {
  /** Keyspaces that were dropped. */
  readonly clearance: Clearance
  readonly #options: RosterOptions
  readonly #replicas = new Map<RangeId, Replica>()
  readonly #directory = new RangeDirectory<Replica>()
  readonly #opening = new Set<RangeId>()
  readonly #departures: Departures
  /** Split off here, and not opened yet. */
  readonly #expected = new Map<RangeId, RangeDescriptor>()
  #looksLeft = looksPerTick
  #stopped = false

  constructor(options: RosterOptions) {
    this.#options = options
    const { env, data, variant, onFatal } = options
    this.#departures = new Departures({
      data,
      variant,
      clock: env.clock,
      telemetry: env.telemetry,
      onLeft: () => this.#options.onMoved(),
      onFatal,
    })
    // A snapshot replaces who would have taken them in.
    data.onOvertaken = (range) => this.#onOvertaken(range, () => true)
    data.occupancy.isHeld = (keyspaceId, key) =>
      this.#directory.holderOf(keyspaceId, key) !== undefined
    this.clearance = new Clearance({
      replicas: () => this.all,
      has: (replica) => this.has(replica),
      keyspaceOf: (replica) => data.keyspaceOf(replica.data),
      remove: (replica, then) => this.#leave(replica, "its keyspace was dropped", then),
      onEmpty: (keyspaceIds) => void reclaim(keyspaceIds, this.#options, () => this.#stopped),
      opens: () => this.#opens(),
      clears: () => data.hasLeftovers,
      systemTime: () => this.get(systemRange)?.machine.state.time,
    })
  }

  /** Opens a replica of every range that the disk holds. */
  async open(): Promise<void> {
    const { data, config } = this.#options
    for (const range of data.ranges) {
      this.#place(await this.#open(range, replicaIdOn(config.nodeId, range, data), false))
    }
    this.#departures.clearLeftovers()
  }

  get all(): Iterable<Replica> {
    return this.#replicas.values()
  }

  get(rangeId: RangeId): Replica | undefined {
    return this.#replicas.get(rangeId)
  }

  has(replica: Replica): boolean {
    return this.#replicas.get(replica.rangeId) === replica
  }

  /** The replica of the range that an operation begins in; undefined: there is none here. */
  of({ keyspaceId, operation }: PendingOperation): Replica | undefined {
    return this.#directory.of(keyspaceId, operation)
  }

  receive(envelope: Envelope): void {
    const replica = this.#replicas.get(envelope.rangeId)
    if (replica === undefined) this.#onMessageForNobody(envelope)
    else this.#onMessageFor(replica, envelope.message)
  }

  tick(): void {
    this.#looksLeft = looksPerTick
    for (const { rangeId, urgent } of this.#options.shared.log.takeOverdue()) {
      this.#replicas.get(rangeId)?.compactor.relieve(urgent)
    }
    const { unread } = this.#options.keyspaces
    if (unread !== undefined) this.#loadKeyspaces(unread)
  }

  /** Once a tick: one that its range is without by now goes. */
  checkBelonging(replica: Replica): void {
    if (isRemoved(replica.raft.view.id, replica.machine.state)) {
      this.#leave(replica, "the range's configuration is without it")
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const replica of this.#replicas.values()) await replica.stop()
    this.#options.pace.stop()
    await this.#departures.stop()
  }

  #onMessageFor(replica: Replica, message: Message): void {
    const { id } = replica.raft.view
    const { from } = message
    const { variant } = this.#options
    const anybody = variant === "gone-from-anybody" && message.type === "gone"
    switch (anybody ? "gone" : judge(message, id, replica.machine.state)) {
      case "take":
        this.#take(replica, message)
        break
      case "knock":
        replica.knocks.onKnock(nodeOf(from))
        this.#options.onTouched(replica)
        break
      case "tell":
        this.#options.outbox.addReply(replica.rangeId, goneTo(from, id, false))
        break
      case "gone":
        if (isOfMerged(message) && this.#isAwaited(replica)) break
        if (isOfMerged(message)) this.#leaveMerged(replica, `as node ${nodeOf(from)} knows`)
        else this.#leave(replica, `replica ${from} knows a later configuration`)
        break
      case "replaced":
        this.#leave(replica, `replica ${message.to} takes its place`)
        break
      case "drop":
        break
    }
  }

  /** Most messages are heartbeats that bring no news: they cost no turn. */
  #take(replica: Replica, message: Message): void {
    const answer = message.type === "heartbeat" ? replica.raft.answerAtOnce(message) : undefined
    if (answer !== undefined) {
      this.#options.outbox.addReply(replica.rangeId, answer)
      return
    }
    // Entries that can't be written for long would pile up here, and an answer for each time that
    // the leader asks. So they are as good as lost: it sends them again once they are answered.
    if (message.type === "appendRequest" && this.#options.shared.writer.stalled) return
    const slept = replica.raft.view.quiescent
    replica.receive(message)
    // An answer that is one more than the quorum needs comes to nothing. Whoever it wakes has
    // clocks that are to go from now on.
    const answers = message.type === "appendResponse" || message.type === "heartbeatResponse"
    // Who is frozen waits for every voter, not only for a quorum.
    const awaited = replica.hasMore || replica.frozen
    if (slept || !answers || awaited) this.#options.onTouched(replica)
  }

  /**
   * A replica that is to be here: a blank one is made for it, which then asks for a snapshot. But
   * where a range of this node still holds these keys, its own log will bring the split (rule 48).
   * Who does not say what the range is takes this node for one that has it, and is told otherwise.
   */
  #onMessageForNobody({ rangeId, message, range }: Envelope): void {
    const { data, keyspaces, lostLogBefore, outbox, onFatal } = this.#options
    if (this.#departures.has(rangeId)) return
    if (data.identityOf(rangeId)?.merged === true) {
      this.#tellMerged(rangeId, message)
      return
    }
    if (message.type === "wake") {
      this.#onKnockInVain(rangeId, message)
      return
    }
    if (isOfThePast(message.to, rangeId, data)) return
    // An answer to it would be answered, for ever.
    if (message.type === "gone") return
    if (range === undefined) {
      outbox.addReply(rangeId, { type: "wake", from: message.to, to: message.from, term: 0 })
      return
    }
    if (range.rangeId !== rangeId || range.version === 0) return
    if (this.clearance.has(range.keyspaceId)) return
    if (this.#opening.has(rangeId) || data.has(rangeId)) return
    // Its first range comes by the log of the cluster's own range, where that is here.
    const named = keyspaces.nameOf(range.keyspaceId) !== undefined
    if (!named && this.#replicas.has(systemRange)) return
    const held = this.#directory.holderOf(range.keyspaceId, range.start) !== undefined
    const taken = held || this.#expects(range)
    if (!taken && this.#looksLeft === 0) return
    if (!taken) this.#looksLeft -= 1
    if (taken || !data.occupancy.mayHold(range)) {
      this.#onOvertaken(range, (replica) => !this.#isAwaited(replica))
      this.#rouse(range)
      return
    }
    this.#opening.add(rangeId)
    data
      .openBlank(range, message.to)
      .then((blank) => this.#openLater(blank, message.to, lostLogBefore))
      .catch((error: unknown) => {
        if (!isDiskFull(error)) onFatal(error)
        // Whoever wants it here says so again.
        else this.#opening.delete(rangeId)
      })
  }

  /** An answer to an answer would be answered, for ever. */
  #tellMerged(rangeId: RangeId, { type, from, to }: Message): void {
    if (type === "gone") return
    this.#options.outbox.addReply(rangeId, goneTo(from, to, true))
  }

  /** Whether a range that was split off here has keys of this one, and is about to be opened. */
  #expects(range: RangeDescriptor): boolean {
    for (const child of this.#stillExpected()) {
      if (child.keyspaceId === range.keyspaceId && overlap(child, range)) return true
    }
    return false
  }

  /** Whether the range of its key was split off here, and is about to be opened. */
  isComing({ keyspaceId, operation }: PendingOperation): boolean {
    if (this.#expected.size === 0) return false
    for (const child of this.#stillExpected()) {
      if (child.keyspaceId === keyspaceId && beginsIn(child, operation)) return true
    }
    return false
  }

  #stillExpected(): IterableIterator<RangeDescriptor> {
    for (const rangeId of this.#expected.keys()) {
      // It may have gone with the range that it was split off.
      if (!this.#options.data.has(rangeId)) this.#expected.delete(rangeId)
    }
    return this.#expected.values()
  }

  #opens(): boolean {
    return this.#opening.size > 0 || this.#stillExpected().next().done !== true
  }

  /** Who has lost what it had of a range can't know whose it was, or that all of it is to go. */
  #onKnockInVain(rangeId: RangeId, { from, to }: Message): void {
    const known = this.#options.data.identityOf(rangeId)
    if (known === undefined || !this.clearance.has(known.keyspaceId)) return
    this.#options.outbox.addReply(rangeId, goneTo(from, to, true))
  }

  /** Who sleeps on these keys may have been removed meanwhile: it asks its peers. */
  #rouse(range: RangeDescriptor): void {
    for (const replica of this.#directory.overlapping(range.keyspaceId, range)) {
      if (!replica.raft.view.quiescent) continue
      replica.raft.step({ type: "seekLeader" })
      this.#options.onTouched(replica)
    }
  }

  /** Operations on its keys find another way. `then`: nothing is left of it. */
  #leave(replica: Replica, reason: string, then = () => {}, merged = false): void {
    this.#replicas.delete(replica.rangeId)
    this.#directory.remove(replica)
    if (replica.rangeId === systemRange) this.#options.keyspaces.forget()
    this.#options.onLeft(replica)
    this.#departures.begin(replica, reason, then, merged)
  }

  async #openLater(
    data: RangeData,
    replicaId: ReplicaId,
    logLost: boolean,
  ): Promise<Replica | undefined> {
    const { rangeId } = data
    this.#opening.add(rangeId)
    const replica = await this.#open(data, replicaId, logLost)
    this.#place(replica)
    this.#opening.delete(rangeId)
    this.#expected.delete(rangeId)
    if (!this.#stopped) return replica
    await replica.stop()
    return undefined
  }

  async #open(data: RangeData, replicaId: ReplicaId, logLost: boolean): Promise<Replica> {
    const { openReplica, shared, keyspaces, onOpened, onTouched } = this.#options
    let replica: Replica | undefined
    const seam: ReplicaSeam = {
      data,
      wake: () => replica && onTouched(replica),
      has: (rangeId) => this.#options.data.has(rangeId),
      onSplit: (child, parent) => {
        this.#options.data.bear(child, parent.data)
        const { descriptor } = child.state
        this.#expected.set(descriptor.rangeId, descriptor)
        if (replica !== undefined) this.#place(replica)
      },
      onBorn: (child, parent) => this.#onBorn(child, parent),
      neighbourBefore: (range) => this.#before(range)?.machine.state,
      sourceOf: (source, onCome) => this.#sourceOf(source, onCome),
      takeIn: (source) => this.#takeIn(source, replica),
      onMoved: () => {
        if (replica !== undefined) this.#place(replica)
        this.#loadKeyspaces(data)
      },
      ...shared,
    }
    const loss = await keyspaces.load(data)
    replica = await openReplica(data, { replicaId, logLost }, seam)
    if (loss !== undefined) replica.onDataLoss(loss)
    this.#replicas.set(replica.rangeId, replica)
    this.clearance.onReplica(replica)
    onOpened(replica)
    return replica
  }

  #loadKeyspaces(data: RangeData): void {
    const { keyspaces, onFatal } = this.#options
    keyspaces.load(data).then((loss) => {
      const replica = this.#replicas.get(data.rangeId)
      if (loss !== undefined && replica?.data === data) replica.onDataLoss(loss)
    }, onFatal)
  }

  /**
   * The child of the range's leader leads at once; the others wait for it (rule 47). They come to
   * be a moment later, when it has asked them for their votes in vain: so they say that they are
   * there. A split took half a second until then, with it some milliseconds.
   */
  #onBorn({ state }: RangeImage, parent: SplitParent): void {
    const { config, onTouched, onFatal } = this.#options
    const { rangeId } = state.descriptor
    // It went with older data of its parent, and came by a message while that was replaced.
    if (this.#opening.has(rangeId) || this.#replicas.has(rangeId)) return
    const data = this.#options.data.get(rangeId)
    assert(data !== undefined, "a range is born that is not here")
    const leads = parent.raft.view.role === "leader"
    const replicaId = replicaOn(state.configuration, config.nodeId) ?? parent.raft.view.id
    const known = this.#options.data.identityOf(rangeId)
    if (known !== undefined && isOfThePast(replicaId, rangeId, this.#options.data)) {
      this.#departures.buryAgain(rangeId, known.replicaId)
      return
    }
    this.#openLater(data, replicaId, parent.damaged).then((child) => {
      if (child === undefined || child.raft.view.term > state.term) return
      child.raft.step({ type: leads ? "campaign" : "seekLeader" })
      onTouched(child)
    }, onFatal)
  }

  /** Who holds the keys before those of a range, as far as is applied here. */
  #before(range: RangeDescriptor): Replica | undefined {
    if (range.version === 0 || range.start.length === 0) return undefined
    return this.#directory.of(range.keyspaceId, { type: "absorb", source: range, giveUp: false })
  }

  #sourceOf(source: RangeDescriptor, onCome: () => void): YieldedRange | SourceState {
    const { rangeId } = source
    const replica = this.#replicas.get(rangeId)
    if (replica !== undefined) return replica.merging.yieldFor(source, onCome)
    const { data } = this.#options
    if (data.has(rangeId)) return this.#departures.has(rangeId) ? "missing" : "coming"
    return data.identityOf(rangeId)?.merged === true ? "gone" : "missing"
  }

  #takeIn(source: RangeDescriptor, into: Replica | undefined): TakenIn {
    const { data, onLeft } = this.#options
    const replica = this.#replicas.get(source.rangeId)
    assert(replica !== undefined && into !== undefined, "a range is taken in that is not here")
    this.#replicas.delete(source.rangeId)
    this.#directory.remove(replica)
    onLeft(replica)
    const burial = data.takeIn(source, replica.raft.view.id, into.data)
    const settle = (): void => {
      this.#place(into)
      this.#departures.takeIn(replica, burial)
    }
    return { burial, settle }
  }

  /**
   * Whether a replica here is still to take this range in, as far as it knows: that waits for what
   * this one holds, whatever others have done.
   */
  #isAwaited({ descriptor }: Replica): boolean {
    return this.#options.data.occupancy.isAwaited(descriptor)
  }

  /**
   * Where a range holds others by now, their replicas here are left over. They are found by their
   * names: one whose first data is on its way has keys already, and is not in the directory yet.
   */
  #onOvertaken(range: RangeDescriptor, even: (replica: Replica) => boolean): void {
    for (const rangeId of range.absorbed ?? []) {
      const replica = this.#replicas.get(rangeId)
      if (replica === undefined || !even(replica)) continue
      this.#leaveMerged(replica, `range ${range.rangeId} has it`)
    }
  }

  #leaveMerged(replica: Replica, reason: string): void {
    this.#leave(replica, `the range was merged: ${reason}`, undefined, true)
  }

  /** Its borders have moved. */
  #place(replica: Replica): void {
    if (this.has(replica)) this.#directory.place(replica)
    this.#options.onMoved()
  }
}

import {
  compareBytes,
  type KeyspaceId,
  type MonotonicMs,
  type NodeId,
  TurnoverMap,
} from "../base/index.ts"
import {
  endOf,
  findPlace,
  firstKeyOf,
  lastFitting,
  overlap,
  systemKeyspaceId,
} from "../core/range/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import type { Misrouted, RangeLocation, RangePlace } from "../wire/index.ts"
import { refuse } from "./answers.ts"
import type { Members } from "./members.ts"
import { Parked } from "./parked.ts"
import type { PendingOperation } from "./types.ts"

/** Ranges that are remembered; beyond, all are forgotten. */
const rangesMax = 10_000
/** Places that one question names. */
const placesMax = 64

/** Who to ask for a range. */
interface Lead {
  /** 0: not known, so its replicas are asked, one after the other. */
  leader: NodeId
  /** Which of them is next. */
  turn: number
}

interface Remote extends Lead {
  readonly range: RangeDescriptor
  readonly replicas: readonly NodeId[]
}

interface RemoteRangesOptions {
  readonly nodeId: NodeId
  readonly members: Members
  /** Asks the driver where ranges are; whatever comes of it, `onLocated` is called. */
  readonly locate: (places: readonly RangePlace[]) => void
  readonly forward: (to: NodeId, operation: PendingOperation) => void
  /** Whose stores are silent. */
  readonly absent: () => ReadonlySet<NodeId>
  /** Takes back what was parked. */
  readonly route: (operation: PendingOperation) => void
}

/**
 * Ranges that this node has no replica of, and operations on their keys: where they are led, as the
 * driver or one of their replicas said last. It may be wrong at any time: who is asked says so, and
 * has done nothing.
 */
export class RemoteRanges {
  readonly #options: RemoteRangesOptions
  /** By keyspace, in the order of their starts; no two share a key. */
  readonly #sorted = new Map<KeyspaceId, Remote[]>()
  #count = 0
  /** The cluster's own range: without it nothing can be located, so any store is asked for it. */
  readonly #system: Lead = { leader: 0, turn: 0 }
  /** What waits for its range to be located, or to come here. */
  readonly #parked = new Parked()
  readonly #wanted = new TurnoverMap<string, RangePlace>()
  #asking = false
  /** Places asked for so far. */
  #asked = 0
  #mayAsk = true

  constructor(options: RemoteRangesOptions) {
    this.#options = options
  }

  get count(): number {
    return this.#parked.count
  }

  /** Sends an operation to where its range is led, once that is known. */
  take(operation: PendingOperation): void {
    if (this.#cutOff) {
      refuse(operation, "unavailable", "this node hears of no other: ask another")
      return
    }
    const lead = this.#leadOf(operation)
    const to = lead && this.#nodeOf(lead)
    if (to !== undefined) {
      this.#options.forward(to, operation)
      return
    }
    if (lead === undefined) this.#want(operation)
    operation.strayed = true
    this.#parked.add(operation)
  }

  /** It has to find its way anew, with the next tick. */
  park(operation: PendingOperation): void {
    this.#parked.add(operation)
  }

  /** From another one on each time: places that nobody can tell must not fill every question. */
  routeParked(): void {
    const parked = this.#parked.takeAll()
    const first = parked.length > placesMax ? this.#asked % parked.length : 0
    for (const operation of parked.slice(first)) this.#options.route(operation)
    for (const operation of parked.slice(0, first)) this.#options.route(operation)
  }

  /** What clients can be told of the way of an operation. */
  find({ keyspaceId, operation }: PendingOperation): Readonly<Remote> | undefined {
    const sorted = this.#sorted.get(keyspaceId)
    return sorted && findPlace(sorted, ({ range }) => range, operation)
  }

  /** A peer did not serve an operation: see `ForwarderOptions`. */
  onMisled(
    operation: PendingOperation,
    by: NodeId,
    code: Misrouted["code"] | undefined,
    leader: NodeId,
  ): void {
    if (code === "range_changed") {
      const known = this.find(operation)
      if (known !== undefined) this.#forget(known)
      return
    }
    const lead = this.#leadOf(operation)
    if (lead === undefined) return
    if (leader !== 0 && leader !== by && leader !== this.#options.nodeId) {
      lead.leader = leader
      return
    }
    // Another operation may have learnt more meanwhile.
    if (lead.leader !== 0 && lead.leader !== by) return
    lead.leader = 0
    lead.turn += 1
    if (isRemote(lead) && lead.turn > this.#nodesOf(lead).length) this.#forget(lead)
  }

  /**
   * The driver has answered, or has not. Where it told nothing new it is not asked again before the
   * next tick: a driver on this node would be asked without end, and nothing else be done.
   */
  onLocated(locations: readonly RangeLocation[]): void {
    this.#asking = false
    this.#mayAsk = false
    for (const location of locations) if (this.#learn(location)) this.#mayAsk = true
    if (this.#mayAsk) this.routeParked()
  }

  tick(nowMs: MonotonicMs): void {
    this.#mayAsk = true
    this.#parked.sweep(nowMs)
    this.routeParked()
  }

  #leadOf(operation: PendingOperation): Lead | undefined {
    return operation.keyspaceId === systemKeyspaceId ? this.#system : this.find(operation)
  }

  /** All others are silent: nothing can be located, and nobody be asked. */
  get #cutOff(): boolean {
    const absent = this.#options.absent()
    if (absent.size === 0) return false
    return this.#options.members.all.every(({ nodeId }) => {
      return nodeId === this.#options.nodeId || absent.has(nodeId)
    })
  }

  #nodeOf(lead: Lead): NodeId | undefined {
    if (lead.leader !== 0) return lead.leader
    const nodes = this.#nodesOf(lead)
    // What is sent to one that died is lost with the connection, its outcome unknown.
    const absent = this.#options.absent()
    const present = nodes.filter((id) => !absent.has(id))
    const asked = present.length > 0 ? present : nodes
    return asked[lead.turn % Math.max(1, asked.length)]
  }

  #nodesOf(lead: Lead): readonly NodeId[] {
    const { members, nodeId } = this.#options
    const nodes = isRemote(lead) ? lead.replicas : members.all.map((member) => member.nodeId)
    return nodes.filter((id) => id !== nodeId)
  }

  #want({ keyspaceId, operation }: PendingOperation): void {
    const end = endOf(operation)
    const before = end !== undefined
    const key = end ?? firstKeyOf(operation)
    // Beyond that, who waits comes again with the next answer, or the next tick.
    if (this.#wanted.size < placesMax) {
      const place = { keyspaceId, key: new Uint8Array(key), before }
      this.#wanted.set(`${keyspaceId} ${before} ${key.join()}`, place)
    }
    this.#ask()
  }

  #ask(): void {
    if (this.#asking || !this.#mayAsk || this.#wanted.size === 0) return
    this.#asking = true
    const places = [...this.#wanted.values()]
    this.#wanted.clear()
    this.#asked += places.length
    this.#options.locate(places)
  }

  /**
   * Of two that share a key the one with the higher version is the later one. Whether more can be
   * told now of where keys belong.
   */
  #learn({ range, leader, replicas }: RangeLocation): boolean {
    const sorted = this.#sorted.get(range.keyspaceId) ?? []
    let first = lastFitting(sorted, (known) => compareBytes(known.range.start, range.start) <= 0)
    if (first < 0 || !overlapsAt(sorted, first, range)) first += 1
    let end = first
    for (; overlapsAt(sorted, end, range); end += 1) {
      if ((sorted[end] as Remote).range.version > range.version) return false
    }
    const known = end - first === 1 ? sorted[first]?.range : undefined
    const same = known?.rangeId === range.rangeId && known.version === range.version
    // Not this node any more, whatever the driver has heard: there is no replica here.
    const led = leader === this.#options.nodeId ? 0 : leader
    sorted.splice(first, end - first, { range, replicas, leader: led, turn: 0 })
    this.#sorted.set(range.keyspaceId, sorted)
    this.#count += 1 + first - end
    if (this.#count > rangesMax) this.#forgetAll()
    return !same
  }

  #forget(remote: Remote): void {
    const sorted = this.#sorted.get(remote.range.keyspaceId)
    const at = sorted?.indexOf(remote) ?? -1
    if (at < 0) return
    sorted?.splice(at, 1)
    this.#count -= 1
  }

  #forgetAll(): void {
    this.#sorted.clear()
    this.#count = 0
  }
}

function isRemote(lead: Lead): lead is Remote {
  return "range" in lead
}

function overlapsAt(sorted: readonly Remote[], at: number, range: RangeDescriptor): boolean {
  const known = sorted[at]
  return known !== undefined && overlap(known.range, range)
}

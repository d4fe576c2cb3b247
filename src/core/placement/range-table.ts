import sortedBtree from "sorted-btree"
import { assert, bytesOfMapKey, type KeyspaceId, mapKeyOf, type RangeId } from "../../base/index.ts"
import type { StoreTable } from "./store-table.ts"
import { type RangeReport, type Replica, type ReplicaRole, replicasMax } from "./types.ts"

const BTree = sortedBtree.default
type Order = InstanceType<typeof BTree<string, number>>

/** Roles as they are stored; the numbers mean nothing. */
const roles: readonly ReplicaRole[] = ["voter", "learner", "incoming", "outgoing"]
const voterCode = 0
const learnerCode = 1
const roleMask = 3
const downFlag = 4
const pendingFlag = 8

/** What a report says of one replica, in one byte. */
export const replicaStates = { voterCode, learnerCode, roleMask, downFlag, pendingFlag } as const

/**
 * All ranges, a column for each thing known of them: a million of them fit into 400 MB, and looking
 * at each of them takes a few milliseconds. A range has a slot for as long as it is known.
 */
export class RangeTable {
  readonly #stores: StoreTable
  readonly #slots = new Map<RangeId, number>()
  readonly #orders = new Map<KeyspaceId, Order>()
  readonly #free: number[] = []
  readonly #starts: string[] = []
  readonly #ends: string[] = []
  /** Slots below this were in use at some time. */
  slotsUsed = 0
  /** Slots that the columns have. */
  #room = 0

  /** By slot. An id of 0: the slot is free. */
  ids = new Float64Array(0)
  keyspaces = new Float64Array(0)
  versions = new Float64Array(0)
  configVersions = new Float64Array(0)
  terms = new Float64Array(0)
  bytes = new Float64Array(0)
  keys = new Float64Array(0)
  readRates = new Float32Array(0)
  writeRates = new Float32Array(0)
  /** What balancing goes by: the rate of a hot range, moved only by changes that matter; else 0. */
  heats = new Float32Array(0)
  /** When its span was last seen to change. */
  versionAtMs = new Float64Array(0)
  /** Since when its leader misses the replicas that it misses, all of them; 0: it misses none. */
  downSinceMs = new Float64Array(0)
  leaders = new Uint16Array(0)
  replicaCounts = new Uint8Array(0)
  /** `replicasMax` of each for a slot. */
  replicaStores = new Uint16Array(0)
  replicaStates = new Uint8Array(0)
  replicaIds = new Float64Array(0)

  constructor(stores: StoreTable) {
    this.#stores = stores
  }

  get size(): number {
    return this.#slots.size
  }

  slotOf(rangeId: RangeId): number | undefined {
    return this.#slots.get(rangeId)
  }

  startOf(slot: number): Uint8Array {
    return bytesOfMapKey(this.#starts[slot] ?? "")
  }

  endOf(slot: number): Uint8Array {
    return bytesOfMapKey(this.#ends[slot] ?? "")
  }

  /** The range of a keyspace that holds a key. */
  locate(keyspaceId: KeyspaceId, key: Uint8Array): number | undefined {
    const order = this.#orders.get(keyspaceId)
    const text = mapKeyOf(key)
    const slot = order?.get(text) ?? order?.nextLowerPair(text)?.[1]
    return slot !== undefined && endsAfter(this.#ends[slot], text) ? slot : undefined
  }

  /** The range that holds what lies right before a key; an empty key: the last one. */
  locateBefore(keyspaceId: KeyspaceId, key: Uint8Array): number | undefined {
    const order = this.#orders.get(keyspaceId)
    const text = mapKeyOf(key)
    if (text !== "") {
      const slot = order?.nextLowerPair(text)?.[1]
      const end = slot === undefined ? undefined : this.#ends[slot]
      return end === text || endsAfter(end, text) ? slot : undefined
    }
    const last = order?.maxKey()
    const slot = last === undefined ? undefined : order?.get(last)
    return slot !== undefined && this.#ends[slot] === "" ? slot : undefined
  }

  /** Operations a second. */
  rateOf(slot: number): number {
    return (this.readRates[slot] ?? 0) + (this.writeRates[slot] ?? 0)
  }

  /** The neighbour on its right, where one is known. */
  nextOf(slot: number): number | undefined {
    const end = this.#ends[slot] ?? ""
    if (end === "") return undefined
    return this.#orders.get(this.keyspaces[slot] ?? 0)?.get(end)
  }

  /** Slots of a keyspace in the order of their keys, from a key on. */
  *inOrder(keyspaceId: KeyspaceId, from: Uint8Array): IterableIterator<number> {
    const order = this.#orders.get(keyspaceId)
    if (order === undefined) return
    const first = this.locate(keyspaceId, from)
    const start = first === undefined ? mapKeyOf(from) : (this.#starts[first] ?? "")
    for (const [, slot] of order.entries(start)) yield slot
  }

  /** Those of which a range is known. */
  keyspaceIds(): IterableIterator<KeyspaceId> {
    return this.#orders.keys()
  }

  /** Whether the ranges that are known have all keys of a keyspace. */
  isWhole(keyspaceId: KeyspaceId): boolean {
    let end: string | undefined = ""
    for (const [start, slot] of this.#orders.get(keyspaceId)?.entries() ?? []) {
      if (start !== end) return false
      end = this.#ends[slot] === "" ? undefined : this.#ends[slot]
    }
    return end === undefined
  }

  /** Slots of ranges that have a replica on a store, by its slot. */
  *withReplicaOn(storeSlot: number): IterableIterator<number> {
    for (let slot = 0; slot < this.slotsUsed; slot += 1) {
      const first = slot * replicasMax
      const end = first + (this.replicaCounts[slot] ?? 0)
      for (let at = first; at < end; at += 1) {
        if (this.replicaStores[at] === storeSlot) yield slot
      }
    }
  }

  /** Slots of ranges of a keyspace that share a key with [start, end). */
  overlapping({ keyspaceId, start, end }: RangeReport): readonly number[] {
    const order = this.#orders.get(keyspaceId)
    if (order === undefined) return []
    const from = mapKeyOf(start)
    const to = mapKeyOf(end)
    const found: number[] = []
    const before = order.nextLowerPair(from)
    if (before !== undefined && endsAfter(this.#ends[before[1]], from)) found.push(before[1])
    for (const [first, slot] of order.entries(from)) {
      if (to !== "" && first >= to) break
      found.push(slot)
    }
    return found
  }

  /** Sets everything that a report says but how hot the range is; returns its slot. */
  put(report: RangeReport, nowMs: number): number {
    let slot = this.#slots.get(report.rangeId)
    if (slot === undefined) slot = this.#insert(report)
    else {
      this.#count(slot, -1)
      if (report.version !== this.versions[slot]) this.#respan(slot, report)
    }
    if (report.version !== this.versions[slot]) this.versionAtMs[slot] = nowMs
    this.versions[slot] = report.version
    this.configVersions[slot] = report.configVersion
    this.terms[slot] = report.term
    this.bytes[slot] = report.bytes
    this.keys[slot] = report.keys
    this.readRates[slot] = report.readRate
    this.writeRates[slot] = report.writeRate
    this.leaders[slot] = this.#stores.named(report.leader, nowMs).slot
    this.#putReplicas(slot, report, nowMs)
    this.#count(slot, 1)
    return slot
  }

  /** Sets what the range weighs in the balance of leaders. */
  setHeat(slot: number, heat: number): void {
    const leader = this.leaders[slot] ?? 0
    if (leader !== 0) this.#stores.at(leader).heat += heat - (this.heats[slot] ?? 0)
    this.heats[slot] = heat
  }

  /** So long nobody could tell of replicas: none of them was missed for that. */
  forgive(ms: number, nowMs: number): void {
    for (let slot = 0; slot < this.slotsUsed; slot += 1) {
      const since = this.downSinceMs[slot] ?? 0
      if (since > 0) this.downSinceMs[slot] = Math.min(since + ms, nowMs)
    }
  }

  remove(slot: number): void {
    this.#count(slot, -1)
    const order = this.#orders.get(this.keyspaces[slot] ?? 0)
    const start = this.#starts[slot] ?? ""
    if (order?.get(start) === slot) order.delete(start)
    if (order?.size === 0) this.#orders.delete(this.keyspaces[slot] ?? 0)
    this.#slots.delete(this.ids[slot] ?? 0)
    this.ids[slot] = 0
    this.heats[slot] = 0
    this.replicaCounts[slot] = 0
    this.#free.push(slot)
  }

  replicasOf(slot: number): readonly Replica[] {
    const found: Replica[] = []
    const first = slot * replicasMax
    for (let at = first; at < first + (this.replicaCounts[slot] ?? 0); at += 1) {
      found.push({
        store: this.#stores.at(this.replicaStores[at] ?? 0).id,
        replicaId: this.replicaIds[at] ?? 0,
        role: roles[(this.replicaStates[at] ?? 0) & roleMask] ?? "voter",
      })
    }
    return found
  }

  #insert({ rangeId, keyspaceId, start, end }: RangeReport): number {
    const slot = this.#free.pop() ?? this.slotsUsed
    if (slot === this.slotsUsed) this.slotsUsed += 1
    if (slot >= this.#room) this.#grow(Math.max(1_024, 2 * this.#room))
    this.ids[slot] = rangeId
    this.keyspaces[slot] = keyspaceId
    this.versions[slot] = -1
    this.downSinceMs[slot] = 0
    this.#slots.set(rangeId, slot)
    this.#starts[slot] = mapKeyOf(start)
    this.#ends[slot] = mapKeyOf(end)
    this.#orderOf(keyspaceId).set(this.#starts[slot] ?? "", slot)
    return slot
  }

  #respan(slot: number, { keyspaceId, start, end }: RangeReport): void {
    const order = this.#orderOf(keyspaceId)
    const old = this.#starts[slot] ?? ""
    const now = mapKeyOf(start)
    if (old !== now) {
      if (order.get(old) === slot) order.delete(old)
      this.#starts[slot] = now
    }
    order.set(now, slot)
    this.#ends[slot] = mapKeyOf(end)
  }

  #orderOf(keyspaceId: KeyspaceId): Order {
    let order = this.#orders.get(keyspaceId)
    if (order === undefined) {
      order = new BTree<string, number>()
      this.#orders.set(keyspaceId, order)
    }
    return order
  }

  #putReplicas(slot: number, report: RangeReport, nowMs: number): void {
    assert(report.replicas.length <= replicasMax, "a report with too many replicas was taken")
    const missedBefore = this.downSinceMs[slot] === 0 ? [] : this.#missed(slot)
    let at = slot * replicasMax
    let missed = false
    let missedAnew = false
    for (const { store, replicaId, role } of report.replicas) {
      const storeSlot = this.#stores.named(store, nowMs).slot
      const down = report.down.includes(store)
      missed ||= down
      missedAnew ||= down && !missedBefore.includes(storeSlot)
      this.replicaStores[at] = storeSlot
      this.replicaIds[at] = replicaId
      this.replicaStates[at] =
        roles.indexOf(role) +
        (down ? downFlag : 0) +
        (report.pending.includes(store) ? pendingFlag : 0)
      at += 1
    }
    this.replicaCounts[slot] = report.replicas.length
    if (!missed) this.downSinceMs[slot] = 0
    else if (missedAnew) this.downSinceMs[slot] = Math.max(1, nowMs)
  }

  /** Store slots of replicas that the leader missed. */
  #missed(slot: number): number[] {
    const found: number[] = []
    const first = slot * replicasMax
    for (let at = first; at < first + (this.replicaCounts[slot] ?? 0); at += 1) {
      if (((this.replicaStates[at] ?? 0) & downFlag) !== 0) found.push(this.replicaStores[at] ?? 0)
    }
    return found
  }

  /** Adds a range to what its stores hold and lead, or takes it from that. */
  #count(slot: number, sign: 1 | -1): void {
    const bytes = sign * (this.bytes[slot] ?? 0)
    const first = slot * replicasMax
    for (let at = first; at < first + (this.replicaCounts[slot] ?? 0); at += 1) {
      const store = this.#stores.at(this.replicaStores[at] ?? 0)
      store.replicas += sign
      store.bytes += bytes
    }
    const leader = this.leaders[slot] ?? 0
    if (leader === 0) return
    this.#stores.at(leader).leaders += sign
    this.#stores.at(leader).heat += sign * (this.heats[slot] ?? 0)
  }

  #grow(room: number): void {
    const wide = room * replicasMax
    this.ids = grown(this.ids, new Float64Array(room))
    this.keyspaces = grown(this.keyspaces, new Float64Array(room))
    this.versions = grown(this.versions, new Float64Array(room))
    this.configVersions = grown(this.configVersions, new Float64Array(room))
    this.terms = grown(this.terms, new Float64Array(room))
    this.bytes = grown(this.bytes, new Float64Array(room))
    this.keys = grown(this.keys, new Float64Array(room))
    this.readRates = grown(this.readRates, new Float32Array(room))
    this.writeRates = grown(this.writeRates, new Float32Array(room))
    this.heats = grown(this.heats, new Float32Array(room))
    this.versionAtMs = grown(this.versionAtMs, new Float64Array(room))
    this.downSinceMs = grown(this.downSinceMs, new Float64Array(room))
    this.leaders = grown(this.leaders, new Uint16Array(room))
    this.replicaCounts = grown(this.replicaCounts, new Uint8Array(room))
    this.replicaStores = grown(this.replicaStores, new Uint16Array(wide))
    this.replicaStates = grown(this.replicaStates, new Uint8Array(wide))
    this.replicaIds = grown(this.replicaIds, new Float64Array(wide))
    this.#room = room
  }
}

function grown<T extends { set(from: T): void }>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

function endsAfter(end: string | undefined, key: string): boolean {
  return end === "" || (end !== undefined && end > key)
}

/** Cluster.Join, ListStores and SetStoreLabels. */
import { type LeaderHint, type NodeId, noLabels, type StoreLabels } from "../base/index.ts"
import { Reader, tooMany } from "./reader.ts"
import { readLabelsField, writeLabelsField } from "./store-table.ts"
import { Writer } from "./writer.ts"

const storesMax = 100_000

/** What a node says of itself to become one of a cluster. */
export interface JoinRequest {
  readonly clusterId: string
  /** 0: the cluster gives one. */
  readonly nodeId: NodeId
  /** Made at random with its data folder: asked again with the same one, the answer is the same. */
  readonly storeKey: string
  readonly address: string
  readonly labels: StoreLabels
}

export interface JoinResponse {
  readonly nodeId: NodeId
  readonly members: readonly LeaderHint[]
  /** Made at random when the cluster began. */
  readonly clusterKey: string
}

/** A store as the driver knows it. */
export interface StoreSummary {
  readonly nodeId: NodeId
  readonly address: string
  readonly state: string
  readonly labels: StoreLabels
  /** Of one that was not heard of what leaders of ranges told so far: there may be more. */
  readonly ranges: number
  readonly leaders: number
  /** About what its replicas take on its disk. */
  readonly bytes: number
  readonly capacityBytes: number
  readonly usedBytes: number
  /** Since it was heard of; 0: not since the driver is there. */
  readonly heardMsAgo: number
  /** Since people decided on its state, or it joined; 0 of one that is silent. */
  readonly stateMs: number
}

export function encodeJoinRequest(request: JoinRequest): Uint8Array {
  const writer = new Writer(256)
  writer.string(1, request.clusterId)
  writer.uint(2, request.nodeId)
  writer.string(3, request.storeKey)
  writer.string(4, request.address)
  writeLabelsField(writer, 5, request.labels)
  return writer.finish()
}

/** Throws KvError `invalid_argument`, as all of these do. */
export function decodeJoinRequest(bytes: Uint8Array): JoinRequest {
  const reader = new Reader(bytes)
  let [clusterId, storeKey, address] = ["", "", ""]
  let nodeId = 0
  let labels = noLabels
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) clusterId = reader.string()
    else if (field === 2) nodeId = reader.uint32()
    else if (field === 3) storeKey = reader.string()
    else if (field === 4) address = reader.string()
    else if (field === 5) labels = readLabelsField(reader)
    else reader.skip()
  }
  return { clusterId, nodeId, storeKey, address, labels }
}

export function encodeJoinResponse({ nodeId, members, clusterKey }: JoinResponse): Uint8Array {
  const writer = new Writer(64 + 64 * members.length)
  writer.uint(1, nodeId)
  for (const member of members) {
    const message = writer.begin(2)
    writer.uint(1, member.nodeId)
    writer.string(2, member.address)
    writer.end(message)
  }
  writer.string(3, clusterKey)
  return writer.finish()
}

export function decodeJoinResponse(bytes: Uint8Array): JoinResponse {
  const reader = new Reader(bytes)
  const members: LeaderHint[] = []
  let nodeId = 0
  let clusterKey = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) members.push(readMember(reader))
    else if (field === 3) clusterKey = reader.string()
    else reader.skip()
    if (members.length > storesMax) throw tooMany(storesMax)
  }
  return { nodeId, members, clusterKey }
}

function readMember(reader: Reader): LeaderHint {
  let nodeId = 0
  let address = ""
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) address = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  return { nodeId, address }
}

export function encodeStoreList(stores: readonly StoreSummary[]): Uint8Array {
  const writer = new Writer(16 + 192 * stores.length)
  for (const store of stores) {
    const message = writer.begin(1)
    writer.uint(1, store.nodeId)
    writer.string(2, store.address)
    writer.string(3, store.state)
    writeLabelsField(writer, 4, store.labels)
    writer.uint(5, store.ranges)
    writer.uint(6, store.leaders)
    writer.uint(7, store.bytes)
    writer.uint(8, store.capacityBytes)
    writer.uint(9, store.usedBytes)
    writer.uint(10, store.heardMsAgo)
    writer.uint(11, store.stateMs)
    writer.end(message)
  }
  return writer.finish()
}

export function decodeStoreList(bytes: Uint8Array): readonly StoreSummary[] {
  const reader = new Reader(bytes)
  const stores: StoreSummary[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) stores.push(readSummary(reader))
    else reader.skip()
    if (stores.length > storesMax) throw tooMany(storesMax)
  }
  return stores
}

function readSummary(reader: Reader): StoreSummary {
  let [address, state] = ["", ""]
  let labels = noLabels
  let [nodeId, ranges, leaders, bytes, capacityBytes, usedBytes] = [0, 0, 0, 0, 0, 0]
  let [heardMsAgo, stateMs] = [0, 0]
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) address = reader.string()
    else if (field === 3) state = reader.string()
    else if (field === 4) labels = readLabelsField(reader)
    else if (field === 5) ranges = reader.uint32()
    else if (field === 6) leaders = reader.uint32()
    else if (field === 7) bytes = reader.uint53()
    else if (field === 8) capacityBytes = reader.uint53()
    else if (field === 9) usedBytes = reader.uint53()
    else if (field === 10) heardMsAgo = reader.uint53()
    else if (field === 11) stateMs = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  const counted = { ranges, leaders, bytes, capacityBytes, usedBytes, heardMsAgo, stateMs }
  return { nodeId, address, state, labels, ...counted }
}

/** Where a store is to be said to be; empty labels stay as they are. */
export interface LabelsOfStore {
  readonly nodeId: NodeId
  readonly labels: StoreLabels
}

export function encodeLabelsOfStore({ nodeId, labels }: LabelsOfStore): Uint8Array {
  const writer = new Writer(128)
  writer.uint(1, nodeId)
  writeLabelsField(writer, 2, labels)
  return writer.finish()
}

export function decodeLabelsOfStore(bytes: Uint8Array): LabelsOfStore {
  const reader = new Reader(bytes)
  let nodeId = 0
  let labels = noLabels
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) labels = readLabelsField(reader)
    else reader.skip()
  }
  return { nodeId, labels }
}

/** A SetStoreLabelsResponse. */
export function encodeLabels(labels: StoreLabels): Uint8Array {
  const writer = new Writer(128)
  writeLabelsField(writer, 1, labels)
  return writer.finish()
}

export function decodeLabels(bytes: Uint8Array): StoreLabels {
  const reader = new Reader(bytes)
  let labels = noLabels
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) labels = readLabelsField(reader)
    else reader.skip()
  }
  return labels
}

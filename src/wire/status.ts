/** Cluster.Status: the cluster as one node sees it. */
import { Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

const membersMax = 10_000

export interface ClusterStatus {
  /** Of the software. */
  readonly version: string
  readonly clusterId: string
  readonly nodeId: number
  readonly address: string
  readonly role: string
  /** 0: none known. */
  readonly leaderNodeId: number
  readonly term: number
  readonly firstIndex: number
  readonly lastIndex: number
  readonly commitIndex: number
  readonly appliedIndex: number
  readonly members: readonly { readonly nodeId: number; readonly address: string }[]
  /** "ok", or why this node can't do all its work. */
  readonly condition: string
  readonly uptimeMs: number
  readonly residentBytes: number
  readonly operationsPending: number
  /** Ranges that the node has a replica of, and how many of them it leads. */
  readonly ranges: number
  readonly leaders: number
  /** Ranges that it leads whose replicas differ, with no majority to say who is right. */
  readonly undecided: number
}

export function encodeStatus(status: ClusterStatus): Uint8Array {
  const writer = new Writer(256)
  writer.string(1, status.version)
  writer.string(2, status.clusterId)
  writer.uint(3, status.nodeId)
  writer.string(4, status.address)
  writer.string(5, status.role)
  writer.uint(6, status.leaderNodeId)
  writer.uint(7, status.term)
  writer.uint(8, status.firstIndex)
  writer.uint(9, status.lastIndex)
  writer.uint(10, status.commitIndex)
  writer.uint(11, status.appliedIndex)
  for (const { nodeId, address } of status.members) {
    const member = writer.begin(12)
    writer.uint(1, nodeId)
    writer.string(2, address)
    writer.end(member)
  }
  writer.string(13, status.condition)
  writer.uint(14, Math.floor(status.uptimeMs))
  writer.uint(15, status.residentBytes)
  writer.uint(16, status.operationsPending)
  writer.uint(17, status.ranges)
  writer.uint(18, status.leaders)
  writer.uint(19, status.undecided)
  return writer.finish()
}

type Numbers = {
  -readonly [Name in keyof ClusterStatus as ClusterStatus[Name] extends number
    ? Name
    : never]: number
}
type Texts = {
  -readonly [Name in keyof ClusterStatus as ClusterStatus[Name] extends string
    ? Name
    : never]: string
}

const textFields: Readonly<Record<number, keyof Texts>> = {
  1: "version",
  2: "clusterId",
  4: "address",
  5: "role",
  13: "condition",
}
const numberFields: Readonly<Record<number, keyof Numbers>> = {
  3: "nodeId",
  6: "leaderNodeId",
  7: "term",
  8: "firstIndex",
  9: "lastIndex",
  10: "commitIndex",
  11: "appliedIndex",
  14: "uptimeMs",
  15: "residentBytes",
  16: "operationsPending",
  17: "ranges",
  18: "leaders",
  19: "undecided",
}

export function decodeStatus(bytes: Uint8Array): ClusterStatus {
  const reader = new Reader(bytes)
  const texts: Texts = { version: "", clusterId: "", address: "", role: "", condition: "" }
  const numbers: Numbers = {
    ...{ nodeId: 0, leaderNodeId: 0, term: 0, uptimeMs: 0, residentBytes: 0, operationsPending: 0 },
    ...{ firstIndex: 0, lastIndex: 0, commitIndex: 0, appliedIndex: 0, ranges: 0, leaders: 0 },
    undecided: 0,
  }
  const members: { nodeId: number; address: string }[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    const text = textFields[field]
    const number = numberFields[field]
    if (text !== undefined) texts[text] = reader.string()
    else if (number !== undefined) numbers[number] = reader.uint53()
    else if (field === 12) members.push(readMember(reader))
    else reader.skip()
    if (members.length > membersMax) throw tooMany(membersMax)
  }
  return { ...texts, ...numbers, members }
}

function readMember(reader: Reader): { nodeId: number; address: string } {
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

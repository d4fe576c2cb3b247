/** ringraft.v1.CheckResponse and CheckRangeResponse, which has the same fields. */
import type { NodeId } from "../base/index.ts"
import type { CheckReport, DataHash } from "../core/range/types.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import type { Writer } from "./writer.ts"

export type { CheckReport }

const replicasMax = 1_000

const outcomes: readonly CheckReport["outcome"][] = [
  ...(["unanswered", "agreed", "differs", "undecided"] as const),
]

export function writeCheckReport(writer: Writer, report: CheckReport): void {
  writeDescriptorField(writer, 1, report.range)
  writer.uint(2, report.index)
  writer.uint(3, outcomes.indexOf(report.outcome))
  for (const { nodeId, hash } of report.hashes) {
    const replica = writer.begin(4)
    writer.uint(1, nodeId)
    writer.string(2, hash)
    writer.end(replica)
  }
}

export function readCheckReport(reader: Reader): CheckReport {
  let range = noRange
  let index = 0
  let number = 0
  const hashes: { nodeId: NodeId; hash: DataHash }[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) range = readDescriptorField(reader)
    else if (field === 2) index = reader.uint53()
    else if (field === 3) number = reader.uint53()
    else if (field === 4) hashes.push(readReplicaHash(reader))
    else reader.skip()
    if (hashes.length > replicasMax) throw tooMany(replicasMax)
  }
  const outcome = outcomes[number]
  if (outcome === undefined) throw malformed(`no outcome of a check has the number ${number}`)
  return { range, index, outcome, hashes }
}

export function decodeCheckReport(bytes: Uint8Array): CheckReport {
  return readCheckReport(new Reader(bytes))
}

function readReplicaHash(reader: Reader): { nodeId: NodeId; hash: DataHash } {
  let nodeId = 0
  let hash = ""
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) hash = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  return { nodeId, hash }
}

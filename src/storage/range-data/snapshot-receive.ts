import { KvError, type RangeId } from "../../base/index.ts"
import type { AppliedState } from "../../core/range/types.ts"
import { decodeSnapshotChunk, type SnapshotHeader } from "../../wire/index.ts"
import type { CellReader } from "./cell-record.ts"
import { OrderCheck } from "./image.ts"
import { RangeKeys } from "./keys.ts"
import type { Neighbours } from "./neighbours.ts"
import { corruptRecord } from "./sealed-record.ts"
import { checkedRecord, type StagedRecord, type StagedSnapshot, type Staging } from "./staging.ts"

export interface ReceiveOptions {
  readonly staging: Staging
  readonly reader: CellReader
  readonly rangeId: RangeId
  readonly neighbours: Pick<Neighbours, "claim" | "lettingGo" | "haveLeft">
  /** A snapshot below this would take back what is applied here. */
  readonly indexMin: number
}

/** Where the records of a snapshot go. */
export interface SnapshotSink {
  /** The first chunk is here, and may be taken. */
  begin(state: AppliedState): Promise<void>
  take(records: readonly StagedRecord[]): Promise<void>
}

/** Hands on what the chunks bring, each record checked as it comes, and that they are all. */
export async function receiveSnapshot(
  options: ReceiveOptions,
  frames: AsyncIterable<Uint8Array>,
  sink: SnapshotSink,
): Promise<StagedSnapshot> {
  const { reader, neighbours } = options
  const order = new OrderCheck(false)
  let state: AppliedState | undefined
  let keys: RangeKeys | undefined
  let recordsTotal = 0
  let complete = false
  for await (const frame of frames) {
    if (complete) throw corruptRecord("a snapshot went on after its last chunk")
    if (neighbours.lettingGo) {
      throw new KvError("unavailable", "the engine is about to let go of everything")
    }
    const chunk = decodeSnapshotChunk(frame)
    if (state === undefined || keys === undefined) {
      state = checkHeader(options, chunk.header)
      keys = new RangeKeys(state.descriptor)
      await sink.begin(state)
    }
    const records: StagedRecord[] = []
    for (const pair of chunk.pairs) {
      order.next(pair.key)
      records.push(checkedRecord(keys, reader, pair))
    }
    if (records.length > 0) await sink.take(records)
    recordsTotal += chunk.pairs.length
    complete = chunk.last
    if (complete && chunk.pairsTotal !== recordsTotal) {
      throw corruptRecord(`a snapshot of ${chunk.pairsTotal} pairs came with ${recordsTotal}`)
    }
  }
  if (state !== undefined && complete) return { state, recordsTotal }
  throw corruptRecord("a snapshot ended before its last chunk")
}

function checkHeader(options: ReceiveOptions, header: SnapshotHeader | undefined): AppliedState {
  if (header === undefined) throw corruptRecord("a snapshot came without its header")
  const { index, term, configuration } = header.meta
  if (header.rangeId !== options.rangeId) {
    throw corruptRecord(`a snapshot of range ${header.rangeId} came for ${options.rangeId}`)
  }
  if (index < options.indexMin) {
    throw new KvError("unavailable", `a snapshot at ${index} came, ${options.indexMin} is applied`)
  }
  if (!options.neighbours.claim(header.range)) {
    throw new KvError("unavailable", "a snapshot came of keys that another range has here")
  }
  return { index, term, time: header.time, configuration, descriptor: header.range }
}

import { assert, KvError, type RangeId } from "../../base/index.ts"
import type { Entry, EntryId, HardState } from "../../core/raft/types.ts"
import type { BatchEncoder } from "./batch-encoder.ts"
import {
  batchEndBytes,
  batchHeaderBytes,
  entryHeaderBytes,
  logItself,
  stateRecordBytes,
} from "./format.ts"
import type { RangeLog } from "./range-log.ts"
import type { RangeTable } from "./range-table.ts"
import type { LogWrite } from "./types.ts"

/** A range as it will be after the writes encoded so far. */
interface Draft {
  readonly rangeId: RangeId
  readonly known: boolean
  damaged: boolean
  gone: boolean
  hardState: HardState
  damageNonce: number
  start: EntryId
  last: EntryId
}

/** At most this many bytes does a batch of these writes take. */
export function batchBytesMaxOf(writes: readonly LogWrite[]): number {
  let bytes = batchHeaderBytes + batchEndBytes + stateRecordBytes
  for (const write of writes) {
    bytes += 2 * stateRecordBytes
    for (const entry of write.entries) bytes += entryHeaderBytes + entry.data.length
  }
  return bytes
}

/**
 * Puts the writes into the batch that the encoder has begun, in their order, and checks that each
 * fits onto the one before. The table stays as it is: nothing counts before it is on disk. Whoever
 * begins a range anew knows of the damage, so what it may have swallowed is answered for.
 */
export function encodeWrites(
  encoder: BatchEncoder,
  table: RangeTable,
  writes: readonly LogWrite[],
): void {
  const drafts = new Map<RangeId, Draft>()
  if (table.unattributed && writes.some(({ start }) => start !== undefined)) {
    addState(encoder, draftOf(logItself, undefined), false)
  }
  for (const write of writes) {
    assert(write.rangeId !== logItself, "range 0 is no range")
    let draft = drafts.get(write.rangeId)
    if (draft === undefined) {
      draft = draftOf(write.rangeId, table.get(write.rangeId))
      drafts.set(write.rangeId, draft)
      const begins = !draft.known && write.start === undefined && write.gone !== true
      if (begins) addState(encoder, draft, true)
    }
    assert(!draft.gone, "an append goes on with a range that is gone")
    if (write.gone === true) endRange(encoder, draft)
    else encodeWrite(encoder, draft, write)
  }
}

function encodeWrite(encoder: BatchEncoder, draft: Draft, write: LogWrite): void {
  const { start, hardState, damageNonce, entries, compactTo } = write
  if (hardState !== undefined) draft.hardState = hardState
  if (damageNonce !== undefined) draft.damageNonce = damageNonce
  if (start !== undefined) {
    draft.damaged = false
    draft.start = start
    draft.last = start
    addState(encoder, draft, true)
  } else if (hardState !== undefined || damageNonce !== undefined) {
    addState(encoder, draft, false)
  }
  if (entries.length > 0) addEntries(encoder, draft, entries)
  if (compactTo !== undefined && compactTo.index > draft.start.index) {
    assert(compactTo.index <= draft.last.index, "compaction beyond the end of the log")
    draft.start = compactTo
    addState(encoder, draft, false)
  }
}

function endRange(encoder: BatchEncoder, draft: Draft): void {
  draft.gone = true
  if (!draft.known) return
  const { rangeId, hardState, start, last, damageNonce } = draft
  encoder.addState({ rangeId, beginsAnew: false, gone: true, hardState, start, last, damageNonce })
}

function addEntries(encoder: BatchEncoder, draft: Draft, entries: readonly Entry[]): void {
  if (draft.damaged) {
    throw new KvError("data_loss", "the log of this range is damaged and must begin anew")
  }
  const first = entries[0] as Entry
  assert(first.index > draft.start.index, "entry at or before the start of the log")
  assert(first.index <= draft.last.index + 1, "entry beyond the end of the log")
  let previous: EntryId = { index: first.index - 1, term: 0 }
  for (const entry of entries) {
    assert(entry.index === previous.index + 1, "gap between entries")
    assert(entry.term >= previous.term, "term falls within entries")
    encoder.addEntry(draft.rangeId, entry)
    previous = entry
  }
  draft.last = { index: previous.index, term: previous.term }
}

/**
 * The first batch of a segment: the state of every range, so that the segment stands on its own.
 * Stragglers are written anew with their entries, which sets their older segments free.
 */
export function encodePreamble(
  encoder: BatchEncoder,
  table: RangeTable,
  stragglers: ReadonlyMap<RangeId, readonly Entry[]>,
): void {
  if (table.unattributed) {
    addState(encoder, { ...draftOf(logItself, undefined), damageNonce: 1 }, false)
  }
  for (const range of table.sorted) {
    const draft = draftOf(range.rangeId, range)
    const entries = stragglers.get(range.rangeId)
    if (entries === undefined) {
      addState(encoder, draft, false)
    } else {
      assert(entries.at(-1)?.index === range.lastIndex, "a straggler moves as a whole")
      draft.last = draft.start
      addState(encoder, draft, true)
      addEntries(encoder, draft, entries)
    }
  }
}

function draftOf(rangeId: RangeId, range: RangeLog | undefined): Draft {
  const none: EntryId = { index: 0, term: 0 }
  return {
    rangeId,
    known: range !== undefined,
    damaged: range?.damaged ?? false,
    gone: false,
    hardState: range?.hardState ?? { term: 0, vote: 0, commit: 0 },
    damageNonce: range?.damageNonce ?? 0,
    start: range?.start ?? none,
    last: range?.last ?? none,
  }
}

function addState(encoder: BatchEncoder, draft: Draft, beginsAnew: boolean): void {
  const { rangeId, hardState, start, last, damageNonce } = draft
  encoder.addState({ rangeId, beginsAnew, gone: false, hardState, start, last, damageNonce })
}

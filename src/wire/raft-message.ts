/** ringraft.internal.v1.RaftMessage: one message of the Raft core, field by field. */
import { emptyBytes, type RangeId } from "../base/index.ts"
import type { AppendRequest, Entry, EntryId, EntryKind, Message } from "../core/raft/types.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import { readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { emptySnapshotMeta, readSnapshotMeta, writeSnapshotMeta } from "./snapshot-meta.ts"
import type { Writer } from "./writer.ts"

/** A message and the range that it is about. */
export interface Envelope {
  readonly rangeId: RangeId
  readonly message: Message
  /** To a replica that may not exist yet: what it is to hold (rule 48). */
  readonly range?: RangeDescriptor | undefined
}

/** What every message says. Literals spell it out: to spread it costs ten times the message. */
type Base = Pick<Message, "from" | "to" | "term">

/** More than a leader ever puts into one message: its bytes are bounded far below. */
const entriesMax = 1_000_000
/** Bytes of an entry beside its data, and of a message beside its entries, at most. */
const entryOverheadBytes = 32
const messageOverheadBytes = 96

const entryKinds: readonly EntryKind[] = ["normal", "empty", "config"]

/** Field of each kind in RaftMessage.body. */
const bodyFields: Readonly<Record<Message["type"], number>> = {
  voteRequest: 5,
  voteResponse: 6,
  appendRequest: 7,
  appendResponse: 8,
  heartbeat: 9,
  heartbeatResponse: 10,
  snapshotOffer: 11,
  timeoutNow: 12,
  readIndexRequest: 13,
  readIndexResponse: 14,
  quiesce: 15,
  wake: 16,
  gone: 25,
}

/** Bytes that `writeEnvelope` needs, at most and nearly, for all but unusual configurations. */
export function envelopeSizeHint({ message }: Envelope): number {
  if (message.type !== "appendRequest") return messageOverheadBytes
  let size = messageOverheadBytes
  for (const entry of message.entries) size += entryOverheadBytes + entry.data.length
  return size
}

export function writeEnvelope(
  writer: Writer,
  { rangeId, message, range }: Envelope,
  size: number,
): void {
  writer.uint(1, rangeId)
  writer.uint(2, message.from)
  writer.uint(3, message.to)
  writer.uint(4, message.term)
  const body = writer.begin(bodyFields[message.type], size)
  writeBody(writer, message)
  writer.end(body)
  if (range === undefined) return
  writeDescriptorField(writer, 17, range)
}

export function readEnvelope(reader: Reader): Envelope {
  let rangeId = 0
  let from = 0
  let to = 0
  let term = 0
  let kind = 0
  let body = emptyBytes
  let range: RangeDescriptor | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rangeId = reader.uint53()
    else if (field === 2) from = reader.uint53()
    else if (field === 3) to = reader.uint53()
    else if (field === 4) term = reader.uint53()
    else if (field === 17) range = readDescriptorField(reader)
    else if (bodyReaders[field] !== undefined) {
      kind = field
      body = reader.bytes()
    } else reader.skip()
  }
  const read = bodyReaders[kind]
  if (read === undefined) throw malformed("a Raft message without a body that this version knows")
  const message = read(new Reader(body), { from, to, term })
  return range === undefined ? { rangeId, message } : { rangeId, message, range }
}

function writeBody(writer: Writer, message: Message): void {
  switch (message.type) {
    case "voteRequest":
      writer.bool(1, message.preVote)
      writeEntryId(writer, 2, message.last)
      writer.bool(3, message.transfer)
      return
    case "voteResponse":
      writer.bool(1, message.preVote)
      writer.bool(2, message.granted)
      writeEntryId(writer, 3, message.commit)
      return
    case "appendRequest":
      writeAppendRequest(writer, message)
      return
    case "appendResponse":
      writer.bool(1, message.rejected)
      writer.uint(2, message.index)
      writeEntryId(writer, 3, message.hint)
      writer.uint(4, message.damageNonce)
      writer.uint(5, message.snapshotWanted)
      return
    case "heartbeat":
      writer.uint(1, message.commit)
      writer.uint(2, message.readPosition)
      writer.uint(3, message.damageNonce)
      writer.uint(4, message.lastIndex)
      return
    case "heartbeatResponse":
      writer.uint(1, message.readPosition)
      writer.uint(2, message.damageNonce)
      writer.uint(3, message.snapshotWanted)
      return
    case "snapshotOffer": {
      const offer = writer.begin(1)
      writeSnapshotMeta(writer, message.snapshot)
      writer.end(offer)
      writer.uint(2, message.logStart)
      return
    }
    case "readIndexRequest":
      writer.uint(1, message.context)
      return
    case "readIndexResponse":
      writer.uint(1, message.context)
      writer.uint(2, message.index)
      return
    case "quiesce":
      writer.uint(1, message.commit)
      return
    case "gone":
      writer.bool(1, message.merged)
      return
    case "timeoutNow":
    case "wake":
  }
}

function writeAppendRequest(writer: Writer, message: AppendRequest): void {
  writeEntryId(writer, 1, message.previous)
  for (const entry of message.entries) {
    const begun = writer.begin(2, entryOverheadBytes + entry.data.length)
    writer.uint(1, entry.index)
    writer.uint(2, entry.term)
    writer.uint(3, entryKinds.indexOf(entry.kind))
    writer.bytes(4, entry.data)
    writer.end(begun)
  }
  writer.uint(3, message.commit)
}

function writeEntryId(writer: Writer, field: number, id: EntryId): void {
  if (id.index === 0 && id.term === 0) return
  const begun = writer.begin(field)
  writer.uint(1, id.index)
  writer.uint(2, id.term)
  writer.end(begun)
}

function readEntryId(reader: Reader): EntryId {
  let index = 0
  let term = 0
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) index = reader.uint53()
    else if (field === 2) term = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  return { index, term }
}

function readEntry(reader: Reader): Entry {
  let index = 0
  let term = 0
  let kind = 0
  let data = emptyBytes
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) index = reader.uint53()
    else if (field === 2) term = reader.uint53()
    else if (field === 3) kind = reader.uint53()
    else if (field === 4) data = reader.bytes()
    else reader.skip()
  }
  reader.leave(outer)
  const name = entryKinds[kind]
  if (name === undefined) throw malformed(`no kind of log entry has the number ${kind}`)
  return { index, term, kind: name, data }
}

const beforeLog: EntryId = { index: 0, term: 0 }

function readVoteRequest(reader: Reader, { from, to, term }: Base): Message {
  let preVote = false
  let last = beforeLog
  let transfer = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) preVote = reader.bool()
    else if (field === 2) last = readEntryId(reader)
    else if (field === 3) transfer = reader.bool()
    else reader.skip()
  }
  return { from, to, term, type: "voteRequest", preVote, last, transfer }
}

function readVoteResponse(reader: Reader, { from, to, term }: Base): Message {
  let preVote = false
  let granted = false
  let commit = beforeLog
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) preVote = reader.bool()
    else if (field === 2) granted = reader.bool()
    else if (field === 3) commit = readEntryId(reader)
    else reader.skip()
  }
  return { from, to, term, type: "voteResponse", preVote, granted, commit }
}

function readAppendRequest(reader: Reader, { from, to, term }: Base): Message {
  let previous = beforeLog
  const entries: Entry[] = []
  let commit = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) previous = readEntryId(reader)
    else if (field === 2) entries.push(readEntry(reader))
    else if (field === 3) commit = reader.uint53()
    else reader.skip()
    if (entries.length > entriesMax) throw tooMany(entriesMax)
  }
  return { from, to, term, type: "appendRequest", previous, entries, commit }
}

function readAppendResponse(reader: Reader, { from, to, term }: Base): Message {
  let rejected = false
  let index = 0
  let hint = beforeLog
  let damageNonce = 0
  let snapshotWanted = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) rejected = reader.bool()
    else if (field === 2) index = reader.uint53()
    else if (field === 3) hint = readEntryId(reader)
    else if (field === 4) damageNonce = reader.uint53()
    else if (field === 5) snapshotWanted = reader.uint53()
    else reader.skip()
  }
  return {
    from,
    to,
    term,
    type: "appendResponse",
    rejected,
    index,
    hint,
    damageNonce,
    snapshotWanted,
  }
}

function readHeartbeat(reader: Reader, { from, to, term }: Base): Message {
  let commit = 0
  let readPosition = 0
  let damageNonce = 0
  let lastIndex = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) commit = reader.uint53()
    else if (field === 2) readPosition = reader.uint53()
    else if (field === 3) damageNonce = reader.uint53()
    else if (field === 4) lastIndex = reader.uint53()
    else reader.skip()
  }
  return { from, to, term, type: "heartbeat", commit, readPosition, damageNonce, lastIndex }
}

function readHeartbeatResponse(reader: Reader, { from, to, term }: Base): Message {
  let readPosition = 0
  let damageNonce = 0
  let snapshotWanted = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) readPosition = reader.uint53()
    else if (field === 2) damageNonce = reader.uint53()
    else if (field === 3) snapshotWanted = reader.uint53()
    else reader.skip()
  }
  return { from, to, term, type: "heartbeatResponse", readPosition, damageNonce, snapshotWanted }
}

function readSnapshotOffer(reader: Reader, { from, to, term }: Base): Message {
  let snapshot = emptySnapshotMeta
  let logStart = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      snapshot = readSnapshotMeta(reader)
      reader.leave(outer)
    } else if (field === 2) logStart = reader.uint53()
    else reader.skip()
  }
  return { from, to, term, type: "snapshotOffer", snapshot, logStart }
}

function readReadIndex(reader: Reader): { readonly context: number; readonly index: number } {
  let context = 0
  let index = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) context = reader.uint53()
    else if (field === 2) index = reader.uint53()
    else reader.skip()
  }
  return { context, index }
}

function readReadIndexRequest(reader: Reader, { from, to, term }: Base): Message {
  return { from, to, term, type: "readIndexRequest", context: readReadIndex(reader).context }
}

function readReadIndexResponse(reader: Reader, { from, to, term }: Base): Message {
  return { from, to, term, type: "readIndexResponse", ...readReadIndex(reader) }
}

function readQuiesce(reader: Reader, { from, to, term }: Base): Message {
  let commit = 0
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) commit = reader.uint53()
    else reader.skip()
  }
  return { from, to, term, type: "quiesce", commit }
}

function readGone(reader: Reader, { from, to, term }: Base): Message {
  let merged = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) merged = reader.bool()
    else reader.skip()
  }
  return { from, to, term, type: "gone", merged }
}

function readEmpty(type: "timeoutNow" | "wake") {
  return (reader: Reader, { from, to, term }: Base): Message => {
    while (reader.next() !== 0) reader.skip()
    return { from, to, term, type }
  }
}

const bodyReaders: Readonly<Record<number, (reader: Reader, base: Base) => Message>> = {
  [bodyFields.voteRequest]: readVoteRequest,
  [bodyFields.voteResponse]: readVoteResponse,
  [bodyFields.appendRequest]: readAppendRequest,
  [bodyFields.appendResponse]: readAppendResponse,
  [bodyFields.heartbeat]: readHeartbeat,
  [bodyFields.heartbeatResponse]: readHeartbeatResponse,
  [bodyFields.snapshotOffer]: readSnapshotOffer,
  [bodyFields.timeoutNow]: readEmpty("timeoutNow"),
  [bodyFields.readIndexRequest]: readReadIndexRequest,
  [bodyFields.readIndexResponse]: readReadIndexResponse,
  [bodyFields.quiesce]: readQuiesce,
  [bodyFields.wake]: readEmpty("wake"),
  [bodyFields.gone]: readGone,
}

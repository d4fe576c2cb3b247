/**
 * Payloads between nodes on the lanes raft and append: messages of all ranges in their order. Most
 * of those are heartbeats, answers to them, and acknowledgements that say nothing else, so runs of
 * these are lists of numbers: a list costs a fraction of the messages.
 */
import type { AppendResponse, EntryId, Heartbeat, HeartbeatResponse } from "../core/raft/types.ts"
import { type Envelope, envelopeSizeHint, readEnvelope, writeEnvelope } from "./raft-message.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

/** More than one turn ever gathers for one peer. */
const elementsMax = 1_000_000

const [messageField, heartbeatsField, answersField, acknowledgementsField] = [1, 2, 3, 4] as const
/** range id, from, to, term, commit, read position */
const heartbeatNumbers = 6
/** range id, from, to, term, read position or acknowledged index */
const answerNumbers = 5

export function encodeRaftFrame(envelopes: readonly Envelope[]): Uint8Array {
  let bytes = 0
  for (const envelope of envelopes) bytes += envelopeSizeHint(envelope)
  return encode(envelopes, bytes)
}

/**
 * In their order, in one frame unless that would be of more than about `bytesMax` bytes; one
 * message alone may be.
 */
export function encodeRaftFrames(
  envelopes: readonly Envelope[],
  bytesMax: number,
): readonly Uint8Array[] {
  const frames: Uint8Array[] = []
  let [start, bytes] = [0, 0]
  for (const [at, envelope] of envelopes.entries()) {
    const size = envelopeSizeHint(envelope)
    if (at > start && bytes + size > bytesMax) {
      frames.push(encode(envelopes.slice(start, at), bytes))
      start = at
      bytes = 0
    }
    bytes += size
  }
  frames.push(encode(start === 0 ? envelopes : envelopes.slice(start), bytes))
  return frames
}

function encode(envelopes: readonly Envelope[], sizeHint: number): Uint8Array {
  const writer = new Writer(sizeHint)
  let [run, numbers]: [number, number[]] = [messageField, []]
  for (const envelope of envelopes) {
    const field = fieldOf(envelope)
    if (field !== run) {
      writer.uints(run, numbers)
      run = field
      numbers = []
    }
    if (field === messageField) writeMessage(writer, envelope)
    else pushNumbers(numbers, envelope)
  }
  writer.uints(run, numbers)
  return writer.finish()
}

/** Data of entries are views into the frame. Throws KvError `invalid_argument`. */
export function decodeRaftFrame(frame: Uint8Array): readonly Envelope[] {
  const reader = new Reader(frame)
  const envelopes: Envelope[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === messageField) {
      const outer = reader.enter()
      envelopes.push(readEnvelope(reader))
      reader.leave(outer)
    } else if (field === heartbeatsField) {
      readRun(reader, heartbeatNumbers, (numbers, at) => envelopes.push(heartbeatAt(numbers, at)))
    } else if (field === answersField) {
      readRun(reader, answerNumbers, (numbers, at) => envelopes.push(answerAt(numbers, at)))
    } else if (field === acknowledgementsField) {
      readRun(reader, answerNumbers, (numbers, at) =>
        envelopes.push(acknowledgementAt(numbers, at)),
      )
    } else reader.skip()
    if (envelopes.length > elementsMax) throw tooMany(elementsMax)
  }
  return envelopes
}

function fieldOf({ message, range }: Envelope): number {
  if (range !== undefined) return messageField
  switch (message.type) {
    case "heartbeat":
      return message.damageNonce === 0 && message.lastIndex === 0 ? heartbeatsField : messageField
    case "heartbeatResponse":
      return isWell(message) ? answersField : messageField
    case "appendResponse": {
      const { rejected, hint } = message
      const plain = !rejected && hint.index === 0 && hint.term === 0 && isWell(message)
      return plain ? acknowledgementsField : messageField
    }
    default:
      return messageField
  }
}

/** Who says it lacks nothing. */
function isWell({ damageNonce, snapshotWanted }: AppendResponse | HeartbeatResponse): boolean {
  return damageNonce === 0 && snapshotWanted === 0
}

function writeMessage(writer: Writer, envelope: Envelope): void {
  const size = envelopeSizeHint(envelope)
  const message = writer.begin(messageField, size)
  writeEnvelope(writer, envelope, size)
  writer.end(message)
}

function pushNumbers(numbers: number[], { rangeId, message }: Envelope): void {
  const plain = message as Heartbeat | HeartbeatResponse | AppendResponse
  numbers.push(rangeId, plain.from, plain.to, plain.term)
  if (plain.type === "heartbeat") numbers.push(plain.commit)
  numbers.push(plain.type === "appendResponse" ? plain.index : plain.readPosition)
}

function readRun(
  reader: Reader,
  width: number,
  take: (numbers: readonly number[], at: number) => void,
): void {
  const numbers: number[] = []
  reader.uint53s(numbers, elementsMax)
  if (numbers.length % width !== 0) throw malformed("a message of a run is not whole")
  for (let at = 0; at < numbers.length; at += width) take(numbers, at)
}

function heartbeatAt(numbers: readonly number[], at: number): Envelope {
  return {
    rangeId: numbers[at] as number,
    message: {
      type: "heartbeat",
      from: numbers[at + 1] as number,
      to: numbers[at + 2] as number,
      term: numbers[at + 3] as number,
      commit: numbers[at + 4] as number,
      readPosition: numbers[at + 5] as number,
      damageNonce: 0,
      lastIndex: 0,
    },
  }
}

function answerAt(numbers: readonly number[], at: number): Envelope {
  return {
    rangeId: numbers[at] as number,
    message: {
      type: "heartbeatResponse",
      from: numbers[at + 1] as number,
      to: numbers[at + 2] as number,
      term: numbers[at + 3] as number,
      readPosition: numbers[at + 4] as number,
      damageNonce: 0,
      snapshotWanted: 0,
    },
  }
}

function acknowledgementAt(numbers: readonly number[], at: number): Envelope {
  return {
    rangeId: numbers[at] as number,
    message: {
      type: "appendResponse",
      from: numbers[at + 1] as number,
      to: numbers[at + 2] as number,
      term: numbers[at + 3] as number,
      rejected: false,
      index: numbers[at + 4] as number,
      hint: nowhere,
      damageNonce: 0,
      snapshotWanted: 0,
    },
  }
}

const nowhere: EntryId = { index: 0, term: 0 }

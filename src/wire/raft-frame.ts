/**
 * Payloads between nodes on the lanes raft and append: messages of all ranges in their order. Most
 * of those are heartbeats that say nothing else, and answers to them, so runs of these are lists of
 * numbers: a list costs a fraction of the messages.
 */
import type { Heartbeat, HeartbeatResponse } from "../core/raft/types.ts"
import { type Envelope, envelopeSizeHint, readEnvelope, writeEnvelope } from "./raft-message.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

/** More than one turn ever gathers for one peer. */
const elementsMax = 1_000_000

const [messageField, heartbeatsField, answersField] = [1, 2, 3] as const
/** range id, from, to, term, commit, read position */
const heartbeatNumbers = 6
/** range id, from, to, term, read position */
const answerNumbers = 5

export function encodeRaftFrame(envelopes: readonly Envelope[]): Uint8Array {
  let bytes = 0
  for (const envelope of envelopes) bytes += envelopeSizeHint(envelope)
  const writer = new Writer(bytes)
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
    } else reader.skip()
    if (envelopes.length > elementsMax) throw tooMany(elementsMax)
  }
  return envelopes
}

function fieldOf({ message, range }: Envelope): number {
  if (range !== undefined) return messageField
  if (message.type === "heartbeat") {
    return message.damageNonce === 0 && message.lastIndex === 0 ? heartbeatsField : messageField
  }
  if (message.type !== "heartbeatResponse") return messageField
  return message.damageNonce === 0 && message.snapshotWanted === 0 ? answersField : messageField
}

function writeMessage(writer: Writer, envelope: Envelope): void {
  const size = envelopeSizeHint(envelope)
  const message = writer.begin(messageField, size)
  writeEnvelope(writer, envelope, size)
  writer.end(message)
}

function pushNumbers(numbers: number[], { rangeId, message }: Envelope): void {
  const { from, to, term, readPosition } = message as Heartbeat | HeartbeatResponse
  numbers.push(rangeId, from, to, term)
  if (message.type === "heartbeat") numbers.push(message.commit)
  numbers.push(readPosition)
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

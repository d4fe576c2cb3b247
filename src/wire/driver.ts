/**
 * ringraft.internal.v1.DriverRequest and DriverResponse: an envelope around a message that is
 * passed on as it is. Requests and their responses have the same field.
 */
import { malformed, Reader } from "./reader.ts"
import { Writer } from "./writer.ts"

const fields = {
  ...{ beat: 1, locate: 2, join: 3, stores: 4, labels: 5 },
  ...{ ranges: 6, move: 7, operators: 8, cancel: 9, state: 10, jobs: 11, merge: 12, note: 13 },
} as const

/** What the driver is asked. */
export type Question = keyof typeof fields

const questions = Object.keys(fields) as Question[]

export interface DriverMessage {
  readonly question: Question
  readonly body: Uint8Array
}

/** A DriverRequest or a DriverResponse. */
export function encodeDriverMessage({ question, body }: DriverMessage): Uint8Array {
  const writer = new Writer(8 + body.length)
  writer.presentBytes(fields[question], body)
  return writer.finish()
}

/** The body is a view. Throws KvError `invalid_argument`. */
export function decodeDriverMessage(bytes: Uint8Array): DriverMessage {
  const reader = new Reader(bytes)
  let message: DriverMessage | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    const question = questions.find((known) => fields[known] === field)
    if (question === undefined) reader.skip()
    else message = { question, body: reader.bytes() }
  }
  if (message === undefined) throw malformed("a message to or from the driver that is not known")
  return message
}

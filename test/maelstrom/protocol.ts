/** Maelstrom's messages: JSON lines on standard input and output. */
export interface MaelstromMessage {
  readonly src: string
  readonly dest: string
  readonly body: MaelstromBody
}

export interface MaelstromBody {
  readonly type: string
  readonly msg_id?: number
  readonly in_reply_to?: number | undefined
  readonly [field: string]: unknown
}

/** Error codes of the protocol; all but `timeout` and `crash` are definite: surely no effect. */
export const errorCodes = {
  timeout: 0,
  notSupported: 10,
  temporarilyUnavailable: 11,
  malformedRequest: 12,
  crash: 13,
  keyDoesNotExist: 20,
  preconditionFailed: 22,
} as const

/** Splits a stream of text into lines; the last one waits until it is whole. */
export class LineReader {
  #rest = ""

  take(chunk: string): string[] {
    const lines = (this.#rest + chunk).split("\n")
    this.#rest = lines.pop() ?? ""
    return lines.filter((line) => line.trim() !== "")
  }
}

/** ringraft.internal.v1.DriverRequest and DriverResponse: what nodes ask the driver. */
import {
  type Beat,
  type BeatAnswer,
  readBeat,
  readBeatAnswer,
  writeBeat,
  writeBeatAnswer,
} from "./beat.ts"
import { malformed, Reader } from "./reader.ts"
import { Writer } from "./writer.ts"

export type DriverRequest = { readonly type: "beat"; readonly beat: Beat }

export type DriverResponse = { readonly type: "beat"; readonly answer: BeatAnswer }

export function encodeDriverRequest(request: DriverRequest): Uint8Array {
  const writer = new Writer(256)
  const message = writer.begin(1)
  writeBeat(writer, request.beat)
  writer.end(message)
  return writer.finish()
}

/** Throws KvError `invalid_argument`. */
export function decodeDriverRequest(bytes: Uint8Array): DriverRequest {
  const reader = new Reader(bytes)
  let request: DriverRequest | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      request = { type: "beat", beat: readBeat(reader) }
      reader.leave(outer)
    } else reader.skip()
  }
  if (request === undefined) throw malformed("the driver is asked nothing that it knows")
  return request
}

export function encodeDriverResponse(response: DriverResponse): Uint8Array {
  const writer = new Writer(256)
  const message = writer.begin(1)
  writeBeatAnswer(writer, response.answer)
  writer.end(message)
  return writer.finish()
}

/** Throws KvError `invalid_argument`. */
export function decodeDriverResponse(bytes: Uint8Array): DriverResponse {
  const reader = new Reader(bytes)
  let response: DriverResponse | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      response = { type: "beat", answer: readBeatAnswer(reader) }
      reader.leave(outer)
    } else reader.skip()
  }
  if (response === undefined) throw malformed("the driver answers nothing that is known here")
  return response
}

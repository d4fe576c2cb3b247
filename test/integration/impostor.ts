import { Server, ServerCredentials, type ServerWritableStream } from "@grpc/grpc-js"
import type { Test } from "tap"

export interface Impostor {
  /** The lanes that were opened at it, in their order. */
  readonly lanes: string[]
}

const asIs = (bytes: Buffer): Buffer => bytes

/** Something at a peer's address that answers each lane with one message of its own making. */
export async function startImpostor(
  t: Test,
  address: string,
  messageOn: (lane: string) => Buffer,
): Promise<Impostor> {
  const lanes: string[] = []
  const server = new Server()
  const codecs = { requestSerialize: asIs, requestDeserialize: asIs, responseSerialize: asIs }
  const Stream = {
    ...{ path: "/ringraft.internal.v1.Peer/Stream", requestStream: false, responseStream: true },
    ...{ ...codecs, responseDeserialize: asIs },
  }
  server.addService(
    { Stream },
    {
      Stream: (call: ServerWritableStream<Buffer, Buffer>) => {
        const lane = String(call.metadata.get("ringraft-lane")[0])
        lanes.push(lane)
        call.write(messageOn(lane))
      },
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error) => {
      if (error === null) resolve()
      else reject(error)
    })
  })
  t.teardown(() => server.forceShutdown())
  return { lanes }
}

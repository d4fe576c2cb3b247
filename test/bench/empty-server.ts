/**
 * A gRPC server that does nothing: what grpc-js costs a unary call on this machine, and so what no
 * server that is built on it can do better. `node empty-server.js PORT`
 */
import { Server, ServerCredentials } from "@grpc/grpc-js"

const asIs = (bytes: Buffer): Buffer => bytes
const method = {
  ...{ requestStream: false, responseStream: false },
  ...{ requestSerialize: asIs, requestDeserialize: asIs },
  ...{ responseSerialize: asIs, responseDeserialize: asIs },
} as const

const server = new Server({ "grpc.enable_channelz": 0 })
server.addService(
  { put: { path: "/ringraft.v1.KV/Put", ...method } },
  // As long as the answer to a put is.
  { put: (_: unknown, done: (error: null, answer: Buffer) => void) => done(null, answer) },
)
const answer = Buffer.alloc(9, 8)
server.bindAsync(`127.0.0.1:${process.argv[2]}`, ServerCredentials.createInsecure(), (error) => {
  if (error !== null) throw error
})

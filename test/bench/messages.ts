import protobuf from "protobufjs/minimal.js"
import { ringraft } from "../../src/wire/gen/ringraft.js"

const { GetRequest, PutRequest, ScanRequest } = ringraft.v1

/** etcdserverpb.PutRequest: key = 1, value = 2. */
export function etcdPut(key: string, valueBytes: number): Uint8Array {
  return new protobuf.Writer()
    .uint32(10)
    .bytes(Buffer.from(key))
    .uint32(18)
    .bytes(Buffer.alloc(valueBytes, "x"))
    .finish()
}

/** etcdserverpb.RangeRequest: key = 1, range_end = 2, limit = 3; linearizable by default. */
export function etcdRange(key: string, end?: string, limit?: number): Uint8Array {
  const writer = new protobuf.Writer().uint32(10).bytes(Buffer.from(key))
  if (end !== undefined) writer.uint32(18).bytes(Buffer.from(end))
  if (limit !== undefined) writer.uint32(24).uint32(limit)
  return writer.finish()
}

export function ringraftPut(key: string, valueBytes: number): Uint8Array {
  const value = Buffer.alloc(valueBytes, "x")
  return PutRequest.encode({ key: Buffer.from(key), value }).finish()
}

export function ringraftGet(key: string): Uint8Array {
  return GetRequest.encode({ key: Buffer.from(key) }).finish()
}

export function ringraftScan(start: string, end: string, limit: number): Uint8Array {
  return ScanRequest.encode({ start: Buffer.from(start), end: Buffer.from(end), limit }).finish()
}

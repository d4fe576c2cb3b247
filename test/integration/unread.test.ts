/** Clients that do not read what they are answered: let go, and all that was held for them. */
import { once } from "node:events"
import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from "node:http2"
import t, { type Test } from "tap"
import type { Limits } from "../../src/base/index.ts"
import { encodeOperation, encodeSessionRequest } from "../../src/wire/index.ts"
import { MemoryService } from "../api/memory-service.ts"
import { requestOf } from "../api/requests.ts"
import { type LoopbackNode, loopbackConfigs, startLoopback, until } from "./loopback.ts"
import { get, put, RawClient, scan } from "./raw-client.ts"

const kv = "/ringraft.v1.KV"
const MiB = 1_024 * 1_024

interface Setup {
  readonly node: LoopbackNode
  readonly client: RawClient
  readonly service: MemoryService
  readonly connection: ClientHttp2Session
}

async function open(t: Test, limits: Partial<Limits> = {}, stallMs = 1_000): Promise<Setup> {
  const [config] = await loopbackConfigs(1, limits)
  if (config === undefined) throw new Error("one configuration")
  const service = new MemoryService()
  const node = await startLoopback(config, { service, stallMs })
  const client = new RawClient(node.address)
  const connection = connect(`http://${node.address}`)
  t.teardown(async () => {
    connection.destroy()
    client.close()
    await node.kill()
  })
  await once(connection, "remoteSettings")
  for (const key of ["a", "b", "c", "d"]) await client.result(put(key, "v".repeat(MiB)))
  return { node, client, service, connection }
}

/** A call of which nothing but the headers is read. */
function unread(connection: ClientHttp2Session, path: string, message: Uint8Array) {
  const stream = connection.request({
    ...{ ":method": "POST", ":path": path, te: "trailers" },
    "content-type": "application/grpc",
  })
  stream.on("error", () => {})
  stream.write(Buffer.concat([Buffer.from([0, 0, 0, 0, message.length]), message]))
  return stream
}

const isBrokenOff = ({ closed, rstCode }: ClientHttp2Stream): boolean => {
  return closed && rstCode === constants.NGHTTP2_CANCEL
}

t.test("a session that ends while its client does not read is broken off", async (t) => {
  const { node, service, connection } = await open(t)
  const submits = service.submits
  const operation = encodeOperation({ id: 1, timeoutMs: 0, keyspace: "", operation: get("a") })
  const session = unread(connection, `${kv}/Session`, encodeSessionRequest([operation]))
  await until(() => service.submits > submits, "its operation came in")
  node.api.close()
  await until(() => isBrokenOff(session), "its stream is gone")
})

t.test("scans that pause leave room for others, and are ended", async (t) => {
  const { client, connection } = await open(t, { operationsPendingBytesMax: 16 * MiB })
  const request = requestOf(scan())
  const streams = Array.from({ length: 20 }, () => unread(connection, `${kv}/Scan`, request).end())
  let refused = 0
  for (const stream of streams) {
    stream.once("response", (headers) => {
      refused += headers["grpc-status"] === undefined ? 0 : 1
    })
  }
  await until(() => refused === 19, "one page takes up its share, the others are refused")
  t.match(await client.operate(get("a")), { status: "OK" })
  await until(() => streams.some(isBrokenOff), "its stream is gone")
  const pages: Buffer[] = []
  for await (const page of client.pull(`${kv}/Scan`, request)) pages.push(page)
  t.equal(pages.length, 2, "and a scan that is read comes to its end")
})

t.test("an answer that nobody reads is given up", async (t) => {
  const { client, connection } = await open(t, { operationsPendingBytesMax: 4 * MiB })
  const streams = Array.from({ length: 8 }, () => {
    return unread(connection, `${kv}/Get`, requestOf(get("a"))).end()
  })
  await until(() => streams.filter(isBrokenOff).length === 3, "as many as there was room for")
  await until(
    async () => (await client.operate(get("a"))).status === "OK",
    "there is room again when all are gone",
  )
})

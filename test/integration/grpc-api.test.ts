/** The server's face to clients, over real sockets: any gRPC client's view of it. */
import { once } from "node:events"
import { connect as connectHttp2 } from "node:http2"
import { connect, type ListenOptions, Server } from "node:net"
import { Metadata, type ServiceError } from "@grpc/grpc-js"
import t, { type Test } from "tap"
import { defaultLimits, type Limits } from "../../src/base/index.ts"
import { fetchStatus, grpcClientTransport } from "../../src/platform/index.ts"
import {
  decodeResult,
  encodeBatchRequest,
  encodeOperation,
  encodeSessionRequest,
  splitBatchResponse,
  splitSessionResponse,
} from "../../src/wire/index.ts"
import { MemoryService } from "../api/memory-service.ts"
import { keysOfPage, requestOf } from "../api/requests.ts"
import { type LoopbackNode, loopbackConfigs, startLoopback, until } from "./loopback.ts"
import { type Answer, answerOf, endOf, get, put, RawClient, scan } from "./raw-client.ts"

const kv = "/ringraft.v1.KV"

async function open(
  t: Test,
  limits: Partial<Limits> = {},
): Promise<{ node: LoopbackNode; client: RawClient; service: MemoryService }> {
  const [config] = await loopbackConfigs(1, limits)
  if (config === undefined) throw new Error("one configuration")
  const service = new MemoryService()
  const node = await startLoopback(config, { service })
  const client = new RawClient(node.address)
  t.teardown(async () => {
    client.close()
    await node.kill()
  })
  return { node, client, service }
}

t.test("unary calls of any gRPC client", async (t) => {
  const { client } = await open(t)
  t.match(await client.result(put("ada", "1815")), { type: "put", version: 101 })
  t.match(await client.result(get("ada")), { cell: { value: Buffer.from("1815") } })
  t.match(await client.operate(get("")), {
    ...{ status: "INVALID_ARGUMENT", code: "invalid_argument", message: /key is empty/ },
  })
  t.match(await client.operate(get("ada"), "nowhere"), {
    ...{ status: "NOT_FOUND", code: "unknown_keyspace", message: /"nowhere"/ },
  })
  t.match(await client.call(`${kv}/Nothing`, Buffer.alloc(0)), { status: "UNIMPLEMENTED" })
  t.match(await client.call(`${kv}/Get`, Buffer.from([0xff, 0xff])), {
    ...{ status: "INVALID_ARGUMENT", code: "invalid_argument", message: /malformed/ },
  })
})

t.test("batches and scans", async (t) => {
  const { client } = await open(t)
  const operations = ["a", "b", "c", "d"].map((key, id) =>
    encodeOperation({ id, timeoutMs: 0, keyspace: "", operation: put(key) }),
  )
  const batch = await client.call(`${kv}/Batch`, encodeBatchRequest("", operations))
  t.same(
    splitBatchResponse(batch.response).map((bytes) => decodeResult(bytes).result.type),
    ["put", "put", "put", "put"],
  )
  const pages: string[][] = []
  for await (const page of client.pull(`${kv}/Scan`, requestOf(scan()))) {
    pages.push(keysOfPage(page))
  }
  t.same(pages, [["a", "b", "c"], ["d"]])
  t.match(await endOf(client.pull(`${kv}/Scan`, requestOf(scan({ limit: -1 })))), {
    ...{ status: "INVALID_ARGUMENT", code: "invalid_argument", message: /limit is -1/ },
  })
})

t.test("deadlines and cancellation reach the service", async (t) => {
  const { client, service } = await open(t)
  service.holding = true
  const caller = new AbortController()
  const patience = { timeoutMs: 30_000, signal: caller.signal }
  const patient = client.call(`${kv}/Put`, requestOf(put("a")), patience)
  await until(() => service.held.length === 1, "the operation came in")
  const leftMs = (service.held[0]?.deadline ?? 0) - performance.now()
  t.ok(leftMs > 0 && leftMs <= patience.timeoutMs, `${leftMs} ms left`)
  caller.abort()
  t.match(await patient, { status: "CANCELLED" })
  await until(() => service.held[0]?.cancelled === true, "and was taken back")
  const late = client.call(`${kv}/Put`, requestOf(put("a")), { timeoutMs: 60 })
  t.match(await late, { status: "DEADLINE_EXCEEDED" })
  service.release()

  const past = new Metadata()
  past.set("grpc-timeout", "0m")
  const submits = service.submits
  t.match(await client.call(`${kv}/Put`, requestOf(put("a")), { metadata: past }), {
    status: "DEADLINE_EXCEEDED",
  })
  t.equal(service.submits, submits)
})

t.test("sessions over the client transport", async (t) => {
  const { node, service } = await open(t)
  const transport = grpcClientTransport()
  t.teardown(() => transport.close())
  const results = new Map<number, string>()
  const leaders: number[] = []
  let closed: string | undefined
  const stream = transport.open(node.address, {
    onFrame: (frame) => {
      const { results: parts, routes } = splitSessionResponse(frame)
      for (const { leader } of routes) leaders.push(leader?.nodeId ?? 0)
      for (const part of parts) {
        const { id, result } = decodeResult(part)
        results.set(id, result.type)
      }
    },
    onDrain: () => {},
    onClose: (reason) => {
      closed = reason.code
    },
  })
  const encoded = Array.from({ length: 500 }, (_, id) =>
    encodeOperation({ id, timeoutMs: 0, keyspace: "", operation: put(`key${id}`) }),
  )
  stream.send(encodeSessionRequest(encoded))
  await until(() => results.size === 500, "all answers")
  t.same(leaders, [1])
  service.leader = { nodeId: 2, address: "127.0.0.1:1" }
  const more = encodeOperation({ id: 500, timeoutMs: 0, keyspace: "", operation: get("key0") })
  stream.send(encodeSessionRequest([more]))
  await until(() => leaders.length === 2, "the new leader is told")
  node.api.close()
  await until(() => closed !== undefined, "the node ends the session")
  t.equal(closed, "unavailable")

  let refused: string | undefined
  transport.open("127.0.0.1:1", {
    onFrame: () => {},
    onDrain: () => {},
    onClose: (reason) => {
      refused = reason.code
    },
  })
  await until(() => refused !== undefined, "nobody listens there")
  t.equal(refused, "unavailable")
})

t.test("status, health and reflection", async (t) => {
  const { node, client } = await open(t)
  t.match(await fetchStatus(node.address, 2_000), { clusterId: "tiny", term: 7, version: "0.0.0" })
  await t.rejects(fetchStatus("127.0.0.1:1", 500), { name: "KvError", code: "unavailable" })

  const health = () => client.call("/grpc.health.v1.Health/Check", Buffer.alloc(0))
  t.same([...(await health()).response], [8, 2], "NOT_SERVING before it is ready")
  node.server.setServing(true)
  t.same([...(await health()).response], [8, 1], "SERVING")
  node.server.setServing(false)
  t.same([...(await health()).response], [8, 2], "NOT_SERVING when it stops")

  for (const version of ["v1", "v1alpha"]) {
    const path = `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`
    const stream = client.client.makeBidiStreamRequest(
      path,
      (bytes: Buffer) => bytes,
      (bytes: Buffer) => bytes,
    )
    const answers: string[] = []
    stream.on("data", (bytes: Buffer) => answers.push(bytes.toString("latin1")))
    stream.on("error", () => {})
    stream.write(Buffer.from([0x3a, 0x00]))
    stream.write(Buffer.from("\x22\x0eringraft.v1.KV"))
    await until(() => answers.length === 2, "two answers of reflection")
    t.match(answers[0], /ringraft\.v1\.KV/)
    t.match(answers[0], /ringraft\.v1\.Cluster/)
    t.notMatch(answers[0], /internal/)
    t.match(answers[1], /CompareAndSwapRequest/)
    stream.cancel()
  }
})

t.test("garbage on a session ends it, and only it", async (t) => {
  const { client } = await open(t)
  const session = client.session()
  const end = endOf(session)
  session.write(Buffer.from("this is not a frame"))
  t.match(await end, { status: "INVALID_ARGUMENT", code: "invalid_argument" })
  t.match(await client.result(put("a")), { type: "put" })
})

t.test("a message above the limit is refused", async (t) => {
  const { client } = await open(t)
  const { messageBytesMax } = defaultLimits
  const large = requestOf(put("a", "v".repeat(messageBytesMax)))
  t.match(await client.call(`${kv}/Put`, large), {
    ...{ status: "RESOURCE_EXHAUSTED", message: /larger than/ },
  })
  const session = client.session()
  const end = endOf(session)
  session.write(Buffer.alloc(messageBytesMax + 1))
  t.match(await end, { status: "RESOURCE_EXHAUSTED", message: /larger than/ })
  t.match(await client.result(put("a")), { type: "put" })
})

t.test("too much metadata is refused", async (t) => {
  const { client } = await open(t)
  const metadata = new Metadata()
  metadata.set("noise", "n".repeat(60 * 1_024))
  const answer = await client.call(`${kv}/Get`, requestOf(get("a")), { metadata })
  t.not(answer.status, "OK")
  t.match(await client.result(get("a")), { type: "get" })
})

t.test("ten thousand streams at once are bounded", async (t) => {
  const { node, service } = await open(t, { streamsPerConnectionMax: 1_000 })
  service.holding = true
  const connection = connectHttp2(`http://${node.address}`)
  t.teardown(() => connection.destroy())
  await once(connection, "remoteSettings")
  const request = requestOf(put("a"))
  const body = Buffer.concat([Buffer.from([0, 0, 0, 0, request.length]), request])
  let answered = 0
  for (let call = 0; call < 10_000; call += 1) {
    const stream = connection.request({
      ...{ ":method": "POST", ":path": `${kv}/Put`, te: "trailers" },
      "content-type": "application/grpc",
    })
    stream.on("trailers", (trailers) => {
      answered += trailers["grpc-status"] === "0" ? 1 : 0
    })
    stream.resume()
    stream.end(body)
  }
  await until(() => service.held.length === 1_000, "as many as may be")
  t.match(await fetchStatus(node.address, 5_000), { operationsPending: 1_000 }, "others are served")
  await until(
    () => {
      service.release()
      return answered === 10_000
    },
    "all are answered in the end",
    60_000,
  )
  t.equal(service.mostHeld, 1_000)
})

t.test("a client that never reads is bounded", async (t) => {
  const { client, service, node } = await open(t, { operationsPendingBytesMax: 8 * 1_024 * 1_024 })
  await client.result(put("big", "v".repeat(1_000_000)))
  const before = process.memoryUsage.rss()
  const session = client.session()
  session.on("error", () => {})
  session.pause()
  for (let frame = 0; frame < 40; frame += 1) {
    const operations = Array.from({ length: 50 }, (_, i) =>
      encodeOperation({ id: frame * 50 + i, timeoutMs: 0, keyspace: "", operation: get("big") }),
    )
    session.write(Buffer.from(encodeSessionRequest(operations)))
  }
  await until(() => service.submits > 1, "it asks")

  const idle = new RawClient(node.address)
  const refused: Answer[] = []
  for (let call = 0; call < 300; call += 1) {
    const stream = idle.pull(`${kv}/Get`, requestOf(get("big")))
    stream.pause()
    stream.on("error", (error) => refused.push(answerOf(error as ServiceError)))
  }
  await until(() => service.submits > 300, "the calls came in")
  await until(() => refused.length > 200, "most are refused")
  t.match(refused[0], { status: "RESOURCE_EXHAUSTED", code: "overloaded" })

  const grownMiB = (process.memoryUsage.rss() - before) / 1_048_576
  t.ok(grownMiB < 300, `2,300 MiB of answers were asked for, memory grew by ${grownMiB} MiB`)
  idle.close()
  session.cancel()
  await until(
    async () => (await client.operate(get("big"))).status === "OK",
    "room is free again once they are gone",
  )
})

t.test("whatever else connects does no harm", async (t) => {
  const { node, client } = await open(t)
  const port = Number(node.address.split(":")[1])
  for (const noise of ["GET / HTTP/1.1\r\nhost: x\r\n\r\n", "\0\0\0\0", "x".repeat(100_000)]) {
    const socket = connect({ port, host: "127.0.0.1" })
    const gone = new Promise<void>((resolve) => socket.once("close", () => resolve()))
    socket.on("error", () => {})
    socket.resume()
    socket.end(noise)
    await gone
  }
  t.match(await client.result(put("a")), { type: "put" })
})

t.test("connections are bounded", async (t) => {
  const { node } = await open(t, { connectionsMax: 2 })
  const port = Number(node.address.split(":")[1])
  const sockets = Array.from({ length: 4 }, () => connect(port, "127.0.0.1"))
  let closed = 0
  for (const socket of sockets) {
    socket.on("error", () => {})
    socket.on("close", () => {
      closed += 1
    })
  }
  await until(() => closed === 2, "two of four are turned away")
  for (const socket of sockets) socket.destroy()
})

t.test("connections that cannot be taken are lost, and nothing else", async (t) => {
  const listens = t.capture(Server.prototype, "listen", Server.prototype.listen)
  const { node, client } = await open(t)
  const port = Number(node.address.split(":")[1])
  const listen = listens().find(({ args }) => (args[0] as ListenOptions).port === port)
  const listener = listen?.receiver as Server
  for (let time = 0; time < 3; time += 1) {
    t.ok(listener.emit("error", new Error("accept EMFILE")), "somebody listens to it")
  }
  t.match(await client.result(put("a")), { type: "put" })
})

t.test("a port in use", async (t) => {
  const { node } = await open(t)
  await t.rejects(startLoopback(node.config), {
    name: "KvError",
    code: "unavailable",
    message: /can't listen on 127\.0\.0\.1:\d+: another process has it/,
  })
})

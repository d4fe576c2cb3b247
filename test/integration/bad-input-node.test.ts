/** What bad input gets from a whole node over gRPC: a status, a code, words; and does no harm. */
import { once } from "node:events"
import { rmSync, statfsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Metadata } from "@grpc/grpc-js"
import t, { type Test } from "tap"
import { type ServedNode, startServedNode } from "../../cmd/serve/served-node.ts"
import { readSettings } from "../../cmd/serve/settings.ts"
import { defaultLimits, type ErrorCode } from "../../src/base/index.ts"
import type { Operation, RequestId } from "../../src/core/range/types.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { wrapPart } from "../../src/platform/grpc/frames.ts"
import { fetchStatus } from "../../src/platform/index.ts"
import { encodeBatchRequest, encodeOperation } from "../../src/wire/index.ts"
import { requestOf } from "../api/requests.ts"
import { startImpostor } from "./impostor.ts"
import { folderOf, freePorts, mountMemory, until } from "./loopback.ts"
import { endOf, get, increment, put, RawClient, scan } from "./raw-client.ts"

interface Served {
  readonly client: RawClient
  readonly served: ServedNode
  readonly address: string
}

/** One node that leads itself. */
async function open(t: Test, folder: string, set: readonly string[] = []): Promise<Served> {
  const [port] = await freePorts(1)
  const address = `127.0.0.1:${port}`
  const { config } = readSettings({ listen: address, data: folder, set }, {})
  const served = await startServedNode({
    ...{ config, telemetry: silentTelemetry, version: "0.0.0" },
    onFatal: (error) => {
      throw error
    },
  })
  const client = new RawClient(address)
  t.teardown(async () => {
    client.close()
    await served.stop()
  })
  await until(async () => (await client.operate(put("first"))).status === "OK", "it leads")
  return { client, served, address }
}

const bytes = (text: string): Uint8Array => Buffer.from(text)

function requestId(more: Partial<RequestId>): { requestId: RequestId } {
  return {
    requestId: { clientId: Buffer.alloc(16, 1), sequence: 1, acknowledgedBelow: 1, ...more },
  }
}

t.test("operations that can't be", async (t) => {
  const { client } = await open(t, join(folderOf(t), "data"))
  const { keyBytesMax, valueBytesMax } = defaultLimits
  await client.result(put("text", "not a number"))
  await client.result(put("large", String(2n ** 63n - 1n)))
  const before = await client.result(get("text"))
  const cases: readonly (readonly [Operation, string, ErrorCode, RegExp])[] = [
    [get(""), "INVALID_ARGUMENT", "invalid_argument", /the key is empty/],
    [put(""), "INVALID_ARGUMENT", "invalid_argument", /the key is empty/],
    [put("k".repeat(keyBytesMax + 1)), "INVALID_ARGUMENT", "too_large", /4097 bytes, at most 4096/],
    [put("k", "v".repeat(valueBytesMax + 1)), "INVALID_ARGUMENT", "too_large", /at most 1048576/],
    [put("k", "v", { ttlMs: -1 }), "INVALID_ARGUMENT", "invalid_argument", /ttl_ms is -1/],
    [scan({ limit: -1 }), "INVALID_ARGUMENT", "invalid_argument", /limit is -1/],
    [
      scan({ start: bytes("z"), end: bytes("a") }),
      ...(["INVALID_ARGUMENT", "invalid_argument", /start is after end/] as const),
    ],
    [
      put("k", "v", requestId({ clientId: bytes("short") })),
      ...(["INVALID_ARGUMENT", "invalid_argument", /client_id has 5 bytes instead of 16/] as const),
    ],
    [
      put("k", "v", requestId({ sequence: 0, acknowledgedBelow: 0 })),
      ...(["INVALID_ARGUMENT", "invalid_argument", /sequence is 0/] as const),
    ],
    [
      put("k", "v", requestId({ acknowledgedBelow: 9 })),
      ...(["INVALID_ARGUMENT", "invalid_argument", /acknowledged_below/] as const),
    ],
    [increment("text", 1n), "FAILED_PRECONDITION", "not_a_number", /./],
    [increment("large", 1n), "OUT_OF_RANGE", "number_overflow", /./],
  ]
  for (const [operation, status, code, message] of cases) {
    const what = `${operation.type}: ${status} ${message}`
    t.match(await client.operate(operation), { status, code, message }, what)
  }
  t.match(await client.operate(get("a"), "elsewhere"), {
    ...{ status: "NOT_FOUND", code: "unknown_keyspace", message: /"elsewhere"/ },
  })
  t.match(await client.result(get("k")), { cell: undefined }, "nothing was half done")
  t.same(await client.result(get("text")), before)
})

t.test("batches and frames that can't be", async (t) => {
  const { client } = await open(t, join(folderOf(t), "data"))
  const many = Array.from({ length: defaultLimits.batchOperationsMax + 1 }, (_, id) =>
    encodeOperation({ id, timeoutMs: 0, keyspace: "", operation: put(`key${id}`) }),
  )
  t.match(await client.call("/ringraft.v1.KV/Batch", encodeBatchRequest("", many)), {
    ...{ status: "INVALID_ARGUMENT", code: "too_large", message: /1025 operations, at most 1024/ },
  })
  t.match(await client.result(get("key0")), { cell: undefined }, "none of it was done")
  for (const path of ["Get", "Put", "Increment", "CompareAndSwap", "DeleteRange", "Batch"]) {
    t.match(await client.call(`/ringraft.v1.KV/${path}`, Buffer.from("garbage")), {
      ...{ status: "INVALID_ARGUMENT", code: "invalid_argument", message: /malformed message/ },
    })
  }
  const session = client.session()
  const end = endOf(session)
  session.write(Buffer.from("garbage"))
  t.match(await end, { status: "INVALID_ARGUMENT", code: "invalid_argument" })
  const large = requestOf(put("k", "v".repeat(defaultLimits.messageBytesMax)))
  t.match(await client.call("/ringraft.v1.KV/Put", large), { status: "RESOURCE_EXHAUSTED" })
  t.match(await client.result(put("after")), { type: "put" }, "the node is up")
})

t.test("garbage from a peer, on every lane", async (t) => {
  const [port, peerPort] = await freePorts(2)
  const peer = `127.0.0.1:${peerPort}`
  // Frames as they should be, with payloads that are none.
  const impostor = await startImpostor(t, peer, (lane) => wrapPart(bytes(`garbage on ${lane}`)))
  const members = `1=127.0.0.1:${port},2=${peer}`
  const data = join(folderOf(t), "data")
  const { config } = readSettings({ members, nodeId: "1", data }, {})
  const warnings: string[] = []
  const warn = (event: string): void => {
    warnings.push(event)
  }
  const failures: unknown[] = []
  const served = await startServedNode({
    ...{ config, telemetry: { ...silentTelemetry, warn }, version: "0.0.0" },
    onFatal: (error) => failures.push(error),
  })
  t.teardown(() => served.stop())
  await until(() => new Set(impostor.lanes).size === 3, "all lanes are opened")
  await until(
    () => warnings.filter((event) => event === "unreadable frame from a peer").length === 3,
    "garbage is told of",
  )
  t.match(await fetchStatus(config.listen, 5_000), { condition: "ok" }, "the node is up")
  t.same(failures, [])
})

t.test("a deadline that is past", async (t) => {
  const { client } = await open(t, join(folderOf(t), "data"))
  const metadata = new Metadata()
  metadata.set("grpc-timeout", "0m")
  const answer = await client.call("/ringraft.v1.KV/Put", requestOf(put("late")), { metadata })
  t.match(answer, { status: "DEADLINE_EXCEEDED" })
  t.match(await client.result(get("late")), { cell: undefined }, "it was not done")
})

t.test("a stopping node", async (t) => {
  const { client, served, address } = await open(t, join(folderOf(t), "data"))
  const health = () => client.call("/grpc.health.v1.Health/Check", Buffer.alloc(0))
  t.same([...(await health()).response], [8, 1])
  const session = client.session()
  session.on("data", () => {})
  const end = endOf(session)
  await once(session, "data")
  const stopped = served.stop()
  t.match(await end, { status: "UNAVAILABLE", code: "unavailable", message: /stopping/ })
  await stopped
  t.match(await client.operate(get("first")), { status: "UNAVAILABLE" })
  const again = new RawClient(address)
  t.match(await again.operate(get("first")), { status: "UNAVAILABLE" })
  again.close()
})

t.test("a full disk: writes are refused, reads and deletes go on, space heals", async (t) => {
  const folder = join(folderOf(t), "small")
  if (!mountMemory(t, folder, "size=96m")) return
  const { client } = await open(t, join(folder, "data"), [
    ...["storage.diskReserveBytes=24MiB", "storage.segmentBytesMax=4MiB"],
    ...["storage.logBytesMax=8MiB", "storage.engineWriteBufferBytes=2MiB"],
  ])
  await client.result(put("kept", "value"))
  const ballast = join(folder, "ballast")
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 20 * 1_024 * 1_024))
  let refused = await client.operate(put("more"))
  await until(async () => {
    refused = await client.operate(put("more"))
    return refused.status !== "OK"
  }, "writes are refused")
  t.match(refused, {
    status: "RESOURCE_EXHAUSTED",
    code: "disk_full",
    message: /disk is nearly full/,
  })
  t.match(await client.result(get("kept")), { cell: { value: bytes("value") } })
  rmSync(ballast)
  await until(async () => (await client.operate(put("again"))).status === "OK", "writes are taken")
  t.match(await client.result(get("again")), { cell: { value: bytes("v") } })
  t.match(await client.result(get("kept")), { cell: { value: bytes("value") } })
})

/** What a node's end in the middle of an admin's call tells of that call: nothing. */
import { createServer, type ServerHttp2Stream } from "node:http2"
import type { AddressInfo } from "node:net"
import t, { type Test } from "tap"
import { KvError } from "../../src/base/index.ts"
import * as calls from "../../src/platform/index.ts"

const timeoutMs = 5_000
const clientId = new Uint8Array(16)

const changes: Readonly<Record<string, (address: string) => Promise<unknown>>> = {
  split: (at) =>
    calls.splitRange(at, { keyspace: "", key: Buffer.from("m"), rangeId: 0 }, timeoutMs),
  merge: (at) => calls.mergeRanges(at, { rangeId: 2, nextRangeId: 0 }, timeoutMs),
  move: (at) => calls.moveReplica(at, { rangeId: 2, from: 1, to: 4 }, timeoutMs),
  cancel: (at) => calls.cancelOperator(at, 7, timeoutMs),
  state: (at) => calls.setStoreState(at, { nodeId: 1, state: "draining" }, timeoutMs),
  drop: (at) => calls.dropKeyspace(at, "users", timeoutMs),
  create: (at) => {
    const requestId = { clientId, sequence: 1, acknowledgedBelow: 0 }
    const settings = { replicas: 0, rangeBytes: 0, defaultTtlMs: 0, splitAt: [], requestId }
    return calls.createKeyspace(at, { name: "users", ...settings }, timeoutMs)
  },
}

const looks: Readonly<Record<string, (address: string) => Promise<unknown>>> = {
  status: (at) => calls.fetchStatus(at, timeoutMs),
  stores: (at) => calls.listStores(at, timeoutMs),
  ranges: (at) => calls.listRanges(at, timeoutMs),
  operators: (at) => calls.listOperators(at, true, timeoutMs),
}

/** A node that ends once it has got a call. */
async function mortal(t: Test): Promise<string> {
  const server = createServer()
  server.on("stream", (stream: ServerHttp2Stream) => {
    stream.on("error", () => {})
    stream.on("data", () => stream.session?.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  t.teardown(() => server.close())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function errorOf(asked: Promise<unknown>): Promise<KvError> {
  const error = await asked.catch((error: unknown) => error)
  if (error instanceof KvError) return error
  throw new Error("it was answered, and should not have been")
}

t.test("what may have been done is unknown, and is not asked of the next node", async (t) => {
  const address = await mortal(t)
  for (const [what, ask] of Object.entries(changes)) {
    t.match(await errorOf(ask(address)), { code: "result_unknown", outcome: "unknown" }, what)
  }
})

t.test("a look may be asked of the next node", async (t) => {
  const address = await mortal(t)
  for (const [what, ask] of Object.entries(looks)) {
    t.match(await errorOf(ask(address)), { code: "unavailable" }, what)
  }
})

t.test("what never left was surely not done", async (t) => {
  for (const address of ["127.0.0.1:1", "nowhere.invalid:7400"]) {
    for (const [what, ask] of Object.entries(changes)) {
      t.match(await errorOf(ask(address)), { code: "unavailable", outcome: "refused" }, what)
    }
  }
})

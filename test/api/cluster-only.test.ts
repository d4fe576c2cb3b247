/** What clients' calls don't reach: the Cluster service's operations, and the cluster's keyspace. */
import t from "tap"
import type { Operation } from "../../src/core/range/types.ts"
import {
  decodeResult,
  encodeBatchRequest,
  encodeSessionRequest,
  splitBatchResponse,
} from "../../src/wire/index.ts"
import { requestOf } from "./requests.ts"
import { bytesOf, codeOf, get, open, put, setUp, TestCall, text } from "./setup.ts"

t.test("what is for the Cluster service is no operation, whatever it comes in", async (t) => {
  const operations: readonly Operation[] = [
    { type: "split", at: text("m"), childId: 9 },
    { type: "transfer", key: text("m"), to: 2 },
    { type: "check", key: text("m") },
  ]
  const refusal = { code: "unimplemented", message: /ask the Cluster service/ }
  for (const operation of operations) {
    const { api, clock, service } = setUp()
    const { peer, session } = open(api)
    session.onFrame(encodeSessionRequest([bytesOf(1, operation), bytesOf(2, get("a"))]))
    clock.turn()
    t.match(peer.results.get(1), { type: "error", ...refusal })
    t.match(peer.results.get(2), { type: "get" })
    const batch = encodeBatchRequest("", [bytesOf(1, operation), bytesOf(2, put("a"))])
    const results = splitBatchResponse(await api.batch(batch, new TestCall())).map(decodeResult)
    t.match(results, [
      { id: 1, result: { type: "error", ...refusal } },
      { id: 2, result: { type: "put" } },
    ])
    const unary = () => api.unary(operation.type, requestOf(operation), new TestCall())
    await t.rejects(unary(), refusal)
    t.same(
      service.taken.map((pending) => pending.operation.type),
      ["get", "put"],
    )
  }
})

t.test("the cluster's own keyspace is none of clients, whatever asks for it", async (t) => {
  const { api, clock, service } = setUp()
  const keyspace = "system"
  const { peer, session } = open(api)
  session.onFrame(encodeSessionRequest([bytesOf(1, get("ids/range"), { keyspace })]))
  clock.turn()
  t.equal(peer.errorOf(1), "unknown_keyspace")
  const scan: Operation = {
    ...{ type: "scan", start: text(""), end: text(""), limit: 0, reverse: false },
    ...{ keysOnly: false, consistency: "stale" },
  }
  const calls = [
    () => api.unary("put", requestOf(put("ids/range", "0"), keyspace), new TestCall()),
    () => api.batch(encodeBatchRequest(keyspace, []), new TestCall()),
    () => api.scan(requestOf(scan, keyspace), new TestCall()).next(),
  ]
  for (const call of calls) t.equal(await codeOf(call), "unknown_keyspace")
  const one = encodeBatchRequest("", [bytesOf(1, get("ids/range"), { keyspace })])
  const [result] = splitBatchResponse(await api.batch(one, new TestCall())).map(decodeResult)
  t.match(result, { result: { type: "error", code: "unknown_keyspace" } })
  t.equal(service.submits, 0)
})

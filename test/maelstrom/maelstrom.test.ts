import t from "tap"
import { Dice } from "../../src/base/index.ts"
import { checkHistory, type HistoryLine } from "../../src/sim/oracle/index.ts"
import { errorCodes, type MaelstromBody } from "./protocol.ts"
import { Workbench } from "./workbench.ts"

t.test("speaks the protocol", async (t) => {
  const bench = await Workbench.start(t, 3)
  t.match(await bench.until("n0", { type: "read", key: 1 }, isAnswer), {
    type: "error",
    code: errorCodes.keyDoesNotExist,
  })
  t.match(await bench.call("n1", { type: "cas", key: 1, from: 0, to: 1 }), {
    type: "error",
    code: errorCodes.keyDoesNotExist,
  })
  t.match(await bench.call("n1", { type: "write", key: 1, value: [1, "a"] }), { type: "write_ok" })
  t.match(await bench.call("n2", { type: "read", key: 1 }), { type: "read_ok", value: [1, "a"] })
  t.match(await bench.call("n0", { type: "cas", key: 1, from: 7, to: 8 }), {
    type: "error",
    code: errorCodes.preconditionFailed,
  })
  t.match(await bench.call("n0", { type: "cas", key: 1, from: [1, "a"], to: 8 }), {
    type: "cas_ok",
  })
  t.match(await bench.call("n1", { type: "read", key: 1 }), { type: "read_ok", value: 8 })
  t.match(await bench.call("n1", { type: "echo" }), {
    type: "error",
    code: errorCodes.notSupported,
  })
})

t.test("stays linearizable while messages are lost and nodes cut off", async (t) => {
  const bench = await Workbench.start(t, 3)
  await bench.until("n0", { type: "read", key: 0 }, isAnswer)
  bench.network.loss = 0.05
  const history: HistoryLine[] = []
  const clients = Array.from({ length: 6 }, (_, i) => runClient(bench, i, history))
  // A node at a time is cut off for as long as it takes the others to do some work.
  for (const [done, cut] of [
    [200, "n0"],
    [400, "n1"],
    [600, "n2"],
    [800, undefined],
  ] as const) {
    await bench.when(() => history.filter(({ ok }) => ok === true).length >= done)
    bench.network.cutOff = cut
  }
  await bench.when(() => history.filter(({ ok }) => ok === true).length >= 1_000)
  bench.stopClients()
  await Promise.all(clients)
  const verdict = checkHistory(history, { requireEvidence: true })
  t.equal(verdict.ok ? "" : verdict.explanation, "")
})

t.test("stays linearizable while ranges are cut, merged, led elsewhere and moved", async (t) => {
  const bench = await Workbench.start(t, 4)
  await bench.until("n0", { type: "read", key: 0 }, isAnswer)
  bench.network.loss = 0.01
  const history: HistoryLine[] = []
  const clients = Array.from({ length: 6 }, (_, i) => runClient(bench, i, history))
  const done = new Map<unknown, number>()
  let turn = 0
  await bench.when(async () => {
    const name = bench.names[turn++ % bench.names.length] ?? ""
    const { did, movesFinished } = await bench.call(name, { type: "stir" })
    done.set(did, (done.get(did) ?? 0) + 1)
    const times = (what: string): number => done.get(what) ?? 0
    const reshaped = times("split") >= 2 && times("merge") >= 2
    const moved = Number(movesFinished) >= 3 && times("transfer") >= 3
    return reshaped && moved && history.filter(({ ok }) => ok === true).length >= 600
  })
  bench.stopClients()
  await Promise.all(clients)
  const verdict = checkHistory(history, { requireEvidence: true })
  t.equal(verdict.ok ? "" : verdict.explanation, "")
  t.comment(JSON.stringify([...done]))
})

function isAnswer(body: MaelstromBody): boolean {
  return body.code !== errorCodes.temporarilyUnavailable && body.code !== errorCodes.timeout
}

/** One client after another, each until an outcome is unknown; all of them on one node. */
async function runClient(bench: Workbench, number: number, history: HistoryLine[]): Promise<void> {
  const dice = new Dice(number)
  const name = bench.names[number % bench.names.length] ?? ""
  let client = number
  let writes = 0
  // No cas expects absence: the protocol knows none.
  let seen = "nothing yet"
  while (!bench.clientsStopped) {
    const key = `k${dice.between(0, 2)}`
    const op = dice.pick(["get", "get", "put", "cas"] as const)
    const value = op === "get" ? null : `${number}-${writes++}`
    const call = nowNs()
    const body = await bench.call(name, requestOf(op, key, value, seen))
    const outcome = outcomeOf(op, body)
    history.push({
      ...{ client, op, key, value, ...(op === "cas" ? { expected: seen } : {}) },
      ...{ ...outcome, call, return: nowNs() },
    })
    if (op === "get" && outcome.ok === true) seen = outcome.result ?? seen
    if (outcome.ok === null) client += 1_000
  }
}

function requestOf(op: "get" | "put" | "cas", key: string, value: unknown, seen: string) {
  if (op === "get") return { type: "read", key }
  if (op === "put") return { type: "write", key, value }
  return { type: "cas", key, from: seen, to: value }
}

function outcomeOf(
  op: HistoryLine["op"],
  body: MaelstromBody,
): { ok: boolean | null; result?: string | null; error?: string } {
  if (body.type !== "error") {
    return op === "get" ? { ok: true, result: String(body.value) } : { ok: true }
  }
  if (body.code === errorCodes.keyDoesNotExist) return { ok: op === "get", result: null }
  if (body.code === errorCodes.preconditionFailed) return { ok: false }
  const unknown = body.code === errorCodes.timeout && op !== "get"
  return { ok: unknown ? null : false, error: `code ${body.code}` }
}

function nowNs(): number {
  return Math.round(performance.now() * 1e6)
}

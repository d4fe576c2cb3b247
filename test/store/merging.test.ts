import t from "tap"
import { KvError } from "../../src/base/index.ts"
import type { RangeInspection } from "../../src/node/index.ts"
import { Merging } from "../../src/store/merging.ts"
import { decodeMergedRange } from "../../src/wire/index.ts"
import { SmallCluster, within } from "./small-cluster.ts"

const tickMs = 100

t.test(
  "a range is frozen for less than a tick, and who asked hears that it was taken in",
  async (t) => {
    const cluster = await split(4)
    for (const source of [3, 4, 5]) {
      const merging = cluster.finish(() => cluster.merge(2), 10_000)
      await cluster.until(() => isFrozen(cluster, source), 1_000, "it is frozen")
      const frozenMs = await cluster.until(() => isServed(cluster, source), 1_000, "it is served")
      t.ok(frozenMs < tickMs, `frozen for ${frozenMs} ms`)
      const everywhereMs = await cluster.until(() => isGone(cluster, source), 1_000, "it is gone")
      t.ok(everywhereMs < tickMs, `all know ${everywhereMs} ms later`)
      const range = decodeMergedRange(await merging)
      t.match(range, { rangeId: 2, frozen: undefined })
      t.equal(range.absorbed?.at(-1), source)
    }
  },
)

t.test("ranges on different nodes are brought together first, by an operator", async (t) => {
  const cluster = await split(2, 4)
  const [first, last] = [cluster.leader, machineThatDoesNotLead(cluster)]
  const other = cluster.machines.find((machine) => machine !== first && machine !== last)
  // Range 2 is where the last one has no replica, range 3 where another has none.
  await cluster.finish(() => cluster.removeReplica(2, last.nodeId), 10_000)
  await cluster.finish(() => cluster.removeReplica(3, other?.nodeId ?? 0), 10_000)
  await cluster.run(12_000)
  const range = decodeMergedRange(await cluster.finish(() => cluster.merge(2), 15_000))
  t.match(range, { rangeId: 2, absorbed: [3] })
  const [operator] = await cluster.finish(() => cluster.operatorsEnded(), 5_000)
  t.match(operator, { kind: "admin", rangeId: 2, end: "finished" })
  t.same(operator?.steps, [
    `add a learner on store ${last.nodeId}`,
    `let store ${last.nodeId} vote instead of store ${other?.nodeId}`,
    "merge range 3 into it",
  ])
  await cluster.until(() => isGone(cluster, 3), 1_000, "it is gone everywhere")
})

t.test("a merge that a node holds up is given up, and who asked hears of it", async (t) => {
  const cluster = await split(2)
  machineThatDoesNotLead(cluster).crash("kill", "the test")
  const failure = await failureOf(cluster, 10_000)
  t.match(failure, { code: "state_changed", outcome: "refused" })
  t.match(failure.message, /range 3 goes on by itself: node \d did not answer in time/)
  t.same(await cluster.putToEach(2).then((all) => all.map(({ type }) => type)), ["put", "put"])
})

t.test(
  "a merge that would wait for a node that is away is refused, and nothing stops",
  async (t) => {
    const cluster = await split(2)
    const away = machineThatDoesNotLead(cluster)
    away.crash("kill", "the test")
    // It is missed by those that are awake.
    for (let round = 0; round < 4; round += 1) {
      await cluster.putToEach(2)
      await cluster.run(500)
    }
    const failure = await failureOf(cluster, 10_000)
    t.match(failure, { code: "state_changed", outcome: "refused" })
    t.match(failure.message, new RegExp(`node ${away.nodeId} is away or has not caught up`))
    t.equal(isFrozen(cluster, 3), false)
  },
)

t.test("who has no time to hear what becomes of a merge is told so", async (t) => {
  const cluster = await split(2)
  machineThatDoesNotLead(cluster).crash("kill", "the test")
  const failure = await failureOf(cluster, 500)
  t.match(failure, { code: "deadline_unknown", outcome: "unknown" })
  t.match(failure.message, /the deadline passed before the merge had ended: look at the ranges/)
})

t.test("who asked for a check of a range that is taken in meanwhile is answered", async (t) => {
  const cluster = await split(2)
  const checked = cluster.check(3).then(
    ({ outcome }) => outcome,
    (error: KvError) => error.message,
  )
  await cluster.finish(() => cluster.merge(2), 10_000)
  const answer = await cluster.finish(() => checked, 1_000)
  t.match(answer, /^agreed$|ask again/)
})

t.test("sessions, which may be many, are copied once all has come, not at each look", (t) => {
  let copies = 0
  let state = { index: 9 }
  const machine = {
    get state() {
      return state
    },
    get sessions() {
      copies += 1
      return "the sessions"
    },
  }
  const merging = new Merging({
    ...{ machine: () => machine, data: { installing: false, unflushed: false } },
    raft: { view: { damaged: false }, termAt: () => 1, step: () => {} },
    wake: () => {},
  } as never)
  const look = () => merging.yieldFor({ frozen: { index: 10, term: 1 } } as never, () => {})
  t.same([look(), look(), copies], ["coming", "coming", 0])
  state = { index: 10 }
  t.same([look(), copies], [{ state, sessions: "the sessions" }, 1])
  t.end()
})

async function split(count: number, nodes = 3): Promise<SmallCluster> {
  const cluster = new SmallCluster((config) => config, nodes)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(count)
  await cluster.until(() => cluster.whole && cluster.asleep, 30_000, "everything is led and sleeps")
  return cluster
}

async function failureOf(cluster: SmallCluster, timeoutMs: number): Promise<KvError> {
  const asked = cluster.finish(() => cluster.merge(2, within(timeoutMs)), 20_000)
  const error = await asked.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(error instanceof KvError)) throw new Error("the merge was not refused")
  return error
}

function machineThatDoesNotLead(cluster: SmallCluster): SmallCluster["leader"] {
  const idle = cluster.machines.find((machine) => {
    return machine.inspect().every(({ view }) => view.role !== "leader")
  })
  if (idle === undefined) throw new Error("everybody leads something")
  return idle
}

function everywhere(cluster: SmallCluster): readonly RangeInspection[] {
  return cluster.machines.flatMap((machine) => machine.inspect())
}

function isFrozen(cluster: SmallCluster, source: number): boolean {
  return everywhere(cluster).some(({ descriptor }) => {
    return descriptor.rangeId === source && descriptor.frozen !== undefined
  })
}

/** By the one that took it in. */
function isServed(cluster: SmallCluster, source: number): boolean {
  return everywhere(cluster).some(({ descriptor, view }) => {
    return view.role === "leader" && descriptor.absorbed?.includes(source) === true
  })
}

function isGone(cluster: SmallCluster, source: number): boolean {
  return everywhere(cluster).every(({ descriptor }) => descriptor.rangeId !== source)
}

/** What is asked of a range by its id is not done to another one that holds its key by then. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import type { Operation, OperationResult } from "../../src/core/range/types.ts"
import type { RangeInspection } from "../../src/node/index.ts"
import type { PendingOperation } from "../../src/store/types.ts"
import { decodeResult, encodeOperation } from "../../src/wire/index.ts"
import { dataRange, keyAt, SmallCluster } from "./small-cluster.ts"

/** The half that goes, as the first range that is given an id. */
const partId = 3

t.test("a transfer and a check mean the range that they name, whatever its span", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 60_000, "the cluster has begun")
  await cluster.split(2)
  const isPart = ({ descriptor }: RangeInspection) => descriptor.rangeId === partId
  const halved = () => cluster.whole && cluster.leader.inspect().some(isPart)
  await cluster.until(halved, 10_000, "both halves are led")
  const [begin, border] = [new Uint8Array(0), keyAt(1)]
  const { nodeId: to } = cluster.leader
  const requests: readonly ((key: Uint8Array) => Operation)[] = [
    (key) => ({ type: "check", key }),
    (key) => ({ type: "transfer", key, to }),
  ]
  for (const request of requests) {
    for (const { nodeId } of cluster.machines) {
      const ask = async (rangeId: number, rangeVersion: number, key: Uint8Array) => {
        const claim = { rangeId, rangeVersion }
        const [result] = await submit(cluster, nodeId, claim, request(key))
        if (result === undefined) return "nothing"
        return result.type === "error" ? result.code : `done to ${rangeOf(result)}`
      }
      const what = `a ${request(begin).type}, by node ${nodeId}`
      t.equal(await ask(dataRange, 2, border), "range_changed", what)
      t.equal(await ask(partId, 2, begin), "range_changed", what)
      t.equal(await ask(dataRange, 1, begin), `done to ${dataRange}`, what)
      t.equal(await ask(partId, 9, border), `done to ${partId}`, what)
      t.equal(await ask(0, 0, border), `done to ${partId}`, what)
    }
  }
})

t.test("a range being cut keeps its leader and its replicas (rules 44 and 47)", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 60_000, "the cluster has begun")
  const { nodeId } = cluster.leader
  const followers = cluster.machines.filter((machine) => machine.nodeId !== nodeId)
  const [to, other] = followers.map((follower) => follower.nodeId) as [number, number]
  const key = new Uint8Array(0)
  const handOver: Operation = { type: "transfer", key, to }
  const changes = [{ type: "remove", nodeId: other }] as const
  const change = { type: "changeReplicas", key, rangeId: dataRange, changes } as const
  const whole = { rangeId: dataRange, rangeVersion: 1 }
  const lastIndex = () =>
    defined(
      cluster.leader.inspect().find(({ descriptor }) => descriptor.rangeId === dataRange),
      "the range",
    ).view.lastIndex
  const before = lastIndex()
  const split: Operation = { type: "split", at: keyAt(1), childId: partId }
  const cutting = submit(cluster, nodeId, whole, split)
  await cluster.until(() => lastIndex() > before, 10_000, "the split is in the log")
  const requests = [handOver, { ...change, configVersion: 0 }]
  const refused = await submit(cluster, nodeId, whole, ...requests)
  const unavailable = { code: "unavailable", message: /being split or merged/ }
  t.match([...refused, ...(await cutting)], [unavailable, unavailable, { type: "split" }])
  const half = { rangeId: dataRange, rangeVersion: 2 }
  for (const request of [{ ...change, configVersion: 0 }, handOver]) {
    t.match(await submit(cluster, nodeId, half, request), [{ type: request.type }])
  }
})

function rangeOf(result: OperationResult): number | undefined {
  return result.type === "check" || result.type === "transfer" ? result.range.rangeId : undefined
}

async function submit(
  cluster: SmallCluster,
  nodeId: number,
  claim: Pick<PendingOperation, "rangeId" | "rangeVersion">,
  ...operations: readonly Operation[]
): Promise<OperationResult[]> {
  const machine = cluster.machines.find((each) => each.nodeId === nodeId)
  const answers = new Map<number, OperationResult>()
  const shared = {
    ...{ deadline: cluster.world.nowMs + 1e6, forwarded: false, cancelled: false },
    sink: {
      deliver: ({ id }: PendingOperation, result: OperationResult) => answers.set(id, result),
      deliverEncoded: (_: PendingOperation, bytes: Uint8Array) => {
        const { id, result } = decodeResult(bytes)
        answers.set(id, result)
      },
    },
  }
  const pending = operations.map((operation, id) => ({
    ...{ id, keyspaceId: defaultKeyspaceId, ...claim, operation },
    bytes: encodeOperation({ id, timeoutMs: 0, keyspace: "", ...claim, operation }),
    ...shared,
  }))
  machine?.node?.submit(pending)
  await cluster.until(() => answers.size === operations.length, 20_000, "all are answered")
  return pending.map(({ id }) => defined(answers.get(id), "an answer"))
}

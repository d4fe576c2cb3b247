/** What is asked of a range by its id is not done to another one that holds its key by then. */
import t from "tap"
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
        const result = await submit(cluster, nodeId, { rangeId, rangeVersion }, request(key))
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

function rangeOf(result: OperationResult): number | undefined {
  return result.type === "check" || result.type === "transfer" ? result.range.rangeId : undefined
}

async function submit(
  cluster: SmallCluster,
  nodeId: number,
  claim: Pick<PendingOperation, "rangeId" | "rangeVersion">,
  operation: Operation,
): Promise<OperationResult> {
  const machine = cluster.machines.find((each) => each.nodeId === nodeId)
  const answers: OperationResult[] = []
  machine?.node?.submit([
    {
      ...{ id: 1, keyspaceId: defaultKeyspaceId, ...claim, operation },
      bytes: encodeOperation({ id: 1, timeoutMs: 0, keyspace: "", ...claim, operation }),
      ...{ deadline: cluster.world.nowMs + 1e6, forwarded: false, cancelled: false },
      sink: {
        deliver: (_, result) => answers.push(result),
        deliverEncoded: (_, bytes) => answers.push(decodeResult(bytes).result),
      },
    },
  ])
  await cluster.until(() => answers.length > 0, 20_000, "it is answered")
  return answers[0] as OperationResult
}

/** A driver that others have replaced, and that hears of it late, on real nodes. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import { systemRange } from "../../src/core/range/index.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { decodeStoreList, encodeStateOfStore } from "../../src/wire/index.ts"
import { SmallCluster, within } from "../store/small-cluster.ts"

function leadersIn({ machines }: SmallCluster): readonly Machine[] {
  return machines.filter((machine) => {
    return machine.inspect().some(({ descriptor, view }) => {
      return descriptor.rangeId === systemRange && view.role === "leader"
    })
  })
}

t.test(
  "what one is asked is done by the next, or by nobody, but never behind its back",
  async (t) => {
    const cluster = new SmallCluster()
    const { links, machines } = cluster
    await cluster.until(() => cluster.whole, 20_000, "all ranges are led")
    await cluster.run(15_000)
    const old = defined(leadersIn(cluster)[0], "somebody drives")
    const others = machines.filter((machine) => machine !== old)
    for (const { nodeId } of others) {
      links.cut(old.nodeId, nodeId)
      links.cut(nodeId, old.nodeId)
    }
    // The second waits for its turn behind the first, which is in a log that nobody else has.
    const asked = others.map(({ nodeId }) => {
      const body = encodeStateOfStore({ nodeId, state: "draining" })
      return defined(old.api, "it runs").driver("state", body, within(30_000))
    })
    const answers = Promise.allSettled(asked)
    await cluster.until(
      () => leadersIn(cluster).some((machine) => machine !== old),
      20_000,
      "another drives",
    )
    await cluster.run(3_000)
    links.mendAll()
    const [first, second] = await cluster.finish(() => answers, 30_000)
    t.match(first, { status: "rejected", reason: { code: "unavailable" } })
    t.equal(second?.status, "fulfilled")

    const next = defined(leadersIn(cluster)[0]?.api, "another drives")
    const ask = () => next.driver("stores", new Uint8Array(0), within(5_000))
    const stores = decodeStoreList(await cluster.finish(ask, 10_000))
    t.same(
      others.map((other) => stores.find(({ nodeId }) => nodeId === other.nodeId)?.state),
      ["up", "draining"],
    )
  },
)

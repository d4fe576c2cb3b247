/** What a node leaves on its disk when it is told to stop. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import { SmallCluster } from "../store/small-cluster.ts"

t.test("one sync makes durable what all ranges flushed last", async (t) => {
  const cluster = new SmallCluster(undefined, 1)
  const machine = defined(cluster.machines[0], "the only one")
  const { engineStore, disk } = machine
  const ranges = 30
  const stop = async (): Promise<void> => {
    machine.stop()
    await cluster.until(() => machine.process === undefined, 10_000, "it has stopped")
  }
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(ranges)
  await stop()
  machine.start()
  await cluster.until(() => cluster.whole, 10_000, "everything is led again")
  await cluster.putToEach(ranges)

  let syncs = 0
  const { write } = engineStore
  engineStore.write = (writes, sync) => {
    if (sync) syncs += 1
    write.call(engineStore, writes, sync)
  }
  await stop()
  t.equal(syncs, 1)
  disk.crash("powerLoss")
  t.equal(machine.cellsOf(defaultKeyspaceId), ranges)
})

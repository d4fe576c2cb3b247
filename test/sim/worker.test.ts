import t from "tap"
import { Dice, KvError } from "../../src/base/index.ts"
import { Process } from "../../src/sim/process.ts"
import { drawSwarm } from "../../src/sim/swarm.ts"
import { Names } from "../../src/sim/workload/index.ts"
import { Lifetimes } from "../../src/sim/workload/lifetimes.ts"
import { Recorder } from "../../src/sim/workload/recorder.ts"
import { Worker } from "../../src/sim/workload/worker.ts"
import { World } from "../../src/sim/world.ts"

/** What comes of a worker whose operations all end, without effect, after so long. */
async function workWith(lateMs: number): Promise<unknown> {
  const world = new World()
  const process = new Process(world, "client")
  const swarm = drawSwarm(1)
  const { workload } = swarm
  const recorder = new Recorder(world)
  const names = new Names(workload)
  const worker = new Worker({
    ...{ process, workload, dice: new Dice(1), leaseReads: false, client: undefined },
    ...{ recorder, names, lifetimes: new Lifetimes(names, recorder, swarm) },
    perform: async (_operation, { timeoutMs }) => {
      await process.sleep(timeoutMs + lateMs)
      throw new KvError("deadline_unknown", "no answer")
    },
    mustSucceed: () => false,
  })
  let ended: unknown
  worker.run().then(
    () => {
      ended = "stopped"
    },
    (error: unknown) => {
      ended = error
    },
  )
  await world.run(20_000)
  worker.stop()
  await world.run(30_000)
  return ended
}

t.test("an operation ends when its time is up, or shortly after", async (t) => {
  t.equal(await workWith(1), "stopped")
  t.equal(await workWith(2_000), "stopped", "who has no library waits for the node's own answer")
  t.match(await workWith(2_500), /an operation ended 499 ms too late/)
})

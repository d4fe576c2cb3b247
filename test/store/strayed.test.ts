/** Who has yet to be told the way, once there is one. */
import t from "tap"
import { defined } from "../../src/base/index.ts"
import { calmWeather } from "../../src/sim/links.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { keyAt, SmallCluster } from "./small-cluster.ts"

t.test("what came while nobody led", async (t) => {
  const cluster = new SmallCluster()
  const machine = cluster.machines[0] as Machine
  await cluster.until(() => machine.node !== undefined, 10_000, "it runs")
  const early = cluster.beginGet(0, machine)
  t.ok(early.strayed, "its session hears the way with the answer")
  const hears = () => machine.inspect().every(({ view }) => view.leader !== 0)
  await cluster.until(hears, 10_000, "it knows who leads")
  t.notOk(cluster.beginGet(0, machine).strayed, "that of a later one knew it from the beginning")
})

t.test("what was sent to the leader of a range that sleeps, when the link breaks", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole && cluster.asleep, 60_000, "everything is led and sleeps")
  const { leader, links } = cluster
  const follower = cluster.machines.find((machine) => machine !== leader)
  // The frame is lost, and its sender hears of that some ticks later.
  links.weather = { ...calmWeather, latencyMs: 200, breakChance: 1 }
  const get = { type: "get", key: keyAt(0), consistency: "linearizable" } as const
  const answers = cluster.begin(get, defined(follower, "one that follows"))
  await cluster.run(1)
  links.weather = calmWeather
  await cluster.until(() => answers.length > 0, 1_000, "it is sent again")
  t.match(answers, [{ type: "get" }], "the link is up again, and who had it wakes for that")
})

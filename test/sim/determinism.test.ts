import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import t from "tap"
import { type SimulationResult, simulate } from "../../src/sim/index.ts"

const virtualMs = 20_000
const seeds = [1, 2, 3, 5, 8]

/** The simulator's command, as this test runs it: compiled or not. */
const command = fileURLToPath(import.meta.url).replace(
  /test.sim.determinism\.test\.([jt]s)$/,
  "cmd/sim.$1",
)

/** Runs a seed in a process of its own. */
function inAnotherProcess(seed: number): Promise<SimulationResult> {
  return new Promise((resolve, reject) => {
    const child = fork(command)
    child.once("error", reject)
    child.once("message", (message) => {
      child.disconnect()
      resolve(message as SimulationResult)
    })
    child.send({ seed, virtualMs })
  })
}

t.test("the same seed gives the same run", async (t) => {
  const hashes = new Set<string>()
  for (const seed of seeds) {
    const first = await simulate({ seed, virtualMs })
    const again = await simulate({ seed, virtualMs })
    t.equal(first.failure, undefined)
    t.same(again, first, `seed ${seed}`)
    hashes.add(first.traceHash)
  }
  t.equal(hashes.size, seeds.length, "other seeds give other runs")
})

t.test("the same seed gives the same run in another process, watched or not", async (t) => {
  for (const seed of seeds.slice(0, 2)) {
    let events = 0
    const here = await simulate({ seed, virtualMs, onEvent: () => (events += 1) })
    const there = await inAnotherProcess(seed)
    t.equal(there.traceHash, here.traceHash, `seed ${seed}`)
    t.same(there.stats, here.stats)
    t.equal(events, here.stats.events)
  }
})

/** Exactly once, whatever becomes of nodes, streams and ranges meanwhile (rule 54). */
import fc from "fast-check"
import t from "tap"
import { Dice, type ErrorCode, hexOf, type KvError } from "../../src/base/index.ts"
import { createClient } from "../../src/client/index.ts"
import type { OperationResult } from "../../src/core/range/types.ts"
import { ScriptedCluster, type ScriptedNode } from "./scripted-cluster.ts"
import { requestIds } from "./setup.ts"
import { plainDice, VirtualTime } from "./virtual-time.ts"

const addresses = ["a:1", "b:1", "c:1"]
const keys = ["b", "g", "n", "s", "x"]
const borders = ["c", "e", "g", "k", "n", "p", "s", "u", "x", "y"]
const lastsMs = 3_000

const failing = (code: ErrorCode): { result: OperationResult } => ({
  result: { type: "error", code, message: `because of ${code}` },
})

/** A node that refuses some, forgets to answer some, and does not know what became of some. */
function falter(node: ScriptedNode, cluster: ScriptedCluster, dice: Dice): void {
  node.script = (request) => {
    if (request.request.type === "cancel") return undefined
    const chance = dice.chance()
    if (chance < 0.1) return failing(dice.pick(["not_leader", "unavailable", "overloaded"]))
    if (chance > 0.2) return chance < 0.25 ? failing("result_unknown") : undefined
    cluster.serve(request)
    return dice.roll(0.5) ? failing("result_unknown") : "nothing"
  }
}

/** Splits, moves and crashes, at any time. */
function shake(time: VirtualTime, cluster: ScriptedCluster, dice: Dice): void {
  const nodes = [...cluster.nodes.values()]
  const anyTime = (run: () => void): void => {
    time.after(dice.between(0, lastsMs), run)
  }
  for (const at of borders) {
    const leader = dice.pick(addresses)
    if (dice.roll(0.6)) anyTime(() => cluster.ranges.split(at, leader))
  }
  for (let i = 0; i < 6; i += 1) {
    anyTime(() => {
      dice.pick(cluster.ranges.all).leader = dice.pick(addresses)
    })
    anyTime(() => {
      const node = dice.pick(nodes)
      node.crash()
      time.after(dice.between(1, 500), () => {
        node.state = "up"
      })
    })
  }
}

interface Outcome {
  readonly key: string
  readonly outcome: "done" | KvError["outcome"]
  readonly code: ErrorCode | undefined
}

/** Many increments during all that, and what they came to. */
async function run(seed: number, calm: boolean) {
  const dice = new Dice(seed)
  const time = new VirtualTime()
  const cluster = new ScriptedCluster(time, addresses)
  cluster.knowsRanges = true
  const nodes = [...cluster.nodes.values()]
  if (!calm) for (const node of nodes) falter(node, cluster, dice)
  const options = { transport: cluster, endpoints: addresses, clock: time, random: plainDice() }
  const db = createClient({ ...options, defaultTimeoutMs: 900, inFlightMax: 8 })
  const outcomes: Outcome[] = []
  const calls = Array.from({ length: 60 }, async () => {
    await new Promise<void>((resolve) => time.after(dice.between(0, lastsMs), resolve))
    const key = dice.pick(keys)
    await db.increment(key, 1).then(
      () => outcomes.push({ key, outcome: "done", code: undefined }),
      ({ outcome, code }: KvError) => outcomes.push({ key, outcome, code }),
    )
  })
  shake(time, cluster, dice)
  await time.until(Promise.all(calls))
  for (const node of nodes) {
    node.script = () => undefined
    // Answers that never come hold room until their stream is gone.
    node.crash()
    node.state = "up"
  }
  const cells = await time.until(db.scan({ timeoutMs: 10_000 }).all())
  await db.close()
  const counts = new Map(cells.map(({ key, value }) => [key.toString(), Number(value.toString())]))
  return { outcomes, counts, nodes }
}

t.test("an increment happens as often as its outcome says", async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, calm) => {
      const { outcomes, counts } = await run(seed, calm)
      return keys.every((key) => {
        const mine = outcomes.filter((one) => one.key === key)
        const done = mine.filter(({ outcome }) => outcome === "done").length
        const unknown = mine.filter(({ outcome }) => outcome === "unknown").length
        const count = counts.get(key) ?? 0
        return count >= done && count <= done + unknown
      })
    }),
    { numRuns: 200 },
  )
  t.pass()
})

t.test("nodes that forget nothing never have to say that they forgot", async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, calm) => {
      const { outcomes } = await run(seed, calm)
      return outcomes.every(({ code }) => code !== "session_forgotten")
    }),
    { numRuns: 200 },
  )
  t.pass()
})

t.test("splits and moves alone fail no call", async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { outcomes } = await run(seed, true)
      return outcomes.length === 60 && outcomes.every(({ outcome }) => outcome === "done")
    }),
  )
  t.pass()
})

t.test("what a client id acknowledges only grows", async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { nodes } = await run(seed, false)
      const issued = new Map<string, Map<number, number>>()
      for (const { clientId, sequence, acknowledgedBelow } of nodes.flatMap(requestIds)) {
        const names = issued.get(hexOf(clientId)) ?? new Map<number, number>()
        // A retry says what was said at first.
        if ((names.get(sequence) ?? acknowledgedBelow) !== acknowledgedBelow) return false
        issued.set(hexOf(clientId), names.set(sequence, acknowledgedBelow))
      }
      return [...issued.values()].every((names) => {
        const inOrder = [...names].sort(([left], [right]) => left - right)
        return inOrder.every(([sequence, below], i) => {
          return below <= sequence && below >= (inOrder[i - 1]?.[1] ?? 0)
        })
      })
    }),
  )
  t.pass()
})

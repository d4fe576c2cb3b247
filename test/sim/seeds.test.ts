import t from "tap"
import type { OperatorKind } from "../../src/core/placement/index.ts"
import { type SimulationResult, simulate } from "../../src/sim/index.ts"
import { explain } from "./explain.ts"

/** Enough to meet every kind of fault many times, and to stay within some minutes. */
const fixedSeeds = Array.from({ length: 160 }, (_, i) => 1_001 + i)

const kindsToFinish: readonly OperatorKind[] = [
  ...(["repair", "removeExtra", "balanceLeaders", "balanceReplicas", "merge"] as const),
  ...(["drain", "decommission", "split", "spread", "admin"] as const),
]

const seen = new Map<string, number>()
const finished = new Map<string, number>()
const happened = new Map<string, number>()

async function run(seed: number): Promise<SimulationResult> {
  const result = await simulate({ seed })
  const { faults, operators, merges, moves, drivers, abandoned } = result.stats
  add(seen, faults)
  add(finished, operators)
  const changesOfDriver = Math.max(0, drivers - 1)
  add(happened, { merges, moves, changesOfDriver, abandoned })
  return result
}

function add(sums: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    sums.set(name, (sums.get(name) ?? 0) + count)
  }
}

t.test("a fixed lot of seeds", async (t) => {
  for (const seed of fixedSeeds) {
    const result = await run(seed)
    t.equal(explain(result), "", `seed ${seed}`)
    t.ok(result.stats.reads > 0 && result.stats.overlaps > 0, `seed ${seed} proves something`)
  }
})

t.test("every kind of fault struck", async (t) => {
  const { faultKinds } = await import("../../src/sim/faults/kinds.ts")
  const missed = faultKinds.filter((kind) => !seen.has(kind))
  t.same(missed, [])
})

t.test("what drivers and operators are there for was done", (t) => {
  for (const [what, count] of happened) t.ok(count > 0, `${what}: ${count}`)
  const missed = kindsToFinish.filter((kind) => !finished.has(kind))
  t.same(missed, [], "operators of these kinds have finished")
  t.end()
})

t.test("a run that proves nothing fails", async (t) => {
  const idle = await simulate({
    seed: 1,
    virtualMs: 16_000,
    adjust: (drawn) => ({
      ...drawn,
      workload: {
        ...{ ...drawn.workload, clients: 1, workers: 1, plainClients: 0, registers: 1 },
        mix: { ...drawn.workload.mix, batch: 0, scan: 0, deleteRange: 0 },
      },
    }),
  })
  t.match(idle.failure?.message, /proves nothing: it has no two operations .* overlapped/)
  t.match(idle.failure?.reproduce, /^npm run sim -- --seed 1 --virtual-ms 16000 --trace$/)
  const calm = await simulate({
    seed: 1,
    virtualMs: 16_000,
    adjust: (drawn) => ({ ...drawn, faults: ["crash"], faultEveryMs: 1e9 }),
  })
  t.match(calm.failure?.message ?? "none struck", /none struck|no fault struck/)
})

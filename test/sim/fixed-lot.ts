import type { Test } from "tap"
import type { OperatorKind } from "../../src/core/placement/index.ts"
import { faultKinds } from "../../src/sim/faults/kinds.ts"
import { type SimulationResult, simulate } from "../../src/sim/index.ts"
import { explain } from "./explain.ts"

// All but those that an admin asks for: there are too few of them in a lot.
const kindsToFinish: readonly OperatorKind[] = [
  ...(["repair", "removeExtra", "balanceLeaders", "balanceReplicas", "merge"] as const),
  ...(["drain", "decommission", "split", "spread"] as const),
]

/**
 * Runs this many seeds: enough to meet every kind of fault many times, and few enough for one file
 * of tests. Fails too where the runs did not do what they are there for.
 */
export async function fixedLot(t: Test, firstSeed: number, seeds: number): Promise<void> {
  const seen = new Map<string, number>()
  const finished = new Map<string, number>()
  const happened = new Map<string, number>()
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const result = await simulate({ seed })
    t.equal(explain(result), "", `seed ${seed}`)
    const { stats } = result
    t.ok(stats.reads > 0 && stats.overlaps > 0, `seed ${seed} proves something`)
    add(seen, stats.faults)
    add(finished, stats.operators)
    add(happened, happenings(stats))
  }
  t.same(missed(faultKinds, seen), [], "every kind of fault struck")
  t.same(missed(kindsToFinish, finished), [], "operators of these kinds have finished")
  for (const [what, count] of happened) t.ok(count > 0, `${what}: ${count}`)
}

function happenings({ merges, moves, drivers, ...of }: SimulationResult["stats"]) {
  const { abandoned, caretakers, away } = of
  const changesOfDriver = Math.max(0, drivers - 1)
  return { merges, moves, caretakers, changesOfDriver, abandoned, away }
}

function add(sums: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    sums.set(name, (sums.get(name) ?? 0) + count)
  }
}

function missed(kinds: readonly string[], sums: ReadonlyMap<string, number>): readonly string[] {
  return kinds.filter((kind) => !sums.has(kind))
}

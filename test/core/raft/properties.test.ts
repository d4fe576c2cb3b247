/**
 * Figure 3 of Raft under any schedule: messages late, lost, repeated and reordered, disks slow,
 * crashes between any two steps. Election safety, log matching, leader completeness, state machine
 * safety and fresh reads are checked after every step; then all heals and a leader must be heard.
 */
import * as fc from "fast-check"
import t from "tap"
import { Chaos, type ChaosOptions } from "./chaos.ts"
import type { TestSettings } from "./replica.ts"

const seed = Number(process.env.SEED ?? 20_250_101)

async function holds(numRuns: number, options: Omit<ChaosOptions, "swarm">): Promise<void> {
  const happenings = fc.uint32Array({ minLength: 600, maxLength: 6_000, size: "max" })
  const property = fc.property(fc.nat(), happenings, (swarm, numbers) => {
    const chaos = new Chaos({ ...options, swarm })
    for (let at = 0; at + 3 <= numbers.length; at += 3) {
      chaos.happen([numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0])
    }
    chaos.recover()
  })
  await fc.assert(property, { seed, numRuns })
}

const schedules: readonly (readonly [string, number, Omit<ChaosOptions, "swarm">])[] = [
  ["three replicas", 60, { replicas: 3 }],
  ["five replicas", 30, { replicas: 5 }],
  ["one replica", 20, { replicas: 1 }],
  ["with leases and quiescence", 40, { replicas: 3, settings: settings(true, 6) }],
  ["while data is corrupt", 80, { replicas: 3, corrupts: true }],
  ["while data is corrupt, of five", 40, { replicas: 5, corrupts: true }],
  ["while members come and go", 80, { replicas: 4, reconfigures: true }],
  ["while members go for good", 80, { replicas: 4, departs: true }],
]

function settings(leaseReads: boolean, quiesceAfterTicks: number): Partial<TestSettings> {
  return { leaseReads, quiesceAfterTicks }
}

for (const [name, runs, options] of schedules) {
  t.test(name, async () => holds(runs, options))
}

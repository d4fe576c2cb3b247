/**
 * The placement policy at scale: `npm run sim:placement`, or smaller with `-- --stores-per-rack 4
 * --ranges 20000`. Prints a row for each thing that happens to the cluster.
 */
import { Command, InvalidArgumentError } from "commander"
import { type Chapter, Scenario } from "../src/sim/placement/index.ts"

interface Flags {
  readonly seed: number
  readonly zones: number
  readonly racksPerZone: number
  readonly storesPerRack: number
  readonly joiningPerRack: number
  readonly ranges: number
  readonly tickMs: number
  readonly rangeBeatMs: number
}

const command = new Command("sim-placement")
  .description("Runs the placement policy against a cluster of numbers, in virtual time.")
  .option("--seed <number>", "decides everything", count, 1)
  .option("--zones <count>", "zones", count, 5)
  .option("--racks-per-zone <count>", "racks of a zone", count, 3)
  .option("--stores-per-rack <count>", "stores of a rack", count, 67)
  .option("--joining-per-rack <count>", "stores that join each rack at the end", count, 7)
  .option("--ranges <count>", "ranges", count, 1_000_000)
  .option("--tick-ms <ms>", "virtual time between two passes of the driver", count, 1_000)
  .option("--range-beat-ms <ms>", "virtual time between two beats of a range", count, 600_000)

function count(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new InvalidArgumentError("must be a whole number above 0")
}

/** What is alive on the heap and beside it, in MiB. */
function memoryMiB(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return Math.round((heapUsed + arrayBuffers) / 1_024 ** 2)
}

/** Of this process, its collector included: other processes don't count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function percent(part: number): string {
  return `${Math.round(1_000 * (part - 1)) / 10} %`
}

function rowOf(chapter: Chapter): string {
  const { after, struck, moves, movesMin } = chapter
  const cells = [
    chapter.what,
    `${Math.round(chapter.virtualMs / 60_000)} min`,
    `${moves}`,
    `${movesMin}`,
    (moves / Math.max(1, movesMin)).toFixed(2),
    `${chapter.leaderMoves}`,
    `${struck.withoutQuorum} / ${after.unsound} / ${after.zonesShared}`,
    `${percent(after.replicasMax)} / ${percent(after.bytesMax)} / ${percent(after.leadersMax)}`,
    `${Math.round(chapter.sweepCpuMs)} / ${Math.round(chapter.sweepCpuMsAtRest)} ms`,
    `${Math.round(chapter.reportsPerSecond)}`,
  ]
  return `| ${cells.join(" | ")} |`
}

const header = [
  "| what happens | settled after | moves | at least | ratio | leader moves |",
  " without quorum at once / unsound / sharing a zone in the end |",
  " fullest store above the mean: replicas / bytes / leaders |",
  " CPU of looking at every range: busy / at rest | reports a second |",
].join("")

function main(flags: Flags): void {
  const began = performance.now()
  const scenario = new Scenario({
    ...flags,
    cpuMs,
  })
  const { world } = scenario
  const modelMiB = memoryMiB()
  const cpuBefore = cpuMs()
  world.reportAll()
  const reportUs = (1_000 * (cpuMs() - cpuBefore)) / flags.ranges
  const driverMiB = memoryMiB() - modelMiB
  console.log(`${scenario.stores} stores, ${flags.ranges} ranges: the driver has ${driverMiB} MiB`)
  console.log(`the first report of a range takes ${reportUs.toFixed(1)} µs of CPU\n`)
  console.log(header)
  console.log(`|${" --- |".repeat(10)}`)
  let failed = false
  for (const chapter of scenario.chapters()) {
    console.log(rowOf(chapter))
    for (const what of chapter.violations.slice(0, 5)) console.log(`violation: ${what}`)
    failed ||= !chapter.settled || chapter.violations.length > 0
  }
  console.log(`took ${Math.round((performance.now() - began) / 1_000)} s`)
  process.exitCode = failed ? 1 : 0
}

command.action(() => main(command.opts<Flags>()))
command.parse()

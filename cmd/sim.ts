/** Runs seeds of the simulator: `npm run sim -- --seed 7 --trace`, `npm run sim -- --seeds 200`. */
import { type ChildProcess, fork } from "node:child_process"
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { Command, InvalidArgumentError, Option } from "commander"
import { type NodeVariant, nodeVariants } from "../src/node/index.ts"
import {
  describeEvent,
  type SimulationResult,
  type SimulationStats,
  simulate,
} from "../src/sim/index.ts"

interface Flags {
  readonly seed?: number
  readonly seeds?: number
  readonly from: number
  readonly jobs: number
  readonly virtualMs: number
  readonly variant?: NodeVariant
  readonly trace?: true
}

const command = new Command("sim")
  .description("Runs whole clusters in virtual time, with faults, each decided by its seed.")
  .option("--seed <number>", "run this one seed", count)
  .option("--seeds <count>", "run this many seeds", count)
  .option("--from <number>", "the first of them", count, 1)
  .option("--jobs <count>", "processes to run them in", count, availableParallelism())
  .option("--virtual-ms <ms>", "virtual time of one run", count, 60_000)
  .addOption(
    new Option("--variant <name>", "a machine that is broken on purpose").choices(nodeVariants),
  )
  .option("--trace", "print everything that happens")

function count(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new InvalidArgumentError("must be a whole number")
}

function optionsOf(seed: number, { virtualMs, variant }: Flags) {
  return { seed, virtualMs, ...(variant === undefined ? {} : { variant }) }
}

async function runOne(seed: number, flags: Flags): Promise<boolean> {
  const began = performance.now()
  const result = await simulate({
    ...optionsOf(seed, flags),
    ...(flags.trace ? { onEvent: (event) => console.log(describeEvent(event)) } : {}),
  })
  const { stats, failure, traceHash } = result
  console.log(`seed ${seed}: trace ${traceHash}, ${seconds(performance.now() - began)}`)
  console.log(JSON.stringify(stats, undefined, 2))
  if (failure !== undefined) printFailure(result)
  return failure === undefined
}

/** Hands seeds to child processes, one at a time each. */
async function runMany(count: number, flags: Flags): Promise<boolean> {
  const began = performance.now()
  const results: SimulationResult[] = []
  let next = flags.from
  const last = flags.from + count - 1
  const progress = (): void => {
    const failed = results.filter(({ failure }) => failure !== undefined).length
    const done = `${results.length}/${count} seeds, ${failed} failed`
    const line = `${done}, ${seconds(performance.now() - began)}`
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`)
    else if (results.length % 20 === 0) process.stderr.write(`${line}\n`)
  }
  const feed = async (child: ChildProcess): Promise<void> => {
    while (next <= last) {
      const seed = next
      next += 1
      const result = await ask(child, seed, flags)
      results.push(result)
      if (result.failure !== undefined) printFailure(result)
      progress()
    }
    child.disconnect()
  }
  const jobs = Math.max(1, Math.min(flags.jobs, count))
  await Promise.all(Array.from({ length: jobs }, () => feed(fork(fileURLToPath(import.meta.url)))))
  if (process.stderr.isTTY) process.stderr.write("\n")
  return summarise(results, performance.now() - began)
}

function ask(child: ChildProcess, seed: number, flags: Flags): Promise<SimulationResult> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      reject(new Error(`the process that ran seed ${seed} ended with ${signal ?? code}`))
    }
    child.once("exit", onExit)
    child.once("message", (message) => {
      child.off("exit", onExit)
      resolve(message as SimulationResult)
    })
    child.send(optionsOf(seed, flags))
  })
}

function summarise(results: readonly SimulationResult[], tookMs: number): boolean {
  const failed = results.filter(({ failure }) => failure !== undefined).map(({ seed }) => seed)
  const stats = results.map((result) => result.stats)
  const sumOf = (count: (of: SimulationStats) => number): number => {
    return stats.reduce((sum, of) => sum + count(of), 0)
  }
  const rate = Math.round((results.length / tookMs) * 60_000)
  console.log(`${results.length} seeds in ${seconds(tookMs)} (${rate} a minute)`)
  const [operations, crashes] = [sumOf((of) => of.operations), sumOf((of) => of.crashes)]
  const [merges, moves] = [sumOf((of) => of.merges), sumOf((of) => of.moves)]
  const [drivers, abandoned] = [sumOf((of) => of.drivers), sumOf((of) => of.abandoned)]
  console.log(`${operations} operations, ${crashes} crashes, ${merges} merges, ${moves} moves`)
  console.log(`${drivers} drivers, which left ${abandoned} operators to the next one`)
  console.log(`${sumOf((of) => of.caretakers)} terms in which a range had a caretaker`)
  console.log(`${sumOf((of) => of.away)} nodes that were away while all else was healed`)
  printSums(
    "faults that struck",
    stats.map(({ faults }) => faults),
  )
  printSums(
    "asked for, and refused",
    stats.map(({ refused }) => refused),
  )
  printSums(
    "operators that finished",
    stats.map((of) => of.operators),
  )
  console.log(
    failed.length === 0 ? "all passed" : `FAILED: ${failed.sort((a, b) => a - b).join(" ")}`,
  )
  return failed.length === 0
}

function printSums(what: string, counts: readonly Readonly<Record<string, number>>[]): void {
  const sums = new Map<string, number>()
  for (const [name, count] of counts.flatMap((each) => Object.entries(each))) {
    sums.set(name, (sums.get(name) ?? 0) + count)
  }
  console.log(`${what}:`)
  for (const [name, sum] of [...sums].sort()) console.log(`  ${name.padEnd(14)} ${sum}`)
}

function printFailure({ seed, failure }: SimulationResult): void {
  if (failure === undefined) return
  console.log(`\nseed ${seed} failed: ${failure.message}\n`)
  for (const line of failure.lastEvents) console.log(line)
  console.log(`\nto see it again: ${failure.reproduce}\n`)
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}

/** A child runs what its parent sends it, until the parent lets go of it. */
function serve(): void {
  process.on("message", (options: Parameters<typeof simulate>[0]) => {
    void simulate(options).then((result) => process.send?.(result))
  })
}

if (process.send !== undefined) {
  serve()
} else {
  const flags = command.parse().opts<Flags>()
  const passed =
    flags.seeds === undefined
      ? await runOne(flags.seed ?? 1, flags)
      : await runMany(flags.seeds, flags)
  process.exitCode = passed ? 0 : 1
}

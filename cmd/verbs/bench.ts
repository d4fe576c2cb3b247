import { Command, Option } from "commander"
import { BadValue, formatDurationMs, parseBytes, parseDurationMs } from "../../src/config/index.ts"
import type { BenchFlags } from "../bench/run.ts"
import { mixes } from "../bench/workload.ts"
import { type Context, withClient } from "../terminal/context.ts"
import { flag, positive } from "../terminal/globals.ts"
import { consistencyOption } from "./get.ts"

/** `ringraft bench [MIX]`. */
export function benchCommand(context: Context): Command {
  return new Command("bench")
    .description("measure a cluster with a load of your choice")
    .argument("[mix]", `the load: ${Object.keys(mixes).join(", ")}`, mixFlag, "a")
    .option("--in-flight <n>", "operations under way at once", positive, 128)
    .option(
      "--rate <n>",
      "operations a second (open loop); none: as fast as answers come",
      positive,
    )
    .addOption(durationOption("--duration <duration>", "how long to measure", 10_000))
    .addOption(durationOption("--warm-up <duration>", "how long to run before that", 2_000))
    .option("--keys <n>", "keys there are", positive, 10_000)
    .option("--value-bytes <size>", "size of a value", flag(parseBytes), 256)
    .addOption(
      new Option("--distribution <name>", "how keys are chosen; none: as the mix wants it").choices(
        [...["uniform", "zipfian", "latest"]],
      ),
    )
    .addOption(consistencyOption())
    .option("--no-load", "the keys are there already")
    .option("--seed <n>", "of the dice", positive, 1)
    .option("--history <file>", "record every operation for an outside checker instead")
    .option("--clients <n>", "with --history: clients, one operation at a time each", positive, 8)
    .addHelpText("after", examples)
    .action(async (mix: string, flags: BenchFlags, command: Command) => {
      await withClient(context, command, async (db, globals) => {
        // What measures is loaded when it is needed: the other verbs start faster without it.
        const { measure, record } = await import("../bench/run.ts")
        const bench = { context, db, globals, flags }
        if (flags.history !== undefined) await record(bench, flags.history)
        else await measure(bench, mix)
      })
    })
}

function durationOption(flags: string, description: string, defaultMs: number): Option {
  return new Option(flags, description)
    .argParser(flag(parseDurationMs))
    .default(defaultMs, formatDurationMs(defaultMs))
}

const mixFlag = flag((text: string): string => {
  const name = text.toLowerCase()
  if (mixes[name] === undefined)
    throw new BadValue(`must be one of ${Object.keys(mixes).join(", ")}`)
  return name
})

const examples = `
Mixes: put, get, scan and increment are single verbs on uniform keys; a to f are those of YCSB, on
zipfian keys (d: the latest). In an open loop (--rate) latency counts from when an operation was
due, whether or not it could be sent then, so a stall is not hidden by the load that it stalls
(coordinated omission). A --history is of all verbs, on ten keys at most: of the flags above only
--clients, --duration, --keys, --rate (50) and --seed count.

Examples:
  ringraft bench                            YCSB A: half gets, half puts
  ringraft bench put --in-flight 1024
  ringraft bench b --rate 5000 --duration 30s
  ringraft bench c --distribution uniform --output json
  ringraft bench --history run.jsonl        one JSON object a line, for a checker`

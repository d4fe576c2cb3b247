import { Command } from "commander"
import { KvError } from "../../src/base/index.ts"
import type { JobSummary } from "../../src/wire/index.ts"
import { lookAny, lookPatiently } from "../terminal/ask-any.ts"
import { changesOn } from "../terminal/changes.ts"
import { answered, type Context } from "../terminal/context.ts"
import { type Globals, globalsOf, positive } from "../terminal/globals.ts"
import { progressOf } from "../terminal/progress.ts"
import { tableOf } from "../terminal/style.ts"

const lookEveryMs = 500

/** `ringraft job list|watch`. */
export function jobCommand(context: Context): Command {
  return new Command("job")
    .description("show what takes the cluster long, and how far it is")
    .addCommand(listCommand(context))
    .addCommand(watchCommand(context))
    .addHelpText("after", examples)
}

function listCommand(context: Context): Command {
  return new Command("list")
    .description("show the jobs that are under way, and the last hundred that have ended")
    .addHelpText("after", "\nExamples:\n  ringraft job list\n  ringraft job list --output json")
    .action(async (_options: unknown, command: Command) => {
      const globals = globalsOf(command)
      const jobs = await answered(
        context,
        globals,
        lookAny(context.io, globals, context.io.listJobs),
      )
      const { io } = context
      if (globals.output === "json") io.out(`${JSON.stringify(jobs.map(jsonOf), null, 2)}\n`)
      else if (jobs.length === 0) io.out("no jobs\n")
      else io.out(tableOf([...numbers, ...texts], jobs.map(rowOf), numbers))
    })
}

function watchCommand(context: Context): Command {
  return new Command("watch")
    .description("follow a job to its end")
    .argument("<job>", "its id", positive)
    .addHelpText("after", "\nExamples:\n  ringraft job watch 12")
    .action(async (id: number, _options: unknown, command: Command) => {
      await watchJob(context, globalsOf(command), id)
    })
}

/**
 * Follows a job until it has ended, with a bar; without a terminal, and with `--output json`, by a
 * line whenever something changed.
 */
export async function watchJob(context: Context, globals: Globals, id: number): Promise<void> {
  const { io } = context
  const json = globals.output === "json"
  const thousandths = 1_000
  const bar = progressOf(io, `job ${id}`, thousandths)
  let first: JobSummary | undefined
  const tell = changesOn(io)
  try {
    for (;;) {
      const job = await jobOf(context, globals, id)
      first ??= job
      const { gone, left, tookMs } = job
      bar.update(Math.floor((thousandths * gone) / Math.max(1, gone + left)), noteOf(job, first))
      const what = JSON.stringify({ ...jsonOf(job), ageMs: undefined })
      if (json) tell(what, JSON.stringify(jsonOf(job)))
      else if (tookMs === 0 && !io.errIsTerminal) tell(what, `job ${id}: ${noteOf(job, first)}`)
      if (tookMs > 0) {
        bar.stop()
        if (!json) io.out(`${endOf(job)}\n`)
        return
      }
      await io.pause(lookEveryMs)
    }
  } finally {
    bar.stop()
  }
}

async function jobOf({ io }: Context, globals: Globals, id: number): Promise<JobSummary> {
  const jobs = await lookPatiently(io, globals, io.listJobs)
  const job = jobs.find((other) => other.id === id)
  if (job !== undefined) return job
  const message = `there is no job ${id}, or it ended long ago: list them to see which are`
  throw new KvError("invalid_argument", message)
}

/** How far it is, how fast since it was first looked at, and how long that leaves. */
function noteOf(job: JobSummary, first: JobSummary): string {
  const { gone, left, waitsFor } = job
  const rate = (1_000 * (gone - first.gone)) / Math.max(1, job.ageMs - first.ageMs)
  const parts = [`${gone} of ${gone + left} replicas`]
  if (rate > 0) parts.push(`${rate.toFixed(1)}/s`, `${Math.ceil(left / rate)} s left`)
  if (left === 0 && waitsFor.length > 0) parts.push(`waits for stores ${waitsFor.join(", ")}`)
  return parts.join(", ")
}

function endOf({ keyspace, gone, tookMs }: JobSummary): string {
  return `keyspace ${keyspace} is gone: ${gone} replicas in ${(tookMs / 1_000).toFixed(1)} s`
}

const numbers = ["ID"]
const texts = ["KIND", "KEYSPACE", "STATE", "PROGRESS", "AGE"]

function rowOf(job: JobSummary): string[] {
  const { id, kind, keyspace, ageMs, tookMs, gone } = job
  const ended = tookMs > 0
  return [
    ...[String(id), kind, keyspace, ended ? "ended" : "running"],
    ended ? `${gone} replicas, ${(tookMs / 1_000).toFixed(1)} s` : noteOf(job, job),
    `${Math.round(ageMs / 1_000)} s`,
  ]
}

function jsonOf({ tookMs, ...job }: JobSummary): object {
  return { ...job, state: tookMs > 0 ? "ended" : "running", tookMs: tookMs > 0 ? tookMs : null }
}

const examples = `
Dropping a keyspace is such a job. It goes on whichever node drives the cluster, and when nodes are
started anew.

Examples:
  ringraft job list
  ringraft job watch 12`

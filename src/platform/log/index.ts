/** Telemetry as JSON lines, by pino, to a file or to standard error. */
import pino from "pino"
import type { LogFields, Telemetry } from "../../env/index.ts"
import { RepeatGate } from "./repeat-gate.ts"

export { RepeatGate } from "./repeat-gate.ts"

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent"

export interface LogOptions {
  /** File to append to, made with its folders when absent. Left out: standard error. */
  readonly path?: string
  readonly level?: LogLevel
  /** Fields of every line, such as the node's id. */
  readonly fields?: LogFields
}

/** A Telemetry that owns its destination. */
export interface Log extends Telemetry {
  /** Opens the file anew, after a rotation moved it away. */
  reopen(): void
  close(): void
}

/** Lines of one event in a window; more are counted and the count told later. */
const repeatsMax = 10
const repeatWindowMs = 10_000

/** Opens a log. Throws when the file can't be opened; later trouble never reaches callers. */
export function openLog(options: LogOptions = {}): Log {
  const destination = pino.destination({
    dest: options.path ?? 2,
    mkdir: true,
    // A crash must not take the lines that explain it along.
    sync: true,
  })
  // A log that can't be written (a full disk) loses lines; it does not stop the node.
  destination.on("error", () => {})
  const logger = pino(
    { level: options.level ?? "info", base: options.fields ?? null, timestamp: isoTime },
    destination,
  )
  const gate = new RepeatGate(repeatsMax, repeatWindowMs)
  const gated = (level: "warn" | "error") => (event: string, fields?: LogFields) => {
    const suppressed = gate.admit(event, performance.now())
    if (suppressed === undefined) return
    logger[level](suppressed === 0 ? (fields ?? {}) : { ...fields, suppressed }, event)
  }
  return {
    debug: (event, fields) => logger.debug(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: gated("warn"),
    error: gated("error"),
    reopen: () => {
      if (options.path !== undefined) destination.reopen()
    },
    close: () => {
      if (options.path !== undefined) destination.end()
    },
  }
}

const isoTime = (): string => `,"time":"${new Date().toISOString()}"`

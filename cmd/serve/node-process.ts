import { type ChildProcess, spawn } from "node:child_process"
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs"

/** `refused`: its settings or folder are wrong, or its cluster's: again would change nothing. */
export type NodeState = "starting" | "running" | "died" | "refused" | "stopped"

export interface NodeProcessOptions {
  readonly nodeId: number
  readonly address: string
  /** What follows the name of this program: "serve" and its flags. */
  readonly args: readonly string[]
  /** Where it logs to; undefined: to where this process does. */
  readonly logFile: string | undefined
  /** undefined: a node that died stays dead. */
  readonly restartAfterMs: number | undefined
  readonly onEvent: (node: NodeProcess, text: string) => void
  /** It serves, and this is what it says of itself. */
  readonly onReady?: (node: NodeProcess, facts: object) => void
}

/** One of several nodes on this machine: a process that is started again when it dies. */
export class NodeProcess {
  readonly nodeId: number
  readonly address: string
  readonly #options: NodeProcessOptions
  #child: ChildProcess | undefined
  #restart: NodeJS.Timeout | undefined
  #stopping = false
  /** Where in the log file this process began to write. */
  #logStart = 0
  state: NodeState = "stopped"

  constructor(options: NodeProcessOptions) {
    this.#options = options
    this.nodeId = options.nodeId
    this.address = options.address
  }

  /** It does not come back by itself. */
  get gone(): boolean {
    const { restartAfterMs } = this.#options
    return this.state === "refused" || (this.state === "died" && restartAfterMs === undefined)
  }

  /** undefined: where this process logs to. */
  get logFile(): string | undefined {
    return this.#options.logFile
  }

  get pid(): number | undefined {
    return this.state === "starting" || this.state === "running" ? this.#child?.pid : undefined
  }

  start(): void {
    const { args, logFile, onReady } = this.#options
    const log = logFile === undefined ? "inherit" : openSync(logFile, "a")
    if (log !== "inherit") this.#logStart = fstatSync(log).size
    // A group of its own: Ctrl-C is for the supervisor, which stops its nodes in order. The channel
    // tells the node when the supervisor itself is gone.
    // By its own first line, which says how a node's process is set up.
    this.#child = spawn(process.argv[1] ?? "", args, {
      stdio: ["ignore", log, log, "ipc"],
      detached: true,
    })
    if (log !== "inherit") closeSync(log)
    this.state = "starting"
    this.#child.once("message", (facts) => onReady?.(this, facts as object))
    this.#child.once("error", (error) => this.#onEnd(error.message, undefined))
    this.#child.once("exit", (code, signal) => this.#onEnd(signal ?? `exit code ${code}`, code))
  }

  /** The node answers. */
  markRunning(): void {
    if (this.state !== "starting") return
    this.state = "running"
    this.#options.onEvent(this, "is up")
  }

  /** Asks the node to stop; after `patienceMs` it is made to. */
  stop(patienceMs: number): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#restart)
    const child = this.#child
    if (child === undefined || this.pid === undefined) {
      this.state = "stopped"
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const impatience = setTimeout(() => child.kill("SIGKILL"), patienceMs)
      child.once("exit", () => {
        clearTimeout(impatience)
        resolve()
      })
      child.kill("SIGTERM")
    })
  }

  kill(): void {
    this.#stopping = true
    this.signal("SIGKILL")
  }

  signal(signal: NodeJS.Signals): void {
    if (this.pid !== undefined) this.#child?.kill(signal)
  }

  #onEnd(how: string, code: number | null | undefined): void {
    const { restartAfterMs, onEvent } = this.#options
    if (this.#stopping) {
      this.state = "stopped"
      return
    }
    const why = this.#lastWords()
    if (code === 2) {
      const end = this.state === "running" ? "ended for good" : "did not start"
      this.state = "refused"
      onEvent(this, why === "" ? end : `${end}: ${why}`)
      return
    }
    this.state = "died"
    const next = restartAfterMs === undefined ? "" : `; starts again in ${restartAfterMs / 1_000} s`
    const told = code === null || why === "" ? "" : `: ${why}`
    onEvent(this, `died (${how})${told}${next}`)
    if (restartAfterMs !== undefined) {
      this.#restart = setTimeout(() => this.start(), restartAfterMs)
    }
  }

  /** The last line of its log, as much of it as a person wants to read. */
  #lastWords(): string {
    const { logFile } = this.#options
    if (logFile === undefined) return ""
    let last = ""
    try {
      const written = readFileSync(logFile).subarray(this.#logStart).toString()
      const lines = written.trimEnd().split("\n")
      last = lines.findLast((line) => line.startsWith("error:")) ?? lines.at(-1) ?? ""
      const { msg, reason } = JSON.parse(last) as { msg?: unknown; reason?: unknown }
      const words = [msg, reason].filter((part) => typeof part === "string").join(": ")
      return words.split("\n")[0]?.slice(0, 200) ?? ""
    } catch {
      // The log is gone, or this is no line of it: then as it is.
      return last.replace(/^error: /, "").slice(0, 200)
    }
  }
}

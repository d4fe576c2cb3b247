/** The command as a process of its own, from the sources or from what was built of them. */
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const built = fileURLToPath(new URL("../../cmd/ringraft.cjs", import.meta.url))
const source = fileURLToPath(new URL("../../cmd/ringraft.cts", import.meta.url))

/** What starts it, before its words. */
export const commandLine: readonly string[] = existsSync(built)
  ? [built]
  : ["--import", "tsx", source]

export interface Ready {
  readonly nodeId: number
  readonly address: string
  readonly pid: number
}

/** A `ringraft serve` that runs. */
export class ServeProcess {
  readonly child: ChildProcess
  stderr = ""
  readonly exited: Promise<number | string>
  readonly #ready: Promise<Ready>

  constructor(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const args = [...commandLine, "serve", "--ready-fd", "3", ...words]
    this.child = spawn(process.execPath, args, {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    })
    this.child.stderr?.on("data", (chunk) => {
      this.stderr += chunk
    })
    this.exited = new Promise((resolve) => {
      this.child.once("close", (code, signal) => resolve(code ?? signal ?? "?"))
    })
    this.#ready = new Promise((resolve, reject) => {
      let text = ""
      this.child.stdio[3]?.on("data", (chunk: Buffer) => {
        text += chunk
        if (text.endsWith("\n")) resolve(JSON.parse(text))
      })
      void this.exited.then((code) => reject(new Error(`exit code ${code}: ${this.stderr}`)))
    })
    this.#ready.catch(() => {})
  }

  /** Rejects when it ended before it was ready. */
  get ready(): Promise<Ready> {
    return this.#ready
  }

  /** Sends a signal and waits for the end; gives the exit code, or the signal that ended it. */
  async end(signal: NodeJS.Signals): Promise<number | string> {
    this.child.kill(signal)
    return this.exited
  }

  /** The lines of its log with this event. */
  logged(event: string): readonly Readonly<Record<string, unknown>>[] {
    return this.stderr
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === event)
  }
}

import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createConnection } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A group of server processes on loopback, with a temporary folder for their data. */
export class ServerGroup {
  readonly folder: string
  readonly #processes: ChildProcess[] = []

  constructor(name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `${name}-`))
  }

  start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const process_ = spawn(command, args, {
      stdio: "ignore",
      env: { ...process.env, ...env },
    })
    this.#processes.push(process_)
    return process_
  }

  get processes(): readonly ChildProcess[] {
    return this.#processes
  }

  /** Kills every process, waits for their end, and removes the data. */
  async stop(): Promise<void> {
    await Promise.all(
      this.#processes.map(
        (child) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) {
              resolve()
              return
            }
            child.once("exit", () => resolve())
            child.kill("SIGKILL")
          }),
      ),
    )
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Resolves when something listens on the port; rejects after `timeoutMs`. */
export async function waitForPort(port: number, timeoutMs = 30_000): Promise<void> {
  const until = Date.now() + timeoutMs
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ host: "127.0.0.1", port })
      socket.once("connect", () => {
        socket.destroy()
        resolve(true)
      })
      socket.once("error", () => resolve(false))
    })
    if (open) return
    if (Date.now() > until) throw new Error(`nothing listens on port ${port}`)
    await pause(100)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Resident bytes of a process, from /proc. */
export async function residentBytes(pid: number): Promise<number> {
  const { readFile } = await import("node:fs/promises")
  const status = await readFile(`/proc/${pid}/status`, "utf8")
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024
}

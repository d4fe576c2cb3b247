import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Reaper } from "../reaper.ts"

/** Server processes on loopback that end with this one, and a temporary folder for their data. */
export class ServerGroup {
  readonly folder: string
  readonly #processes = new Map<string, ChildProcess>()
  readonly #reaper: Reaper

  constructor(name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `${name}-`))
    this.#reaper = new Reaper(this.folder)
  }

  start(name: string, command: string, args: readonly string[], env = process.env): void {
    const child = spawn(command, args, { stdio: "ignore", env })
    this.#reaper.watch(child.pid)
    this.#processes.set(name, child)
  }

  async kill(name: string): Promise<void> {
    const child = this.#processes.get(name)
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once("exit", resolve))
    child.kill("SIGKILL")
    await ended
  }

  /** Resident memory of the largest of these processes. */
  residentMiB(): number {
    const sizes = [...this.#processes.values()].map(({ pid }) => residentMiBOf(pid ?? 0))
    return Math.max(...sizes)
  }

  get pids(): readonly number[] {
    return [...this.#processes.values()].map(({ pid }) => pid ?? 0)
  }

  /** CPU time that these processes have used so far. */
  cpuMs(): number {
    return cpuMsOf(this.pids)
  }

  /** Kills every process, waits for their end, and removes the data. */
  async stop(): Promise<void> {
    await Promise.all([...this.#processes.keys()].map((name) => this.kill(name)))
    await this.#reaper.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** User and system time of all of them, in the kernel's ticks of 10 ms. */
export function cpuMsOf(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return Number(fields[11]) + Number(fields[12])
  })
  return ticks.reduce((sum, count) => sum + count * 10, 0)
}

export function residentMiBOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8")
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024
}

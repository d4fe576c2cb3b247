import { keyName, makeValue } from "../../cmd/bench/keys.ts"
import { type Perform, runLoad } from "../../cmd/bench/load.ts"
import { mixes, Workload } from "../../cmd/bench/workload.ts"
import { Dice } from "../../src/base/index.ts"
import type { Figures } from "./figures.ts"
import { runH2load, type UnaryTarget } from "./h2load.ts"
import type { ServerGroup } from "./processes.ts"

/** What all loads of a run share. */
export interface Scale {
  readonly seconds: number
  readonly keys: number
  readonly valueBytes: number
}

export const inFlights = [128, 1_024] as const

/** Plain gRPC calls by h2load: the same generator for every server. */
export async function measureUnary(
  figures: Figures,
  group: ServerGroup,
  targets: { readonly put: UnaryTarget; readonly get: UnaryTarget; readonly scan: UnaryTarget },
  { seconds }: Scale,
): Promise<void> {
  const run = async (name: string, target: UnaryTarget, inFlight: number): Promise<number> => {
    const cpu = new CpuMeter(group)
    const full = await runH2load(target, group.folder, { inFlight, seconds })
    figures.set(name, full.perSecond, "/s")
    // h2load's uncounted first second is in the CPU time too.
    cpu.note(figures, name, full.done * (1 + 1 / seconds))
    return full.perSecond
  }
  for (const verb of ["put", "get"] as const) {
    for (const inFlight of inFlights) {
      const target = targets[verb]
      const perSecond = await run(`unary ${verb}, ${inFlight} in flight`, target, inFlight)
      if (inFlight !== inFlights[0]) continue
      const options = { inFlight, seconds, ratePerSecond: perSecond / 2 }
      const half = await runH2load(target, group.folder, options)
      figures.set(`unary ${verb} p50 at half rate`, half.p50Ms, "ms")
      figures.set(`unary ${verb} p99 at half rate`, half.p99Ms, "ms")
    }
  }
  await run("unary scan of 100 rows", targets.scan, inFlights[0])
}

/** CPU time of all servers for an operation: tells more than a rate on a machine that is shared. */
class CpuMeter {
  readonly #group: ServerGroup
  readonly #sinceMs: number

  constructor(group: ServerGroup) {
    this.#group = group
    this.#sinceMs = group.cpuMs()
  }

  note(figures: Figures, name: string, operations: number): void {
    const micros = ((this.#group.cpuMs() - this.#sinceMs) * 1_000) / operations
    figures.set(`${name}, server CPU`, micros, "µs each")
  }
}

/** Plain calls of a server that does nothing but answer. */
export async function measureEmpty(
  figures: Figures,
  folder: string,
  target: UnaryTarget,
  { seconds }: Scale,
): Promise<void> {
  for (const inFlight of inFlights) {
    const { perSecond } = await runH2load(target, folder, { inFlight, seconds })
    figures.set(`empty grpc-js server, ${inFlight} in flight`, perSecond, "/s")
  }
}

/** A client library in this process: one CPU is the client's. */
export async function measureClient(
  figures: Figures,
  group: ServerGroup,
  name: string,
  verbs: readonly ("put" | "get" | "scan")[],
  perform: Perform,
  { seconds, keys }: Scale,
): Promise<void> {
  for (const verb of verbs) {
    const mix = mixes[verb]
    if (mix === undefined) throw new Error(`there is no mix named ${verb}`)
    for (const inFlight of verb === "scan" ? inFlights.slice(0, 1) : inFlights) {
      // What the bench itself has left is not to be collected in the middle of what it measures.
      globalThis.gc?.()
      const workload = new Workload(mix, keys, undefined, new Dice(1))
      const options = { inFlight, durationMs: seconds * 1_000, ratePerSecond: 0 }
      await runLoad(workload, perform, { ...options, durationMs: 1_500 })
      const cpu = new CpuMeter(group)
      const own = process.cpuUsage()
      const full = await runLoad(workload, perform, options)
      const { user, system } = process.cpuUsage(own)
      if (full.failed > 0) throw new Error(`${name} ${verb}: ${JSON.stringify(full.errors)}`)
      const load = `${name} ${verb}, ${inFlight} in flight`
      figures.set(load, full.perSecond, "/s")
      cpu.note(figures, load, full.done)
      figures.set(`${load}, client CPU`, (user + system) / full.done, "µs each")
      if (inFlight !== inFlights[0] || verb === "scan") continue
      const half = await runLoad(workload, perform, {
        ...options,
        ratePerSecond: full.perSecond / 2,
      })
      figures.set(`${name} ${verb} p50 at half rate`, half.latencyMs.p50, "ms")
      figures.set(`${name} ${verb} p99 at half rate`, half.latencyMs.p99, "ms")
    }
  }
}

/** Writes keys 0 to `count`, some hundreds at once. */
export async function loadKeys(
  count: number,
  valueBytes: number,
  put: (key: string, value: Uint8Array) => Promise<unknown>,
): Promise<void> {
  const dice = new Dice(3)
  let next = 0
  const writer = async (): Promise<void> => {
    while (next < count) {
      const key = keyName(next)
      next += 1
      await put(key, makeValue(dice, valueBytes))
    }
  }
  await Promise.all(Array.from({ length: 512 }, writer))
}

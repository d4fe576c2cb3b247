import { fork } from "node:child_process"
import { join } from "node:path"
import { keyName, makeValue } from "../../cmd/bench/keys.ts"
import { Dice } from "../../src/base/index.ts"
import { root } from "../root.ts"
import type { ClientJob, ClientLoad } from "./client-load.ts"
import type { Figures } from "./figures.ts"
import { runH2load, type UnaryTarget, warmUpSeconds } from "./h2load.ts"
import type { ServerGroup } from "./processes.ts"

/** What all loads of a run share. */
export interface Scale {
  readonly seconds: number
  readonly keys: number
  readonly valueBytes: number
}

/** A cluster under measurement, with what was measured of it so far. */
export interface System {
  readonly figures: Figures
  readonly group: ServerGroup
  readonly addresses: readonly string[]
  readonly unary: { readonly [verb in "put" | "get" | "scan"]: UnaryTarget }
  readonly client: ClientJob["client"]
}

export const inFlights = [128, 1_024] as const

/** Plain gRPC calls by h2load, the same generator for every server; and at half of that rate. */
export async function measureUnary(
  { figures, group, unary }: System,
  verb: "put" | "get" | "scan",
  inFlight: number,
  { seconds }: Scale,
): Promise<void> {
  const name = verb === "scan" ? "unary scan of 100 rows" : `unary ${verb}, ${inFlight} in flight`
  const target = unary[verb]
  const cpuMs = group.cpuMs()
  const full = await runH2load(target, group.folder, { inFlight, seconds })
  figures.set(name, full.perSecond, "/s")
  // The uncounted warm-up is in the CPU time too.
  noteCpu(figures, name, group.cpuMs() - cpuMs, full.done * (1 + warmUpSeconds / seconds))
  if (inFlight !== inFlights[0] || verb === "scan") return
  const options = { inFlight, seconds, ratePerSecond: full.perSecond / 2 }
  const half = await runH2load(target, group.folder, options)
  figures.set(`unary ${verb} p50 at half rate`, half.p50Ms, "ms")
  figures.set(`unary ${verb} p99 at half rate`, half.p99Ms, "ms")
}

/** Servers' CPU time for an operation: tells more than a rate on a machine that is shared. */
function noteCpu(figures: Figures, name: string, cpuMs: number, operations: number): void {
  figures.set(`${name}, server CPU`, (cpuMs * 1_000) / operations, "µs each")
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

/** A client library in a fresh process: one CPU is the client's. */
export async function measureClient(
  { figures, group, addresses, client }: System,
  verb: "put" | "get" | "scan",
  inFlight: number,
  { seconds, keys, valueBytes }: Scale,
): Promise<void> {
  const { pids } = group
  const halfRate = inFlight === inFlights[0] && verb !== "scan"
  const job = { client, addresses, pids, verb, inFlight, halfRate, seconds, keys, valueBytes }
  const { full, half, serverCpuMs, clientCpuMs } = await runClient(job)
  const name = `${client} ${verb}`
  if (full.failed > 0) throw new Error(`${name}: ${JSON.stringify(full.errors)}`)
  const load = `${name}, ${inFlight} in flight`
  figures.set(load, full.perSecond, "/s")
  noteCpu(figures, load, serverCpuMs, full.done)
  figures.set(`${load}, client CPU`, (clientCpuMs * 1_000) / full.done, "µs each")
  if (half === undefined) return
  figures.set(`${name} p50 at half rate`, half.latencyMs.p50, "ms")
  figures.set(`${name} p99 at half rate`, half.latencyMs.p99, "ms")
}

export function runClient(job: ClientJob): Promise<ClientLoad> {
  const child = fork(join(root, "build/test/bench/client-load.js"), [JSON.stringify(job)], {
    execArgv: ["--v8-pool-size=1", "--no-parallel-scavenge"],
  })
  return new Promise((resolve, reject) => {
    child.once("message", (load) => resolve(load as ClientLoad))
    child.once("exit", (code) => reject(new Error(`the client ended with ${code}`)))
  })
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

/**
 * Measures a 3-node etcd and a 3-node Ringraft in one run, one after the other with the same load:
 * h2load for unary calls, our client library and the npm etcd3 client for theirs. Prints a table of
 * ratios; machines differ and are noisy, so only ratios of one run mean anything.
 */
import { writeFileSync } from "node:fs"
import Table from "cli-table3"
import { Etcd3 } from "etcd3"
import { keyName, makeValue } from "../../cmd/bench/keys.ts"
import { type Perform, runLoad } from "../../cmd/bench/load.ts"
import { mixes, Workload } from "../../cmd/bench/workload.ts"
import { Dice } from "../../src/base/index.ts"
import { connect } from "../../src/index.ts"
import { etcdVersion, startEtcd } from "./etcd.ts"
import { h2loadInstalled, runH2load, type UnaryTarget } from "./h2load.ts"
import { etcdPut, etcdRange, ringraftGet, ringraftPut, ringraftScan } from "./messages.ts"
import { residentBytes, type ServerGroup } from "./processes.ts"
import { startRingraft } from "./ringraft.ts"

const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const keys = 10_000
const valueBytes = 256

/** Figures of one system, by row name. */
type Figures = Map<string, number>

async function measureUnary(
  figures: Figures,
  group: ServerGroup,
  targets: { readonly put: UnaryTarget; readonly get: UnaryTarget; readonly scan?: UnaryTarget },
): Promise<void> {
  for (const inFlight of [128, 1_024]) {
    for (const verb of ["put", "get"] as const) {
      const target = targets[verb]
      const full = await runH2load(target, group.folder, { inFlight, seconds })
      figures.set(`unary ${verb}, ${inFlight} in flight`, full.perSecond)
      say(`  unary ${verb}, ${inFlight} in flight: ${Math.round(full.perSecond)}/s`)
      if (inFlight !== 128) continue
      const ratePerSecond = full.perSecond / 2
      const half = await runH2load(target, group.folder, { inFlight, seconds, ratePerSecond })
      figures.set(`unary ${verb} p99 ms at half rate`, half.p99Ms)
      say(`  unary ${verb} at half rate: p50 ${half.p50Ms} ms, p99 ${half.p99Ms} ms`)
    }
  }
  if (targets.scan === undefined) return
  const scan = await runH2load(targets.scan, group.folder, { inFlight: 128, seconds })
  figures.set("unary scan of 100 rows", scan.perSecond)
  say(`  unary scan of 100 rows: ${Math.round(scan.perSecond)}/s`)
}

async function measureClient(figures: Figures, name: string, perform: Perform): Promise<void> {
  for (const [verb, inFlight] of [
    ["put", 128],
    ["put", 1_024],
    ["get", 128],
    ["get", 1_024],
    ["scan", 128],
  ] as const) {
    if (name === "etcd3" && verb === "scan") continue
    const workload = new Workload(mixOf(verb), keys, undefined, new Dice(1))
    const options = { inFlight, durationMs: seconds * 1_000, ratePerSecond: 0 }
    await runLoad(workload, perform, { ...options, durationMs: 1_500 })
    const result = await runLoad(workload, perform, options)
    figures.set(`${name} ${verb}, ${inFlight} in flight`, result.perSecond)
    say(
      `  ${name} ${verb}, ${inFlight}: ${Math.round(result.perSecond)}/s, ${result.failed} failed`,
    )
    if (inFlight !== 128 || verb === "scan" || name === "etcd3") continue
    const ratePerSecond = result.perSecond / 2
    const half = await runLoad(workload, perform, { ...options, ratePerSecond })
    figures.set(`${name} ${verb} p99 ms at half rate`, half.latencyMs.p99)
    say(`  ${name} ${verb} at half rate: p99 ${half.latencyMs.p99} ms`)
  }
}

function mixOf(verb: "put" | "get" | "scan") {
  const mix = mixes[verb]
  if (mix === undefined) throw new Error(`no mix ${verb}`)
  return mix
}

async function measureEtcd(): Promise<Figures> {
  const figures: Figures = new Map()
  const cluster = await startEtcd(23_790)
  try {
    const path = "/etcdserverpb.KV/"
    const address = cluster.leader
    const client = new Etcd3({ hosts: cluster.addresses.map((host) => `http://${host}`) })
    await load(async (key, value) => client.put(key).value(Buffer.from(value)))
    await measureUnary(figures, cluster.group, {
      put: { address, path: `${path}Put`, message: etcdPut(keyName(1), valueBytes) },
      get: { address, path: `${path}Range`, message: etcdRange(keyName(1)) },
      scan: { address, path: `${path}Range`, message: etcdRange(keyName(0), keyName(keys), 100) },
    })
    const dice = new Dice(2)
    await measureClient(figures, "etcd3", (step) =>
      step.kind === "put"
        ? client.put(keyName(step.key)).value(Buffer.from(makeValue(dice, valueBytes)))
        : client.get(keyName(step.key)).buffer(),
    )
    client.close()
  } finally {
    await cluster.group.stop()
  }
  return figures
}

async function measureRingraft(): Promise<Figures> {
  const figures: Figures = new Map()
  const cluster = await startRingraft(24_790)
  try {
    const idle = await residentMost(cluster.group)
    figures.set("idle node RSS MiB", idle)
    const db = await connect([...cluster.addresses])
    await load((key, value) => db.put(key, value))
    const path = "/ringraft.v1.KV/"
    const address = cluster.leader
    await measureUnary(figures, cluster.group, {
      put: { address, path: `${path}Put`, message: ringraftPut(keyName(1), valueBytes) },
      get: { address, path: `${path}Get`, message: ringraftGet(keyName(1)) },
      scan: { address, path: `${path}Scan`, message: ringraftScan(keyName(0), keyName(keys), 100) },
    })
    const dice = new Dice(2)
    await measureClient(figures, "client", async (step) => {
      const key = keyName(step.key)
      if (step.kind === "put") return db.put(key, makeValue(dice, valueBytes))
      if (step.kind === "get") return db.get(key)
      let rows = 0
      for await (const _ of db.scan({ gte: key, limit: step.rows })) rows += 1
      return rows
    })
    figures.set("node RSS MiB after the run", await residentMost(cluster.group))
    await db.close()
  } finally {
    await cluster.group.stop()
  }
  return figures
}

async function load(put: (key: string, value: Uint8Array) => Promise<unknown>): Promise<void> {
  const dice = new Dice(3)
  for (let from = 0; from < keys; from += 500) {
    await Promise.all(
      Array.from({ length: 500 }, (_, i) => put(keyName(from + i), makeValue(dice, valueBytes))),
    )
  }
}

async function residentMost(group: ServerGroup): Promise<number> {
  const all = await Promise.all(group.processes.map(({ pid }) => residentBytes(pid ?? 0)))
  return Math.max(...all) / 1_024 ** 2
}

/** What is compared with what, and the ratio that is wanted. */
const rows: readonly [ours: string, theirs: string, wanted: number][] = [
  ["unary put, 128 in flight", "unary put, 128 in flight", 1],
  ["unary put, 1024 in flight", "unary put, 1024 in flight", 1],
  ["unary get, 128 in flight", "unary get, 128 in flight", 1],
  ["unary get, 1024 in flight", "unary get, 1024 in flight", 1],
  ["client put, 128 in flight", "unary put, 128 in flight", 3],
  ["client put, 1024 in flight", "unary put, 1024 in flight", 3],
  ["client put, 128 in flight", "etcd3 put, 128 in flight", 20],
  ["client get, 128 in flight", "unary get, 128 in flight", 10],
  ["client get, 1024 in flight", "unary get, 1024 in flight", 10],
  ["client get, 128 in flight", "etcd3 get, 128 in flight", 60],
  ["client scan, 128 in flight", "unary scan of 100 rows", 2],
]

function report(ours: Figures, theirs: Figures | undefined): void {
  const table = new Table({ head: ["ours", "per s", "etcd", "per s", "ratio", "wanted"] })
  for (const [left, right, wanted] of rows) {
    const mine = ours.get(left) ?? 0
    const other = theirs?.get(right)
    const ratio = other === undefined ? "-" : (mine / other).toFixed(2)
    table.push([left, Math.round(mine), right, Math.round(other ?? 0), ratio, wanted.toFixed(1)])
  }
  for (const [name, value] of ours) {
    if (!/p99|RSS/.test(name)) continue
    const other = theirs?.get(name.replace("client", "unary"))
    table.push([name, value.toFixed(2), "", other?.toFixed(2) ?? "-", "", ""])
  }
  say(table.toString())
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

if (!h2loadInstalled()) {
  say("h2load is not installed (Debian: nghttp2-client): nothing to compare with")
  process.exit(1)
}
const version = etcdVersion()
if (version === undefined)
  say("etcd is not installed (Debian: etcd-server): measuring only our own")
else say(`etcd ${version}`)
const theirs = version === undefined ? undefined : await measureEtcd()
say("ringraft")
const ours = await measureRingraft()
report(ours, theirs)
const output = process.env.BENCH_OUTPUT
if (output !== undefined) {
  const plain = (figures: Figures | undefined) => Object.fromEntries(figures ?? [])
  writeFileSync(output, JSON.stringify({ ours: plain(ours), etcd: plain(theirs) }, null, 2))
}

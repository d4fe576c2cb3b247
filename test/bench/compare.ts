/**
 * `npm run bench:compare`: a 3-node etcd and a 3-node Ringraft in one run, load by load in turn:
 * h2load for unary calls, our client library and npm etcd3 for theirs. Machines differ and are
 * noisy: only the ratios of one run mean anything. README.md tells the method.
 *
 * BENCH_SECONDS of each measurement (8), BENCH_KEYS of the memory test (1,000,000), BENCH_OUTPUT a
 * file for the figures as JSON.
 */
import { writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { Etcd3 } from "etcd3"
import { keyName } from "../../cmd/bench/keys.ts"
import { connect } from "../../src/index.ts"
import { root } from "../root.ts"
import { etcdVersion, startEtcd } from "./etcd.ts"
import { measureFailover } from "./failover.ts"
import { Figures, say } from "./figures.ts"
import { h2loadVersion, type UnaryTarget } from "./h2load.ts"
import {
  inFlights,
  loadKeys,
  measureClient,
  measureEmpty,
  measureUnary,
  type Scale,
  type System,
} from "./measure.ts"
import { etcdPut, etcdRange, ringraftGet, ringraftPut, ringraftScan } from "./messages.ts"
import { pause, ServerGroup } from "./processes.ts"
import { RingraftCluster } from "./ringraft.ts"
import { judge, printTable, rows } from "./rows.ts"

const scale: Scale = {
  seconds: Number(process.env.BENCH_SECONDS ?? 8),
  keys: 10_000,
  valueBytes: 256,
}
const memoryKeys = Number(process.env.BENCH_KEYS ?? 1_000_000)
const settleMs = 5_000
const ports = { etcd: 23_790, ringraft: 24_790 }
const { keys, valueBytes } = scale

async function etcdSystem(): Promise<System> {
  const { group, addresses, leader } = await startEtcd(ports.etcd)
  const figures = new Figures("etcd")
  await pause(settleMs)
  figures.set("idle memory", group.residentMiB(), "MiB")
  const client = new Etcd3({ hosts: addresses.map((host) => `http://${host}`) })
  await loadKeys(keys, valueBytes, async (key, value) => {
    await client.put(key).value(Buffer.from(value))
  })
  client.close()
  const method = (name: string, message: Uint8Array): UnaryTarget => {
    return { address: leader, path: `/etcdserverpb.KV/${name}`, message }
  }
  const unary = {
    put: method("Put", etcdPut(keyName(1), valueBytes)),
    get: method("Range", etcdRange(keyName(1))),
    scan: method("Range", etcdRange(keyName(0), keyName(keys), 100)),
  }
  return { figures, group, addresses, unary, client: "etcd3" }
}

async function ringraftSystem(cluster: RingraftCluster): Promise<System> {
  const { group, addresses } = cluster
  const figures = new Figures("ringraft")
  await pause(settleMs)
  figures.set("idle memory", group.residentMiB(), "MiB")
  const db = await connect(addresses)
  await loadKeys(keys, valueBytes, (key, value) => db.put(key, value))
  await db.close()
  const leader = addresses[await cluster.leader()] ?? ""
  const method = (name: string, message: Uint8Array): UnaryTarget => {
    return { address: leader, path: `/ringraft.v1.KV/${name}`, message }
  }
  const unary = {
    put: method("Put", ringraftPut(keyName(1), valueBytes)),
    get: method("Get", ringraftGet(keyName(1))),
    scan: method("Scan", ringraftScan(keyName(0), keyName(keys), 100)),
  }
  return { figures, group, addresses, unary, client: "client" }
}

/** Every load on each system before the next load: the machine's speed drifts within minutes. */
async function measureLoads(systems: readonly System[]): Promise<void> {
  const each = async (measure: (system: System) => Promise<void>): Promise<void> => {
    for (const system of systems) await measure(system)
  }
  for (const verb of ["put", "get", "scan"] as const) {
    for (const inFlight of verb === "scan" ? inFlights.slice(0, 1) : inFlights) {
      await each((system) => measureUnary(system, verb, inFlight, scale))
      await each(async (system) => {
        if (verb === "scan" && system.client === "etcd3") return
        await measureClient(system, verb, inFlight, scale)
      })
    }
  }
}

/** Both clusters at once, one of them idle; ours stays for the kills of its leader. */
async function measureBoth(withEtcd: boolean): Promise<[ours: Figures, theirs?: Figures]> {
  const cluster = await RingraftCluster.start(ports.ringraft)
  let etcd: System | undefined
  try {
    const ours = await ringraftSystem(cluster)
    etcd = withEtcd ? await etcdSystem() : undefined
    await measureLoads(etcd === undefined ? [ours] : [etcd, ours])
    await etcd?.group.stop()
    await measureFailover(ours.figures, cluster)
    return etcd === undefined ? [ours.figures] : [ours.figures, etcd.figures]
  } finally {
    await cluster.group.stop()
    await etcd?.group.stop()
  }
}

/** What a unary call costs at least. */
async function measureFloor(figures: Figures): Promise<void> {
  const group = new ServerGroup("bench-empty")
  const address = `127.0.0.1:${ports.ringraft}`
  const program = join(root, "build/test/bench/empty-server.js")
  group.start("empty", process.execPath, [program, String(ports.ringraft)])
  try {
    await pause(1_000)
    const message = ringraftPut(keyName(1), valueBytes)
    const target = { address, path: "/ringraft.v1.KV/Put", message }
    await measureEmpty(figures, group.folder, target, scale)
  } finally {
    await group.stop()
  }
}

/** A fresh cluster with many keys: what a node takes once it is at rest again. */
async function measureMemory(figures: Figures): Promise<void> {
  const { group, addresses } = await RingraftCluster.start(ports.ringraft)
  try {
    const db = await connect(addresses)
    const begun = performance.now()
    await loadKeys(memoryKeys, valueBytes, (key, value) => db.put(key, value))
    figures.set("load of the memory test", (memoryKeys * 1_000) / (performance.now() - begun), "/s")
    figures.set("memory at the end of the load", group.residentMiB(), "MiB")
    await pause(settleMs)
    figures.set("million memory", group.residentMiB(), "MiB")
    await db.close()
  } finally {
    await group.stop()
  }
}

const h2load = h2loadVersion()
const etcd = etcdVersion()
if (h2load === undefined) {
  say("h2load is not installed (Debian: apt-get install nghttp2-client)")
  process.exit(1)
}
if (etcd === undefined) {
  say("etcd is not installed (Debian: apt-get install etcd-server): only Ringraft is measured")
} else say(`etcd ${etcd}`)
const [ours, theirs] = await measureBoth(etcd !== undefined)
await measureFloor(ours)
await measureMemory(ours)

const judged = rows.map((row) => judge(row, ours, theirs))
printTable(judged)
if (process.env.BENCH_OUTPUT !== undefined) {
  const machine = { cpus: cpus().length, cpu: cpus()[0]?.model, node: process.version }
  const about = { ...machine, etcd, h2load, seconds: scale.seconds, memoryKeys, valueBytes }
  const text = JSON.stringify({ about, rows: judged, ringraft: ours, etcd: theirs }, null, 2)
  writeFileSync(process.env.BENCH_OUTPUT, `${text}\n`)
}

/**
 * `npm run bench:compare`: a 3-node etcd and a 3-node Ringraft, one after the other in one run,
 * with the same load: h2load for unary calls, our client library and npm etcd3 for theirs. Machines
 * differ and are noisy: only the ratios of one run mean anything. README.md tells the method.
 *
 * BENCH_SECONDS of each measurement (8), BENCH_KEYS of the memory test (1,000,000), BENCH_OUTPUT a
 * file for the figures as JSON.
 */
import { writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { Etcd3 } from "etcd3"
import { keyName, makeValue } from "../../cmd/bench/keys.ts"
import { Dice } from "../../src/base/index.ts"
import { connect } from "../../src/index.ts"
import { root } from "../root.ts"
import { etcdVersion, startEtcd } from "./etcd.ts"
import { measureFailover } from "./failover.ts"
import { Figures, say } from "./figures.ts"
import { h2loadVersion } from "./h2load.ts"
import { loadKeys, measureClient, measureEmpty, measureUnary, type Scale } from "./measure.ts"
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

async function measureEtcd(): Promise<Figures> {
  const figures = new Figures()
  const { group, addresses, leader } = await startEtcd(ports.etcd)
  try {
    await pause(settleMs)
    figures.set("idle memory", group.residentMiB(), "MiB")
    const client = new Etcd3({ hosts: addresses.map((host) => `http://${host}`) })
    await loadKeys(keys, valueBytes, async (key, value) => {
      await client.put(key).value(Buffer.from(value))
    })
    const path = "/etcdserverpb.KV/"
    const target = { address: leader }
    await measureUnary(
      figures,
      group,
      {
        put: { ...target, path: `${path}Put`, message: etcdPut(keyName(1), valueBytes) },
        get: { ...target, path: `${path}Range`, message: etcdRange(keyName(1)) },
        scan: {
          ...target,
          path: `${path}Range`,
          message: etcdRange(keyName(0), keyName(keys), 100),
        },
      },
      scale,
    )
    const dice = new Dice(2)
    const perform = async ({ kind, key }: { kind: string; key: number }): Promise<unknown> =>
      kind === "put"
        ? client.put(keyName(key)).value(Buffer.from(makeValue(dice, valueBytes)))
        : client.get(keyName(key)).buffer()
    await measureClient(figures, group, "etcd3", ["put", "get"], perform, scale)
    client.close()
  } finally {
    await group.stop()
  }
  return figures
}

async function measureRingraft(): Promise<Figures> {
  const figures = new Figures()
  const cluster = await RingraftCluster.start(ports.ringraft)
  const { group, addresses } = cluster
  try {
    await pause(settleMs)
    figures.set("idle memory", group.residentMiB(), "MiB")
    const db = await connect(addresses)
    await loadKeys(keys, valueBytes, (key, value) => db.put(key, value))
    const path = "/ringraft.v1.KV/"
    const target = { address: addresses[await cluster.leader()] ?? "" }
    await measureUnary(
      figures,
      group,
      {
        put: { ...target, path: `${path}Put`, message: ringraftPut(keyName(1), valueBytes) },
        get: { ...target, path: `${path}Get`, message: ringraftGet(keyName(1)) },
        scan: {
          ...target,
          path: `${path}Scan`,
          message: ringraftScan(keyName(0), keyName(keys), 100),
        },
      },
      scale,
    )
    const dice = new Dice(2)
    await measureClient(
      figures,
      group,
      "client",
      ["put", "get", "scan"],
      ({ kind, key, rows }) => {
        if (kind === "put") return db.put(keyName(key), makeValue(dice, valueBytes))
        if (kind === "get") return db.get(keyName(key))
        return db.scan({ gte: keyName(Math.min(key, keys - rows)), limit: rows }).all()
      },
      scale,
    )
    await db.close()
    await measureFailover(figures, cluster)
  } finally {
    await group.stop()
  }
  return figures
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
const theirs = etcd === undefined ? undefined : await measureEtcd()
say("ringraft")
const ours = await measureRingraft()
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

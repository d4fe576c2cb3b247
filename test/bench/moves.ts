/**
 * `npm run bench:moves`: what clients notice while ranges are cut, moved to a new store, and made
 * anew after a store was lost. Three nodes and one that joins, with the settings of a fresh
 * installation, but for the wait until a store is taken for lost, and for a driver that does
 * nothing unasked while cuts and moves are measured.
 *
 * BENCH_SECONDS of steady load before each part (15), BENCH_MIB to be moved (1,024).
 */
import { keyName, makeValue } from "../../cmd/bench/keys.ts"
import { Dice } from "../../src/base/index.ts"
import { type Client, connect } from "../../src/index.ts"
import {
  listOperators,
  listRanges,
  listStores,
  moveReplica,
  splitRange,
} from "../../src/platform/index.ts"
import { Figures, say } from "./figures.ts"
import { pause } from "./processes.ts"
import { RingraftCluster } from "./ringraft.ts"
import { WatchedLoad } from "./watched-load.ts"

const seconds = Number(process.env.BENCH_SECONDS ?? 15)
const mebibytes = Number(process.env.BENCH_MIB ?? 1_024)
const basePort = 25_890
const askMs = 10_000
const [ranges, blobBytes, smallBytes, inFlight] = [16, 64 * 1_024, 256, 128]
/** At a fixed rate no operation waits for a caller, though a range may answer none for a while. */
const openInFlight = 1_024
const blobs = (mebibytes * 1_024 * 1_024) / blobBytes
const cutsUnderLoad = 8
/** A load is calm when none of so many seconds stands out; on a bad machine it never is. */
const [calmSeconds, calmSecondsMax] = [8, 60]
const deadStoreAfterMs = 10_000
/** The one whose replicas are moved, and the one that is killed. */
const [emptied, killed] = [3, 3]
const figures = new Figures("moves")

/**
 * Nothing is done for a while: what latencies are to be compared with. It begins when the load's
 * own beginning is over: code is compiled, connections are warm, nothing is left to do.
 */
async function steady(load: WatchedLoad, name: string): Promise<number> {
  await calm(load, name)
  const from = performance.now()
  await pause(seconds * 1_000)
  const to = performance.now()
  const { p50Ms, p99Ms, perSecond } = load.between(from, to)
  figures.set(`${name}, steady`, perSecond, "a second")
  figures.set(`${name}, steady p50`, p50Ms, "ms")
  figures.set(`${name}, steady p99`, p99Ms, "ms")
  showSeconds(load, `${name}, steady`, from, to)
  return p99Ms
}

/** Until so many seconds in a row were much like each other, or it is no use to wait for that. */
async function calm(load: WatchedLoad, name: string): Promise<void> {
  const from = performance.now()
  for (let waited = 1; waited <= calmSecondsMax; waited += 1) {
    await pause(1_000)
    const now = performance.now()
    if (waited < calmSeconds) continue
    const last = load.p99BySecond(now - calmSeconds * 1_000, now)
    if (Math.max(...last) < 2 * median(last)) break
  }
  showSeconds(load, `${name}, before it is calm`, from, performance.now())
}

/** A few bad seconds make the p99 of all; the median one says how it is otherwise. */
function showSeconds(load: WatchedLoad, name: string, fromMs: number, toMs: number): void {
  const p99s = load.p99BySecond(fromMs, toMs)
  figures.set(`${name}, p99 of the median second`, median(p99s), "ms")
  say(`moves: ${name}, p99 of each second: ${p99s.map((ms) => ms.toFixed(0)).join(" ")} ms`)
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0
}

function compare(
  load: WatchedLoad,
  name: string,
  fromMs: number,
  toMs: number,
  steadyMs: number,
): number {
  const { p99Ms, failed } = load.between(fromMs, toMs)
  figures.set(`${name}, p99`, p99Ms / steadyMs, `× the steady one (${p99Ms.toFixed(1)} ms)`)
  const why = [...new Set(failed)].join("; ")
  figures.set(`${name}, failed`, failed.length, `operations ${why}`)
  return p99Ms / steadyMs
}

async function cut(cluster: RingraftCluster, key: string): Promise<void> {
  await splitRange(cluster.address, { keyspace: "", key: Buffer.from(key), rangeId: 0 }, askMs)
}

/** As many callers as there are, each as fast as its answers come, and a cut every 3 s. */
async function cutUnderLoad(cluster: RingraftCluster, db: Client): Promise<number> {
  const options = { keys: blobs, valueBytes: smallBytes, inFlight, ratePerSecond: 0 }
  const load = new WatchedLoad(db, options)
  const steadyMs = await steady(load, "full load")
  const { perSecond } = load.between(performance.now() - seconds * 1_000, performance.now())
  let worst = 0
  for (let number = 1; number <= cutsUnderLoad; number += 1) {
    const from = performance.now() - 250
    await cut(cluster, `${keyName(Math.round(((number - 0.5) * blobs) / cutsUnderLoad))}-`)
    await pause(750)
    const ratio = compare(load, `cut ${number}`, from, performance.now(), steadyMs)
    worst = Math.max(worst, ratio)
    await pause(2_000)
  }
  figures.set("cuts, the worst p99", worst, "× the steady one")
  await load.stop()
  figures.set("cuts, lost", await load.lost(), "acknowledged writes")
  return perSecond
}

/** Every replica of clients' ranges on one node goes to a new one. */
async function moveUnderLoad(cluster: RingraftCluster, load: WatchedLoad): Promise<void> {
  const steadyMs = await steady(load, "quarter load")
  const from = performance.now()
  for (const { range } of await listRanges(cluster.address, askMs)) {
    if (range.rangeId === 1) continue
    await moveReplica(cluster.address, { rangeId: range.rangeId, from: emptied, to: 4 }, askMs)
  }
  for (;;) {
    await pause(1_000)
    if ((await listOperators(cluster.address, false, askMs)).length === 0) break
  }
  const to = performance.now()
  figures.set(`move of ${mebibytes} MiB`, (to - from) / 1_000, "s")
  figures.set("move", mebibytes / ((to - from) / 1_000), "MiB/s")
  compare(load, "move", from, to, steadyMs)
  showSeconds(load, "move", from, to)
  const stores = await listStores(cluster.address, askMs)
  for (const { nodeId, ranges: held } of stores) figures.set(`store ${nodeId}`, held, "ranges")
}

/** One node is gone for good: how long until every range has three replicas on the others. */
async function repairUnderLoad(cluster: RingraftCluster, load: WatchedLoad): Promise<void> {
  const steadyMs = await steady(load, "before the kill")
  const from = performance.now()
  await cluster.kill(killed - 1)
  for (;;) {
    await pause(500)
    const missing = (await listRanges(cluster.address, askMs)).filter(({ replicas }) => {
      const voters = replicas.filter(({ nodeId, role }) => role === "voter" && nodeId !== killed)
      return voters.length < 3 || voters.length < replicas.length
    })
    if (missing.length === 0) break
  }
  const to = performance.now()
  figures.set("repair, after the wait", (to - from - deadStoreAfterMs) / 1_000, "s")
  compare(load, "repair", from, to, steadyMs)
  showSeconds(load, "repair", from, to)
}

async function blobsLost(db: Client, count: number): Promise<number> {
  let lost = count
  for await (const { key, value } of db.scan({ prefix: "user" })) {
    const name = key.toString()
    if (name.includes("/")) continue
    const number = Number(name.slice("user".length))
    if (value.equals(makeValue(new Dice(number), blobBytes))) lost -= 1
  }
  return lost
}

async function fill(cluster: RingraftCluster, db: Client, count: number): Promise<void> {
  const width = count / ranges
  for (let i = 1; i < ranges; i += 1) await cut(cluster, keyName(Math.round(i * width)))
  let next = 0
  const write = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      await db.put(keyName(number), makeValue(new Dice(number), blobBytes))
    }
  }
  await Promise.all(Array.from({ length: 16 }, write))
}

/** Until the driver has had nothing to do for some seconds. */
async function settled(cluster: RingraftCluster): Promise<void> {
  for (let quiet = 0; quiet < 10; quiet += 1) {
    await pause(1_000)
    if ((await listOperators(cluster.address, false, askMs)).length > 0) quiet = 0
  }
}

async function measureMoves(): Promise<void> {
  const cluster = await RingraftCluster.start(basePort, ["--set", "driver.automatic=off"])
  try {
    const db = await connect(cluster.addresses)
    await fill(cluster, db, blobs)
    // At half of it four nodes and the client have no core left for the move: they share two.
    const ratePerSecond = (await cutUnderLoad(cluster, db)) / 4
    await cluster.join()
    const small = { keys: blobs, valueBytes: smallBytes, inFlight: openInFlight }
    const load = new WatchedLoad(db, { ...small, ratePerSecond })
    await moveUnderLoad(cluster, load)
    await load.stop()
    figures.set("move, lost", (await load.lost()) + (await blobsLost(db, blobs)), "keys")
    await db.close()
  } finally {
    await cluster.group.stop()
  }
}

async function measureRepair(): Promise<void> {
  const wait = [
    "--set",
    `driver.deadStoreAfterMs=${deadStoreAfterMs}ms`,
    "--set",
    "driver.beatMs=1s",
  ]
  const cluster = await RingraftCluster.start(basePort, wait)
  try {
    const db = await connect(cluster.addresses)
    await cluster.join()
    const count = blobs / 4
    await fill(cluster, db, count)
    await settled(cluster)
    const small = { keys: count, valueBytes: smallBytes, inFlight: openInFlight }
    const load = new WatchedLoad(db, { ...small, ratePerSecond: 500 })
    await repairUnderLoad(cluster, load)
    await load.stop()
    figures.set("repair, lost", (await load.lost()) + (await blobsLost(db, count)), "keys")
    await db.close()
  } finally {
    await cluster.group.stop()
  }
}

await measureMoves()
await measureRepair()

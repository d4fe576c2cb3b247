/**
 * `npm run bench:ranges`: what many ranges cost, on three nodes with the settings of a fresh
 * installation. Puts and gets through the client at one range and at 64, their leaders spread; then
 * what thousands of idle ranges take of CPU and memory, and what a killed node does to the others.
 *
 * BENCH_SECONDS of each load (8), BENCH_RANGES in the end (2,000).
 */
import { keyName } from "../../cmd/bench/keys.ts"
import { KvError } from "../../src/base/index.ts"
import { connect } from "../../src/index.ts"
import { listRanges, splitRange, transferLeader } from "../../src/platform/index.ts"
import { Figures } from "./figures.ts"
import { inFlights, loadKeys, runClient } from "./measure.ts"
import { cpuMsOf, pause, residentMiBOf } from "./processes.ts"
import { RingraftCluster } from "./ringraft.ts"

const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const rangesInTheEnd = Number(process.env.BENCH_RANGES ?? 2_000)
const basePort = 25_790
const [keys, valueBytes, busyRanges] = [10_000, 256, 64]
const splitsInFlight = 8
const settleMs = 15_000
const idleMs = 30_000
/** By then nothing of what came before goes on. */
const restAfterMs = 120_000
const stormMs = 5_000

async function measureLoads(cluster: RingraftCluster, figures: Figures, ranges: number) {
  for (const inFlight of inFlights) {
    for (const verb of ["put", "get"] as const) {
      const { full, serverCpuMs } = await runClient({
        ...{ client: "client", addresses: cluster.addresses, pids: cluster.group.pids },
        ...{ verb, inFlight, halfRate: false, seconds, keys, valueBytes },
      })
      const name = `${verb} ${inFlight}, ${ranges} ranges`
      figures.set(name, full.perSecond, "a second")
      const cpuUs = (serverCpuMs * 1_000) / (full.perSecond * seconds)
      figures.set(`${name}, CPU`, cpuUs, "µs of the servers for each")
      const alone = figures.get(`${verb} ${inFlight}, 1 ranges`) ?? Number.NaN
      if (ranges > 1) figures.set(`${name} against 1`, full.perSecond / alone, "×")
    }
  }
}

/** Cuts at all of these keys, several at a time. */
async function splitAt({ addresses }: RingraftCluster, at: readonly string[]): Promise<void> {
  let next = 0
  const cut = async (): Promise<void> => {
    for (let key = at[next++]; key !== undefined; key = at[next++]) await split(addresses, key)
  }
  await Promise.all(Array.from({ length: splitsInFlight }, cut))
}

async function split(addresses: readonly string[], key: string): Promise<void> {
  const place = { keyspace: "", key: Buffer.from(key) }
  for (let attempt = 1; ; attempt += 1) {
    const address = addresses[attempt % addresses.length] ?? ""
    try {
      await splitRange(address, { ...place, rangeId: 0 }, 5_000)
      return
    } catch (error) {
      // An answer was lost, and a range begins there by now.
      const done = attempt > 1 && error instanceof KvError && error.code === "invalid_argument"
      if (done) return
      if (attempt === 10) throw error
    }
  }
}

/** Has the nodes lead in turn; the cluster's own range stays where it is. */
async function spreadLeaders({ addresses }: RingraftCluster): Promise<void> {
  const address = addresses[0] ?? ""
  for (const [at, { range, leaderNodeId }] of (await listRanges(address, 5_000)).entries()) {
    const to = 1 + (at % addresses.length)
    if (range.rangeId === 1 || leaderNodeId === to) continue
    await transferLeader(address, { rangeId: range.rangeId, to }, 5_000)
  }
}

/** Share of a core that each node takes. */
async function measureCpu(pids: readonly number[], ms: number): Promise<number[]> {
  const [from, before] = [performance.now(), pids.map((pid) => cpuMsOf([pid]))]
  await pause(ms)
  const took = performance.now() - from
  return pids.map((pid, at) => ((cpuMsOf([pid]) - (before[at] ?? 0)) * 100) / took)
}

/** Just after what came before, while ranges fall asleep and garbage is collected; and then. */
async function measureIdle(cluster: RingraftCluster, figures: Figures, ranges: number) {
  const { pids } = cluster.group
  const measure = async (when: string): Promise<void> => {
    for (const [i, share] of (await measureCpu(pids, idleMs)).entries()) {
      figures.set(`${when}, ${ranges} ranges, node ${i + 1}`, share, "% of a core")
    }
  }
  await pause(settleMs)
  await measure("settling")
  await pause(restAfterMs - settleMs - idleMs)
  await measure("idle")
}

async function measureMany(cluster: RingraftCluster, figures: Figures): Promise<void> {
  const { pids } = cluster.group
  await measureIdle(cluster, figures, busyRanges)
  // By then what the loads left was given back here, too.
  const before = pids.map(residentMiBOf)
  const count = rangesInTheEnd - busyRanges
  await splitAt(
    cluster,
    shuffled(count).map((i) => `idle${String(i).padStart(6, "0")}`),
  )
  await measureIdle(cluster, figures, rangesInTheEnd)
  pids.forEach((pid, i) => {
    const kiB = ((residentMiBOf(pid) - (before[i] ?? 0)) * 1_024) / count
    figures.set(`memory, node ${i + 1}`, kiB, "KiB resident for each replica")
  })
}

/** The one that leads most is killed: how long that keeps the others busy. */
async function measureStorm(cluster: RingraftCluster, figures: Figures): Promise<void> {
  const killed = await cluster.leader()
  const left = cluster.group.pids.filter((_, i) => i !== killed)
  await cluster.kill(killed)
  for (let at = stormMs; at <= 2 * idleMs; at += stormMs) {
    const shares = await measureCpu(left, stormMs)
    figures.set(`killed, ${at / 1_000} s later`, Math.max(...shares), "% of a core at most")
  }
}

/** 0 to `count` in an order in which neighbours are cut at different times. */
function shuffled(count: number): number[] {
  const stride = 7_919
  return Array.from({ length: count }, (_, i) => (i * stride) % count)
}

const cluster = await RingraftCluster.start(basePort, ["--set", "driver.automatic=off"])
try {
  const figures = new Figures("ranges")
  const db = await connect(cluster.addresses)
  await loadKeys(keys, valueBytes, (key, value) => db.put(key, value))
  await db.close()
  await measureLoads(cluster, figures, 1)
  const width = keys / busyRanges
  const borders = Array.from({ length: busyRanges - 1 }, (_, i) => Math.round((i + 1) * width))
  await splitAt(cluster, borders.map(keyName))
  await spreadLeaders(cluster)
  await measureLoads(cluster, figures, busyRanges)
  await measureMany(cluster, figures)
  await measureStorm(cluster, figures)
} finally {
  await cluster.group.stop()
}

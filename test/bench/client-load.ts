/**
 * One client under load, in a process of its own: what other loads left in memory is not to be
 * collected in the middle of this one. Gets its job as JSON, sends the outcome to its parent.
 */
import { Etcd3 } from "etcd3"
import { keyName, makeValue } from "../../cmd/bench/keys.ts"
import { type LoadResult, type Perform, runLoad } from "../../cmd/bench/load.ts"
import { mixes, Workload } from "../../cmd/bench/workload.ts"
import { Dice } from "../../src/base/index.ts"
import { connect } from "../../src/index.ts"
import { cpuMsOf } from "./processes.ts"

export interface ClientJob {
  /** `client`: ours, on Ringraft; `etcd3`: npm's, on etcd. */
  readonly client: "client" | "etcd3"
  readonly addresses: readonly string[]
  /** The servers, whose CPU time is taken. */
  readonly pids: readonly number[]
  readonly verb: "put" | "get" | "scan"
  readonly inFlight: number
  /** Whether to go on, at half of the rate that was reached. */
  readonly halfRate: boolean
  readonly seconds: number
  readonly keys: number
  readonly valueBytes: number
}

export interface ClientLoad {
  readonly full: LoadResult
  readonly half: LoadResult | undefined
  /** During the full load. */
  readonly serverCpuMs: number
  readonly clientCpuMs: number
}

const warmUpMs = 5_000
/**
 * At a fixed rate, operations are due whether or not earlier ones are done. So many may wait for
 * their answers; beyond it, they wait for their turn and their latency counts on.
 */
const openLoopInFlight = 1_024

async function run(job: ClientJob, perform: Perform): Promise<ClientLoad> {
  const mix = mixes[job.verb]
  if (mix === undefined) throw new Error(`there is no mix named ${job.verb}`)
  const workload = new Workload(mix, job.keys, undefined, new Dice(1))
  const { inFlight } = job
  const durationMs = job.seconds * 1_000
  await runLoad(workload, perform, { inFlight, durationMs: warmUpMs, ratePerSecond: 0 })
  const serverCpu = cpuMsOf(job.pids)
  const own = process.cpuUsage()
  const full = await runLoad(workload, perform, { inFlight, durationMs, ratePerSecond: 0 })
  const { user, system } = process.cpuUsage(own)
  const cpu = { serverCpuMs: cpuMsOf(job.pids) - serverCpu, clientCpuMs: (user + system) / 1_000 }
  if (!job.halfRate) return { full, half: undefined, ...cpu }
  const rate = { durationMs, ratePerSecond: full.perSecond / 2 }
  const half = await runLoad(workload, perform, { inFlight: openLoopInFlight, ...rate })
  return { full, half, ...cpu }
}

async function runOnRingraft(job: ClientJob): Promise<ClientLoad> {
  const db = await connect(job.addresses)
  const dice = new Dice(2)
  const load = await run(job, ({ kind, key, rows }) => {
    if (kind === "put") return db.put(keyName(key), makeValue(dice, job.valueBytes))
    if (kind === "get") return db.get(keyName(key))
    return db.scan({ gte: keyName(Math.min(key, job.keys - rows)), limit: rows }).all()
  })
  await db.close()
  return load
}

async function runOnEtcd(job: ClientJob): Promise<ClientLoad> {
  const db = new Etcd3({ hosts: job.addresses.map((host) => `http://${host}`) })
  const dice = new Dice(2)
  const load = await run(job, async ({ kind, key }) =>
    kind === "put"
      ? db.put(keyName(key)).value(Buffer.from(makeValue(dice, job.valueBytes)))
      : db.get(keyName(key)).buffer(),
  )
  db.close()
  return load
}

const job = JSON.parse(process.argv[2] ?? "{}") as ClientJob
const load = await (job.client === "client" ? runOnRingraft(job) : runOnEtcd(job))
process.send?.(load, () => process.disconnect())

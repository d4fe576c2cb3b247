import { Readable } from "node:stream"
import { run } from "../../cmd/ringraft.ts"
import * as serve from "../../cmd/serve.ts"
import type { Io } from "../../cmd/terminal/io.ts"
import { type ErrorCode, KvError } from "../../src/base/index.ts"
import { createClient } from "../../src/client/index.ts"
import { defaultRecord, holdsKey } from "../../src/core/range/index.ts"
import type {
  CheckReport,
  ClusterStatus,
  CreatedKeyspace,
  JobSummary,
  KeyspaceChange,
  KeyspaceCreation,
  KeyspaceRecord,
  LabelsOfStore,
  LeaderTransfer,
  OperatorSummary,
  RangeCut,
  RangeMerge,
  RangeSummary,
  StateAsked,
  StoreSummary,
} from "../../src/wire/index.ts"
import { ScriptedCluster } from "../client/scripted-cluster.ts"
import { plainDice, VirtualTime } from "../client/virtual-time.ts"

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
  /** What was written, byte by byte. */
  readonly bytes: Buffer
}

/** The command in this process, with a scripted cluster for its nodes and no terminal. */
export class FakeTerminal {
  readonly time = new VirtualTime()
  readonly dice = plainDice()
  readonly cluster = new ScriptedCluster(this.time, ["a:1", "b:1", "c:1"])
  readonly statuses = new Map<string, ClusterStatus>()
  /** What a node at an address says of the ranges; of others, nobody answers. */
  readonly ranges = new Map<string, readonly RangeSummary[]>()
  readonly stores = new Map<string, readonly StoreSummary[]>()
  /** What is said of stores anywhere, one time after the other; the last goes on. */
  storesSeen: (readonly StoreSummary[])[] = []
  readonly labelled: (LabelsOfStore & { readonly address: string })[] = []
  readonly splits: (RangeCut & { readonly address: string })[] = []
  /** What every node that answers says there is. */
  keyspaces: KeyspaceRecord[] = [defaultRecord]
  /** Keys at which nothing can be split. */
  unsplittable: readonly string[] = []
  /** Of nodes that do it, and whose answer is lost. */
  readonly silent = new Set<string>()
  /** Of nodes that see no place for a keyspace. */
  readonly full = new Set<string>()
  operator: OperatorSummary = {
    ...{ bytes: 0, bytesTotal: 0, bytesPerSecond: 0 },
    ...{ id: 3_000_001, kind: "repair", rangeId: 7, why: "store 4 is dead" },
    ...{ steps: ["add a learner on store 5"], stepsDone: 0, end: "", reason: "", ageMs: 2_000 },
  }
  /** What is under way, from one look to the next; then nothing is. */
  running: (readonly OperatorSummary[])[] = []
  /** Questions about operators that nobody answers. */
  unanswered = 0
  /** How long who asks them waits for nothing. */
  unansweredAfterMs = 0
  unansweredBy: ErrorCode = "unavailable"
  ended: OperatorSummary[] = []
  readonly changes: KeyspaceChange[] = []
  readonly creations: (KeyspaceCreation & { readonly address: string })[] = []
  readonly merges: (RangeMerge & { readonly address: string })[] = []
  mergesFail = false
  /** What any check comes to. */
  checked: CheckReport["outcome"] = "agreed"
  readonly transfers: (LeaderTransfer & { readonly address: string })[] = []
  readonly environment: Record<string, string | undefined> = {}
  readonly asked: (readonly string[])[] = []
  readonly statesAsked: StateAsked[] = []
  outIsTerminal = false
  inIsTerminal = false
  /** What a person answers. */
  line = ""
  /** What is said of jobs, one time after the other; the last goes on. */
  jobs: (readonly JobSummary[])[] = []
  readonly drops: string[] = []
  input: Uint8Array = new Uint8Array(0)
  /** Pieces of the one file. */
  file: readonly string[] = []

  async run(...words: string[]): Promise<Outcome> {
    const out: Buffer[] = []
    let err = ""
    const io: Io = {
      environment: this.environment,
      outIsTerminal: this.outIsTerminal,
      errIsTerminal: this.inIsTerminal,
      inIsTerminal: this.inIsTerminal,
      out: (text) => void out.push(Buffer.from(text)),
      err: (text) => {
        err += text
      },
      readInput: async () => this.input,
      readFile: () => Readable.from(this.file.map((piece) => Buffer.from(piece))),
      monotonicMs: () => this.time.monotonicMs(),
      pause: (ms) => new Promise((resolve) => void this.time.after(ms, resolve)),
      connect: async (endpoints, timeoutMs) => {
        this.asked.push(endpoints)
        const db = createClient({
          transport: this.cluster,
          endpoints: ["a:1", "b:1", "c:1"],
          clock: this.time,
          random: this.dice,
        })
        await db.connected(timeoutMs)
        return db
      },
      status: async (address) => {
        const status = this.statuses.get(address)
        if (status === undefined) throw new KvError("unavailable", "connection refused")
        return status
      },
      setStoreState: async (_address, asked) => {
        this.statesAsked.push(asked)
        return asked
      },
      moveReplica: async (_address, { rangeId }) => ({ ...this.operator, rangeId }),
      listOperators: async (_address, ended, timeoutMs) => {
        if (this.unanswered > 0) {
          this.unanswered -= 1
          await io.pause(Math.min(this.unansweredAfterMs, timeoutMs))
          throw new KvError(this.unansweredBy, "nobody drives now")
        }
        return ended ? this.ended : (this.running.shift() ?? [])
      },
      cancelOperator: async (_address, id) => ({
        ...{ ...this.operator, id, end: "cancelled", reason: "asked for" },
      }),
      listStores: async (address) => {
        const [now, ...later] = this.storesSeen
        if (later.length > 0) this.storesSeen = later
        if (now !== undefined) return now
        const stores = this.stores.get(address)
        if (stores === undefined) throw new KvError("unavailable", "connection refused")
        return stores
      },
      setStoreLabels: async (address, asked) => {
        this.labelled.push({ address, ...asked })
        return asked.labels
      },
      listRanges: async (address) => this.#rangesAt(address),
      freshClientId: () => new Uint8Array(16).fill(7),
      listKeyspaces: async (address) => {
        this.#rangesAt(address)
        return this.keyspaces
      },
      dropKeyspace: async (address, name) => {
        this.#rangesAt(address)
        this.drops.push(name)
        return jobOf({ keyspace: name })
      },
      listJobs: async (address) => {
        this.#rangesAt(address)
        const [now = [], ...later] = this.jobs
        if (later.length > 0) this.jobs = later
        return now
      },
      readLine: async (question) => {
        err += question
        return this.line
      },
      alterKeyspace: async (address, change) => {
        this.#rangesAt(address)
        this.changes.push(change)
        const { name, replicas, defaultTtlMs = 0 } = change
        return { ...defaultRecord, name, replicas: replicas || 3, defaultTtlMs }
      },
      createKeyspace: async (address, creation) => {
        this.#rangesAt(address)
        this.creations.push({ address, ...creation })
        return this.#create(address, creation)
      },
      locateKey: async (address, { key }) => {
        const found = this.#rangesAt(address).find(({ range }) => holdsKey(range, key))
        if (found === undefined) throw new KvError("unavailable", "not known")
        return found
      },
      splitRange: async (address, { keyspace, key, rangeId }) => {
        const whole = this.#rangesAt(address).find(({ range }) => holdsKey(range, key))
        if (whole === undefined) throw new KvError("invalid_argument", "no such range")
        this.splits.push({ address, keyspace, key, rangeId })
        const { range } = whole
        const version = range.version + 1
        const left = { ...range, end: key, version }
        return { left, right: { ...range, rangeId: 9, start: key, version } }
      },
      mergeRanges: async (address, { rangeId, nextRangeId }) => {
        const at = this.#rangesAt(address).findIndex(({ range }) => range.rangeId === rangeId)
        const [into, source] = this.#rangesAt(address).slice(at, at + 2)
        if (source === undefined) throw new KvError("invalid_argument", "there is none behind it")
        if (this.mergesFail) throw new KvError("state_changed", "range 3 goes on by itself")
        this.merges.push({ address, rangeId, nextRangeId })
        const { end, version, rangeId: taken } = source.range
        return { ...(into ?? source).range, end, version: version + 1, absorbed: [taken] }
      },
      transferLeader: async (address, transfer) => {
        this.#rangesAt(address)
        this.transfers.push({ address, ...transfer })
      },
      checkRange: async (address, rangeId) => {
        const found = this.#rangesAt(address).find(({ range }) => range.rangeId === rangeId)
        if (found === undefined) throw new KvError("invalid_argument", `no range ${rangeId}`)
        const hashes = found.replicas.map(({ nodeId }) => ({
          ...{ nodeId, hash: nodeId === 3 ? "" : "00112233aabbccdd" },
        }))
        return { range: found.range, index: 17, outcome: this.checked, hashes }
      },
    }
    const code = await this.time.until(run(io, words, async () => serve))
    const bytes = Buffer.concat(out)
    return { code, out: bytes.toString(), err, bytes }
  }

  #create(address: string, { name, splitAt }: KeyspaceCreation): CreatedKeyspace {
    if (this.keyspaces.some((keyspace) => keyspace.name === name)) {
      throw new KvError("keyspace_exists", `the keyspace "${name}" exists: nothing was changed`)
    }
    if (this.full.has(address)) {
      throw new KvError("state_changed", "5 replicas need as many hosts; nothing was changed")
    }
    if (this.silent.has(address)) throw new KvError("deadline_unknown", "no answer in time")
    const keyspace = { ...defaultRecord, id: 7, name }
    this.keyspaces.push(keyspace)
    const range = { ...summaryOf(keyspace.id, "-").range, keyspaceId: keyspace.id }
    const whole = summaryOf(keyspace.id, "-", { keyspace: name, range })
    this.ranges.set(address, [...this.#rangesAt(address), whole])
    const left = splitAt.filter((key) => this.unsplittable.includes(Buffer.from(key).toString()))
    return { keyspace, notSplitAt: left, reason: left.length > 0 ? "no time was left" : "" }
  }

  #rangesAt(address: string): readonly RangeSummary[] {
    const ranges = this.ranges.get(address)
    if (ranges === undefined) throw new KvError("unavailable", `${address}: connection refused`)
    return ranges
  }
}

export function jobOf(parts: Partial<JobSummary> = {}): JobSummary {
  return {
    ...{ id: 7, kind: "drop", keyspace: "users", ageMs: 1_000, tookMs: 0, gone: 0, left: 6 },
    ...{ waitsFor: [1, 2, 3], ...parts },
  }
}

/** A range of the default keyspace, or of the cluster's own if so named: from key to key. */
export function summaryOf(
  rangeId: number,
  bounds: string,
  parts: Partial<RangeSummary> = {},
): RangeSummary {
  const [start, end] = bounds.split("-").map((key) => Buffer.from(key)) as [Buffer, Buffer]
  return {
    range: {
      rangeId,
      keyspaceId: parts.keyspace === "system" ? 0 : 1,
      start,
      end,
      version: 3,
      configVersion: 1,
    },
    keyspace: "default",
    replicas: [1, 2, 3].map((nodeId) => ({ nodeId, role: "voter" })),
    ...{ leaderNodeId: 2, term: 7, appliedIndex: 100, readFrom: "disk" },
    ...{ firstIndex: 40, commitIndex: 100, lastIndex: 101 },
    ...{ bytes: 3 * 1_048_576 + 99, keys: 4_000, readsPerSecond: 5, writesPerSecond: 6 },
    ...parts,
  }
}

export function statusOf(parts: Partial<ClusterStatus>): ClusterStatus {
  return {
    version: "1.2.3",
    clusterId: "dev",
    nodeId: 1,
    address: "127.0.0.1:7400",
    role: "follower",
    leaderNodeId: 1,
    term: 7,
    firstIndex: 1,
    lastIndex: 100,
    commitIndex: 100,
    appliedIndex: 100,
    members: [
      { nodeId: 1, address: "127.0.0.1:7400" },
      { nodeId: 2, address: "127.0.0.1:7401" },
      { nodeId: 3, address: "127.0.0.1:7402" },
    ],
    condition: "ok",
    uptimeMs: 65_000,
    residentBytes: 100 * 1_024 ** 2,
    operationsPending: 0,
    ranges: 5,
    leaders: 2,
    undecided: 0,
    ...parts,
  }
}

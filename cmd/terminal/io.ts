import { randomBytes } from "node:crypto"
import { createReadStream, readFileSync } from "node:fs"
import { createInterface } from "node:readline/promises"
import { buffer } from "node:stream/consumers"
import { setTimeout as pause } from "node:timers/promises"
import { InvalidArgumentError } from "commander"
import type { StoreLabels } from "../../src/base/index.ts"
import type { Client } from "../../src/client/index.ts"
import { connect } from "../../src/index.ts"
import {
  alterKeyspace,
  cancelOperator,
  checkRange,
  createKeyspace,
  dropKeyspace,
  fetchStatus,
  listJobs,
  listKeyspaces,
  listOperators,
  listRanges,
  listStores,
  locateKey,
  mergeRanges,
  moveReplica,
  setStoreLabels,
  setStoreState,
  splitRange,
  transferLeader,
} from "../../src/platform/index.ts"
import type {
  CheckReport,
  ClusterStatus,
  CreatedKeyspace,
  JobSummary,
  KeyOfKeyspace,
  KeyspaceChange,
  KeyspaceCreation,
  KeyspaceRecord,
  LabelsOfStore,
  LeaderTransfer,
  OperatorSummary,
  RangeCut,
  RangeMerge,
  RangeSummary,
  ReplicaMove,
  SplitHalves,
  StateAsked,
  StateOfStore,
  StoreSummary,
} from "../../src/wire/index.ts"

/** What a verb touches of the world. Tests give their own. */
export interface Io {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  readonly inIsTerminal: boolean
  /** To standard output. */
  out(text: string | Uint8Array): void
  /** To standard error. */
  err(text: string): void
  readInput(): Promise<Uint8Array>
  /** Piece by piece; `-` is standard input. Throws InvalidArgumentError. */
  readFile(path: string): AsyncIterable<Uint8Array>
  monotonicMs(): number
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>
  connect(endpoints: readonly string[], timeoutMs: number): Promise<Client>
  status(address: string, timeoutMs: number): Promise<ClusterStatus>
  listStores(address: string, timeoutMs: number): Promise<readonly StoreSummary[]>
  setStoreLabels(address: string, labels: LabelsOfStore, timeoutMs: number): Promise<StoreLabels>
  setStoreState(address: string, asked: StateAsked, timeoutMs: number): Promise<StateOfStore>
  moveReplica(address: string, move: ReplicaMove, timeoutMs: number): Promise<OperatorSummary>
  listOperators(
    address: string,
    ended: boolean,
    timeoutMs: number,
  ): Promise<readonly OperatorSummary[]>
  cancelOperator(address: string, id: number, timeoutMs: number): Promise<OperatorSummary>
  listRanges(address: string, timeoutMs: number): Promise<readonly RangeSummary[]>
  locateKey(address: string, key: KeyOfKeyspace, timeoutMs: number): Promise<RangeSummary>
  splitRange(address: string, cut: RangeCut, timeoutMs: number): Promise<SplitHalves>
  mergeRanges(address: string, merge: RangeMerge, timeoutMs: number): Promise<RangeSummary["range"]>
  transferLeader(address: string, transfer: LeaderTransfer, timeoutMs: number): Promise<void>
  checkRange(address: string, rangeId: number, timeoutMs: number): Promise<CheckReport>
  createKeyspace(
    address: string,
    creation: KeyspaceCreation,
    timeoutMs: number,
  ): Promise<CreatedKeyspace>
  alterKeyspace(address: string, change: KeyspaceChange, timeoutMs: number): Promise<KeyspaceRecord>
  dropKeyspace(address: string, name: string, timeoutMs: number): Promise<JobSummary>
  listJobs(address: string, timeoutMs: number): Promise<readonly JobSummary[]>
  listKeyspaces(address: string, timeoutMs: number): Promise<readonly KeyspaceRecord[]>
  /** Asks a person, on standard error, for one line. */
  readLine(question: string): Promise<string>
  /** 16 bytes that nobody else has. */
  freshClientId(): Uint8Array
}

export const processIo: Io = {
  environment: process.env,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  inIsTerminal: process.stdin.isTTY === true,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readInput: () => buffer(process.stdin),
  readFile,
  monotonicMs: () => performance.now(),
  pause: (ms) => pause(ms),
  connect: (endpoints, timeoutMs) =>
    connect(endpoints, { defaultTimeoutMs: timeoutMs, connectTimeoutMs: timeoutMs }),
  status: fetchStatus,
  listStores,
  setStoreLabels,
  setStoreState,
  moveReplica,
  listOperators,
  cancelOperator,
  listRanges,
  locateKey,
  splitRange,
  mergeRanges,
  transferLeader,
  checkRange,
  createKeyspace,
  alterKeyspace,
  dropKeyspace,
  listJobs,
  listKeyspaces,
  readLine,
  freshClientId: () => randomBytes(16),
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* path === "-" ? process.stdin : createReadStream(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new InvalidArgumentError(
      `${path} can't be read (${code}): name a file that can be, or - for the input`,
    )
  }
}

async function readLine(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

/** The version in the package's own description. */
export function packageVersion(): string {
  // The compiled command lies one folder deeper than its source.
  for (const path of ["../../package.json", "../../../package.json"]) {
    try {
      const described = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"))
      if (described.name === "ringraft") return described.version
    } catch {
      // Not there: in the other place, then.
    }
  }
  return "unknown"
}

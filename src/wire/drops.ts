/** Keyspaces that were dropped, what is left of them, and Cluster.ListJobs. */
import type { KeyspaceId, NodeId, WallMs } from "../base/index.ts"
import { Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

const keyspacesMax = 1_000_000
const storesMax = 100_000
const jobsMax = 100_000

const encoder = new TextEncoder()

/** The keys of all records of drops, in the cluster's own keyspace: half open. */
export const dropRecords = {
  start: encoder.encode("dropped/"),
  end: encoder.encode("dropped0"),
} as const

/** So that they stand in the order of their numbers. */
export function keyOfDrop(keyspaceId: KeyspaceId): Uint8Array {
  return encoder.encode(`dropped/${String(keyspaceId).padStart(10, "0")}`)
}

/** Those that were dropped, ever: their ids are not used again. */
export interface DroppedKeyspaces {
  /** Grows with every change. */
  readonly version: number
  readonly ids: readonly KeyspaceId[]
}

/** What a node has, and had, of a keyspace that was dropped. */
export interface LeavingKeyspace {
  readonly keyspaceId: KeyspaceId
  /** Replicas that are still to go. */
  readonly left: number
  /** Those that have gone since the node started. */
  readonly gone: number
}

/** What the cluster's own range keeps of a drop. */
export interface DropRecord {
  readonly keyspaceId: KeyspaceId
  readonly name: string
  readonly begunAtMs: WallMs
  /** 0: something may be left of it. */
  readonly endedAtMs: WallMs
  /** Replicas that were removed. */
  readonly gone: number
}

/** A job as people see it. */
export interface JobSummary {
  readonly id: number
  readonly kind: string
  readonly keyspace: string
  readonly ageMs: number
  /** 0: it is under way. */
  readonly tookMs: number
  readonly gone: number
  readonly left: number
  /** Stores that have to say that they have nothing left. */
  readonly waitsFor: readonly NodeId[]
}

/** Into a message that was begun. */
export function writeDropped(writer: Writer, { version, ids }: DroppedKeyspaces): void {
  writer.uint(1, version)
  writer.uints(2, ids)
}

export function readDropped(reader: Reader): DroppedKeyspaces {
  let version = 0
  const ids: KeyspaceId[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) version = reader.uint53()
    else if (field === 2) reader.uint53s(ids, keyspacesMax)
    else reader.skip()
  }
  return { version, ids }
}

/** Into a field of another message. */
export function writeLeavingField(writer: Writer, field: number, leaving: LeavingKeyspace): void {
  const message = writer.begin(field)
  writer.uint(1, leaving.keyspaceId)
  writer.uint(2, leaving.left)
  writer.uint(3, leaving.gone)
  writer.end(message)
}

/** The message in the field that the reader is at. */
export function readLeavingField(reader: Reader): LeavingKeyspace {
  let [keyspaceId, left, gone] = [0, 0, 0]
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keyspaceId = reader.uint32()
    else if (field === 2) left = reader.uint32()
    else if (field === 3) gone = reader.uint32()
    else reader.skip()
  }
  reader.leave(outer)
  return { keyspaceId, left, gone }
}

export function encodeDropRecord(record: DropRecord): Uint8Array {
  const writer = new Writer(64 + 3 * record.name.length)
  writer.uint(1, record.keyspaceId)
  writer.string(2, record.name)
  writer.uint(3, record.begunAtMs)
  writer.uint(4, record.endedAtMs)
  writer.uint(5, record.gone)
  return writer.finish()
}

/** Throws KvError `invalid_argument`, as all of these do. */
export function decodeDropRecord(bytes: Uint8Array): DropRecord {
  const reader = new Reader(bytes)
  let name = ""
  let [keyspaceId, begunAtMs, endedAtMs, gone] = [0, 0, 0, 0]
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keyspaceId = reader.uint32()
    else if (field === 2) name = reader.string()
    else if (field === 3) begunAtMs = reader.uint53()
    else if (field === 4) endedAtMs = reader.uint53()
    else if (field === 5) gone = reader.uint53()
    else reader.skip()
  }
  return { keyspaceId, name, begunAtMs, endedAtMs, gone }
}

export function encodeJob(job: JobSummary): Uint8Array {
  const writer = new Writer(128)
  writeJob(writer, job)
  return writer.finish()
}

export function decodeJob(bytes: Uint8Array): JobSummary {
  return readJob(new Reader(bytes))
}

export function encodeJobList(jobs: readonly JobSummary[]): Uint8Array {
  const writer = new Writer(16 + 128 * jobs.length)
  for (const job of jobs) {
    const message = writer.begin(1)
    writeJob(writer, job)
    writer.end(message)
  }
  return writer.finish()
}

export function decodeJobList(bytes: Uint8Array): readonly JobSummary[] {
  const reader = new Reader(bytes)
  const jobs: JobSummary[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) {
      const outer = reader.enter()
      jobs.push(readJob(reader))
      reader.leave(outer)
    } else reader.skip()
    if (jobs.length > jobsMax) throw tooMany(jobsMax)
  }
  return jobs
}

function writeJob(writer: Writer, job: JobSummary): void {
  writer.uint(1, job.id)
  writer.string(2, job.kind)
  writer.string(3, job.keyspace)
  writer.uint(4, job.ageMs)
  writer.uint(5, job.tookMs)
  writer.uint(6, job.gone)
  writer.uint(7, job.left)
  writer.uints(8, job.waitsFor)
}

function readJob(reader: Reader): JobSummary {
  let [id, ageMs, tookMs, gone, left] = [0, 0, 0, 0, 0]
  let [kind, keyspace] = ["", ""]
  const waitsFor: NodeId[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) id = reader.uint53()
    else if (field === 2) kind = reader.string()
    else if (field === 3) keyspace = reader.string()
    else if (field === 4) ageMs = reader.uint53()
    else if (field === 5) tookMs = reader.uint53()
    else if (field === 6) gone = reader.uint53()
    else if (field === 7) left = reader.uint53()
    else if (field === 8) reader.uint53s(waitsFor, storesMax)
    else reader.skip()
  }
  return { id, kind, keyspace, ageMs, tookMs, gone, left, waitsFor }
}

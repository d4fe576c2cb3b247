/** Records of keyspaces, and Cluster.CreateKeyspace, AlterKeyspace and ListKeyspaces. */
import { copyBytes } from "../base/index.ts"
import type { KeyspaceRecord, KeyspaceSettings, RequestId } from "../core/range/index.ts"
import { Reader, tooMany } from "./reader.ts"
import { readRequestId, writeRequestId } from "./request.ts"
import { Writer } from "./writer.ts"

export type { KeyspaceRecord }

const keyspacesMax = 1_000_000
const splitsMax = 100_000

const blank: KeyspaceRecord = {
  ...{ id: 0, name: "", replicas: 0, rangeBytes: 0, defaultTtlMs: 0, droppedAtMs: 0 },
}

const encoder = new TextEncoder()

/** The keys of all records, in the cluster's own keyspace: half open, in the order of names. */
export const keyspaceRecords = {
  start: encoder.encode("keyspaces/"),
  end: encoder.encode("keyspaces0"),
} as const

/** Where the record of a keyspace is. */
export function keyOfRecord(name: string): Uint8Array {
  return encoder.encode(`keyspaces/${name}`)
}

export function encodeKeyspaceRecord(record: KeyspaceRecord): Uint8Array {
  const writer = new Writer(32 + 3 * record.name.length)
  writeRecord(writer, record)
  return writer.finish()
}

export function decodeKeyspaceRecord(bytes: Uint8Array): KeyspaceRecord {
  return readRecord(new Reader(bytes))
}

function writeRecord(writer: Writer, { id, name, droppedAtMs, ...settings }: KeyspaceRecord) {
  writer.uint(1, id)
  writer.string(2, name)
  writeSettings(writer, settings)
  writer.uint(5, droppedAtMs)
  writer.uint(6, settings.defaultTtlMs)
}

/** In the record as in the request that makes it. */
function writeSettings(writer: Writer, { replicas, rangeBytes }: KeyspaceSettings): void {
  writer.uint(3, replicas)
  writer.uint(4, rangeBytes)
}

function readRecord(reader: Reader): KeyspaceRecord {
  let [id, replicas, rangeBytes, droppedAtMs, defaultTtlMs] = [0, 0, 0, 0, 0]
  let name = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) id = reader.uint32()
    else if (field === 2) name = reader.string()
    else if (field === 3) replicas = reader.uint32()
    else if (field === 4) rangeBytes = reader.uint53()
    else if (field === 5) droppedAtMs = reader.uint53()
    else if (field === 6) defaultTtlMs = reader.uint53()
    else reader.skip()
  }
  return { id, name, replicas, rangeBytes, defaultTtlMs, droppedAtMs }
}

function writeRecordField(writer: Writer, field: number, record: KeyspaceRecord): void {
  const message = writer.begin(field)
  writeRecord(writer, record)
  writer.end(message)
}

function readRecordField(reader: Reader): KeyspaceRecord {
  const outer = reader.enter()
  const record = readRecord(reader)
  reader.leave(outer)
  return record
}

/** A keyspace to be. Settings that are 0: as usual. */
export interface KeyspaceCreation extends KeyspaceSettings {
  readonly name: string
  /** First keys of ranges. */
  readonly splitAt: readonly Uint8Array[]
  readonly requestId: RequestId | undefined
}

export function encodeKeyspaceCreation(creation: KeyspaceCreation): Uint8Array {
  const { name, splitAt, requestId } = creation
  const writer = new Writer(64 + 3 * name.length)
  writer.string(1, name)
  for (const key of splitAt) writer.presentBytes(2, key)
  writeSettings(writer, creation)
  writer.uint(5, creation.defaultTtlMs)
  if (requestId !== undefined) writeRequestId(writer, requestId)
  return writer.finish()
}

export function decodeKeyspaceCreation(bytes: Uint8Array): KeyspaceCreation {
  const reader = new Reader(bytes)
  let name = ""
  let [replicas, rangeBytes, defaultTtlMs] = [0, 0, 0]
  const splitAt: Uint8Array[] = []
  let requestId: RequestId | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.string()
    else if (field === 2) splitAt.push(reader.bytes())
    else if (field === 3) replicas = reader.uint32()
    else if (field === 4) rangeBytes = reader.uint53()
    else if (field === 5) defaultTtlMs = reader.uint53()
    else if (field === 7) requestId = readRequestId(reader)
    else reader.skip()
    if (splitAt.length > splitsMax) throw tooMany(splitsMax)
  }
  return { name, splitAt, replicas, rangeBytes, defaultTtlMs, requestId }
}

/** What is to become of a keyspace. */
export interface KeyspaceChange {
  readonly name: string
  /** 0: as they are. */
  readonly replicas: number
  readonly rangeBytes: number
  /** undefined: as it is. */
  readonly defaultTtlMs: number | undefined
}

export function encodeKeyspaceChange(change: KeyspaceChange): Uint8Array {
  const { name, replicas, rangeBytes, defaultTtlMs } = change
  const writer = new Writer(32 + 3 * name.length)
  writer.string(1, name)
  writer.uint(2, replicas)
  writer.uint(3, rangeBytes)
  if (defaultTtlMs !== undefined) writer.presentUint(4, defaultTtlMs)
  return writer.finish()
}

export function decodeKeyspaceChange(bytes: Uint8Array): KeyspaceChange {
  const reader = new Reader(bytes)
  let name = ""
  let [replicas, rangeBytes] = [0, 0]
  let defaultTtlMs: number | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.string()
    else if (field === 2) replicas = reader.uint32()
    else if (field === 3) rangeBytes = reader.uint53()
    else if (field === 4) defaultTtlMs = reader.uint53()
    else reader.skip()
  }
  return { name, replicas, rangeBytes, defaultTtlMs }
}

export function encodeKeyspaceName(name: string): Uint8Array {
  const writer = new Writer(16 + 3 * name.length)
  writer.string(1, name)
  return writer.finish()
}

/** A DropKeyspaceRequest. */
export function decodeKeyspaceName(bytes: Uint8Array): string {
  const reader = new Reader(bytes)
  let name = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.string()
    else reader.skip()
  }
  return name
}

export function encodeAlteredKeyspace(keyspace: KeyspaceRecord): Uint8Array {
  const writer = new Writer(64 + 3 * keyspace.name.length)
  writeRecordField(writer, 1, keyspace)
  return writer.finish()
}

export function decodeAlteredKeyspace(bytes: Uint8Array): KeyspaceRecord {
  return decodeKeyspaceList(bytes)[0] ?? blank
}

/** A keyspace that is there now. */
export interface CreatedKeyspace {
  readonly keyspace: KeyspaceRecord
  /** Where it could not be split. */
  readonly notSplitAt: readonly Uint8Array[]
  /** Why not; of the first of them. */
  readonly reason: string
}

export function encodeCreatedKeyspace({ keyspace, notSplitAt, reason }: CreatedKeyspace) {
  const writer = new Writer(64 + 3 * reason.length)
  writeRecordField(writer, 1, keyspace)
  for (const key of notSplitAt) writer.presentBytes(2, key)
  writer.string(3, reason)
  return writer.finish()
}

export function decodeCreatedKeyspace(bytes: Uint8Array): CreatedKeyspace {
  const reader = new Reader(bytes)
  let keyspace = blank
  const notSplitAt: Uint8Array[] = []
  let reason = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keyspace = readRecordField(reader)
    else if (field === 2) notSplitAt.push(copyBytes(reader.bytes()))
    else if (field === 3) reason = reader.string()
    else reader.skip()
    if (notSplitAt.length > splitsMax) throw tooMany(splitsMax)
  }
  return { keyspace, notSplitAt, reason }
}

export function encodeKeyspaceList(keyspaces: readonly KeyspaceRecord[]): Uint8Array {
  const writer = new Writer(64 * keyspaces.length)
  for (const keyspace of keyspaces) writeRecordField(writer, 1, keyspace)
  return writer.finish()
}

export function decodeKeyspaceList(bytes: Uint8Array): readonly KeyspaceRecord[] {
  const reader = new Reader(bytes)
  const keyspaces: KeyspaceRecord[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keyspaces.push(readRecordField(reader))
    else reader.skip()
    if (keyspaces.length > keyspacesMax) throw tooMany(keyspacesMax)
  }
  return keyspaces
}

/** ringraft.internal.v1.StoreEntry and StoreTable: the stores of a cluster. */
import {
  labelLevels,
  type StoreEntry,
  type StoreLabels,
  type StoreState,
  type StoreTable,
  storeStates,
} from "../base/index.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { Writer } from "./writer.ts"

const storesMax = 100_000

/** The value of a store's cell in the cluster's own range. */
export function encodeStoreEntry(entry: StoreEntry): Uint8Array {
  const writer = new Writer(256)
  writeEntry(writer, entry)
  return writer.finish()
}

/** Throws KvError `invalid_argument`, as all of these do. */
export function decodeStoreEntry(bytes: Uint8Array): StoreEntry {
  return readEntry(new Reader(bytes))
}

export function encodeStoreTable(table: StoreTable): Uint8Array {
  const writer = new Writer(16 + 256 * table.stores.length)
  writeTable(writer, table)
  return writer.finish()
}

export function decodeStoreTable(bytes: Uint8Array): StoreTable {
  return readTable(new Reader(bytes))
}

export function writeTable(writer: Writer, { version, stores, clusterKey }: StoreTable): void {
  writer.uint(1, version)
  for (const entry of stores) {
    const message = writer.begin(2)
    writeEntry(writer, entry)
    writer.end(message)
  }
  writer.string(3, clusterKey)
}

export function readTable(reader: Reader): StoreTable {
  const stores: StoreEntry[] = []
  let version = 0
  let clusterKey = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) version = reader.uint53()
    else if (field === 2) {
      const outer = reader.enter()
      stores.push(readEntry(reader))
      reader.leave(outer)
    } else if (field === 3) clusterKey = reader.string()
    else reader.skip()
    if (stores.length > storesMax) throw tooMany(storesMax)
  }
  return { version, clusterKey, stores }
}

/** Into a field of another message. */
export function writeLabelsField(writer: Writer, field: number, labels: StoreLabels): void {
  const message = writer.begin(field)
  for (const [at, level] of labelLevels.entries()) writer.string(1 + at, labels[level])
  writer.end(message)
}

/** The message in the field that the reader is at. */
export function readLabelsField(reader: Reader): StoreLabels {
  const texts = ["", "", "", ""]
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field <= texts.length) texts[field - 1] = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  const [region = "", zone = "", rack = "", host = ""] = texts
  return { region, zone, rack, host }
}

function writeEntry(writer: Writer, entry: StoreEntry): void {
  writer.uint(1, entry.nodeId)
  writer.string(2, entry.address)
  writeLabelsField(writer, 3, entry.labels)
  writer.string(4, entry.state)
  writer.uint(5, entry.sinceMs)
  writer.string(6, entry.storeKey)
}

function readEntry(reader: Reader): StoreEntry {
  let nodeId = 0
  let address = ""
  let labels: StoreLabels = { region: "", zone: "", rack: "", host: "" }
  let state: StoreState = "up"
  let sinceMs = 0
  let storeKey = ""
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) nodeId = reader.uint32()
    else if (field === 2) address = reader.string()
    else if (field === 3) labels = readLabelsField(reader)
    else if (field === 4) state = stateOf(reader.string())
    else if (field === 5) sinceMs = reader.uint53()
    else if (field === 6) storeKey = reader.string()
    else reader.skip()
  }
  return { nodeId, address, labels, state, sinceMs, storeKey }
}

function stateOf(name: string): StoreState {
  const state = storeStates.find((known) => known === name)
  if (state === undefined) throw malformed("no store has such a state")
  return state
}

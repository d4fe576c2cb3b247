/** A store of several ranges on a disk of its own, each with its machine. */
import { assert, equalBytes, KvError, mapKeyOf, type RangeId } from "../../src/base/index.ts"
import { RangeMachine } from "../../src/core/range/index.ts"
import type {
  AbsorbOperation,
  Cell,
  Command,
  CommandEntry,
  OperationResult,
  RangeDescriptor,
  RangeImage,
  WriteOperation,
} from "../../src/core/range/types.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import {
  type Burial,
  type RangeData,
  StoreData,
  type StoreDataOptions,
} from "../../src/storage/index.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import {
  bytes,
  configuration,
  descriptor,
  limits,
  noSessions,
  page,
  rangeId,
} from "./range-data-harness.ts"

/** The range that a store has from its beginning: all of keyspace 1. */
export const parentId = rangeId
export const childId = 8

/** Of a replica to come, when nothing is said of its keys. */
export function announced(id: RangeId): RangeDescriptor {
  return { ...descriptor, rangeId: id, version: 0 }
}

export type StoreOptions = Partial<StoreDataOptions>

export class Store {
  readonly disk: MemoryDisk
  readonly #options: StoreOptions
  engine: MemoryEngine
  data: StoreData
  readonly machines = new Map<number, RangeMachine>()
  /** Ranges that were let go of because of another one, as they were told. */
  readonly told: number[] = []

  static async open(options: StoreOptions = {}, disk = new MemoryDisk()): Promise<Store> {
    const store = new Store(options, disk)
    await store.reopen()
    return store
  }

  private constructor(options: StoreOptions, disk: MemoryDisk) {
    this.#options = options
    this.disk = disk
    this.engine = new MemoryEngine(disk)
    this.data = undefined as unknown as StoreData
  }

  /** What was not flushed is gone. */
  async reopen(): Promise<void> {
    this.engine = new MemoryEngine(this.disk)
    this.data = await StoreData.open(this.engine, {
      ...{ initial: [descriptor], valueCacheBytes: 64 * 1_024, snapshotChunkBytes: 100 },
      telemetry: silentTelemetry,
      ...this.#options,
    })
    this.machines.clear()
    this.told.splice(0)
    for (const range of this.data.ranges) this.#adopt(range, range.recovered)
  }

  /** The power goes; of the unsynced writes the first `survive` stay. */
  async crash(survive: number): Promise<void> {
    this.disk.crash(survive)
    await this.reopen()
  }

  range(id = parentId): RangeData {
    const range = this.data.get(id)
    assert(range !== undefined, `there is no range ${id}`)
    return range
  }

  get child(): RangeData {
    return this.range(childId)
  }

  machine(id = parentId): RangeMachine {
    const machine = this.machines.get(id)
    assert(machine !== undefined, `there is no machine of range ${id}`)
    return machine
  }

  /** Applies an entry of a range; a range that it splits off is born, but not flushed. */
  async apply(id: number, entry: CommandEntry): Promise<readonly OperationResult[]> {
    const [machine, data] = [this.machine(id), this.range(id)]
    const plan = machine.plan([entry])
    const keys = [...plan.keys, ...plan.purged]
    const fetched = await data.cells(keys)
    const cells = new Map<string, Cell | undefined>()
    keys.forEach((key, i) => {
      cells.set(mapKeyOf(key), fetched[i])
    })
    const listed = await Promise.all(plan.spans.map((span) => data.keysOf(span)))
    const batch = machine.apply([entry], {
      cell: (key) => cells.get(mapKeyOf(key)),
      keysOf: (span) => listed[plan.spans.findIndex((each) => each.start === span.start)] ?? [],
    })
    data.absorb(batch)
    if (batch.child !== undefined) this.#adopt(this.data.bear(batch.child, data), batch.child)
    return batch.results[0] ?? []
  }

  /** Applies writes to a range as its next entry. */
  async run(id: number, ...operations: WriteOperation[]): Promise<readonly OperationResult[]> {
    return this.apply(id, this.#entryOf(id, { type: "batch", operations }))
  }

  /** Ends these keys as the range's next entry. */
  async purge(id: number, ...keys: string[]): Promise<void> {
    await this.apply(id, this.#entryOf(id, { type: "purge", keys: keys.map(bytes) }))
  }

  /** Cuts a range; nothing of it is on the engine yet. */
  async split(at: string, child = childId, id = parentId): Promise<RangeData> {
    await this.apply(id, this.#entryOf(id, { type: "split", at: bytes(at), childId: child }))
    return this.range(child)
  }

  /** Freezes a range for the one before it, and brings it into the engine. */
  async freeze(id = childId, into = parentId): Promise<void> {
    const { version, configVersion } = this.machine(into).state.descriptor
    const target = { version, configVersion }
    const { configVersion: own } = this.machine(id).state.descriptor
    await this.apply(id, this.#entryOf(id, { type: "freeze", configVersion: own, into, target }))
    await this.flush(id)
  }

  /** Takes a frozen range in; nothing of that is on the engine yet. */
  absorb(id = childId, into = parentId): Burial {
    const [machine, data] = [this.machine(into), this.range(into)]
    const { state, sessions } = this.machine(id)
    const source = state.descriptor
    const entry = this.#entryOf(into, { type: "absorb", source, giveUp: false })
    const nothing = { cell: () => undefined, keysOf: () => [] }
    const batch = machine.apply([entry], nothing, { state, sessions })
    const burial = this.data.takeIn(source, 1, data)
    data.absorb(batch, burial)
    this.machines.delete(id)
    return burial
  }

  flush(id = parentId): Promise<void> {
    return this.range(id).flush(() => this.machine(id).takeSessions())
  }

  /** Fetches a range from another store, as a replica to come if there is none. */
  async fetch(id: number, from: Store): Promise<void> {
    await from.flush(id)
    const data = this.data.get(id) ?? (await this.data.openBlank(announced(id), 1))
    const snapshot = await from.range(id).openSnapshot()
    try {
      this.#adopt(data, await data.install(snapshot.chunks()))
    } finally {
      await snapshot.close()
    }
  }

  /** The same, but the stream breaks after so many chunks. */
  async fetchInPart(id: number, from: Store, chunks: number): Promise<string> {
    const data = this.data.get(id) ?? (await this.data.openBlank(announced(id), 1))
    const frames = (await framesOf(from, id)).slice(0, chunks)
    return codeOf(data.install(brokenAfter(frames)))
  }

  /** Of every range its rows, or that they are being replaced. */
  async contents(): Promise<Readonly<Record<number, string>>> {
    const contents: Record<number, string> = {}
    for (const range of this.data.ranges) {
      contents[range.rangeId] = range.installing ? "installing" : await rowsOf(range)
    }
    return contents
  }

  #adopt(data: RangeData, image: RangeImage | undefined): void {
    const { rangeId } = data
    data.onLetGo = () => this.told.push(rangeId)
    const nothing = { index: 0, term: 0, time: 0, configuration, descriptor: data.descriptor }
    const { state, sessions } = image ?? { state: nothing, sessions: noSessions }
    this.machines.set(rangeId, new RangeMachine({ state, sessions, limits }))
  }

  #entryOf(id: number, command: Draft): CommandEntry {
    const { index, time, descriptor } = this.machine(id).state
    const stamp = { time: time + 4_096, rangeVersion: descriptor.version }
    return { index: index + 1, term: 1, command: { ...command, ...stamp } as Command }
  }
}

type Draft =
  | { readonly type: "batch"; readonly operations: readonly WriteOperation[] }
  | { readonly type: "purge"; readonly keys: readonly Uint8Array[] }
  | { readonly type: "split"; readonly at: Uint8Array; readonly childId: number }
  | Pick<Command & { type: "freeze" }, "type" | "configVersion" | "into" | "target">
  | AbsorbOperation

/** All chunks of a range's snapshot. */
export async function framesOf(store: Store, id: number): Promise<Uint8Array[]> {
  await store.flush(id)
  const snapshot = await store.range(id).openSnapshot()
  const frames: Uint8Array[] = []
  for await (const frame of snapshot.chunks()) frames.push(frame)
  await snapshot.close()
  return frames
}

/** `key=value` of all that a range has, in pages. */
export async function rowsOf(range: RangeData): Promise<string> {
  const rows: string[] = []
  for (let start = bytes(""); ; ) {
    const { cells, more, resumeKey } = await page(range, { start })
    for (const { key, value } of cells) rows.push(`${mapKeyOf(key)}=${mapKeyOf(value)}`)
    // The rest is another range's.
    if (!more || equalBytes(resumeKey, range.descriptor.end)) return rows.join(" ")
    start = resumeKey
  }
}

export async function* stream(frames: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* frames
}

export async function* brokenAfter(frames: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* frames
  throw new KvError("unavailable", "the connection broke")
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return "no error"
  } catch (error) {
    return error instanceof KvError ? error.code : `not a KvError: ${String(error)}`
  }
}

import { compareBytes, defaultLimits, type Limits, mapKeyOf } from "../../src/base/index.ts"
import { type CellSource, type KeySpan, RangeMachine } from "../../src/core/range/index.ts"
import type {
  AppliedBatch,
  AppliedState,
  Cell,
  CellWrite,
  Command,
  CommandEntry,
  KeyedCell,
  RangeDescriptor,
  ScanOperation,
  SessionImage,
  SessionWrites,
  WriteOperation,
} from "../../src/core/range/types.ts"
import { type Engine, silentTelemetry } from "../../src/env/index.ts"
import { RangeData, type RangeDataOptions, ValueCache } from "../../src/storage/index.ts"
import { CacheBudget } from "../../src/storage/range-data/cache-budget.ts"
import { learnFirstExpiries } from "../../src/storage/range-data/first-expiries.ts"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"

export const rangeId = 7
export const limits: Limits = { ...defaultLimits, sessionsMax: 3, scanPageCellsMax: 4 }

export const configuration = {
  voters: [1, 2, 3],
  votersOutgoing: [],
  learners: [],
  learnersNext: [],
  leaving: [],
  autoLeave: false,
}
export const descriptor: RangeDescriptor = {
  ...{ rangeId, keyspaceId: 1, start: new Uint8Array(0), end: new Uint8Array(0) },
  ...{ version: 1, configVersion: 0 },
}
export const freshState: AppliedState = { index: 0, term: 0, time: 0, configuration, descriptor }
export const noSessions: SessionImage = { sessions: [], forgotten: [], chunks: [] }

export const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"))

export async function openData(
  engine: Engine,
  { valueCacheBytes = 64 * 1_024, ...options }: OpenOptions = {},
): Promise<RangeData> {
  const cache = new ValueCache(new CacheBudget(valueCacheBytes))
  const data = await RangeData.open(engine, {
    rangeId,
    initial: descriptor,
    cacheOf: () => cache,
    telemetry: silentTelemetry,
    ...options,
  })
  await learnFirstExpiries(engine, [data])
  return data
}

export type OpenOptions = Partial<RangeDataOptions> & { readonly valueCacheBytes?: number }

/** Engine key of a cell, as the layout says. */
export function cellKey(key: string): Uint8Array {
  return Uint8Array.from([0x20, 0, 0, 0, 1, ...bytes(key)])
}

export function put(key: string, value: string, expiresAtMs = 0, version = 1): CellWrite {
  return { type: "put", key: bytes(key), cell: { value: bytes(value), version, expiresAtMs } }
}

export function del(key: string): CellWrite {
  return { type: "delete", key: bytes(key) }
}

/** A batch of cell writes and nothing else. */
export function batchOf(index: number, ...cells: CellWrite[]) {
  return {
    state: { index, term: 1, time: index, configuration, descriptor },
    cells,
    results: [],
    child: undefined,
    absorbed: undefined,
    check: undefined,
  }
}

export const noSessionWrites: SessionWrites = {
  ...{ sessions: [], forgotten: [], unforgotten: [], chunk: undefined, chunksDropped: [] },
}

/** Of the range that the data is of. */
export function absorb(data: RangeData, batch: AppliedBatch): void {
  data.absorb({ ...batch, state: { ...batch.state, descriptor: data.descriptor } })
}

/** Absorbed and flushed. */
export function write(data: RangeData, batch: AppliedBatch): Promise<void> {
  absorb(data, batch)
  return data.flush(() => noSessionWrites)
}

export function text(cell: Cell | null | undefined): string | null | undefined {
  return cell ? mapKeyOf(cell.value) : cell
}

/** What any replica must come to: the same machine over cells in a map. */
export class Model {
  readonly cells = new Map<string, KeyedCell>()
  readonly machine = new RangeMachine({ state: freshState, sessions: noSessions, limits })

  apply(entry: CommandEntry): void {
    const batch = this.machine.apply([entry], this.#source())
    for (const write of batch.cells) {
      const name = mapKeyOf(write.key)
      if (write.type === "delete") this.cells.delete(name)
      else this.cells.set(name, { key: write.key, ...write.cell })
    }
  }

  sorted(): KeyedCell[] {
    return [...this.cells.values()].sort((left, right) => compareBytes(left.key, right.key))
  }

  #source(): CellSource {
    return {
      cell: (key) => this.cells.get(mapKeyOf(key)),
      keysOf: ({ start, end, keysMax }: KeySpan) =>
        this.sorted()
          .map(({ key }) => key)
          .filter(
            (key) =>
              compareBytes(key, start) >= 0 && (end.length === 0 || compareBytes(key, end) < 0),
          )
          .slice(0, keysMax),
    }
  }
}

/** A replica's data on a disk of its own, fed from a log. */
export class Replica {
  readonly disk = new MemoryDisk()
  readonly #options: OpenOptions
  data: RangeData
  machine: RangeMachine

  private constructor(options: OpenOptions, data: RangeData, machine: RangeMachine) {
    this.#options = options
    this.data = data
    this.machine = machine
  }

  static async open(options: OpenOptions = {}): Promise<Replica> {
    const fresh = new RangeMachine({ state: freshState, sessions: noSessions, limits })
    const replica = new Replica(options, undefined as unknown as RangeData, fresh)
    await replica.reopen()
    return replica
  }

  async reopen(): Promise<void> {
    this.data = await openData(new MemoryEngine(this.disk), this.#options)
    const { state, sessions } = this.data.recovered ?? { state: freshState, sessions: noSessions }
    this.machine = new RangeMachine({ state, sessions, limits })
  }

  /** Applies what the log has beyond the applied index, `lot` entries a write, as a node does. */
  async follow(log: readonly CommandEntry[], lot = 3): Promise<void> {
    while (this.machine.state.index < log.length) {
      const from = this.machine.state.index
      const entries = log.slice(from, from + lot)
      const plan = this.machine.plan(entries)
      const cells = new Map<string, Cell | undefined>()
      for (const key of [...plan.keys, ...plan.purged]) {
        const cached = this.data.cached(key)
        const cell =
          cached === undefined ? (await this.data.cells([key]))[0] : (cached ?? undefined)
        cells.set(mapKeyOf(key), cell)
      }
      const listed = await Promise.all(plan.spans.map((span) => this.data.keysOf(span)))
      const batch = this.machine.apply(entries.slice(0, plan.count), {
        cell: (key) => cells.get(mapKeyOf(key)),
        keysOf: (span) => listed[plan.spans.findIndex((each) => each.start === span.start)] ?? [],
      })
      this.data.absorb(batch)
    }
  }

  flush(): Promise<void> {
    return this.data.flush(() => this.machine.takeSessions())
  }
}

/** Stamps commands into a log as a leader would. */
export class LogMaker {
  readonly entries: CommandEntry[] = []
  time = 10

  batch(operations: readonly WriteOperation[]): CommandEntry {
    return this.#add(
      { type: "batch", time: this.time, rangeVersion: 1, operations },
      operations.length,
    )
  }

  purge(keys: readonly Uint8Array[]): CommandEntry {
    return this.#add({ type: "purge", time: this.time, rangeVersion: 1, keys }, 1)
  }

  #add(command: Command, times: number): CommandEntry {
    this.time += Math.max(1, times)
    const entry = { index: this.entries.length + 1, term: 1, command }
    this.entries.push(entry)
    return entry
  }
}

export function scanOf(parts: Partial<ScanOperation>): ScanOperation {
  const nothing = new Uint8Array(0)
  return {
    type: "scan",
    start: nothing,
    end: nothing,
    limit: 0,
    reverse: false,
    keysOnly: false,
    consistency: "stale",
    ...parts,
  }
}

export async function page(
  data: RangeData,
  parts: Partial<ScanOperation>,
  nowMs = 0,
  own = limits,
) {
  const result = await data.scan(scanOf(parts), own, nowMs)
  if (result.type !== "scan") throw new Error("not a page")
  return result
}

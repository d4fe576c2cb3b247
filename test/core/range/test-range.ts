/** A replica of one range for tests: the machine on an engine that is two maps. */
import { equalBytes, type Limits, mapKeyOf } from "../../../src/base/index.ts"
import { defaultLimits } from "../../../src/base/limits.ts"
import {
  type AppliedState,
  type Cell,
  type CellSource,
  type CommandEntry,
  checkRange,
  holdsKey,
  type KeyedCell,
  type RangeMachine as Machine,
  type OperationResult,
  type Plan,
  type RangeImage,
  RangeMachine,
  type RangeVariant,
  type RequestId,
  type SessionImage,
  type WriteOperation,
} from "../../../src/core/range/index.ts"
import { noSessions, StoredSessions } from "./stored-sessions.ts"

export { noSessions }

export const emptyState: AppliedState = {
  index: 0,
  term: 0,
  time: 0,
  configuration: {
    voters: [1, 2, 3],
    votersOutgoing: [],
    learners: [],
    learnersNext: [],
    leaving: [],
    autoLeave: false,
  },
  descriptor: {
    ...{ rangeId: 7, keyspaceId: 1, version: 1, configVersion: 0 },
    ...{ start: new Uint8Array(0), end: new Uint8Array(0) },
  },
}

/** Small enough that a few operations reach every bound. */
export const smallLimits: Limits = {
  ...defaultLimits,
  deleteRangeKeysMax: 4,
  sessionsMax: 3,
  sessionResultsMax: 3,
}

export interface TestRangeOptions {
  readonly limits?: Limits
  readonly variant?: RangeVariant
}

/** What a range begins with that was split off. */
interface Birth {
  readonly image: RangeImage
  readonly cells: readonly KeyedCell[]
}

/** Keeps what every batch says must be kept, and knows nothing else: as an engine would. */
export class TestRange {
  readonly #options: TestRangeOptions
  readonly cells = new Map<string, KeyedCell>()
  readonly #sessions: StoredSessions
  /** Ranges that were split off, oldest first. */
  readonly children: TestRange[] = []
  #state = emptyState
  machine: Machine

  constructor(options: TestRangeOptions = {}, birth?: Birth) {
    this.#options = options
    this.#sessions = new StoredSessions(birth?.image.sessions)
    if (birth !== undefined) this.#beginWith(birth)
    this.machine = this.#restored()
  }

  /** Applies entries in as few batches as plans allow. */
  apply(entries: readonly CommandEntry[]): readonly (readonly OperationResult[])[] {
    const results: (readonly OperationResult[])[] = []
    for (let from = 0; from < entries.length; ) {
      const plan = this.machine.plan(entries.slice(from))
      const batch = this.machine.apply(entries.slice(from, from + plan.count), this.#fetch(plan))
      for (const write of batch.cells) {
        const { key } = write
        if (write.type === "put") this.cells.set(mapKeyOf(key), { key, ...write.cell })
        else this.cells.delete(mapKeyOf(key))
      }
      this.#sessions.write(this.machine.takeSessions())
      this.#state = batch.state
      if (batch.child !== undefined) this.#bear(batch.child)
      results.push(...batch.results)
      from += plan.count
      // Rest changes nothing but memory.
      if (batch.state.index % 2 === 0) this.machine.rest()
      checkRange(this.machine)
    }
    return results
  }

  /** The process dies after an engine write; a new machine is made of what the engine holds. */
  restart(): void {
    this.machine = this.#restored()
    checkRange(this.machine)
  }

  image(): SessionImage {
    return this.#sessions.image()
  }

  get chunkIndexes(): readonly number[] {
    return this.image().chunks.map(({ index }) => index)
  }

  visible(key: Uint8Array): Cell | undefined {
    return this.machine.visible(this.cells.get(mapKeyOf(key)))
  }

  #bear(image: RangeImage): void {
    const { descriptor } = image.state
    const within = descriptor.keyspaceId === this.#state.descriptor.keyspaceId
    const cells = [...this.cells.values()].filter(({ key }) => within && holdsKey(descriptor, key))
    for (const { key } of cells) this.cells.delete(mapKeyOf(key))
    this.children.push(new TestRange(this.#options, { image, cells }))
  }

  #beginWith({ image, cells }: Birth): void {
    this.#state = image.state
    for (const cell of cells) this.cells.set(mapKeyOf(cell.key), cell)
  }

  #restored(): Machine {
    const { limits = smallLimits, variant } = this.#options
    return new RangeMachine({
      state: this.#state,
      sessions: this.image(),
      limits,
      ...(variant === undefined ? {} : { variant }),
    })
  }

  /** Gives what was planned and throws at anything else. */
  #fetch({ keys, purged, spans }: Plan): CellSource {
    const fetched = new Map<string, Cell | undefined>()
    for (const key of purged) {
      const cell = this.cells.get(mapKeyOf(key))
      fetched.set(mapKeyOf(key), cell && { ...cell, value: bytesOf("not fetched") })
    }
    for (const key of keys) fetched.set(mapKeyOf(key), this.cells.get(mapKeyOf(key)))
    const stored = [...this.cells.keys()].sort()
    return {
      cell: (key) => {
        if (!fetched.has(mapKeyOf(key))) throw new Error("a cell that was not planned")
        return fetched.get(mapKeyOf(key))
      },
      keysOf: ({ start, end, keysMax }) => {
        const planned = spans.some(
          (span) =>
            equalBytes(span.start, start) && equalBytes(span.end, end) && span.keysMax === keysMax,
        )
        if (!planned) throw new Error("a span that was not planned")
        return stored
          .filter((key) => key >= mapKeyOf(start) && (end.length === 0 || key < mapKeyOf(end)))
          .slice(0, keysMax)
          .map((key) => (this.cells.get(key) as KeyedCell).key)
      },
    }
  }
}

/** A range to which commands are given one by one, stamped a millisecond apart. */
export class Script {
  readonly range: TestRange
  #time = 0

  constructor(options: TestRangeOptions = {}, range = new TestRange(options)) {
    this.range = range
  }

  /** The time of the next command. */
  get nextTime(): number {
    const { time } = this.range.machine.state
    return Math.max(this.#time, time - (time % 4_096)) + 4_096
  }

  /** One entry with these operations; their results. */
  run(...operations: WriteOperation[]): readonly OperationResult[] {
    return this.runAs(this.#version, ...operations)
  }

  /** The same, proposed when the range was of that version. */
  runAs(rangeVersion: number, ...operations: WriteOperation[]): readonly OperationResult[] {
    this.#time = this.nextTime
    return this.#apply({ type: "batch", time: this.#time, rangeVersion, operations })
  }

  /** The result of the only operation of an entry. */
  one(operation: WriteOperation): OperationResult {
    return this.run(operation)[0] as OperationResult
  }

  purge(...keys: string[]): void {
    this.purgeAs(this.#version, ...keys)
  }

  purgeAs(rangeVersion: number, ...keys: string[]): void {
    this.#time = this.nextTime
    this.#apply({ type: "purge", time: this.#time, rangeVersion, keys: keys.map(bytesOf) })
  }

  split(at: string, childId = 8, rangeVersion = this.#version): OperationResult {
    this.#time = this.nextTime
    const command = { time: this.#time, rangeVersion, at: bytesOf(at), childId }
    return this.#apply({ type: "split", ...command })[0] as OperationResult
  }

  /** The range that was split off last. */
  get child(): Script {
    const child = this.range.children.at(-1)
    if (child === undefined) throw new Error("nothing was split off")
    return new Script({}, child)
  }

  empty(): void {
    this.#apply(undefined)
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds * 4_096
  }

  value(key: string): string | undefined {
    const cell = this.range.visible(bytesOf(key))
    return cell === undefined ? undefined : textOf(cell.value)
  }

  get keys(): string {
    return [...this.range.cells.keys()].sort().join(" ")
  }

  get #version(): number {
    return this.range.machine.state.descriptor.version
  }

  #apply(command: CommandEntry["command"]): readonly OperationResult[] {
    const index = this.range.machine.state.index + 1
    const [results] = this.range.apply([{ index, term: 1, command }])
    return results ?? []
  }
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

export function request(client: number, sequence: number, acknowledgedBelow = 0): RequestId {
  return { clientId: new Uint8Array(16).fill(client), sequence, acknowledgedBelow }
}

export function put(
  key: string,
  value: string,
  { ttlMs = 0, id }: { ttlMs?: number; id?: RequestId } = {},
): WriteOperation {
  return { type: "put", key: bytesOf(key), value: bytesOf(value), ttlMs, requestId: id }
}

export function remove(key: string, id?: RequestId): WriteOperation {
  return { type: "delete", key: bytesOf(key), requestId: id }
}

export function increment(key: string, delta: bigint, id?: RequestId): WriteOperation {
  return { type: "increment", key: bytesOf(key), delta, requestId: id }
}

export function removeRange(start: string, end: string, id?: RequestId): WriteOperation {
  return { type: "deleteRange", start: bytesOf(start), end: bytesOf(end), requestId: id }
}

/** A keyspace whose record is its name. */
export function addKeyspace(name: string, newId: number, id?: RequestId): WriteOperation {
  const record = bytesOf(`${name} is ${newId}`)
  return { type: "addKeyspace", key: bytesOf(name), record, newId, requestId: id }
}

/** Expects absence (undefined), a version (number) or a value (text). */
export function swap(
  key: string,
  expect: string | number | undefined,
  value: string | undefined,
  { ttlMs = 0, id }: { ttlMs?: number; id?: RequestId } = {},
): WriteOperation {
  return {
    type: "compareAndSwap",
    key: bytesOf(key),
    expect:
      expect === undefined
        ? { type: "absent" }
        : typeof expect === "number"
          ? { type: "version", version: expect }
          : { type: "value", value: bytesOf(expect) },
    value: value === undefined ? undefined : bytesOf(value),
    ttlMs,
    requestId: id,
  }
}

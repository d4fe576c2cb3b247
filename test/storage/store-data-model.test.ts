/** Random histories of two stores whose ranges are cut, copied and crash, against plain maps. */
import fc from "fast-check"
import t from "tap"
import { compareText, mapKeyOf } from "../../src/base/index.ts"
import { RangeMachine } from "../../src/core/range/index.ts"
import type {
  AppliedBatch,
  CommandEntry,
  KeyedCell,
  RangeDescriptor,
  RangeImage,
  WriteOperation,
} from "../../src/core/range/types.ts"
import type { StorageVariant } from "../../src/storage/index.ts"
import { increment, put, remove, removeRange, request } from "../core/range/test-range.ts"
import { bytes, freshState, limits, noSessions } from "./range-data-harness.ts"
import { codeOf, parentId, rowsOf, Store } from "./store-data-harness.ts"

/** Every border that there may be has keys at it, before it and behind it. */
const letters = ["a", "b", "bz", "c", "cz", "d", "e", "ez", "f", "g"]
const borders = ["b", "c", "d", "e", "f"]

/** What a range must be: its log, and what there is after each entry. */
class Reference {
  readonly machine: RangeMachine
  readonly #cells = new Map<string, KeyedCell>()
  readonly #log = new Map<number, CommandEntry>()
  readonly #rows = new Map<number, string>()
  readonly #sessions = new Map<number, unknown>()

  constructor({ state, sessions }: RangeImage, cells: Iterable<KeyedCell>) {
    this.machine = new RangeMachine({ state, sessions, limits })
    for (const cell of cells) this.#cells.set(mapKeyOf(cell.key), cell)
    this.#note()
  }

  get descriptor(): RangeDescriptor {
    return this.machine.state.descriptor
  }

  get keys(): readonly string[] {
    const [start, end] = [mapKeyOf(this.descriptor.start), mapKeyOf(this.descriptor.end)]
    return letters.filter((letter) => letter >= start && (end === "" || letter < end))
  }

  entryAt(index: number): CommandEntry | undefined {
    return this.#log.get(index)
  }

  rowsAt(index: number): string | undefined {
    return this.#rows.get(index)
  }

  sessionsAt(index: number): unknown {
    return this.#sessions.get(index)
  }

  run(...operations: WriteOperation[]): void {
    const stamp = { time: this.machine.state.time + 4_096, rangeVersion: this.descriptor.version }
    this.#apply({ type: "batch", ...stamp, operations })
  }

  split(at: string, childId: number): Reference | undefined {
    const stamp = { time: this.machine.state.time + 4_096, rangeVersion: this.descriptor.version }
    const { child } = this.#apply({ type: "split", ...stamp, at: bytes(at), childId })
    if (child === undefined) return undefined
    const right = [...this.#cells.values()].filter(({ key }) => mapKeyOf(key) >= at)
    for (const { key } of right) this.#cells.delete(mapKeyOf(key))
    this.#note()
    return new Reference(child, right)
  }

  #apply(command: NonNullable<CommandEntry["command"]>): AppliedBatch {
    const entry = { index: this.machine.state.index + 1, term: 1, command }
    const batch = this.machine.apply([entry], {
      cell: (key) => this.#cells.get(mapKeyOf(key)),
      keysOf: ({ start, end, keysMax }) =>
        this.#sorted()
          .map(({ key }) => key)
          .filter((key) => mapKeyOf(key) >= mapKeyOf(start))
          .filter((key) => end.length === 0 || mapKeyOf(key) < mapKeyOf(end))
          .slice(0, keysMax),
    })
    for (const write of batch.cells) {
      const name = mapKeyOf(write.key)
      if (write.type === "delete") this.#cells.delete(name)
      else this.#cells.set(name, { key: write.key, ...write.cell })
    }
    this.#log.set(entry.index, entry)
    this.#note()
    return batch
  }

  #note(): void {
    const rows = this.#sorted().map(({ key, value }) => `${mapKeyOf(key)}=${mapKeyOf(value)}`)
    this.#rows.set(this.machine.state.index, rows.join(" "))
    this.#sessions.set(this.machine.state.index, this.machine.sessions)
  }

  #sorted(): KeyedCell[] {
    const names = [...this.#cells.keys()].sort(compareText)
    return names.map((name) => this.#cells.get(name) as KeyedCell)
  }
}

const kinds = {
  ...{ write: 6, remove: 1, count: 2, removeRange: 1, split: 2 },
  ...{ follow: 9, flush: 3, checkpoint: 1, crash: 2, copy: 2, part: 2 },
}

interface Step {
  readonly kind: keyof typeof kinds
  readonly store: number
  readonly range: number
  readonly dice: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    ...Object.entries(kinds).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as keyof typeof kinds),
    })),
  ),
  store: fc.nat(1),
  range: fc.nat(50),
  dice: fc.nat(50),
})

const pick = <T>(from: readonly T[], dice: number): T => from[dice % from.length] as T

class World {
  readonly #stores: readonly Store[]
  readonly #references = new Map<number, Reference>()

  static async open(valueCacheBytes: number, variant?: StorageVariant): Promise<World> {
    const options = { valueCacheBytes, variant }
    return new World([await Store.open(options), await Store.open(options)])
  }

  private constructor(stores: readonly Store[]) {
    this.#stores = stores
    this.#references.set(parentId, new Reference({ state: freshState, sessions: noSessions }, []))
  }

  async take(step: Step, i: number): Promise<void> {
    const reference = this.#reference(pick([...this.#references.keys()], step.range))
    const key = pick(reference.keys, step.dice)
    const requestId = request(step.dice % 4, 1 + (i % 7))
    if (step.kind === "write") reference.run(put(key, `${i}`))
    else if (step.kind === "remove") reference.run(remove(key))
    else if (step.kind === "count") reference.run(increment(`${key}z`, 1n, requestId))
    else if (step.kind === "removeRange") reference.run(removeRange(key, ""))
    else if (step.kind === "split") {
      const child = reference.split(pick(borders, step.dice), 100 + i)
      if (child !== undefined) this.#references.set(100 + i, child)
    } else await this.#change(step)
  }

  /** Everything that any store claims to have. */
  async compare(): Promise<void> {
    for (const store of this.#stores) {
      for (const { rangeId } of store.data.ranges) await this.#compareRange(store, rangeId)
    }
  }

  async #change({ kind, store: n, range, dice }: Step): Promise<void> {
    const [store, other] = [this.#stores[n], this.#stores[1 - n]] as [Store, Store]
    if (kind === "crash") return store.crash(dice % 12)
    const copies = kind === "copy" || kind === "part"
    const { rangeId } = pick((copies ? other : store).data.ranges, range)
    if (!isReadable(copies ? other : store, rangeId)) return
    if (kind === "copy") await this.#copy(other, store, rangeId, undefined)
    else if (kind === "part") await this.#copy(other, store, rangeId, 1 + (dice % 3))
    else if (kind === "flush") await store.flush(rangeId)
    else if (kind === "checkpoint") await store.range(rangeId).checkpoint()
    else await this.#follow(store, rangeId, 1 + (dice % 9))
  }

  /** Applies what the range's log has next. A split has to reach the engine before all else. */
  async #follow(store: Store, id: number, entries: number): Promise<void> {
    for (let left = entries; left > 0; left -= 1) {
      const entry = this.#reference(id).entryAt(store.machine(id).state.index + 1)
      if (entry === undefined) return
      await store.apply(id, entry)
      if (entry.command?.type === "split") await store.flush(id)
    }
  }

  async #copy(from: Store, to: Store, id: number, chunks: number | undefined): Promise<void> {
    if (from.machine(id).state.index === 0) return
    const ahead = isReadable(to, id) && to.machine(id).state.index > from.machine(id).state.index
    const copied =
      chunks === undefined ? codeOf(to.fetch(id, from)) : to.fetchInPart(id, from, chunks)
    const code = await copied
    if (code === "unavailable") return
    expectSame([code, ahead], ["no error", false], "a copy")
  }

  async #compareRange(store: Store, id: number): Promise<void> {
    const range = store.range(id)
    if (range.installing || range.descriptor.version === 0) return
    const { index } = store.machine(id).state
    const reference = this.#reference(id)
    const expected = reference.rowsAt(index) ?? "nothing of that index"
    expectSame(json(store.machine(id).sessions), json(reference.sessionsAt(index)), "sessions")
    const keys = letters.flatMap((letter) => [letter, `${letter}z`])
    const mine = keys.filter((key) => inRange(range.descriptor, key))
    const names = mine.filter((key) => expected.split(" ").some((row) => row.startsWith(`${key}=`)))
    for (const key of mine) {
      const cached = range.cached(bytes(key))
      if (cached === undefined) continue
      const row = cached === null ? undefined : `${key}=${mapKeyOf(cached.value)}`
      const wanted = expected.split(" ").find((each) => each.startsWith(`${key}=`))
      expectSame(row, wanted, `${key} in memory, of range ${id}`)
    }
    expectSame(await rowsOf(range), expected, `rows of range ${id}`)
    const cells = await range.cells(mine.map(bytes))
    const found = mine.filter((_, i) => cells[i] !== undefined)
    expectSame(found.join(), names.join(), `cells of range ${id}`)
  }

  #reference(id: number): Reference {
    return this.#references.get(id) as Reference
  }
}

function isReadable(store: Store, id: number): boolean {
  const range = store.data.get(id)
  return range !== undefined && !range.installing && range.descriptor.version > 0
}

function inRange({ start, end }: RangeDescriptor, key: string): boolean {
  return key >= mapKeyOf(start) && (end.length === 0 || key < mapKeyOf(end))
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}n` : part)) ?? ""
}

function expectSame(actual: unknown, expected: unknown, what: string): void {
  if (json(actual) === json(expected)) return
  throw new Error(`${what}: ${json(actual)} instead of ${json(expected)}`)
}

function histories(without: readonly string[] = [], variant?: StorageVariant) {
  const steps = fc.array(
    step.filter(({ kind }) => !without.includes(kind)),
    { minLength: 40, maxLength: 160 },
  )
  return fc.asyncProperty(
    steps,
    fc.constantFrom(0, 4_000, 64 * 1_024),
    async (each, cacheBytes) => {
      const world = await World.open(cacheBytes, variant)
      for (const [i, next] of each.entries()) {
        await world.take(next, i)
        if (i % 5 === 4) await world.compare()
      }
      await world.compare()
    },
  )
}

t.test("whatever becomes of ranges, a store has what their logs say", async () => {
  await fc.assert(histories(["part"]), { numRuns: 150 })
})

t.test("so it does when snapshots break off", async () => {
  await fc.assert(histories(), { numRuns: 400 })
})

t.test("the model notices storage that is broken on purpose", async (t) => {
  for (const variant of ["stale-cache", "applied-index-apart"] as const) {
    const options = { numRuns: 150, seed: 1, endOnFailure: true }
    t.ok((await fc.check(histories([], variant), options)).failed, variant)
  }
})

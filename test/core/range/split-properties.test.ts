/** Random logs of ranges that are cut again and again, against a model that knows no batches. */
import { deepStrictEqual } from "node:assert/strict"
import fc from "fast-check"
import t from "tap"
import {
  type Command,
  type CommandEntry,
  holdsKey,
  type OperationResult,
  type RangeVariant,
  type WriteOperation,
} from "../../../src/core/range/index.ts"
import { plain } from "../../wire/samples.ts"
import { codesOnly, contents, contentsOf } from "./compare.ts"
import { Model } from "./model.ts"
import { bytesOf, smallLimits, TestRange } from "./test-range.ts"

const letters = ["a", "ab", "b", "bb", "c", "ca", "d", "e"].map(bytesOf)
/** With each of them at a border, both sides still have one of the letters. */
const borders = ["", "ab", "b", "bb", "c", "d", "e"].map(bytesOf)

/** Keys are chosen when it is known what the range holds. */
type Draft = (keyOf: (dice: number) => Uint8Array) => WriteOperation

const dice = fc.nat(100)
const requestId = fc.option(
  fc
    .record({
      client: fc.integer({ min: 1, max: 4 }),
      sequence: fc.integer({ min: 1, max: 5 }),
      behind: fc.integer({ min: 2, max: 6 }),
    })
    .map(({ client, sequence, behind }) => ({
      clientId: new Uint8Array(16).fill(client),
      sequence,
      acknowledgedBelow: Math.max(0, sequence - behind),
    })),
  { nil: undefined, freq: 4 },
)
const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .record({ at: dice, value: fc.constantFrom("1", "2", "text"), ttlMs: fc.nat(2), requestId })
    .map(
      ({ at, value, ...rest }): Draft =>
        (keyOf) => ({ type: "put", key: keyOf(at), value: bytesOf(value), ...rest }),
    ),
  fc.record({ at: dice, requestId }).map(
    ({ at, ...rest }): Draft =>
      (keyOf) => ({ type: "increment", key: keyOf(at), delta: 1n, ...rest }),
  ),
  fc.record({ at: dice, requestId }).map(
    ({ at, ...rest }): Draft =>
      (keyOf) => ({ type: "delete", key: keyOf(at), ...rest }),
  ),
  fc.record({ at: dice, end: fc.constantFrom(bytesOf("f"), bytesOf("")), requestId }).map(
    ({ at, ...rest }): Draft =>
      (keyOf) => ({ type: "deleteRange", start: keyOf(at), ...rest }),
  ),
)

interface Step {
  /** Which of the ranges that there are gets this. */
  readonly range: number
  readonly what:
    | { readonly operations: readonly Draft[] }
    | { readonly at: Uint8Array }
    | { readonly purge: readonly Uint8Array[] }
    | undefined
  /** So many versions ago it was proposed. */
  readonly late: number
  readonly passMs: number
  /** The batch ends after this entry. */
  readonly flush: boolean
  /** And the process dies. */
  readonly restart: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  range: fc.nat(),
  what: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ operations: fc.array(draft, { minLength: 1, maxLength: 4 }) }),
    },
    { weight: 3, arbitrary: fc.record({ at: fc.constantFrom(...borders) }) },
    { weight: 1, arbitrary: fc.record({ purge: fc.subarray(letters) }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -1, max: 2 })),
  passMs: fc.nat(2),
  flush: fc.boolean(),
  restart: fc.integer({ min: 0, max: 5 }).map((roll) => roll === 0),
})

/** A range as it is, the same as it must be, and what only the latter has been told so far. */
class Pair {
  readonly #range: TestRange
  readonly #model: Model
  readonly #expected: (readonly OperationResult[])[] = []
  #waiting: CommandEntry[] = []
  #childrenSeen = 0

  constructor(range: TestRange, model: Model) {
    this.#range = range
    this.#model = model
  }

  /** The model is told at once, the range at the end of the batch. */
  take(step: Step, childId: number): void {
    const entry = { index: this.#model.index + 1, term: 1, command: this.#commandOf(step, childId) }
    this.#waiting.push(entry)
    this.#expected.push(this.#model.apply(entry))
  }

  /** Gives the ranges that came to be. */
  flush(restart: boolean): readonly Pair[] {
    const results = this.#range.apply(this.#waiting.splice(0))
    deepStrictEqual(plain(codesOnly(results)), plain(codesOnly(this.#expected.splice(0))))
    if (restart) this.#range.restart()
    const born = this.#range.children.slice(this.#childrenSeen)
    const models = this.#model.children.slice(this.#childrenSeen)
    deepStrictEqual(born.length, models.length)
    this.#childrenSeen += born.length
    return born.map((range, i) => new Pair(range, models[i] as Model))
  }

  compare(): void {
    const { cells, index, time, descriptor } = this.#model
    const { configuration: _, term: __, ...state } = this.#range.machine.state
    deepStrictEqual(plain(state), plain({ index, time, descriptor }))
    deepStrictEqual(contentsOf(this.#range), contents(cells, this.#model.sessionsView()))
  }

  #commandOf({ what, late, passMs }: Step, childId: number): Command | undefined {
    if (what === undefined) return undefined
    const { descriptor } = this.#model
    const own = late === 0 ? letters.filter((key) => holdsKey(descriptor, key)) : letters
    const head = {
      time: this.#model.time + 1 + 4_096 * passMs,
      rangeVersion: descriptor.version - late,
    }
    if ("at" in what) return { type: "split", ...head, at: what.at, childId }
    if ("purge" in what) return { type: "purge", ...head, keys: what.purge }
    const keyOf = (dice: number) => own[dice % own.length] as Uint8Array
    return { type: "batch", ...head, operations: what.operations.map((each) => each(keyOf)) }
  }
}

function modelHolds(variant?: RangeVariant) {
  const log = fc.array(step, { minLength: 1, maxLength: 40 })
  return fc.property(log, fc.integer({ min: 1, max: 4 }), (steps, sessionsMax) => {
    const limits = { ...smallLimits, sessionsMax }
    const first = new TestRange(variant === undefined ? { limits } : { limits, variant })
    const pairs = [new Pair(first, new Model(limits))]
    steps.forEach((each, i) => {
      const pair = pairs[each.range % pairs.length] as Pair
      pair.take(each, 100 + i)
      if (each.flush) pairs.push(...pair.flush(each.restart))
    })
    for (const pair of pairs) {
      pairs.push(...pair.flush(false))
      pair.compare()
      pair.flush(true)
      pair.compare()
    }
  })
}

t.test("ranges do what the model says, however often they are cut, in any batches", async () => {
  fc.assert(modelHolds(), { numRuns: 1_000 })
})

for (const variant of ["split-without-sessions", "apply-without-epoch-check"] as const) {
  t.test(`the model catches ${variant}`, async (t) => {
    t.ok(fc.check(modelHolds(variant), { numRuns: 1_000, seed: 7, endOnFailure: true }).failed)
  })
}

t.test("the logs of these tests do cut ranges, and have late commands", async (t) => {
  const logs = fc.sample(fc.array(step, { minLength: 40, maxLength: 40 }), {
    numRuns: 100,
    seed: 1,
  })
  let [cuts, late] = [0, 0]
  for (const steps of logs) {
    const models = [new Model(smallLimits)]
    for (const [i, each] of steps.entries()) {
      const model = models[each.range % models.length] as Model
      const before = model.children.length
      new Pair(new TestRange(), model).take(each, 100 + i)
      const born = model.children.slice(before)
      cuts += born.length
      models.push(...born)
      if (each.what !== undefined && each.late !== 0) late += 1
    }
  }
  t.ok(cuts > 200 && late > 300, `${cuts} cuts, ${late} late commands in 100 logs`)
})

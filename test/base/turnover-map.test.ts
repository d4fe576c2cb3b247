import fc from "fast-check"
import { test } from "tap"
import { TurnoverMap } from "../../src/base/index.ts"

const key = fc.integer({ min: 0, max: 20 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant("set" as const), key, value: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("delete" as const), key }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("turnOver" as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("clear" as const) }) },
)

/** So many entries come and go that the Map inside is replaced. */
function turnOver(map: TurnoverMap<number, number>): void {
  for (let i = 100; i < 1_200; i += 1) {
    map.set(i, i)
    map.delete(i)
  }
}

test("answers as a Map does, the order of its entries included", async () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const model = new Map<number, number>()
      const map = new TurnoverMap<number, number>()
      for (const next of steps) {
        if (next.type === "set") {
          model.set(next.key, next.value)
          map.set(next.key, next.value)
        } else if (next.type === "delete") {
          if (map.delete(next.key) !== model.delete(next.key)) return false
        } else if (next.type === "clear") {
          model.clear()
          map.clear()
        } else turnOver(map)
      }
      const same = JSON.stringify([...map]) === JSON.stringify([...model])
      const keys = JSON.stringify([...map.keys()]) === JSON.stringify([...model.keys()])
      const values = JSON.stringify([...map.values()]) === JSON.stringify([...model.values()])
      const found = [...model].every(([at, value]) => map.has(at) && map.get(at) === value)
      return same && keys && values && found && map.size === model.size
    }),
  )
})

test("an iteration that deletes what it is given sees every entry once", async (t) => {
  const map = new TurnoverMap<number, number>()
  const count = 5_000
  for (let i = 0; i < count; i += 1) map.set(i, i)
  const seen: number[] = []
  for (const [at] of map) {
    seen.push(at)
    map.delete(at)
  }
  t.equal(seen.length, count)
  t.equal(new Set(seen).size, count)
  t.equal(map.size, 0)
  map.set(1, 1)
  t.strictSame([...map], [[1, 1]])
})

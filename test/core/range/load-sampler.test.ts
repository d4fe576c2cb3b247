/** Where the load of a range lies, and where to cut it. */
import t from "tap"
import { compareBytes, Dice } from "../../../src/base/index.ts"
import { LoadSampler, SizeEstimate } from "../../../src/core/range/index.ts"

const key = (text: string): Uint8Array => Buffer.from(text)
const numbered = (i: number): Uint8Array => key(String(i).padStart(6, "0"))

function sampler(): { readonly dice: Dice; readonly load: LoadSampler } {
  const dice = new Dice(7)
  return { dice, load: new LoadSampler(() => dice.chance()) }
}

/** The share of requests before the key that was found; undefined: none was. */
function shareBefore(cut: Uint8Array | undefined, keys: readonly Uint8Array[]): number | undefined {
  if (cut === undefined) return undefined
  return keys.filter((each) => compareBytes(each, cut) < 0).length / keys.length
}

t.test("the key is found that cuts the load in two", async (t) => {
  const draws: readonly [string, (dice: Dice) => Uint8Array, boolean][] = [
    ["evenly", (dice) => numbered(dice.between(0, 9_999)), true],
    ["most of it at the end", (dice) => numbered(Math.floor(10_000 * dice.chance() ** 0.1)), true],
    ["two keys", (dice) => numbered(dice.roll(0.5) ? 3 : 8_000), true],
    ["one key", () => numbered(5), false],
    ["one key has nearly all", (dice) => numbered(dice.roll(0.95) ? 5 : 9), false],
  ]
  for (const [what, draw, cuttable] of draws) {
    const { dice, load } = sampler()
    const keys = Array.from({ length: 20_000 }, () => draw(dice))
    for (const each of keys) load.take("write", each)
    const share = shareBefore(load.splitKey("write"), keys)
    t.equal(share !== undefined, cuttable, what)
    if (share !== undefined) t.ok(Math.abs(share - 0.5) < 0.15, `${what}: ${share}`)
    t.equal(load.splitKey("read"), undefined, "reads are weighed apart")
    load.reset()
    t.equal(load.splitKey("write"), undefined)
  }
})

t.test("no cut where most requests would need both sides, or hardly any are known", async (t) => {
  const { dice, load } = sampler()
  for (let i = 0; i < 200; i += 1) load.take("read", numbered(i))
  t.equal(load.splitKey("read"), undefined, "too few")
  for (let i = 0; i < 20_000; i += 1) load.take("read", numbered(dice.between(0, 100)), key(""))
  t.equal(load.splitKey("read"), undefined, "scans over everything")
  const short = sampler()
  for (let i = 0; i < 20_000; i += 1) {
    const start = short.dice.between(0, 9_000)
    short.load.take("read", numbered(start), numbered(start + 10))
  }
  t.ok(short.load.splitKey("read"), "short scans")
})

t.test("load that moves away is forgotten", async (t) => {
  const { dice, load } = sampler()
  for (let i = 0; i < 20_000; i += 1) load.take("write", numbered(dice.between(0, 999)))
  for (let i = 0; i < 40_000; i += 1) load.take("write", numbered(dice.between(8_000, 8_999)))
  const cut = load.splitKey("write") as Uint8Array
  t.ok(compareBytes(cut, numbered(8_000)) > 0)
})

t.test("rates follow what happens, and fade", async (t) => {
  const { load } = sampler()
  for (let second = 1; second <= 120; second += 1) {
    for (let i = 0; i < 50; i += 1) load.take("read", key("a"))
    load.load(1_000 * second)
  }
  const { readsPerSecond, writesPerSecond } = load.load(120_000)
  t.ok(Math.abs(readsPerSecond - 50) < 3, String(readsPerSecond))
  t.equal(writesPerSecond, 0)
  t.ok(Math.abs(load.load(130_000).readsPerSecond - readsPerSecond / 2) < 0.01)
})

t.test("a size follows samples, and a count puts it right", async (t) => {
  const size = new SizeEstimate({ bytes: 1_000, keys: 10 })
  size.onSample(undefined, 100, 8)
  t.same(size.size, { bytes: 1_800, keys: 18 })
  size.onSample(100, 150, 2)
  size.onSample(100, undefined, 2)
  t.same(size.size, { bytes: 1_700, keys: 16 })
  size.onSample(undefined, undefined, 8)
  t.same(size.size, { bytes: 1_700, keys: 16 })
  size.onCountBegun()
  size.onSample(undefined, 10, 1)
  size.onCounted({ bytes: 5_000, keys: 50 })
  t.same(size.size, { bytes: 5_010, keys: 51 })
  size.onSample(1_000, undefined, 100)
  t.same(size.size, { bytes: 0, keys: 0 })
})

/** Where a keyspace is cut that is made for the keys of a sample. */
import { Readable } from "node:stream"
import fc from "fast-check"
import t from "tap"
import { splitsOfSample } from "../../cmd/terminal/sample.ts"
import { compareBytes } from "../../src/base/index.ts"

type Limits = Parameters<typeof splitsOfSample>[2]

async function splitsOf(
  pieces: readonly (string | Uint8Array)[],
  count: number,
  { hex = false, limits }: { readonly hex?: boolean; readonly limits?: Limits } = {},
): Promise<readonly string[]> {
  const chunks = Readable.from(pieces.map((piece) => Buffer.from(piece as string)))
  const splits = await splitsOfSample(chunks, { count, hex }, limits)
  return splits.map((key) => Buffer.from(key).toString(hex ? "hex" : "latin1"))
}

t.test("quantiles of the different keys, whatever their order and their lines' ends", async (t) => {
  const cases: readonly [string[], number, readonly string[]][] = [
    [["d\nb\na\nc\n"], 2, ["c"]],
    [["d\nb\na\nc"], 4, ["b", "c", "d"]],
    [["a\n\nb\n\n\n"], 2, ["b"]],
    [["a\na\na\na\nb\nc\nd\n"], 2, ["c"]],
    [["a\r\nb\r\n"], 2, ["b"]],
    [["or", "ange\nap", "ple\n"], 2, ["orange"]],
  ]
  for (const [pieces, count, splits] of cases) {
    t.same(await splitsOf(pieces, count), splits, JSON.stringify(pieces))
  }
  t.same(await splitsOf(["8000ff\n0x40\n"], 2, { hex: true }), ["8000ff"])
  t.same(await splitsOf([Uint8Array.of(0x61, 0x0a, 0xff, 0xfe)], 2), ["ÿþ"], "bytes are bytes")
})

t.test("what can't be used is told, with what to do", async (t) => {
  await t.rejects(splitsOf(["a\na\nb\n"], 3), {
    message: /has 2 different keys, too few for 3 ranges/,
  })
  await t.rejects(splitsOf([""], 2), { message: /0 different keys.*give more keys, or a smaller/ })
  await t.rejects(splitsOf(["00\nxy\n"], 2, { hex: true }), {
    message: /line 2 of the sample is not hex/,
  })
  await t.rejects(splitsOf(["a\n", "b".repeat(20_000)], 2), { message: /line 2 .*one key a line/ })
})

t.test("splits share the keys evenly, whatever they are", async (t) => {
  const key = fc.stringMatching(/^[0-9a-f]{1,6}$/)
  const keys = fc.uniqueArray(key, { minLength: 8, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(keys, fc.integer({ min: 1, max: 8 }), async (keys, count) => {
      const splits = (await splitsOf([keys.join("\n")], count)).map((key) => Buffer.from(key))
      const shares = Array.from({ length: count }, () => 0)
      for (const key of keys.map((key) => Buffer.from(key))) {
        const range = splits.filter((split) => compareBytes(split, key) <= 0).length
        shares[range] = (shares[range] ?? 0) + 1
      }
      if (Math.max(...shares) - Math.min(...shares) > 1) throw new Error(shares.join())
    }),
  )
  t.pass()
})

t.test("of a sample that is too long, keys are drawn from all of it", async (t) => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `user${String(i).padStart(8, "0")}\n`)
  for (const limits of [
    { keysMax: 2_000, bytesMax: 1e9 },
    { keysMax: 1e9, bytesMax: 24_000 },
  ]) {
    const splits = await splitsOf(lines, 4, { limits })
    const at = splits.map((key) => Number(key.slice(4)) / 20_000)
    t.ok(
      at.every((share, i) => Math.abs(share - (i + 1) / 4) < 0.05),
      at.join(),
    )
    t.same(await splitsOf([...lines].reverse(), 4, { limits }), splits, "in any order the same")
  }
})

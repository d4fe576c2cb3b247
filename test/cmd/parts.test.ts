import { once } from "node:events"
import { createServer } from "node:net"
import { InvalidArgumentError } from "commander"
import t from "tap"
import { latest, uniform, zipfian } from "../../cmd/bench/keys.ts"
import { runLoad } from "../../cmd/bench/load.ts"
import { mixes, Workload } from "../../cmd/bench/workload.ts"
import { portTrouble } from "../../cmd/dev/ports.ts"
import { readSettings } from "../../cmd/serve/settings.ts"
import { bytesOfArgument, jsonOfBytes, lineOfBytes } from "../../cmd/terminal/bytes.ts"
import { wordsOf } from "../../cmd/terminal/words.ts"
import { startsOf } from "../../cmd/verbs/dev.ts"
import { complete } from "../../cmd/verbs/prompt.ts"
import { formatUptime } from "../../cmd/verbs/status.ts"
import { Dice, KvError } from "../../src/base/index.ts"
import { setUp } from "../client/setup.ts"

t.test("the prompt splits lines as a shell does", async (t) => {
  const lines: readonly [string, readonly string[]][] = [
    ["", []],
    ["  get   ada ", ["get", "ada"]],
    [`put k "two words"`, ["put", "k", "two words"]],
    [`put k 'it''s'`, ["put", "k", "its"]],
    [`put k 'a\\nb'`, ["put", "k", "a\\nb"]],
    [`put k "a\\nb\\x00\\"c"`, ["put", "k", 'a\nb\x00"c']],
    ["put k two\\ words", ["put", "k", "two words"]],
    [`put k ""`, ["put", "k", ""]],
    ["put k a\\", ["put", "k", "a\\"]],
  ]
  for (const [line, words] of lines) t.same(wordsOf(line), words, line)
  t.throws(() => wordsOf('put k "open'), { code: "invalid_argument" })
})

t.test("the prompt completes verbs and keys", async (t) => {
  const { time, db } = setUp()
  for (const key of ["ada", "adele", "bob", "a b"]) await time.until(db.put(key, "v"))
  const verbs = ["get", "put", "status"]
  const of = async (line: string) => (await time.until(complete(line, verbs, db)))[0]
  t.same(await of("g"), ["get "])
  t.same(await of(""), ["get ", "put ", "status ", "help ", "exit "])
  t.same(await of("get ad"), ["ada", "adele"])
  t.same(await of("get "), ["ada", "adele", "bob"], "a key with a blank would be two words")
  t.same(await of("status a"), [])
  t.same(await of("get --out"), [])
  await db.close()
})

t.test("bytes on a line and in JSON can't be mistaken", async (t) => {
  const text = Buffer.from("größe\\\n")
  const other = Uint8Array.from([0xff, 0x5c, 0x41, 0x0a])
  t.equal(lineOfBytes(text, false), "größe\\\\\\n")
  t.equal(lineOfBytes(other, false), "\\xff\\\\A\\x0a")
  t.equal(lineOfBytes(other, true), "ff5c410a")
  t.equal(jsonOfBytes(text, false), "größe\\\n")
  t.same(jsonOfBytes(other, false), { hex: "ff5c410a" })
  t.equal(jsonOfBytes(other, true), "ff5c410a")
  t.same(bytesOfArgument("ff 5C_41", true, "key"), Buffer.from([0xff, 0x5c, 0x41]))
  for (const wrong of ["f", "zz"]) {
    t.throws(() => bytesOfArgument(wrong, true, "the key"), InvalidArgumentError)
  }
})

t.test("uptimes read well", async (t) => {
  const cases: readonly [number, string][] = [
    [999, "0s"],
    [59_999, "59s"],
    [61_000, "1m 1s"],
    [3_600_000, "1h 0m"],
    [90_000_000, "1d 1h"],
  ]
  for (const [ms, text] of cases) t.equal(formatUptime(ms), text)
})

t.test("a port in use is told before anything is started", async (t) => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  t.equal(await portTrouble("127.0.0.1", port), "is in use")
  server.close()
  await once(server, "close")
  t.equal(await portTrouble("127.0.0.1", port), undefined)
})

t.test("key choosers stay in range and have their shape", async (t) => {
  const dice = new Dice(1)
  const count = 1_000
  const histogram = (choose: (dice: Dice) => number): number[] => {
    const times = new Array<number>(count).fill(0)
    for (let i = 0; i < 50_000; i += 1) {
      const key = choose(dice)
      if (!Number.isInteger(key) || key < 0 || key >= count) throw new Error(`key ${key}`)
      times[key] = (times[key] ?? 0) + 1
    }
    return times
  }
  const share = (times: readonly number[]): number =>
    [...times]
      .sort((left, right) => right - left)
      .slice(0, 10)
      .reduce((sum, one) => sum + one, 0) / 50_000
  t.ok(share(histogram(uniform(count))) < 0.03)
  t.ok(share(histogram(zipfian(count))) > 0.3, "ten of a thousand keys get a third of the load")
  const newest = histogram(latest(() => count))
  t.ok((newest[count - 1] ?? 0) > 5 * (newest[count - 20] ?? 0))
})

t.test("mixes draw their shares, and inserts grow the key space", async (t) => {
  for (const [name, mix] of Object.entries(mixes)) {
    const workload = new Workload(mix, 1_000, undefined, new Dice(7))
    const times = new Map<string, number>()
    for (let i = 0; i < 10_000; i += 1) {
      const { kind, rows } = workload.next()
      times.set(kind, (times.get(kind) ?? 0) + 1)
      if (rows < 1 || rows > 100) t.fail(`${rows} rows`)
    }
    for (const [kind, share] of Object.entries(mix.shares)) {
      const got = (times.get(kind) ?? 0) / 10_000
      t.ok(Math.abs(got - share) < 0.02, `${name}: ${kind} ${got}`)
    }
  }
})

t.test("a load counts what failed apart, by its code", async (t) => {
  const mix = mixes.a
  if (mix === undefined) throw new Error("mix a")
  let calls = 0
  const result = await runLoad(
    new Workload(mix, 10, undefined, new Dice(1)),
    async () => {
      calls += 1
      if (calls % 4 === 0) throw new KvError("overloaded", "too much")
    },
    // Each call takes a millisecond.
    { inFlight: 2, durationMs: 20, ratePerSecond: 0, nowMs: () => calls },
  )
  t.equal(result.done, 15)
  t.equal(result.failed, 5)
  t.same(result.errors, { overloaded: 5 })
  t.equal(result.latencyMs.count, result.done)
})

t.test("the nodes of dev wait for less long than others do, and each is a host", async (t) => {
  const starts = startsOf({ nodes: 5, port: 7_500, data: "five" })
  t.same(
    starts.map(({ address }) => address),
    [7_500, 7_501, 7_502, 7_503, 7_504].map((port) => `127.0.0.1:${port}`),
  )
  for (const { nodeId, address, args } of starts) {
    const all = (flag: string) => args.filter((_, at) => args[at - 1] === flag)
    const only = (flag: string) => all(flag)[0] ?? ""
    const { config } = readSettings(
      {
        ...{ clusterId: only("--cluster-id"), nodeId: only("--node-id") },
        ...{ members: only("--members"), listen: only("--listen") },
        ...{ data: only("--data"), set: all("--set") },
      },
      {},
    )
    t.match(config, { nodeId, address, clusterId: "dev", dataDirectory: `five/node${nodeId}` })
    t.equal(config.members.length, 5)
    t.same([config.driver.deadStoreAfterMs, config.driver.beatMs], [60_000, 2_000])
    t.equal(config.labels.host, "")
  }
})

import t from "tap"
import { FakeTerminal, summaryOf } from "./fake-terminal.ts"

const first = "127.0.0.1:7400"
const second = "127.0.0.1:7401"

function terminalWith(...addresses: string[]): FakeTerminal {
  const terminal = new FakeTerminal()
  const ranges = [summaryOf(1, "-", { keyspace: "system" }), summaryOf(2, "-m"), summaryOf(3, "m-")]
  for (const address of addresses) terminal.ranges.set(address, ranges)
  return terminal
}

t.test("keyspace create makes one, cut at the keys that are given", async (t) => {
  const terminal = terminalWith(first)
  t.match(await terminal.run("keyspace", "create", "users"), {
    ...{ code: 0, out: "keyspace users created\n", err: "" },
  })
  await terminal.run("keyspace", "create", "orders", "--split-at", "h,p")
  await terminal.run("keyspace", "create", "hashes", "--hex", "--split-at", "40,8000ff")
  t.same(
    terminal.creations.map(({ name, splitAt }) => [
      name,
      splitAt.map((key) => Buffer.from(key).toString("hex")),
    ]),
    [
      ["users", []],
      ["orders", ["68", "70"]],
      ["hashes", ["40", "8000ff"]],
    ],
  )
  const { out } = await terminal.run("keyspace", "create", "logs", "--output", "json")
  const settings = { replicas: 3, rangeBytes: 96 * 1_024 ** 2, defaultTtlMs: 0, state: "up" }
  t.same(JSON.parse(out), { id: 7, name: "logs", ...settings, notSplitAt: [] })
})

t.test("settings are given at the beginning, and changed later", async (t) => {
  const terminal = terminalWith(first)
  const flags = ["--replicas", "5", "--range-bytes", "64MiB", "--pre-split", "4"]
  t.match(await terminal.run("keyspace", "create", "users", ...flags), { code: 0 })
  const [creation] = terminal.creations
  t.match(creation, { replicas: 5, rangeBytes: 64 * 1_024 ** 2 })
  const cuts = creation?.splitAt.map((key) => Buffer.from(key).toString("hex"))
  t.same(cuts, ["4000", "8000", "c000"], "even parts")
  t.match(await terminal.run("keyspace", "alter", "users", "--replicas", "1"), {
    ...{ code: 0, out: "keyspace users: 1 replicas, ranges up to 96MiB, keys stay\n", err: "" },
  })
  await terminal.run("keyspace", "create", "sessions", "--default-ttl", "30m")
  t.match(terminal.creations[1], { defaultTtlMs: 1_800_000 })
  t.match(await terminal.run("keyspace", "alter", "sessions", "--default-ttl", "1h"), {
    out: /keys stay 1h/,
  })
  await terminal.run("keyspace", "alter", "sessions", "--default-ttl", "none")
  const as = { name: "sessions", replicas: 0, rangeBytes: 0 }
  t.same(terminal.changes, [
    { name: "users", replicas: 1, rangeBytes: 0, defaultTtlMs: undefined },
    { ...as, defaultTtlMs: 3_600_000 },
    { ...as, defaultTtlMs: 0 },
  ])
  const refused: readonly (readonly [string[], number, RegExp])[] = [
    [["create", "x", "--replicas", "0"], 2, /must be a whole number above 0/],
    [["alter", "x", "--range-bytes", "many"], 2, /must be a size/],
    [["create", "x", "--pre-split", "5000"], 2, /4096 at most/],
    [["create", "x", "--pre-split", "2", "--split-at", "m"], 2, /not both/],
  ]
  for (const [words, code, err] of refused) {
    t.match(await terminal.run("keyspace", ...words), { code, err })
  }
})

t.test("a keyspace is cut evenly for a sample of its keys", async (t) => {
  const terminal = terminalWith(first)
  terminal.file = ["ada\nbob\ncaro", "l\nbob\ndave\n"]
  const words = ["keyspace", "create", "users", "--split-sample", "keys.txt"]
  t.match(await terminal.run(...words, "--pre-split", "4"), { code: 0, err: "" })
  const cuts = terminal.creations[0]?.splitAt.map((key) => Buffer.from(key).toString())
  t.same(cuts, ["bob", "carol", "dave"])
  const refused: readonly (readonly [string[], RegExp])[] = [
    [["--pre-split", "5"], /4 different keys, too few for 5 ranges/],
    [[], /say with --pre-split into how many/],
    [["--split-at", "m"], /say with --pre-split/],
    [["--pre-split", "2", "--hex"], /line 1 of the sample is not hexadecimal/],
  ]
  for (const [more, err] of refused) {
    t.match(await terminal.run(...words, ...more), { code: 2, err }, more.join(" "))
  }
  t.equal(terminal.creations.length, 1, "nobody was asked")
})

t.test("where it could not be split is told, and is no failure", async (t) => {
  const terminal = terminalWith(first)
  terminal.unsplittable = ["h", "x"]
  const words = ["keyspace", "create", "users", "--split-at", "c,h,x"]
  const { code, out, err } = await terminal.run(...words)
  t.equal(code, 0)
  t.equal(out, "keyspace users created\n")
  t.match(err, /warning: it could not be split at h, x: no time was left/)
  t.match(err, /ringraft range split --keyspace users <key>/)
  terminal.keyspaces = []
  const json = await terminal.run(...words, "--output", "json")
  t.same(JSON.parse(json.out).notSplitAt, ["h", "x"])
  t.match(JSON.parse(json.err).warning, /^it could not be split at h, x: no time was left/)
})

t.test("one that exists is refused, and said so", async (t) => {
  const terminal = terminalWith(first)
  await terminal.run("keyspace", "create", "users")
  t.match(await terminal.run("keyspace", "create", "users"), {
    ...{ code: 1, out: "", err: /error: the keyspace "users" exists.*\(keyspace_exists\)/ },
  })
})

t.test("an answer that is lost is asked for again, under the same request id", async (t) => {
  const terminal = terminalWith(first, second)
  terminal.silent.add(first)
  t.match(await terminal.run("keyspace", "create", "users"), {
    ...{ code: 0, out: "keyspace users created\n" },
  })
  t.same(
    terminal.creations.map(({ address }) => address),
    [first, second],
  )
  const [one, two] = terminal.creations
  t.same(one?.requestId, two?.requestId)
  t.match(one?.requestId, { sequence: 1, acknowledgedBelow: 0 })
})

t.test("the next node may refuse what the one did whose answer was lost", async (t) => {
  const table: readonly (readonly [FakeTerminal, RegExp])[] = [
    [terminalWith(first), /127.0.0.1:7402: connection refused \(unavailable\)/],
    [terminalWith(first, second), /5 replicas need as many hosts.* \(state_changed\)/],
  ]
  for (const [terminal, then] of table) {
    terminal.silent.add(first)
    terminal.full.add(second)
    const { code, err } = await terminal.run("keyspace", "create", "users")
    t.equal(code, 1)
    const told = err.replaceAll(/\s+/g, " ")
    t.match(told, /may have done it, then: .*\(result_unknown\)/)
    t.match(told, then)
  }
  const terminal = new FakeTerminal()
  t.match(await terminal.run("keyspace", "create", "users"), {
    ...{ code: 1, err: /connection refused \(unavailable\)/ },
  })
})

t.test("keyspace list, with the ranges of each", async (t) => {
  const terminal = terminalWith(first)
  await terminal.run("keyspace", "create", "users")
  const { code, out } = await terminal.run("keyspace", "list")
  t.equal(code, 0)
  t.match(out, /│ NAME +│ ID │ RANGES │ REPLICAS │ RANGE SIZE │ {2}TTL │ STATE/)
  t.match(out, /│ default +│ +1 │ +2 │ +3 │ +96MiB │/)
  t.match(out, /│ users +│ +7 │ +1 │/)
  const json = await terminal.run("keyspace", "list", "--output", "json")
  const settings = { replicas: 3, rangeBytes: 96 * 1_024 ** 2, defaultTtlMs: 0, state: "up" }
  t.same(JSON.parse(json.out), [
    { id: 1, name: "default", ...settings, ranges: 2 },
    { id: 7, name: "users", ...settings, ranges: 1 },
  ])
})

t.test("verbs go to the keyspace that is named, by a flag before or behind", async (t) => {
  const terminal = terminalWith(first)
  await terminal.run("put", "--keyspace", "users", "ada", "1815")
  await terminal.run("get", "ada", "-k", "users")
  await terminal.run("range", "split", "--keyspace", "users", "q")
  t.same(
    terminal.splits.map(({ keyspace }) => keyspace),
    ["users"],
  )
  const asked = [...terminal.cluster.nodes.values()].flatMap(({ requests }) => requests)
  t.same([...new Set(asked.map(({ keyspace }) => keyspace))], ["users"])
})

t.test("wrong lines and help", async (t) => {
  const terminal = terminalWith(first)
  t.match(await terminal.run("keyspace", "create"), { code: 2, err: /missing required argument/ })
  t.match(await terminal.run("keyspace", "crate", "x"), { code: 2, err: /Did you mean create/ })
  t.match(await terminal.run("keyspace", "create", "x", "--hex", "--split-at", "zz"), {
    ...{ code: 2, err: /the key to split at is not hexadecimal/ },
  })
  for (const verb of ["create", "alter", "drop", "list"]) {
    const { code, out } = await terminal.run("keyspace", verb, "--help")
    t.equal(code, 0)
    t.match(out, new RegExp(`Usage: ringraft keyspace ${verb}`))
  }
})

import t from "tap"
import { defaultRecord } from "../../src/core/range/index.ts"
import { FakeTerminal, summaryOf } from "./fake-terminal.ts"

const first = "127.0.0.1:7400"
const second = "127.0.0.1:7401"
const third = "127.0.0.1:7402"

const threeRanges = [
  summaryOf(1, "-", { keyspace: "system" }),
  summaryOf(2, "-m"),
  summaryOf(3, "m-", {
    leaderNodeId: 0,
    replicas: [
      { nodeId: 1, role: "voter" },
      { nodeId: 4, role: "learner" },
    ],
  }),
]

t.test("range list shows what each range holds, and who leads it", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(first, threeRanges)
  const { code, out, err } = await terminal.run("range", "list")
  t.equal(code, 0)
  t.equal(err, "")
  t.match(out, /│ ID │ KEYSPACE │ START │ END │ EPOCH │ LEADER │ REPLICAS +│ +BYTES │ KEYS │/)
  t.match(out, /│ +1 │ system +│ +│ end │ 3.1 +│ +2 │ 1 2 3 +│ 3.0 MiB │ 4000 │/)
  t.match(out, /│ +2 │ default +│ +│ m +│ 3.1 +│ +2 │ 1 2 3 +│ 3.0 MiB │ 4000 │/)
  t.match(out, /│ +3 │ default +│ m +│ end │ 3.1 +│ +none │ 1 4 \(learner\) +│ 3.0 MiB │ 4000 │/)
  t.match((await terminal.run("range", "list", "--hex")).out, /│ +2 │ default +│ +│ 6d +│/)
})

t.test("range list shows those of one keyspace where that is named", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(first, threeRanges)
  const idsOf = async (...words: string[]): Promise<number[]> => {
    const { code, out } = await terminal.run("range", "list", ...words, "-o", "json")
    t.equal(code, 0)
    return JSON.parse(out).map(({ id }: { id: number }) => id)
  }
  t.same(await idsOf("--keyspace", "default"), [2, 3])
  t.same(await idsOf("-k", "system"), [1])
  t.same(await idsOf("-k", "users"), [])
})

t.test("range list in JSON, its keys in hexadecimal", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(first, threeRanges)
  const { out } = await terminal.run("range", "list", "--output", "json")
  const size = { bytes: 3_145_827, keys: 4_000 }
  const epoch = { version: 3, configVersion: 1 }
  t.same(JSON.parse(out).slice(1), [
    {
      ...{ id: 2, keyspace: "default", start: "", end: "6d", epoch, leader: 2, ...size },
      replicas: [1, 2, 3].map((store) => ({ store, role: "voter" })),
    },
    {
      ...{ id: 3, keyspace: "default", start: "6d", end: "", epoch, leader: null, ...size },
      replicas: [
        { store: 1, role: "voter" },
        { store: 4, role: "learner" },
      ],
    },
  ])
})

t.test(
  "range list looks again while ranges are missing, and says so if they stay away",
  async (t) => {
    const terminal = new FakeTerminal()
    const [system, left, right] = threeRanges
    const known = [system, left, right].flatMap((range) => range ?? [])
    const list = () => terminal.run("range", "list", "-o", "json")
    const idsIn = (out: string) => JSON.parse(out).map(({ id }: { id: number }) => id)
    const missing: readonly [number, RegExp][] = [
      [1, /^these may not be all ranges: .*first key of keyspace system/],
      [2, /first key of keyspace default/],
      [3, /"m" of keyspace default/],
    ]
    for (const [lost, message] of missing) {
      const others = known.filter(({ range }) => range.rangeId !== lost)
      terminal.ranges.set(first, others)
      const { code, out, err } = await list()
      t.match({ code, warning: JSON.parse(err).warning }, { code: 1, warning: message })
      t.same(
        idsIn(out),
        [1, 2, 3].filter((id) => id !== lost),
        "what is known is shown",
      )
      terminal.time.after(1_000, () => terminal.ranges.set(first, known))
      const found = await list()
      t.match({ code: found.code, err: found.err }, { code: 0, err: "" })
      t.same(idsIn(found.out), [1, 2, 3], "told of meanwhile")
    }
    terminal.keyspaces = [...terminal.keyspaces, { ...defaultRecord, id: 7, name: "users" }]
    t.match(
      await list(),
      { code: 1, err: /first key of keyspace users/ },
      "no range of a keyspace is known",
    )
    terminal.keyspaces = [{ ...defaultRecord, id: 7, name: "users", droppedAtMs: 1 }]
    t.match(await list(), { code: 0, err: "" }, "one that is dropped need have none")
  },
)

t.test("range locate shows the range that holds a key", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(first, threeRanges.slice(1))
  const idsOf = async (...words: string[]): Promise<number[]> => {
    const { out } = await terminal.run("range", "locate", ...words, "-o", "json")
    return JSON.parse(out).map(({ id }: { id: number }) => id)
  }
  t.same(await idsOf("ada"), [2])
  t.same(await idsOf("m"), [3])
  t.same(await idsOf("--hex", "6cff"), [2])
  t.match((await terminal.run("range", "locate", "zoe")).out, /│ +3 │ default/)
})

t.test("range split tells both halves", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(first, threeRanges.slice(1))
  t.match(await terminal.run("range", "split", "q"), {
    ...{ code: 0, out: "range 3 ends before q, range 9 begins\n", err: "" },
  })
  t.match(await terminal.run("range", "split", "--hex", "0x7100ff"), {
    ...{ code: 0, out: "range 3 ends before 7100ff, range 9 begins\n" },
  })
  const { out } = await terminal.run("range", "split", "c", "--output", "json")
  t.match(JSON.parse(out), {
    left: { id: 2, start: "", end: "63", epoch: { version: 4 } },
    right: { id: 9, start: "63", end: "6d", epoch: { version: 4 } },
  })
  t.same(
    terminal.splits.map(({ key, keyspace }) => [Buffer.from(key).toString("hex"), keyspace]),
    [
      ["71", ""],
      ["7100ff", ""],
      ["63", ""],
    ],
  )
  t.equal((await terminal.run("range", "split", "q", "--range", "3")).code, 0)
  t.same(
    terminal.splits.map(({ rangeId }) => rangeId),
    [0, 0, 0, 3],
  )
})

t.test("the endpoints are asked in turn, until one can be reached", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(third, threeRanges)
  terminal.ranges.set(second, threeRanges)
  t.equal((await terminal.run("range", "split", "q")).code, 0)
  t.same(
    terminal.splits.map(({ address }) => address),
    [second],
    "a range is split once",
  )
  terminal.ranges.clear()
  t.match(await terminal.run("range", "list"), {
    ...{ code: 1, out: "", err: /127.0.0.1:7402: connection refused \(unavailable\)/ },
  })
  terminal.ranges.set(first, [])
  terminal.ranges.set(second, threeRanges)
  const refused = await terminal.run("range", "split", "q")
  t.match(refused, { code: 1, err: /invalid_argument/ }, "what one refuses is not asked of another")
})

t.test("range check shows what each replica holds", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(second, [summaryOf(3, "-")])
  const { code, out } = await terminal.run("range", "check", "3")
  t.equal(code, 0)
  t.match(out, /│ STORE │ HASH +│.* 2 │ 00112233aabbccdd │\n│ +3 │ no answer/s)
  t.match(out, /all replicas that answered hold the same \(compared at entry 17\)/)
  const json = await terminal.run("range", "check", "3", "--output", "json")
  const replicas = [1, 2].map((store) => ({ store, hash: "00112233aabbccdd" }))
  t.same(JSON.parse(json.out), {
    ...{ range: 3, index: 17, outcome: "agreed" },
    replicas: [...replicas, { store: 3, hash: null }],
  })
  t.match(await terminal.run("range", "check", "4"), { code: 1, err: /no range 4/ })
  for (const outcome of ["differs", "undecided", "unanswered"] as const) {
    terminal.checked = outcome
    t.match(await terminal.run("range", "check", "3"), { code: 1, err: "" }, outcome)
    const { code, out } = await terminal.run("range", "check", "3", "--output", "json")
    t.match([code, JSON.parse(out)], [1, { outcome }])
  }
})

t.test("range transfer hands a range to a node", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(second, threeRanges)
  t.match(await terminal.run("range", "transfer", "3", "2"), {
    ...{ code: 0, out: "leadership of range 3 goes to node 2\n", err: "" },
  })
  const { out } = await terminal.run("range", "transfer", "3", "2", "--output", "json")
  t.same(JSON.parse(out), { range: 3, to: 2 })
  const once = { address: second, rangeId: 3, to: 2 }
  t.same(terminal.transfers, [once, once])
})

t.test("keys that are no keys", async (t) => {
  const terminal = new FakeTerminal()
  for (const verb of ["locate", "split"]) {
    const { code, err } = await terminal.run("range", verb, "--hex", "xyz")
    t.equal(code, 2)
    t.match(err, /the key is not hexadecimal: xyz/)
  }
})

t.test("wrong lines and help, as of any other verb", async (t) => {
  const terminal = new FakeTerminal()
  const wrong: readonly [readonly string[], RegExp][] = [
    [["range", "lst"], /unknown command 'lst'\n\(Did you mean list\?\)/],
    [["range", "split"], /missing required argument 'key'/],
    [["range", "locate", "a", "b"], /too many arguments/],
    [["range", "transfer", "7", "x"], /must be a whole number/],
    [["range", "transfer", "0", "1"], /must be a whole number above 0, got 0/],
    [["range", "list", "--outptu", "json"], /Did you mean --output/],
  ]
  for (const [words, message] of wrong) {
    const { code, out, err } = await terminal.run(...words)
    t.equal(code, 2, words.join(" "))
    t.equal(out, "")
    t.match(err, message)
  }
  for (const verb of ["list", "locate", "split", "transfer", "check"]) {
    const { code, out } = await terminal.run("range", verb, "--help")
    t.equal(code, 0)
    t.match(out, new RegExp(`Usage: ringraft range ${verb}`))
    t.match(out, /Examples?:/)
    t.match(out, /--endpoints/)
  }
})

t.test("range merge says when a range has taken in the one behind it", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(first, threeRanges)
  const { code, out } = await terminal.run("range", "merge", "2")
  t.same([code, out], [0, "range 2 has taken in range 3\n"])
  t.same(terminal.merges, [{ address: first, rangeId: 2, nextRangeId: 0 }])
  const { out: json } = await terminal.run("range", "merge", "2", "-o", "json")
  const epoch = { version: 4, configVersion: 1 }
  t.same(JSON.parse(json), { source: 3, range: { id: 2, start: "", end: "", epoch } })
  t.equal((await terminal.run("range", "merge", "2", "3")).code, 0)
  t.match(terminal.merges.at(-1), { rangeId: 2, nextRangeId: 3 })
})

t.test("range merge says when it came to nothing", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ranges.set(first, threeRanges)
  terminal.mergesFail = true
  const { code, err } = await terminal.run("range", "merge", "2")
  t.not(code, 0)
  t.match(err, /range 3 goes on by itself/)
  const last = await terminal.run("range", "merge", "3")
  t.match(last.err, /there is none behind it/)
})

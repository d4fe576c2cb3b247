import fc from "fast-check"
import t from "tap"
import { Dice } from "../../src/base/index.ts"
import {
  checkHistory,
  formatHistoryLine,
  type HistoryLine,
  parseHistory,
} from "../../src/sim/oracle/index.ts"
import { bruteForce, type DrawOptions, drawHistory, historyOf } from "./histories.ts"

const good: Readonly<Record<string, readonly string[]>> = {
  "a read sees the write before it": ["1 0-1 put a", "2 2-3 get a"],
  "nothing is absent": ["1 0-1 get -"],
  "a read during a write sees either": ["1 0-9 put a", "2 1-2 get -", "3 3-4 get a"],
  "overlapping writes go in either order": [
    ...["1 0-5 put a", "2 1-6 put b", "3 7-8 get a"],
    ...["4 10-15 put c", "5 11-16 put d", "6 17-18 get d"],
  ],
  "a tie counts as overlap": ["1 0-5 put a", "2 5-6 get -"],
  "an unknown write may happen late": ["1 0-1 put a ?", "2 2-3 get -", "3 8-9 get a"],
  "an unknown write may never happen": ["1 0-1 put a ?", "2 2-3 put b", "3 4-5 get b"],
  "an unknown write may happen between two others": [
    ...["1 0-1 put a ?", "2 2-3 put b", "3 4-5 get a", "2 6-7 put c", "3 8-9 get c"],
  ],
  "a refused write never happens": ["1 0-1 put a !", "2 2-3 get -"],
  "cas by value": ["1 0-1 put a", "2 2-3 cas a>b", "3 4-5 get b"],
  "cas by absence": ["1 0-1 cas ->a", "2 2-3 get a", "2 4-5 cas ->b no:a"],
  "cas that deletes": ["1 0-1 put a", "2 2-3 cas a>-", "3 4-5 get -"],
  "a failed cas saw the value": ["1 0-1 put a", "2 2-3 cas b>c no:a", "3 4-5 get a"],
  "a failed cas that does not tell": ["1 0-1 put a", "2 2-3 cas b>c no", "3 4-5 get a"],
  "one of two rivals swaps": ["1 0-9 cas ->a", "2 1-8 cas ->b no", "3 10-11 get a"],
  "an unknown cas": ["1 0-1 put a", "1 2-3 cas a>b ?", "2 4-5 get a", "3 6-7 get b"],
  "an unknown swap explains a failed one": ["1 0-1 put a", "2 2-3 cas a>b ?", "3 4-5 cas a>c no"],
  "deletes come and go": [
    "1 0-1 put a",
    "1 2-3 delete",
    "2 4-5 get -",
    "1 6-7 put b",
    "2 8-9 get b",
  ],
  increments: ["1 0-5 incr 1=2", "2 1-6 incr 1=1", "3 7-8 get 2", "3 9-10 incr -3=-1"],
  "an unknown increment counts or not": ["1 0-1 incr 1 ?", "2 2-3 incr 1=1", "3 4-5 incr 1=3"],
  "an increment of a text that is a number": ["1 0-1 put 41", "2 2-3 incr 1=42"],
  "beyond a double's integers": [
    ...["1 0-1 put 9007199254740992", "2 2-3 incr 1=9007199254740993"],
    ...["3 4-5 get 9007199254740993", "2 6-7 incr 2=9007199254740995"],
  ],
  versions: ["1 0-1 put a @5", "2 2-3 get a @5", "3 4-5 cas #5>b @9", "2 6-7 get b @9"],
  "the version of an unknown write is learnt": [
    ...["1 0-1 put a ?", "2 2-3 get a @4", "3 4-5 get a @4", "3 6-7 cas #4>b @6"],
  ],
  "a cas by a version that passed": ["1 0-1 put a @5", "1 2-3 put b @6", "2 4-5 cas #5>c no:b @6"],
}

const bad: Readonly<Record<string, readonly string[]>> = {
  "stale read": ["1 0-1 put a", "1 2-3 put b", "2 4-5 get a"],
  "lost write": ["1 0-1 put a", "2 2-3 get -"],
  "read of what nobody wrote": ["1 0-1 put a", "2 2-3 get b"],
  "read of the future": ["1 0-1 get a", "2 2-3 put a"],
  "reads that disagree about the order": [
    ...["1 0-9 put a", "2 0-9 put b", "3 10-11 get a", "3 12-13 get b", "4 14-15 get a"],
  ],
  "a read that goes back": ["1 0-9 put a", "2 1-2 get a", "3 3-4 get -"],
  "lost increment": ["1 0-1 incr 1=1", "2 2-3 incr 1=1", "3 4-5 get 1"],
  "lost increment without results": ["1 0-1 incr 1", "2 2-3 incr 1", "3 4-5 get 1"],
  "doubled increment": ["1 0-1 incr 1=1", "2 2-3 get 2"],
  "doubled unknown increment": ["1 0-1 incr 1 ?", "2 2-3 get 2"],
  "lost update": ["1 0-1 put a", "1 2-3 cas a>b", "2 2-3 cas a>c"],
  "resurrected delete": ["1 0-1 put a", "1 2-3 delete", "2 4-5 get -", "2 6-7 get a"],
  "unknown taken as failed, read, then gone": [...["1 0-1 put a ?", "2 2-3 get a", "3 4-5 get -"]],
  "an unknown write that happens twice": [
    ...["1 0-1 put a ?", "2 2-3 get a", "2 4-5 put b", "2 6-7 get b", "2 8-9 get a"],
  ],
  "a refused write that happened": ["1 0-1 put a !", "2 2-3 get a"],
  "a cas that should have failed": ["1 0-1 put a", "2 2-3 cas b>c"],
  "a cas that should have swapped": ["1 0-1 put a", "2 2-3 cas a>c no"],
  "a cas that failed by what it asked for": ["1 0-1 put a", "2 2-3 cas a>c no:a"],
  "an increment of a text": ["1 0-1 put a", "2 2-3 incr 1=1"],
  "a version that changed under a value": ["1 0-1 put a @5", "2 2-3 get a @6"],
  "versions that fall": ["1 0-1 put a @5", "1 2-3 put b @4"],
  "a version given twice": ["1 0-1 put a @5", "1 2-3 put b @5"],
  "two versions of an unknown write": ["1 0-1 put a ?", "2 2-3 get a @4", "2 4-5 get a @5"],
  "a cas by a version that was gone": ["1 0-1 put a @5", "1 2-3 put b @6", "2 4-5 cas #5>c @7"],
}

t.test("tables of known histories", async (t) => {
  for (const [name, lines] of Object.entries(good)) {
    const verdict = checkHistory(historyOf(lines))
    t.equal(verdict.ok ? "" : verdict.explanation, "", name)
  }
  for (const [name, lines] of Object.entries(bad)) {
    const verdict = checkHistory(historyOf(lines))
    t.match(verdict, { ok: false, reason: "notLinearizable", key: "k" }, name)
  }
})

t.test("keys are judged apart, and the guilty one is named", async (t) => {
  const history = [
    ...historyOf(["1 0-1 put a", "1 2-3 get a"], "innocent"),
    ...historyOf(["2 0-1 put a", "2 2-3 put b", "3 4-5 get a"], "guilty"),
  ]
  t.match(checkHistory(history), { ok: false, key: "guilty", stats: { keys: 2, reads: 2 } })
})

const registerVerbs = ["get", "get", "put", "cas", "delete"] as const
const small = fc.record({
  operations: fc.integer({ min: 2, max: 7 }),
  clients: fc.integer({ min: 2, max: 4 }),
  unknown: fc.constantFrom(0, 0.4),
  verbs: fc.constantFrom<DrawOptions["verbs"]>(
    registerVerbs,
    ["incr", "get"],
    ["put", "incr", "get"],
  ),
  versions: fc.boolean(),
  values: fc.constantFrom(0, 2, 10),
})

t.test("histories of an atomic register pass", async () => {
  const options = fc.record({
    operations: fc.integer({ min: 1, max: 400 }),
    clients: fc.integer({ min: 1, max: 10 }),
    unknown: fc.constantFrom(0, 0.02, 0.1),
    verbs: fc.constantFrom<DrawOptions["verbs"]>(registerVerbs, ["incr", "get"]),
    versions: fc.boolean(),
    values: fc.constantFrom(0, 5),
  })
  fc.assert(
    fc.property(options, fc.integer(), (options, seed) => {
      const verdict = checkHistory(drawHistory(new Dice(seed), options))
      if (!verdict.ok) throw new Error(verdict.explanation)
    }),
    { numRuns: 200 },
  )
})

t.test("agrees with trying every order, on histories true and bent", async (t) => {
  let wrong = 0
  const runs = 3_000
  fc.assert(
    fc.property(small, fc.integer(), fc.boolean(), (options, seed, bend) => {
      const dice = new Dice(seed)
      const drawn = drawHistory(dice, options)
      const history = bend ? bent(drawn, dice) : drawn
      const verdict = checkHistory(history)
      const truth = bruteForce(history)
      if (!truth) wrong += 1
      // Versions can only prove more wrong: brute force does not look at them.
      const agrees = options.versions && bend ? truth || !verdict.ok : verdict.ok === truth
      if (!agrees) throw new Error(`brute force says ${truth}`)
      // The window is a proof: it is wrong by itself, whatever was there before.
      if (verdict.ok || options.versions) return
      if (bruteForce(verdict.window)) throw new Error("the window is not wrong")
      const cut = verdict.explanation.includes("whatever was there before")
      if (cut && anyStart(verdict.window)) throw new Error("the window is not wrong by itself")
    }),
    { numRuns: runs },
  )
  t.ok(wrong > runs / 20, `${wrong} of ${runs} were wrong`)
})

/** Changes what one client saw, or what became of its write. */
function bent(history: readonly HistoryLine[], dice: Dice): HistoryLine[] {
  const at = dice.between(0, history.length - 1)
  return history.map((line, i): HistoryLine => {
    if (i !== at) return line
    if (line.op === "get") return { ...line, result: dice.pick([null, "v0", "v1", "1", "2", "3"]) }
    if (line.ok !== null && line.op !== "put" && dice.roll(0.2)) return withoutResult(line)
    if (line.op === "incr" && line.ok === true) return { ...line, result: dice.between(1, 4) }
    if (line.op === "cas" && line.ok === false) return { ...line, result: dice.pick([null, "v1"]) }
    return { ...line, ok: false, error: "bent" }
  })
}

function withoutResult({ result: _, ...line }: HistoryLine): HistoryLine {
  return line
}

/** Whether some value before the window would explain it. */
function anyStart(window: readonly HistoryLine[]): boolean {
  const values = new Set(window.flatMap(({ value, expected, result }) => [value, expected, result]))
  const start = { client: -1, op: "put", key: "k", ok: true, call: -2, return: -1 } as const
  const texts = [...values].filter((value) => value != null)
  const numbers = [-3, -2, -1, 0, 1, 2, 3, 4, 5]
  return [...texts, ...numbers].some((value) => bruteForce([{ ...start, value }, ...window]))
}

t.test("finds what is planted into long histories", async (t) => {
  const options = { operations: 3_000, clients: 10, unknown: 0.01, values: 0 }
  const plants: Readonly<Record<string, (history: HistoryLine[]) => HistoryLine[]>> = {
    "stale read": (history) => replaceLast(history, "get", (line) => ({ ...line, result: "v40" })),
    "lost write": (history) => replaceLast(history, "get", (line) => ({ ...line, result: null })),
    "phantom read": (history) => replaceLast(history, "get", (line) => ({ ...line, result: "x" })),
  }
  for (const versions of [false, true]) {
    const verbs = ["get", "put", "cas"] as const
    const history = drawHistory(new Dice(7), { ...options, verbs, versions })
    t.equal(checkHistory(history).ok, true, "as drawn")
    for (const [name, plant] of Object.entries(plants)) {
      const verdict = checkHistory(plant(history))
      t.match(verdict, { ok: false, reason: "notLinearizable" }, name)
      if (!verdict.ok) t.ok(verdict.window.length <= 12, `${name}: ${verdict.window.length} lines`)
    }
  }
  const counters = { ...options, unknown: 0, verbs: ["incr", "get"], versions: false } as const
  const counts = drawHistory(new Dice(8), counters)
  t.equal(checkHistory(counts).ok, true, "as drawn")
  const at = counts.findIndex(({ op }, i) => op === "incr" && i > 1_500)
  const lost = counts.map((line, i) => (i === at ? { ...line, ok: false, error: "planted" } : line))
  t.match(checkHistory(lost), { ok: false, reason: "notLinearizable" }, "doubled increment")
  const after = counts.map((line, i) => {
    const result = Number(line.result) - 1
    return i > at && line.result !== undefined && line.ok === true ? { ...line, result } : line
  })
  t.match(checkHistory(after), { ok: false, reason: "notLinearizable" }, "lost increment")
})

function replaceLast(
  history: readonly HistoryLine[],
  op: HistoryLine["op"],
  bend: (line: HistoryLine) => HistoryLine,
): HistoryLine[] {
  const at = history.findLastIndex((line) => line.op === op)
  return history.map((line, i) => (i === at ? bend(line) : line))
}

t.test("says what is wrong so that a human can follow", async (t) => {
  const verdict = checkHistory(
    historyOf([
      ...["1 0-1000000 put a", "1 2000000-3000000 put b", "2 2500000-2600000 get b"],
      ...["3 3500000-3600000 get b", "3 4000000-5000000 get a", "2 6000000-7000000 put c"],
    ]),
  )
  if (verdict.ok) return t.fail("a stale read passed")
  t.equal(
    verdict.explanation,
    [
      'key "k": no order of these 2 operations explains them, whatever was there before',
      '     0.000 ms to 0.100 ms    client 3   get → "b"',
      '→    0.500 ms to 1.500 ms    client 3   get → "a"',
      '  Client 3\'s get must have happened by 1.500 ms, but then the key held: "b"',
    ].join("\n"),
  )
})

t.test("a sum tells which of many unknown increments are in it", async (t) => {
  const deltas = Array.from({ length: 24 }, (_, i) => 10_000 + 2 ** (i % 12) + i)
  const lines = deltas.map((delta, i) => `${i} ${i}-${i + 1} incr ${delta} ?`)
  const sum = deltas.filter((_, i) => i % 4 === 3).reduce((left, right) => left + right)
  const told = checkHistory(historyOf([...lines, `99 50-51 get ${sum}`]))
  t.ok(told.ok)
  t.ok(told.stats.steps < 500_000, `${told.stats.steps} steps`)
  t.match(checkHistory(historyOf([...lines, "99 50-51 get 20003"])), { reason: "notLinearizable" })
})

t.test("histories that prove nothing fail when evidence is asked for", async (t) => {
  const check = (lines: readonly string[]) =>
    checkHistory(historyOf(lines), { requireEvidence: true })
  t.match(check([]), { ok: false, reason: "noEvidence" })
  t.match(check(["1 0-5 put a", "2 1-6 put b"]), {
    reason: "noEvidence",
    explanation: /no answered read/,
  })
  t.match(check(["1 0-5 get -", "2 1-6 get -"]), {
    reason: "noEvidence",
    explanation: /no completed write/,
  })
  t.match(check(["1 0-1 put a", "2 2-3 get a"]), {
    reason: "noEvidence",
    explanation: /overlapped/,
  })
  t.match(check(["1 0-5 put a ?", "2 1-6 get a"]), { reason: "noEvidence" })
  t.match(check(["1 0-5 put a", "2 1-6 get a"]), {
    ok: true,
    stats: { reads: 1, writes: 1, overlaps: 1 },
  })
  t.match(checkHistory([]), { ok: true })
})

t.test("a search that runs out of steps is a failure, and says so", async (t) => {
  const options = { operations: 200, clients: 8, unknown: 0.1, values: 0, versions: false }
  const history = drawHistory(new Dice(3), { ...options, verbs: ["put", "get"] })
  const verdict = checkHistory(history, { stepsMax: 20 })
  t.match(verdict, {
    ok: false,
    reason: "undecided",
    key: "k",
    explanation: /undecided after 21 steps/,
  })
})

t.test("a recorder that lets a client overtake itself is caught", async (t) => {
  t.match(checkHistory(historyOf(["1 0-5 put a", "1 3-6 put b"])), {
    ok: false,
    reason: "malformed",
  })
  t.match(checkHistory(historyOf(["1 0-1 put a ?", "1 3-6 put b"])), {
    ok: false,
    reason: "malformed",
  })
})

t.test("lines travel through files", async (t) => {
  const history = historyOf([
    "1 0-5 put a",
    "2 3-6 cas #4>- no:a @9",
    "3 7-8 incr 1=5",
    "4 9-10 get -",
  ])
  t.same(parseHistory(`${history.map(formatHistoryLine).join("\n")}\n\n`), history)
  t.throws(() => parseHistory("{}"), /line 1 has no usable "client"/)
  t.throws(
    () => parseHistory(`${formatHistoryLine(history[0] as HistoryLine)}\nx`),
    /line 2 is not JSON/,
  )
})

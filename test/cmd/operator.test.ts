import t from "tap"
import { FakeTerminal } from "./fake-terminal.ts"

const MiB = 1_024 ** 2
const moved = { bytes: 12 * MiB, bytesTotal: 64 * MiB, bytesPerSecond: 8 * MiB }

t.test("operator list shows the step, and how far its data has come", async (t) => {
  const terminal = new FakeTerminal()
  terminal.running = [[{ ...terminal.operator, ...moved }, terminal.operator]]
  const { code, out } = await terminal.run("operator", "list")
  t.equal(code, 0)
  t.match(out, "1 of 1: add a learner on store 5, 12.0 MiB of 64.0 MiB, 8.0 MiB/s, 7 s left")
  t.match(out, /store 5 +│/, "nothing more where no data is on its way")
})

t.test("operator list in JSON", async (t) => {
  const terminal = new FakeTerminal()
  terminal.running = [[{ ...terminal.operator, ...moved }]]
  const { out } = await terminal.run("operator", "list", "-o", "json")
  t.match(JSON.parse(out), [{ id: 3_000_001, range: 7, stepsDone: 0, end: null, ...moved }])
})

t.test("operator history shows how each has ended", async (t) => {
  const terminal = new FakeTerminal()
  const { operator } = terminal
  const why = "range 7 is full"
  terminal.ended = [
    { ...operator, id: 3_000_003, kind: "split", why, end: "finished", stepsDone: 1 },
    { ...operator, end: "cancelled", reason: "asked for" },
  ]
  const { code, out } = await terminal.run("operator", "history")
  t.equal(code, 0)
  t.match(out, /│ +ID │ KIND +│ RANGE │ WHY +│ END +│ BEGUN +│/)
  t.match(out, /│ 3000003 │ split +│ +7 │ range 7 is full +│ finished +│ 2 s ago │/)
  t.match(out, /│ 3000001 │ repair │ +7 │ store 4 is dead +│ cancelled: asked for │/)
  const { out: json } = await terminal.run("operator", "history", "-o", "json")
  t.match(JSON.parse(json), [
    { id: 3_000_003, kind: "split", range: 7, why, stepsDone: 1, end: "finished", reason: "" },
    { id: 3_000_001, end: "cancelled", reason: "asked for" },
  ])
})

t.test("operators are shown of one range, and so many, where that is asked for", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ended = [1, 2, 3, 4].map((id) => ({ ...terminal.operator, id, rangeId: 6 + (id % 2) }))
  const idsOf = async (...words: string[]): Promise<number[]> => {
    const { out } = await terminal.run("operator", "history", ...words, "-o", "json")
    return JSON.parse(out).map(({ id }: { id: number }) => id)
  }
  t.same(await idsOf(), [1, 2, 3, 4])
  t.same(await idsOf("--limit", "3"), [1, 2, 3])
  t.same(await idsOf("--range", "7", "--limit", "1"), [1])
  t.same(await idsOf("--range", "9"), [])
  t.equal((await terminal.run("operator", "history", "--range", "9")).out, "no operators\n")
})

t.test("an operator that is called off has ended", async (t) => {
  const terminal = new FakeTerminal()
  t.match(await terminal.run("operator", "cancel", "3000001"), {
    code: 0,
    out: "operator 3000001 of range 7 called off: add a learner on store 5\n",
  })
  const { out } = await terminal.run("operator", "cancel", "3000001", "-o", "json")
  t.match(JSON.parse(out), { id: 3_000_001, range: 7, end: "cancelled", reason: "asked for" })
})

t.test("an operator is followed until it has ended", async (t) => {
  const cases = [
    [{ end: "finished", reason: "" }, 0, "operator 3000001 finished\n"],
    [{ end: "cancelled", reason: "asked for" }, 1, "operator 3000001 cancelled: asked for\n"],
  ] as const
  for (const [end, code, out] of cases) {
    const terminal = new FakeTerminal()
    const { operator } = terminal
    for (const words of [
      ["operator", "watch", "3000001"],
      ["range", "move", "7", "1", "5", "--wait"],
    ]) {
      terminal.running = [[{ ...operator, ...moved }]]
      terminal.ended = [{ ...operator, ...end }]
      t.match(await terminal.run(...words), { code, out }, words.join(" "))
    }
  }
})

t.test(
  "where no person looks a line tells of each step, and of each tenth of its data",
  async (t) => {
    const terminal = new FakeTerminal()
    const steps = ["add a learner on store 5", "have a voter on store 5"]
    const operator = { ...terminal.operator, steps }
    const course = [
      operator,
      { ...operator, ...moved },
      { ...operator, ...moved, bytes: 12.5 * MiB },
      { ...operator, ...moved, bytes: 32 * MiB },
      { ...operator, stepsDone: 1 },
      { ...operator, stepsDone: 1 },
    ].map((seen) => [seen])
    const ended = { ...operator, end: "finished", reason: "" }
    const watch = async (...words: string[]): Promise<readonly string[]> => {
      terminal.running = [...course]
      terminal.ended = [ended]
      const { out } = await terminal.run("operator", "watch", "3000001", ...words)
      return out.trim().split("\n")
    }
    t.same(await watch(), [
      "operator 3000001: 1 of 2: add a learner on store 5",
      "operator 3000001: 1 of 2: add a learner on store 5 12.0 MiB of 64.0 MiB, 8.0 MiB/s, 7 s left",
      "operator 3000001: 1 of 2: add a learner on store 5 32.0 MiB of 64.0 MiB, 8.0 MiB/s, 4 s left",
      "operator 3000001: 2 of 2: have a voter on store 5",
      "operator 3000001 finished",
    ])
    t.same(await watch("-o", "json"), ['{"id":3000001,"end":"finished","reason":""}'])
    terminal.inIsTerminal = true
    terminal.environment.TERM = "dumb"
    t.same(await watch(), ["operator 3000001 finished"], "the rest is for a bar")
  },
)

t.test("questions that nobody answers are asked again, as long as there is time", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ended = [{ ...terminal.operator, end: "finished", reason: "" }]
  terminal.unanswered = 3
  const words = ["operator", "watch", "3000001", "--endpoints", "127.0.0.1:1"]
  t.match(await terminal.run(...words), { code: 0, out: "operator 3000001 finished\n" })
  terminal.unanswered = 100
  t.match(await terminal.run(...words, "--timeout", "2s"), { code: 1, err: /nobody drives now/ })
})

t.test("a node that stands still counts against that time, too", async (t) => {
  const terminal = new FakeTerminal()
  Object.assign(terminal, { unanswered: 100, unansweredAfterMs: 2_000 })
  const words = ["operator", "watch", "3000001", "--endpoints", "127.0.0.1:1", "--timeout", "2s"]
  const begunAtMs = terminal.time.monotonicMs()
  t.match(await terminal.run(...words), { code: 1, err: /nobody drives now/ })
  t.equal(terminal.time.monotonicMs() - begunAtMs, 2_000)
})

t.test("who only looks asks the next node when one stands still", async (t) => {
  const terminal = new FakeTerminal()
  terminal.running = [[terminal.operator]]
  terminal.unanswered = 1
  terminal.unansweredBy = "deadline_unknown"
  t.match(await terminal.run("operator", "list"), { code: 0, out: /3000001/ })
})

t.test("nodes that stand still share the time, but each has enough for an answer", async (t) => {
  const terminal = new FakeTerminal()
  Object.assign(terminal, { unanswered: 3, unansweredAfterMs: 60_000 })
  terminal.unansweredBy = "deadline_unknown"
  const begunAtMs = terminal.time.monotonicMs()
  t.match(await terminal.run("operator", "list", "--timeout", "5s"), { code: 1 })
  t.equal(terminal.time.monotonicMs() - begunAtMs, 6_000)
})

t.test("an operator that nobody knows can't be followed", async (t) => {
  const { code, err } = await new FakeTerminal().run("operator", "watch", "9")
  t.not(code, 0)
  t.match(err, /no operator 9/)
})

t.test("a question that went with the driver is asked of the next one", async (t) => {
  const terminal = new FakeTerminal()
  terminal.ended = [{ ...terminal.operator, end: "finished", reason: "" }]
  terminal.unanswered = 3
  terminal.unansweredBy = "result_unknown"
  const { code, out } = await terminal.run("operator", "watch", "3000001")
  t.match({ code, out }, { code: 0, out: "operator 3000001 finished\n" })
})

t.test("of an operator that went with its driver, nobody knows what became", async (t) => {
  const terminal = new FakeTerminal()
  const { operator } = terminal
  for (const [words, running] of [
    [["operator", "watch", "3000001"], [[operator]]],
    [["range", "move", "7", "1", "5", "--wait"], []],
  ] as const) {
    terminal.running = [...running]
    const { code, err } = await terminal.run(...words, "-o", "json")
    t.equal(code, 1)
    t.match(JSON.parse(err), { error: { code: "result_unknown", outcome: "unknown" } })
  }
})

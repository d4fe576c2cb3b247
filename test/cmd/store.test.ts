/** `ringraft store list|labels|drain|decommission`, as people and as programs see it. */
import t from "tap"
import { noLabels } from "../../src/base/index.ts"
import type { StoreSummary } from "../../src/wire/index.ts"
import { FakeTerminal } from "./fake-terminal.ts"

const at = ["--endpoints", "dead:1,a:1"]

function terminal(): FakeTerminal {
  const fake = new FakeTerminal()
  const rest = { capacityBytes: 1_000, usedBytes: 700, bytes: 5 * 1_024 * 1_024, stateMs: 750_000 }
  fake.stores.set("a:1", [
    {
      ...{ nodeId: 1, address: "a:1", labels: { ...noLabels, zone: "z1", host: "h" }, ranges: 3 },
      ...{ leaders: 2, state: "up", heardMsAgo: 2_500, ...rest },
    },
    {
      ...{ nodeId: 2, address: "b:1", labels: noLabels, ranges: 3, leaders: 0, heardMsAgo: 0 },
      ...{ state: "draining", ...rest },
    },
  ])
  return fake
}

t.test("a list of stores", async (t) => {
  const { code, out } = await terminal().run("store", "list", ...at)
  t.equal(code, 0)
  t.match(out, /ID.*ADDRESS.*STATE.*LABELS.*RANGES.*LEADERS.*BYTES.*DISK.*HEARD/)
  t.match(out, /1.*a:1.*up +│ zone=z1 host=h.*3.*2.*5.0 MiB.*70 %.*2\.5 s ago/)
  t.match(out, /2.*b:1.*draining 12m 30s │/, "since when people want it so")
})

t.test("in JSON it is a contract", async (t) => {
  const { out } = await terminal().run("store", "list", ...at, "--output", "json")
  const bytes = 5 * 1_024 * 1_024
  t.same(JSON.parse(out), [
    {
      ...{ id: 1, address: "a:1", state: "up", labels: { zone: "z1", host: "h" }, ranges: 3 },
      ...{ leaders: 2, bytes },
    },
    { id: 2, address: "b:1", state: "draining", labels: {}, ranges: 3, leaders: null, bytes },
  ])
})

t.test("of a store that nobody heard of and nobody told of, nothing is known", async (t) => {
  const counts = { ranges: 0, leaders: 0, bytes: 0 }
  for (const [state, heardMsAgo, shown] of [
    ["up", 0, null],
    ["decommissioning", 0, null],
    ["disconnected", 0, null],
    ["decommissioning", 100, 0],
    ["dead", 0, 0],
    ["gone", 0, 0],
  ] as const) {
    const fake = new FakeTerminal()
    fake.storesSeen = [seen({ ...counts, state, heardMsAgo })]
    const json = await fake.run("store", "list", "--all", ...at, "--output", "json")
    const all = { ranges: shown, leaders: shown, bytes: shown }
    t.match(JSON.parse(json.out)[0], all, `${state}, heard ${heardMsAgo}`)
    const { out } = await fake.run("store", "list", "--all", ...at)
    t.match(out, shown === null ? /a:1.*\?.*\?.*\?/ : /a:1.*0.*0.*0 B/)
  }
})

t.test("a store that was removed is listed only where all are asked for", async (t) => {
  const fake = terminal()
  const removed = await fake.run("store", "remove", "2", ...at)
  t.match(removed, { code: 0, out: "store 2 is gone\n" })
  await fake.run("store", "remove", "2", "--force", ...at)
  t.same(
    fake.statesAsked.map(({ state, force }) => [state, force]),
    [
      ["gone", false],
      ["gone", true],
    ],
  )
  t.match(await fake.run("store", "drain", "2", "--force", ...at), { code: 2 })
  const all = fake.stores.get("a:1") ?? []
  fake.stores.set(
    "a:1",
    all.map((store) => ({ ...store, state: store.nodeId === 2 ? "gone" : "up" })),
  )
  const list = async (...more: string[]) => (await fake.run("store", "list", ...at, ...more)).out
  t.notMatch(await list(), /b:1/)
  t.match(await list("--all"), /2.*b:1.*gone/)
  t.equal(JSON.parse(await list("--output", "json")).length, 1)
})

t.test("labels are said", async (t) => {
  const fake = terminal()
  const { code, out } = await fake.run("store", "labels", "2", "zone=b", "rack=r7", ...at)
  t.equal(code, 0)
  t.match(out, /store 2: zone=b rack=r7/)
  const labels = { ...noLabels, zone: "b", rack: "r7" }
  t.match(fake.labelled.at(-1), { nodeId: 2, labels })
})

t.test("what is no label is refused before anybody is asked", async (t) => {
  for (const word of ["zone", "zone=", "planet=mars", "zone=a b", "=x"]) {
    const fake = terminal()
    const { code, err } = await fake.run("store", "labels", "2", word)
    t.equal(code, 2, word)
    t.match(err, /must be region, zone, rack or host/)
    t.equal(fake.labelled.length, 0)
  }
  t.equal((await terminal().run("store", "labels", "none", "zone=a")).code, 2)
})

const MiB = 1_024 ** 2

/** Two stores at one look, the first on its way. */
function seen(parts: Partial<StoreSummary>, other: Partial<StoreSummary> = {}): StoreSummary[] {
  const rest = { labels: noLabels, capacityBytes: 0, usedBytes: 0, heardMsAgo: 100, stateMs: 0 }
  const first = { nodeId: 1, address: "a:1", state: "decommissioning", leaders: 0, ...rest }
  const second = { nodeId: 2, address: "b:1", state: "up", leaders: 4, ...rest }
  return [
    { ...first, ranges: 0, bytes: 0, ...parts },
    { ...second, ranges: 9, bytes: 9 * MiB, ...other },
  ]
}

t.test("a decommission is followed until the store has nothing", async (t) => {
  const fake = terminal()
  const course = [
    seen({ ranges: 6, bytes: 48 * MiB }),
    seen({ ranges: 4, bytes: 32 * MiB }),
    seen({ ranges: 4, bytes: 30 * MiB }),
    seen({ ranges: 1, bytes: 8 * MiB }),
    seen({}),
  ]
  fake.storesSeen = [...course]
  const { code, out, err } = await fake.run("store", "decommission", "1", "--wait", ...at)
  t.same([code, err], [0, ""])
  t.same(out.split("\n"), [
    "store 1: 6 ranges, 48.0 MiB left to move",
    "store 1: 4 ranges, 32.0 MiB left to move, 16.0 MiB/s, 2 s left",
    "store 1: 1 ranges, 8.0 MiB left to move, 13.3 MiB/s, 1 s left",
    "store 1: 0 ranges, 0 B left to move, 12.0 MiB/s",
    "store 1 has no replicas any more: it can be stopped for good",
    "",
  ])
  fake.storesSeen = [...course]
  const json = await fake.run("store", "decommission", "1", "--wait", ...at, "-o", "json")
  const lines = json.out.trim().split("\n")
  t.same(
    lines.map((line) => JSON.parse(line)).map(({ state, ranges }) => [state, ranges]),
    [6, 4, 1, 0].map((ranges) => ["decommissioning", ranges]),
  )
})

t.test("a drain is followed until the store leads nothing", async (t) => {
  const fake = terminal()
  const store = { state: "draining", ranges: 6, bytes: 48 * MiB }
  fake.storesSeen = [seen({ ...store, leaders: 3 }), seen({ ...store, leaders: 1 }), seen(store)]
  const { code, out } = await fake.run("store", "drain", "1", "--wait", ...at)
  t.equal(code, 0)
  t.match(out, "leads 3 of 6 ranges\nstore 1: leads 1 of 6 ranges, 2.0/s, 1 s left\n")
  t.match(out, /store 1 leads nothing now; it keeps its replicas\n$/)
})

t.test("that a store has nothing is its own word, given since it was to go", async (t) => {
  const unheard = seen({ heardMsAgo: 0 })
  for (const [state, ends] of [
    ["decommissioning", /stopped for good\n$/],
    ["draining", /leads nothing now; it keeps its replicas\n$/],
  ] as const) {
    const fake = terminal()
    const has = (count: number, heardMsAgo: number) =>
      seen({ state, ranges: count, leaders: count, bytes: MiB, heardMsAgo })
    fake.storesSeen = [
      // The driver goes, and the next one has not heard of it for as long as it does not run.
      ...[has(0, 9_000), has(0, 9_900), has(2, 100)],
      ...Array.from({ length: 30 }, () => seen({ state, heardMsAgo: 0 })),
      ...[has(0, 100), has(0, 1_100), has(1, 100), has(0, 100)],
    ]
    const verb = state === "draining" ? "drain" : "decommission"
    const { code, out } = await fake.run("store", verb, "1", "--wait", ...at)
    t.equal(code, 0)
    t.match(out, /not heard of since the driver is there: what it has is not known\n/)
    t.match(out, ends)
    t.equal(fake.storesSeen.length, 1, "all of that was looked at")
  }
  const fake = terminal()
  fake.storesSeen = [unheard, seen({ state: "up" })]
  const json = await fake.run("store", "decommission", "1", "--wait", ...at, "-o", "json")
  t.match(JSON.parse(json.out), { ranges: null, leaders: null, bytes: null })
})

t.test("a wait ends when the store is to become something else, or nobody answers", async (t) => {
  const ranges = { ranges: 2, bytes: MiB }
  for (const [last, err] of [
    [seen({ ...ranges, state: "up" }), /store 1 is up now.*then ask again \(state_changed\)/],
    [seen({ ...ranges, state: "gone" }), /store 1 is gone now/],
    [seen(ranges).slice(1), /store 1 is not there any more/],
  ] as const) {
    const fake = terminal()
    fake.storesSeen = [seen(ranges), last]
    const { code, ...told } = await fake.run("store", "decommission", "1", "--wait", ...at)
    t.equal(code, 1)
    t.match(told.err, err)
  }
  const fake = terminal()
  fake.stores.clear()
  const { code, err } = await fake.run("store", "drain", "1", "--wait", ...at)
  t.equal(code, 1)
  t.match(err, /connection refused \(unavailable\)/)
})

t.test("only who goes while it runs is waited for", async (t) => {
  for (const verb of ["remove", "restore"]) {
    const fake = terminal()
    t.notMatch((await fake.run("store", verb, "--help")).out, "--wait", verb)
    t.equal((await fake.run("store", verb, "2", "--wait", ...at)).code, 2)
    t.equal(fake.statesAsked.length, 0)
  }
})

t.test("where a person looks there is a bar instead of lines", async (t) => {
  const fake = terminal()
  fake.inIsTerminal = true
  fake.environment.TERM = "dumb"
  fake.storesSeen = [seen({ ranges: 2, bytes: MiB }), seen({})]
  const { code, out } = await fake.run("store", "decommission", "1", "--wait", ...at)
  t.same([code, out], [0, "store 1 has no replicas any more: it can be stopped for good\n"])
  t.match((await fake.run("store", "drain", "--help")).out, /drain 3 --wait/)
})

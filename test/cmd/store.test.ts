/** `ringraft store list|labels`, as people and as programs see it. */
import t from "tap"
import { noLabels } from "../../src/base/index.ts"
import { FakeTerminal } from "./fake-terminal.ts"

const at = ["--endpoints", "dead:1,a:1"]

function terminal(): FakeTerminal {
  const fake = new FakeTerminal()
  const rest = { state: "up", capacityBytes: 1_000, usedBytes: 700, bytes: 5 * 1_024 * 1_024 }
  fake.stores.set("a:1", [
    {
      ...{ nodeId: 1, address: "a:1", labels: { ...noLabels, zone: "z1", host: "h" }, ranges: 3 },
      ...{ leaders: 2, heardMsAgo: 2_500, ...rest },
    },
    { nodeId: 2, address: "b:1", labels: noLabels, ranges: 3, leaders: 1, heardMsAgo: 0, ...rest },
  ])
  return fake
}

t.test("a list of stores", async (t) => {
  const { code, out } = await terminal().run("store", "list", ...at)
  t.equal(code, 0)
  t.match(out, /ID.*ADDRESS.*STATE.*LABELS.*RANGES.*LEADERS.*BYTES.*DISK.*HEARD/)
  t.match(out, /1.*a:1.*up.*zone=z1 host=h.*3.*2.*5.0 MiB.*70 %.*2\.5 s ago/)
})

t.test("in JSON it is a contract", async (t) => {
  const { out } = await terminal().run("store", "list", ...at, "--output", "json")
  const bytes = 5 * 1_024 * 1_024
  t.same(JSON.parse(out), [
    {
      ...{ id: 1, address: "a:1", state: "up", labels: { zone: "z1", host: "h" }, ranges: 3 },
      ...{ leaders: 2, bytes },
    },
    { id: 2, address: "b:1", state: "up", labels: {}, ranges: 3, leaders: 1, bytes },
  ])
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

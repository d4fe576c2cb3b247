/** `explain KEY`: one range, as all of its nodes see it. */
import t from "tap"
import { FakeTerminal, statusOf, summaryOf } from "./fake-terminal.ts"

const addresses = ["127.0.0.1:7400", "127.0.0.1:7401", "127.0.0.1:7402"]

/** Three nodes; the third is down. */
function terminal(): FakeTerminal {
  const scene = new FakeTerminal()
  const members = addresses.map((address, i) => ({ nodeId: i + 1, address }))
  for (const [i, address] of addresses.slice(0, 2).entries()) {
    const parts = { readFrom: i === 0 ? "memory" : "disk", appliedIndex: 100 - i }
    scene.ranges.set(address, [summaryOf(2, "-m", parts), summaryOf(7, "m-", parts)])
    scene.statuses.set(address, statusOf({ nodeId: i + 1, address, members }))
  }
  scene.running = [[scene.operator]]
  return scene
}

t.test("a person sees the range, its replicas and what was done with it", async (t) => {
  const { code, out } = await terminal().run("explain", "pie")
  t.equal(code, 0)
  t.match(out, /^key pie of keyspace default\nrange 7, from m to the end, epoch 3.1\n/)
  t.match(out, /│ +1 │ voter +│ +40 │ +100 │ +100 │ +101 │ memory +│/)
  t.match(out, /│ +2 │ voter, leads │ +40 │ +100 │ +99 │ +101 │ disk +│/)
  t.match(out, /│ +3 │ voter +│ +│ +│ +│ +│ not reached +│/)
  t.match(out, /│ 3000001 +│ repair │ store 4 is dead │ under way │ 2 s ago │/)
  t.match((await terminal().run("explain", "ada")).out, /no operator touched the range/)
})

t.test("a program gets the same", async (t) => {
  const { out } = await terminal().run("explain", "pie", "--output", "json")
  const explained = JSON.parse(out)
  t.match(explained, {
    ...{ key: "pie", keyspace: "default", leader: 2, range: { id: 7 } },
    replicas: [
      {
        ...{ store: 1, role: "voter", readFrom: "memory" },
        log: { first: 40, commit: 100, applied: 100, last: 101 },
      },
      { store: 2, readFrom: "disk" },
      { store: 3, log: null, readFrom: null },
    ],
  })
  t.match(explained.operators[0], { id: 3_000_001, kind: "repair", range: 7 })
})

t.test("what can't be explained", async (t) => {
  const nobody = new FakeTerminal()
  t.match(await nobody.run("explain", "ada"), { code: 1, err: /connection refused/ })
  t.match(await terminal().run("explain"), { code: 2, err: /missing required argument/ })
  t.match(await terminal().run("explain", "--help"), { code: 0, out: /Examples/ })
})

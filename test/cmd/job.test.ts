/** `keyspace drop`, and `job list|watch`, in which one sees how it goes. */
import t from "tap"
import { FakeTerminal, jobOf, summaryOf } from "./fake-terminal.ts"

const address = "127.0.0.1:7400"

function terminal(): FakeTerminal {
  const made = new FakeTerminal()
  made.ranges.set(address, [summaryOf(2, "-")])
  return made
}

t.test("a keyspace is dropped when that is meant", async (t) => {
  const scene = terminal()
  const asked = await scene.run("keyspace", "drop", "users")
  t.match(asked, { code: 2, err: /all data of the keyspace "users" would be lost: give --yes/ })
  t.same(scene.drops, [])
  t.match(await scene.run("keyspace", "drop", "users", "--yes"), {
    ...{ code: 0, err: "" },
    out: "keyspace users is dropped; its data goes: ringraft job watch 7\n",
  })
  const json = await scene.run("keyspace", "drop", "users", "--yes", "--output", "json")
  t.same(JSON.parse(json.out), { job: 7, keyspace: "users" })
  t.same(scene.drops, ["users", "users"])
})

t.test("a person is asked for its name", async (t) => {
  const scene = terminal()
  scene.inIsTerminal = true
  scene.line = "yes\n"
  const other = await scene.run("keyspace", "drop", "users")
  t.match(other, { code: 1, err: /that is not its name: nothing was changed/ })
  t.same(scene.drops, [])
  scene.line = "users\n"
  t.match(await scene.run("keyspace", "drop", "users"), { code: 0, err: /Give its name/ })
  t.same(scene.drops, ["users"])
})

const course = [
  [jobOf()],
  [jobOf({ gone: 2, left: 4, ageMs: 2_000 })],
  [jobOf({ gone: 6, left: 0, ageMs: 3_000, waitsFor: [3] })],
  [jobOf({ gone: 6, left: 0, ageMs: 4_000, tookMs: 3_500, waitsFor: [] })],
]

t.test("a job is followed to its end", async (t) => {
  const scene = terminal()
  const told = [
    "job 7: 0 of 6 replicas",
    "job 7: 2 of 6 replicas, 2.0/s, 2 s left",
    "job 7: 6 of 6 replicas, 3.0/s, 0 s left, waits for stores 3",
    "keyspace users is gone: 6 replicas in 3.5 s",
  ]
  // What is as it was is not told again.
  scene.jobs = course.flatMap((seen) => [seen, seen])
  const { code, out } = await scene.run("job", "watch", "7")
  t.same([code, ...out.trim().split("\n")], [0, ...told])
  scene.jobs = [...course]
  scene.inIsTerminal = true
  scene.environment.TERM = "dumb"
  const seen = await scene.run("job", "watch", "7")
  t.equal(seen.out, `${told.at(-1)}\n`, "the rest is for a bar")
  scene.inIsTerminal = false
  scene.jobs = [...course]
  const json = await scene.run("job", "watch", "7", "--output", "json")
  const lines = json.out.trim().split("\n")
  t.same(
    lines.map((line) => JSON.parse(line)).map(({ state, gone, left }) => [state, gone, left]),
    [
      ["running", 0, 6],
      ["running", 2, 4],
      ["running", 6, 0],
      ["ended", 6, 0],
    ],
  )
  scene.jobs = [...course]
  t.match(await scene.run("keyspace", "drop", "users", "--yes", "--wait"), {
    ...{ code: 0, out: "keyspace users is gone: 6 replicas in 3.5 s\n" },
  })
})

t.test("jobs are listed, for people and for programs", async (t) => {
  const scene = terminal()
  t.match(await scene.run("job", "list"), { code: 0, out: "no jobs\n" })
  scene.jobs = [[jobOf({ gone: 2, left: 4 }), jobOf({ id: 5, keyspace: "a", tookMs: 900 })]]
  const { out } = await scene.run("job", "list")
  t.match(out, /│ +7 │ drop │ users +│ running │ 2 of 6 replicas/)
  t.match(out, /│ +5 │ drop │ a +│ ended +│ 0 replicas, 0.9 s/)
  const json = await scene.run("job", "list", "--output", "json")
  t.match(JSON.parse(json.out), [
    { id: 7, kind: "drop", keyspace: "users", state: "running", gone: 2, left: 4, tookMs: null },
    { id: 5, state: "ended", tookMs: 900, waitsFor: [1, 2, 3] },
  ])
})

t.test("what can't be: a job that is not there, no name, help", async (t) => {
  const scene = terminal()
  t.match(await scene.run("job", "watch", "9"), { code: 1, err: /there is no job 9/ })
  t.match(await scene.run("keyspace", "drop"), { code: 2, err: /missing required argument/ })
  t.match(await scene.run("job", "watch", "x"), { code: 2, err: /whole number above 0/ })
  for (const verb of ["list", "watch"]) {
    t.match(await scene.run("job", verb, "--help"), { code: 0, out: /Examples/ })
  }
})

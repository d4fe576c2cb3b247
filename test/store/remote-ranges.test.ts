/** Operations on keys that no replica of this node holds: located, forwarded, located anew. */
import t from "tap"
import { noLabels } from "../../src/base/index.ts"
import { Members } from "../../src/store/members.ts"
import { RemoteRanges } from "../../src/store/remote-ranges.ts"
import type { PendingOperation } from "../../src/store/types.ts"
import type { RangeLocation, RangePlace } from "../../src/wire/index.ts"

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

/** Node 9, which has no replica of anything, among nodes 1 to 3. */
class Scene {
  readonly sent: string[] = []
  readonly refused: string[] = []
  readonly asked: (readonly RangePlace[])[] = []
  readonly remote: RemoteRanges
  absent: readonly number[] = []

  constructor() {
    const stores = [1, 2, 3, 9].map((nodeId) => ({
      ...{ nodeId, address: `n${nodeId}`, labels: noLabels, sinceMs: 0, storeKey: "" },
      state: "up" as const,
    }))
    this.remote = new RemoteRanges({
      nodeId: 9,
      members: new Members(
        { nodeId: 9, members: [] },
        { version: 1, clusterKey: "", stores },
        () => {},
      ),
      locate: (places) => this.asked.push(places),
      forward: (to, { id }) => this.sent.push(`${id} to ${to}`),
      absent: () => new Set(this.absent),
      route: (operation) => this.remote.take(operation),
    })
  }

  get(id: number, key: string, keyspaceId = 1): PendingOperation {
    const operation = { type: "get", key: bytes(key), consistency: "linearizable" } as const
    const pending: PendingOperation = {
      ...{ id, keyspaceId, operation, rangeId: 0, rangeVersion: 0, bytes: bytes("") },
      ...{ deadline: 1_000, forwarded: false, cancelled: false },
      sink: {
        deliver: (_, result) => {
          if (result.type === "error") this.refused.push(`${id}: ${result.code}`)
        },
        deliverEncoded: () => {},
      },
    }
    this.remote.take(pending)
    return pending
  }

  /** What was sent since this was asked last. */
  news(): string[] {
    return this.sent.splice(0)
  }
}

function located(rangeId: number, start: string, end: string, rest: object = {}): RangeLocation {
  const range = { rangeId, keyspaceId: 1, start: bytes(start), end: bytes(end), configVersion: 0 }
  return { range: { ...range, version: 1 }, leader: 1, replicas: [1, 2, 3], ...rest }
}

t.test("what is not known is asked for once, and sent when it is", async (t) => {
  const scene = new Scene()
  t.equal(scene.get(1, "a").strayed, true, "its client has yet to hear the way")
  scene.get(2, "b")
  t.equal(scene.asked.length, 1)
  t.same(scene.news(), [])
  scene.remote.onLocated([located(5, "", "m")])
  t.same(scene.news(), ["1 to 1", "2 to 1"])
  scene.get(3, "c")
  t.same(scene.news(), ["3 to 1"], "it is remembered")
  scene.get(4, "x")
  t.equal(scene.asked.length, 2, "another range")
})

t.test("while the driver knows nothing it is asked again with the next tick", async (t) => {
  const scene = new Scene()
  scene.get(1, "a")
  scene.remote.onLocated([])
  scene.get(2, "b")
  t.equal(scene.asked.length, 1)
  scene.remote.tick(0)
  t.equal(scene.asked.length, 2)
  scene.remote.onLocated([located(5, "", "")])
  t.same(scene.news(), ["1 to 1", "2 to 1"])
})

t.test("more places than one question takes are asked for by and by", async (t) => {
  const scene = new Scene()
  const count = 150
  for (let id = 0; id < count; id += 1) scene.get(id, `key ${id}`)
  t.same(
    scene.asked.map((places) => places.length),
    [1],
  )
  scene.remote.onLocated([])
  for (let round = 0; round < 5; round += 1) {
    scene.remote.tick(0)
    scene.remote.onLocated([])
  }
  t.same(
    scene.asked.map((places) => places.length),
    [1, 64, 64, 64, 64, 64],
  )
  const places = scene.asked.flat().map(({ key }) => Buffer.from(key).toString())
  t.equal(new Set(places).size, count, "those that can't be told don't keep others from it")
  scene.remote.tick(0)
  scene.remote.onLocated([located(5, "", "")])
  t.equal(scene.news().length, count)
})

t.test("a node that hears of no other sends nobody on", async (t) => {
  const scene = new Scene()
  scene.remote.onLocated([located(5, "", "m")])
  scene.get(1, "x")
  scene.absent = [1, 2]
  scene.get(2, "y")
  t.same(scene.refused, [], "one is there, and may tell")
  scene.absent = [1, 2, 3]
  scene.get(3, "a")
  scene.get(4, "z")
  t.same(scene.refused, ["3: unavailable", "4: unavailable"])
  scene.remote.tick(0)
  t.same(scene.refused.slice(2), ["1: unavailable", "2: unavailable"], "nor keeps who waits")
  scene.absent = [1, 2]
  scene.get(5, "a")
  t.same(scene.news(), ["5 to 1"])
})

t.test("the driver may not have heard yet that this node has no replica any more", async (t) => {
  const scene = new Scene()
  scene.get(1, "a")
  scene.remote.onLocated([located(5, "", "", { leader: 9, replicas: [9, 2, 3] })])
  t.same(scene.news(), ["1 to 2"])
})

t.test(
  "a replica that does not lead says who does; one that does not know is passed",
  async (t) => {
    const scene = new Scene()
    scene.remote.onLocated([located(5, "", "")])
    const first = scene.get(1, "a")
    scene.remote.onMisled(first, 1, "not_leader", 3)
    scene.get(2, "a")
    t.same(scene.news(), ["1 to 1", "2 to 3"])
    scene.remote.onMisled(first, 3, "not_leader", 0)
    scene.get(3, "a")
    scene.remote.onMisled(first, 2, undefined, 0)
    scene.get(4, "a")
    t.equal(new Set(scene.news()).size, 2, "one after the other")
    for (let turn = 0; turn < 3; turn += 1) scene.remote.onMisled(first, 1, undefined, 0)
    scene.get(5, "a")
    t.same(scene.news(), [])
    t.equal(scene.asked.length, 1, "nobody knows: the driver is asked anew")
  },
)

t.test("a late complaint about a node that is not asked any more changes nothing", async (t) => {
  const scene = new Scene()
  scene.remote.onLocated([located(5, "", "")])
  const first = scene.get(1, "a")
  scene.remote.onMisled(first, 1, "not_leader", 3)
  scene.remote.onMisled(first, 1, "not_leader", 0)
  scene.get(2, "a")
  t.same(scene.news(), ["1 to 1", "2 to 3"])
})

t.test(
  "a range that has changed is located anew; an older answer does not replace it",
  async (t) => {
    const scene = new Scene()
    scene.remote.onLocated([located(5, "", "")])
    const pending = scene.get(1, "a")
    scene.remote.onMisled(pending, 1, "range_changed", 0)
    scene.get(2, "a")
    t.equal(scene.asked.length, 1)
    const cut = { ...located(5, "", "m").range, version: 2 }
    scene.remote.onLocated([located(5, "", "m", { range: cut, leader: 2 })])
    t.same(scene.news(), ["1 to 1", "2 to 2"])
    scene.remote.onLocated([located(5, "", "")])
    scene.get(3, "a")
    t.same(scene.news(), ["3 to 2"])
  },
)

t.test("who is silent is asked only where all are", async (t) => {
  const scene = new Scene()
  scene.get(1, "a")
  scene.absent = [1]
  scene.remote.onLocated([located(5, "", "", { leader: 0, replicas: [1, 2] })])
  t.same(scene.news(), ["1 to 2"])
  scene.absent = [1, 2]
  scene.get(2, "b")
  t.same(scene.news(), ["2 to 1"])
})

t.test("the cluster's own range is looked for store by store", async (t) => {
  const scene = new Scene()
  const pending = scene.get(1, "ids/range", 0)
  const tried = new Set<string>()
  for (let turn = 0; turn < 3; turn += 1) {
    scene.get(2, "ids/range", 0)
    for (const sent of scene.news()) tried.add(sent)
    const [last] = [...tried].slice(-1)
    scene.remote.onMisled(pending, Number(last?.split(" to ")[1]), "not_leader", 0)
  }
  t.ok(tried.has("2 to 1") && tried.has("2 to 2") && tried.has("2 to 3"))
  t.equal(scene.asked.length, 0, "nobody could be asked where it is")
  scene.remote.onMisled(pending, 1, "not_leader", 2)
  scene.get(3, "ids/range", 0)
  t.same(scene.news(), ["3 to 2"])
})

t.test("who knows more than the driver does not ask it again before a tick", async (t) => {
  const scene = new Scene()
  scene.get(1, "a")
  const before = located(5, "", "m")
  const range = { ...before.range, version: 2, end: bytes("c") }
  scene.remote.onLocated([{ ...before, range }])
  t.same(scene.news(), ["1 to 1"])
  scene.get(2, "d")
  t.equal(scene.asked.length, 2)
  for (const told of [before, { ...before, range }]) {
    scene.remote.onLocated([told])
    t.equal(scene.asked.length, 2, "the split is news to the driver, too")
  }
  scene.remote.tick(0)
  t.equal(scene.asked.length, 3)
})

/** Replicas of keyspaces that were dropped leave, some at a time, and are counted. */
import t from "tap"
import { InvariantViolation } from "../../src/base/index.ts"
import { Clearance } from "../../src/store/clearance.ts"
import type { Replica } from "../../src/store/replica.ts"

/** Replicas of a store, of which all that is known is whose they are. */
class Scene {
  readonly here = new Map<Replica, number>()
  readonly leaving = new Map<Replica, () => void>()
  readonly empty: number[] = []
  opens = false
  clears = false
  systemTime: number | undefined
  readonly clearance = new Clearance({
    replicas: () => this.here.keys(),
    has: (replica) => this.here.has(replica),
    keyspaceOf: (replica) => this.here.get(replica) ?? 0,
    remove: (replica, then) => {
      this.here.delete(replica)
      this.leaving.set(replica, then)
    },
    onEmpty: (keyspaceIds) => this.empty.push(...keyspaceIds),
    opens: () => this.opens,
    clears: () => this.clears,
    systemTime: () => this.systemTime,
  })

  add(keyspaceId: number): Replica {
    const replica = {} as Replica
    this.here.set(replica, keyspaceId)
    this.clearance.onReplica(replica)
    return replica
  }

  /** Those that were on their way out are gone. */
  finish(): void {
    for (const [replica, then] of [...this.leaving]) {
      this.leaving.delete(replica)
      then()
    }
  }
}

t.test("all of a keyspace go, a few at a time, and no others", async (t) => {
  const scene = new Scene()
  for (let i = 0; i < 10; i += 1) scene.add(7)
  const other = scene.add(8)
  scene.clearance.tick()
  t.equal(scene.leaving.size, 0, "nobody has dropped anything")
  scene.clearance.learn({ version: 3, ids: [7] })
  t.ok(scene.clearance.has(7))
  t.notOk(scene.clearance.has(8))
  t.same(scene.clearance.progress, [{ keyspaceId: 7, left: 10, gone: 0 }])
  scene.clearance.tick()
  const atOnce = scene.leaving.size
  t.ok(atOnce > 0 && atOnce < 10)
  scene.clearance.tick()
  t.equal(scene.leaving.size, atOnce, "the others wait")
  t.same(scene.empty, [])
  while (scene.here.size > 1 || scene.leaving.size > 0) {
    scene.finish()
    scene.clearance.tick()
  }
  t.same(scene.clearance.progress, [{ keyspaceId: 7, left: 0, gone: 10 }])
  t.same(scene.empty, [7])
  t.same([...scene.here.keys()], [other])
})

t.test("one that comes late goes, too; one that left by itself is not counted", async (t) => {
  const scene = new Scene()
  scene.clearance.learn({ version: 3, ids: [7] })
  const first = scene.add(7)
  scene.add(7)
  scene.here.delete(first)
  scene.clearance.tick()
  scene.finish()
  t.same(scene.clearance.progress, [{ keyspaceId: 7, left: 0, gone: 1 }])
})

t.test("what changes is news, once; an older list is none", async (t) => {
  const scene = new Scene()
  t.notOk(scene.clearance.takeChanged())
  scene.clearance.learn({ version: 3, ids: [7] })
  scene.clearance.tick()
  t.ok(scene.clearance.takeChanged())
  t.notOk(scene.clearance.takeChanged())
  scene.clearance.learn({ version: 2, ids: [] })
  scene.clearance.tick()
  t.ok(scene.clearance.has(7))
  t.notOk(scene.clearance.takeChanged())
  scene.add(7)
  scene.clearance.tick()
  scene.finish()
  t.ok(scene.clearance.takeChanged())
})

t.test("a list that has a keyspace which every cluster has is not believed", async (t) => {
  for (const id of [0, 1]) {
    const { clearance } = new Scene()
    t.throws(() => clearance.learn({ version: 1, ids: [id] }), InvariantViolation)
  }
})

t.test("what is left is whole only when what was created before the drop is here", async (t) => {
  const scene = new Scene()
  scene.systemTime = 2
  scene.clearance.learn({ version: 3, ids: [7] })
  scene.clearance.tick()
  t.equal(scene.clearance.clearedVersion, 0, "replay may bring replicas back")
  scene.systemTime = 3
  scene.opens = true
  scene.clearance.tick()
  t.equal(scene.clearance.clearedVersion, 0, "it has brought one, which is not there yet")
  t.notOk(scene.clearance.takeChanged())
  scene.add(7)
  scene.opens = false
  scene.clears = true
  scene.clearance.tick()
  t.equal(scene.clearance.clearedVersion, 0, "nobody counts what is cleared")
  scene.clears = false
  scene.clearance.tick()
  t.equal(scene.clearance.clearedVersion, 3)
  t.ok(scene.clearance.takeChanged())
  t.same(scene.clearance.progress, [{ keyspaceId: 7, left: 1, gone: 0 }])
  scene.clearance.learn({ version: 4, ids: [7, 8] })
  t.equal(scene.clearance.clearedVersion, 3, "of a newer list it can't be said yet")
})

t.test("nothing is removed while what it has split off is about to be there", async (t) => {
  const scene = new Scene()
  scene.add(7)
  scene.clearance.learn({ version: 3, ids: [7] })
  scene.opens = true
  scene.clearance.tick()
  t.equal(scene.leaving.size, 0)
  scene.opens = false
  scene.clearance.tick()
  t.equal(scene.leaving.size, 1)
})

t.test(
  "one whose replicas had left before is told of once, when none can come any more",
  async (t) => {
    const scene = new Scene()
    scene.systemTime = 2
    scene.add(8)
    scene.clearance.learn({ version: 3, ids: [7, 8] })
    scene.clearance.tick()
    t.same(scene.empty, [], "replay may bring replicas back")
    scene.systemTime = 3
    scene.clearance.tick()
    t.same(scene.empty, [7], "the other one is on its way out")
    scene.finish()
    t.same(scene.empty, [7, 8])
    scene.systemTime = 4
    scene.clearance.learn({ version: 4, ids: [7, 8, 9] })
    scene.clearance.tick()
    t.same(scene.empty, [7, 8, 9])
  },
)

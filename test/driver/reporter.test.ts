/** The node's side: beats on change and slowly else, and everything to a new driver. */
import t from "tap"
import { KvError, noLabels, type StoreTable } from "../../src/base/index.ts"
import type { RangeReport } from "../../src/core/placement/types.ts"
import { type ReportedNode, Reporter } from "../../src/driver/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import {
  type Beat,
  type BeatAnswer,
  type DroppedKeyspaces,
  decodeBeat,
  encodeBeatAnswer,
} from "../../src/wire/index.ts"
import { VirtualTime } from "../client/virtual-time.ts"

const beatMs = 10_000

function answerOf(driverNodeId: number, driverTerm: number): BeatAnswer {
  return { driverNodeId, driverTerm, table: undefined, dropped: undefined }
}

/** A node that leads some ranges, and the driver that it talks to. */
class Scene implements ReportedNode {
  readonly clock = new VirtualTime()
  readonly reporter: Reporter
  readonly beats: Beat[] = []
  readonly tables: StoreTable[] = []
  readonly dropped: DroppedKeyspaces[] = []
  readonly expelled: KvError[] = []
  /** How long the driver takes to answer. */
  answerMs = 0
  news = false
  /** Ranges that the node leads, with their terms. */
  readonly led = new Map<number, number>()
  answer: BeatAnswer | KvError = answerOf(1, 1)
  incoming: Beat["incoming"] = []
  /** Nodes whose replicas have not caught up. */
  behind: number[] = []
  #touched = new Set<number>()

  constructor() {
    this.reporter = new Reporter({
      ...{ clock: this.clock, telemetry: silentTelemetry, beatMs, node: this },
      ask: async (beat) => {
        this.beats.push(decodeBeat(beat))
        if (this.answerMs > 0) {
          await new Promise<void>((resolve) => this.clock.after(this.answerMs, resolve))
        }
        if (this.answer instanceof KvError) throw this.answer
        return encodeBeatAnswer(this.answer)
      },
      onTable: (table) => this.tables.push(table),
      onDropped: (dropped) => this.dropped.push(dropped),
      onExpelled: (error) => this.expelled.push(error),
    })
  }

  touch(rangeId: number, term?: number): void {
    if (term !== undefined) this.led.set(rangeId, term)
    this.#touched.add(rangeId)
  }

  /** Ranges in the beats since this was asked last. */
  told(): number[][] {
    return this.beats.splice(0).map(({ ranges }) => ranges.map(({ rangeId }) => rangeId))
  }

  describe(): Omit<Beat, "ranges"> {
    return {
      store: {
        ...{ store: 1, capacityBytes: 0, usedBytes: 0, ranges: 0, leaders: this.led.size },
        takesMore: true,
      },
      ...{ storeKey: "k", address: "a:1", labels: noLabels, tableVersion: 0 },
      incoming: this.incoming,
      ...{ droppedVersion: 0, leaving: [] },
    }
  }

  get receives(): boolean {
    return this.incoming.length > 0
  }

  hasNews(): boolean {
    const { news } = this
    this.news = false
    return news
  }

  takeTouched(): ReadonlySet<number> {
    const touched = this.#touched
    this.#touched = new Set()
    return touched
  }

  reportOf(rangeId: number): RangeReport | undefined {
    const term = this.led.get(rangeId)
    if (term === undefined) return undefined
    const none = new Uint8Array(0)
    return {
      ...{ rangeId, keyspaceId: 1, start: none, end: none, version: 1, configVersion: 0, term },
      ...{ leader: 1, replicas: [{ store: 1, replicaId: 1, role: "voter" }], down: [] },
      ...{ pending: this.behind, bytes: 0, keys: 0, readRate: 0, writeRate: 0 },
    }
  }

  ledRanges(): readonly number[] {
    return [...this.led.keys()]
  }

  measure(): void {}
}

t.test("a node that rests beats slowly", async (t) => {
  const scene = new Scene()
  scene.reporter.start()
  await scene.clock.pass(5 * beatMs)
  t.ok(scene.beats.length >= 5 && scene.beats.length <= 7, `${scene.beats.length} beats`)
  scene.reporter.stop()
  const before = scene.beats.length
  await scene.clock.pass(5 * beatMs)
  t.equal(scene.beats.length, before)
})

t.test("what changed is told at once, what only went on with the slow beat", async (t) => {
  const scene = new Scene()
  scene.reporter.start()
  await scene.clock.pass(beatMs / 2)
  scene.told()
  scene.touch(7, 3)
  await scene.clock.pass(beatMs / 10)
  t.same(scene.told(), [[7]], "it leads a range")
  scene.touch(7)
  await scene.clock.pass(beatMs / 10)
  t.same(scene.told(), [], "entries go on")
  scene.touch(7, 4)
  await scene.clock.pass(beatMs / 10)
  t.same(scene.told(), [[7]], "it leads in another term")
  scene.behind = [2]
  scene.touch(7)
  await scene.clock.pass(beatMs / 10)
  t.same(scene.told(), [[7]], "somebody has fallen behind")
  scene.touch(7)
  await scene.clock.pass(beatMs)
  t.same(scene.told().flat(), [7])
  scene.led.delete(7)
  scene.touch(7)
  await scene.clock.pass(2 * beatMs)
  t.same(scene.told().flat(), [], "it leads no more")
})

t.test("what changes while a beat is under way is told as soon as that is answered", async (t) => {
  const scene = new Scene()
  scene.reporter.start()
  await scene.clock.pass(beatMs / 2)
  scene.told()
  scene.answerMs = 2_000
  scene.touch(7, 3)
  await scene.clock.pass(1_000)
  t.same(scene.told(), [[7]])
  scene.touch(7, 4)
  await scene.clock.pass(2_000)
  t.same(scene.told(), [[7]], "it leads in another term by now")
  scene.touch(7)
  await scene.clock.pass(2_000)
  t.same(scene.told(), [], "entries went on")
})

t.test("how far a snapshot has come is told every second, and that no more comes", async (t) => {
  const scene = new Scene()
  scene.reporter.start()
  await scene.clock.pass(beatMs / 2)
  scene.told()
  scene.incoming = [{ rangeId: 7, bytes: 10, ageMs: 1 }]
  await scene.clock.pass(3_000)
  scene.incoming = []
  await scene.clock.pass(beatMs / 10)
  const told = scene.beats.splice(0).map(({ incoming }) => incoming.length)
  t.ok(told.length >= 3 && told.length <= 5, `${told.length} beats`)
  t.equal(told.at(-1), 0)
  t.ok(told.slice(0, -1).every((count) => count === 1))
})

t.test("another driver is told everything", async (t) => {
  const scene = new Scene()
  for (const rangeId of [1, 2, 3]) scene.led.set(rangeId, 1)
  scene.reporter.start()
  await scene.clock.pass(3 * beatMs)
  t.same(scene.told().flat().sort(), [1, 2, 3])
  scene.answer = answerOf(2, 9)
  await scene.clock.pass(2 * beatMs)
  t.same(scene.told().flat().sort(), [1, 2, 3])
})

t.test("many reports go in pages", async (t) => {
  const scene = new Scene()
  for (let rangeId = 1; rangeId <= 600; rangeId += 1) scene.led.set(rangeId, 1)
  scene.reporter.start()
  await scene.clock.pass(beatMs / 2)
  const pages = scene.told()
  t.ok(pages.every((page) => page.length <= 256))
  t.equal(new Set(pages.flat()).size, 600)
})

t.test("what was not answered is told again", async (t) => {
  const scene = new Scene()
  scene.answer = new KvError("unavailable", "nobody drives")
  scene.led.set(5, 1)
  scene.reporter.start()
  await scene.clock.pass(beatMs)
  t.ok(scene.told().length > 1)
  scene.answer = { ...answerOf(1, 1), table: { version: 3, clusterKey: "", stores: [] } }
  await scene.clock.pass(beatMs / 5)
  t.ok(scene.told().flat().includes(5))
  t.equal(scene.tables[0]?.version, 3)
})

t.test("a table that may be old is asked for soon", async (t) => {
  const scene = new Scene()
  scene.reporter.start()
  await scene.clock.pass(beatMs / 2)
  scene.told()
  scene.reporter.hurry()
  await scene.clock.pass(beatMs / 10)
  t.equal(scene.told().length, 1)
})

t.test("news of keyspaces that go are told at once, and those of the driver taken", async (t) => {
  const scene = new Scene()
  scene.reporter.start()
  await scene.clock.pass(beatMs / 2)
  scene.told()
  scene.news = true
  scene.answer = { ...answerOf(1, 1), dropped: { version: 5, ids: [7] } }
  await scene.clock.pass(beatMs / 10)
  t.equal(scene.told().length, 1)
  t.same(scene.dropped, [{ version: 5, ids: [7] }])
})

t.test("a node that is not the store of its id hears so", async (t) => {
  const scene = new Scene()
  scene.answer = new KvError("wrong_cluster", "another store's")
  scene.reporter.start()
  await scene.clock.pass(beatMs / 10)
  t.match(scene.expelled[0], { code: "wrong_cluster" })
})

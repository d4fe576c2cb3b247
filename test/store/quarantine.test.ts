/** A replica that stands aside, on a disk that has no space for saying so. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import type { Raft } from "../../src/core/raft/index.ts"
import { noSessions } from "../../src/core/range/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { isUnfinished, Quarantine } from "../../src/store/quarantine.ts"
import { MemoryDisk, MemoryEngine } from "../storage/memory-engine.ts"
import { batchOf, configuration, openData, put, write } from "../storage/range-data-harness.ts"

t.test("a snapshot is asked for when the mark is durable, and not before", async (t) => {
  const disk = new MemoryDisk()
  const engine = new MemoryEngine(disk)
  const data = await openData(engine)
  await write(data, batchOf(2, put("a", "1")))
  await data.checkpoint()
  disk.failWrites = new KvError("disk_full", "full")
  let waits = 0
  let wakes = 0
  const clock = {
    after: (_ms: number, then: () => void) => {
      waits += 1
      if (waits === 3) disk.failWrites = undefined
      queueMicrotask(then)
      return { cancel: () => {} }
    },
  }
  const asked = new Promise<void>((resolve, reject) => {
    const raft = {
      view: { id: 1, configuration, applied: 2 },
      step: ({ type }: { readonly type: string }) => type === "wantSnapshot" && resolve(),
    } as unknown as Raft
    const quarantine = new Quarantine({
      ...{ raft, data, telemetry: silentTelemetry, wake: () => (wakes += 1), onFatal: reject },
      ...{ clock: clock as never, pauseApplying: async () => {} },
    })
    quarantine.begin("the test")
    t.equal(wakes, 1, "it slept, perhaps, and its clock has to go at once")
  })
  await asked
  t.equal(waits, 3)
  disk.crash(0)
  t.ok((await openData(engine)).installing)
})

t.test("where there was nothing yet no mark says that something was lost", async (t) => {
  const data = await openData(new MemoryEngine(new MemoryDisk()))
  await new Promise<void>((resolve, reject) => {
    const raft = {
      view: { id: 1, configuration, applied: 2, lastIndex: 2 },
      step: ({ type }: { readonly type: string }) => type === "wantSnapshot" && resolve(),
    } as unknown as Raft
    const quarantine = new Quarantine({
      ...{ raft, data, telemetry: silentTelemetry, wake: () => {}, onFatal: reject },
      ...{ clock: {} as never, pauseApplying: async () => {} },
    })
    quarantine.begin("the test", true)
    t.notOk(quarantine.corrupt)
  })
  t.notOk(data.installing)
})

t.test("what is not complete when it is opened is no loss in two cases", async (t) => {
  const image = { state: batchOf(1).state, sessions: noSessions }
  const cases = [
    ["a whole snapshot waits for its place", true, { ...image, snapshotWaits: true }, true],
    ["it was split off, and the engine has nothing of it", false, undefined, true],
    ["it stood aside before", true, image, false],
    ["nobody can tell who the voters were", true, undefined, false],
    ["the engine is that of an earlier day", false, image, false],
  ] as const
  for (const [what, installing, recovered, unfinished] of cases) {
    t.equal(isUnfinished({ installing, recovered }), unfinished, what)
  }
})

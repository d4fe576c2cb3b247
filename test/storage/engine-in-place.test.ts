/** An engine that comes up empty under a log that tells of more: another one's place was taken. */
import t from "tap"
import { Dice, defined } from "../../src/base/index.ts"
import { type Env, silentTelemetry } from "../../src/env/index.ts"
import { lossNonceOf, mendLog } from "../../src/node/recovery.ts"
import { randomOf } from "../../src/sim/random.ts"
import { nothingKnown } from "../../src/storage/range-data/image.ts"
import { put } from "../core/range/test-range.ts"
import { MemoryDisk } from "./memory-engine.ts"
import { MemoryLogDevice } from "./memory-log-device.ts"
import { entries, openLog, write } from "./raft-log-model.ts"
import { parentId, Store } from "./store-data-harness.ts"

const env = { random: randomOf(new Dice(1)), telemetry: silentTelemetry } as Env
const losses = ({ data }: Store): boolean[] => [data.identitiesLost, data.rangesLost]

t.test(
  "the first start of a store makes its engine known before the log has anything",
  async (t) => {
    const { disk } = await Store.open({ startedBefore: false })
    disk.crash(0)
    t.equal(disk.pairs.size, 1)
    for (const startedBefore of [false, true]) {
      const store = await Store.open({ startedBefore }, disk)
      t.same(losses(store), [false, false])
      t.same(await store.contents(), { [parentId]: "" }, "a range of the beginning begins")
    }
  },
)

t.test("no range begins anew on one that took another's place", async (t) => {
  const store = await Store.open({ startedBefore: true }, new MemoryDisk())
  for (const restart of [false, true]) {
    if (restart) await store.crash(0)
    t.same(losses(store), [true, true])
    t.same(await store.contents(), { [parentId]: "installing" })
    t.equal(store.range().recovered, undefined, "nor is it known who has it")
    t.equal(store.range().descriptor.version, 0)
  }
})

t.test("one that an earlier release began is not taken for a new one", async (t) => {
  const store = await Store.open({ startedBefore: true }, (await Store.open()).disk)
  await store.run(parentId, put("a", "1"))
  await store.flush()
  // There was no such record where nothing was lost.
  store.disk.damage(Uint8Array.of(0x05), () => undefined)
  await store.reopen()
  t.same(losses(store), [false, false])
  t.same(await store.contents(), { [parentId]: "a=1" })
  store.disk.damage(Uint8Array.of(0x10, 0, 0, 0, parentId, 0), (value) => value.reverse())
  await store.reopen()
  t.same(losses(store), [false, false], "nor by what becomes of a range")
  t.same(await store.contents(), { [parentId]: "installing" })
})

for (const [what, ...after] of [
  ["had left", write({ rangeId: parentId, gone: true })],
  [
    "had left for another one, whose log is here",
    write({ rangeId: parentId, gone: true }),
    write({ rangeId: parentId, hardState: { term: 2, vote: 0, commit: 0 } }),
  ],
] as const) {
  t.test(
    `a replica of the beginning that ${what} comes back damaged, and votes for no one`,
    async (t) => {
      const device = new MemoryLogDevice()
      const before = await openLog(device)
      await before.append([write({ rangeId: parentId, entries: entries(1, 4, 1) })])
      for (const next of after) await before.append([next])
      await before.close()
      const log = await openLog(device)
      const store = await Store.open({ startedBefore: log.startedBefore }, new MemoryDisk())
      const states = store.data.ranges.map(({ descriptor }) => nothingKnown(descriptor))
      const standings = await mendLog(log, states, store.data, env)
      t.not(defined(standings.get(parentId), "its standing").damageNonce, 0)
      t.not(lossNonceOf(log), 0, "the others are told that ranges may be lost")
      t.same(losses(store), [false, false], "and that is settled")
      await store.data.letGoOfAll(store.range())
      await store.crash(0)
      t.same(losses(store), [false, false], "for good")
      await log.close()
    },
  )
}

t.test(
  "nothing is lost with the record of what was lost, but the word that nothing was",
  async (t) => {
    const store = await Store.open({ startedBefore: true }, (await Store.open()).disk)
    t.same(losses(store), [false, false])
    store.disk.damage(Uint8Array.of(0x05), (value) => value.reverse())
    await store.reopen()
    t.same(losses(store), [true, true])
    t.same(await store.contents(), { [parentId]: "" }, "the data stays")
  },
)

t.test("a log has begun once it has told of a range, whatever became of that", async (t) => {
  const device = new MemoryLogDevice()
  for (let start = 0; start < 3; start += 1) {
    const log = await openLog(device)
    t.equal(log.startedBefore, false, "empty batches tell of nothing")
    await log.close()
  }
  const log = await openLog(device)
  await log.append([write({ rangeId: 1, entries: entries(1, 2, 1) })])
  await log.append([write({ rangeId: 1, gone: true })])
  await log.close()
  const again = await openLog(device)
  t.same(again.rangeIds, [])
  t.equal(again.startedBefore, true)
  await again.close()
})

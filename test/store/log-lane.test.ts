import t from "tap"
import type { Entry, Ready } from "../../src/core/raft/types.ts"
import { LogLane } from "../../src/store/log-lane.ts"

const commitOnly = (number: number): Ready => ({
  ...{ number, hardState: { term: 1, vote: 1, commit: number }, entries: [], mustSync: false },
  ...{ messages: [], messagesAfterPersist: [], committed: [], committedToLoad: undefined },
  ...{ reads: [], readsDropped: [], loads: [], snapshotOffered: undefined },
})

const withEntry = (number: number): Ready => {
  const entry: Entry = { index: number, term: 1, kind: "normal", data: new Uint8Array(1) }
  return { ...commitOnly(number), entries: [entry], mustSync: true }
}

function openLane(): { readonly lane: LogLane; readonly durable: number[] } {
  const durable: number[] = []
  const onPersisted = (readies: readonly Ready[]): void => {
    durable.push(...readies.map(({ number }) => number))
  }
  const lane = new LogLane({ rangeId: 7, onPersisted, onWaiting: () => {}, onGone: () => {} })
  return { lane, durable }
}

t.test(
  "a ready with nothing to write is as good as durable, but not before those before it",
  (t) => {
    const { lane, durable } = openLane()
    t.ok(lane.enqueue(commitOnly(1)))
    t.notOk(lane.enqueue(withEntry(2)))
    t.notOk(lane.enqueue(commitOnly(3)), "the one before it waits")
    const { readies } = lane.take()
    t.notOk(lane.enqueue(commitOnly(4)), "those before it are being written")
    lane.persisted(readies)
    t.notOk(lane.enqueue(commitOnly(5)), "the one before it waits")
    lane.persisted(lane.take().readies)
    t.same(durable, [2, 3, 4, 5])
    t.ok(lane.enqueue(commitOnly(6)))
    t.end()
  },
)

t.test("a commit index that was not worth a write goes with the next", (t) => {
  const { lane } = openLane()
  t.ok(lane.enqueue(commitOnly(1)))
  t.ok(lane.enqueue({ ...commitOnly(2), hardState: undefined }))
  t.notOk(lane.enqueue({ ...withEntry(3), hardState: undefined }))
  const [state, entries] = lane.take().writes
  t.same(state?.hardState, { term: 1, vote: 1, commit: 1 })
  t.equal(entries?.entries.length, 1)
  t.same(lane.takeHardState(), [], "it is written")
  t.end()
})

t.test("nothing is as good as durable before the log begins anew", (t) => {
  const { lane, durable } = openLane()
  t.ok(lane.enqueue(commitOnly(1)))
  lane.restart({ index: 9, term: 1 })
  t.notOk(lane.enqueue(commitOnly(2)), "it acknowledges what was installed")
  const { writes, readies } = lane.take()
  t.same(writes[0]?.start, { index: 9, term: 1 })
  t.notOk(lane.enqueue(commitOnly(3)))
  t.same(durable, [])
  lane.persisted(readies)
  lane.persisted(lane.take().readies)
  t.same(durable, [2, 3])
  t.ok(lane.enqueue(commitOnly(4)))
  lane.restart({ index: 12, term: 1 })
  lane.persisted(lane.take().readies)
  t.ok(lane.enqueue(commitOnly(5)))
  t.end()
})

t.test("nothing comes after the end of the log", (t) => {
  const { lane } = openLane()
  lane.close()
  const late = (): void => {
    lane.restart({ index: 9, term: 1 })
    lane.forgetDamage()
    lane.compact({ index: 9, term: 1 })
    t.notOk(lane.enqueue(withEntry(10)))
  }
  late()
  t.same(lane.take().writes, [{ rangeId: 7, entries: [], gone: true, sync: true }])
  late()
  t.same(lane.take().writes, [])
  t.end()
})

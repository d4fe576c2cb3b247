import t from "tap"
import { ReadRounds } from "../../src/store/read-rounds.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { SmallCluster } from "./small-cluster.ts"

/** A range that has something to read, until a round for it begins. */
function reader() {
  const state = { waits: true }
  return {
    state,
    beginRead: () => {
      const { waits } = state
      state.waits = false
      return waits
    },
  }
}

t.test("what waits begins together, and not while a round is under way", async (t) => {
  const rounds = new ReadRounds<ReturnType<typeof reader>>(new ManualClock(), () => {})
  const [first, second, third, idle] = [reader(), reader(), reader(), reader()]
  idle.state.waits = false
  for (const each of [first, second, idle]) rounds.add(each)
  t.same(rounds.begin(), [first, second], "all but who has nothing any more")
  rounds.add(third)
  t.same(rounds.begin(), [])
  rounds.onAnswered()
  t.same(rounds.begin(), [third])
})

t.test("a round that nobody answers holds the others up for a moment only", async (t) => {
  const clock = new ManualClock()
  let turns = 0
  const rounds = new ReadRounds<ReturnType<typeof reader>>(clock, () => {
    turns += 1
  })
  const [lost, next, gone] = [reader(), reader(), reader()]
  rounds.add(lost)
  rounds.begin()
  rounds.add(next)
  rounds.add(gone)
  rounds.delete(gone)
  clock.advance(2)
  t.equal(turns, 1, "a turn is asked for")
  t.same(rounds.begin(), [next])
})

t.test("who has nothing to read holds nobody up", async (t) => {
  const rounds = new ReadRounds<ReturnType<typeof reader>>(new ManualClock(), () => {})
  const [idle, busy] = [reader(), reader()]
  idle.state.waits = false
  rounds.add(idle)
  t.same(rounds.begin(), [])
  rounds.add(busy)
  t.same(rounds.begin(), [busy])
})

t.test("reads of many ranges are confirmed in one frame each way", async (t) => {
  const ranges = 40
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(ranges)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.getFromEach(ranges)
  // All know what is committed: then a heartbeat brings no news.
  await cluster.run(300)
  cluster.takeFrames()
  const results = await cluster.getFromEach(ranges)
  t.ok(results.every(({ type }) => type === "get"))
  await cluster.run(20)
  const frames = cluster.takeFrames()
  for (const type of ["heartbeat", "heartbeatResponse"]) {
    const counts = frames
      .map(({ envelopes }) => envelopes.filter(({ message }) => message.type === type).length)
      .filter((count) => count > 0)
    t.same(counts, [ranges, ranges], `${type}: one frame for each follower`)
  }
})

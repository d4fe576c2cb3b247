import t from "tap"
import { SmallCluster } from "./small-cluster.ts"

const ranges = 40

t.test("what one log write made durable is acknowledged in one frame", async (t) => {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.split(ranges)
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  await cluster.until(() => cluster.asleep, 20_000, "everything sleeps")
  cluster.takeFrames()
  const results = await cluster.putToEach(ranges)
  t.ok(results.every(({ type }) => type === "put"))
  await cluster.run(50)
  const frames = cluster.takeFrames()
  const carrying = (type: string) =>
    frames.filter(({ envelopes }) => envelopes.some(({ message }) => message.type === type))
  t.same(
    carrying("appendRequest").map(({ envelopes }) => envelopes.length),
    [ranges, ranges],
    "one frame of entries for each follower",
  )
  t.same(
    carrying("appendResponse").map(({ envelopes }) => envelopes.length),
    [ranges, ranges],
    "and one of acknowledgements from each",
  )
})

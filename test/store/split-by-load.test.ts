import t from "tap"
import { Dice } from "../../src/base/index.ts"
import { dataRange, keyAt, SmallCluster } from "./small-cluster.ts"

const keys = 1_000
const putsPerSecond = 40
/** Of a range that is new: its rate is a mean over a while. */
const secondsMax = 180

t.test("a range that is too busy is cut where half of its load is on either side", async (t) => {
  const cluster = new SmallCluster((config) => {
    const driver = { automatic: true, mergeQuietMs: 0, splitOperationsPerSecond: 20 }
    return { ...config, driver: { ...config.driver, ...driver } }
  })
  await cluster.until(() => cluster.whole, 60_000, "the cluster has begun")
  const dice = new Dice(7)
  /** Most of the load is at the first keys: half of it on one in eight of them. */
  const place = (): number => Math.floor(keys * dice.chance() ** 3)
  const places: number[] = []
  const borders = (): readonly Uint8Array[] => {
    const ranges = cluster.machines.flatMap((machine) => machine.inspect())
    const first = ranges.filter(({ descriptor }) => descriptor.rangeId === dataRange)
    return first.map(({ descriptor }) => descriptor.end).filter((end) => end.length > 0)
  }
  for (let second = 0; second < secondsMax && borders().length === 0; second += 1) {
    const now = Array.from({ length: putsPerSecond }, place)
    places.push(...now)
    const results = await cluster.putAt(now)
    t.notOk(results.some(({ type }) => type === "error"))
    await cluster.run(1_000)
  }
  const [border] = borders()
  t.ok(border, "it is cut")
  const before = places.filter((at) => Buffer.compare(keyAt(at), border ?? keyAt(0)) < 0)
  const part = before.length / places.length
  t.ok(part > 0.3 && part < 0.7, `${part} of the load lies before the border`)
  const ended = (await cluster.finish(() => cluster.operatorsEnded(), 20_000)).filter(
    ({ kind }) => kind === "split",
  )
  t.match(ended, [{ end: "finished", reason: "", why: /operations a second/ }])
})

/** A snapshot that comes to its place when its replica is on its way out. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { SnapshotSlots } from "../../src/store/snapshot-slots.ts"
import { Snapshots } from "../../src/store/snapshots.ts"
import { emptySnapshotMeta } from "../../src/wire/index.ts"

const offered = { ...emptySnapshotMeta, index: 7 }

/** An install that ends when the test says so, and what the replica hears of it. */
function fetching() {
  const heard: string[] = []
  let end: (error?: KvError) => void = () => {}
  const installed = { state: offered, sessions: [] }
  const install = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      end = (error) => (error === undefined ? resolve(installed) : reject(error))
    })
  const clock = { monotonicMs: () => 0, after: () => ({ cancel: () => {} }) }
  const traffic = { receiving: new SnapshotSlots(1), settled: () => {}, wait: async () => {} }
  const snapshots = new Snapshots({
    ...{ rangeId: 2, telemetry: silentTelemetry, pace: async () => {}, network: {} },
    ...{ data: { install }, clock, traffic, flush: async () => {}, pauseApplying: async () => {} },
    onInstalled: () => heard.push("installed"),
    onFailed: () => heard.push("failed"),
    onDataLoss: () => heard.push("lost"),
    onFatal: () => heard.push("fatal"),
  } as never)
  snapshots.fetch(1, offered)
  return { snapshots, heard, end: (error?: KvError) => end(error) }
}

/** Until all that is ready has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

t.test("the replica follows what is installed, or hears that it is not", async (t) => {
  for (const [error, expected] of [
    [undefined, "installed"],
    [new KvError("unavailable", "the stream broke"), "failed"],
  ] as const) {
    const { heard, snapshots, end } = fetching()
    await settled()
    t.ok(snapshots.fetching)
    end(error)
    await settled()
    t.same(heard, [expected])
    t.notOk(snapshots.fetching)
  }
})

t.test("a replica that has stopped hears of neither", async (t) => {
  for (const error of [undefined, new KvError("unavailable", "the stream broke")]) {
    const { heard, snapshots, end } = fetching()
    await settled()
    snapshots.stop()
    end(error)
    await settled()
    t.same(heard, [])
    t.notOk(snapshots.fetching)
  }
})

/** The writes of all ranges on one log, and a disk that is full for a while. */
import t from "tap"
import type { Ready } from "../../src/core/raft/types.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { LogWriter } from "../../src/store/log-writer.ts"
import { ManualClock } from "../api/manual-clock.ts"
import { MemoryLogDevice } from "../storage/memory-log-device.ts"
import { entries, openLog, recoveredOf, write } from "../storage/raft-log-model.ts"

const rangeId = 1

function readyWith(number: number, from: number, to: number): Ready {
  return {
    ...{ number, hardState: { term: 1, vote: 1, commit: to }, entries: entries(from, to, 1) },
    ...{ mustSync: true, messages: [], messagesAfterPersist: [], committed: [] },
    ...{ committedToLoad: undefined, reads: [], readsDropped: [], loads: [] },
    snapshotOffered: undefined,
  }
}

const config = { tickMs: 100, electionTimeoutTicks: 12 }
const turn = () => new Promise(setImmediate)

t.test(
  "a log that begins anew while a write waits for space takes nothing of the old one",
  async (t) => {
    const device = new MemoryLogDevice()
    const log = await openLog(device)
    await log.append([write({ entries: entries(1, 8, 1) })])
    const clock = new ManualClock()
    const failures: unknown[] = []
    const writer = new LogWriter({
      ...{ log, config, clock, telemetry: silentTelemetry, variant: undefined },
      ...{ onIdle: () => {}, onFatal: (error) => failures.push(error) },
    })
    const lane = writer.openLane(rangeId, () => {})
    device.freeBytesLeft = 0
    lane.enqueue(readyWith(1, 9, 12))
    lane.compact({ index: 10, term: 1 })
    writer.start()
    await turn()
    t.ok(writer.full)

    lane.restart({ index: 20, term: 2 })
    device.freeBytesLeft = Number.MAX_SAFE_INTEGER
    clock.advance(1_000)
    await turn()
    writer.start()
    await turn()
    t.same(failures, [])
    t.match(recoveredOf(log, rangeId), { start: { index: 20, term: 2 }, lastIndex: 20 })
    await writer.stop()
    await log.close()
  },
)

t.test("a commit index that finds no space keeps nobody from stopping", async (t) => {
  const device = new MemoryLogDevice()
  const log = await openLog(device)
  await log.append([write({ entries: entries(1, 8, 1) })])
  const writer = new LogWriter({
    ...{ log, config, clock: new ManualClock(), telemetry: silentTelemetry },
    variant: undefined,
    ...{ onIdle: () => {}, onFatal: (error) => t.fail(String(error)) },
  })
  const lane = writer.openLane(rangeId, () => {})
  t.ok(lane.enqueue({ ...readyWith(1, 9, 8), mustSync: false }))
  device.freeBytesLeft = 0
  await writer.stop()
  await log.close()
  t.match(recoveredOf(await openLog(device.copy()), rangeId), { lastIndex: 8 })
})

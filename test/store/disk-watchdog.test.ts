/** When a replica makes way for others because its disk hangs, and when it comes back. */
import t from "tap"
import { silentTelemetry } from "../../src/env/index.ts"
import { DiskWatchdog } from "../../src/store/disk-watchdog.ts"

function watched() {
  const steps: string[] = []
  const disk = { busySince: undefined as number | undefined, full: false }
  const configuration = { voters: [1, 2] }
  const watchdog = new DiskWatchdog({
    raft: { view: { configuration }, step: ({ type }: { type: string }) => steps.push(type) },
    writer: disk,
    flusher: { stuckSince: undefined },
    config: { tickMs: 100, electionTimeoutTicks: 10 },
    telemetry: silentTelemetry,
    heldBack: () => false,
  } as never)
  return { steps, disk, configuration, watchdog }
}

t.test("it stands down while a write takes longer than an election", async (t) => {
  const { steps, disk, watchdog } = watched()
  disk.busySince = 500
  watchdog.tick(1_400)
  t.same(steps, [])
  watchdog.tick(1_600)
  watchdog.tick(1_700)
  t.same(steps, ["standDown"])
  disk.busySince = undefined
  watchdog.tick(1_800)
  watchdog.tick(1_900)
  t.same(steps, ["standDown", "resume"])
})

t.test("it does not stand down for want of space: nobody may have any", async (t) => {
  const { steps, disk, watchdog } = watched()
  disk.busySince = 500
  watchdog.tick(1_600)
  t.same(steps, ["standDown"])
  disk.full = true
  watchdog.tick(1_700)
  t.same(steps, ["standDown", "resume"])
})

t.test("who is alone stands down for nobody, also if it came to be alone meanwhile", async (t) => {
  for (const hangs of [true, false]) {
    const { steps, disk, configuration, watchdog } = watched()
    disk.busySince = 500
    watchdog.tick(1_600)
    configuration.voters = [1]
    if (!hangs) disk.busySince = undefined
    watchdog.tick(1_700)
    watchdog.tick(1_800)
    t.same(steps, ["standDown", "resume"])
  }
})

/** An idle process gives back what a busy time left. */
import t from "tap"
import { silentTelemetry } from "../../src/env/index.ts"
import { IdleCollector, processHeap } from "../../src/platform/os/index.ts"
import { ManualClock } from "../api/manual-clock.ts"

const mebibyte = 1_024 * 1_024

class Process {
  readonly clock = new ManualClock()
  readonly collector: IdleCollector
  heldMiB = 10
  /** Of what is held. */
  garbageMiB = 0
  busy = 0
  collections = 0
  /** So often it is still needed once it has asked to be missed. */
  needed = 0

  constructor(nodeId = 4) {
    const heap = {
      heldBytes: () => this.heldMiB * mebibyte,
      busyRatio: () => this.busy,
      collect: () => {
        this.collections += 1
        this.heldMiB -= this.garbageMiB
        this.garbageMiB = 0
      },
    }
    const stepAside = (): boolean => {
      this.needed -= 1
      return this.needed < 0
    }
    const { clock } = this
    const telemetry = silentTelemetry
    this.collector = new IdleCollector({ clock, heap, telemetry, nodeId, stepAside })
    this.collector.start()
  }

  /** Allocates, and lets go of it. */
  work(mib: number): void {
    this.heldMiB += mib
    this.garbageMiB += mib
  }

  pass(looks: number): void {
    for (let look = 0; look < looks; look += 1) this.clock.advance(5_000)
  }
}

t.test("once there is nothing to do, and not before", async (t) => {
  const process = new Process()
  process.work(200)
  process.busy = 0.5
  process.pass(5)
  t.equal(process.collections, 0)
  process.busy = 0.01
  process.pass(2)
  t.equal(process.collections, 0, "what was begun may still go on")
  process.busy = 0.5
  process.pass(1)
  process.busy = 0.01
  process.pass(2)
  t.equal(process.collections, 0, "it did")
  process.pass(1)
  t.equal(process.collections, 1)
  t.equal(process.heldMiB, 10)
})

t.test("only where there is something to be had", async (t) => {
  const process = new Process()
  process.work(35)
  process.pass(5)
  t.equal(process.collections, 0, "it is small anyway")
  process.heldMiB = 300
  process.pass(5)
  t.equal(process.collections, 1, "all of it is in use: once is enough to find out")
  process.work(100)
  process.pass(5)
  t.equal(process.collections, 1, "not for a quarter")
  process.work(20)
  process.pass(5)
  t.equal(process.collections, 2)
})

t.test("not while somebody would miss it", async (t) => {
  const process = new Process()
  process.work(200)
  process.needed = 3
  process.pass(5)
  t.equal(process.collections, 0)
  process.pass(1)
  t.equal(process.collections, 1)
})

t.test("one after another where all became idle at once", async (t) => {
  const processes = [1, 2, 3].map((nodeId) => new Process(nodeId))
  for (const process of processes) process.work(200)
  const collected = Array.from({ length: 6 }, () => {
    for (const process of processes) process.pass(1)
    return processes.map(({ collections }) => collections).join("")
  })
  t.same(collected, ["000", "000", "000", "100", "110", "111"])
})

t.test("not any more when the process ends", async (t) => {
  const process = new Process()
  process.collector.stop()
  process.work(500)
  process.pass(5)
  t.equal(process.collections, 0)
  t.equal(process.clock.timers, 0)
})

t.test("the heap of this process", async (t) => {
  const heap = processHeap()
  let held: object[] = Array.from({ length: 500_000 }, (_, i) => ({ i }))
  const full = heap.heldBytes()
  t.equal(held.length, 500_000)
  held = []
  heap.collect()
  t.ok(full - heap.heldBytes() > 5 * mebibyte)
  const busy = heap.busyRatio()
  t.ok(busy >= 0 && busy <= 1)
})

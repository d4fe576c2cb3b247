/** An idle process gives back what a busy time left. */
import t from "tap"
import { silentTelemetry } from "../../src/env/index.ts"
import { IdleCollector, processHeap } from "../../src/platform/os/index.ts"
import { ManualClock } from "../api/manual-clock.ts"

const mebibyte = 1_024 * 1_024

class Process {
  readonly clock = new ManualClock()
  readonly collector: IdleCollector
  usedMiB = 10
  /** Of what is used. */
  garbageMiB = 0
  busy = 0
  collections = 0

  constructor() {
    const heap = {
      usedBytes: () => this.usedMiB * mebibyte,
      busyRatio: () => this.busy,
      collect: () => {
        this.collections += 1
        this.usedMiB -= this.garbageMiB
        this.garbageMiB = 0
      },
    }
    this.collector = new IdleCollector(this.clock, heap, silentTelemetry)
    this.collector.start()
  }

  /** Allocates, and lets go of it. */
  work(mib: number): void {
    this.usedMiB += mib
    this.garbageMiB += mib
  }

  pass(looks: number): void {
    for (let look = 0; look < looks; look += 1) this.clock.advance(10_000)
  }
}

t.test("once there is nothing to do, and not before", async (t) => {
  const process = new Process()
  process.work(200)
  process.busy = 0.5
  process.pass(5)
  t.equal(process.collections, 0)
  process.busy = 0.01
  process.pass(1)
  t.equal(process.collections, 1)
  t.equal(process.usedMiB, 10)
})

t.test("only where there is something to be had", async (t) => {
  const process = new Process()
  process.work(5)
  process.pass(5)
  t.equal(process.collections, 0, "it is small anyway")
  process.usedMiB = 300
  process.pass(5)
  t.equal(process.collections, 1, "all of it is in use: once is enough to find out")
  process.work(80)
  process.pass(5)
  t.equal(process.collections, 1, "not for a quarter")
  process.work(50)
  process.pass(5)
  t.equal(process.collections, 2)
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
  const full = heap.usedBytes()
  t.equal(held.length, 500_000)
  held = []
  heap.collect()
  t.ok(full - heap.usedBytes() > 5 * mebibyte)
  const busy = heap.busyRatio()
  t.ok(busy >= 0 && busy <= 1)
})

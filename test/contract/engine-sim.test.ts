import t from "tap"
import { Dice } from "../../src/base/index.ts"
import type { Engine } from "../../src/env/index.ts"
import { Disk } from "../../src/sim/disk.ts"
import { SimEngine } from "../../src/sim/engine.ts"
import { EngineStore } from "../../src/sim/engine-store.ts"
import { Process } from "../../src/sim/process.ts"
import { PumpedWorld } from "../sim/pumped-world.ts"
import { type EngineUnderTest, engineContract } from "./engine.ts"

let seed = 0

t.test("the simulated engine", async (t) => engineContract(t, openEngine))

async function openEngine(): Promise<EngineUnderTest> {
  const pumped = new PumpedWorld()
  seed += 1
  const disk = new Disk(pumped.world, new Dice(seed), {
    capacityBytes: 1_000_000,
    speed: { readMs: 0.1, writeMs: 0.1, syncMs: 1 },
  })
  const store = new EngineStore()
  disk.hold(store)
  let process: Process
  let engine: Engine
  const open = (): Engine => {
    process = new Process(pumped.world, "engine under test")
    engine = new SimEngine(disk, store, process)
    return engine
  }
  return {
    engine: open(),
    reopen: async () => {
      await engine.close()
      process.kill()
      return open()
    },
    crash: async () => {
      process.kill()
      disk.crash("powerLoss")
      return open()
    },
    corrupt: async (key) => {
      if (seed % 2 === 0) store.spoil(key)
      else store.flipBit(key, disk.dice)
      return engine
    },
    dispose: () => pumped.close(),
  }
}

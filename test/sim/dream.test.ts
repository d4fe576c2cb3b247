import t from "tap"
import { Dice, type KvError } from "../../src/base/index.ts"
import type { LogFile } from "../../src/env/index.ts"
import { type ClientEndpoint, SimClientTransport } from "../../src/sim/client-transport.ts"
import { ClockHardware } from "../../src/sim/clock.ts"
import { Disk } from "../../src/sim/disk.ts"
import { SimEngine } from "../../src/sim/engine.ts"
import { EngineStore } from "../../src/sim/engine-store.ts"
import { calmWeather, Links } from "../../src/sim/links.ts"
import { SimLogDevice } from "../../src/sim/log-device.ts"
import { LogFolder } from "../../src/sim/log-folder.ts"
import { PeerNetwork } from "../../src/sim/network.ts"
import type { Crash } from "../../src/sim/platter.ts"
import { Process } from "../../src/sim/process.ts"
import { World } from "../../src/sim/world.ts"

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const text = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : Buffer.from(value).toString()

t.test("time passes in order, and promises run out before the next instant", async (t) => {
  const world = new World()
  const seen: string[] = []
  const process = new Process(world, "p")
  const chain = async (name: string): Promise<void> => {
    for (let i = 0; i < 50; i += 1) await undefined
    seen.push(`${name}@${world.nowMs}`)
  }
  process.after(2, () => void chain("second"))
  process.after(1, () => void chain("first"))
  process.after(1, () => void chain("with the first"))
  process.after(5, () => void chain("called off")).cancel()
  await world.run(10)
  t.same(seen, ["first@1", "with the first@1", "second@2"])
  t.equal(world.nowMs, 10)
})

t.test("a paused process takes in afterwards what happened, a dead one nothing", async (t) => {
  const world = new World()
  const [paused, dead] = [new Process(world, "paused"), new Process(world, "dead")]
  const seen: string[] = []
  for (const atMs of [1, 3, 2]) paused.after(atMs, () => seen.push(`${atMs} at ${world.nowMs}`))
  dead.after(2, () => seen.push("dead"))
  paused.pause(10)
  world.after(1, () => dead.kill())
  await world.run(20)
  t.same(seen, ["1 at 10", "2 at 10", "3 at 10"])
})

t.test("clocks run apart, jump, and never go back where they must not", async (t) => {
  const world = new World()
  const hardware = new ClockHardware(world, {
    monotonicRate: 1.5,
    wallRate: 1,
    wallOffsetMs: 1_000,
  })
  const clock = hardware.clockOf(new Process(world, "p"), 7)
  const [monotonic, wall] = [clock.monotonicMs(), clock.wallMs()]
  let rang = 0
  clock.after(150, () => {
    rang = world.nowMs
  })
  await world.run(200)
  hardware.jump(-5_000)
  t.equal(monotonic, 7)
  t.equal(clock.monotonicMs(), 7 + 300)
  t.equal(rang, 100, "a timer follows its own clock")
  t.equal(clock.wallMs() - wall, 200 - 5_000)
})

interface Bench {
  readonly world: World
  readonly disk: Disk
  readonly folder: LogFolder
  readonly store: EngineStore
  process: Process
  /** Ends the process that uses the disk, and begins another. */
  crash(how: Crash): void
  device(): SimLogDevice
  engine(): SimEngine
}

function bench(seed: number): Bench {
  const world = new World()
  const speed = { readMs: 0.1, writeMs: 0.1, syncMs: 1 }
  const disk = new Disk(world, new Dice(seed), { capacityBytes: 1_000, speed })
  const [folder, store] = [new LogFolder(), new EngineStore()]
  disk.hold(folder)
  disk.hold(store)
  const made: Bench = {
    ...{ world, disk, folder, store },
    process: new Process(world, "before"),
    crash: (how) => {
      made.process.kill()
      disk.crash(how)
      made.process = new Process(world, "after")
    },
    device: () => new SimLogDevice(disk, folder, made.process),
    engine: () => new SimEngine(disk, store, made.process),
  }
  return made
}

/** Runs the world until the work in it is done. */
async function settle<T>(world: World, work: Promise<T>): Promise<T> {
  let over = false
  const done = work.finally(() => {
    over = true
  })
  done.catch(() => {})
  await world.run(world.nowMs + 10_000, () => over)
  return done
}

async function sizesAfterCrash(how: Crash): Promise<Set<number>> {
  const sizes = new Set<number>()
  for (let seed = 1; seed <= 60; seed += 1) {
    const made = bench(seed)
    const write = async (): Promise<void> => {
      const file = await made.device().open("log")
      await made.device().syncFolder()
      await file.append([bytes("durable!")])
      await file.sync()
      await file.append([bytes("hand"), bytes("ed")])
    }
    await settle(made.world, write())
    made.crash(how)
    const read = async (): Promise<Uint8Array> => {
      const file = await made.device().open("log")
      return file.read(0, 100)
    }
    const left = await settle(made.world, read())
    if (text(left.subarray(0, 8)) !== "durable!") throw new Error("synced bytes are gone")
    sizes.add(left.length)
  }
  return sizes
}

t.test("a power loss tears what was not synced; a kill does not", async (t) => {
  t.same([...(await sizesAfterCrash("kill"))], [14])
  const sizes = [...(await sizesAfterCrash("powerLoss"))].sort((a, b) => a - b)
  t.same(sizes, [8, 9, 10, 11, 12, 13, 14])
})

t.test("an append under way is torn even by a kill", async (t) => {
  const sizes = new Set<number>()
  for (let seed = 1; seed <= 40; seed += 1) {
    const made = bench(seed)
    const file = await settle(made.world, made.device().open("log"))
    void file.append([bytes("0123")])
    made.crash("kill")
    sizes.add(made.folder.file("log")?.sizeBytes ?? -1)
  }
  t.same([...sizes].sort(), [0, 1, 2, 3, 4])
})

t.test("names that were not synced may come or go by themselves", async (t) => {
  const seen = new Set<string>()
  for (let seed = 1; seed <= 80; seed += 1) {
    const made = bench(seed)
    const work = async (): Promise<void> => {
      await made.device().open("old")
      await made.device().syncFolder()
      await made.device().remove("old")
      await made.device().open("new.temporary")
      await made.device().rename("new.temporary", "new")
    }
    await settle(made.world, work())
    made.crash("powerLoss")
    seen.add(made.folder.names.join("+"))
  }
  t.same(
    [...seen].sort(),
    ["", "new", "new+old", "new.temporary", "new.temporary+old", "old"],
    "each name has its own fate, a rename follows its creation",
  )
})

t.test("an engine keeps a prefix of its unsynced writes", async (t) => {
  const kept = new Set<string>()
  for (let seed = 1; seed <= 60; seed += 1) {
    const made = bench(seed)
    const write = async (): Promise<void> => {
      for (const name of ["a", "b", "c", "d"]) {
        const sync = name === "b"
        await made.engine().write([{ type: "put", key: bytes(name), value: bytes("1") }], { sync })
      }
    }
    await settle(made.world, write())
    made.crash("powerLoss")
    const values = await settle(made.world, made.engine().getMany(["a", "b", "c", "d"].map(bytes)))
    kept.add(values.map((value) => text(value) ?? "-").join(""))
  }
  t.same([...kept].sort(), ["11--", "111-", "1111"])
})

t.test("a full disk takes a part of an append, and no part of an engine write", async (t) => {
  const made = bench(1)
  const file: LogFile = await settle(made.world, made.device().open("log"))
  made.disk.fillUpTo(3)
  const full = { name: "KvError", code: "disk_full" }
  const put = { type: "put", key: bytes("key"), value: bytes("value") } as const
  await t.rejects(settle(made.world, made.engine().write([put], { sync: true })), full)
  await t.rejects(settle(made.world, file.append([bytes("01234")])), full)
  t.equal(file.sizeBytes, 3)
  made.disk.release()
  await settle(made.world, file.append([bytes("5")]))
  t.same(text(await settle(made.world, file.read(0, 10))), "0125")
  t.same(await settle(made.world, made.engine().getMany([bytes("key")])), [undefined])
})

t.test("a crash hits every step of persisting, before and after it", async (t) => {
  const seen = new Set<string>()
  for (let nth = 1; nth <= 14; nth += 1) {
    const made = bench(nth)
    made.disk.onCrashPoint = (step, moment) => {
      seen.add(`${moment} ${step}`)
      made.crash("powerLoss")
    }
    made.disk.crashAtStep(nth)
    const work = async (): Promise<void> => {
      const device = made.device()
      const file = await device.open("log")
      await device.syncFolder()
      await file.append([bytes("x")])
      await file.sync()
      await device.rename("log", "new")
      await made.engine().write([], { sync: false })
      await made.engine().write([], { sync: true })
    }
    void work()
    await made.world.run(1_000)
  }
  const steps = ["create", "syncFolder", "append", "sync", "rename", "engineWrite", "engineSync"]
  t.same([...seen].sort(), steps.flatMap((step) => [`before ${step}`, `after ${step}`]).sort())
})

t.test("syncs that are stalled end when the stall does", async (t) => {
  const made = bench(1)
  const file = await settle(made.world, made.device().open("log"))
  await settle(made.world, file.append([bytes("x")]))
  made.disk.stallSyncs(5_000)
  await settle(made.world, file.sync())
  t.ok(made.world.nowMs >= 5_000, `the sync ended at ${made.world.nowMs}`)
})

t.test(
  "flipped bits are read as they are; a spoilt block is data_loss until rewritten",
  async (t) => {
    const made = bench(1)
    const put = (value: string) => ({ type: "put", key: bytes("k"), value: bytes(value) }) as const
    await settle(made.world, made.engine().write([put("value")], { sync: true }))
    t.ok(made.store.flipBit(bytes("k"), new Dice(1)))
    const [flipped] = await settle(made.world, made.engine().getMany([bytes("k")]))
    t.not(text(flipped), "value")
    made.store.spoil(bytes("k"))
    const spoilt = settle(made.world, made.engine().getMany([bytes("k")]))
    await t.rejects(spoilt, { name: "KvError", code: "data_loss" })
    await settle(made.world, made.engine().write([put("new")], { sync: false }))
    const [mended] = await settle(made.world, made.engine().getMany([bytes("k")]))
    t.equal(text(mended), "new")
  },
)

t.test(
  "cut and clogged links: lossy frames are lost or late, TCP waits, then breaks",
  async (t) => {
    const world = new World()
    const dice = new Dice(1)
    const links = new Links(world, dice.fork(), calmWeather)
    const members = [1, 2]
    const network = new PeerNetwork({ world, dice, links, members, tap: () => {} })
    const heard: string[] = []
    const ports = members.map((nodeId) => {
      const port = network.portOf(nodeId, new Process(world, `node ${nodeId}`))
      port.listen({
        onFrame: (_from, lane, frame) => heard.push(`${lane} ${text(frame)}`),
        onDisconnect: (peer, lane) => heard.push(`lost ${peer} ${lane}`),
        onStranger: (nodeId) => heard.push(`stranger ${nodeId}`),
        onFetch: () => {
          throw new Error("nobody fetches here")
        },
      })
      return port
    })
    const send = (what: string): void => {
      ports[0]?.send(2, "raft", bytes(what))
      ports[0]?.send(2, "forward", bytes(what))
    }
    links.cut(1, 2)
    send("cut")
    await world.run(400)
    t.same(heard, [])
    links.mend(1, 2)
    await world.run(500)
    t.same(heard.splice(0), ["forward cut"])
    links.clog(1, 2)
    send("clogged")
    await world.run(1_000)
    t.same(heard, [])
    links.unclog(1, 2)
    await world.run(1_100)
    t.same(heard.splice(0), ["raft clogged", "forward clogged"])
    links.cut(2, 1)
    send("half cut")
    await world.run(10_000)
    t.same(heard.splice(0).sort(), [
      "forward half cut",
      "lost 2 forward",
      "lost 2 raft",
      "raft half cut",
    ])
  },
)

t.test(
  "a client's connection is whole and in order, drains, and breaks with its node",
  async (t) => {
    const world = new World()
    const links = new Links(world, new Dice(1), calmWeather)
    const node = new Process(world, "node")
    const heard: string[] = []
    const endpoint: ClientEndpoint = {
      host: 1,
      process: node,
      openSession: (peer) => ({
        onFrame: (frame) => {
          heard.push(`up ${text(frame.subarray(0, 5))}`)
          peer.send(bytes("answer"))
        },
        onDrain: () => {},
        onClose: () => heard.push("session closed"),
      }),
    }
    const client = new Process(world, "client")
    const dice = new Dice(2)
    const endpointAt = (address: string) => (address === "node" ? endpoint : undefined)
    const transport = new SimClientTransport({ world, dice, links, endpointAt }, 1_000, client)
    const handler = {
      onFrame: (frame: Uint8Array) => heard.push(`down ${text(frame)}`),
      onDrain: () => heard.push("drained"),
      onClose: (reason: KvError) => heard.push(`closed: ${reason.code}`),
    }
    const stream = transport.open("node", handler)
    t.equal(stream.send(bytes("small")), true)
    t.equal(stream.send(new Uint8Array(40_000).fill(65)), false, "more than the window")
    await world.run(10)
    t.same(heard.splice(0).sort(), [
      "down answer",
      "down answer",
      "drained",
      "up AAAAA",
      "up small",
    ])
    node.kill()
    await world.run(20)
    t.same(heard.splice(0), ["closed: unavailable"])
    transport.open("nobody", handler)
    await world.run(30)
    t.same(heard.splice(0), ["closed: unavailable"])
  },
)

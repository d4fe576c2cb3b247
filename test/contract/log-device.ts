import type { Test } from "tap"
import { KvError } from "../../src/base/index.ts"
import type { LogDevice } from "../../src/env/index.ts"

/** A device on an empty folder, and what else can be done to it. */
export interface LogDeviceUnderTest {
  readonly device: LogDevice
  /** The device as the next process finds it after a clean end of this one. */
  reopen(): Promise<LogDevice>
  /** Ends the process and the machine: what was not synced may be gone. May be left out. */
  crash?(): Promise<LogDevice>
  /** Leaves this much space on the disk; undefined: plenty. May be left out. */
  limitSpace?(freeBytes: number | undefined): Promise<void>
  /** Nobody uses it any more. May be left out. */
  dispose?(): Promise<void>
}

type OpenDevice = (t: Test) => Promise<LogDeviceUnderTest>

/** A test with a device of its own. */
async function testDevice(
  t: Test,
  open: OpenDevice,
  name: string,
  body: (t: Test, tested: LogDeviceUnderTest) => Promise<void>,
): Promise<void> {
  await t.test(name, async (t) => {
    const tested = await open(t)
    try {
      await body(t, tested)
    } finally {
      await tested.dispose?.()
    }
  })
}

const bytes = (...values: number[]): Uint8Array => Buffer.from(values)
const text = (value: string): Uint8Array => Buffer.from(value)

/** What holds for every log device, real or dreamt. */
export async function logDeviceContract(t: Test, open: OpenDevice): Promise<void> {
  await t.test("log device", async (t) => {
    await testFiles(t, open)
    await testFolder(t, open)
    await testSpace(t, open)
    await testCrash(t, open)
  })
}

async function testFiles(t: Test, open: OpenDevice): Promise<void> {
  await testDevice(t, open, "a new file is empty", async (t, { device }) => {
    const file = await device.open("a")
    t.equal(file.name, "a")
    t.equal(file.sizeBytes, 0)
    t.equal((await file.read(0, 10)).length, 0)
    await file.close()
  })

  await testDevice(t, open, "parts are appended in order", async (t, { device }) => {
    const file = await device.open("a")
    await file.append([text("one"), bytes(), text("two")])
    await file.append([])
    await file.append([text("three")])
    t.equal(file.sizeBytes, 11)
    t.same(await file.read(0, 11), text("onetwothree"))
    await file.close()
  })

  await testDevice(t, open, "reads are short only at the end", async (t, { device }) => {
    const file = await device.open("a")
    await file.append([text("0123456789")])
    t.same(await file.read(2, 3), text("234"))
    t.same(await file.read(8, 100), text("89"))
    t.equal((await file.read(10, 1)).length, 0)
    t.equal((await file.read(100, 1)).length, 0)
    await file.close()
  })

  await testDevice(
    t,
    open,
    "calls that don't wait for one another take effect in order",
    async (t, { device }) => {
      const file = await device.open("a")
      await Promise.all([
        file.append([text("a")]),
        file.append([text("b")]),
        file.sync(),
        file.append([text("c")]),
        file.sync(),
      ])
      t.same(await file.read(0, 3), text("abc"))
      await file.close()
    },
  )

  await testDevice(
    t,
    open,
    "the bytes are the caller's again once an append is done",
    async (t, { device }) => {
      const file = await device.open("a")
      const part = Buffer.from("before")
      await file.append([part])
      part.fill(0)
      t.same(await file.read(0, 6), text("before"))
      await file.close()
    },
  )

  await testDevice(t, open, "what was read is the caller's", async (t, { device }) => {
    const file = await device.open("a")
    await file.append([text("before")])
    const read = await file.read(0, 6)
    read.fill(0)
    t.same(await file.read(0, 6), text("before"))
    await file.close()
  })

  await testDevice(t, open, "a cut file goes on at the cut", async (t, { device }) => {
    const file = await device.open("a")
    await file.append([text("0123456789")])
    await file.sync()
    await file.truncate(4)
    t.equal(file.sizeBytes, 4)
    t.same(await file.read(0, 10), text("0123"))
    await file.append([text("xy")])
    await file.sync()
    t.same(await file.read(0, 10), text("0123xy"))
    await file.truncate(0)
    t.equal(file.sizeBytes, 0)
    await file.close()
  })

  await testDevice(t, open, "large appends and reads are whole", async (t, { device }) => {
    const file = await device.open("a")
    const parts = Array.from({ length: 40 }, (_, i) => Buffer.alloc(50_000 + i, i))
    await file.append(parts)
    await file.sync()
    t.equal(file.sizeBytes, Buffer.concat(parts).length)
    t.ok(Buffer.concat(parts).equals(await file.read(0, file.sizeBytes)))
    await file.close()
  })
}

async function testFolder(t: Test, open: OpenDevice): Promise<void> {
  await testDevice(t, open, "the next process finds the same files", async (t, tested) => {
    const { device } = tested
    for (const name of ["b", "a"]) {
      const file = await device.open(name)
      await file.append([text(`content of ${name}`)])
      await file.sync()
      await file.close()
    }
    await device.syncFolder()
    const again = await tested.reopen()
    t.same(await again.list(), ["a", "b"])
    const file = await again.open("a")
    t.equal(file.sizeBytes, 12)
    await file.append([text("!")])
    t.same(await file.read(0, 20), text("content of a!"))
    await file.close()
  })

  await testDevice(t, open, "rename replaces, remove removes", async (t, { device }) => {
    for (const name of ["a", "b", "c"]) {
      const file = await device.open(name)
      await file.append([text(name)])
      await file.close()
    }
    await device.rename("a", "b")
    await device.remove("c")
    await device.syncFolder()
    t.same(await device.list(), ["b"])
    const file = await device.open("b")
    t.same(await file.read(0, 2), text("a"))
    await file.close()
  })

  await testDevice(
    t,
    open,
    "a removed file can be read to the end by who has it open",
    async (t, { device }) => {
      const file = await device.open("a")
      await file.append([text("still here")])
      await device.remove("a")
      t.same(await file.read(0, 10), text("still here"))
      await file.close()
      t.same(await device.list(), [])
    },
  )

  await testDevice(
    t,
    open,
    "what is not there can't be removed or renamed",
    async (t, { device }) => {
      await t.rejects(device.remove("nothing"), KvError)
      await t.rejects(device.rename("nothing", "something"), KvError)
    },
  )
}

async function testSpace(t: Test, open: OpenDevice): Promise<void> {
  await testDevice(t, open, "free space is a number of bytes", async (t, { device }) => {
    const free = await device.freeBytes()
    t.ok(Number.isSafeInteger(free) && free > 0)
    const capacity = await device.capacityBytes()
    t.ok(Number.isSafeInteger(capacity) && capacity >= free)
  })

  await testDevice(
    t,
    open,
    "an append that does not fit can be taken back and tried again",
    async (t, tested) => {
      if (tested.limitSpace === undefined) return
      const { device } = tested
      const file = await device.open("a")
      await file.append([text("before")])
      await file.sync()
      await tested.limitSpace(1_000)
      const large = Buffer.alloc(1_000_000, 7)
      await t.rejects(file.append([large]), { code: "disk_full" })
      await file.truncate(6)
      t.same(await file.read(0, 100), text("before"))
      await tested.limitSpace(undefined)
      await file.append([large])
      await file.sync()
      t.equal(file.sizeBytes, 1_000_006)
      await file.close()
    },
  )
}

/** A crash is a matter of chance: each of these is tried this often. */
const crashTries = 20

async function testCrash(t: Test, open: OpenDevice): Promise<void> {
  const crashing = async (
    name: string,
    before: (device: LogDevice) => Promise<void>,
    check: (t: Test, device: LogDevice) => Promise<void>,
  ): Promise<void> => {
    await t.test(name, async (t) => {
      for (let i = 0; i < crashTries; i += 1) {
        const tested = await open(t)
        if (tested.crash === undefined) return
        await before(tested.device)
        await check(t, await tested.crash())
        await tested.dispose?.()
      }
    })
  }

  await crashing(
    "synced bytes under a synced name survive, whatever comes after them",
    async (device) => {
      const file = await device.open("a")
      await device.syncFolder()
      await file.append([text("durable")])
      await file.sync()
      await file.append([text("perhaps")])
    },
    async (t, device) => {
      const file = await device.open("a")
      t.same(await file.read(0, 7), text("durable"))
      t.ok(file.sizeBytes <= 14)
    },
  )

  await crashing(
    "a sync asked for together with an append covers it",
    async (device) => {
      const file = await device.open("a")
      await device.syncFolder()
      await Promise.all([file.append([text("durable")]), file.sync()])
    },
    async (t, device) => {
      const file = await device.open("a")
      t.same(await file.read(0, 100), text("durable"))
    },
  )

  await crashing(
    "a cut is durable",
    async (device) => {
      const file = await device.open("a")
      await device.syncFolder()
      await file.append([text("0123456789")])
      await file.sync()
      await file.truncate(4)
    },
    async (t, device) => {
      const file = await device.open("a")
      t.same(await file.read(0, 100), text("0123"))
    },
  )

  await crashing(
    "synced creations, removals and renames stay, others may go either way",
    async (device) => {
      for (const name of ["kept", "removed", "old"]) {
        const file = await device.open(name)
        await file.append([text(name)])
        await file.sync()
      }
      await device.syncFolder()
      await device.remove("removed")
      await device.rename("old", "new")
      await device.syncFolder()
      await device.open("maybe")
    },
    async (t, device) => {
      const names = (await device.list()).filter((name) => name !== "maybe")
      t.same(names, ["kept", "new"])
      const file = await device.open("new")
      t.same(await file.read(0, 100), text("old"))
    },
  )

  await crashing(
    "an unsynced removal leaves the whole file or none",
    async (device) => {
      const file = await device.open("a")
      await file.append([text("content")])
      await file.sync()
      await device.syncFolder()
      await device.remove("a")
    },
    async (t, device) => {
      const names = await device.list()
      if (names.length === 0) return
      const file = await device.open("a")
      t.same(await file.read(0, 100), text("content"))
    },
  )
}

import { symlinkSync } from "node:fs"
import { join } from "node:path"
import t from "tap"
import { openFileLogDevice } from "../../src/platform/files/index.ts"
import { logDeviceContract } from "./log-device.ts"

await logDeviceContract(t, async (t) => {
  const folder = t.testdir()
  return {
    device: await openFileLogDevice(folder),
    reopen: () => openFileLogDevice(folder),
  }
})

await t.test("files", async (t) => {
  await t.test("the folder is made when absent", async (t) => {
    const device = await openFileLogDevice(join(t.testdir(), "a", "b"))
    t.same(await device.list(), [])
  })

  await t.test("a file in place of the folder is refused", async (t) => {
    const folder = t.testdir({ log: "not a folder" })
    await t.rejects(openFileLogDevice(join(folder, "log")), {
      code: "invalid_argument",
      message: /a file is where a folder should be/,
    })
  })

  await t.test("a full disk is told apart, and the file stays usable", async (t) => {
    const folder = t.testdir()
    symlinkSync("/dev/full", join(folder, "full"))
    const device = await openFileLogDevice(folder)
    const file = await device.open("full")
    await t.rejects(file.append([Buffer.from("x")]), { code: "disk_full" })
    const [appended] = await Promise.allSettled([file.append([Buffer.from("x")]), file.sync()])
    t.match(appended, { status: "rejected", reason: { code: "disk_full" } })
    t.equal(file.sizeBytes, 0)
    await file.close()
  })

  await t.test("a failed sync is final", async (t) => {
    const folder = t.testdir()
    // A terminal-like device can be written but not synced.
    symlinkSync("/dev/null", join(folder, "null"))
    const device = await openFileLogDevice(folder)
    const file = await device.open("null")
    await file.append([Buffer.from("x")])
    await t.rejects(file.sync(), { code: "internal" })
    await t.rejects(file.append([Buffer.from("x")]), { code: "internal", message: /sync/ })
    await t.rejects(file.sync(), { code: "internal" })
    await file.close()
  })
})

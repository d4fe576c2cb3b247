import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import t from "tap"
import { claimDataFolder } from "../../src/platform/files/index.ts"

const owner = { clusterId: "tea", nodeId: 2 }

const [, , role, folderToHold] = process.argv
if (role === "hold" && folderToHold !== undefined) {
  await claimDataFolder(folderToHold, owner)
  process.stdout.write("held\n")
  process.stdin.resume()
} else {
  await testAll()
}

/** Another process that claims a folder and keeps it until it is killed. */
async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const self = fileURLToPath(import.meta.url)
  const child = spawn(process.execPath, [...process.execArgv, self, "hold", folder], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, TAP: "" },
  })
  await once(child.stdout, "data")
  return child
}

async function testAll(): Promise<void> {
  await t.test("a fresh folder is made and stamped", async (t) => {
    const folder = join(t.testdir(), "a", "b")
    const claim = await claimDataFolder(folder, owner)
    const { storeKey } = claim
    t.match(storeKey, /^[0-9a-f]{32}$/)
    t.same(JSON.parse(readFileSync(join(folder, "identity.json"), "utf8")), {
      format: 5,
      ...owner,
      storeKey,
    })
    await claim.release()
    t.same(readdirSync(folder), ["identity.json"])
    const again = await claimDataFolder(folder, owner)
    t.equal(again.storeKey, storeKey)
    await again.release()
  })

  await t.test("a folder of another node, cluster or format is refused, by name", async (t) => {
    const folder = t.testdir()
    await (await claimDataFolder(folder, owner)).release()
    const wrong: [{ clusterId: string; nodeId: number }, RegExp][] = [
      [{ ...owner, nodeId: 3 }, /belongs to node 2 of cluster "tea", not to node 3/],
      [{ ...owner, clusterId: "milk" }, /belongs to node 2 of cluster "tea".*cluster "milk"/],
    ]
    for (const [claimant, message] of wrong) {
      await t.rejects(claimDataFolder(folder, claimant), { code: "wrong_cluster", message })
    }
    writeFileSync(join(folder, "identity.json"), JSON.stringify({ format: 6, ...owner }))
    await t.rejects(claimDataFolder(folder, owner), {
      code: "wrong_cluster",
      message: /format 6.*newer/,
    })
    writeFileSync(join(folder, "identity.json"), JSON.stringify({ format: 2, ...owner }))
    await t.rejects(claimDataFolder(folder, owner), {
      code: "wrong_cluster",
      message: /format 2.*empty one/,
    })
    t.same(readdirSync(folder), ["identity.json"], "no lock is left behind")
  })

  await t.test("a damaged stamp is told, not overwritten", async (t) => {
    for (const text of ["", "{", "[]", "null", '{"format":1}', '{"format":"1","clusterId":"x"}']) {
      const folder = t.testdir({ "identity.json": text })
      await t.rejects(claimDataFolder(folder, owner), {
        code: "data_loss",
        message: /identity\.json is damaged/,
      })
      t.equal(readFileSync(join(folder, "identity.json"), "utf8"), text)
    }
  })

  await t.test("a stamp that a crash left half written is written anew", async (t) => {
    const folder = t.testdir({ "identity.json.new": '{"form' })
    await (await claimDataFolder(folder, owner)).release()
    t.notOk(existsSync(join(folder, "identity.json.new")))
  })

  await t.test("one process can't claim a folder twice", async (t) => {
    const folder = t.testdir()
    const claim = await claimDataFolder(folder, owner)
    await t.rejects(claimDataFolder(folder, owner), {
      code: "unavailable",
      message: new RegExp(`in use by process ${process.pid}`),
    })
    await claim.release()
    await (await claimDataFolder(folder, owner)).release()
  })

  await t.test("of many at once at most one gets it", async (t) => {
    const folder = t.testdir()
    const claims = await Promise.allSettled(
      Array.from({ length: 8 }, () => claimDataFolder(folder, owner)),
    )
    const got = claims.filter((claim) => claim.status === "fulfilled")
    t.ok(got.length <= 1)
    for (const claim of got) await claim.value.release()
    await (await claimDataFolder(folder, owner)).release()
  })

  await t.test("a living process keeps it, a killed one leaves it free", async (t) => {
    const folder = t.testdir()
    const holder = await holdElsewhere(folder)
    await t.rejects(claimDataFolder(folder, owner), {
      code: "unavailable",
      message: new RegExp(`in use by process ${holder.pid}`),
    })
    holder.kill("SIGKILL")
    await once(holder, "exit")
    t.equal(readdirSync(folder).filter((name) => name.startsWith("lock-")).length, 1)
    await (await claimDataFolder(folder, owner)).release()
    t.same(readdirSync(folder), ["identity.json"])
  })

  await t.test("a process id that came again is not the old process", async (t) => {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").replace(/[^0-9a-f]/g, "")
    const folder = t.testdir({
      [`lock-${process.pid}-1-${boot}-00`]: "",
      [`lock-${process.pid}-0-0123-00`]: "",
    })
    await (await claimDataFolder(folder, owner)).release()
    t.same(readdirSync(folder), ["identity.json"])
  })

  await t.test("a folder that can't be used is refused with the reason", async (t) => {
    const folder = t.testdir({ file: "not a folder" })
    await t.rejects(claimDataFolder(join(folder, "file"), owner), {
      code: "invalid_argument",
      message: /can't use the data folder .*file: a file is where a folder should be/,
    })
    await t.rejects(claimDataFolder(join(folder, "file", "below"), owner), {
      code: "invalid_argument",
    })
  })

  await t.test("a folder that takes no files is refused", async (t) => {
    // Nobody, root included, can make a file there.
    await t.rejects(claimDataFolder("/sys", owner), {
      code: "invalid_argument",
      message: /can't use the data folder \/sys: permission denied, give this user the right/,
    })
  })
}

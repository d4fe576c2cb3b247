import { execFileSync } from "node:child_process"
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { status } from "@grpc/grpc-js"
import t from "tap"
import { openRocksEngine } from "../../src/platform/index.ts"
import { Cluster, type NodeView } from "./cluster.ts"
import { when } from "./conditions.ts"
import { UnaryClient } from "./unary.ts"

const MiB = 1_024 * 1_024

/** Small files, so that little data makes several of them. */
const smallFiles = {
  RINGRAFT_STORAGE_SEGMENT_BYTES_MAX: "4MiB",
  RINGRAFT_STORAGE_LOG_BYTES_MAX: "8MiB",
  RINGRAFT_STORAGE_ENGINE_WRITE_BUFFER_BYTES: "1MiB",
  RINGRAFT_STORAGE_ENGINE_CACHE_BYTES: "1MiB",
  RINGRAFT_STORAGE_VALUE_CACHE_BYTES: "0B",
}

t.test("a full disk refuses writes, reads go on, and space brings writes back", async (t) => {
  const disk = mountSmallDisk(t, 96 * MiB)
  if (disk === undefined) {
    t.pass("needs a small disk", { skip: "no right to mount a tmpfs here" })
    return
  }
  const settings = { ...smallFiles, RINGRAFT_STORAGE_DISK_RESERVE_BYTES: "24MiB" }
  const cluster = await Cluster.start(t, { nodes: 1, folder: disk, settings })
  const db = await cluster.client()
  await db.put("before", "kept")
  const node = new UnaryClient(cluster.addressOf(1))
  t.teardown(() => node.close())

  await t.test("below the reserve", async (t) => {
    const ballast = fillDisk(disk, 8 * MiB)
    const refused = await when("a put is refused", async () => {
      const answer = await node.put("during", Buffer.from("x"))
      return answer.code === status.OK ? undefined : answer
    })
    t.match(refused, { code: status.RESOURCE_EXHAUSTED, details: /disk/ })
    await sees(cluster, 1, "disk_full")
    t.equal((await db.get("before"))?.value.toString(), "kept")
    rmSync(ballast)
    await when("writes are taken again", async () => {
      const answer = await node.put("after", Buffer.from("x"))
      return answer.code === status.OK ? true : undefined
    })
    await sees(cluster, 1, "ok")
  })

  await t.test("with no byte left at all, and killed then", async (t) => {
    const ballast = fillDisk(disk, 0)
    let acknowledged = 0
    await when("puts are refused", async () => {
      const { code } = await node.put(`big${acknowledged}`, Buffer.alloc(256 * 1_024, "y"))
      if (code === status.OK) acknowledged += 1
      // The one that found the disk full is neither written nor refused: it waits for space.
      return code === status.RESOURCE_EXHAUSTED ? true : undefined
    })
    t.equal((await db.get("before"))?.value.toString(), "kept")
    await cluster.signal(1, "SIGKILL")
    rmSync(ballast)
    cluster.startNode(1)
    await cluster.leader()
    t.equal((await db.get("before"))?.value.toString(), "kept")
    for (let number = 0; number < acknowledged; number += 1) {
      t.equal((await db.get(`big${number}`))?.value.length, 256 * 1_024)
    }
    await db.put("at last", "x")
  })
})

t.test("a full disk of one of three stops nobody, whether it leads or follows", async (t) => {
  const disks = [1, 2, 3].map((id) => [id, mountSmallDisk(t, 64 * MiB)] as const)
  const folders = new Map(disks.filter((pair): pair is [number, string] => pair[1] !== undefined))
  if (folders.size < disks.length) {
    t.pass("needs small disks", { skip: "no right to mount a tmpfs here" })
    return
  }
  const settings = { ...smallFiles, RINGRAFT_STORAGE_DISK_RESERVE_BYTES: "8MiB" }
  const cluster = await Cluster.start(t, { nodes: 3, settings, folders })
  const db = await cluster.client()
  await db.put("before", "kept")
  const value = Buffer.alloc(16 * 1_024, "z")
  for (const who of ["leader", "follower"] as const) {
    const leader = await cluster.leader()
    const victim = who === "leader" ? leader : (leader % 3) + 1
    const ballast = fillDisk(folders.get(victim) ?? "", 0)
    await when("the node has seen that its disk is full", async () => {
      const view = await cluster.statusOf(victim)
      return view === undefined || view.condition === "disk_full" ? true : undefined
    })
    for (let number = 0; number < 100; number += 1) {
      await db.put(`key${number}`, value, { timeoutMs: 30_000 })
    }
    t.equal((await db.get("key7"))?.value.length, value.length, `${who} full, others go on`)
    rmSync(ballast)
    await cluster.converged()
  }

  // Enough is left for logs to hold a new leader's vote and empty entry, not for the engine. What
  // nodes let go of meanwhile, a segment of the log, is taken again.
  const ballasts: string[] = []
  const refused = await when("a put is refused by all", async () => {
    for (const folder of folders.values()) ballasts.push(fillDisk(folder, 4 * MiB))
    const views = await Promise.all(cluster.ids.map((id) => cluster.statusOf(id)))
    if (views.some((view) => view?.condition !== "disk_full")) return undefined
    const put = db.put("too much", "x", { timeoutMs: 3_000 })
    return put.then(() => undefined).catch((error: unknown) => error)
  })
  t.match(refused, { code: "deadline_exceeded", message: /disk_full/ })
  t.equal((await db.get("before"))?.value.toString(), "kept", "all full, reads go on")
  for (const ballast of new Set(ballasts)) rmSync(ballast)
  await when("writes are taken again", async () => {
    await db.put("at last", "x", { timeoutMs: 30_000 })
    return true
  })
})

t.test("corrupt data of a follower is never served, and mended by the others", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3, settings: smallFiles })
  const db = await cluster.client()
  const keys = Array.from({ length: 4_000 }, (_, number) => `key${number}`)
  const valueUnder = (key: string): string => `${key} `.repeat(200).slice(0, 1_000)
  for (let from = 0; from < keys.length; from += 500) {
    await Promise.all(keys.slice(from, from + 500).map((key) => db.put(key, valueUnder(key))))
  }
  await cluster.converged()
  const leader = await cluster.leader()
  const victim = (leader % 3) + 1
  await cluster.signal(victim, "SIGTERM")
  const tables = await tablesOf(cluster, victim)
  t.ok(tables.length > 0, "the engine has tables")
  for (const path of tables) flipBytes(path, [0.2, 0.5, 0.8])
  cluster.startNode(victim)

  const node = new UnaryClient(cluster.addressOf(victim))
  t.teardown(() => node.close())
  await when("the victim is up", () => cluster.statusOf(victim))
  const wrong: string[] = []
  let refused = 0
  const readAll = async (): Promise<true | undefined> => {
    let whole = true
    for (const key of keys) {
      const { code, value } = await node.staleGet(key)
      if (code !== status.OK) {
        refused += 1
        whole = false
      } else if (value !== valueUnder(key)) wrong.push(`${key}: ${value?.slice(0, 20)}`)
      if (!cluster.isRunning(victim)) cluster.startNode(victim)
      if (code === status.UNAVAILABLE || code === status.DATA_LOSS) break
    }
    return whole ? true : undefined
  }
  await when("the victim serves all keys", readAll, 90_000)
  t.same(wrong, [])
  t.match(cluster.logOf(victim), /data is corrupt/, "it has noticed")
  t.comment(`${refused} reads were refused meanwhile`)
  await cluster.converged()
  await db.put("afterwards", "x")
})

t.test("a corrupt record in the middle of a follower's log is mended by the others", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3, settings: smallFiles })
  const db = await cluster.client()
  const value = Buffer.alloc(1_000, "v")
  for (let from = 0; from < 2_000; from += 200) {
    await Promise.all(Array.from({ length: 200 }, (_, i) => db.put(`key${from + i}`, value)))
  }
  await cluster.converged()
  const leader = await cluster.leader()
  const victim = (leader % 3) + 1
  const other = cluster.ids.find((id) => id !== leader && id !== victim) ?? 0
  await cluster.signal(victim, "SIGKILL")
  const segments = filesUnder(join(cluster.dataFolder(victim), "log"), /./)
  t.ok(segments.length > 0, "the log has segments")
  for (const path of segments) flipBytes(path, [0.5])
  cluster.startNode(victim)
  await cluster.converged()
  t.match(cluster.logOf(victim), /records are damaged/, "it has noticed")

  // It counts again: without the third node, nothing is committed unless it takes part.
  await cluster.signal(other, "SIGKILL")
  await db.put("needs the mended one", "x", { timeoutMs: 30_000 })
  await cluster.signal(leader, "SIGKILL")
  cluster.startNode(other)
  await cluster.leader([victim, other])
  t.equal((await db.get("needs the mended one"))?.value.toString(), "x")
  t.equal((await db.scan({ prefix: "key" }).all()).length, 2_000)
})

async function sees(cluster: Cluster, id: number, condition: NodeView["condition"]): Promise<void> {
  await when(`node ${id} says ${condition}`, async () => {
    return (await cluster.statusOf(id))?.condition === condition ? true : undefined
  })
}

interface Teardown {
  teardown(run: () => unknown): void
}

/** A file system of this size; undefined when this user may not mount one. */
function mountSmallDisk(t: Teardown, bytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "ringraft-disk-"))
  const unmount = (): void => {
    execFileSync("umount", ["-l", folder], { stdio: "ignore" })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder], {
      stdio: "ignore",
    })
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  process.once("exit", unmount)
  t.teardown(() => {
    process.off("exit", unmount)
    unmount()
  })
  return folder
}

/** Leaves at most `freeBytes`; gives the file that takes the rest. It grows when asked again. */
function fillDisk(folder: string, freeBytes: number): string {
  const path = join(folder, "ballast")
  const file = openSync(path, "a")
  const piece = Buffer.alloc(64 * 1_024)
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(folder)
      const left = bavail * bsize - freeBytes
      if (left <= 0) break
      writeSync(file, piece, 0, Math.min(piece.length, left))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error
  } finally {
    closeSync(file)
  }
  return path
}

/**
 * The tables that hold all of a stopped node's data. The engine makes tables of its own log when it
 * is opened, and drops those that a kill left half written: a table that is there is in use.
 */
async function tablesOf(cluster: Cluster, id: number): Promise<string[]> {
  const folder = join(cluster.dataFolder(id), "data")
  const engine = await openRocksEngine(folder, { cacheBytes: MiB, writeBufferBytes: MiB })
  await engine.close()
  return filesUnder(folder, /\.sst$/)
}

function filesUnder(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0)
}

/** Turns every bit of a few bytes at these places of the file (0 the beginning, 1 the end). */
function flipBytes(path: string, places: readonly number[]): void {
  const { size } = statSync(path)
  const file = openSync(path, "r+")
  const bytes = Buffer.alloc(4)
  for (const place of places) {
    const at = Math.floor(place * (size - bytes.length))
    readSync(file, bytes, 0, bytes.length, at)
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = (bytes[i] as number) ^ 0xff
    writeSync(file, bytes, 0, bytes.length, at)
  }
  closeSync(file)
}

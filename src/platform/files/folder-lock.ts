import { randomBytes } from "node:crypto"
import { promises as fs, readFileSync } from "node:fs"
import { join } from "node:path"
import { KvError } from "../../base/index.ts"
import { errorCodeOf } from "./errors.ts"

const claimPattern = /^lock-(\d+)-(\d+)-([0-9a-f]*)-[0-9a-f]+$/

/**
 * Locks a folder for this process. Each contender first leaves a claim that names it (process id,
 * when it started, and in which run of the machine, for ids come again), then looks at all others:
 * a living one refuses it, dead ones are removed. Of two at once at most one gets the lock, and
 * nobody's death needs mending.
 *
 * Processes that can't see each other (containers with process ids of their own) are told apart by
 * the engine's lock alone.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const own = [
    "lock",
    process.pid,
    startedAt(process.pid) ?? 0,
    bootId(),
    randomBytes(6).toString("hex"),
  ].join("-")
  const path = join(folder, own)
  const handle = await fs.open(path, "wx", 0o640)
  await handle.close()
  const release = (): Promise<void> => removeIfThere(path)
  try {
    for (const name of await fs.readdir(folder)) {
      if (name === own) continue
      const claim = claimPattern.exec(name)
      if (claim === null) continue
      const holder = Number(claim[1])
      if (claim[3] === bootId() && isAlive(holder, Number(claim[2]))) {
        throw new KvError(
          "unavailable",
          `the data folder ${folder} is in use by process ${holder}: stop it first`,
        )
      }
      await removeIfThere(join(folder, name))
    }
  } catch (error) {
    await release()
    throw error
  }
  return { release }
}

function isAlive(pid: number, started: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, under another user.
    if (errorCodeOf(error) === "ESRCH") return false
  }
  const now = startedAt(pid)
  // Without /proc a reused id can't be told from the old one: rather refuse than share.
  return now === undefined || started === 0 || now === started
}

/** When a process started, in ticks since the machine did; undefined where that can't be known. */
function startedAt(pid: number): number | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "latin1")
  } catch {
    return undefined
  }
  // The name in parentheses may hold anything, so fields count from the last parenthesis.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  const [state] = fields
  const hasEnded = state === "Z" || state === "X"
  return hasEnded ? -1 : Number(fields[19])
}

/** Names this run of the machine; "" where that can't be known. */
function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "latin1").replace(/[^0-9a-f]/g, "")
  } catch {
    return ""
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await fs.unlink(path)
  } catch (error) {
    if (errorCodeOf(error) !== "ENOENT") throw error
  }
}

import { randomBytes } from "node:crypto"
import { promises as fs } from "node:fs"
import { dirname, join } from "node:path"
import { KvError, type NodeId } from "../../base/index.ts"
import { errorCodeOf, kvErrorOf } from "./errors.ts"
import { lockFolder } from "./folder-lock.ts"
import { syncFolder } from "./folders.ts"
import { replaceFile } from "./replace-file.ts"

/**
 * Raised when an older program could not read the folder any more. Format 1 was never released: one
 * range a store, its records not together.
 */
const folderFormat = 5
const folderFormatMin = 5
const identityName = "identity.json"

export interface FolderOwner {
  readonly clusterId: string
  readonly nodeId: NodeId
}

interface Identity extends Partial<FolderOwner> {
  readonly format: number
  readonly storeKey: string
}

/** A data folder that is this process's alone until `release`. */
export interface DataFolder {
  /** Made at random with the folder: what was written to another disk has another. */
  readonly storeKey: string
  /** Whose it is, as it was found; undefined: nobody's yet. */
  readonly owner: FolderOwner | undefined
  /** Makes it a node's for good. Throws KvError `wrong_cluster` when it is another's. */
  claim(owner: FolderOwner): Promise<void>
  release(): Promise<void>
}

/**
 * Takes a data folder for this process: makes it when absent, gives it a key, and locks it against
 * other processes. A process that dies, however, leaves no lock behind.
 *
 * Throws KvError: `wrong_cluster` when a newer or a very old program wrote it, `unavailable` when a
 * living process has it, `invalid_argument` when it can't be written, `data_loss` when its stamp is
 * unreadable, `disk_full`.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  try {
    const made = await fs.mkdir(folder, { recursive: true, mode: 0o750 })
    if (made !== undefined) await syncFolder(dirname(made))
    const lock = await lockFolder(folder)
    try {
      return folderOf(folder, await identityOf(folder), () => lock.release())
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw kvErrorOf(error, `can't use the data folder ${folder}`)
  }
}

/** Takes a data folder for one node: see `openDataFolder` and `claim`. */
export async function claimDataFolder(folder: string, owner: FolderOwner): Promise<DataFolder> {
  const opened = await openDataFolder(folder)
  try {
    await opened.claim(owner)
    return opened
  } catch (error) {
    await opened.release()
    throw error
  }
}

function folderOf(
  folder: string,
  { clusterId, nodeId, format, storeKey }: Identity,
  release: () => Promise<void>,
): DataFolder {
  const owned = clusterId !== undefined && nodeId !== undefined
  const found = owned ? { clusterId, nodeId } : undefined
  return {
    storeKey,
    owner: found,
    claim: async (owner) => {
      if (found !== undefined) return checkOwner(folder, found, owner)
      const identity = { format, clusterId: owner.clusterId, nodeId: owner.nodeId, storeKey }
      await writeIdentity(folder, identity)
    },
    release,
  }
}

/** What the folder is stamped with; a fresh one is stamped with a key of its own. */
async function identityOf(folder: string): Promise<Identity> {
  const found = await readIdentity(folder)
  if (found !== undefined) {
    checkFormat(folder, found)
    return found
  }
  const identity = { format: folderFormat, storeKey: randomBytes(16).toString("hex") }
  await writeIdentity(folder, identity)
  return identity
}

function checkFormat(folder: string, found: Identity): void {
  if (found.format > folderFormat) {
    throw new KvError(
      "wrong_cluster",
      `the data folder ${folder} has format ${found.format}, this program knows ${folderFormat}: ` +
        "run the version that wrote it, or a newer one",
    )
  }
  if (found.format < folderFormatMin) {
    throw new KvError(
      "wrong_cluster",
      `the data folder ${folder} has format ${found.format}, from before the first ` +
        "release: move it away and start with an empty one",
    )
  }
}

function checkOwner(folder: string, found: FolderOwner, owner: FolderOwner): void {
  if (found.clusterId === owner.clusterId && found.nodeId === owner.nodeId) return
  throw new KvError(
    "wrong_cluster",
    `the data folder ${folder} belongs to node ${found.nodeId} of cluster "${found.clusterId}", ` +
      `not to node ${owner.nodeId} of cluster "${owner.clusterId}": ` +
      "correct dataDirectory, nodeId or clusterId",
  )
}

async function readIdentity(folder: string): Promise<Identity | undefined> {
  const path = join(folder, identityName)
  let text: string
  try {
    text = await fs.readFile(path, "utf8")
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return undefined
    throw error
  }
  const identity = parseIdentity(text)
  if (identity === undefined) {
    throw new KvError(
      "data_loss",
      `${path} is damaged: restore it, or give this node an empty data folder and a new node id`,
    )
  }
  return identity
}

function parseIdentity(text: string): Identity | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== "object" || value === null) return undefined
  const found = value as { readonly [Name in keyof Identity]?: unknown }
  const { format, clusterId, nodeId, storeKey = "" } = found
  if (typeof format !== "number" || typeof storeKey !== "string") return undefined
  if (typeof clusterId === "string" && typeof nodeId === "number") {
    return { format, clusterId, nodeId, storeKey }
  }
  const nobodys = clusterId === undefined && nodeId === undefined && storeKey !== ""
  return nobodys ? { format, storeKey } : undefined
}

function writeIdentity(folder: string, identity: Identity): Promise<void> {
  return replaceFile(join(folder, identityName), `${JSON.stringify(identity, undefined, 2)}\n`)
}

import { randomBytes } from "node:crypto"
import { promises as fs } from "node:fs"
import { dirname, join } from "node:path"
import { KvError, type NodeId } from "../../base/index.ts"
import { errorCodeOf, kvErrorOf } from "./errors.ts"
import { lockFolder } from "./folder-lock.ts"
import { syncFolder } from "./folders.ts"

/**
 * Raised when an older program could not read the folder any more. Format 1 was never released: one
 * range a store, its records not together.
 */
const folderFormat = 4
const folderFormatMin = 4
const identityName = "identity.json"

export interface FolderOwner {
  readonly clusterId: string
  readonly nodeId: NodeId
}

interface Identity extends FolderOwner {
  readonly format: number
  readonly storeKey: string
}

/** A data folder that is this process's alone until `release`. */
export interface DataFolder {
  /** Made at random with the folder: what was written to another disk has another. */
  readonly storeKey: string
  release(): Promise<void>
}

/**
 * Takes a data folder for one node: makes it when absent, stamps it with whose it is, and locks it
 * against other processes. A process that dies, however, leaves no lock behind.
 *
 * Throws KvError: `wrong_cluster` when the folder belongs to another node, a newer or a very old
 * program, `unavailable` when a living process has it, `invalid_argument` when it can't be written,
 * `data_loss` when its stamp is unreadable, `disk_full`.
 */
export async function claimDataFolder(folder: string, owner: FolderOwner): Promise<DataFolder> {
  try {
    const made = await fs.mkdir(folder, { recursive: true, mode: 0o750 })
    if (made !== undefined) await syncFolder(dirname(made))
    const lock = await lockFolder(folder)
    try {
      const { storeKey } = await stamp(folder, owner)
      return { storeKey, release: () => lock.release() }
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw kvErrorOf(error, `can't use the data folder ${folder}`)
  }
}

async function stamp(folder: string, { clusterId, nodeId }: FolderOwner): Promise<Identity> {
  const found = await readIdentity(folder)
  if (found !== undefined) {
    checkIdentity(folder, found, { clusterId, nodeId })
    return found
  }
  const storeKey = randomBytes(16).toString("hex")
  const identity = { format: folderFormat, clusterId, nodeId, storeKey }
  await writeIdentity(folder, identity)
  return identity
}

function checkIdentity(folder: string, found: Identity, owner: FolderOwner): void {
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
  const isOwned = typeof clusterId === "string" && typeof nodeId === "number"
  const isIdentity = typeof format === "number" && typeof storeKey === "string"
  return isOwned && isIdentity ? { format, clusterId, nodeId, storeKey } : undefined
}

/** Whole or not at all: written beside, synced, then renamed into place. */
async function writeIdentity(folder: string, identity: Identity): Promise<void> {
  const path = join(folder, identityName)
  const beside = `${path}.new`
  const handle = await fs.open(beside, "w", 0o640)
  try {
    await handle.writeFile(`${JSON.stringify(identity, undefined, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.rename(beside, path)
  await syncFolder(folder)
}

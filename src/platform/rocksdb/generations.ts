import { mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises"
import { dirname, join } from "node:path"

/**
 * The engine's folder holds one database, in a folder named by a number: its generation. A database
 * that replaces it is made beside it and comes alive by one rename, so there is always a whole one.
 */

const namePattern = /^\d{6}$/
const unfinished = ".new"
/** The last database that could not be opened, kept for whoever wants to look into it. */
const corruptName = "corrupt"

export function folderOf(folder: string, generation: number): string {
  return join(folder, String(generation).padStart(6, "0"))
}

/** Where a generation is made before it counts. */
export function unfinishedFolderOf(folder: string, generation: number): string {
  return folderOf(folder, generation) + unfinished
}

/** The newest generation, 1 where there is none. Removes what a crash left behind. */
export async function newestGeneration(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  const newest = Math.max(1, ...names.filter((name) => namePattern.test(name)).map(Number))
  for (const name of names) {
    const older = namePattern.test(name) && Number(name) < newest
    if (older || name.endsWith(unfinished)) await removeFolder(join(folder, name))
  }
  return newest
}

/** Makes sure that a generation has its folder, durably: or what is synced in it may be gone. */
export async function makeGeneration(folder: string, generation: number): Promise<string> {
  const database = folderOf(folder, generation)
  const made = await mkdir(database, { recursive: true })
  if (made !== undefined) {
    await syncFolder(folder)
    await syncFolder(dirname(folder))
  }
  return database
}

/** Makes an unfinished generation the newest one, durably. */
export async function finishGeneration(folder: string, generation: number): Promise<void> {
  await rename(unfinishedFolderOf(folder, generation), folderOf(folder, generation))
  await syncFolder(folder)
}

/** Puts a generation out of the way, in place of what was put there before; says where. */
export async function setAside(folder: string, generation: number): Promise<string> {
  const aside = join(folder, corruptName)
  await removeFolder(aside)
  await rename(folderOf(folder, generation), aside)
  await syncFolder(folder)
  return aside
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Bytes that this process may still write to the disk of a folder. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Size of the write-ahead logs of a database: what opening it writes out anew. */
export async function walBytesOf(databaseFolder: string): Promise<number> {
  let bytes = 0
  for (const name of await readdir(databaseFolder)) {
    if (!name.endsWith(".log")) continue
    // RocksDB removes logs whenever their content is in a table.
    const found = await stat(join(databaseFolder, name)).catch(() => undefined)
    bytes += found?.size ?? 0
  }
  return bytes
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import { promises as fs } from "node:fs"
import { dirname } from "node:path"
import { syncFolder } from "./folders.ts"

/** Whole or not at all, and durable: written beside, synced, then renamed into place. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.new`
  const handle = await fs.open(beside, "w", 0o640)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.rename(beside, path)
  await syncFolder(dirname(path))
}

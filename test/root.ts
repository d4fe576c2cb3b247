import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder of the checkout, from sources and from what was built alike. */
export const root = rootAbove(dirname(fileURLToPath(import.meta.url)))

/** The command as it is installed. */
export const ringraftCommand = join(root, "build/cmd/ringraft.cjs")

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package-lock.json"))) return folder
  return rootAbove(dirname(folder))
}

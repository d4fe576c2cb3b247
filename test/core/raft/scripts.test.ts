/** Runs every script of test/scripts/raft. `REWRITE=1` accepts what happens now as what should. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import t from "tap"
import { runScript } from "./script.ts"

const folder = join(sourceRoot(), "test", "scripts", "raft")
const rewrite = process.env.REWRITE === "1"

/** The scripts lie in the source tree; this file may run from the build folder. */
function sourceRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const root = join(here, "..", "..", "..")
  return root.endsWith("build") ? dirname(root) : root
}

for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
  t.test(name, async (t) => {
    const path = join(folder, name)
    const text = readFileSync(path, "utf8")
    const happened = runScript(text)
    if (rewrite) writeFileSync(path, happened)
    else t.equal(happened, text)
  })
}

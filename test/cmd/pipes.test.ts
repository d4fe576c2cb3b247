import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import t from "tap"
import { commandLine } from "../integration/command.ts"

t.test("who reads no further ends the command, and hears no complaint", async (t) => {
  const child = spawn(process.execPath, [...commandLine, "bench", "--help"], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  const ended = once(child, "exit")
  // Closed before anything was written.
  child.stdout.destroy()
  t.equal(await text(child.stderr), "")
  t.same(await ended, [0, null])
})

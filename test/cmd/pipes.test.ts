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
  const [code, signal] = await ended
  t.ok(code === 0 || signal === "SIGTERM", `${code ?? signal}`)
})

import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { createServer, type Server } from "node:net"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import t from "tap"
import { defined } from "../../src/base/index.ts"
import { connect } from "../../src/index.ts"
import { until } from "../integration/loopback.ts"

t.setTimeout(240_000)

const command = fileURLToPath(new URL("../../../build/cmd/ringraft.cjs", import.meta.url))

interface DevEvent {
  readonly event: string
  readonly nodeId?: number
  readonly text?: string
  readonly nodes?: readonly {
    readonly nodeId: number
    readonly address: string
    readonly pid: number
  }[]
}

/** `ringraft dev`, read event by event. */
class Dev {
  readonly child: ChildProcess
  readonly #events: DevEvent[] = []
  #wake: () => void = () => {}

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, [command, "dev", "--output", "json", ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    const { stdout } = this.child
    if (stdout === null) throw new Error("a pipe was asked for")
    createInterface({ input: stdout }).on("line", (line) => {
      this.#events.push(JSON.parse(line))
      this.#wake()
    })
  }

  /** The first event from now on that fits; what came before it is passed over. */
  async event(fits: (event: DevEvent) => boolean): Promise<DevEvent> {
    for (;;) {
      const next = this.#events.shift()
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      } else if (fits(next)) return next
    }
  }

  async stop(): Promise<number | null> {
    const ended = once(this.child, "exit")
    this.child.kill("SIGINT")
    const [code] = await ended
    return code
  }
}

/** Some ports in a row that nobody listens on. */
async function portsInARow(count: number): Promise<number> {
  for (let first = 21_400; first < 30_000; first += count + 7) {
    const servers: Server[] = []
    try {
      for (let port = first; port < first + count; port += 1) {
        const server = createServer().listen(port, "127.0.0.1")
        servers.push(server)
        await once(server, "listening")
      }
      return first
    } catch {
      // One of them is taken: further on.
    } finally {
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
    }
  }
  throw new Error("no free ports")
}

function ringraft(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

t.test("dev: a cluster starts, serves, outlives a node, and stops whole", async (t) => {
  const port = await portsInARow(3)
  const data = join(t.testdir(), "data")
  const dev = new Dev(["--port", String(port), "--data", data])
  t.teardown(() => dev.child.kill("SIGTERM"))
  const { nodes = [] } = await dev.event(({ event }) => event === "ready")
  t.equal(nodes.length, 3)
  const endpoints = nodes.map(({ address }) => address).join(",")

  t.match(await ringraft("put", "ada", "1815", "--endpoints", endpoints), { code: 0 })
  const second = nodes[1]?.address ?? ""
  t.match(await ringraft("get", "ada", "--endpoints", second), { code: 0, out: "1815\n" })
  const leading = async (): Promise<number> => {
    const { out } = await ringraft("status", "--endpoints", endpoints, "--output", "json")
    const rows: { role: string }[] = JSON.parse(out).nodes
    return rows.filter(({ role }) => role === "leader").length
  }
  // They are asked one after the other, and the driver may just hand one over.
  await until(async () => (await leading()) === 1, "one leads")

  const located = await ringraft("range", "locate", "n", "--endpoints", endpoints, "-o", "json")
  const leader: number = JSON.parse(located.out)[0].leader
  const { pid } = defined(
    nodes.find(({ nodeId }) => nodeId === leader),
    "a node leads",
  )
  const db = await connect(endpoints, { defaultTimeoutMs: 20_000 })
  process.kill(pid, "SIGKILL")
  t.same((await db.increment("n", 1)).value, 1n, "a write while the leader is dead")
  const died = await dev.event(({ text }) => text?.includes("died") === true)
  t.match(died, { nodeId: leader, text: "died (SIGKILL); starts again in 3 s" })
  await dev.event(({ nodeId, text }) => nodeId === leader && text === "is up")
  t.equal((await db.get("ada"))?.value.toString(), "1815")
  await db.close()

  t.equal(await dev.stop(), 0)
  for (const { pid } of nodes) t.notOk(isAlive(pid))
  for (const id of [1, 2, 3]) {
    const log = readFileSync(join(data, `node${id}.log`), "utf8")
    t.match(log, /"msg":"stopped"/, `node ${id} stopped in order`)
  }

  const again = new Dev(["--port", String(port), "--data", data])
  t.teardown(() => again.child.kill("SIGTERM"))
  await again.event(({ event }) => event === "ready")
  t.match(await ringraft("get", "ada", "--endpoints", endpoints), { out: "1815\n" })
  const gone = once(again.child, "exit")
  again.child.kill("SIGTERM")
  t.same(await gone, [0, null])
})

t.test("dev: it ends when no node is left that comes back", async (t) => {
  const port = await portsInARow(1)
  const data = join(t.testdir(), "data")
  const args = ["--nodes", "1", "--no-restart", "--port", String(port), "--data", data]
  const dev = new Dev(args)
  t.teardown(() => dev.child.kill("SIGTERM"))
  const { nodes = [] } = await dev.event(({ event }) => event === "ready")
  const ended = once(dev.child, "exit")
  process.kill(defined(nodes[0], "a node").pid, "SIGKILL")
  t.same(await ended, [1, null])
})

t.test("dev: nodes don't outlive a supervisor that is killed", async (t) => {
  const port = await portsInARow(1)
  const data = join(t.testdir(), "data")
  const dev = new Dev(["--nodes", "1", "--port", String(port), "--data", data])
  await dev.event(({ event }) => event === "ready")
  const ended = once(dev.child, "exit")
  dev.child.kill("SIGKILL")
  await ended
  const stopped = (): boolean =>
    readFileSync(join(data, "node1.log"), "utf8").includes('"msg":"stopped"')
  await until(stopped, "the node stops in order")
})

t.test(
  "dev: a port in use and a folder of another cluster are told, nothing is begun",
  async (t) => {
    const port = await portsInARow(2)
    const data = join(t.testdir(), "data")
    const taken = createServer().listen(port + 1, "127.0.0.1")
    await once(taken, "listening")
    const args = ["dev", "--nodes", "2", "--port", String(port), "--data", data]
    const inUse = await ringraft(...args)
    t.equal(inUse.code, 2)
    t.match(inUse.err, new RegExp(`port ${port + 1} of 127.0.0.1 is in use.*--port`))
    t.notOk(existsSync(join(data, "node1")))
    taken.close()
    for (const id of [1, 2, 3]) mkdirSync(join(data, `node${id}`))
    const other = await ringraft(...args)
    t.equal(other.code, 2)
    t.match(other.err, /holds a cluster of 3 nodes: use --nodes 3/)
  },
)

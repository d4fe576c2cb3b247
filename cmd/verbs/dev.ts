import { mkdirSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Command, InvalidArgumentError } from "commander"
import { portTrouble } from "../dev/ports.ts"
import { type NodeView, type Screen, screenOf } from "../dev/screen.ts"
import { NodeProcess } from "../serve/node-process.ts"
import type { Context } from "../terminal/context.ts"
import { globalsOf, positive } from "../terminal/globals.ts"
import { packageVersion } from "../terminal/io.ts"
import { onStopSignals } from "../terminal/stop-signals.ts"

const host = "127.0.0.1"
const restartAfterMs = 3_000
const pollMs = 1_000
/** Nodes hand leadership over and write what they have; longer than that is stuck. */
const stopPatienceMs = 10_000

/** `ringraft dev`: a cluster on this machine, to play with. */
export function devCommand(context: Context): Command {
  return new Command("dev")
    .description("run a cluster of several nodes on this machine")
    .option("--nodes <n>", "how many", positive, 3)
    .option("--data <folder>", "where their data and logs are kept", ".ringraft")
    .option("--port <port>", "of the first node; the others follow", positive, 7_400)
    .option("--no-restart", "leave a node that died alone")
    .addHelpText("after", examples)
    .action(async (flags: DevFlags, command: Command) => {
      checkFolder(flags)
      await checkPorts(context, flags)
      const screen = screenOf(context, globalsOf(command).output === "json", {
        ...flags,
        version: packageVersion(),
      })
      const nodes = nodesOf(flags, screen)
      for (const node of nodes) node.start()
      context.exitCode = await watch(context, nodes, screen)
    })
}

interface DevFlags {
  readonly nodes: number
  readonly data: string
  readonly port: number
  readonly restart: boolean
}

/** The members of a cluster are written in its data: another number of nodes would not form one. */
function checkFolder({ data, nodes }: DevFlags): void {
  mkdirSync(data, { recursive: true })
  const found = readdirSync(data).filter((name) => /^node\d+$/.test(name)).length
  if (found === 0 || found === nodes) return
  throw new InvalidArgumentError(
    `${data} holds a cluster of ${found} nodes: use --nodes ${found}, or another --data folder`,
  )
}

async function checkPorts({ io }: Context, { port, nodes }: DevFlags): Promise<void> {
  for (let at = port; at < port + nodes; at += 1) {
    const trouble = at > 65_535 ? "does not exist" : await portTrouble(host, at)
    if (trouble === undefined) continue
    const ours = await io.status(`${host}:${at}`, 500).then(
      () => " by a ringraft node: is another ringraft dev running?",
      () => "",
    )
    throw new InvalidArgumentError(
      `port ${at} of ${host} ${trouble}${ours}; stop what listens there, or choose other ports ` +
        `with --port, such as --port ${port < 60_000 ? port + 100 : 7_400}`,
    )
  }
}

/** How each node is started: its address, and the words of its command. */
export function startsOf({ nodes, port, data }: Omit<DevFlags, "restart">) {
  const ids = Array.from({ length: nodes }, (_, at) => at + 1)
  const addressOf = (id: number): string => `${host}:${port + id - 1}`
  const members = ids.map((id) => `${id}=${addressOf(id)}`).join(",")
  return ids.map((nodeId) => ({
    ...{ nodeId, address: addressOf(nodeId) },
    args: [
      ...["serve", "--cluster-id", "dev", "--node-id", String(nodeId), "--members", members],
      ...["--listen", addressOf(nodeId), "--data", join(data, `node${nodeId}`)],
      ...impatience,
    ],
  }))
}

function nodesOf(flags: DevFlags, screen: Screen): NodeProcess[] {
  return startsOf(flags).map(
    (start) =>
      new NodeProcess({
        ...start,
        logFile: join(flags.data, `node${start.nodeId}.log`),
        restartAfterMs: flags.restart ? restartAfterMs : undefined,
        onEvent: (node, text) => screen.event(node.nodeId, text),
      }),
  )
}

/** A pretend cluster shows what it does within minutes: each node passes for a host of its own. */
const impatience: readonly string[] = [
  ...["--set", "driver.deadStoreAfterMs=60s", "--set", "driver.beatMs=2s"],
]

/** Until a signal comes or no node is left. Gives the exit code. */
function watch(context: Context, nodes: readonly NodeProcess[], screen: Screen): Promise<number> {
  return new Promise((resolve) => {
    let ready = false
    let stopping = false
    const poll = async (): Promise<void> => {
      const views = await look(context, nodes)
      if (stopping) return
      if (!ready && views.some(({ status }) => status?.role === "leader")) {
        ready = nodes.every(({ state }) => state === "running")
        if (ready) screen.ready(views)
      }
      screen.update(views)
      if (nodes.every(({ gone }) => gone)) await stop(1)
      else timer = setTimeout(() => void poll(), ready ? pollMs : pollMs / 5)
    }
    const stop = async (code: number): Promise<void> => {
      if (stopping) {
        for (const node of nodes) node.kill()
        return
      }
      stopping = true
      clearTimeout(timer)
      screen.event(undefined, "stopping; again to stop at once")
      await Promise.all(nodes.map((node) => node.stop(stopPatienceMs)))
      for (const signal of signals) process.off(signal, onSignal)
      screen.event(undefined, "stopped")
      resolve(code)
    }
    const onSignal = (): void => void stop(0)
    onStopSignals(signals, onSignal)
    let timer = setTimeout(() => void poll(), 0)
  })
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const

async function look({ io }: Context, nodes: readonly NodeProcess[]): Promise<NodeView[]> {
  return Promise.all(
    nodes.map(async (node) => {
      if (node.pid === undefined) return { node, status: undefined }
      const status = await io.status(node.address, 800).catch(() => undefined)
      if (status !== undefined) node.markRunning()
      return { node, status }
    }),
  )
}

const examples = `
Examples:
  ringraft dev
  ringraft dev --nodes 5 --data /tmp/five --port 7500
  ringraft dev --no-restart        to see what a cluster does with a node gone for good

Each node is a process of its own, started again 3 s after it dies. Ctrl-C stops them all. Without a
terminal, or with --output json, what happens is told line by line.`

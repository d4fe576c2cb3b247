import type { ClusterStatus } from "../../src/wire/index.ts"
import type { NodeProcess } from "../serve/node-process.ts"
import type { Context } from "../terminal/context.ts"
import { defaultEndpoints } from "../terminal/globals.ts"
import { tableOf } from "../terminal/style.ts"

const eventsShownMax = 8

export interface NodeView {
  readonly node: NodeProcess
  readonly status: ClusterStatus | undefined
}

/** What `ringraft dev` shows: on a terminal one screen kept up to date, elsewhere plain lines. */
export interface Screen {
  event(nodeId: number | undefined, text: string): void
  /** All nodes answer for the first time. */
  ready(views: readonly NodeView[]): void
  update(views: readonly NodeView[]): void
}

export interface ScreenOptions {
  readonly data: string
  readonly version: string
  readonly restart: boolean
}

export function screenOf(context: Context, json: boolean, options: ScreenOptions): Screen {
  if (json) return jsonScreen(context)
  return context.io.outIsTerminal ? liveScreen(context, options) : plainScreen(context, options)
}

function jsonScreen({ io }: Context): Screen {
  const line = (fields: object): void => io.out(`${JSON.stringify(fields)}\n`)
  return {
    event: (nodeId, text) => line({ event: "change", nodeId, text }),
    ready: (views) => {
      const nodes = views.map(({ node: { nodeId, address, pid, logFile } }) => {
        return { nodeId, address, pid, logFile }
      })
      line({ event: "ready", nodes })
    },
    update: () => {},
  }
}

function plainScreen(context: Context, options: ScreenOptions): Screen {
  const { io } = context
  return {
    event: (nodeId, text) => io.out(`${clock()} ${subject(nodeId)}${text}\n`),
    ready: (views) => io.out(`\n${advice(context, options, views).join("\n")}\n\n`),
    update: () => {},
  }
}

function liveScreen(context: Context, options: ScreenOptions): Screen {
  const { io, style } = context
  const events: string[] = []
  let latest: readonly NodeView[] = []
  let ready = false
  let linesBefore = 0
  const below = (): readonly string[] => {
    if (!ready) return [style.dim("starting …"), ""]
    const running = latest.some(({ node }) => node.pid !== undefined)
    return running ? [...advice(context, options, latest), ""] : []
  }
  const draw = (): void => {
    const lines = [
      `${style.bold("ringraft")} ${options.version}, ${latest.length} nodes on this machine`,
      "",
      ...tableOf(
        head,
        latest.map((view) => rowOf(context, view)),
        numbers,
      )
        .trimEnd()
        .split("\n"),
      "",
      ...below(),
      ...events.slice(-eventsShownMax),
    ].flatMap((line) => line.split("\n"))
    // Taller than the window, the cursor could not get back to the first line.
    const shown = lines.slice(0, Math.max(1, (process.stdout.rows ?? 40) - 1))
    io.out(`${linesBefore > 0 ? `\u001b[${linesBefore}A` : ""}\u001b[0J${shown.join("\n")}\n`)
    linesBefore = shown.length
  }
  return {
    event: (nodeId, text) => {
      events.push(`${style.dim(clock())} ${subject(nodeId)}${text}`)
      draw()
    },
    ready: (views) => {
      ready = true
      latest = views
      draw()
    },
    update: (views) => {
      latest = views
      draw()
    },
  }
}

const head = ["NODE", "ADDRESS", "STATE", "ROLE", "TERM", "APPLIED", "MEMORY", "PID"]
const numbers = ["NODE", "TERM", "APPLIED", "MEMORY", "PID"]

function rowOf({ style }: Context, { node, status }: NodeView): string[] {
  const { nodeId, address, state, pid } = node
  const known = state === "running" ? status : undefined
  const role = known?.role ?? ""
  const memory = known && `${Math.round(known.residentBytes / 1_024 ** 2)} MiB`
  const shownState = state === "running" ? state : style.yellow(state)
  return [
    String(nodeId),
    address,
    state === "died" || state === "refused" ? style.red(state) : shownState,
    role === "leader" ? style.green(role) : role,
    String(known?.term ?? ""),
    String(known?.appliedIndex ?? ""),
    memory ?? "",
    String(pid ?? ""),
  ]
}

/** Where to connect and what to try next. */
function advice(
  { style }: Context,
  options: ScreenOptions,
  views: readonly NodeView[],
): readonly string[] {
  const addresses = views.map(({ node }) => node.address).join(",")
  const leader = views.find(({ status }) => status?.role === "leader")?.node ?? views[0]?.node
  const again = options.restart ? "it starts again in 3 s" : "it stays down"
  const kill = `kill -9 ${leader?.pid ?? "PID"}`
  const usual = addresses === defaultEndpoints
  const label = (name: string): string => style.bold(name.padEnd(9))
  const command = (text: string): string => style.cyan(`npx ringraft ${text}`)
  return [
    `${label("connect")} ${addresses} (gRPC, ringraft.v1.KV; any node will do)`,
    ...(usual ? [] : [`${label("first")} ${style.cyan(`export RINGRAFT_ENDPOINTS=${addresses}`)}`]),
    `${label("try")} ${command("put ada 1815")}`,
    `${label("")} ${command("get ada")}`,
    `${label("")} ${command("status")}`,
    `${label("")} ${command("bench")}`,
    `${label("")} ${style.cyan(kill)}   the leader: another takes over; ${again}`,
    `${label("data")} ${options.data}, with each node's log in ${options.data}/node<n>.log`,
    `${label("stop")} Ctrl-C`,
  ]
}

function subject(nodeId: number | undefined): string {
  return nodeId === undefined ? "" : `node ${nodeId} `
}

function clock(): string {
  return new Date().toTimeString().slice(0, 8)
}

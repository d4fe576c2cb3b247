import { type ChildProcess, spawn } from "node:child_process"
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Client, connect } from "../../src/index.ts"
import { fetchStatus, listRanges } from "../../src/platform/index.ts"
import { Reaper } from "../reaper.ts"
import { ringraftCommand } from "../root.ts"
import { when } from "./conditions.ts"
import { TcpProxy } from "./proxy.ts"

export interface ClusterOptions {
  readonly nodes: number
  /** Peers talk through proxies that can be cut. */
  readonly proxied?: boolean
  /** Nodes left out at the beginning. */
  readonly down?: readonly number[]
  /** Nodes that are no members at the beginning: they join when they are started. */
  readonly joiners?: number
  /** Where each node is: "zone=a". */
  readonly labels?: ReadonlyMap<number, string>
  /** Environment variables of the nodes: settings, as an operator would give them. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where data and logs go, when not into a temporary folder of the cluster's own. */
  readonly folder?: string
  /** Data folders of single nodes elsewhere. */
  readonly folders?: ReadonlyMap<number, string>
}

export type NodeView = Awaited<ReturnType<typeof fetchStatus>>
export type RangeViews = Awaited<ReturnType<typeof listRanges>>

interface Teardown {
  teardown(run: () => unknown): void
}

type Proxies = ReadonlyMap<number, ReadonlyMap<number, { proxy: TcpProxy; port: number }>>

/** Real node processes on loopback, each with a data folder and a log file of its own. */
export class Cluster {
  readonly folder: string
  readonly #options: ClusterOptions
  readonly #ports: readonly number[]
  /** Proxies by caller, then by target. */
  readonly #proxies: Proxies
  readonly #children = new Map<number, ChildProcess>()
  readonly #clients: Client[] = []
  readonly #clusterId: string
  /** Whatever ends this process, the nodes end with it. */
  readonly #reaper: Reaper

  private constructor(options: ClusterOptions, ports: readonly number[], proxies: Proxies) {
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), "ringraft-e2e-"))
    this.#options = options
    this.#ports = ports
    this.#proxies = proxies
    this.#clusterId = `e2e-${process.pid}-${ports[0]}`
    this.#reaper = new Reaper(this.#clusterId)
  }

  /** Starts the nodes; when the test is over they are gone, their data too. */
  static async start(t: Teardown, options: ClusterOptions): Promise<Cluster> {
    const ports = await freePorts(options.nodes + (options.joiners ?? 0))
    const proxies = await openProxies(options.proxied === true ? ports : [])
    const cluster = new Cluster(options, ports, proxies)
    t.teardown(() => cluster.#stop())
    for (const id of cluster.#members) {
      if (options.down?.includes(id) !== true) cluster.startNode(id)
    }
    return cluster
  }

  /** Of all nodes, those that join included. */
  get ids(): readonly number[] {
    return this.#ports.map((_, i) => i + 1)
  }

  get #members(): readonly number[] {
    return this.ids.slice(0, this.#options.nodes)
  }

  get addresses(): readonly string[] {
    return this.#ports.map((port) => `127.0.0.1:${port}`)
  }

  addressOf(id: number): string {
    return `127.0.0.1:${this.#ports[id - 1]}`
  }

  dataFolder(id: number): string {
    return join(this.#options.folders?.get(id) ?? this.folder, `node${id}`)
  }

  /** What the node wrote to its standard output and error, over all its lives. */
  logOf(id: number): string {
    const path = this.#logPath(id)
    return existsSync(path) ? readFileSync(path, "utf8") : ""
  }

  isRunning(id: number): boolean {
    const child = this.#children.get(id)
    return child !== undefined && child.exitCode === null && child.signalCode === null
  }

  startNode(id: number): void {
    mkdirSync(this.dataFolder(id), { recursive: true })
    const log = openSync(this.#logPath(id), "a")
    const child = spawn(
      process.execPath,
      [
        ...[ringraftCommand, "serve", "--cluster-id", this.#clusterId, "--node-id", String(id)],
        ...[...this.#companyOf(id), "--listen", this.addressOf(id)],
        ...["--data", this.dataFolder(id), "--labels", this.#options.labels?.get(id) ?? ""],
      ],
      { stdio: ["ignore", log, log], env: { ...process.env, ...this.#options.settings } },
    )
    closeSync(log)
    this.#reaper.watch(child.pid)
    this.#children.set(id, child)
  }

  /** Sends a signal; with SIGKILL or SIGTERM, resolves with the exit code when it has ended. */
  async signal(id: number, signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#children.get(id)
    if (child === undefined || !this.isRunning(id)) return null
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
    child.kill(signal)
    return signal === "SIGKILL" || signal === "SIGTERM" ? ended : null
  }

  /** How a node sees the cluster; undefined when it does not answer. */
  async statusOf(id: number): Promise<NodeView | undefined> {
    try {
      return await fetchStatus(this.addressOf(id), 1_000)
    } catch {
      return undefined
    }
  }

  /** How a node sees the ranges; undefined when it does not answer. */
  async rangesOf(id: number): Promise<RangeViews | undefined> {
    try {
      return await listRanges(this.addressOf(id), 1_000)
    } catch {
      return undefined
    }
  }

  /**
   * The node that leads the first range of clients' keys, once every range has a leader, in its
   * newest term, that all of `among` know.
   */
  leader(among: readonly number[] = this.ids): Promise<number> {
    return when(`nodes ${among} agree on leaders`, async () => {
      const views = await Promise.all(among.map((id) => this.rangesOf(id)))
      const leads = (ranges: RangeViews | undefined): string =>
        JSON.stringify(ranges?.map(({ range, leaderNodeId, term }) => [range, leaderNodeId, term]))
      const [first] = views
      const led = first?.every(({ leaderNodeId }) => among.includes(leaderNodeId))
      if (led !== true || views.some((view) => leads(view) !== leads(first))) return undefined
      return first?.find(({ keyspace }) => keyspace === "default")?.leaderNodeId
    })
  }

  /** Waits until the nodes are whole and have applied the same entries. */
  async converged(among: readonly number[] = this.ids): Promise<void> {
    await when(`nodes ${among} have applied the same`, async () => {
      const statuses = await Promise.all(among.map((id) => this.statusOf(id)))
      const views = await Promise.all(among.map((id) => this.rangesOf(id)))
      const applied = (ranges: RangeViews | undefined): string =>
        JSON.stringify(ranges?.map(({ range, appliedIndex }) => [range, appliedIndex]))
      const whole = statuses.every((status) => status?.condition === "ok")
      const [first] = views
      const same = first !== undefined && views.every((view) => applied(view) === applied(first))
      return whole && same ? true : undefined
    })
  }

  /** A client of all nodes, or of those named, and patient; closed when the test is over. */
  async client(
    endpoints: readonly string[] = this.addresses,
    connectTimeoutMs = 30_000,
  ): Promise<Client> {
    const db = await connect(endpoints, { connectTimeoutMs, defaultTimeoutMs: 30_000 })
    this.#clients.push(db)
    return db
  }

  /** Cuts what `from` sends to `to`, on the connections of both. The other way stays open. */
  cutOneWay(from: number, to: number): void {
    this.#proxies.get(from)?.get(to)?.proxy.cut({ forth: true })
    this.#proxies.get(to)?.get(from)?.proxy.cut({ back: true })
  }

  healNetwork(): void {
    for (const mine of this.#proxies.values()) for (const { proxy } of mine.values()) proxy.heal()
  }

  async #stop(): Promise<void> {
    await Promise.all(this.#clients.map((db) => db.close()))
    await Promise.all(
      this.ids.map(async (id) => {
        await this.signal(id, "SIGKILL")
      }),
    )
    for (const mine of this.#proxies.values()) for (const { proxy } of mine.values()) proxy.close()
    await this.#reaper.close()
    if (this.#options.folder === undefined) rmSync(this.folder, { recursive: true, force: true })
  }

  #logPath(id: number): string {
    return join(this.folder, `node${id}.log`)
  }

  /** Whom the node begins with, or whom it joins. */
  #companyOf(id: number): readonly string[] {
    if (id > this.#options.nodes) {
      return ["--join", this.#members.map((peer) => this.addressOf(peer)).join(",")]
    }
    const proxies = this.#proxies.get(id)
    const members = this.#members.map((peer) => {
      const port = proxies?.get(peer)?.port ?? this.#ports[peer - 1]
      return `${peer}=127.0.0.1:${port}`
    })
    return ["--members", members.join(",")]
  }
}

async function openProxies(ports: readonly number[]): Promise<Proxies> {
  const proxies = new Map<number, Map<number, { proxy: TcpProxy; port: number }>>()
  for (let from = 1; from <= ports.length; from += 1) {
    const mine = new Map<number, { proxy: TcpProxy; port: number }>()
    for (let to = 1; to <= ports.length; to += 1) {
      if (to === from) continue
      const proxy = new TcpProxy({ host: "127.0.0.1", port: ports[to - 1] ?? 0 })
      mine.set(to, { proxy, port: await proxy.listen() })
    }
    proxies.set(from, mine)
  }
  return proxies
}

/** Ports that were free a moment ago; the kernel does not hand them out again at once. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, "127.0.0.1", () => {
            const address = server.address()
            resolve(address !== null && typeof address === "object" ? address.port : 0)
          })
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

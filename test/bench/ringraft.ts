import { join } from "node:path"
import { listStores, locateKey } from "../../src/platform/index.ts"
import { ringraftCommand } from "../root.ts"
import { pause, ServerGroup } from "./processes.ts"

/** All keys are in one range. */
const anyKey = { keyspace: "", key: Buffer.from("k") }

/** Three nodes on loopback, with the settings of a fresh installation. */
export class RingraftCluster {
  readonly group = new ServerGroup("bench-ringraft")
  /** Of the members: who joined is not among them. */
  readonly addresses: readonly string[]

  readonly #flags: readonly string[]
  readonly #basePort: number

  private constructor(basePort: number, flags: readonly string[]) {
    this.#flags = flags
    this.#basePort = basePort
    this.addresses = [0, 1, 2].map((i) => `127.0.0.1:${basePort + i}`)
    this.addresses.forEach((_, i) => {
      this.start(i)
    })
  }

  /** Starts the nodes, each with these flags as well, and waits for their leader. */
  static async start(basePort: number, flags: readonly string[] = []): Promise<RingraftCluster> {
    const cluster = new RingraftCluster(basePort, flags)
    await cluster.leader()
    return cluster
  }

  /** Any member's. */
  get address(): string {
    return this.addresses[0] ?? ""
  }

  /** Starts one node (from 0), again after it was killed. */
  start(i: number): void {
    const members = this.addresses.map((address, at) => `${at + 1}=${address}`).join(",")
    this.#serve(i, ["--cluster-id", "bench", "--node-id", String(i + 1), "--members", members])
  }

  /** One more node, which begins with nothing. */
  async join(): Promise<void> {
    const count = this.group.pids.length
    const listen = `127.0.0.1:${this.#basePort + count}`
    this.#serve(count, ["--cluster-id", "bench", "--join", this.address, "--listen", listen])
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const stores = await listStores(this.address, 1_000).catch(() => [])
      if (stores.filter(({ heardMsAgo }) => heardMsAgo > 0).length > count) return
      await pause(100)
    }
    throw new Error("the node that joins is not heard of after 30 s")
  }

  #serve(i: number, flags: readonly string[]): void {
    this.group.start(
      `node${i}`,
      ringraftCommand,
      ["serve", "--data", join(this.group.folder, `node${i}`), ...flags, ...this.#flags],
      // Alone: the settings of the shell that runs the bench must not reach the nodes.
      Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !name.startsWith("RINGRAFT_")),
      ),
    )
  }

  kill(i: number): Promise<void> {
    return this.group.kill(`node${i}`)
  }

  /** The number (from 0) of the keys' leader, once all nodes are there and follow it. */
  async leader(): Promise<number> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const views = await Promise.all(
        this.addresses.map((address) => locateKey(address, anyKey, 1_000).catch(() => undefined)),
      )
      const leads = (views[0]?.leaderNodeId ?? 0) - 1
      if (leads >= 0 && views.every((view) => view?.leaderNodeId === leads + 1)) return leads
      await pause(100)
    }
    throw new Error("the nodes agree on no leader after 30 s")
  }
}

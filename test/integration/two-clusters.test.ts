/** Clusters of one name on the same addresses, over real gRPC and real disks. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import t, { type Test } from "tap"
import { type ServedNode, startServedNode } from "../../cmd/serve/served-node.ts"
import { readSettings } from "../../cmd/serve/settings.ts"
import { defined, type NodeId } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { decodeStoreTable } from "../../src/wire/index.ts"
import { folderOf, freePorts, until } from "./loopback.ts"
import { get, put, RawClient } from "./raw-client.ts"

t.setTimeout(240_000)

const ids: readonly NodeId[] = [1, 2, 3]
const set = [
  ...["raft.tickMs=50ms", "raft.electionTimeoutTicks=40"],
  ...["driver.beatMs=500ms", "limits.deadlineMsDefault=30s"],
]
const stale = { type: "get", key: Buffer.from("a"), consistency: "stale" } as const

/** What a node says when something is wrong. */
interface Said {
  readonly event: string
  readonly reason: string
}

class Addresses {
  readonly #ports: readonly number[]
  readonly #running = new Map<NodeId, ServedNode>()
  readonly #clients: readonly RawClient[]
  /** Why nodes gave up. */
  readonly fatal: unknown[] = []

  constructor(t: Test, ports: readonly number[]) {
    this.#ports = ports
    this.#clients = ports.map((port) => new RawClient(`127.0.0.1:${port}`))
    t.teardown(async () => {
      for (const client of this.#clients) client.close()
      await this.stop()
    })
  }

  client(nodeId: NodeId): RawClient {
    return defined(this.#clients[nodeId - 1], "a client of every node")
  }

  /** Starts a node with a data folder, and gives what it complains about. */
  async start(nodeId: NodeId, data: string): Promise<readonly Said[]> {
    const said: Said[] = []
    const error = (event: string, fields?: object): void => {
      said.push({ event, reason: "", ...fields })
    }
    const members = this.#ports.map((port, i) => `${i + 1}=127.0.0.1:${port}`).join(",")
    const { config } = readSettings({ members, nodeId: String(nodeId), data, set }, {})
    const telemetry = { ...silentTelemetry, error }
    const onFatal = (failure: unknown): void => {
      this.fatal.push(failure)
    }
    const options = { config, telemetry, version: "0.0.0", onFatal }
    this.#running.set(nodeId, await startServedNode(options))
    return said
  }

  async stop(nodeIds: readonly NodeId[] = [...this.#running.keys()]): Promise<void> {
    await Promise.all(nodeIds.map((nodeId) => this.#running.get(nodeId)?.stop()))
    for (const nodeId of nodeIds) this.#running.delete(nodeId)
  }

  async #hasCell(id: NodeId): Promise<boolean> {
    const { status, response } = await this.client(id).operate(stale)
    return status === "OK" && response.length > 0
  }

  /** A cluster that has come to know its key everywhere, and one cell. */
  async begin(folder: string, value: string): Promise<readonly (readonly Said[])[]> {
    const said = await Promise.all(ids.map((id) => this.start(id, join(folder, `${id}`))))
    await until(
      async () => (await this.client(1).operate(put("a", value))).status === "OK",
      "a put",
    )
    await until(() => ids.every((id) => keyIn(join(folder, `${id}`)) !== ""), "all know the key")
    // A follower that is stopped before it hears of the commit has none of it when it starts alone.
    for (const id of ids) await until(async () => await this.#hasCell(id), `node ${id} has it`)
    return said
  }
}

/** The cluster's key, as a data folder has it. */
function keyIn(folder: string): string {
  try {
    return decodeStoreTable(readFileSync(join(folder, "stores"))).clusterKey
  } catch {
    return ""
  }
}

t.test("a node with a data folder of another cluster of the same name is refused", async (t) => {
  const [mine, theirs] = [folderOf(t), folderOf(t)]
  const addresses = new Addresses(t, await freePorts(3))
  await addresses.begin(mine, "mine")
  await addresses.stop()
  const [first] = await addresses.begin(theirs, "theirs")
  t.equal(new Set(ids.map((id) => keyIn(join(theirs, `${id}`)))).size, 1, "they agree on one key")
  t.not(keyIn(join(mine, "1")), keyIn(join(theirs, "1")))

  await addresses.stop([3])
  const said = await addresses.start(3, join(mine, "3"))
  const says = (all: readonly Said[] | undefined, what: string) => async () =>
    all?.some(
      ({ event, reason }) => event === what && /two clusters, though both are named/.test(reason),
    )
  for (const what of ["peer refuses this node", "peer refused"]) {
    await until(async () => (await says(said, what)()) === true, `the stranger hears: ${what}`)
    await until(async () => (await says(first, what)()) === true, `node 1 hears: ${what}`)
  }
  t.match(await addresses.client(1).result(get("a")), { cell: { value: Buffer.from("theirs") } })
  t.match(await addresses.client(3).result(stale), { cell: { value: Buffer.from("mine") } })
  await addresses.stop([3])
  await addresses.start(3, join(theirs, "3"))
  const read = async () => (await addresses.client(3).operate(get("a"))).status === "OK"
  await until(read, "with its own folder it is welcome")
  t.same(addresses.fatal, [])
})

t.test("a node that has another store's id is refused, and both sides say why", async (t) => {
  const folder = folderOf(t)
  const addresses = new Addresses(t, await freePorts(3))
  const [first] = await addresses.begin(folder, "1")
  await addresses.stop([2])
  const said = await addresses.start(2, join(folderOf(t), "2"))
  const why = /node id 2 is another store's.*start the node with the data folder of that store/
  for (const all of [said, first]) {
    await until(() => all?.some(({ reason }) => why.test(reason)) === true, "both sides say why")
  }
  t.match(await addresses.client(1).result(get("a")), { cell: { value: Buffer.from("1") } })
})

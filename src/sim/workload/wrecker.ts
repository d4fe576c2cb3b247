import type { Api } from "../../api/index.ts"
import { assert, type Dice, type KeyspaceId, KvError } from "../../base/index.ts"
import {
  decodeCreatedKeyspace,
  decodeJobList,
  decodeKeyspaceList,
  encodeKeyspaceCreation,
  encodeKeyspaceName,
} from "../../wire/index.ts"
import { SimClientTransport } from "../client-transport.ts"
import type { Cluster } from "../cluster.ts"
import { Process } from "../process.ts"
import { PlainClient } from "./plain-client.ts"

const name = "doomed"
const call = { timeoutMs: 2_000, onCancel: () => {}, onLeft: () => {} }
const encoder = new TextEncoder()
/** Names that clients know, too, for what is in another keyspace. */
const keys = ["a", "g", "m", "z", "counter/0", "counter/1", "expiring/0", "r/0", "r/1", "r/2"]

/**
 * An operator who makes a keyspace, puts something into it, and drops it while everything goes
 * wrong; and, in some worlds, makes another one of that name as soon as that works. In the end
 * nothing is left of the first one, on any disk.
 */
export class Wrecker {
  readonly #cluster: Cluster
  readonly #dice: Dice
  readonly #process: Process
  readonly #client: PlainClient
  /** Of all that it puts. */
  readonly #ttlMs: number | undefined
  #id: KeyspaceId = 0
  #dropped = false

  constructor(cluster: Cluster, dice: Dice, ttlMs: number | undefined) {
    this.#cluster = cluster
    this.#ttlMs = ttlMs
    this.#dice = dice
    const { world, addresses, clientHosts, clientNetwork } = cluster
    this.#process = new Process(world, "wrecker")
    const host = clientHosts[clientHosts.length - 1] ?? 0
    this.#client = new PlainClient({
      transport: new SimClientTransport(clientNetwork, host, this.#process),
      ...{ process: this.#process, dice: dice.fork(), addresses, keyspace: name },
    })
  }

  start(): void {
    this.#run().catch((error: unknown) => this.#cluster.world.fail(error))
  }

  /** Once all is healed and equal: the drop has come to its end, and nothing is left. */
  async check(untilMs: number): Promise<void> {
    const { world, machines } = this.#cluster
    while (!(await this.#hasEnded())) {
      assert(world.nowMs < untilMs, `liveness: the drop of keyspace ${this.#id} never ended`)
      await this.#process.sleep(200)
    }
    for (const machine of machines) {
      const ranges = machine.inspect().map(({ descriptor }) => descriptor)
      const left = ranges.find(({ keyspaceId }) => keyspaceId === this.#id)
      assert(left === undefined, `node ${machine.nodeId} has range ${left?.rangeId} still`)
      for (;;) {
        const cells = machine.cellsOf(this.#id)
        if (cells === 0) break
        const what = `node ${machine.nodeId} has ${cells} cells of a dropped keyspace`
        assert(world.nowMs < untilMs, what)
        await this.#process.sleep(200)
      }
    }
  }

  close(): void {
    this.#client.close()
  }

  async #run(): Promise<void> {
    const dice = this.#dice
    await this.#process.sleep(dice.chance() * 4_000)
    this.#id = await this.#make(1)
    const fillMs = dice.chance() * 8_000
    const untilMs = this.#cluster.world.nowMs + fillMs
    while (this.#cluster.world.nowMs < untilMs) await this.#put()
    await this.#drop()
    for (let i = 0; i < 10; i += 1) await this.#put()
    if (!dice.roll(0.5)) return
    const id = await this.#make(2)
    assert(id !== this.#id, `keyspace ${id} was given twice`)
  }

  /** Asks until there is an answer that leaves nothing open. */
  async #make(sequence: number): Promise<KeyspaceId> {
    const clientId = new Uint8Array(16).fill(210)
    const splitAt = this.#dice.pick([[], ["k"], ["b", "k", "t"]]).map((at) => encoder.encode(at))
    const request = encodeKeyspaceCreation({
      ...{ name, splitAt, replicas: 0, rangeBytes: 0, defaultTtlMs: 0 },
      requestId: { clientId, sequence, acknowledgedBelow: sequence },
    })
    for (;;) {
      const made = await this.#attempt("make", (api) => api.createKeyspace(request, call))
      if (made instanceof Uint8Array) {
        const { id } = decodeCreatedKeyspace(made).keyspace
        this.#cluster.world.note("doomed keyspace made", [id])
        return id
      }
      const known = await this.#idNow()
      if (known !== undefined && known !== this.#id) return known
      await this.#process.sleep(200 + this.#dice.chance() * 1_000)
    }
  }

  /** Of the keyspace that has the name now, if that can be told. */
  async #idNow(): Promise<KeyspaceId | undefined> {
    const list = await this.#attempt("list", (api) => api.listKeyspaces(call))
    if (!(list instanceof Uint8Array)) return undefined
    return decodeKeyspaceList(list).find((keyspace) => keyspace.name === name)?.id
  }

  async #put(): Promise<void> {
    const [key, value] = [encoder.encode(this.#dice.pick(keys)), new Uint8Array(20)]
    const put = { type: "put", key, value, ttlMs: this.#ttlMs, requestId: undefined } as const
    // Whatever comes of it.
    await this.#client.ask(put, 1_000).catch((error: unknown) => {
      if (!(error instanceof KvError)) throw error
    })
    await this.#process.sleep(this.#dice.chance() * 400)
  }

  async #drop(): Promise<void> {
    const { world, invariants } = this.#cluster
    // From here on it may take effect at any time.
    invariants.dropped.add(this.#id)
    while (!this.#dropped) {
      const request = encodeKeyspaceName(name)
      const answer = await this.#attempt("drop", (api) => api.dropKeyspace(request, call))
      const code = answer instanceof KvError ? answer.code : ""
      this.#dropped =
        answer instanceof Uint8Array || code === "state_changed" || code === "unknown_keyspace"
      await this.#process.sleep(this.#dice.chance() * 1_000)
    }
    world.note("doomed keyspace dropped", [this.#id])
  }

  async #hasEnded(): Promise<boolean> {
    if (!this.#dropped) return false
    const none = new Uint8Array(0)
    const jobs = await this.#attempt("jobs", (api) => api.driver("jobs", none, call))
    if (!(jobs instanceof Uint8Array)) return false
    return decodeJobList(jobs).some(({ id, tookMs }) => id === this.#id && tookMs > 0)
  }

  /** Its answer, or why there is none: a node that falls gives none. */
  async #attempt(
    what: string,
    work: (api: Api) => Promise<Uint8Array>,
  ): Promise<Uint8Array | KvError> {
    const { machines, asks } = this.#cluster
    const machine = this.#dice.pick(machines)
    const asked = machine.api && asks.track(machine, what, work(machine.api))
    const late = this.#process.sleep(3_000).then(() => new KvError("deadline_unknown", "no answer"))
    try {
      return await Promise.race([asked ?? late, late])
    } catch (error) {
      if (error instanceof KvError) return error
      throw error
    }
  }
}

/**
 * What an operator does with a cluster in a year, in a minute: ranges split while data comes in, a
 * node is lost for good, another one joins, one is drained and taken away, and ranges that have
 * become too many are merged. All the while clients write and read; what they saw is judged, and
 * scans over all ranges are held against a model, while ranges split, move and merge.
 */
import t from "tap"
import { recordHistory } from "../../cmd/bench/history.ts"
import { KvError } from "../../src/base/index.ts"
import type { Client } from "../../src/index.ts"
import { alterKeyspace, listStores, mergeRanges, setStoreState } from "../../src/platform/index.ts"
import { checkHistory, type HistoryLine } from "../../src/sim/oracle/index.ts"
import { Cluster, type RangeViews } from "./cluster.ts"
import { when } from "./conditions.ts"

t.setTimeout(400_000)

const zones = new Map(
  [1, 2, 3, 4, 5].map((id) => [id, `zone=${["a", "b", "c", "c", "a"][id - 1]}`]),
)
const settings = {
  RINGRAFT_DRIVER_BEAT_MS: "500ms",
  RINGRAFT_DRIVER_DEAD_STORE_AFTER_MS: "12s",
  RINGRAFT_DRIVER_MERGE_QUIET_MS: "1s",
  RINGRAFT_STORAGE_CONSISTENCY_CHECK_MS: "20s",
}
const rangeBytesSmall = 64 * 1_024
const rangeBytesUsual = 64 * 1_024 * 1_024
const patienceMs = 120_000
const loadMsMax = 300_000

t.test(
  "ranges split and merge, a node is lost, one joins, one leaves, and clients see none of it",
  async (t) => {
    const cluster = await Cluster.start(t, { nodes: 4, joiners: 1, labels: zones, settings })
    await cluster.leader([1, 2, 3, 4])
    const history: HistoryLine[] = []
    const end = new AbortController()
    const load = recordHistory(await cluster.client(), {
      ...{
        clients: 6,
        keys: 6,
        prefix: "judged/",
        durationMs: loadMsMax,
        timeoutMs: 5_000,
        seed: 1,
      },
      ...{ ratePerSecond: 10, write: (line) => history.push(line), signal: end.signal },
    })
    const book = new Book(await cluster.client())
    const reader = new Reader(await cluster.client(), book)
    const driver = new Driver(cluster)

    await setRangeBytes(cluster, rangeBytesSmall)
    await book.grows(1_200)
    await driver.ranges("they have split, and are spread", (ranges) => {
      return ranges.length >= 6 && ranges.some(isOn(4)) && ranges.every(isSpread)
    })

    await cluster.signal(4, "SIGKILL")
    await driver.ranges("store 4 has been replaced", (ranges) => isWhole(ranges, [1, 2, 3]))
    const merger = new Merger(driver, cluster.addressOf(2))
    await merger.merges(3)
    await reader.readsOn()

    cluster.startNode(5)
    await driver.ranges("store 5 has been given some", (ranges) => {
      return ranges.some(isOn(5)) && ranges.every(isSpread)
    })
    await setStoreState(cluster.addressOf(2), { nodeId: 1, state: "draining" }, 10_000)
    await driver.stores("store 1 leads nothing", (stores) => stores.get(1)?.leaders === 0)
    await setStoreState(cluster.addressOf(2), { nodeId: 1, state: "decommissioning" }, 10_000)
    await driver.stores("store 1 has nothing left", (stores) => stores.get(1)?.ranges === 0)
    t.equal(await cluster.signal(1, "SIGTERM"), 0)
    await driver.ranges("spread over what is there", (ranges) => isWhole(ranges, [2, 3, 5]))
    await merger.merges(3)
    await merger.close()
    await setRangeBytes(cluster, rangeBytesUsual)
    await driver.ranges("all small ranges have become one", (ranges) => {
      return ranges.filter(({ keyspace }) => keyspace === "default").length === 1
    })
    await reader.readsOn()

    end.abort()
    await Promise.all([load, book.close(), reader.close()])
    const verdict = checkHistory(history, { requireEvidence: true })
    t.equal(verdict.ok ? "" : verdict.explanation, "")
    t.same(book.failures, [], "no write failed")
    t.same(reader.faults, [], "each scan had every key once, in order")
    const { acknowledged } = book
    t.comment(
      `${acknowledged} writes, ${reader.scans} scans, ${history.length} operations judged, ` +
        `${merger.merged} merges asked for, ${merger.refused} refused`,
    )
  },
)

/** A range of clients' keys that is larger is cut, much smaller ones are merged. */
async function setRangeBytes(cluster: Cluster, rangeBytes: number): Promise<void> {
  const settings = { name: "default", replicas: 0, rangeBytes, defaultTtlMs: undefined }
  await alterKeyspace(cluster.addressOf(2), settings, 10_000)
}

/** Every range of clients' keys has three voters, on these stores, and a leader. */
function isWhole(ranges: RangeViews, stores: readonly number[]): boolean {
  return ranges.every(({ keyspace, replicas, leaderNodeId }) => {
    if (keyspace === "system") return true
    const ids = replicas.map(({ nodeId }) => nodeId).sort()
    return ids.join() === stores.join() && stores.includes(leaderNodeId)
  })
}

function isOn(store: number): (range: RangeViews[number]) => boolean {
  return ({ keyspace, replicas }) =>
    keyspace !== "system" &&
    replicas.some(({ nodeId, role }) => nodeId === store && role === "voter")
}

/** No two of its replicas are in one zone. The cluster's own range has more of them than zones. */
function isSpread({ keyspace, replicas }: RangeViews[number]): boolean {
  const taken = new Set(replicas.map(({ nodeId }) => zones.get(nodeId)))
  return keyspace === "system" || (replicas.length === 3 && taken.size === 3)
}

/** What the cluster says of itself, asked at whoever answers. */
class Driver {
  readonly #cluster: Cluster

  constructor(cluster: Cluster) {
    this.#cluster = cluster
  }

  /** Ranges of clients' keys and the cluster's own, as the first node that answers sees them. */
  async ranges(what: string, is: (ranges: RangeViews) => boolean): Promise<void> {
    const hint = async () => JSON.stringify(await this.#all())
    await when(what, async () => (is(await this.#all()) ? true : undefined), patienceMs).catch(
      async (error: Error) => {
        throw new Error(`${error.message}; there are ${await hint()}`)
      },
    )
  }

  /** Of clients' keys, in order. */
  async clientRanges(): Promise<RangeViews> {
    const ranges = (await this.#all()).filter(({ keyspace }) => keyspace === "default")
    return ranges.sort(({ range: left }, { range: right }) => {
      return Buffer.compare(left.start, right.start)
    })
  }

  async stores(
    what: string,
    is: (stores: ReadonlyMap<number, { ranges: number; leaders: number }>) => boolean,
  ): Promise<void> {
    await when(
      what,
      async () => {
        const stores = await listStores(this.#cluster.addressOf(2), 2_000).catch(() => [])
        return is(new Map(stores.map((store) => [store.nodeId, store]))) ? true : undefined
      },
      patienceMs,
    )
  }

  /** Each range as its leader sees it. */
  async #all(): Promise<RangeViews> {
    const found = new Map<number, RangeViews[number]>()
    for (const id of this.#cluster.ids) {
      const ranges = this.#cluster.isRunning(id) ? await this.#cluster.rangesOf(id) : undefined
      for (const view of ranges ?? []) {
        const { rangeId } = view.range
        const known = found.get(rangeId)
        if (known === undefined || view.leaderNodeId === id) found.set(rangeId, view)
      }
    }
    return [...found.values()]
  }
}

/** Has ranges merged, again and again, whatever else is done to them. Some of it is refused. */
class Merger {
  merged = 0
  refused = 0
  readonly #driver: Driver
  readonly #address: string
  readonly #merging: Promise<void>
  #closed = false

  constructor(driver: Driver, address: string) {
    this.#driver = driver
    this.#address = address
    this.#merging = this.#merge()
  }

  async merges(more: number): Promise<void> {
    const goal = this.merged + more
    await when("ranges are merged", () => (this.merged >= goal ? true : undefined), patienceMs)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#merging
  }

  async #merge(): Promise<void> {
    for (let turn = 0; !this.#closed; turn += 1) {
      const ranges = await this.#driver.clientRanges()
      const into = ranges[(7 * turn) % Math.max(1, ranges.length - 1)]
      try {
        if (into !== undefined) {
          const merge = { rangeId: into.range.rangeId, nextRangeId: 0 }
          await mergeRanges(this.#address, merge, 5_000)
        }
        this.merged += 1
      } catch (error) {
        if (!(error instanceof KvError)) throw error
        this.refused += 1
      }
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
  }
}

/** Puts keys all over the key space, never one twice, and remembers what was acknowledged. */
class Book {
  readonly failures: string[] = []
  readonly #db: Client
  readonly #written = new Map<string, string>()
  readonly #writers: readonly Promise<void>[]
  #closed = false

  constructor(db: Client) {
    this.#db = db
    this.#writers = Array.from({ length: 4 }, (_, writer) => this.#write(writer))
  }

  get acknowledged(): number {
    return this.#written.size
  }

  /** What every scan that begins from now on has to find. */
  get written(): ReadonlyMap<string, string> {
    return new Map(this.#written)
  }

  async grows(by: number): Promise<void> {
    const goal = this.acknowledged + by
    await when("more is written", () => (this.acknowledged >= goal ? true : undefined), patienceMs)
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#writers)
  }

  async #write(writer: number): Promise<void> {
    for (let number = 0; !this.#closed; number += 1) {
      // Spread by a factor without a common divisor with the size of the space.
      const at = (number * 4 + writer) * 7_919
      const key = `book/${String(at % 1_000_003).padStart(7, "0")}`
      const value = `${key}:${"x".repeat(400)}`
      try {
        await this.#db.put(key, value, { timeoutMs: 20_000 })
        this.#written.set(key, value)
      } catch (error) {
        if (!(error instanceof KvError)) throw error
        this.failures.push(`${key}: ${error.code} ${error.message}`)
      }
      await new Promise((resolve) => setTimeout(resolve, number < 400 ? 2 : 40))
    }
  }
}

/** Scans everything, again and again, and holds it against the book. */
class Reader {
  readonly faults: string[] = []
  scans = 0
  readonly #db: Client
  readonly #book: Book
  readonly #reading: Promise<void>
  #closed = false

  constructor(db: Client, book: Book) {
    this.#db = db
    this.#book = book
    this.#reading = this.#read()
  }

  /** Two more scans: the last one began from here on. */
  async readsOn(): Promise<void> {
    const goal = this.scans + 2
    await when(
      "everything is read again",
      () => (this.scans >= goal ? true : undefined),
      patienceMs,
    )
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#reading
  }

  async #read(): Promise<void> {
    while (!this.#closed) {
      const expected = this.#book.written
      const reverse = this.scans % 2 === 1
      const seen = new Map<string, string>()
      let last: string | undefined
      for await (const cell of this.#db.scan({ prefix: "book/", reverse, timeoutMs: 20_000 })) {
        const key = cell.key.toString()
        const inOrder = last === undefined || (reverse ? key < last : key > last)
        if (!inOrder) this.faults.push(`${key} after ${last}`)
        last = key
        seen.set(key, cell.value.toString())
      }
      for (const [key, value] of expected) {
        if (seen.get(key) !== value) this.faults.push(`${key} is ${seen.get(key) ?? "missing"}`)
      }
      this.scans += 1
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

import {
  assert,
  compareBytes,
  defined,
  hexOf,
  KvError,
  type LeaderHint,
  labelLevels,
  type NodeId,
  noLabels,
  noSuchStore,
  removedStore,
  type StoreEntry,
  type StoreLabels,
  type StoreTable,
  sameLabels,
  type WallMs,
} from "../base/index.ts"
import type { OperationResult } from "../core/range/types.ts"
import type { Random } from "../env/index.ts"
import {
  type Beat,
  decodeStoreEntry,
  encodeStoreEntry,
  type JoinRequest,
  type JoinResponse,
  type LabelsOfStore,
} from "../wire/index.ts"
import { bytesOfText, scanFolder } from "./scan-all.ts"
import type { SystemOperation } from "./types.ts"

const prefix = "store/"

/** What tells this cluster from others of the same name: whoever drives first makes it. */
const clusterKeyKey = bytesOfText("cluster/key")
const clusterKeyBytes = 16

/** Counts the ids that were given to stores beyond those that a cluster begins with. */
const storeIdsKey = bytesOfText("ids/store")

interface RegistryOptions {
  readonly clusterId: string
  /** Carries out one operation on the cluster's own keyspace. Rejects with KvError. */
  readonly perform: (operation: SystemOperation) => Promise<OperationResult>
  readonly wallMs: () => WallMs
  readonly random: Random
  /** What the cluster begins with; empty where this node joined it later. */
  readonly founders: readonly LeaderHint[]
  /** The table has changed. */
  readonly onTable: (table: StoreTable) => void
}

/**
 * The stores' records: cells of the cluster's own range, `store/<id>`, changed by compare-and-swap.
 * The versions of cells grow, so the highest of them is the table's. What is in memory is what the
 * range held when it was read last.
 */
export class Registry {
  readonly #options: RegistryOptions
  #table: StoreTable = { version: 0, clusterKey: "", stores: [] }
  #clusterKey = ""
  /** What nodes say of themselves. */
  readonly #told = new Map<NodeId, StoreLabels>()
  #opened = false
  /** Of the cells that the entries were read from. */
  #versions = new Map<NodeId, number>()

  constructor(options: RegistryOptions) {
    this.#options = options
  }

  get table(): StoreTable {
    return this.#table
  }

  entryOf(nodeId: NodeId): StoreEntry | undefined {
    return this.#table.stores.find((entry) => entry.nodeId === nodeId)
  }

  unknown(nodeId: NodeId): KvError {
    const ids = this.#living.map((entry) => entry.nodeId)
    return new KvError("invalid_argument", noSuchStore(nodeId, ids))
  }

  /**
   * Reads the records, and writes those of the founders where there are none. Nobody hears of the
   * table before all of them are in it: who is not in it is no peer, and without peers no quorum.
   */
  async open(): Promise<void> {
    this.#clusterKey = await this.#decideKey()
    await this.#read()
    const missing = this.#options.founders.filter(({ nodeId }) => !this.#versions.has(nodeId))
    for (const { nodeId, address } of missing) {
      const sinceMs = this.#options.wallMs()
      const entry = {
        nodeId,
        address,
        labels: noLabels,
        state: "up",
        sinceMs,
        storeKey: "",
      } as const
      await this.#write(entry, undefined)
    }
    if (missing.length > 0) await this.#read()
    this.#opened = true
    this.#options.onTable(this.#table)
  }

  /**
   * A store said who it is and where. Throws KvError `wrong_cluster` when its id is another's, or
   * nobody's. One that knows more, or that nobody knows, may have heard it of another driver.
   */
  async heard(beat: Beat): Promise<void> {
    const { storeKey, address, store, tableVersion } = beat
    const nodeId = store.store
    if (tableVersion > this.#table.version || this.entryOf(nodeId) === undefined) {
      await this.#read()
    }
    const entry = this.entryOf(nodeId)
    if (entry === undefined) throw wrongCluster(`no store has the id ${nodeId}: join first`)
    if (entry.state === "gone") {
      throw wrongCluster(removedStore(nodeId))
    }
    if (entry.storeKey !== "" && entry.storeKey !== storeKey) {
      throw wrongCluster(
        `node id ${nodeId} is another store's, last at ${entry.address}: this data folder is ` +
          "not its; start with its data folder, or join with an empty one and no node id",
      )
    }
    this.#told.set(nodeId, beat.labels)
    const labels = toldLabels(beat.labels, entry.labels)
    const same = entry.storeKey === storeKey && entry.address === address
    if (same && sameLabels(labels, entry.labels)) return
    await this.change({ ...entry, storeKey, address, labels })
  }

  /**
   * A node with an empty data folder wants to be one of the cluster. Asked again by the same one,
   * the answer is the same. Throws KvError `wrong_cluster` when it can't be, `unavailable` when it
   * has to be asked again.
   */
  async join(request: JoinRequest): Promise<JoinResponse> {
    const { clusterId, storeKey, address, labels } = request
    if (clusterId !== this.#options.clusterId) {
      throw wrongCluster(
        `this is cluster ${JSON.stringify(this.#options.clusterId)}, not ` +
          `${JSON.stringify(clusterId.slice(0, 64))}: check the addresses, or give --cluster-id`,
      )
    }
    if (storeKey === "" || address === "") {
      throw new KvError("invalid_argument", "a node that joins must say its address and store key")
    }
    const isIt = (entry: StoreEntry): boolean => entry.storeKey === storeKey
    // It may have asked before, and nobody heard what became of its record: without a look it would
    // get another id, and the first one would be of a store that never comes.
    if (!this.#table.stores.some(isIt)) await this.#read()
    const known = this.#table.stores.find(isIt)
    if (known !== undefined) {
      if (request.nodeId !== 0 && request.nodeId !== known.nodeId) {
        throw wrongCluster(`this data folder is of node ${known.nodeId} already: give no node id`)
      }
      return this.#welcome(known.nodeId)
    }
    const neighbour = this.#table.stores.find((entry) => {
      return entry.address === address && entry.state !== "gone"
    })
    if (neighbour !== undefined) {
      throw wrongCluster(
        `node ${neighbour.nodeId} has the address ${address}: give another, or remove that store ` +
          `(\`ringraft store remove ${neighbour.nodeId}\`)`,
      )
    }
    const taken = this.entryOf(request.nodeId)
    if (taken !== undefined) {
      throw wrongCluster(
        `node id ${taken.nodeId} is another store's, at ${taken.address} (${taken.state}): ` +
          "ids are not used again; leave --node-id out to get one",
      )
    }
    const nodeId = request.nodeId === 0 ? await this.#freeId() : request.nodeId
    const sinceMs = this.#options.wallMs()
    const entry = { nodeId, address, labels, state: "up", sinceMs, storeKey } as const
    const done = await this.#write(entry, undefined)
    await this.#read()
    if (!done) throw new KvError("unavailable", `node id ${nodeId} was taken just now: ask again`)
    return this.#welcome(nodeId)
  }

  /**
   * Throws KvError `invalid_argument` for a store that is not there, and for labels that its node's
   * own configuration gives.
   */
  async setLabels({ nodeId, labels }: LabelsOfStore): Promise<StoreLabels> {
    const entry = this.entryOf(nodeId)
    if (entry === undefined || entry.state === "gone") throw this.unknown(nodeId)
    const own = this.#told.get(nodeId)
    const fixed = own && labelLevels.find((level) => own[level] !== "" && labels[level] !== "")
    if (fixed !== undefined) {
      throw new KvError(
        "invalid_argument",
        `${fixed} of store ${nodeId} is set by its own configuration (labels.${fixed}): ` +
          "change it there",
      )
    }
    const changed = { ...entry, labels: toldLabels(labels, entry.labels) }
    if (!sameLabels(changed.labels, entry.labels)) await this.change(changed)
    return changed.labels
  }

  /** The caller knows that the store is there. */
  async setState(nodeId: NodeId, state: StoreEntry["state"]): Promise<void> {
    const entry = defined(this.entryOf(nodeId), "the state of a store that is not there")
    await this.change({ ...entry, state, sinceMs: this.#options.wallMs() })
  }

  /** Replaces a record that is as it was read. Throws KvError `unavailable` when it is not. */
  async change(entry: StoreEntry): Promise<void> {
    const version = this.#versions.get(entry.nodeId)
    assert(version !== undefined, "only a record that was read can be changed")
    const done = await this.#writeSurely(entry, version)
    if (!done)
      throw new KvError("unavailable", "the store's record has changed meanwhile: ask again")
  }

  /**
   * Whether the record is this now, which is known here then. Where nobody knows what became of the
   * write it is tried once more: when that is answered, the first one is decided, too. Throws a
   * KvError that is "refused" only where the first write surely had no effect.
   */
  async #writeSurely(entry: StoreEntry, version: number): Promise<boolean> {
    let written = false
    try {
      const done = await this.#write(entry, version)
      written = true
      await this.#read()
      return done
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      if (!written && error.outcome === "refused") throw error
    }
    const done = await this.#writeAgain(entry, version)
    const now = this.entryOf(entry.nodeId)
    if (done || now === undefined) return done
    return compareBytes(encodeStoreEntry(now), encodeStoreEntry(entry)) === 0
  }

  async #writeAgain(entry: StoreEntry, version: number): Promise<boolean> {
    try {
      const done = await this.#write(entry, version)
      await this.#read()
      return done
    } catch (error) {
      if (!(error instanceof KvError) || error.outcome === "unknown") throw error
      const message = `store ${entry.nodeId} may have been changed: look at the stores`
      throw new KvError("result_unknown", `${message} (${error.message})`)
    }
  }

  get #living(): readonly StoreEntry[] {
    return this.#table.stores.filter(({ state }) => state !== "gone")
  }

  #welcome(nodeId: NodeId): JoinResponse {
    const members = this.#living.map(({ nodeId, address }) => ({ nodeId, address }))
    return { nodeId, members, clusterKey: this.#clusterKey }
  }

  /** Of several drivers that make one, the first that has it committed decides. */
  async #decideKey(): Promise<string> {
    const { perform, random } = this.#options
    const key = clusterKeyKey
    const known = await perform({ type: "get", key, consistency: "linearizable" })
    if (known.type === "get" && known.cell !== undefined) return decodeText(known.cell.value)
    const made = hexOf(random.bytes(clusterKeyBytes))
    const result = await perform({
      ...{ type: "compareAndSwap", key, expect: { type: "absent" } },
      value: bytesOfText(made),
      ...{ ttlMs: undefined, requestId: undefined },
    })
    assert(result.type === "compareAndSwap", "a swap is answered by its kind")
    if (result.swapped || result.value === undefined) return made
    return decodeText(result.value)
  }

  /** One that no store ever had. */
  async #freeId(): Promise<NodeId> {
    for (;;) {
      const next = { key: storeIdsKey, delta: 1n, requestId: undefined }
      const result = await this.#options.perform({ type: "increment", ...next })
      assert(result.type === "increment", "an increment is answered by a number")
      const nodeId = Number(result.value)
      if (this.entryOf(nodeId) === undefined) return nodeId
    }
  }

  /** `version` undefined: there is no such record yet. False: it was another. */
  async #write(entry: StoreEntry, version: number | undefined): Promise<boolean> {
    const result = await this.#options.perform({
      type: "compareAndSwap",
      key: keyOf(entry.nodeId),
      expect: version === undefined ? { type: "absent" } : { type: "version", version },
      value: encodeStoreEntry(entry),
      ttlMs: undefined,
      requestId: undefined,
    })
    return result.type === "compareAndSwap" && result.swapped
  }

  async #read(): Promise<void> {
    const cells = await scanFolder(this.#options.perform, prefix)
    const stores = cells.map(({ value }) => decodeStoreEntry(value))
    const version = Math.max(0, ...cells.map((cell) => cell.version))
    // Of two that read at once the older one may come last.
    if (version <= this.#table.version) return
    this.#table = { version, clusterKey: this.#clusterKey, stores }
    this.#versions = new Map(stores.map(({ nodeId }, i) => [nodeId, cells[i]?.version ?? 0]))
    if (this.#opened) this.#options.onTable(this.#table)
  }
}

/** What a node's own configuration says of it stands; the rest is as people said. */
function toldLabels(told: StoreLabels, known: StoreLabels): StoreLabels {
  const labels = { ...known }
  for (const level of labelLevels) if (told[level] !== "") labels[level] = told[level]
  return labels
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** So that they stand in the order of their numbers. */
function keyOf(nodeId: NodeId): Uint8Array {
  return bytesOfText(`${prefix}${String(nodeId).padStart(10, "0")}`)
}

function wrongCluster(message: string): KvError {
  return new KvError("wrong_cluster", message)
}

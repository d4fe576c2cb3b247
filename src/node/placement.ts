import { IdBlocks } from "../api/index.ts"
import {
  assert,
  KvError,
  type NodeId,
  type RangeId,
  type StoreTable,
  type Term,
} from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { RangeReport } from "../core/placement/types.ts"
import { rangeIdBlock, rangeIdOf, rangeIdsKey, systemRange } from "../core/range/index.ts"
import { Driver, type ReportedNode, Reporter } from "../driver/index.ts"
import type { Env } from "../env/index.ts"
import type { PendingOperation, Replica, Store } from "../store/index.ts"
import {
  decodeDriverMessage,
  decodeLocations,
  encodeDriverMessage,
  encodePlaces,
  type Question,
  type RangePlace,
} from "../wire/index.ts"
import { OwnOperations } from "./own-operations.ts"
import { rangeReportOf } from "./range-report.ts"
import { StoreMemory } from "./remembered-stores.ts"

export interface PlacementOptions {
  readonly env: Env
  readonly config: NodeConfig
  readonly store: Store
  /** Made at random with the data folder. */
  readonly storeKey: string
  /** This node must not go on. */
  readonly onFatal: (error: unknown) => void
}

/** Where the store and the shell of placement meet: what one knows, the other tells. */
export class Placement implements ReportedNode {
  /** Counts of the ids of ranges that are this node's to give. */
  readonly rangeIds = new IdBlocks(rangeIdBlock)
  readonly #options: PlacementOptions
  readonly #own: OwnOperations
  readonly #driver: Driver
  readonly #reporter: Reporter
  readonly #memory: StoreMemory
  #capacityBytes = 0
  #freeBytes = 0

  constructor(options: PlacementOptions) {
    this.#options = options
    const { env, config, store, onFatal } = options
    const { clock, random, telemetry } = env
    this.#memory = new StoreMemory(env.memo, (error) => {
      telemetry.warn("the stores of the cluster were not written down", { reason: String(error) })
    })
    this.#own = new OwnOperations(clock, (operations) => store.submit(operations))
    const onTable = (table: StoreTable): void => this.onTable(table)
    this.#driver = new Driver({
      clusterId: config.clusterId,
      nodeId: config.nodeId,
      ...{ clock, random, telemetry },
      ...config.driver,
      drivesIn: () => this.#drivesIn(),
      perform: (operation) => this.#own.performHere(operation, config.limits.deadlineMsDefault),
      performOn: (target, operation, timeoutMs) =>
        this.#own.performOn(target, operation, timeoutMs),
      newRangeId: () => this.#newRangeId(),
      keyspaces: () => store.keyspaces.records,
      nameOf: (keyspaceId) => store.keyspaces.nameOf(keyspaceId) ?? "",
      founders: config.members,
      onTable,
    })
    this.#reporter = new Reporter({
      clock,
      telemetry,
      beatMs: config.driver.beatMs,
      node: this,
      ask: (beat, timeoutMs) => this.#ask("beat", beat, timeoutMs),
      onTable,
      onDropped: (dropped) => store.clearance.learn(dropped),
      onExpelled: onFatal,
    })
  }

  start(): void {
    this.#driver.start()
    this.#reporter.start()
  }

  stop(): void {
    this.#driver.stop()
    this.#reporter.stop()
    this.#own.cancelAll()
  }

  /** The table of stores is too old, it seems. */
  onStranger(_nodeId: NodeId): void {
    this.#reporter.hurry()
  }

  /** Asks where ranges are that have no replica here. */
  locate(places: readonly RangePlace[]): void {
    const { config, store } = this.#options
    this.#ask("locate", encodePlaces(places), config.limits.deadlineMsDefault)
      .then((locations) => store.onLocated(decodeLocations(locations)))
      .catch((error: unknown) => {
        if (!(error instanceof KvError)) throw error
        store.onLocated([])
      })
  }

  /** What a node asks the driver, while that sits here. */
  onAsk(pending: PendingOperation, term: Term): void {
    const { operation, sink } = pending
    assert(operation.type === "ask", "the driver is asked by this verb only")
    this.#driver.answer(operation.request, term).then(
      (response) => sink.deliver(pending, { type: "ask", response }),
      (error: unknown) => {
        if (!(error instanceof KvError)) throw error
        const { code, message } = error
        // Another node drives by now. Who sent it here will ask that one, as this node does here.
        if (code === "not_leader" && !pending.forwarded) this.#options.store.submit([pending])
        else sink.deliver(pending, { type: "error", code, message })
      },
    )
  }

  describe() {
    const { config, store, storeKey } = this.#options
    const { replicas, takesMore } = store
    const report = {
      store: config.nodeId,
      capacityBytes: this.#capacityBytes,
      usedBytes: Math.max(0, this.#capacityBytes - this.#freeBytes),
      ranges: replicas.length,
      leaders: replicas.filter(leads).length,
      takesMore,
    }
    const { labels } = config
    return {
      store: report,
      storeKey,
      address: store.members.ownAddress(config),
      labels,
      tableVersion: store.members.table.version,
      incoming: store.snapshotTraffic.incoming,
      droppedVersion: store.clearance.clearedVersion,
      leaving: store.clearance.progress,
    }
  }

  get receives(): boolean {
    return this.#options.store.snapshotTraffic.incoming.length > 0
  }

  hasNews(): boolean {
    const { clearance, keyspaces } = this.#options.store
    if (clearance.takeChanged()) return true
    // The driver knows more of it by now.
    return keyspaces.dropped.some((id) => !clearance.has(id))
  }

  takeTouched(): ReadonlySet<RangeId> {
    const { touched } = this.#options.store
    const taken = new Set(touched)
    touched.clear()
    return taken
  }

  reportOf(rangeId: RangeId): RangeReport | undefined {
    const replica = this.#options.store.replicaOf(rangeId)
    if (replica === undefined || !leads(replica)) return undefined
    return rangeReportOf(replica)
  }

  ledRanges(): readonly RangeId[] {
    return this.#options.store.replicas.filter(leads).map(({ rangeId }) => rangeId)
  }

  measure(): void {
    this.#measure().catch((error: unknown) => {
      this.#options.env.telemetry.debug("not measured", { reason: String(error) })
    })
  }

  async #measure(): Promise<void> {
    const { env } = this.#options
    this.#capacityBytes = await env.logDevice.capacityBytes()
    this.#freeBytes = await env.logDevice.freeBytes()
  }

  async #ask(question: Question, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    const request = encodeDriverMessage({ question, body })
    const result = await this.#own.perform({ type: "ask", request }, timeoutMs)
    assert(result.type === "ask", "what is asked is answered by the same verb")
    return decodeDriverMessage(result.response).body
  }

  #drivesIn(): Term | undefined {
    const view = this.#options.store.replicaOf(systemRange)?.raft.view
    return view?.role === "leader" ? view.term : undefined
  }

  async #newRangeId(): Promise<RangeId> {
    const { config, env } = this.#options
    const until = env.clock.monotonicMs() + config.limits.deadlineMsDefault
    const claim = async (count: number): Promise<bigint> => {
      const increment = { type: "increment", key: rangeIdsKey, requestId: undefined } as const
      const operation = { ...increment, delta: BigInt(count) }
      const given = await this.#own.perform(operation, until - env.clock.monotonicMs())
      assert(given.type === "increment", "an increment is answered by its kind")
      return given.value
    }
    return rangeIdOf(await this.rangeIds.take(claim, until))
  }

  /** The stores of the cluster, as the driver or a peer knows them. */
  onTable(table: StoreTable): void {
    const { store, env } = this.#options
    if (!store.members.learn(table)) return
    this.#memory.remember(table)
    env.telemetry.info("stores of the cluster", { stores: table.stores.length })
  }
}

function leads({ raft }: Replica): boolean {
  return raft.view.role === "leader"
}

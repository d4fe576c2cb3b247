import {
  assert,
  KvError,
  type NodeId,
  type RangeId,
  type StoreTable,
  type Term,
  TurnoverMap,
} from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { RangeReport } from "../core/placement/types.ts"
import { Driver, type ReportedNode, Reporter } from "../driver/index.ts"
import type { Env } from "../env/index.ts"
import { approximateBytesOf } from "../storage/index.ts"
import type { PendingOperation, Replica, Store } from "../store/index.ts"
import { OwnOperations } from "./own-operations.ts"
import { rangeReportOf } from "./range-report.ts"

export interface PlacementOptions {
  readonly env: Env
  readonly config: NodeConfig
  readonly store: Store
  /** Made at random with the data folder. */
  readonly storeKey: string
  /** Of the program. */
  readonly version: string
  /** This node must not go on. */
  readonly onFatal: (error: unknown) => void
}

/** Where the store and the shell of placement meet: what one knows, the other tells. */
export class Placement implements ReportedNode {
  readonly #options: PlacementOptions
  readonly #own: OwnOperations
  readonly #driver: Driver
  readonly #reporter: Reporter
  readonly #bytes = new TurnoverMap<RangeId, number>()
  #capacityBytes = 0
  #freeBytes = 0

  constructor(options: PlacementOptions) {
    this.#options = options
    const { env, config, store, onFatal } = options
    const { clock, telemetry } = env
    this.#own = new OwnOperations(clock, (operations) => store.submit(operations))
    const onTable = (table: StoreTable): void => this.#onTable(table)
    this.#driver = new Driver({
      nodeId: config.nodeId,
      clock,
      telemetry,
      perform: (operation) => this.#own.perform(operation, config.limits.deadlineMsDefault),
      founders: config.members,
      onTable,
    })
    this.#reporter = new Reporter({
      clock,
      telemetry,
      beatMs: config.driver.beatMs,
      node: this,
      ask: (request, timeoutMs) => this.#ask(request, timeoutMs),
      onTable,
      onExpelled: onFatal,
    })
  }

  start(): void {
    this.#reporter.start()
  }

  stop(): void {
    this.#reporter.stop()
    this.#own.cancelAll()
  }

  /** The table of stores is too old, it seems. */
  onStranger(_nodeId: NodeId): void {
    this.#reporter.hurry()
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
        sink.deliver(pending, { type: "error", code, message })
      },
    )
  }

  describe() {
    const { config, store, storeKey, version } = this.#options
    const { address, ranges, leaders, condition } = store.status()
    const report = {
      store: config.nodeId,
      capacityBytes: this.#capacityBytes,
      usedBytes: Math.max(0, this.#capacityBytes - this.#freeBytes),
      ranges,
      leaders,
      takesSnapshots: condition !== "disk_full" && condition !== "stopping",
      overloaded: false,
    }
    const { labels } = config
    return {
      store: report,
      storeKey,
      address,
      labels,
      version,
      tableVersion: store.members.table.version,
    }
  }

  takeTouched(): ReadonlySet<RangeId> {
    return this.#options.store.takeTouched()
  }

  reportOf(rangeId: RangeId): RangeReport | undefined {
    const replica = this.#options.store.replicaOf(rangeId)
    if (replica === undefined || !leads(replica)) return undefined
    return rangeReportOf(replica, this.#bytes.get(rangeId) ?? 0)
  }

  ledRanges(): readonly RangeId[] {
    return this.#options.store.replicas.filter(leads).map(({ rangeId }) => rangeId)
  }

  measure(rangeIds: readonly RangeId[]): void {
    this.#measure(rangeIds).catch((error: unknown) => {
      this.#options.env.telemetry.debug("not measured", { reason: String(error) })
    })
  }

  async #measure(rangeIds: readonly RangeId[]): Promise<void> {
    const { env, store } = this.#options
    this.#capacityBytes = await env.logDevice.capacityBytes()
    this.#freeBytes = await env.logDevice.freeBytes()
    for (const rangeId of rangeIds) {
      const replica = store.replicaOf(rangeId)
      if (replica === undefined || !leads(replica)) this.#bytes.delete(rangeId)
      else this.#bytes.set(rangeId, await approximateBytesOf(env.engine, replica.descriptor))
    }
  }

  async #ask(request: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    const result = await this.#own.perform({ type: "ask", request }, timeoutMs)
    assert(result.type === "ask", "what is asked is answered by the same verb")
    return result.response
  }

  #onTable(table: StoreTable): void {
    const { store, env } = this.#options
    if (!store.members.learn(table)) return
    env.telemetry.info("stores of the cluster", { stores: table.stores.length })
  }
}

function leads({ raft }: Replica): boolean {
  return raft.view.role === "leader"
}

import type { LeaderHint, MonotonicMs, NodeId, StoreTable, Term } from "../base/index.ts"
import { Placement } from "../core/placement/index.ts"
import type { OperationResult } from "../core/range/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import {
  type Beat,
  type BeatAnswer,
  decodeBeat,
  decodeDriverMessage,
  decodeJoinRequest,
  decodeLabelsOfStore,
  decodePlaces,
  encodeBeatAnswer,
  encodeDriverMessage,
  encodeJoinResponse,
  encodeLabels,
  encodeLocations,
  encodeStoreList,
  type Question,
  type RangeLocation,
  type RangePlace,
  type StoreSummary,
} from "../wire/index.ts"
import { Registry } from "./registry.ts"
import type { SystemOperation } from "./types.ts"

export interface DriverOptions {
  readonly clusterId: string
  readonly nodeId: NodeId
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** Carries out one operation on the cluster's own keyspace. Rejects with KvError. */
  readonly perform: (operation: SystemOperation) => Promise<OperationResult>
  /** What the cluster begins with; empty where this node joined it later. */
  readonly founders: readonly LeaderHint[]
  /** This node hears of changes at once. */
  readonly onTable: (table: StoreTable) => void
}

/** What is known in one term of leadership; the next driver begins with nothing. */
interface Seat {
  readonly term: Term
  readonly registry: Registry
  /** Of ranges and stores, as they tell of themselves. */
  readonly placement: Placement
  readonly heardAtMs: Map<NodeId, MonotonicMs>
  readonly opened: Promise<void>
}

/**
 * The driver: whoever leads the cluster's own range answers what nodes ask. What it knows of stores
 * is in that range, what it knows of ranges comes from the beats of their leaders and is in memory
 * only. One that has lost its leadership and does not know it yet may answer with what is old;
 * whatever it writes goes through the log, and so fails.
 */
export class Driver {
  readonly #options: DriverOptions
  #seat: Seat | undefined

  constructor(options: DriverOptions) {
    this.#options = options
  }

  /** A DriverRequest in, a DriverResponse out. Rejects with KvError. */
  async answer(request: Uint8Array, term: Term): Promise<Uint8Array> {
    const { question, body } = decodeDriverMessage(request)
    const seat = this.#seatOf(term)
    await seat.opened
    return encodeDriverMessage({ question, body: await this.#answer(question, body, seat) })
  }

  async #answer(question: Question, body: Uint8Array, seat: Seat): Promise<Uint8Array> {
    switch (question) {
      case "beat":
        return encodeBeatAnswer(await this.#beat(decodeBeat(body), seat))
      case "locate":
        return encodeLocations(locate(decodePlaces(body), seat.placement))
      case "join":
        return encodeJoinResponse(await seat.registry.join(decodeJoinRequest(body)))
      case "stores":
        return encodeStoreList(this.#list(seat))
      case "labels":
        return encodeLabels(await seat.registry.setLabels(decodeLabelsOfStore(body)))
    }
  }

  async #beat(beat: Beat, { registry, placement, heardAtMs, term }: Seat): Promise<BeatAnswer> {
    await registry.heard(beat)
    const nowMs = this.#options.clock.monotonicMs()
    heardAtMs.set(beat.store.store, nowMs)
    placement.observeStore(beat.store, nowMs)
    for (const report of beat.ranges) placement.observeRange(report, nowMs)
    const { table } = registry
    return {
      driverNodeId: this.#options.nodeId,
      driverTerm: term,
      table: table.version > beat.tableVersion ? table : undefined,
    }
  }

  #list({ registry, placement, heardAtMs }: Seat): readonly StoreSummary[] {
    const nowMs = this.#options.clock.monotonicMs()
    return registry.table.stores.map(({ nodeId, address, state, labels }) => {
      const view = placement.store(nodeId)
      const heard = heardAtMs.get(nodeId)
      return {
        ...{ nodeId, address, state, labels },
        ...{ ranges: view?.ranges ?? 0, leaders: view?.leaders ?? 0, bytes: view?.bytes ?? 0 },
        ...{ capacityBytes: view?.capacityBytes ?? 0, usedBytes: view?.usedBytes ?? 0 },
        heardMsAgo: heard === undefined ? 0 : Math.max(1, Math.round(nowMs - heard)),
      }
    })
  }

  #seatOf(term: Term): Seat {
    if (this.#seat?.term === term) return this.#seat
    const { clusterId, clock, perform, founders, onTable, telemetry } = this.#options
    const wallMs = (): number => clock.wallMs()
    const placement = new Placement()
    const registry = new Registry({
      ...{ clusterId, perform, wallMs, founders },
      onTable: (table) => {
        for (const { nodeId, labels, state } of table.stores) {
          placement.setStore({ store: nodeId, labels, state, weight: 1 }, clock.monotonicMs())
        }
        onTable(table)
      },
    })
    const opened = registry.open()
    const seat = { term, registry, placement, heardAtMs: new Map(), opened }
    this.#seat = seat
    opened.then(
      () => telemetry.info("drives the cluster", { term, stores: registry.table.stores.length }),
      () => {
        // The next question begins anew.
        if (this.#seat === seat) this.#seat = undefined
      },
    )
    return seat
  }
}

function locate(places: readonly RangePlace[], placement: Placement): readonly RangeLocation[] {
  return places.flatMap(({ keyspaceId, key, before }) => {
    const range = before
      ? placement.locateBefore(keyspaceId, key)
      : placement.locate(keyspaceId, key)
    if (range === undefined) return []
    const { leader, replicas } = range
    return [{ range, leader, replicas: replicas.map(({ store }) => store) }]
  })
}

import type { LeaderHint, NodeId, StoreTable, Term } from "../base/index.ts"
import { Placement } from "../core/placement/index.ts"
import type { OperationResult } from "../core/range/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import {
  type Beat,
  type BeatAnswer,
  decodeDriverRequest,
  encodeDriverResponse,
} from "../wire/index.ts"
import { Registry } from "./registry.ts"
import type { SystemOperation } from "./types.ts"

export interface DriverOptions {
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
    const asked = decodeDriverRequest(request)
    const seat = this.#seatOf(term)
    await seat.opened
    return encodeDriverResponse({ type: "beat", answer: await this.#beat(asked.beat, seat) })
  }

  async #beat(beat: Beat, { registry, placement, term }: Seat): Promise<BeatAnswer> {
    await registry.heard(beat)
    const nowMs = this.#options.clock.monotonicMs()
    placement.observeStore(beat.store, nowMs)
    for (const report of beat.ranges) placement.observeRange(report, nowMs)
    const { table } = registry
    return {
      driverNodeId: this.#options.nodeId,
      driverTerm: term,
      table: table.version > beat.tableVersion ? table : undefined,
    }
  }

  #seatOf(term: Term): Seat {
    if (this.#seat?.term === term) return this.#seat
    const { clock, perform, founders, onTable, telemetry } = this.#options
    const wallMs = (): number => clock.wallMs()
    const placement = new Placement()
    const registry = new Registry({
      ...{ perform, wallMs, founders },
      onTable: (table) => {
        for (const { nodeId, labels, state } of table.stores) {
          placement.setStore({ store: nodeId, labels, state, weight: 1 }, clock.monotonicMs())
        }
        onTable(table)
      },
    })
    const opened = registry.open()
    const seat = { term, registry, placement, opened }
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

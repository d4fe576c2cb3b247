import type { NodeId, Term } from "../base/index.ts"
import type { Placement } from "../core/placement/index.ts"
import type { Timer } from "../env/index.ts"
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
import { adminAnswers } from "./admin.ts"
import { Seat, type SeatOptions } from "./seat.ts"

/** Whether this node drives is looked at this often. */
const watchMs = 500

interface DriverOptions extends SeatOptions {
  readonly nodeId: NodeId
  /** The term in which this node leads the cluster's own range; undefined: it does not. */
  readonly drivesIn: () => Term | undefined
}

/**
 * The driver: whoever leads the cluster's own range answers what nodes ask. What it knows of stores
 * is in that range, what it knows of ranges comes from the beats of their leaders and is in memory
 * only. One that has lost its leadership and does not know it yet may answer with what is old;
 * whatever it writes goes through its own log and no other, and so fails.
 */
export class Driver {
  readonly #options: DriverOptions
  #seat: Seat | undefined
  #timer: Timer | undefined

  constructor(options: DriverOptions) {
    this.#options = options
  }

  start(): void {
    this.#watch()
  }

  stop(): void {
    this.#timer?.cancel()
    this.#leave()
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
        return encodeJoinResponse(
          await seat.inTurn(() => seat.registry.join(decodeJoinRequest(body))),
        )
      case "stores":
        return encodeStoreList(this.#list(seat))
      case "labels":
        return encodeLabels(
          await seat.inTurn(() => seat.registry.setLabels(decodeLabelsOfStore(body))),
        )
      default:
        return adminAnswers[question](seat, body)
    }
  }

  async #beat(beat: Beat, seat: Seat): Promise<BeatAnswer> {
    const { registry, placement, term, drops } = seat
    await registry.heard(beat)
    const nowMs = this.#options.clock.monotonicMs()
    seat.heard.set(beat.store.store, { atMs: nowMs, report: beat.store })
    seat.incoming.set(beat.store.store, beat.incoming)
    placement.observeStore(beat.store, nowMs)
    for (const { rangeId, bytes } of beat.incoming) {
      placement.observeSnapshot(rangeId, beat.store.store, bytes, nowMs)
    }
    drops.heard(beat)
    for (const report of beat.ranges) {
      if (!drops.has(report.keyspaceId)) placement.observeRange(report, nowMs)
    }
    const { table } = registry
    return {
      driverNodeId: this.#options.nodeId,
      driverTerm: term,
      table: table.version > beat.tableVersion ? table : undefined,
      dropped: drops.list.version > beat.droppedVersion ? drops.list : undefined,
    }
  }

  /**
   * Of what leaders told of a store and what it told itself, whichever is more: a new driver has
   * not heard of all leaders, and of a range that has none only its stores know.
   */
  #list({ registry, placement, heard, nowMs, wallMs }: Seat): readonly StoreSummary[] {
    return registry.table.stores.map(({ nodeId, address, state: wanted, labels, sinceMs }) => {
      const view = placement.store(nodeId)
      const last = heard.get(nodeId)
      const isSilent = wanted === "up" && view !== undefined && view.liveness !== "live"
      const state = isSilent ? view.liveness : wanted
      // What others list of a lost one is made anew, and it can't tell that it has less.
      const told = state === "dead" || state === "gone" ? undefined : last?.report
      return {
        ...{ nodeId, address, state, labels },
        ranges: Math.max(view?.ranges ?? 0, told?.ranges ?? 0),
        leaders: Math.max(view?.leaders ?? 0, told?.leaders ?? 0),
        bytes: view?.bytes ?? 0,
        ...{ capacityBytes: view?.capacityBytes ?? 0, usedBytes: view?.usedBytes ?? 0 },
        heardMsAgo: last === undefined ? 0 : Math.max(1, Math.round(nowMs - last.atMs)),
        stateMs: isSilent ? 0 : Math.max(0, Math.round(wallMs - sinceMs)),
      }
    })
  }

  #seatOf(term: Term): Seat {
    if (this.#seat?.term === term) return this.#seat
    this.#leave()
    const seat = new Seat(term, this.#options)
    this.#seat = seat
    seat.opened.catch(() => {
      // The next question begins anew.
      if (this.#seat === seat) this.#leave()
    })
    return seat
  }

  #leave(): void {
    this.#seat?.leave()
    this.#seat = undefined
  }

  /** Sits down and gets up with leadership of the cluster's own range. */
  #watch(): void {
    const { clock, drivesIn } = this.#options
    this.#timer = clock.after(watchMs, () => {
      const term = drivesIn()
      if (term === undefined) this.#leave()
      else this.#seatOf(term)
      this.#watch()
    })
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

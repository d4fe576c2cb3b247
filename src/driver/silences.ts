import { KvError, type MonotonicMs, type NodeId } from "../base/index.ts"
import type { OperationResult } from "../core/range/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import { bytesOfText, scanFolder } from "./scan-all.ts"
import type { SystemOperation } from "./types.ts"

const prefix = "silent/"
/** Between two looks at who is silent, so many in the time that a driver waits for a store. */
const looksPerWait = 16
const quartersMax = 3

interface SilencesOptions {
  /** Carries out one operation on the cluster's own keyspace. Rejects with KvError. */
  readonly perform: (operation: SystemOperation) => Promise<OperationResult>
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** A store that is silent for so long is replaced. */
  readonly deadStoreAfterMs: number
  /** When each store was heard last, but for those that are gone for good. */
  readonly heardAtMs: () => Iterable<readonly [NodeId, MonotonicMs]>
}

interface Note {
  readonly quarters: number
  readonly version: number
}

/**
 * How long stores have been silent, in cells of the cluster's own range, `silent/<id>`: a driver
 * hands on to the next one what it has waited for a store. Otherwise a cluster whose driver changes
 * more often than the wait is long would never replace a dead one. Counted in quarters of the wait,
 * without any clock that two nodes would have to agree on; the last quarter each driver waits by
 * itself, so that nobody is given up who had no time to be heard by it.
 */
export class Silences {
  readonly #options: SilencesOptions
  readonly #quarterMs: number
  #notes = new Map<NodeId, Note>()
  #nextLookAtMs: MonotonicMs = 0
  #looking = false
  #stopped = false

  constructor(options: SilencesOptions) {
    this.#options = options
    this.#quarterMs = options.deadStoreAfterMs / (quartersMax + 1)
  }

  /** Reads what drivers before this one have noted. Rejects with KvError. */
  async open(): Promise<void> {
    const cells = await scanFolder(this.#options.perform, prefix)
    this.#notes = new Map(
      cells.map(({ key, value, version }) => {
        return [numberIn(key, prefix.length), { quarters: numberIn(value), version }]
      }),
    )
  }

  /** For how long drivers before this one have waited for a store, as far as it counts. */
  waitedMs(nodeId: NodeId): number {
    const { quarters } = this.#notes.get(nodeId) ?? nobodyWaits
    return Math.min(quarters, quartersMax) * this.#quarterMs
  }

  /** Called often: notes who is silent, and who is not any more, when it is time for that. */
  follow(): void {
    const { clock, telemetry, deadStoreAfterMs } = this.#options
    const nowMs = clock.monotonicMs()
    if (this.#looking || this.#stopped || nowMs < this.#nextLookAtMs) return
    this.#nextLookAtMs = nowMs + deadStoreAfterMs / looksPerWait
    this.#looking = true
    this.#look(nowMs)
      .catch((error: unknown) => {
        if (!(error instanceof KvError)) throw error
        telemetry.debug("silence not noted", { reason: error.message })
      })
      .finally(() => {
        this.#looking = false
      })
  }

  /** Somebody else drives by now. */
  stop(): void {
    this.#stopped = true
  }

  async #look(nowMs: MonotonicMs): Promise<void> {
    for (const [nodeId, heardAtMs] of this.#options.heardAtMs()) {
      const silentMs = nowMs - heardAtMs
      const quarters = Math.min(Math.floor(silentMs / this.#quarterMs), quartersMax)
      const note = this.#notes.get(nodeId)
      if (quarters === (note ?? nobodyWaits).quarters || this.#stopped) continue
      await this.#write(nodeId, quarters, note)
    }
  }

  async #write(nodeId: NodeId, quarters: number, note: Note | undefined): Promise<void> {
    const result = await this.#options.perform({
      type: "compareAndSwap",
      key: bytesOfText(`${prefix}${String(nodeId).padStart(10, "0")}`),
      expect: note === undefined ? { type: "absent" } : { type: "version", version: note.version },
      value: bytesOfText(String(quarters)),
      ...{ ttlMs: undefined, requestId: undefined },
    })
    // Another driver has written, or this one without hearing of it.
    if (result.type !== "compareAndSwap" || !result.swapped) return this.open()
    this.#notes.set(nodeId, { quarters, version: result.version })
  }
}

const nobodyWaits = { quarters: 0 }

function numberIn(bytes: Uint8Array, from = 0): number {
  return Number(new TextDecoder().decode(bytes).slice(from))
}

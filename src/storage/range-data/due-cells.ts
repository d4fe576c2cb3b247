import { copyBytes, isDataLoss, KvError, mapKeyOf, type WallMs } from "../../base/index.ts"
import type { ExpiryIndex, ExpiryRow } from "./expiry-index.ts"
import { readInLots } from "./lot-size.ts"
import type { Neighbours } from "./neighbours.ts"
import type { Place } from "./place.ts"
import { WriteQueue } from "./write-queue.ts"

/**
 * A range that leaves takes the rows of its cells along, and not those of what they were before:
 * its keys may be nobody's. Each look would meet them for ever. Whose row it is may take a look at
 * every range, so only those are asked about that nobody has purged for so long, and only so many.
 */
const overdueMs = 60_000
const foreignMax = 256

/** While sweeps find something they follow one another; else this much log time lies between. */
const sweepEveryMs = 10_000

interface DueCellsOptions {
  readonly place: Place
  readonly expiries: ExpiryIndex
  /** Of the range's engine writes. */
  readonly queue: WriteQueue
  /** When a cell expires, 0 for never or absent; undefined: the engine has to be asked. */
  readonly knownExpiryOf: (mapKey: string) => WallMs | undefined
  readonly installing: () => boolean
  readonly neighbours: Pick<Neighbours, "nobodysOf">
  /** A cell is corrupt, or the index, and nobody may ever ask for it. */
  readonly onDataLoss: (error: KvError) => void
}

interface Look {
  readonly alive: readonly ExpiryRow[]
  readonly staleCount: number
}

/** Cells whose time is over, by the expiry index; cleans the index of rows that mean nothing. */
export class DueCells {
  readonly #options: DueCellsOptions
  /** Looks at the index, one at a time. */
  readonly #looks = new WriteQueue()
  /** In log time. */
  #sweepAtMs: WallMs = 0

  constructor(options: DueCellsOptions) {
    this.#options = options
  }

  /** Up to `keysMax` keys of flushed cells that expired by `nowMs`. */
  async keys(nowMs: WallMs, keysMax: number): Promise<readonly Uint8Array[]> {
    const { alive } = await this.#look(nowMs, keysMax)
    return alive.map(({ key }) => copyBytes(key))
  }

  /** Only leaders ask what is due; followers would keep the rows of overwritten cells for ever. */
  sweepSometimes(nowMs: WallMs): void {
    const floorMs = this.#options.expiries.nextMs
    if (floorMs === undefined || floorMs > nowMs || nowMs < this.#sweepAtMs) return
    this.#sweepAtMs = Number.POSITIVE_INFINITY
    const sweep = this.#look(nowMs, Number.MAX_SAFE_INTEGER)
    sweep.then(
      ({ staleCount }) => {
        this.#sweepAtMs = staleCount > 0 ? nowMs : nowMs + sweepEveryMs
      },
      (error: unknown) => {
        this.#sweepAtMs = nowMs + sweepEveryMs
        // Nobody waits for this: what the engine has against it shows elsewhere.
        if (!(error instanceof KvError)) throw error
      },
    )
  }

  #look(nowMs: WallMs, keysMax: number): Promise<Look> {
    return this.#looks.run(() => this.#told(this.#lookNow(nowMs, keysMax)))
  }

  async #lookNow(nowMs: WallMs, keysMax: number): Promise<Look> {
    const view = await this.#options.queue.run(async () => this.#options.expiries.begin())
    const stale: ExpiryRow[] = []
    const foreign: ExpiryRow[] = []
    const onForeign = (row: ExpiryRow): void => {
      if (row.expiresAtMs < nowMs - overdueMs && foreign.length < foreignMax) foreign.push(row)
    }
    const judge = async (rows: readonly ExpiryRow[]): Promise<readonly ExpiryRow[]> => {
      const expiries = await this.#cellExpiriesOf(rows)
      stale.push(...rows.filter((row, i) => isStale(row, expiries[i])))
      return rows.filter((row, i) => expiries[i] === row.expiresAtMs)
    }
    const alive = await this.#options.expiries.look(view, nowMs, keysMax, judge, onForeign)
    const nobodys = this.#nobodysOf(foreign)
    const staleCount = stale.length + nobodys.length
    if (staleCount > 0) await this.#options.queue.run(() => this.#removeStale(stale, nobodys))
    return { alive, staleCount }
  }

  /** When the cells of these rows expire: 0 for never or absent, undefined for corrupt. */
  async #cellExpiriesOf(rows: readonly ExpiryRow[]): Promise<readonly (WallMs | undefined)[]> {
    const expiries = rows.map(({ key }) => this.#options.knownExpiryOf(mapKeyOf(key)))
    const misses = rows.flatMap(({ key }, i) => (expiries[i] === undefined ? [{ key, i }] : []))
    const { engine, keys } = this.#options.place
    await readInLots(misses, async (lot) => {
      const records = await engine.getMany(lot.map(({ key }) => keys.cell(key)))
      lot.forEach(({ key, i }, n) => {
        const record = records[n]
        expiries[i] = record === undefined ? 0 : this.#expiryIn(record, key)
      })
      return records.reduce((sum, record) => sum + (record?.length ?? 0), 0)
    })
    return expiries
  }

  #expiryIn(record: Uint8Array, key: Uint8Array): WallMs | undefined {
    try {
      return this.#options.place.reader.read(record, key).expiresAtMs
    } catch (error) {
      if (!isDataLoss(error)) throw error
      this.#options.onDataLoss(error)
      return undefined
    }
  }

  #nobodysOf(rows: readonly ExpiryRow[]): readonly ExpiryRow[] {
    const { neighbours, place } = this.#options
    const keys = rows.map(({ key }) => key)
    const nobodys = new Set(neighbours.nobodysOf(place.keys.descriptor.keyspaceId, keys))
    return rows.filter(({ key }) => nobodys.has(key))
  }

  async #told<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading
    } catch (error) {
      if (isDataLoss(error)) this.#options.onDataLoss(error)
      throw error
    }
  }

  /** Looks again first: with no write under way, what is stale now stays so. */
  async #removeStale(rows: readonly ExpiryRow[], nobodys: readonly ExpiryRow[]): Promise<void> {
    if (this.#options.installing()) return
    const expiries = await this.#cellExpiriesOf(rows)
    // Whoever comes to these keys from here on has its writes behind this one.
    const gone = this.#nobodysOf(nobodys)
    const writes = [...rows.filter((row, i) => isStale(row, expiries[i])), ...gone].map(
      ({ row }) => ({ type: "del", key: row }) as const,
    )
    if (writes.length > 0) await this.#options.place.engine.write(writes, { sync: false })
  }
}

function isStale(row: ExpiryRow, cellExpiresAtMs: WallMs | undefined): boolean {
  return cellExpiresAtMs !== undefined && cellExpiresAtMs !== row.expiresAtMs
}

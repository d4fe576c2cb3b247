import { isDataLoss, type WallMs } from "../../base/index.ts"
import type { Engine, EngineIterator, KeyValue } from "../../env/index.ts"
import { withFreshView } from "./fresh-view.ts"
import type { Expiry, RangeKeys } from "./keys.ts"

/** Rows read at once, and in all by one look: the next look goes on where this one stopped. */
const lotBytes = 16 * 1_024
const rowsMax = 4_096

/** A row whose cell may or may not expire then: blind overwrites leave old rows behind. */
export interface ExpiryRow extends Expiry {
  readonly row: Uint8Array
}

interface ExpiryIndexOptions {
  readonly engine: Engine
  /** As of now. */
  readonly keys: RangeKeys
}

/** What is due, by the rows that every expiring put leaves behind. */
export class ExpiryIndex {
  readonly #options: ExpiryIndexOptions
  /** Nothing expires before this. */
  #floorMs: WallMs | undefined
  /** The least that was noted since a look began, for what its iterator does not see. */
  #notedMs: WallMs | undefined
  #foundDamaged = false

  constructor(options: ExpiryIndexOptions) {
    this.#options = options
  }

  get nextMs(): WallMs | undefined {
    return this.#floorMs
  }

  /** A cell that expires then is being written. */
  note(expiresAtMs: WallMs): void {
    this.#floorMs = least(this.#floorMs, expiresAtMs)
    this.#notedMs = least(this.#notedMs, expiresAtMs)
  }

  /** Of cells that somebody else has counted until now: a look under way does not see them. */
  inherit(floorMs: WallMs | undefined): void {
    if (floorMs !== undefined) this.note(floorMs)
  }

  /** What a look sees. No write may be under way: what is noted from now on is not in it. */
  begin(): EngineIterator {
    this.#notedMs = undefined
    const { engine, keys } = this.#options
    return engine.iterate({ ...keys.expiries, bytesHint: lotBytes })
  }

  /**
   * The first `countMax` rows up to `nowMs` that `judge` finds alive: whose cells do expire then.
   * It is shown all of them, lot by lot; `onForeign` those of other ranges' keys that lie between.
   * Moves the floor up to what was seen; closes the view.
   */
  async look(
    view: EngineIterator,
    nowMs: WallMs,
    countMax: number,
    judge: (rows: readonly ExpiryRow[]) => Promise<readonly ExpiryRow[]>,
    onForeign: (row: ExpiryRow) => void = () => {},
  ): Promise<readonly ExpiryRow[]> {
    const alive: ExpiryRow[] = []
    let seen = 0
    let stoppedAtMs: WallMs | undefined
    try {
      for (;;) {
        const pairs = await this.#next(view)
        if (pairs.length === 0) break
        const rows = pairs.flatMap(({ key }) => this.#read(key, onForeign))
        const due = rows.filter(({ expiresAtMs }) => expiresAtMs <= nowMs)
        if (due.length > 0) alive.push(...(await judge(due)))
        seen += due.length
        const last = due.length < rows.length ? rows[due.length] : rows.at(-1)
        const enough = alive.length >= countMax || seen >= rowsMax
        if (!enough && due.length === rows.length) continue
        stoppedAtMs = last?.expiresAtMs
        break
      }
    } finally {
      await view.close()
    }
    this.#floorMs = least(alive[0]?.expiresAtMs ?? stoppedAtMs, this.#notedMs)
    return alive.slice(0, countMax)
  }

  /** Whether bytes of it can't be read that a look has met. */
  async isDamaged(): Promise<boolean> {
    if (!this.#foundDamaged) return false
    const { engine, keys } = this.#options
    return withFreshView(async () => {
      const view = engine.iterate({ ...keys.expiries, valuesOnly: true, bytesHint: lotBytes })
      this.#foundDamaged = false
      try {
        while ((await this.#next(view)).length > 0);
        return false
      } catch (error) {
        if (!isDataLoss(error)) throw error
        return true
      } finally {
        await view.close()
      }
    })
  }

  async #next(view: EngineIterator): Promise<readonly KeyValue[]> {
    try {
      return await view.next(lotBytes)
    } catch (error) {
      if (isDataLoss(error)) this.#foundDamaged = true
      throw error
    }
  }

  #read(row: Uint8Array, onForeign: (row: ExpiryRow) => void): ExpiryRow[] {
    const read = this.#options.keys.readExpiry(row)
    if (read?.mine === false) onForeign({ row, ...read })
    return read?.mine === true ? [{ row, ...read }] : []
  }
}

function least(left: WallMs | undefined, right: WallMs | undefined): WallMs | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return Math.min(left, right)
}

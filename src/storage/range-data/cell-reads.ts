import { mapKeyOf, type WallMs } from "../../base/index.ts"
import type { Cell, CellWrite } from "../../core/range/types.ts"
import type { ScanContext } from "./scan.ts"

/** Cells by their keys: from the overlay, the cache or the engine, whichever knows first. */
export class CellReads {
  readonly #context: ScanContext

  constructor(context: ScanContext) {
    this.#context = context
  }

  /** null: known to be absent; undefined: not known without the engine. */
  cached(key: Uint8Array): Cell | null | undefined {
    const { overlay, place } = this.#context
    const mapKey = mapKeyOf(key)
    const write = overlay.read(mapKey)
    return write === undefined ? place.cache.get(mapKey) : cellOf(write)
  }

  /**
   * In the order of the keys. `check` throws where nothing may be read, and is asked before and
   * after. Throws KvError `data_loss`.
   */
  async cells(
    keys: readonly Uint8Array[],
    check: () => void,
  ): Promise<readonly (Cell | undefined)[]> {
    check()
    const { place, epoch } = this.#context
    const cells = keys.map((key) => this.cached(key))
    const misses = keys.flatMap((key, i) => (cells[i] === undefined ? [{ key, i }] : []))
    if (misses.length > 0) {
      const before = epoch()
      const rows = misses.map(({ key }) => place.keys.cell(key))
      const records = await place.engine.getMany(rows)
      check()
      misses.forEach(({ key, i }, n) => {
        const record = records[n]
        const cell = record === undefined ? undefined : place.reader.read(record, key)
        if (before === epoch()) this.#learn(key, record, cell)
        cells[i] = cell
      })
    }
    return cells.map((cell) => cell ?? undefined)
  }

  /** When a cell expires, 0 for never or absent; undefined: the engine has to be asked. */
  knownExpiryOf(mapKey: string): WallMs | undefined {
    const { overlay, place } = this.#context
    const write = overlay.peek(mapKey)
    if (write === undefined) return place.cache.expiryOf(mapKey)
    return write.type === "put" ? write.cell.expiresAtMs : 0
  }

  /** A read of the engine found this, and nothing changed there meanwhile. */
  #learn(key: Uint8Array, record: Uint8Array | undefined, cell: Cell | undefined): void {
    const { overlay, place } = this.#context
    // Beyond the border others write.
    if (!place.keys.holds(key)) return
    const mapKey = mapKeyOf(key)
    // What is on its way into the engine may be there already, or not.
    if (overlay.peek(mapKey) !== undefined || place.cache.has(mapKey)) return
    if (record === undefined || cell === undefined) place.cache.learnAbsent(mapKey)
    else if (place.cache.excludes(mapKey)) throw place.reader.corrupt(key)
    else place.cache.learn({ key: mapKey, record, expiresAtMs: cell.expiresAtMs })
  }
}

function cellOf(write: CellWrite): Cell | null {
  return write.type === "put" ? write.cell : null
}

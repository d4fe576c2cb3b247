import { emptyBytes, equalBytes, mapKeyOf } from "../base/index.ts"
import type { CellSource, KeySpan, Plan } from "../core/range/index.ts"
import type { Cell } from "../core/range/types.ts"
import { type LotSize, type RangeData, readInLots } from "../storage/index.ts"

/** What must be known before entries can be applied; `cellReads` learns what the cells weigh. */
export async function fetchPlanned(
  { keys, purged, spans }: Plan,
  data: RangeData,
  cellReads: LotSize,
): Promise<CellSource> {
  const cells = new Map<string, Cell | undefined>()
  if (keys.length > 0) await fetchCells(keys, data, cells, cellReads)
  if (purged.length > 0) await fetchExpired(purged, data, cells)
  const listed: (readonly Uint8Array[])[] = []
  // One after the other: an entry may have a thousand, and each has an iterator.
  for (const span of spans) listed.push(await data.keysOf(span))
  return {
    cell: (key) => cells.get(mapKeyOf(key)),
    keysOf: (span) => listed[spans.findIndex((planned) => isSameSpan(planned, span))] ?? [],
  }
}

async function fetchCells(
  keys: readonly Uint8Array[],
  data: RangeData,
  cells: Map<string, Cell | undefined>,
  cellReads: LotSize,
): Promise<void> {
  // Each once: of a big value that many operations ask about, one copy is enough.
  const distinct: Uint8Array[] = []
  for (const key of keys) {
    const mapKey = mapKeyOf(key)
    if (cells.has(mapKey)) continue
    cells.set(mapKey, undefined)
    distinct.push(key)
  }
  const fetched = await data.cells(distinct)
  let [at, bytes] = [0, 0]
  for (const mapKey of cells.keys()) {
    const cell = fetched[at]
    cells.set(mapKey, cell)
    bytes += cell?.value.length ?? 0
    at += 1
  }
  cellReads.onRead(distinct.length, bytes)
}

/** They may be a whole range's: their values go again, lot by lot. */
async function fetchExpired(
  purged: readonly Uint8Array[],
  data: RangeData,
  cells: Map<string, Cell | undefined>,
): Promise<void> {
  const others = purged.filter((key) => !cells.has(mapKeyOf(key)))
  await readInLots(others, async (lot) => {
    const fetched = await data.cells(lot)
    let bytes = 0
    lot.forEach((key, i) => {
      const cell = fetched[i]
      cells.set(mapKeyOf(key), cell && { ...cell, value: emptyBytes })
      bytes += cell?.value.length ?? 0
    })
    return bytes
  })
}

function isSameSpan(left: KeySpan, right: KeySpan): boolean {
  return (
    left.keysMax === right.keysMax &&
    equalBytes(left.start, right.start) &&
    equalBytes(left.end, right.end)
  )
}

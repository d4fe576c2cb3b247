import { assert } from "../../base/index.ts"
import type { KeyedCell } from "../../core/range/types.ts"
import { textOf } from "../workload/operations.ts"

/** What a get of a key gave in the end. */
export interface Found {
  readonly value: string | null
  readonly version: number | undefined
}

/**
 * What all nodes hold in the end is what clients are given key by key, and nothing beside: no cell
 * that nobody wrote, or that another keyspace has. Between the two, what has its time may go.
 */
export function checkWhatIsThere(
  cells: readonly KeyedCell[],
  found: ReadonlyMap<string, Found>,
  strays: ReadonlySet<string>,
): void {
  const held = new Map(cells.map((cell) => [textOf(cell.key), cell]))
  for (const [key, cell] of held) {
    if (strays.has(key)) continue
    const [value, { version, expiresAtMs }] = [textOf(cell.value), cell]
    const there = found.get(key)
    assert(there !== undefined, `all nodes hold ${key}, which no client ever wrote`)
    if (there.value === null && expiresAtMs > 0) continue
    const same = there.value === value && there.version === version
    assert(same, `all nodes hold ${key}=${value}@${version}, a get gives ${drawn(there)}`)
  }
  for (const [key, there] of found) {
    assert(there.value === null || held.has(key), `${key} is ${drawn(there)}, and no node holds it`)
  }
}

function drawn({ value, version }: Found): string {
  return value === null ? "nothing" : `${value}@${version}`
}

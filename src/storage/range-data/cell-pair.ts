import type { KeyspaceId } from "../../base/index.ts"
import type { Cell } from "../../core/range/types.ts"
import type { KeyValue } from "../../env/index.ts"
import { recordBytesOf, writeRecord } from "./cell-record.ts"
import { cellKey } from "./keys.ts"

/** A cell as the engine holds it, for those who tamper with engines: the simulator and tests. */
export function cellPair(keyspaceId: KeyspaceId, key: Uint8Array, cell: Cell): KeyValue {
  const value = new Uint8Array(recordBytesOf(key, cell.value))
  writeRecord(value, 0, key, cell)
  return { key: cellKey(keyspaceId, key), value }
}

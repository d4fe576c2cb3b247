import { assert } from "../base/index.ts"
import type { KeyedCell, OperationResult } from "../core/range/types.ts"
import type { SystemOperation } from "./types.ts"

/** All cells of a span of the cluster's own keyspace, in the order of their keys. */
export async function scanAll(
  perform: (operation: SystemOperation) => Promise<OperationResult>,
  start: Uint8Array,
  end: Uint8Array,
): Promise<readonly KeyedCell[]> {
  const cells: KeyedCell[] = []
  let from = start
  for (;;) {
    const page = await perform({
      ...{ type: "scan", start: from, end, limit: 0, reverse: false, keysOnly: false },
      consistency: "linearizable",
    })
    assert(page.type === "scan", "a scan is answered by a page")
    cells.push(...page.cells)
    if (!page.more) return cells
    from = page.resumeKey
  }
}

/** The same of all keys that begin with a text which ends in a slash. */
export function scanFolder(
  perform: (operation: SystemOperation) => Promise<OperationResult>,
  prefix: `${string}/`,
): Promise<readonly KeyedCell[]> {
  // A zero is the character behind a slash.
  return scanAll(perform, bytesOfText(prefix), bytesOfText(`${prefix.slice(0, -1)}0`))
}

/** Keys of the cluster's own keyspace are texts, and so are some values. */
export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

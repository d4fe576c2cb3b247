import type { KeyValue } from "../../env/index.ts"

/**
 * Resolves when work in bulk may go on that has just moved so many bytes: clients come first.
 * Rejects with KvError `unavailable` when the node stops: what was begun is then finished, or
 * begun anew, as after a crash.
 */
export type Pace = (bytes: number) => Promise<void>

export async function unpaced(): Promise<void> {}

export function bytesOf(records: readonly KeyValue[]): number {
  return records.reduce((bytes, { key, value }) => bytes + key.length + value.length, 0)
}

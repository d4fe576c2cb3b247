import { emptyBytes, type KeyspaceId, type RangeId } from "../../base/index.ts"
import type { RangeDescriptor } from "./types.ts"

/** The cluster's own keyspace: ids and the records of keyspaces are there. No client's business. */
export const systemKeyspace = "system"
export const systemKeyspaceId: KeyspaceId = 0
/** Where clients are that name none. */
export const defaultKeyspace = "default"
export const defaultKeyspaceId: KeyspaceId = 1

/** What is known of a keyspace: the value of a cell of the cluster's own keyspace. */
export interface KeyspaceRecord {
  readonly id: KeyspaceId
  readonly name: string
}

/** The cluster's own range: all that nodes agree on beside their data is in it. */
export const systemRange: RangeId = 1

/** What a cluster begins with: one range for each keyspace. */
export const initialRanges: readonly RangeDescriptor[] = [systemKeyspaceId, defaultKeyspaceId].map(
  (keyspaceId, i) => {
    const whole = { start: emptyBytes, end: emptyBytes }
    return { rangeId: i + 1, keyspaceId, ...whole, version: 1, configVersion: 0 }
  },
)

/** Counts the ids that were given to ranges beyond those that a cluster begins with. */
export const rangeIdsKey: Uint8Array = Uint8Array.from("ids/range", (letter) =>
  letter.charCodeAt(0),
)

/** The id that goes with a count (rule 46). One that is not used then is lost. */
export function rangeIdOf(count: bigint): RangeId {
  return initialRanges.length + Number(count)
}

import { type KeyspaceId, KvError } from "../../base/index.ts"
import type { RangeDescriptor } from "./types.ts"

/** The cluster's own keyspace: ids of ranges are given out there. No client's business. */
export const systemKeyspace = "system"
export const systemKeyspaceId: KeyspaceId = 0
/** Where clients are that name none. */
export const defaultKeyspace = "default"
export const defaultKeyspaceId: KeyspaceId = 1

const none = new Uint8Array(0)

/** What a cluster begins with: one range for each keyspace. */
export const initialRanges: readonly RangeDescriptor[] = [systemKeyspaceId, defaultKeyspaceId].map(
  (keyspaceId, i) => {
    return { rangeId: i + 1, keyspaceId, start: none, end: none, version: 1, configVersion: 0 }
  },
)

export function keyspaceNameOf(id: KeyspaceId): string {
  return id === systemKeyspaceId ? systemKeyspace : defaultKeyspace
}

/** Throws KvError `unknown_keyspace`. An empty name means the default. */
export function keyspaceIdOf(name: string): KeyspaceId {
  if (name === "" || name === defaultKeyspace) return defaultKeyspaceId
  if (name === systemKeyspace) return systemKeyspaceId
  throw new KvError("unknown_keyspace", `there is no keyspace "${name}": "default" always exists`)
}

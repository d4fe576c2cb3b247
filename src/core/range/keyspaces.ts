import {
  defaultLimits,
  emptyBytes,
  type KeyspaceId,
  type Limits,
  type RangeId,
  type WallMs,
} from "../../base/index.ts"
import type { RangeDescriptor } from "./types.ts"

/** The cluster's own keyspace: ids and the records of keyspaces are there. No client's business. */
export const systemKeyspace = "system"
export const systemKeyspaceId: KeyspaceId = 0
/** Where clients are that name none. */
export const defaultKeyspace = "default"
export const defaultKeyspaceId: KeyspaceId = 1

/** What people decide about a keyspace. */
export interface KeyspaceSettings {
  /** Voters that each of its ranges is to have. */
  readonly replicas: number
  /** A range that is larger is split. */
  readonly rangeBytes: number
  /** Of what is put without one; 0: for ever. */
  readonly defaultTtlMs: number
}

/** What is known of a keyspace: the value of a cell of the cluster's own keyspace. */
export interface KeyspaceRecord extends KeyspaceSettings {
  readonly id: KeyspaceId
  readonly name: string
  /** When people decided to drop it; there is no way back. 0: it is in use. */
  readonly droppedAtMs: WallMs
}

const KiB = 1_024
export const defaultSettings: KeyspaceSettings = {
  ...{ replicas: 3, rangeBytes: 96 * KiB * KiB, defaultTtlMs: 0 },
}
/** With one more on its way in, a range has as many as the driver follows. */
const replicasMax = 15

/** Has a record only once it was altered. */
export const defaultRecord: KeyspaceRecord = {
  ...{ id: defaultKeyspaceId, name: defaultKeyspace, ...defaultSettings, droppedAtMs: 0 },
}

/** What is wrong with settings whatever the cluster is like; undefined: nothing. */
export function settingsError(
  settings: KeyspaceSettings,
  { rangeBytesMin }: Pick<Limits, "rangeBytesMin">,
): string | undefined {
  const { replicas, rangeBytes, defaultTtlMs } = settings
  if (replicas < 1 || replicas > replicasMax) {
    return `a range can have 1 to ${replicasMax} replicas, not ${replicas}`
  }
  if (rangeBytes < rangeBytesMin) {
    return `a range of ${rangeBytes} bytes is too small: give ${rangeBytesMin} at least`
  }
  const { ttlMsMax } = defaultLimits
  if (defaultTtlMs <= ttlMsMax) return undefined
  return `a default time to live of ${defaultTtlMs} ms is too long: give ${ttlMsMax} at most`
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

/** A node takes so many at a time, and gives them to the ranges that it has made. */
export const rangeIdBlock = 64

/** The id that goes with a count (rule 46). One that is not used then is lost. */
export function rangeIdOf(count: bigint): RangeId {
  return initialRanges.length + Number(count)
}

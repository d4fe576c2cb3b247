import { assert } from "./assert.ts"

const KiB = 1_024
const MiB = 1_024 * KiB

/**
 * Every bound of the store and its default, in one place. Those that clients meet are configurable
 * (`limits.*` in the config file); the relations below must hold for any configured set.
 */
export const defaultLimits = {
  keyBytesMax: 4 * KiB,
  valueBytesMax: 1 * MiB,
  /** One message on any client stream or call. */
  messageBytesMax: 4 * MiB,
  batchOperationsMax: 1_024,
  /** One page of a scan: cells stop being added once this is reached. */
  scanPageBytesMax: 1 * MiB,
  scanPageCellsMax: 10_000,
  /** Gets are read from the engine in lots of about this size, four at once. */
  readLotBytesMax: 1 * MiB,
  /** Keys removed by one delete-range log entry; the client goes on from the resume key. */
  deleteRangeKeysMax: 10_000,
  /** Expired keys removed by one purge entry. */
  purgeKeysMax: 1_000,
  /** Used when a client sets no deadline. */
  deadlineMsDefault: 5_000,
  ttlMsMax: 100 * 365 * 24 * 3_600_000,
  /** Client operations of one node that wait for anything. Beyond: RESOURCE_EXHAUSTED. */
  operationsPendingMax: 20_000,
  operationsPendingBytesMax: 64 * MiB,
  /** Client operations coalesced into one log entry. */
  entryOperationsMax: 1_024,
  entryBytesMax: 2 * MiB,
  /** Proposed and not yet committed (rule 8). */
  uncommittedBytesMax: 64 * MiB,
  appendMessageBytesMax: 1 * MiB,
  inflightAppendsMax: 256,
  inflightAppendBytesMax: 16 * MiB,
  /** Client sessions of one range, the least recently used forgotten first. */
  sessionsMax: 4_096,
  /** Remembered results of one session: a client may have this many writes unacknowledged. */
  sessionResultsMax: 8_192,
  snapshotChunkBytes: 256 * KiB,
  peerFrameBytesMax: 8 * MiB,
  connectionsMax: 4_096,
  streamsPerConnectionMax: 1_000,
  metadataBytesMax: 8 * KiB,
  /** Nobody may want smaller ranges: what one costs by being there is more than this. */
  rangeBytesMin: 64 * KiB,
} as const

export type Limits = { readonly [Name in keyof typeof defaultLimits]: number }

/** The most that a frame between nodes may hold; it travels in messages of `peerFrameBytesMax`. */
export function frameBytesMax(limits: Limits): number {
  return 16 * limits.peerFrameBytesMax
}

/** Throws when a set of limits contradicts itself, naming the pair. */
export function checkLimits(limits: Limits): void {
  assert(
    limits.keyBytesMax + limits.valueBytesMax < limits.entryBytesMax,
    "limits: keyBytesMax + valueBytesMax must be under entryBytesMax",
  )
  assert(
    limits.entryBytesMax < limits.peerFrameBytesMax,
    "limits: entryBytesMax must be under peerFrameBytesMax",
  )
  assert(
    limits.valueBytesMax + limits.keyBytesMax < limits.messageBytesMax,
    "limits: one cell must fit into messageBytesMax",
  )
  assert(
    limits.scanPageBytesMax + limits.valueBytesMax < limits.messageBytesMax,
    "limits: a scan page and one more value must fit into messageBytesMax",
  )
  assert(
    limits.entryBytesMax <= limits.uncommittedBytesMax,
    "limits: entryBytesMax must not exceed uncommittedBytesMax",
  )
}

checkLimits(defaultLimits)

import {
  checkLimits,
  Dice,
  defaultLimits,
  type Limits,
  type NodeId,
  noLabels,
  type StoreLabels,
} from "../base/index.ts"
import type { MemberConfig, NodeConfig, RaftConfig, StorageConfig } from "./types.ts"

interface TinyOptions {
  readonly nodeId: NodeId
  readonly members: readonly MemberConfig[]
  /** Of a node that is none of them: who it asks to be taken in. */
  readonly join?: readonly string[]
  /** The same for all nodes of one cluster: their replicas decide by the same limits. */
  readonly seed: number
  readonly leaseReads?: boolean
  readonly consistencyCheckMs?: number
  /** Whether the driver moves replicas and leaders by itself; stores are given up soon then. */
  readonly drives?: boolean
  /** Of reads and writes: a range that has so many is cut. */
  readonly splitOperationsPerSecond?: number
  readonly labels?: StoreLabels
}

/**
 * A node so small that rare paths are common: segments roll after a few entries, windows fill, the
 * log is cut under followers that lag, pages and sessions run out. The seed shrinks some runs more.
 */
export function tinyConfig(options: TinyOptions): NodeConfig {
  const dice = new Dice(options.seed)
  const limits = tinyLimits(dice)
  const own = options.members.find((member) => member.nodeId === options.nodeId)
  return {
    clusterId: "tiny",
    nodeId: options.nodeId,
    listen: own?.address ?? `node${options.nodeId}:7400`,
    address: own?.address ?? `node${options.nodeId}:7400`,
    members: options.join === undefined ? options.members : [],
    join: options.join ?? [],
    dataDirectory: `node${options.nodeId}`,
    labels: options.labels ?? noLabels,
    raft: tinyRaft(dice, options.leaseReads ?? false),
    storage: { ...tinyStorage(dice, limits), consistencyCheckMs: options.consistencyCheckMs ?? 0 },
    driver: {
      automatic: options.drives ?? false,
      deadStoreAfterMs: options.drives ? 9_000 : 20_000,
      mergeQuietMs: options.drives ? 6_000 : 0,
      splitOperationsPerSecond: options.splitOperationsPerSecond ?? 2_500,
      splitQuietMs: 6_000,
      hostsShared: false,
      beatMs: dice.pick([500, 2_000]),
    },
    limits,
  }
}

function tinyLimits(dice: Dice): Limits {
  const scanPageBytesMax = dice.pick([256, 1_024])
  const limits: Limits = {
    ...defaultLimits,
    keyBytesMax: 64,
    valueBytesMax: 1_024,
    messageBytesMax: 8_192,
    batchOperationsMax: 16,
    scanPageBytesMax,
    scanPageCellsMax: dice.pick([3, 10]),
    // One byte: each cell is a lot by itself, and the others wait for it.
    readLotBytesMax: scanPageBytesMax === 256 ? 1 : 1_024,
    deleteRangeKeysMax: dice.pick([2, 5]),
    purgeKeysMax: dice.pick([2, 5]),
    deadlineMsDefault: 5_000,
    operationsPendingMax: dice.pick([50, 200]),
    operationsPendingBytesMax: 64 * 1_024,
    entryOperationsMax: dice.pick([1, 4, 16]),
    entryBytesMax: 4_096,
    uncommittedBytesMax: dice.pick([8_192, 32_768]),
    appendMessageBytesMax: dice.pick([512, 4_096]),
    inflightAppendsMax: dice.pick([1, 2, 8]),
    inflightAppendBytesMax: dice.pick([2_048, 16_384]),
    sessionsMax: dice.pick([16, 64]),
    sessionResultsMax: 64,
    snapshotChunkBytes: dice.pick([512, 4_096]),
    peerFrameBytesMax: 16_384,
    rangeBytesMin: 32,
  }
  checkLimits(limits)
  return limits
}

function tinyRaft(dice: Dice, leaseReads: boolean): RaftConfig {
  return {
    tickMs: dice.pick([20, 100]),
    heartbeatTicks: 1,
    electionTimeoutTicks: dice.pick([8, 12]),
    leaseReads,
    quiesceAfterTicks: dice.pick([0, 3, 10]),
  }
}

function tinyStorage(dice: Dice, limits: Limits): Omit<StorageConfig, "consistencyCheckMs"> {
  const segmentBytesMax = dice.pick([8_192, 16_384])
  return {
    segmentBytesMax,
    logKeepEntries: dice.pick([4, 32]),
    logBytesMax: segmentBytesMax * 4,
    valueCacheBytes: dice.pick([2_048, 65_536]),
    engineCacheBytes: 1_024 * 1_024,
    engineWriteBufferBytes: 1_024 * 1_024,
    diskReserveBytes: limits.entryBytesMax * 4,
    // Whoever else asks has to wait; so does every second chunk.
    snapshotsSentMax: 1,
    snapshotsReceivedMax: 1,
    snapshotBytesPerSecond: 128 * 1_024,
    snapshotBytesPerSecondMin: 64 * 1_024,
  }
}

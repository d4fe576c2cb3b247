import { assert } from "../../base/index.ts"

const minuteMs = 60_000
const MiB = 1_024 * 1_024

/** Most numbers the policy decides by. Sources: PD and CockroachDB, where they have it. */
export const defaultPlacementOptions = {
  /** False: nothing is done but what people ask for, and undone what came of that. */
  automatic: true,
  /** A store that is silent for so long gets nothing new (PD: 20 s). */
  disconnectedAfterMs: 20_000,
  /** A store that is silent for so long is replaced (PD: 30 min, CockroachDB: 5 min). */
  deadAfterMs: 15 * minuteMs,
  /** Whether two replicas of a range may live on one host where there is no other way. */
  hostsShared: false,

  /** Operators at a time, in all. */
  operatorsMax: 4_096,
  /** Of kinds that only make things better, each (PD: 2,048 for regions). */
  balanceOperatorsMax: 2_048,
  splitOperatorsMax: 256,
  mergeOperatorsMax: 8,
  /** Replicas on their way to one store, and out of one, as snapshots. */
  snapshotsInMax: 4,
  snapshotsOutMax: 4,
  /** Leaders on their way to one store, and from one. */
  leaderMovesMax: 8,

  /** A step is given so long; a snapshot so much more by its bytes, or after the last of them. */
  stepTimeoutMs: 2 * minuteMs,
  snapshotBytesPerSecondMin: 1 * MiB,
  /** An order is sent again when a report that much later does not show it done. */
  orderRepeatMs: 10_000,
  /** A range whose operator failed rests so long from its kind and lesser ones, then twice that. */
  backOffMs: 10_000,
  backOffMsMax: 10 * minuteMs,

  /** What a replica weighs beside its bytes: a range costs something though it is empty. */
  rangeOverheadBytes: 16 * MiB,
  /** How far, in parts of the mean, stores may be apart in what they hold. */
  replicaTolerance: 0.05,
  /** The same for what they lead. */
  leaderTolerance: 0.05,
  /** From this part of its capacity on a store takes none that have a home already (PD: 0.8). */
  fullRatio: 0.8,
  /** From here on it gives some away: well above, or what it gave would come back at once. */
  overfullRatio: 0.9,
  /** Up to here it takes those that have none, where no store is less full (CockroachDB: 0.95). */
  repairRatio: 0.95,
  /** Ranges under this rate (reads and writes a second) are not hot, and weigh nothing. */
  hotRateMin: 200,
  /** A rate that moved by less than this part is taken for unchanged. */
  rateTolerance: 0.25,
  /** A part of the ranges that stores say they have must be known before anything is balanced. */
  knownRatioMin: 0.9,

  /** Operations a second at which a range is split (CockroachDB: 2,500, TiKV: 3,000). 0: never. */
  splitRate: 2_500,
  /** After a split nothing splits the same range again for so long. */
  splitQuietMs: 1 * minuteMs,
  /** Whether small neighbours are merged. */
  mergeEnabled: false,
  /** Neighbours that have less than this part of a full range, together, are merged. */
  mergeRatio: 0.3,
  /** Both must have been quiet for so long, and as they are (TiKV: 1 h). */
  mergeQuietMs: 60 * minuteMs,
}

export type PlacementOptions = {
  readonly [Name in keyof typeof defaultPlacementOptions]: (typeof defaultPlacementOptions)[Name]
}

/** Throws InvariantViolation when a set of options contradicts itself. */
export function checkPlacementOptions(options: PlacementOptions): void {
  assert(
    options.disconnectedAfterMs < options.deadAfterMs,
    "placement: a store is disconnected before it is dead",
  )
  assert(options.mergeRatio < 0.5, "placement: what was merged must not be split at once")
  assert(
    options.replicaTolerance > 0 && options.leaderTolerance > 0,
    "placement: without tolerance balancing never ends",
  )
  assert(
    options.fullRatio <= options.repairRatio,
    "placement: a lost replica has a home where others have one",
  )
  assert(
    options.fullRatio < options.overfullRatio,
    "placement: a store that gives because it is full takes what it gave",
  )
  assert(options.snapshotsInMax > 0 && options.snapshotsOutMax > 0, "placement: nothing could move")
}

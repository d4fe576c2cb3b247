import type { NodeVariant } from "../node/index.ts"
import type { FaultKind } from "./faults/kinds.ts"
import { calmWeather } from "./links.ts"
import type { SwarmOptions, WorkloadMix, WorkloadOptions } from "./swarm.ts"

/** A machine that is broken on purpose, and a world in which that soon shows. */
export interface VariantCase {
  readonly variant: NodeVariant
  /** So many seeds from this one on, of which one at least must fail. */
  readonly firstSeed: number
  readonly seedsMax: number
  readonly virtualMs: number
  /** What goes wrong in that world: with the machine as it should be, these same seeds all pass. */
  readonly adjust: (drawn: SwarmOptions) => SwarmOptions
}

interface Aim {
  readonly faults: readonly FaultKind[]
  readonly swarm?: Partial<SwarmOptions>
  readonly workload?: Partial<WorkloadOptions>
  readonly mix?: Partial<WorkloadMix>
  /** Where to begin, when what it takes is rare: to save the time of those who run this. */
  readonly firstSeed?: number
  readonly seedsMax?: number
}

const busy: Partial<WorkloadOptions> = { clients: 3, workers: 2, plainClients: 1, thinkMs: 60 }
const fewKeys: Partial<WorkloadOptions> = { ...busy, registers: 1 }

/** Values stay long enough to be missed. */
const mostlyReads: Partial<WorkloadMix> = {
  ...{ put: 2, get: 10, compareAndSwap: 0, delete: 0, deleteRange: 0, batch: 0 },
}

/** Frames of Raft that come late, and again. */
const lateFrames: Partial<SwarmOptions> = {
  weather: {
    ...{ latencyMs: 1, jitterMs: 2, lossChance: 0, breakChance: 0 },
    ...{ repeatChance: 0.2, lateMs: 1_500 },
  },
}

/** Much happens while a frame is on its way. */
const farApart: Partial<SwarmOptions> = {
  weather: { ...calmWeather, latencyMs: 20, jitterMs: 5 },
}

/** Limits under which one append takes one entry, and the next one waits for its answer. */
const smallAppends = 24

/** Limits under which the log is short and a snapshot comes in many chunks. */
const smallChunks = 16

const crashes: Aim = { faults: ["crash", "crashAll", "crashAtStep", "crashLeader"], workload: busy }
const changesOfLeader: Aim = {
  faults: ["isolateLeader", "pause", "crashLeader", "partition"],
  workload: fewKeys,
}

/** Clocks that tell when something is to be gone. */
const lifetimes: Aim = {
  faults: ["crash"],
  swarm: { clockDrift: 0, wallSkewMs: 50 },
  workload: busy,
  mix: { mixed: 6 },
}

/** Ranges are cut again and again, under writes and while leaders change. */
const splits: Aim = {
  faults: ["split", "transfer", "crash", "crashLeader", "isolateLeader", "partition"],
  swarm: { faultEveryMs: 600 },
  workload: { ...busy, registers: 6, counters: 2 },
}

/** Ranges are cut and merged again and again, under writes and while leaders change. */
const merges: Aim = {
  faults: ["split", "merge", "transfer", "crash", "isolateLeader", "partition"],
  swarm: { faultEveryMs: 500 },
  workload: { ...busy, registers: 6, counters: 2 },
}

/** Cells come to be on one machine that nobody wrote, and leaders change. */
const strays: Aim = {
  faults: ["stray", "crashLeader", "transfer"],
  swarm: { consistencyCheckMs: 1_000 },
  workload: busy,
}

/** Replicas come and go, while frames of the past arrive. */
const moves: Aim = {
  faults: ["move", "pause", "partition", "transfer"],
  swarm: {
    faultEveryMs: 300,
    weather: { ...calmWeather, latencyMs: 1, jitterMs: 2, repeatChance: 0.6, lateMs: 5_000 },
  },
  workload: busy,
}

/** Crashes meet a snapshot on its way to its place. What is not whole differs from the others. */
const halfInstalls: Aim = {
  faults: ["crash", "crashLoop", "crashAtStep"],
  swarm: {
    ...{ faultEveryMs: 500, configSeed: smallChunks, consistencyCheckMs: 1_000 },
    weather: { ...calmWeather, latencyMs: 20 },
    diskSpeed: { syncMs: 5, writeMs: 20, readMs: 0.5 },
  },
  workload: { ...busy, registers: 40, bigValues: 0.5 },
  mix: mostlyReads,
}

export const variantCases: readonly VariantCase[] = [
  // Old entries are on a quorum for a moment without what their leader began its term with.
  aim("count-older-terms", {
    faults: ["seesaw"],
    swarm: { ...farApart, faultEveryMs: 100, configSeed: smallAppends },
    workload: { ...busy, bigValues: 0.9 },
    seedsMax: 8,
  }),
  aim("skip-no-op", crashes),
  aim("commit-beyond-match", {
    faults: ["isolateLeader", "partition", "crashLeader"],
    workload: busy,
    firstSeed: 9,
  }),
  aim("vote-without-persist", { ...crashes, firstSeed: 9 }),
  aim("ack-before-persist", crashes),
  aim("self-ack-before-persist", crashes),
  aim("ignore-vote-record", {
    faults: ["partition", "crashLeader", "isolateLeader"],
    firstSeed: 7,
  }),
  aim("ignore-log-freshness", {
    faults: ["partition", "crashLeader", "oneWayCut"],
    workload: busy,
  }),
  // With five there is room for a voter that goes as another one comes.
  aim("commit-without-outgoing-half", {
    faults: ["move", "crashLeader", "isolateLeader", "partition"],
    swarm: { nodes: 5, faultEveryMs: 500 },
    workload: busy,
    firstSeed: 5,
  }),
  aim("remove-voter-at-once", {
    // Who is left when it goes has not all that it had acknowledged: their disks take their time.
    faults: ["move", "stalledSync"],
    swarm: { faultEveryMs: 150 },
    workload: busy,
    firstSeed: 58,
  }),
  aim("trust-stale-read-token", {
    faults: ["stun"],
    swarm: { ...lateFrames, faultEveryMs: 300, configSeed: smallAppends },
    workload: fewKeys,
    firstSeed: 3,
  }),
  aim("answer-heartbeats-of-anybody", {
    faults: ["depose"],
    swarm: { faultEveryMs: 100, configSeed: smallAppends },
    workload: { ...fewKeys, workers: 3, plainClients: 2 },
    mix: mostlyReads,
    firstSeed: 18,
    seedsMax: 8,
  }),
  aim("read-before-own-term-commit", changesOfLeader),
  aim("damaged-votes", {
    faults: ["logRot", "crashLeader", "partition", "crash"],
    workload: busy,
  }),
  aim("forget-sessions-on-snapshot", {
    faults: ["crash", "oneWayCut", "partition", "isolateLeader"],
    workload: { ...busy, counters: 1 },
    mix: { increment: 10 },
  }),
  aim("apply-twice-on-retry", { ...changesOfLeader, mix: { increment: 10 } }),
  aim("cas-ignores-version", { faults: ["crash"], workload: fewKeys, mix: { compareAndSwap: 8 } }),
  aim("lost-increment", { faults: ["crash"], workload: busy, mix: { increment: 8, batch: 3 } }),
  aim("swap-keeps-expiry", { ...lifetimes, firstSeed: 10 }),
  aim("increment-drops-expiry", { ...lifetimes, firstSeed: 5 }),
  aim("skip-entry", { faults: ["crash"], workload: fewKeys }),
  aim("acknowledge-before-sync", crashes),
  aim("cut-beyond-durable-applied", { faults: ["crashAll"], workload: busy }),
  aim("answer-reads-at-once", changesOfLeader),
  aim("unknown-as-refused", {
    faults: ["clog", "stalledSync", "slowDisk", "swizzle"],
    workload: { clients: 2, workers: 2, plainClients: 3, thinkMs: 30, registers: 2 },
    firstSeed: 35,
  }),
  aim("settle-by-index", changesOfLeader),
  aim("skip-log-sync", crashes),
  aim("ignore-log-checksum", { faults: ["logRot", "crash"], workload: busy, firstSeed: 12 }),
  // Who was down reads from the engine: what is in memory does not rot.
  aim("ignore-cell-checksum", {
    faults: ["dataRot", "crashLeader"],
    swarm: { faultEveryMs: 500 },
    workload: { ...busy, registers: 40 },
    mix: mostlyReads,
    firstSeed: 16,
  }),
  aim("applied-index-apart", { faults: ["crashAll", "crash", "crashAtStep"], workload: busy }),
  aim("serve-half-install", {
    ...halfInstalls,
    swarm: {
      ...halfInstalls.swarm,
      // Some go on while others are down, so that these lag.
      ...{ nodes: 5, faultEveryMs: 700 },
      diskSpeed: { syncMs: 5, writeMs: 60, readMs: 0.5 },
    },
    mix: { ...mostlyReads, put: 5 },
    firstSeed: 8,
  }),
  // Replicas come to nodes that had none, or have lost theirs, and their nodes crash meanwhile.
  aim("serve-half-received", {
    ...halfInstalls,
    faults: ["move", "dataRot", "crash", "crashAtStep", "crashLoop"],
    firstSeed: 19,
  }),
  aim("stale-cache", { faults: ["crash"], workload: fewKeys }),
  aim("apply-without-epoch-check", { ...splits, firstSeed: 44 }),
  // A first write of a client whose answer is lost, and that is sent again behind the split.
  aim("split-without-sessions", {
    faults: ["split", "clientCut"],
    swarm: { faultEveryMs: 300 },
    workload: { ...busy, plainClients: 0, registers: 6, counters: 2 },
    mix: { increment: 15 },
    firstSeed: 11,
  }),
  aim("add-keyspace-again", { faults: ["crash"], workload: { ...busy, keyspace: "users" } }),
  // Scans are on their way for long enough to come before a cut and to be served behind it.
  aim("read-beyond-split", {
    ...splits,
    faults: ["split", "merge", "transfer"],
    swarm: { ...farApart, faultEveryMs: 200 },
    mix: { scan: 20 },
    seedsMax: 8,
  }),
  aim("child-before-flush", splits),
  aim("hash-unflushed", {
    faults: ["crash"],
    swarm: { consistencyCheckMs: 1_000 },
    workload: busy,
  }),
  aim("verdict-of-leader", strays),
  aim("ignore-verdict", strays),
  aim("forget-tombstone", { ...moves, faults: ["move", "crash", "crashLeader", "transfer"] }),
  aim("drop-log-before-tombstone", {
    faults: ["move", "evict"],
    // The moment between the two is long enough for a crash, and no leader gives up on its disk.
    swarm: { faultEveryMs: 100, diskSpeed: { syncMs: 30, writeMs: 10, readMs: 0.5 } },
    workload: busy,
    seedsMax: 8,
  }),
  aim("gone-from-anybody", moves),
  // Frames take long enough for the neighbour to be cut between the freeze and the question to it.
  aim("absorb-without-epoch-check", {
    ...merges,
    faults: ["split", "merge", "rivals"],
    swarm: { ...farApart, faultEveryMs: 250 },
    seedsMax: 8,
  }),
  aim("absorb-without-waiting", { ...merges, firstSeed: 4 }),
  aim("served-while-frozen", merges),
  aim("absorb-without-tombstone", { ...merges, firstSeed: 5 }),
  // A first write of a client whose answer is lost, and that is sent again behind the merge.
  aim("absorb-without-sessions", {
    faults: ["split", "merge", "clientCut"],
    swarm: { faultEveryMs: 300 },
    workload: { ...busy, plainClients: 0, registers: 6, counters: 2 },
    mix: { increment: 15 },
  }),
  aim("skip-damaged-records", { faults: ["logRot", "crash"], workload: busy }),
  // Its votes are forgotten, too.
  aim("trust-empty-log", {
    faults: ["logRot", "crashLeader", "partition", "crash"],
    swarm: { faultEveryMs: 500 },
    workload: busy,
  }),
]

function aim(
  variant: NodeVariant,
  { faults, swarm, workload, mix, firstSeed, seedsMax }: Aim,
): VariantCase {
  return {
    variant,
    firstSeed: firstSeed ?? 1,
    seedsMax: seedsMax ?? 15,
    virtualMs: 40_000,
    adjust: (drawn) => ({
      ...drawn,
      ...{ nodes: 3, joiners: 0, drives: false, drops: false, labels: [], away: undefined },
      ...{ consistencyCheckMs: 0, faults, faultEveryMs: 2_000 },
      ...swarm,
      workload: {
        ...drawn.workload,
        keyspace: "",
        ...workload,
        mix: { ...drawn.workload.mix, mixed: 0, ...mix },
      },
    }),
  }
}

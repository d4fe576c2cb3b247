import { Dice, noLabels, type StoreLabels } from "../base/index.ts"
import type { DiskSpeed } from "./disk.ts"
import { type FaultKind, faultKinds } from "./faults/kinds.ts"
import { calmWeather, type Weather } from "./links.ts"

/** How much of each thing clients do, in shares of the whole. */
export interface WorkloadMix {
  readonly put: number
  readonly get: number
  readonly delete: number
  readonly compareAndSwap: number
  readonly increment: number
  readonly scan: number
  readonly deleteRange: number
  readonly expiring: number
  readonly batch: number
  readonly stale: number
  /** All of that to the same keys, with times to live and without. */
  readonly mixed: number
}

export interface WorkloadOptions {
  /** Where clients are. Any but the default is made while the run goes on; until then it fails. */
  readonly keyspace: string
  /** Machines with the client library. */
  readonly clients: number
  /** Machines that speak the protocol by hand and send no request ids. */
  readonly plainClients: number
  /** Things that one machine does at once. */
  readonly workers: number
  readonly registers: number
  readonly counters: number
  readonly expiringKeys: number
  /** Mean pause between two operations of one worker. */
  readonly thinkMs: number
  /** Share of values with many bytes. */
  readonly bigValues: number
  /** Share of operations that their client takes back. */
  readonly cancelled: number
  readonly mix: WorkloadMix
}

/** How somebody is away: dead, heard by no other node, or by clients neither. */
export type Away = "down" | "cutOff" | "unseen"

/** One world: everything about a run that is not chance while it runs. */
export interface SwarmOptions {
  /** That the cluster begins with. */
  readonly nodes: number
  /** Nodes that join it while it runs, with nothing on their disks. */
  readonly joiners: number
  /** Whether the driver moves replicas and leaders by itself; else every node has every range. */
  readonly drives: boolean
  /** Reads and writes a second at which the driver cuts a range. */
  readonly splitOperationsPerSecond: number
  /** Of each node, and of those that join; empty: none has any. */
  readonly labels: readonly StoreLabels[]
  /** Whether somebody makes a keyspace and drops it while the run goes on. */
  readonly drops: boolean
  /** Seed of the tiny limits. */
  readonly configSeed: number
  readonly leaseReads: boolean
  readonly weather: Weather
  readonly diskSpeed: DiskSpeed
  /** Replicas compare what they hold once in this time. 0: never. */
  readonly consistencyCheckMs: number
  readonly faults: readonly FaultKind[]
  /** Mean time between two faults of one kind. */
  readonly faultEveryMs: number
  /** Most that monotonic clocks run apart, as a share. */
  readonly clockDrift: number
  readonly wallSkewMs: number
  /** How a minority is away while all else is healed, until the audit; undefined: nobody is. */
  readonly away: Away | undefined
  readonly workload: WorkloadOptions
}

/** Drawn from dice of their own: what is drawn from the others stays as it was without them. */
const apart: ReadonlySet<FaultKind> = new Set<FaultKind>([
  ...(["stray", "move", "merge", "retire", "crashDriver", "shrink", "lastCopy"] as const),
])

/**
 * Swarm testing (Groce et al. 2012): each seed leaves out most of what could go wrong, so that what
 * is left happens often enough to meet itself.
 */
export function drawSwarm(seed: number): SwarmOptions {
  const dice = new Dice(seed ^ 0x5eed)
  const nodes = dice.pick([1, 3, 3, 3, 3, 3, 3, 5])
  const possible = faultKinds.filter((kind) => {
    return !apart.has(kind) && (nodes > 1 || !needsPeers.has(kind))
  })
  const share = dice.pick([0.15, 0.3, 0.5, 0.9])
  const drawn = possible.filter(() => dice.roll(share))
  const faults: FaultKind[] = drawn.length > 0 ? drawn : [dice.pick(possible)]
  // Of dice of its own: what is drawn from the others stays as it was without it.
  const checkDice = new Dice(seed ^ 0xc4ec)
  const consistencyCheckMs = checkDice.pick([0, 0, 1_000, 4_000])
  const strays = consistencyCheckMs > 0 && nodes > 1 && checkDice.roll(0.5)
  if (nodes > 1 && new Dice(seed ^ 0x1a57).roll(0.2)) faults.push("lastCopy")
  // Two voters of which one lost log entries can't be mended: where disks rot there are to be more.
  const rots = strays || disksRot(faults)
  if (nodes > (rots ? 3 : 1) && new Dice(seed ^ 0x30e5).roll(0.4)) faults.push("move")
  if (new Dice(seed ^ 0x4e26).roll(0.4)) {
    // There is something to merge only where something was cut.
    faults.push(...(["split", "merge"] as const).filter((kind) => !faults.includes(kind)))
  }
  const driving = drawDriving(seed, nodes)
  if (driving.drives) faults.push(...drawDriverFaults(seed))
  return {
    nodes,
    ...driving,
    labels: driving.drives ? drawLabels(seed, nodes + driving.joiners) : [],
    drops: new Dice(seed ^ 0xd20b).roll(0.3),
    configSeed: dice.bits(),
    leaseReads: dice.roll(0.4),
    weather: drawWeather(dice),
    diskSpeed: drawDiskSpeed(dice),
    // Few writes are looked into: of how little a range holds only a check can tell.
    consistencyCheckMs: faults.includes("shrink")
      ? consistencyCheckMs || 1_000
      : consistencyCheckMs,
    faults: strays ? [...faults, "stray"] : faults,
    faultEveryMs: dice.pick([2_000, 5_000, 10_000]),
    clockDrift: dice.pick([0, 0.001, 0.04]),
    wallSkewMs: dice.pick([0, 50, 5_000, 3_600_000]),
    away: drawAway(seed),
    workload: {
      ...drawWorkload(seed, dice),
      keyspace: drawKeyspace(seed),
      ...(driving.splitOperationsPerSecond < 100 ? loadToCut : {}),
    },
  }
}

/** A little too often: where an operator takes replicas away this comes to nothing. */
function drawAway(seed: number): Away | undefined {
  const dice = new Dice(seed ^ 0xc04e)
  return dice.roll(0.4) ? dice.pick(["down", "down", "cutOff", "unseen"] as const) : undefined
}

/** Whether a replica may lose what it had, so that others have to mend it. */
export function disksRot(faults: readonly FaultKind[]): boolean {
  return (["logRot", "dataRot", "lastCopy", "stray"] as const).some((kind) => faults.includes(kind))
}

/** Where replicas and leaders are moved there is a store too many or too few for that. */
function drawDriving(
  seed: number,
  nodes: number,
): Pick<SwarmOptions, "joiners" | "drives" | "splitOperationsPerSecond"> {
  const dice = new Dice(seed ^ 0xd21f)
  const drives = dice.roll(0.3)
  // Of dice of its own: who joins is drawn as it was without it.
  const splitOperationsPerSecond = !drives
    ? 2_500
    : new Dice(seed ^ 0x5b17).pick([2_500, 2_500, 2_500, 10])
  if (!drives || nodes === 5) return { joiners: 0, drives, splitOperationsPerSecond }
  const joiners = nodes === 1 ? dice.between(2, 3) : dice.between(1, 2)
  return { joiners, drives, splitOperationsPerSecond }
}

/** In half of the runs: more nodes than zones, so that it matters who has a replica. */
function drawLabels(seed: number, nodes: number): StoreLabels[] {
  const dice = new Dice(seed ^ 0x1abe)
  if (dice.roll(0.5)) return []
  const level = dice.pick(["zone", "zone", "rack", "host"] as const)
  return Array.from({ length: nodes }, () => ({ ...noLabels, [level]: dice.pick(["a", "b", "c"]) }))
}

/** Elsewhere the driver begins nothing, and has little to leave to the next one. */
function drawDriverFaults(seed: number): FaultKind[] {
  const dice = new Dice(seed ^ 0x4e71)
  return (["retire", "crashDriver", "shrink"] as const).filter(() => dice.roll(0.5))
}

/** Where the load of a range is to be cut is known after hundreds of operations on several keys. */
const loadToCut: Partial<WorkloadOptions> = { thinkMs: 20, registers: 6 }

/** By dice of its own, so that all else is drawn as ever. */
function drawKeyspace(seed: number): string {
  return new Dice(seed ^ 0x6b65).roll(1 / 3) ? "users" : ""
}

const needsPeers: ReadonlySet<FaultKind> = new Set<FaultKind>([
  ...([
    "partition",
    "oneWayCut",
    "isolateLeader",
    "stun",
    "topple",
    "bridge",
    "clog",
    "swizzle",
  ] as const),
  ...(["logRot", "dataRot", "transfer"] as const),
])

function drawWeather(dice: Dice): Weather {
  const weather = {
    ...calmWeather,
    latencyMs: dice.pick([0.2, 1, 5]),
    jitterMs: dice.pick([0.1, 2]),
  }
  if (dice.roll(0.4)) return weather
  return {
    ...weather,
    lossChance: dice.pick([0, 0.01, 0.1]),
    repeatChance: dice.pick([0, 0.01, 0.1]),
    lateMs: dice.pick([10, 1_000, 5_000]),
    breakChance: dice.pick([0, 0.001]),
  }
}

function drawDiskSpeed(dice: Dice): DiskSpeed {
  const factor = dice.pick([0.3, 1, 4])
  return { readMs: 0.1 * factor, writeMs: 0.1 * factor, syncMs: factor }
}

function drawWorkload(seed: number, dice: Dice): Omit<WorkloadOptions, "keyspace"> {
  const sometimes = (share: number): number => (dice.roll(0.6) ? share : 0)
  const clients = dice.between(1, 3)
  return {
    clients,
    plainClients: dice.between(0, 2),
    // Few workers hardly meet.
    workers: Math.ceil(dice.between(3, 6) / clients),
    registers: dice.pick([1, 3, 6]),
    counters: dice.pick([1, 2]),
    expiringKeys: 2,
    thinkMs: dice.pick([50, 100, 200]),
    bigValues: dice.pick([0, 0.1, 0.5]),
    cancelled: dice.pick([0, 0, 0.02]),
    mix: {
      put: 4,
      get: 6,
      delete: sometimes(1),
      compareAndSwap: sometimes(3),
      increment: sometimes(3),
      scan: sometimes(1),
      deleteRange: sometimes(0.3),
      expiring: sometimes(0.5),
      batch: sometimes(1),
      stale: sometimes(0.5),
      // By dice of its own: two thirds of the runs are as they were without it.
      mixed: new Dice(seed ^ 0x771).roll(1 / 3) ? 1 : 0,
    },
  }
}

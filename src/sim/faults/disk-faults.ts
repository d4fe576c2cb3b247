import type { Dice } from "../../base/index.ts"
import type { Cluster } from "../cluster.ts"
import type { Machine } from "../machine.ts"
import { isRestored } from "./last-copy.ts"
import type { Fault } from "./types.ts"

/** One disk takes many times longer for everything. */
export const slowDisk: Fault = {
  durationMs: { low: 1_000, high: 10_000 },
  begin(cluster, dice) {
    const { disk } = pickMachine(cluster, dice)
    disk.slowDown(dice.pick([5, 30, 200]))
    return () => disk.slowDown(1)
  },
}

/** Nothing that has to be synced comes to its end on one disk. */
export const stalledSync: Fault = {
  durationMs: { low: 500, high: 12_000 },
  begin(cluster, dice, durationMs) {
    const { disk } = pickMachine(cluster, dice)
    disk.stallSyncs(durationMs)
    return () => disk.stallSyncs(0)
  },
}

/** Somebody else fills one disk, or all of them, for a while. */
export const diskFull: Fault = {
  durationMs: { low: 2_000, high: 12_000 },
  begin(cluster, dice) {
    const chosen = dice.roll(0.3) ? cluster.machines : [pickMachine(cluster, dice)]
    for (const { disk } of chosen) disk.fillUpTo(dice.pick([0, 100, 4_000, 20_000]))
    return () => {
      for (const { disk } of chosen) disk.release()
    }
  },
}

/**
 * Bits rot in the log of a machine that is down, or all of it is gone. Only ever one machine is
 * struck in a run: so every entry has a whole copy on every quorum's other members (the fault atlas
 * of TigerBeetle's tests).
 */
export const logRot: Fault = {
  durationMs: { low: 100, high: 3_000 },
  begin(cluster, dice) {
    const machine = cluster.damageable
    // Only a log that is whole: what was damaged before must have healed.
    if (machine?.node?.status().condition !== "ok") return undefined
    cluster.crashUntilUndone(machine, dice.roll(0.5) ? "kill" : "powerLoss")
    if (dice.roll(0.1)) {
      cluster.note("rot", machine.nodeId, "all of the log")
      machine.loseLog()
    } else {
      cluster.note("rot", machine.nodeId, machine.flipLogBit(dice))
    }
    return () => cluster.bringBack(machine)
  },
}

/**
 * Bits rot under the data of a machine, while it runs or while it is down: there the whole engine
 * may be beyond opening.
 */
export const dataRot: Fault = {
  durationMs: { low: 100, high: 3_000 },
  begin(cluster, dice) {
    const machine = cluster.damageable
    if (machine === undefined || !isRestored(cluster)) return undefined
    const flips = dice.between(1, 3)
    for (let i = 0; i < flips; i += 1) cluster.note("rot", machine.nodeId, machine.rotPair(dice))
    if (machine.process === undefined || dice.roll(0.5)) return () => {}
    cluster.crashUntilUndone(machine, "kill")
    if (dice.roll(0.1)) {
      cluster.note("rot", machine.nodeId, "all of the engine")
      machine.emptyEngine()
    }
    return () => cluster.bringBack(machine)
  },
}

function pickMachine(cluster: Cluster, dice: Dice): Machine {
  return dice.pick(cluster.machines)
}

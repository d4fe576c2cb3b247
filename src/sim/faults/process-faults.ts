import type { Dice } from "../../base/index.ts"
import type { Cluster } from "../cluster.ts"
import type { Machine } from "../machine.ts"
import type { Crash } from "../platter.ts"
import { type Fault, noUndo, type Undo } from "./types.ts"

/** One node dies. */
export const crash: Fault = {
  durationMs: { low: 50, high: 8_000 },
  begin(cluster, dice) {
    return crashThese(cluster, pickRunning(cluster, dice, 1), drawCrash(dice))
  },
}

/** The leader dies. */
export const crashLeader: Fault = {
  durationMs: { low: 50, high: 8_000 },
  begin(cluster, dice) {
    const leader = cluster.leader()
    return leader === undefined ? undefined : crashThese(cluster, [leader], drawCrash(dice))
  },
}

/** Who drives the cluster dies: mostly in the middle of something. */
export const crashDriver: Fault = {
  durationMs: { low: 50, high: 8_000 },
  begin(cluster, dice) {
    const driver = cluster.driver()
    const isIdle = !cluster.invariants.drivers.isBusy
    if (driver === undefined || (isIdle && dice.roll(0.8))) return undefined
    return crashThese(cluster, [driver], drawCrash(dice))
  },
}

/** A power cut: all machines at once, and they come back at once. */
export const crashAll: Fault = {
  durationMs: { low: 50, high: 3_000 },
  begin(cluster, dice) {
    return crashThese(cluster, pickRunning(cluster, dice, cluster.machines.length), drawCrash(dice))
  },
}

/** One node dies at its nth step of persisting something: before it, or right after it. */
export const crashAtStep: Fault = {
  durationMs: { low: 2_000, high: 4_000 },
  begin(cluster, dice) {
    const [machine] = pickRunning(cluster, dice, 1)
    if (machine === undefined) return undefined
    machine.disk.crashAtStep(dice.between(1, 60))
    return () => machine.disk.disarm()
  },
}

/** One node dies again and again, mostly while it starts. */
export const crashLoop: Fault = {
  durationMs: { low: 2_000, high: 6_000 },
  begin(cluster, dice, durationMs) {
    const [machine] = pickRunning(cluster, dice, 1)
    if (machine === undefined) return undefined
    const endMs = cluster.world.nowMs + durationMs
    const again = (): void => {
      if (cluster.world.nowMs >= endMs) return
      machine.crash(drawCrash(dice), "crash loop")
      machine.start()
      if (dice.roll(0.5)) machine.disk.crashAtStep(dice.between(1, 30))
      cluster.world.after(dice.between(20, 1_500), again)
    }
    again()
    return noUndo
  },
}

/** An operator stops one node in order, and starts it again. */
export const restart: Fault = {
  durationMs: { low: 3_000, high: 6_000 },
  begin(cluster, dice) {
    const leader = dice.roll(0.5) ? cluster.leader() : undefined
    const machine = leader ?? pickRunning(cluster, dice, 1)[0]
    if (machine === undefined) return undefined
    machine.stop()
    return noUndo
  },
}

/**
 * One node stands still while time runs on: a long collection of garbage, SIGSTOP, a moved machine.
 */
export const pause: Fault = {
  durationMs: { low: 100, high: 10_000 },
  begin(cluster, dice, durationMs) {
    const leader = dice.roll(0.5) ? cluster.leader() : undefined
    const machine = leader ?? pickRunning(cluster, dice, 1)[0]
    const process = machine?.process
    if (process === undefined) return undefined
    process.pause(durationMs)
    return () => process.resumeNow()
  },
}

/** Somebody sets the wall clock of one machine. */
export const clockJump: Fault = {
  durationMs: { low: 500, high: 10_000 },
  begin(cluster, dice) {
    const { clock } = dice.pick(cluster.machines)
    const byMs = dice.pick([-3_600_000, -2_000, -100, 100, 2_000, 60_000, 3_600_000])
    clock.jump(byMs)
    return () => clock.jump(-byMs)
  },
}

function crashThese(cluster: Cluster, machines: readonly Machine[], how: Crash): Undo | undefined {
  if (machines.length === 0) return undefined
  for (const machine of machines) cluster.crashUntilUndone(machine, how)
  return () => {
    for (const machine of machines) cluster.bringBack(machine)
  }
}

export function drawCrash(dice: Dice): Crash {
  return dice.roll(0.6) ? "powerLoss" : "kill"
}

function pickRunning(cluster: Cluster, dice: Dice, count: number): Machine[] {
  const running = cluster.machines.filter((machine) => machine.process !== undefined)
  while (running.length > count) running.splice(dice.between(0, running.length - 1), 1)
  return running
}

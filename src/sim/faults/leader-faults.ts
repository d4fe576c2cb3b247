import type { Machine } from "../machine.ts"
import { cutAll, isolate, pairsBetween } from "./cuts.ts"
import { type Fault, noUndo, type Undo } from "./types.ts"

/** The leader alone, heard by nobody, or hearing nobody, or neither; clients still reach it. */
export const isolateLeader: Fault = {
  durationMs: { low: 1_000, high: 10_000 },
  begin(cluster, dice) {
    const leader = cluster.leaderId()
    if (leader === undefined) return undefined
    const others = cluster.nodeIds.filter((id) => id !== leader)
    const [out, back] = [pairsBetween([leader], others), pairsBetween(others, [leader])]
    return cutAll(cluster, dice.pick([out, back, [...out, ...back], [...out, ...back]]))
  },
}

/**
 * The leader stands still, and hears nothing of its peers until a while after it has gone on: the
 * time in which it does not know that another one leads.
 */
export const stun: Fault = {
  durationMs: { low: 600, high: 8_000 },
  begin(cluster, dice, durationMs) {
    const leader = cluster.leader()
    if (leader?.process === undefined) return undefined
    const { nodeId, process } = leader
    process.pause((0.4 + 0.4 * dice.chance()) * durationMs)
    const mend = isolate(cluster, nodeId)
    return () => {
      process.resumeNow()
      mend()
    }
  },
}

/**
 * Each new leader is cut off, or dies, within moments of its election: what it began to replicate
 * is on few nodes or on none, and comes back with it (Raft paper, figure 8).
 */
export const topple: Fault = {
  durationMs: { low: 2_000, high: 10_000 },
  begin(cluster, dice, durationMs) {
    const endMs = cluster.world.nowMs + durationMs
    const undone = new Set<Undo>()
    let toppledTerm = 0
    const strike = ({ nodeId }: Machine): void => {
      const machine = cluster.leader()
      if (machine?.nodeId !== nodeId || cluster.world.nowMs >= endMs) return
      if (dice.roll(0.5)) {
        machine.crash(dice.roll(0.5) ? "kill" : "powerLoss", "toppled")
        cluster.world.after(dice.between(20, 600), () => machine.start())
        return
      }
      const mend = isolate(cluster, nodeId)
      undone.add(mend)
      cluster.world.after(dice.between(100, 1_500), mend)
    }
    const look = (): void => {
      if (cluster.world.nowMs >= endMs) return
      const leading = cluster.leading()
      if (leading !== undefined && leading.term > toppledTerm) {
        toppledTerm = leading.term
        const { machine } = leading
        cluster.world.after(300 * dice.chance() * dice.chance(), () => strike(machine))
      }
      cluster.world.after(10, look)
    }
    look()
    return () => {
      for (const mend of undone) mend()
    }
  },
}

/**
 * One node at a time is cut off: whoever leads, before anything that it sends has arrived, or as
 * soon as it has committed something; then the one before is back. Each has entries that the others
 * lack, and comes back with them (Raft paper, figure 8).
 */
export const seesaw: Fault = {
  durationMs: { low: 4_000, high: 15_000 },
  begin(cluster, dice, durationMs) {
    const endMs = cluster.world.nowMs + durationMs
    let mend = noUndo
    let elected = { term: 0, commit: 0 }
    const look = (): void => {
      if (cluster.world.nowMs >= endMs) return
      cluster.world.after(5, look)
      const leading = cluster.leading()
      if (leading === undefined) return
      if (leading.term > elected.term) {
        elected = leading
        if (dice.roll(0.5)) return
      } else if (leading.commit <= elected.commit) return
      mend()
      mend = isolate(cluster, leading.machine.nodeId)
    }
    look()
    return () => mend()
  },
}

/**
 * The leader stands still until a while after another one leads, and then hears nothing of that
 * one. Who follows the new leader hears both: nobody else can tell the old one that it is over.
 */
export const depose: Fault = {
  durationMs: { low: 1_500, high: 4_000 },
  begin(cluster, dice, durationMs) {
    const { world } = cluster
    const old = cluster.leading()
    const process = old?.machine.process
    if (old === undefined || process === undefined) return undefined
    const { nodeId } = old.machine
    process.pause(durationMs)
    const undone: Undo[] = [() => process.resumeNow(), isolate(cluster, nodeId)]
    const undo = (): void => {
      for (const each of undone.splice(0)) each()
    }
    const look = (): void => {
      if (undone.length === 0) return
      const leading = cluster.leading()
      // Beyond what it begins with: something was written meanwhile.
      if (leading === undefined || leading.term <= old.term || leading.commit < old.commit + 3) {
        world.after(10, look)
        return
      }
      const heir = leading.machine.nodeId
      world.after(100 * dice.chance(), () => {
        if (undone.length === 0) return
        const mend = cutAll(cluster, [...pairsBetween([nodeId], [heir]), [heir, nodeId]])
        undo()
        undone.push(mend)
      })
    }
    look()
    return undo
  },
}

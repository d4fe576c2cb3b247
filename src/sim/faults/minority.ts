import type { Dice } from "../../base/index.ts"
import type { Cluster } from "../cluster.ts"
import type { Machine } from "../machine.ts"
import { disksRot, type SwarmOptions } from "../swarm.ts"
import { cutAll, pairsBetween } from "./cuts.ts"
import { drawCrash } from "./process-faults.ts"
import type { Undo } from "./types.ts"

/** Who is away when all else is healed, so that the others have to do without. */
export interface Minority {
  readonly machines: readonly Machine[]
  readonly addresses: readonly string[]
  /** Takes effect when the links are mended. */
  leave(): void
  comeBack(): void
}

/**
 * Each range keeps a quorum of the others, and between them all that it had: of three voters one
 * is away, and where a disk may have rotted it is that machine's. Nobody, where that can't be said:
 * an operator who takes replicas away may have left a range with two.
 */
export function minorityOf(cluster: Cluster, dice: Dice, swarm: SwarmOptions): Minority {
  const { damageable, sound } = cluster
  const { away, nodes, faults, drives } = swarm
  const machines: Machine[] = []
  const isKnown = nodes >= 3 && !faults.includes("move") && !faults.includes("evict")
  if (away !== undefined && isKnown) {
    const first = disksRot(faults) && damageable ? damageable : dice.pick(cluster.machines)
    const second = dice.pick(cluster.machines)
    machines.push(first)
    // Where the driver moves replicas, a range of five may have four for a while.
    if (nodes === 5 && !drives && second !== first && second !== sound) machines.push(second)
  }
  const undos: Undo[] = []
  return {
    machines,
    addresses: machines.map(({ config }) => config.address),
    leave() {
      for (const machine of machines) {
        cluster.note("away", machine.nodeId, away)
        if (away === "down") {
          cluster.crashUntilUndone(machine, drawCrash(dice))
          undos.push(() => cluster.bringBack(machine))
        } else undos.push(cutOff(cluster, machine, away === "unseen"))
      }
    },
    comeBack() {
      for (const undo of undos.splice(0)) undo()
      for (const { nodeId } of machines) cluster.note("back", nodeId, away)
    },
  }
}

/** Nothing comes through between a machine and its peers; nor between it and clients, perhaps. */
function cutOff(cluster: Cluster, { nodeId }: Machine, unseen: boolean): Undo {
  const peers = cluster.nodeIds.filter((id) => id !== nodeId)
  const others = unseen ? [...peers, ...cluster.clientHosts] : peers
  return cutAll(cluster, [...pairsBetween([nodeId], others), ...pairsBetween(others, [nodeId])])
}

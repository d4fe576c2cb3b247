/**
 * What goes wrong in the dreamt world. Each kind strikes again and again on its own schedule, kinds
 * overlap each other, and everything is undone when the time of faults is over.
 */
import type { Dice } from "../../base/index.ts"
import type { Cluster } from "../cluster.ts"
import { dataRot, diskFull, logRot, slowDisk, stalledSync } from "./disk-faults.ts"
import type { FaultKind } from "./kinds.ts"
import { lastCopy } from "./last-copy.ts"
import { depose, isolateLeader, seesaw, stun, topple } from "./leader-faults.ts"
import { bridge, clientCut, clog, oneWayCut, partition, storm, swizzle } from "./network-faults.ts"
import {
  clockJump,
  crash,
  crashAll,
  crashAtStep,
  crashDriver,
  crashLeader,
  crashLoop,
  pause,
  restart,
} from "./process-faults.ts"
import { merge, rivals, shrink, split, stray, transfer } from "./range-faults.ts"
import { evict, move } from "./replica-faults.ts"
import { retire } from "./store-faults.ts"
import type { Fault, Undo } from "./types.ts"

export { type Minority, minorityOf } from "./minority.ts"
export { strayKey } from "./range-faults.ts"
export { restoreReplicas } from "./replica-faults.ts"

const faults = {
  ...{ partition, oneWayCut, isolateLeader, stun, topple, bridge, clientCut, clog, swizzle, storm },
  ...{ crash, crashLeader, crashAll, crashAtStep, crashLoop, restart, pause, clockJump },
  ...{ slowDisk, stalledSync, diskFull, logRot, dataRot },
  ...{ split, transfer, stray, move, merge, retire, crashDriver, shrink, lastCopy },
  ...{ seesaw, depose, rivals, evict },
} as const satisfies Record<FaultKind, Fault>

/** Strikes with the kinds that this run has drawn, until it is told to stop. */
export class Nemesis {
  readonly #cluster: Cluster
  readonly #dice: Dice
  readonly #everyMs: number
  readonly #endMs: number
  readonly #active = new Map<FaultKind, Undo>()
  #over = false

  constructor(
    cluster: Cluster,
    dice: Dice,
    options: {
      readonly kinds: readonly FaultKind[]
      /** Mean time between two strikes of one kind. */
      readonly everyMs: number
      /** Nothing strikes, and nothing lasts, longer than this. */
      readonly endMs: number
    },
  ) {
    this.#cluster = cluster
    this.#dice = dice
    this.#everyMs = options.everyMs
    this.#endMs = options.endMs
    for (const kind of options.kinds) {
      // The first strike of each kind comes early, so that no run is without.
      const firstMs = 500 + dice.chance() * Math.min(options.everyMs, 0.3 * options.endMs)
      cluster.world.after(firstMs, () => this.#strike(kind))
    }
  }

  /** Undoes everything that is still in effect. */
  end(): void {
    this.#over = true
    for (const undo of this.#active.values()) undo()
    this.#active.clear()
  }

  #strike(kind: FaultKind): void {
    const { world } = this.#cluster
    const fault: Fault = faults[kind]
    const leftMs = this.#endMs - world.nowMs
    if (this.#over || leftMs < fault.durationMs.low) return
    const { low, high } = fault.durationMs
    // Mostly short: long ones leave no time for others.
    const share = this.#dice.chance() * this.#dice.chance()
    const durationMs = Math.min(leftMs, low + share * (high - low))
    const undo = fault.begin(this.#cluster, this.#dice, durationMs)
    if (undo === undefined) {
      world.after(500, () => this.#strike(kind))
      return
    }
    if (fault.asked === undefined) this.#cluster.struck.count(kind)
    world.note("fault", [kind, durationMs])
    this.#active.set(kind, undo)
    world.after(durationMs, () => {
      if (this.#over) return
      this.#active.delete(kind)
      undo()
      world.note("undo", [kind])
      world.after(2 * this.#dice.chance() * this.#everyMs, () => this.#strike(kind))
    })
  }
}

import { type NodeId, nodeOf } from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import { replicaOn } from "./belonging.ts"

/** Ranges roused in one tick: as many as hardly cost a core anything, at a tenth of a second. */
const rousedMax = 50
/** While so many clocks go already, hardly any more. */
const awakeMax = 1_000
const rousedMin = 5

interface Sleeper {
  readonly raft: Raft
}

/**
 * Rouses those of a store's sleeping ranges that have reason to be awake, some a tick. A node that
 * dies or comes back gives thousands reason at once: if all campaigned in one moment, nobody would
 * be heard in time, and none of it would end. Those that somebody waits for are not kept here.
 */
export class Waking<T extends Sleeper> {
  readonly #waiting = new Set<T>()
  /** Those that have to see whether another store still has what they think. */
  readonly #doubting = new Set<T>()

  /** Called for one that may have reason. */
  look(sleeper: T): void {
    if (sleeper.raft.view.restless) this.#waiting.add(sleeper)
  }

  /** Some stores can be heard no more, or again. */
  onAbsent(nodes: ReadonlySet<NodeId>, sleepers: Iterable<T>): void {
    for (const sleeper of sleepers) {
      sleeper.raft.step({ type: "absent", nodes })
      this.look(sleeper)
    }
  }

  /** A store may have lost ranges: those that lead it or follow it have a look. */
  onLost(nodeId: NodeId, sleepers: Iterable<T>): void {
    for (const sleeper of sleepers) {
      const { role, leader, configuration } = sleeper.raft.view
      const feeds = role === "leader" && replicaOn(configuration, nodeId) !== undefined
      if (feeds || nodeOf(leader) === nodeId) this.#doubting.add(sleeper)
    }
  }

  /** Rouses the next ones; `awake` are so already. */
  tick(awake: number): readonly T[] {
    const max = Math.max(rousedMin, Math.min(rousedMax, awakeMax - awake))
    const roused: T[] = []
    for (const sleeper of this.#doubting) {
      if (roused.length === max) return roused
      this.#doubting.delete(sleeper)
      sleeper.raft.step({ type: "doubt" })
      roused.push(sleeper)
    }
    for (const sleeper of this.#waiting) {
      if (roused.length === max) break
      this.#waiting.delete(sleeper)
      // The reason may have gone by itself.
      if (!sleeper.raft.view.restless) continue
      sleeper.raft.step({ type: "rouse" })
      roused.push(sleeper)
    }
    return roused
  }
}

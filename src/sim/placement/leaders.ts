import type { NodeId } from "../../base/index.ts"
import type { Order, Step } from "../../core/placement/index.ts"
import {
  enterChange,
  leaveJoint,
  letGo,
  type ModelRange,
  refusalOf,
  setReplicas,
  votersOf,
} from "./model-range.ts"
import type { ModelWorld } from "./model-world.ts"

/** Time that a joint configuration is in force. */
const jointMs = 50

/** What leaders of ranges do with orders, and how ranges get leaders. */
export class Leaders {
  readonly #world: ModelWorld
  readonly #bytesPerSecond: number

  constructor(world: ModelWorld, bytesPerSecond: number) {
    this.#world = world
    this.#bytesPerSecond = bytesPerSecond
  }

  /** Why it is not done; undefined: it is begun. */
  carryOut({ rangeId, epoch, leader, step }: Order): string | undefined {
    const range = this.#world.ranges.get(rangeId)
    if (range === undefined || range.leader !== leader) return "not the leader"
    if (range.version !== epoch.version || range.configVersion !== epoch.configVersion) {
      return "another epoch"
    }
    if (!this.hasQuorum(range)) return undefined
    const refusal = refusalOf(range, step)
    if (refusal === undefined) {
      this.#world.ordered(range, step)
      this.#do(range, step)
    }
    return refusal
  }

  /** Somebody alive that has all entries leads next; nobody where there is no quorum. */
  elect(range: ModelRange): void {
    if (this.#world.isAlive(range.leader) || !this.hasQuorum(range)) return
    const able = votersOf(range).filter((store) => {
      return this.#world.isAlive(store) && !range.pending.includes(store)
    })
    if (able.length === 0) return
    this.#lead(range, this.#world.dice.pick(able))
  }

  hasQuorum(range: ModelRange): boolean {
    return (["incoming", "outgoing"] as const).every((otherHalf) => {
      const half = range.replicas.filter(({ role }) => role !== "learner" && role !== otherHalf)
      return half.filter(({ store }) => this.#world.isAlive(store)).length > half.length / 2
    })
  }

  #lead(range: ModelRange, store: NodeId): void {
    this.#world.change(range, () => {
      range.leader = store
      range.term += 1
    })
  }

  #do(range: ModelRange, step: Step): void {
    switch (step.type) {
      case "addLearner":
        this.#addLearner(range, step.store)
        break
      case "changeVoters":
        this.#world.change(range, () => enterChange(range, step))
        this.#world.after(jointMs, () => this.#leave(range))
        this.#world.after(2 * jointMs, () => this.#letGo(range, step.remove))
        break
      case "removeLearner": {
        const others = range.replicas.filter(({ store }) => store !== step.store)
        this.#world.change(range, () => setReplicas(range, others))
        break
      }
      case "leaveJoint":
        this.#leave(range)
        break
      case "transferLeader":
        if (!this.#world.isAlive(step.store) || range.leader === step.store) return
        this.#world.stats.transfers += 1
        this.#lead(range, step.store)
        break
      case "split":
        this.#split(range)
        break
      case "merge":
        break
    }
  }

  #leave(range: ModelRange): void {
    if (!this.#world.isAlive(range.leader) || !this.hasQuorum(range)) return
    const before = range.configVersion
    this.#world.change(range, () => leaveJoint(range))
    if (range.configVersion !== before) this.#repairLeader(range)
  }

  #letGo(range: ModelRange, stores: readonly NodeId[]): void {
    if (!this.#world.isAlive(range.leader) || !this.hasQuorum(range)) return
    this.#world.change(range, () => letGo(range, stores))
  }

  /** Where the leader has removed itself, the others elect one. */
  #repairLeader(range: ModelRange): void {
    if (votersOf(range).includes(range.leader)) return
    const able = votersOf(range).filter((store) => this.#world.isAlive(store))
    if (able.length > 0) this.#lead(range, this.#world.dice.pick(able))
  }

  #addLearner(range: ModelRange, id: NodeId): void {
    const world = this.#world
    if (range.replicas.some(({ store }) => store === id)) return
    const replicaId = world.nextReplicaId
    world.nextReplicaId += 1
    world.change(range, () => {
      setReplicas(range, [...range.replicas, { store: id, replicaId, role: "learner" }])
      range.pending = [...range.pending, id]
    })
    const target = world.store(id)
    target.receiving += 1
    world.receives(target)
    const arrive = (): void => {
      const isWanted = range.replicas.some((replica) => replica.replicaId === replicaId)
      // The leader goes on sending until the target is back, or is no replica any more.
      if (isWanted && !target.alive) {
        world.after(5_000, arrive)
        return
      }
      target.receiving -= 1
      if (!isWanted) return
      world.stats.snapshots += 1
      world.stats.snapshotBytes += range.bytes
      range.pending = range.pending.filter((store) => store !== id)
      world.report(range)
    }
    world.after((1_000 * range.bytes) / this.#bytesPerSecond, arrive)
  }

  #split(range: ModelRange): void {
    const world = this.#world
    const at = keyBetween(range.start, range.end)
    const id = world.nextRangeId
    world.nextRangeId += 1
    world.change(range, () => {
      const half = Math.floor(range.bytes / 2)
      const rates = { readRate: range.readRate / 2, writeRate: range.writeRate / 2 }
      const version = range.version + 1
      const replicas = range.replicas.map((replica) => {
        world.nextReplicaId += 1
        return { ...replica, replicaId: world.nextReplicaId }
      })
      const child = { ...range, id, start: at, version, bytes: half, ...rates, replicas }
      Object.assign(range, { end: at, version, bytes: range.bytes - half, ...rates })
      world.addRange(child)
      world.report(child)
    })
  }
}

/** A key in the middle of two keys of eight bytes; an empty end is the highest. */
function keyBetween(start: Uint8Array, end: Uint8Array): Uint8Array {
  const low = numberOf(start)
  const high = end.length === 0 ? 2 ** 48 : numberOf(end)
  return keyOf(Math.floor((low + high) / 2))
}

function numberOf(key: Uint8Array): number {
  let number = 0
  for (const byte of key) number = number * 256 + byte
  return number
}

/** Six bytes that sort as the number does; empty for 0. */
export function keyOf(number: number): Uint8Array {
  if (number === 0) return new Uint8Array(0)
  const key = new Uint8Array(6)
  let left = number
  for (let at = 5; at >= 0; at -= 1) {
    key[at] = left % 256
    left = Math.floor(left / 256)
  }
  return key
}

import type { NodeId } from "../../base/index.ts"
import type { RangeReport, ReportFate, Step } from "../../core/placement/index.ts"
import { type ModelRange, votersOf } from "./model-range.ts"
import type { ModelStore, ModelWorld } from "./model-world.ts"

/** Something that a placement driver must never do or believe. */
export interface Violation {
  readonly atMs: number
  readonly what: string
}

/** Looks at everything that the driver takes in and everything that it has done. */
export class Watch {
  readonly violations: Violation[] = []
  readonly #world: ModelWorld
  /** Of each range, the newest that the driver was told. */
  readonly #told = new Map<number, RangeReport>()

  constructor(world: ModelWorld) {
    this.#world = world
  }

  /** After the driver heard a report: its view is not older than what it was ever told. */
  reported(report: RangeReport, fate: ReportFate): void {
    if (fate === "malformed") this.#violated(`a true report of range ${report.rangeId} was dropped`)
    const told = this.#told.get(report.rangeId)
    if (told === undefined || isAbove(report, told)) this.#told.set(report.rangeId, report)
    const view = this.#world.driver.range(report.rangeId)
    const newest = this.#told.get(report.rangeId)
    if (view !== undefined && newest !== undefined && isAbove(newest, view)) {
      this.#violated(`the driver's view of range ${report.rangeId} went back`)
    }
    const operator = this.#world.driver.operatorOf(report.rangeId)
    const range = this.#world.ranges.get(report.rangeId)
    if (operator === undefined || range === undefined) return
    const { foreignConfigVersion, foreignStore } = range
    const isWanted = operator.steps.some((step) => "store" in step && step.store === foreignStore)
    if (isWanted) return
    const knows = (view?.configVersion ?? 0) >= foreignConfigVersion
    if (knows && operator.epoch.configVersion < foreignConfigVersion) {
      this.#violated(`operator ${operator.id} outlived a change that was not its own`)
    }
  }

  /** Before a leader carries out a step. */
  ordered(range: ModelRange, step: Step): void {
    if (step.type !== "changeVoters") return
    const { promote, remove } = step
    if (remove.includes(range.leader)) this.#violated(`the leader of range ${range.id} was to go`)
    if (promote.some((store) => range.pending.includes(store))) {
      this.#violated(`a replica of range ${range.id} was to vote before it had caught up`)
    }
    const voters = votersOf(range)
    const after = [...voters.filter((store) => !remove.includes(store)), ...promote]
    const answering = after.filter((store) => this.#world.isAlive(store)).length
    const silentMs = this.#world.driver.options.disconnectedAfterMs * 2
    const known = after.every(
      (store) => this.#world.isAlive(store) || this.#isDead(store, silentMs),
    )
    if (known && answering <= after.length / 2) {
      this.#violated(`range ${range.id} was to have ${answering} of ${after.length} voters alive`)
    }
    this.#checkHosts(range, after)
    for (const store of remove) this.#checkWait(range, store)
  }

  receives({ id, receiving }: ModelStore): void {
    // Two more: orders of operators that were given up may still be on their way.
    const countMax = this.#world.driver.options.snapshotsInMax + 2
    if (receiving > countMax) this.#violated(`store ${id} received ${receiving} snapshots at once`)
  }

  /** A replica of a store that is silent but not for long is not replaced. */
  #checkWait(range: ModelRange, id: NodeId): void {
    const store = this.#world.store(id)
    const { deadAfterMs } = this.#world.driver.options
    // Its silence began with its last beat, a little before it died.
    const waitMs = deadAfterMs - this.#world.options.storeBeatMs
    if (store.alive || store.state !== "up" || this.#isDead(id, waitMs)) return
    // Who was to move anyhow may go, and so may one of too many.
    if (this.#world.driver.operatorOf(range.id)?.kind !== "repair") return
    this.#violated(`store ${id} was replaced before it had been silent for ${deadAfterMs} ms`)
  }

  #checkHosts(range: ModelRange, voters: readonly NodeId[]): void {
    // One too many: the old one of the two goes next.
    if (voters.length > this.#world.options.replicationFactor) return
    const hosts = new Set(voters.map((store) => JSON.stringify(this.#world.store(store).labels)))
    if (hosts.size < voters.length) this.#violated(`range ${range.id} was to be twice on a host`)
  }

  #isDead(id: NodeId, silentMs: number): boolean {
    const store = this.#world.store(id)
    return !store.alive && this.#world.nowMs - store.diedAtMs >= silentMs
  }

  #violated(what: string): void {
    this.violations.push({ atMs: this.#world.nowMs, what })
  }
}

interface Place {
  readonly version: number
  readonly configVersion: number
  readonly term: number
}

function isAbove(left: Place, right: Place): boolean {
  return (
    left.version > right.version ||
    left.configVersion > right.configVersion ||
    (left.version === right.version &&
      left.configVersion === right.configVersion &&
      left.term > right.term)
  )
}

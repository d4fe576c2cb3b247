/** What must hold at every moment of every run. Each file states one promise and its source. */
import { InvariantViolation } from "../../base/index.ts"
import type { Message } from "../../core/raft/types.ts"
import type { Machine } from "../machine.ts"
import { appliedMonotonic } from "./applied-monotonic.ts"
import { committedNeverLost } from "./committed-never-lost.ts"
import { electionSafety } from "./election-safety.ts"
import { hardStateSurvives } from "./hard-state.ts"
import { leaderCompleteness } from "./leader-completeness.ts"
import { Ledger } from "./ledger.ts"
import { logMatching } from "./log-matching.ts"
import { persistedSurvives } from "./persisted-survives.ts"
import { soundMachines } from "./sound-machines.ts"
import { stateMachineSafety } from "./state-machine-safety.ts"
import type { Invariant, Observed } from "./types.ts"

/** Runs all invariants, and names the one that does not hold. */
export class Invariants {
  readonly ledger = new Ledger()
  readonly #all: readonly Invariant[]
  readonly #lastSeen = new Map<number, string>()
  #checks = 0

  constructor(nodes: number) {
    this.#all = [
      soundMachines(),
      electionSafety(),
      hardStateSurvives(),
      logMatching(),
      stateMachineSafety(this.ledger),
      committedNeverLost(this.ledger, nodes),
      leaderCompleteness(this.ledger),
      persistedSurvives(),
      appliedMonotonic(this.ledger),
    ]
  }

  /** How often something had changed and was looked at. */
  get checks(): number {
    return this.#checks
  }

  onSettled(machine: Machine): void {
    const node = observe(machine)
    if (node === undefined) return
    const { view, applied } = node
    const where = [view.commit, view.lastIndex, view.persistedIndex, view.logStart.index]
    const seen = `${view.term} ${view.role} ${view.damaged} ${where} ${applied.index}`
    if (this.#lastSeen.get(machine.nodeId) === seen) return
    this.#lastSeen.set(machine.nodeId, seen)
    this.#change(node)
  }

  onMessage(machine: Machine, message: Message): void {
    this.#each((invariant) => invariant.onMessage?.(machine.nodeId, message))
  }

  onUp(machine: Machine): void {
    const node = observe(machine)
    if (node === undefined) return
    this.#each((invariant) => invariant.onUp?.(node))
    this.#change(node)
  }

  onDown(machine: Machine): void {
    this.#lastSeen.delete(machine.nodeId)
    this.#each((invariant) => invariant.onDown?.(machine.nodeId))
  }

  #change(node: Observed): void {
    this.#checks += 1
    this.#each((invariant) => invariant.onChange?.(node))
  }

  #each(check: (invariant: Invariant) => void): void {
    for (const invariant of this.#all) {
      try {
        check(invariant)
      } catch (error) {
        if (error instanceof InvariantViolation)
          error.message = `${invariant.name}: ${error.message}`
        throw error
      }
    }
  }
}

function observe(machine: Machine): Observed | undefined {
  const inspection = machine.inspect()
  if (inspection === undefined) return undefined
  const { view, applied } = inspection
  return {
    nodeId: machine.nodeId,
    view,
    applied,
    termAt: (index) => inspection.termAt(index),
    check: () => inspection.check(),
  }
}

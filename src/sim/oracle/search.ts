import { assert, defined } from "../../base/index.ts"
import { Demand } from "./demand.ts"
import { applyEffect, type CellState } from "./model.ts"
import type { Operation } from "./operations.ts"

export interface SearchResult {
  readonly verdict: "linearizable" | "notLinearizable" | "undecided"
  /** Operations tried: what the search cost. */
  readonly steps: number
  /** The operation that could not take effect by its return, in the order that got the longest. */
  readonly blocked: Operation | undefined
  /** What the key can have held when it was blocked; the first few. */
  readonly states: readonly CellState[]
}

const statesKeptMax = 8

/**
 * Looks for an order of the operations of one key that explains all results and respects who ended
 * before whom began (Wing and Gong 1993; with Lowe's memory of configurations, 2017). A
 * configuration is the set of operations ordered so far and the state they lead to. Without
 * `foresight` it gets stuck where a reader would see the contradiction, not where it is inevitable.
 *
 * What keeps it small:
 * - an observation that holds now and teaches nothing new is taken now: it can't do better later
 * - of two configurations that differ in the unknown operations used up, the one that used fewer
 *   can do all the other can
 * - an unknown write is never followed by a blind write: it might as well not have happened
 * - equal unknown writes are used in the order of their calls
 * - writes that told their versions come in the order of their versions
 * - a value that somebody has yet to see is not written over for the last time (see Demand)
 * - a write that nobody saw goes along right before the next blind write
 */
export function searchOrder(
  operations: readonly Operation[],
  initial: CellState,
  stepsMax: number,
  foresight = true,
): SearchResult {
  return new Search(operations, stepsMax, foresight).run(initial)
}

/** A configuration under way: what was taken to get here, and what can be tried next. */
interface Frame {
  readonly state: CellState
  /** Numbers of known operations; -1 - number for unknown ones. */
  readonly taken: readonly number[]
  readonly choices: readonly number[]
  next: number
}

class Search {
  readonly #known: readonly Operation[]
  readonly #unknown: readonly Operation[]
  /** Place of a versioned write among all of them, -1 for other operations. */
  readonly #rank: readonly number[]
  /** The equal unknown operation called before, -1 when there is none. */
  readonly #twin: readonly number[]
  readonly #demand: Demand
  readonly #stepsMax: number
  readonly #foresight: boolean
  readonly #valueIds = new Map<string | null | undefined, number>()
  /** By configuration without its unknowns: the sets of unknowns used, none within another. */
  readonly #seen = new Map<string, bigint[]>()
  readonly #done: Uint8Array
  #doneCount = 0
  /** The first known operation that is not done. */
  #base = 0
  #used = 0n
  #versioned = 0
  #steps = 0
  #blocked: Operation | undefined
  #states: CellState[] = []

  constructor(operations: readonly Operation[], stepsMax: number, foresight: boolean) {
    this.#foresight = foresight
    this.#known = operations.filter(({ unknown }) => !unknown)
    this.#unknown = operations.filter(({ unknown }) => unknown)
    this.#rank = ranksOf(this.#known)
    this.#twin = twinsOf(this.#unknown)
    this.#demand = new Demand(operations)
    this.#stepsMax = stepsMax
    this.#done = new Uint8Array(this.#known.length)
  }

  run(initial: CellState): SearchResult {
    if (this.#foresight) {
      this.#blocked = this.#known.find((each) => this.#demand.isHopeless(each, initial.value))
      if (this.#blocked !== undefined) return this.#result("notLinearizable")
    }
    const stack: Frame[] = []
    let frame = this.#enter(initial, [])
    while (this.#base < this.#known.length) {
      if (frame === undefined) {
        frame = stack.pop()
        if (frame === undefined) return this.#result("notLinearizable")
      }
      const choice = frame.choices[frame.next]
      frame.next += 1
      if (choice === undefined) {
        this.#untake(frame.taken)
        frame = undefined
        continue
      }
      this.#steps += 1
      if (this.#steps > this.#stepsMax) return this.#result("undecided")
      const next = this.#after(choice, frame.state)
      if (next === undefined) continue
      stack.push(frame)
      frame = this.#enter(next, this.#takeWithUnseen(choice))
    }
    return this.#result("linearizable")
  }

  #result(verdict: SearchResult["verdict"]): SearchResult {
    return { verdict, steps: this.#steps, blocked: this.#blocked, states: this.#states }
  }

  #operation(choice: number): Operation {
    const operation = choice < 0 ? this.#unknown[-1 - choice] : this.#known[choice]
    return defined(operation, "a choice names an operation")
  }

  /** The state after a choice; undefined when it can't come next, or need not. */
  #after(choice: number, state: CellState): CellState | undefined {
    const operation = this.#operation(choice)
    const next = applyEffect(operation.effect, state)
    if (next === undefined || (choice < 0 && sameState(next, state))) return undefined
    if (!this.#foresight || operation.effect.type === "observe") return next
    if (next.value === state.value) return next
    this.#demand.take(operation)
    const mayLeave = this.#demand.mayLeave(state.value, next.value)
    this.#demand.untake(operation)
    return mayLeave ? next : undefined
  }

  /** Takes the choice and, if it writes blindly, what nobody saw along with it; the choice last. */
  #takeWithUnseen(choice: number): number[] {
    const taken: number[] = []
    if (this.#operation(choice).effect.type === "write") {
      for (const at of this.#window()) {
        if (at !== choice && this.#demand.isUnseen(this.#known[at] as Operation)) taken.push(at)
      }
    }
    taken.push(choice)
    for (const each of taken) this.#take(each)
    return taken
  }

  /** Goes on to a configuration; undefined (and everything undone) when it leads nowhere new. */
  #enter(state: CellState, already: readonly number[]): Frame | undefined {
    const taken = [...already]
    let window = this.#window()
    for (let found = this.#idle(window, state); found >= 0; found = this.#idle(window, state)) {
      this.#take(found)
      taken.push(found)
      window = this.#window()
    }
    if (this.#base === this.#known.length) return { state, taken, choices: [], next: 0 }
    if (!this.#isNew(state)) {
      this.#untake(taken)
      return undefined
    }
    this.#noteBlocked(window, state)
    const last = taken.at(-1)
    const fresh = last !== undefined && last < 0
    return { state, taken, choices: this.#choices(window, fresh), next: 0 }
  }

  /** Known operations that may come next: called before any of them had to be done. */
  #window(): number[] {
    const window: number[] = []
    let firstReturn = Number.POSITIVE_INFINITY
    for (let at = this.#base; at < this.#known.length; at += 1) {
      const operation = this.#known[at] as Operation
      if (operation.call > firstReturn) break
      if (this.#done[at] === 1) continue
      window.push(at)
      firstReturn = Math.min(firstReturn, operation.return)
    }
    return window
  }

  /** An operation of the window that changes nothing here and teaches nothing; -1: none. */
  #idle(window: readonly number[], state: CellState): number {
    for (const at of window) {
      const { effect } = this.#known[at] as Operation
      if (effect.type === "observe" && applyEffect(effect, state) === state) return at
    }
    return -1
  }

  /** `fresh`: an unknown write was taken last and nothing has made use of it yet. */
  #choices(window: readonly number[], fresh: boolean): number[] {
    const known = this.#known
    const choices = window.filter((at) => {
      const rank = this.#rank[at] as number
      const blind = (known[at] as Operation).effect.type === "write"
      return (rank < 0 || rank === this.#versioned) && !(fresh && blind)
    })
    choices.sort((left, right) => returnOf(known, left) - returnOf(known, right))
    const firstReturn = Math.min(...window.map((at) => returnOf(known, at)))
    for (let at = 0; at < this.#unknown.length; at += 1) {
      const operation = this.#unknown[at] as Operation
      if (operation.call > firstReturn) break
      if (this.#isUsed(at) || (fresh && operation.effect.type === "write")) continue
      const twin = this.#twin[at] as number
      if (twin < 0 || this.#isUsed(twin)) choices.push(-1 - at)
    }
    return choices
  }

  #isUsed(at: number): boolean {
    return ((this.#used >> BigInt(at)) & 1n) === 1n
  }

  #isNew(state: CellState): boolean {
    const key = this.#configuration(state)
    const sets = this.#seen.get(key)
    if (sets === undefined) {
      this.#seen.set(key, [this.#used])
      return true
    }
    const used = this.#used
    if (sets.some((set) => (set & used) === set)) return false
    this.#seen.set(key, [...sets.filter((set) => (set & used) !== used), used])
    return true
  }

  #configuration(state: CellState): string {
    let id = this.#valueIds.get(state.value)
    if (id === undefined) {
      id = this.#valueIds.size
      this.#valueIds.set(state.value, id)
    }
    let text = `${this.#base} ${id} ${state.version}${state.exact ? "x" : ""}`
    let left = this.#doneCount - this.#base
    for (let at = this.#base + 1; left > 0; at += 1) {
      if (this.#done[at] !== 1) continue
      text += ` ${at}`
      left -= 1
    }
    return text
  }

  #noteBlocked(window: readonly number[], state: CellState): void {
    const first = window.reduce((best, at) =>
      returnOf(this.#known, at) < returnOf(this.#known, best) ? at : best,
    )
    const operation = this.#known[first] as Operation
    if (this.#blocked === undefined || operation.return > this.#blocked.return) {
      this.#blocked = operation
      this.#states = []
    }
    if (operation !== this.#blocked || this.#states.length >= statesKeptMax) return
    if (!this.#states.some((other) => sameState(other, state))) this.#states.push(state)
  }

  #take(choice: number): void {
    this.#demand.take(this.#operation(choice))
    if (choice < 0) {
      this.#used |= 1n << BigInt(-1 - choice)
      return
    }
    assert(this.#done[choice] === 0, "an operation is taken once")
    this.#done[choice] = 1
    this.#doneCount += 1
    if ((this.#rank[choice] as number) >= 0) this.#versioned += 1
    while (this.#done[this.#base] === 1) this.#base += 1
  }

  #untake(taken: readonly number[]): void {
    for (const choice of taken) {
      this.#demand.untake(this.#operation(choice))
      if (choice < 0) {
        this.#used &= ~(1n << BigInt(-1 - choice))
        continue
      }
      this.#done[choice] = 0
      this.#doneCount -= 1
      if ((this.#rank[choice] as number) >= 0) this.#versioned -= 1
      this.#base = Math.min(this.#base, choice)
    }
  }
}

function returnOf(operations: readonly Operation[], at: number): number {
  return (operations[at] as Operation).return
}

function sameState(left: CellState, right: CellState): boolean {
  if (left.value !== right.value || left.version !== right.version) return false
  return left.exact === right.exact
}

function ranksOf(operations: readonly Operation[]): number[] {
  const ranks = operations.map(() => -1)
  operations
    .map(({ effect }, at) => ({
      at,
      version: effect.type === "observe" ? undefined : effect.version,
    }))
    .filter(({ version }) => version !== undefined)
    .sort((left, right) => (left.version ?? 0) - (right.version ?? 0))
    .forEach(({ at }, rank) => {
      ranks[at] = rank
    })
  return ranks
}

function twinsOf(operations: readonly Operation[]): number[] {
  const latest = new Map<string, number>()
  return operations.map(({ effect }, at) => {
    const text = JSON.stringify(effect, (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    )
    const twin = latest.get(text) ?? -1
    latest.set(text, at)
    return twin
  })
}

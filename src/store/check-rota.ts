import type { MonotonicMs } from "../base/index.ts"

/** Where no range is led, it is looked again after this time. */
const lookMs = 1_000

interface Checkable {
  readonly raft: { readonly view: { readonly role: string } }
  readonly check: { readonly idle: boolean; begin(): boolean }
}

/**
 * Whose turn it is to be checked. Every range that this node leads has its turn once a period, one
 * after the other, so that they don't disturb clients all at once. Who is led is looked up once a
 * round: at every turn, that took an idle node with 10,000 ranges 2 % of a core.
 */
export class CheckRota<T extends Checkable> {
  readonly #periodMs: number
  #nextMs: MonotonicMs | undefined
  #current: T | undefined
  /** Those led when it began, and of them who is still to come. */
  #round = new Set<T>()
  #turns: Iterator<T, undefined> = this.#round.values()
  #turnMs = lookMs
  /** Where in the order of the ranges rounds begin: else a node that restarts often checks the
   * first ones only. */
  #beginning = 0

  /** 0: nothing is checked unless somebody asks for it. */
  constructor(periodMs: number) {
    this.#periodMs = periodMs
  }

  /** The range whose check was begun, if so. `chance` spreads the nodes of a cluster. */
  tick(nowMs: MonotonicMs, replicas: Iterable<T>, chance: () => number): T | undefined {
    if (this.#periodMs === 0) return undefined
    if (this.#nextMs === undefined) {
      this.#nextMs = nowMs + chance() * this.#periodMs
      this.#beginning = chance()
    }
    if (nowMs < this.#nextMs || this.#current?.check.idle === false) return undefined
    const next = this.#turns.next().value ?? this.#anew(replicas)
    this.#nextMs = nowMs + this.#turnMs
    this.#current = next
    return next?.raft.view.role === "leader" && next.check.begin() ? next : undefined
  }

  /** Its check comes to no end any more, and is not waited for. */
  onLeft(replica: T): void {
    this.#round.delete(replica)
    if (this.#current === replica) this.#current = undefined
  }

  /** Begins a round; the first of it. */
  #anew(replicas: Iterable<T>): T | undefined {
    const led = [...replicas].filter(({ raft }) => raft.view.role === "leader")
    const first = Math.floor(this.#beginning * led.length)
    this.#round = new Set([...led.slice(first), ...led.slice(0, first)])
    this.#turns = this.#round.values()
    this.#turnMs = led.length === 0 ? lookMs : this.#periodMs / led.length
    return this.#turns.next().value
  }
}

import type { MonotonicMs, RangeId } from "../base/index.ts"

/** Where no range is led, it is looked again after this time. */
const lookMs = 1_000

interface Checkable {
  readonly rangeId: RangeId
  readonly raft: { readonly view: { readonly role: string } }
  readonly check: { readonly idle: boolean; begin(): boolean }
}

/**
 * Whose turn it is to be checked. Every range that this node leads has its turn once a period, one
 * after the other, so that they don't disturb clients all at once.
 */
export class CheckRota<T extends Checkable> {
  readonly #periodMs: number
  #nextMs: MonotonicMs | undefined
  #current: T | undefined
  /** Who had its turn last. */
  #last: RangeId = 0

  /** 0: nothing is checked unless somebody asks for it. */
  constructor(periodMs: number) {
    this.#periodMs = periodMs
  }

  /** The range whose check was begun, if so. `chance` spreads the nodes of a cluster. */
  tick(nowMs: MonotonicMs, replicas: Iterable<T>, chance: () => number): T | undefined {
    if (this.#periodMs === 0) return undefined
    this.#nextMs ??= nowMs + chance() * this.#periodMs
    if (nowMs < this.#nextMs) return undefined
    if (this.#current?.check.idle === false) return undefined
    const led = [...replicas].filter(({ raft }) => raft.view.role === "leader")
    this.#nextMs = nowMs + (led.length === 0 ? lookMs : this.#periodMs / led.length)
    const next = nextOf(led, this.#last)
    if (next === undefined) return undefined
    this.#current = next
    this.#last = next.rangeId
    return next.check.begin() ? next : undefined
  }

  /** Its check comes to no end any more, and is not waited for. */
  onLeft(replica: T): void {
    if (this.#current === replica) this.#current = undefined
  }
}

/** The one with the next higher id, or else the one with the lowest. */
export function nextOf<T extends { readonly rangeId: RangeId }>(
  replicas: readonly T[],
  after: RangeId,
): T | undefined {
  let next: T | undefined
  let first: T | undefined
  for (const replica of replicas) {
    const { rangeId } = replica
    if (first === undefined || rangeId < first.rangeId) first = replica
    if (rangeId > after && (next === undefined || rangeId < next.rangeId)) next = replica
  }
  return next ?? first
}

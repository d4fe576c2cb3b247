import { assert, type RangeId } from "../../base/index.ts"
import type { LogFields } from "../../env/index.ts"
import { Tally } from "../tally.ts"

/** Ids of operators grow from driver to driver by so much. */
const idsPerTerm = 1_000_000

/**
 * What drivers say that they do holds together: a driver is about one operator a range at a time,
 * and an operator ends once and takes no step afterwards. Drivers know nothing of each other, so
 * two may be about one range while one of them has not heard that it is none any more.
 */
export class DriverWatch {
  readonly #ended = new Set<number>()
  readonly #finished = new Tally()
  readonly #terms = new Set<number>()
  /** By term and range: which operator took the last step. */
  readonly #underWay = new Map<string, number>()

  /** Whether the latest driver is about something. */
  get isBusy(): boolean {
    const last = this.#lastTerm
    return [...this.#underWay.values()].some((operator) => termOf(operator) >= last)
  }

  /** What there was of it. */
  get stats() {
    const [all, last] = [[...this.#underWay.values()], this.#lastTerm]
    return {
      drivers: this.#terms.size,
      operators: this.#finished.counts,
      abandoned: all.filter((operator) => termOf(operator) < last).length,
    }
  }

  get #lastTerm(): number {
    return Math.max(0, ...this.#terms)
  }

  onSaid(event: string, fields: LogFields): void {
    const { operator, rangeId, term, kind, end } = fields
    if (event === "drives the cluster" && typeof term === "number") this.#terms.add(term)
    if (typeof operator !== "number" || typeof rangeId !== "number") return
    if (event === "operator step") this.#onStep(operator, rangeId)
    if (event !== "operator ended") return
    this.#onEnd(operator, rangeId)
    if (end === "finished") this.#finished.count(String(kind))
  }

  #onStep(operator: number, rangeId: RangeId): void {
    assert(!this.#ended.has(operator), `operator ${operator} takes a step after its end`)
    const place = placeOf(operator, rangeId)
    const other = this.#underWay.get(place) ?? operator
    assert(other === operator, `operators ${other} and ${operator} are both about range ${rangeId}`)
    this.#underWay.set(place, operator)
  }

  #onEnd(operator: number, rangeId: RangeId): void {
    assert(!this.#ended.has(operator), `operator ${operator} ends twice`)
    this.#ended.add(operator)
    const place = placeOf(operator, rangeId)
    if (this.#underWay.get(place) === operator) this.#underWay.delete(place)
  }
}

function placeOf(operator: number, rangeId: RangeId): string {
  return `${termOf(operator)}/${rangeId}`
}

function termOf(operator: number): number {
  return Math.floor(operator / idsPerTerm)
}

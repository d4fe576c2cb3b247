import { assert } from "../base/index.ts"
import type { RequestId } from "../core/range/types.ts"

/**
 * Names for the writes of one client (rule 54): sequences count up, and each name says below which
 * one all answers are in, so that the nodes can forget those results. At most `unacknowledgedMax`
 * names lie between the two.
 */
export class RequestIds {
  readonly clientId: Uint8Array
  /** Answers that came before earlier ones, by sequence modulo the window. */
  readonly #answered: Uint8Array
  readonly #unacknowledgedMax: number
  readonly #acknowledges: boolean
  #next = 1
  /** All sequences below this have been answered or given up for good. */
  #below = 1
  /** The nodes have a session of this client: something was applied under one of its names. */
  #established = false
  /** The nodes dropped the session: no new names. */
  #forgotten = false

  /** `acknowledges`: all its writes go to one range. */
  constructor(clientId: Uint8Array, unacknowledgedMax: number, acknowledges = true) {
    assert(clientId.length === 16, "a client id has 16 bytes")
    assert(unacknowledgedMax > 0, "no room for a single request")
    this.clientId = clientId
    this.#unacknowledgedMax = unacknowledgedMax
    this.#acknowledges = acknowledges
    this.#answered = new Uint8Array(unacknowledgedMax)
  }

  /**
   * What new requests say. A session that was never made is not to be told from one that was
   * forgotten, so nothing is acknowledged before the first write was applied.
   */
  get acknowledgedBelow(): number {
    return this.#established && this.#acknowledges ? this.#below : 1
  }

  get hasRoom(): boolean {
    return this.#next - this.acknowledgedBelow < this.#unacknowledgedMax
  }

  /** No name can be given any more, now or later: a new client id is due. */
  get exhausted(): boolean {
    return this.#forgotten || (!this.hasRoom && !this.#established && this.#below === this.#next)
  }

  /** No name is out whose request is not over. */
  get idle(): boolean {
    return this.#below === this.#next
  }

  issue(): RequestId {
    assert(this.hasRoom, "too many unacknowledged requests")
    const sequence = this.#next
    this.#next += 1
    return { clientId: this.clientId, sequence, acknowledgedBelow: this.acknowledgedBelow }
  }

  /** The request is over: never sent again. `applied`: its result came from the applied state. */
  settle(sequence: number, applied: boolean): void {
    assert(sequence >= this.#below && sequence < this.#next, "settled twice, or never issued")
    if (applied) this.#established = true
    this.#answered[sequence % this.#unacknowledgedMax] = 1
    while (this.#below < this.#next) {
      const at = this.#below % this.#unacknowledgedMax
      if (this.#answered[at] === 0) break
      this.#answered[at] = 0
      this.#below += 1
    }
  }

  forget(): void {
    this.#forgotten = true
  }
}

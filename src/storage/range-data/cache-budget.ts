import { assert } from "../../base/index.ts"

/** Members that are looked at before one is told to make room. */
const looks = 8

/** A cache that makes room when it is told to. */
export interface BudgetMember {
  readonly bytes: number
  /** Lets go of what was used longest ago; says by how many bytes it holds less. */
  shed(): number
}

/**
 * What the caches of all keyspaces of a store hold together. Each may have all of it while nobody
 * else wants some; then the fullest one makes room, so that one keyspace's scans take no more of
 * what another one keeps than brings both to the same. There may be thousands: who has just grown
 * is looked at, and a few of the others in turn.
 */
export class CacheBudget {
  readonly bytesMax: number
  readonly #members = new Set<BudgetMember>()
  /** Goes round all of them. */
  #turn = this.#members.values()
  /** Of those that were looked at. */
  #fullest: BudgetMember | undefined
  #bytes = 0

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax
  }

  get bytes(): number {
    return this.#bytes
  }

  join(member: BudgetMember): void {
    this.#members.add(member)
  }

  /** It holds nothing that anybody will read. */
  leave(member: BudgetMember): void {
    if (this.#members.delete(member)) this.#bytes -= member.bytes
    if (this.#fullest === member) this.#fullest = undefined
  }

  /** A member holds so much more, or less. */
  change(member: BudgetMember, bytes: number): void {
    this.#bytes += bytes
    this.#look(member)
    while (this.#bytes > this.bytesMax) this.#bytes -= this.#findFullest().shed()
  }

  #findFullest(): BudgetMember {
    const { size } = this.#members
    for (let left = Math.min(looks, size); left > 0; left -= 1) this.#look(this.#next())
    // Many may be empty.
    for (let left = size; left > 0 && !this.#fullest?.bytes; left -= 1) this.#look(this.#next())
    assert(this.#fullest?.bytes, "all caches are empty, and hold too much")
    return this.#fullest
  }

  #look(member: BudgetMember): void {
    if (member.bytes > (this.#fullest?.bytes ?? 0)) this.#fullest = member
  }

  #next(): BudgetMember {
    let turn = this.#turn.next()
    if (turn.done) {
      this.#turn = this.#members.values()
      turn = this.#turn.next()
    }
    assert(!turn.done, "nobody holds anything, and that is too much")
    return turn.value
  }
}

import { assert } from "../../base/index.ts"

/** A cache that makes room when it is told to. */
export interface BudgetMember {
  readonly bytes: number
  /** Lets go of what was used longest ago; says how many bytes that was. */
  shed(): number
}

/**
 * What the caches of all keyspaces of a store hold together. Each may have all of it while nobody
 * else wants some; then the fullest one makes room, so that one keyspace's scans take no more of
 * what another one keeps than brings both to the same.
 */
export class CacheBudget {
  readonly bytesMax: number
  readonly #members = new Set<BudgetMember>()
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
  }

  /** A member holds so much more, or less. */
  change(bytes: number): void {
    this.#bytes += bytes
    while (this.#bytes > this.bytesMax) {
      const freed = this.#fullest().shed()
      assert(freed > 0, "the fullest cache is empty, and all of them hold too much")
      this.#bytes -= freed
    }
  }

  #fullest(): BudgetMember {
    let fullest: BudgetMember | undefined
    for (const member of this.#members) {
      if (fullest === undefined || member.bytes > fullest.bytes) fullest = member
    }
    assert(fullest !== undefined, "nobody holds anything, and that is too much")
    return fullest
  }
}

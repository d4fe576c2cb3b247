import type { NodeId, StoreTable } from "../base/index.ts"
import type { MemberStatus } from "./types.ts"

/** The stores of the cluster as this node heard of them last: for peers, hints and clients. */
export class Members {
  readonly #nodeId: NodeId
  readonly #follow: (peers: readonly MemberStatus[]) => void
  #table: StoreTable
  #all: readonly MemberStatus[] = []
  #byId = new Map<NodeId, MemberStatus>()

  /** `follow` hears who the others are, now and whenever that has changed. */
  constructor(nodeId: NodeId, table: StoreTable, follow: (peers: readonly MemberStatus[]) => void) {
    this.#nodeId = nodeId
    this.#follow = follow
    this.#table = table
    this.#index()
  }

  get table(): StoreTable {
    return this.#table
  }

  /** Every store but those that are gone. */
  get all(): readonly MemberStatus[] {
    return this.#all
  }

  /** undefined: nobody, or nobody that is known. */
  of(nodeId: NodeId): MemberStatus | undefined {
    return this.#byId.get(nodeId)
  }

  /** False: nothing new. */
  learn(table: StoreTable): boolean {
    if (table.version <= this.#table.version) return false
    this.#table = table
    this.#index()
    return true
  }

  #index(): void {
    this.#all = this.#table.stores
      .filter(({ state }) => state !== "gone")
      .map(({ nodeId, address }) => ({ nodeId, address }))
      .sort((left, right) => left.nodeId - right.nodeId)
    this.#byId = new Map(this.#all.map((member) => [member.nodeId, member]))
    this.#follow(this.#all.filter(({ nodeId }) => nodeId !== this.#nodeId))
  }
}

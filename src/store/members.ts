import type { NodeId, StoreTable } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { MemberStatus } from "./types.ts"

/**
 * The stores of the cluster as this node heard of them last: for peers, hints and clients. Where
 * its own configuration names a member, that stands: who is moved with all the others must find
 * them before anybody can tell it anything.
 */
export class Members {
  readonly #nodeId: NodeId
  readonly #configured: readonly MemberStatus[]
  readonly #follow: (peers: readonly MemberStatus[], table: StoreTable) => void
  #table: StoreTable
  #all: readonly MemberStatus[] = []
  #byId = new Map<NodeId, MemberStatus>()

  /** `follow` hears who the others are, now and whenever that has changed. */
  constructor(
    { nodeId, members }: Pick<NodeConfig, "nodeId" | "members">,
    table: StoreTable,
    follow: (peers: readonly MemberStatus[], table: StoreTable) => void,
  ) {
    this.#nodeId = nodeId
    this.#configured = members
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

  /** Where others find this node. */
  ownAddress({ nodeId, address }: Pick<NodeConfig, "nodeId" | "address">): string {
    return this.of(nodeId)?.address ?? address
  }

  /** False: nothing new, or of another cluster. */
  learn(table: StoreTable): boolean {
    if (table.version <= this.#table.version) return false
    const { clusterKey } = this.#table
    if (clusterKey !== "" && table.clusterKey !== clusterKey) return false
    this.#table = table
    this.#index()
    return true
  }

  #index(): void {
    const byId = new Map<NodeId, MemberStatus>()
    for (const { nodeId, address } of this.#table.stores) byId.set(nodeId, { nodeId, address })
    for (const { nodeId, address } of this.#configured) byId.set(nodeId, { nodeId, address })
    for (const { nodeId, state } of this.#table.stores) if (state === "gone") byId.delete(nodeId)
    this.#byId = byId
    this.#all = [...byId.values()].sort((left, right) => left.nodeId - right.nodeId)
    const others = this.#all.filter(({ nodeId }) => nodeId !== this.#nodeId)
    this.#follow(others, this.#table)
  }
}

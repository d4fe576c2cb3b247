import { type NodeId, noSuchStore, type StoreState } from "../../base/index.ts"
import type { Member, Plan, RangeFacts } from "./facts.ts"
import type { PlacementOptions } from "./options.ts"
import type { ReplicaChecks } from "./replica-checks.ts"
import { onOneHost } from "./spread.ts"
import type { Store, StoreTable } from "./store-table.ts"
import type { StoreRecord, Verdict } from "./types.ts"
import { accepted, refused } from "./verdict.ts"

/**
 * What admins ask for, as plans and records, or refused with the reason and what is there now. What
 * is refused here has changed nothing.
 */
export class Requests {
  readonly #options: PlacementOptions
  readonly #stores: StoreTable
  readonly #checks: ReplicaChecks

  constructor(options: PlacementOptions, stores: StoreTable, checks: ReplicaChecks) {
    this.#options = options
    this.#stores = stores
    this.#checks = checks
  }

  move(range: RangeFacts, from: NodeId, to: NodeId): Verdict<Plan> {
    const replaced = memberOn(range, from)
    if (this.#stores.get(from) === undefined) return this.#unknown(from)
    if (replaced === undefined) {
      return refused(
        "invalid",
        `range ${range.rangeId} has no replica on store ${from}${of(range)}`,
      )
    }
    const added = this.#targetFor(range, to, replaced)
    if (added.type === "refused") return added
    const steps = this.#checks.exchange(range, added.value, replaced.store)
    return accepted({ kind: "admin", why: `asked for: from store ${from} to store ${to}`, steps })
  }

  /** The record to be kept when a store is to have a state. */
  setState(store: NodeId, state: StoreState, factors: readonly number[]): Verdict<StoreRecord> {
    const record = this.#stores.get(store)?.record
    if (record === undefined) return this.#unknown(store)
    if (record.state === "gone" && state !== "gone") {
      // Its node was told so, and its address may be another store's by now.
      const message = `store ${store} was removed for good: let its node join with an empty folder`
      return refused("invalid", message)
    }
    if (state === "gone" && this.#stores.get(store)?.liveness === "live") {
      const then = "decommission it, and once it has stopped and is silent, ask again"
      return refused("unsafe", `store ${store} is alive: ${then}`)
    }
    if (state === "draining") {
      const others = this.#homesWithout(store)
      const room = "none would be left to lead; add a store or restore another one first"
      if (others.length === 0) {
        return refused("unsafe", `store ${store} is the last one with room: ${room}`)
      }
    }
    if (state === "decommissioning") {
      const needed = Math.max(0, ...factors)
      const hosts = this.#hostsWithout(store)
      if (hosts < needed) {
        const room = `without store ${store} there are ${hosts} hosts for replicas`
        const message = `${room}, and a keyspace wants ${needed}: add a store first`
        return refused("unsafe", message)
      }
    }
    return accepted({ ...record, state })
  }

  #unknown(store: NodeId): Verdict<never> {
    const stores = [...this.#stores.values()].filter(({ record }) => {
      return record !== undefined && record.state !== "gone"
    })
    const ids = stores.map(({ id }) => id)
    return refused("unknown_store", noSuchStore(store, ids))
  }

  #targetFor(range: RangeFacts, to: NodeId, replaced: Member): Verdict<Store> {
    const store = this.#stores.get(to)
    if (store?.record === undefined) return this.#unknown(to)
    if (memberOn(range, to) !== undefined) {
      const message = `range ${range.rangeId} has a replica on store ${to} already${of(range)}`
      return refused("invalid", `${message}; choose one that has none`)
    }
    if (!store.isHome) return refused("unsafe", `store ${to} is ${stateOf(store)}`)
    if (!store.takesReplicas) {
      return refused("unsafe", `store ${to} takes no replicas now: it is ${stateOf(store)}`)
    }
    const neighbour = range.members.find((member) => {
      return member !== replaced && onOneHost(member.store, store)
    })
    if (neighbour !== undefined && !this.#options.hostsShared) {
      const other = neighbour.store.id
      const message = `store ${to} is on the host of store ${other}, which has a replica`
      return refused("unsafe", message)
    }
    return accepted(store)
  }

  #homesWithout(store: NodeId): Store[] {
    const { repairRatio } = this.#options
    return [...this.#stores.values()].filter(({ id, isHome, liveness, usedRatio }) => {
      return id !== store && isHome && liveness === "live" && usedRatio < repairRatio
    })
  }

  /** How many replicas of one range the other stores could hold. */
  #hostsWithout(store: NodeId): number {
    const homes = this.#homesWithout(store)
    if (this.#options.hostsShared) return homes.length
    return new Set(homes.map(({ localities }) => localities.at(-1))).size
  }
}

function memberOn({ members }: RangeFacts, id: NodeId): Member | undefined {
  return members.find(({ store }) => store.id === id)
}

/** Where a range is: for messages. */
function of({ members }: RangeFacts): string {
  return `: its replicas are on stores ${members.map(({ store }) => store.id).join(", ")}`
}

function stateOf(store: Store): string {
  if (store.state !== "up") return store.state
  if (store.liveness !== "live") return store.liveness
  if (store.report === undefined) return "not heard of yet"
  return store.report.takesMore ? "full" : "short of disk space, or stopping"
}

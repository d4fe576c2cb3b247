import type { KeyspaceId, NodeId } from "../../base/index.ts"
import type { RangeTable } from "./range-table.ts"
import type { Store, StoreTable } from "./store-table.ts"
import type { Replica, ReplicaRole } from "./types.ts"

const forced = "or, where that is lost anyway, ask with --force"

/** Whose majorities a range needs: both while it goes from one configuration to the next. */
const configurations: readonly (readonly ReplicaRole[])[] = [
  ["voter", "outgoing"],
  ["voter", "incoming"],
]

interface Known {
  readonly stores: StoreTable
  readonly ranges: RangeTable
  readonly keyspaceIds: Iterable<KeyspaceId>
  readonly nameOf: (keyspaceId: KeyspaceId) => string
}

/**
 * Why a store that is silent should not be struck off for good: a range may need what is on its
 * disk. Only ranges with a leader are told of, so one of which nobody told may be such a range.
 */
export function objectionToRemoval(id: NodeId, known: Known): string | undefined {
  const { stores, ranges } = known
  const before = [...stores.values()].find((store) => {
    return store.id !== id && store.state === "gone" && store.replicas > 0
  })
  if (before !== undefined) {
    const message = `store ${before.id} was removed, and ${before.replicas} ranges still have a`
    return `${message} replica there: wait until they are made anew elsewhere, ${forced}`
  }
  for (const keyspaceId of known.keyspaceIds) {
    if (ranges.isWhole(keyspaceId)) continue
    const keyspace = known.nameOf(keyspaceId)
    const message = `no leader has told the driver of some range of keyspace ${keyspace}`
    return `${message}, which may need store ${id}: get its stores back and ask again, ${forced}`
  }
  const store = stores.get(id)
  return store === undefined ? undefined : rangeThatNeeds(store, known)
}

function rangeThatNeeds(store: Store, { stores, ranges }: Known): string | undefined {
  for (const slot of ranges.withReplicaOn(store.slot)) {
    const replicas = ranges.replicasOf(slot)
    const isLeft = (other: NodeId): boolean => {
      return other !== store.id && stores.get(other)?.isLost === false
    }
    const needs = configurations.some((roles) => {
      const voters = replicas.filter(({ role }) => roles.includes(role)).map(idOf)
      return voters.includes(store.id) && 2 * voters.filter(isLeft).length <= voters.length
    })
    if (!needs) continue
    const left = replicas.map(idOf).filter(isLeft)
    const where = `range ${ranges.ids[slot]} is on stores ${replicas.map(idOf).join(", ")}`
    const those = left.length === 0 ? "none" : `only ${left.join(", ")}`
    return `${where}, of which ${those} would be left, no majority: get another one back, ${forced}`
  }
  return undefined
}

function idOf({ store }: Replica): NodeId {
  return store
}

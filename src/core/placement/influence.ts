import type { NodeId } from "../../base/index.ts"
import type { Member } from "./facts.ts"
import type { Store, StoreTable } from "./store-table.ts"
import type { Step } from "./types.ts"

/** What the steps that are left of a plan will do to one store, and what they take up there. */
export interface StoreInfluence {
  readonly store: Store
  replicas: number
  leaders: number
  snapshotsIn: number
  snapshotsOut: number
  leaderMoves: number
}

export interface Influence {
  readonly bytes: number
  readonly heat: number
  readonly stores: readonly StoreInfluence[]
}

/** A step that its range already shows done counts for nothing: the report has counted it. */
export function influenceOf(
  steps: readonly Step[],
  leader: Store,
  members: readonly Member[],
  stores: StoreTable,
  load: { readonly bytes: number; readonly heat: number },
): Influence {
  const found = new Map<NodeId, StoreInfluence>()
  const on = (store: Store): StoreInfluence => {
    let entry = found.get(store.id)
    if (entry === undefined) {
      entry = { store, replicas: 0, leaders: 0, snapshotsIn: 0, snapshotsOut: 0, leaderMoves: 0 }
      found.set(store.id, entry)
    }
    return entry
  }
  const memberOn = (id: NodeId) => members.find(({ store }) => store.id === id)
  const remove = (id: NodeId) => {
    const member = memberOn(id)
    if (member !== undefined) on(member.store).replicas -= 1
  }
  let leads = leader
  for (const step of steps) {
    if (step.type === "addLearner") {
      const store = stores.get(step.store)
      const member = memberOn(step.store)
      if (store === undefined || (member !== undefined && !member.isPending)) continue
      if (member === undefined) on(store).replicas += 1
      on(store).snapshotsIn += 1
      on(leader).snapshotsOut += 1
    } else if (step.type === "changeVoters") step.remove.forEach(remove)
    else if (step.type === "removeLearner") remove(step.store)
    else if (step.type === "transferLeader") {
      const heir = stores.get(step.store)
      if (heir === undefined || heir === leads) continue
      on(leads).leaders -= 1
      on(leads).leaderMoves += 1
      on(heir).leaders += 1
      on(heir).leaderMoves += 1
      leads = heir
    }
  }
  return { ...load, stores: [...found.values()] }
}

/** Counts a plan into the stores, or out of them again: exactly what was counted in. */
export function applyInfluence({ bytes, heat, stores }: Influence, sign: 1 | -1): void {
  for (const { store, replicas, leaders, snapshotsIn, snapshotsOut, leaderMoves } of stores) {
    store.replicasDelta += sign * replicas
    store.bytesDelta += sign * replicas * bytes
    store.leadersDelta += sign * leaders
    store.heatDelta += sign * leaders * heat
    if (replicas > 0) store.incoming += sign * replicas
    else store.outgoing -= sign * replicas
    store.snapshotsIn += sign * snapshotsIn
    store.snapshotsOut += sign * snapshotsOut
    store.leaderMoves += sign * leaderMoves
  }
}

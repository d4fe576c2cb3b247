import type { NodeId } from "../../base/index.ts"
import { keyOf } from "./leaders.ts"
import type { ModelRange } from "./model-range.ts"
import type { ModelStore } from "./model-world.ts"
import type { PlacementWorld } from "./world.ts"

const GiB = 1_024 ** 3

/** Stores in zones and racks, each on a host of its own unless some share one. */
export interface StoreShape {
  readonly zones: number
  readonly racksPerZone: number
  readonly storesPerRack: number
  readonly storesPerHost: number
  readonly capacityBytes: number
}

/** How ranges lie at first. `packed`: all on the first stores, as when a cluster has grown. */
export type RangeLayout = "spread" | "packed"

export interface RangeShape {
  readonly ranges: number
  readonly replicationFactor: number
  readonly layout: RangeLayout
  readonly bytesMean: number
  /** Operations a second of the busiest range; the n-th busiest has that divided by n. */
  readonly rateMax: number
}

export const capacityDefault = 2_048 * GiB

export function addStores(world: PlacementWorld, shape: StoreShape): ModelStore[] {
  const added: ModelStore[] = []
  const batch = world.stores.size
  for (let inRack = 0; inRack < shape.storesPerRack; inRack += 1) {
    for (let rack = 0; rack < shape.zones * shape.racksPerZone; rack += 1) {
      const zone = `zone ${1 + (rack % shape.zones)}`
      const host = `host ${batch}-${rack}-${Math.floor(inRack / shape.storesPerHost)}`
      const labels = { region: "", zone, rack: `rack ${1 + rack}`, host }
      added.push(world.addStore(labels, shape.capacityBytes))
    }
  }
  return added
}

/** Fills the whole keyspace with ranges on stores that are there. */
export function addRanges(world: PlacementWorld, shape: RangeShape): void {
  const stores = [...world.stores.values()]
  const byZone = new Map<string, NodeId[]>()
  for (const { id, labels } of stores) {
    byZone.set(labels.zone, [...(byZone.get(labels.zone) ?? []), id])
  }
  const zones = [...byZone.values()]
  const width = Math.floor(2 ** 48 / shape.ranges)
  for (let i = 0; i < shape.ranges; i += 1) {
    const id = world.nextRangeId
    world.nextRangeId += 1
    const homes = homesFor(world, shape, zones, stores)
    const rank = world.dice.between(1, shape.ranges)
    const range: ModelRange = {
      ...{ id, start: keyOf(i * width), end: keyOf(i + 1 === shape.ranges ? 0 : (i + 1) * width) },
      ...{ version: 1, configVersion: 1, term: 1, leader: homes[0] ?? 0, pending: [] },
      replicas: homes.map((store) => {
        world.nextReplicaId += 1
        return { store, replicaId: world.nextReplicaId, role: "voter" }
      }),
      bytes: Math.floor(shape.bytesMean * (0.2 + 1.6 * world.dice.chance())),
      readRate: (0.8 * shape.rateMax) / rank,
      writeRate: (0.2 * shape.rateMax) / rank,
      foreignConfigVersion: 0,
      foreignStore: 0,
    }
    world.addRange(range)
  }
}

function homesFor(
  { dice }: PlacementWorld,
  { layout, replicationFactor }: RangeShape,
  zones: readonly (readonly NodeId[])[],
  stores: readonly ModelStore[],
): NodeId[] {
  const homes: NodeId[] = []
  if (layout === "packed") return stores.slice(0, replicationFactor).map(({ id }) => id)
  const from = zones.length >= replicationFactor ? zones : [stores.map(({ id }) => id)]
  const first = dice.between(0, from.length - 1)
  for (let at = first; homes.length < replicationFactor; at += 1) {
    const home = dice.pick(from[at % from.length] ?? [])
    if (!homes.includes(home)) homes.push(home)
  }
  return homes
}

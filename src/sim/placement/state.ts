import type { NodeId } from "../../base/index.ts"
import { type ModelRange, votersOf } from "./model-range.ts"
import { modelKeyspaceId, type PlacementWorld } from "./world.ts"

/** How a cluster stands, by what is really there. */
export interface ClusterState {
  /** Ranges without a majority of voters alive. */
  readonly withoutQuorum: number
  /** Ranges that have not exactly the voters that they should have, all alive, and nothing else. */
  readonly unsound: number
  /** Ranges with two voters in one zone. */
  readonly zonesShared: number
  /** Ranges where the loss of one zone, whichever, would cost the majority. */
  readonly zonesFatal: number
  /** Of stores that are up: the fullest against the mean, and the mean against the emptiest. */
  readonly replicasMax: number
  readonly replicasMin: number
  readonly bytesMax: number
  readonly bytesMin: number
  readonly leadersMax: number
  readonly leadersMin: number
  readonly heatMax: number
}

export function stateOf(world: PlacementWorld, replicationFactor: number): ClusterState {
  const counts = { withoutQuorum: 0, unsound: 0, zonesShared: 0, zonesFatal: 0 }
  const heat = new Map<NodeId, number>()
  for (const range of world.ranges.values()) {
    const voters = votersOf(range)
    const alive = voters.filter((store) => world.isAlive(store)).length
    if (alive <= voters.length / 2) counts.withoutQuorum += 1
    const plain = range.replicas.every(({ role }) => role === "voter")
    if (!plain || alive !== replicationFactor || voters.length !== alive) counts.unsound += 1
    const most = mostInOneZone(world, voters)
    if (most > 1) counts.zonesShared += 1
    if (voters.length - most <= voters.length / 2) counts.zonesFatal += 1
    heat.set(range.leader, (heat.get(range.leader) ?? 0) + range.readRate + range.writeRate)
  }
  const up = [...world.stores.values()].filter(({ alive, state }) => alive && state === "up")
  const [replicasMin, replicasMax] = spanOf(up.map(({ replicas }) => replicas))
  const [bytesMin, bytesMax] = spanOf(up.map(({ usedBytes }) => usedBytes))
  const [leadersMin, leadersMax] = spanOf(up.map(({ leaders }) => leaders))
  const [, heatMax] = spanOf(up.map(({ id }) => heat.get(id) ?? 0))
  return {
    ...counts,
    ...{ replicasMin, replicasMax, bytesMin, bytesMax, leadersMin, leadersMax, heatMax },
  }
}

/** What is wrong with what the driver believes, held against what is; the first few. */
export function falseBeliefs(world: PlacementWorld): string[] {
  const found: string[] = []
  let end: string | undefined = ""
  for (const view of world.driver.ranges(modelKeyspaceId, new Uint8Array(0))) {
    if (end !== view.start.toString()) found.push(`range ${view.rangeId} begins elsewhere`)
    end = view.end.toString()
    const range: ModelRange | undefined = world.ranges.get(view.rangeId)
    if (range === undefined) found.push(`range ${view.rangeId} is not there`)
    else if (range.version !== view.version || range.configVersion !== view.configVersion) {
      found.push(`range ${view.rangeId} is believed to be older than it is`)
    }
    if (found.length >= 5) break
  }
  if (end !== "" && found.length === 0) found.push("the last range is missing")
  return found
}

function mostInOneZone(world: PlacementWorld, voters: readonly NodeId[]): number {
  const counts = new Map<string, number>()
  for (const store of voters) {
    const { zone } = world.store(store).labels
    counts.set(zone, (counts.get(zone) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

/** The least and the greatest, as parts of the mean. */
function spanOf(values: readonly number[]): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  if (mean === 0) return [1, 1]
  return [Math.min(...values) / mean, Math.max(...values) / mean]
}

import type { NodeId, StoreState } from "../../base/index.ts"
import type { PlacementVariant } from "../../core/placement/index.ts"
import { addRanges, addStores, capacityDefault } from "./layout.ts"
import { setReplicas } from "./model-range.ts"
import { falseBeliefs, stateOf } from "./state.ts"
import { PlacementWorld } from "./world.ts"

const MiB = 1_024 ** 2
const minuteMs = 60_000

/** What a seed came to. */
export interface PlacementDream {
  /** What a driver must never do or believe, and what is not well when all has settled. */
  readonly complaints: readonly string[]
  readonly moves: number
}

/**
 * A small cluster, drawn by its seed, in which things go wrong for a while: messages are lost, late
 * and come twice; stores die and return; others change replicas behind the driver's back; admins
 * drain and decommission. Then it is left alone, and must come to rest in order.
 */
export function dreamPlacement(seed: number, variant?: PlacementVariant): PlacementDream {
  const world = new PlacementWorld({
    ...{ seed, variant, replicationFactor: 3, rangeBytesMax: 96 * MiB, tickMs: 1_000 },
    weather: { latencyMs: 5, jitterMs: 400, lossChance: 0.05, repeatChance: 0.1 },
    ...{ budget: { ranges: 60, operators: 40 }, rangeBeatMs: 20_000, storeBeatMs: 5_000 },
    ...{ snapshotBytesPerSecond: 16 * MiB, watchesReports: true },
    placement: { deadAfterMs: 2 * minuteMs, snapshotsInMax: 2, splitQuietMs: 30_000 },
  })
  const { dice } = world
  const zones = dice.between(3, 5)
  const storesPerRack = dice.between(2, 3)
  addStores(world, {
    ...{ zones, racksPerZone: 1, storesPerRack, storesPerHost: dice.between(1, 2) },
    capacityBytes: capacityDefault,
  })
  addRanges(world, {
    ...{ ranges: dice.between(10, 80), replicationFactor: 3, bytesMean: 48 * MiB },
    ...{ layout: dice.roll(0.5) ? "spread" : "packed", rateMax: 2_000 },
  })
  world.reportAll()
  for (let trouble = dice.between(4, 10); trouble > 0; trouble -= 1) {
    world.run(dice.between(5, 120) * 1_000)
    goWrong(world)
  }
  for (const { id, state } of world.stores.values()) {
    if (!world.isAlive(id)) world.revive([id])
    if (state === "draining") world.setState(id, "up")
  }
  const settled = world.settle(120 * minuteMs, 10 * minuteMs)
  const complaints = world.violations.map(({ what }) => what)
  if (!settled) complaints.push("it never comes to rest")
  const { unsound, zonesShared, withoutQuorum } = stateOf(world, 3)
  if (unsound > 0) complaints.push(`${unsound} ranges are not as they should be`)
  if (withoutQuorum > 0) complaints.push(`${withoutQuorum} ranges have no quorum`)
  const homes = [...world.stores.values()].filter(({ state }) => state === "up")
  const zonesLeft = new Set(homes.map(({ labels }) => labels.zone))
  if (zonesLeft.size >= 3 && zonesShared > 0) complaints.push(`${zonesShared} ranges share a zone`)
  complaints.push(...falseBeliefs(world))
  return { complaints, moves: world.stats.snapshots }
}

/** One thing that goes wrong, or that somebody wants. Never two stores down at a time. */
function goWrong(world: PlacementWorld): void {
  const { dice } = world
  const stores = [...world.stores.values()]
  const dead = stores.filter(({ alive }) => !alive)
  const up = stores.filter(({ alive, state }) => alive && state === "up").map(({ id }) => id)
  const kind = dice.between(1, 5)
  if (dead.length > 0 && kind <= 3) world.revive(dead.map(({ id }) => id))
  else if (dead.length === 0 && kind <= 2) world.kill([dice.pick(up)])
  else if (kind === 4) meddle(world)
  else {
    const state: StoreState = dice.roll(0.5) ? "draining" : "decommissioning"
    world.setState(dice.pick(up), state)
  }
}

/** Somebody else adds learners to some ranges. */
function meddle(world: PlacementWorld): void {
  const { dice } = world
  for (const range of world.ranges.values()) {
    if (!world.isAlive(range.leader) || dice.roll(0.5)) continue
    const has = (id: NodeId) => range.replicas.some(({ store }) => store === id)
    const others = [...world.stores.keys()].filter((id) => !has(id))
    if (others.length === 0) continue
    const store = dice.pick(others)
    world.nextReplicaId += 1
    const replicaId = world.nextReplicaId
    world.change(range, () => {
      setReplicas(range, [...range.replicas, { store, replicaId, role: "learner" }])
      range.foreignConfigVersion = range.configVersion
      range.foreignStore = store
    })
  }
}

import type { Dice } from "../../base/index.ts"
import type { HostId } from "../links.ts"
import { clogAll, cutAll, pairsBetween } from "./cuts.ts"
import type { Fault, Undo } from "./types.ts"

/** The cluster falls into two parts that hear nothing of each other. */
export const partition: Fault = {
  durationMs: { low: 500, high: 12_000 },
  begin(cluster, dice) {
    const order = shuffled(cluster.nodeIds, dice)
    const size = dice.between(1, order.length - 1)
    const [left, right] = [order.slice(0, size), order.slice(size)]
    // Clients are on one side or on both.
    const clients = cluster.clientHosts.filter(() => dice.roll(0.5))
    return cutAll(
      cluster,
      [...pairsBetween(left, right), ...pairsBetween(right, left)].concat(
        pairsBetween(clients, dice.roll(0.5) ? left : []),
        pairsBetween(dice.roll(0.5) ? left : [], clients),
      ),
    )
  },
}

/** Some node is not heard by some others, though it hears them. */
export const oneWayCut: Fault = {
  durationMs: { low: 500, high: 12_000 },
  begin(cluster, dice) {
    const node = dice.pick(cluster.nodeIds)
    const others = cluster.nodeIds.filter((id) => id !== node && dice.roll(0.7))
    const pairs = dice.roll(0.5) ? pairsBetween([node], others) : pairsBetween(others, [node])
    return pairs.length === 0 ? undefined : cutAll(cluster, pairs)
  },
}

/**
 * Two parts that both see one node between them, and not each other (a bridge, as Jepsen has it).
 */
export const bridge: Fault = {
  durationMs: { low: 1_000, high: 10_000 },
  begin(cluster, dice) {
    const [, ...rest] = shuffled(cluster.nodeIds, dice)
    const size = Math.ceil(rest.length / 2)
    const [left, right] = [rest.slice(0, size), rest.slice(size)]
    return cutAll(cluster, [...pairsBetween(left, right), ...pairsBetween(right, left)])
  },
}

/** Clients can't reach some node, or don't hear it. */
export const clientCut: Fault = {
  durationMs: { low: 500, high: 8_000 },
  begin(cluster, dice) {
    const node = dice.pick(cluster.nodeIds)
    const clients = cluster.clientHosts.filter(() => dice.roll(0.7))
    const pairs = dice.roll(0.5) ? pairsBetween(clients, [node]) : pairsBetween([node], clients)
    return pairs.length === 0 ? undefined : cutAll(cluster, pairs)
  },
}

/** One direction of one link stands still, and then delivers everything at once. */
export const clog: Fault = {
  durationMs: { low: 200, high: 6_000 },
  begin(cluster, dice) {
    const hosts = [...cluster.nodeIds, ...cluster.clientHosts]
    const from = dice.pick(hosts)
    const to = dice.pick(cluster.nodeIds.filter((id) => id !== from))
    return clogAll(cluster, [[from, to]])
  },
}

/** Swizzle-clogging (FoundationDB): nodes are clogged one by one, and freed in another order. */
export const swizzle: Fault = {
  durationMs: { low: 1_000, high: 8_000 },
  begin(cluster, dice, durationMs) {
    const chosen = cluster.nodeIds.filter(() => dice.roll(0.6))
    if (chosen.length === 0) return undefined
    const undo = chosen.map((id): Undo => {
      let free: Undo | undefined
      let over = false
      cluster.world.after(dice.chance() * 0.4 * durationMs, () => {
        const others = cluster.nodeIds.filter((other) => other !== id)
        if (!over)
          free = clogAll(cluster, [...pairsBetween([id], others), ...pairsBetween(others, [id])])
      })
      const release = (): void => {
        over = true
        free?.()
        free = undefined
      }
      cluster.world.after((0.5 + 0.5 * dice.chance()) * durationMs, release)
      return release
    })
    return () => {
      for (const release of undo) release()
    }
  },
}

/** The weather turns bad for everybody. */
export const storm: Fault = {
  durationMs: { low: 1_000, high: 8_000 },
  begin(cluster, dice) {
    const { links } = cluster
    const before = links.weather
    links.weather = {
      latencyMs: dice.pick([1, 20, 100]),
      jitterMs: dice.pick([1, 50, 200]),
      lossChance: dice.pick([0.02, 0.3]),
      repeatChance: dice.pick([0.02, 0.3]),
      lateMs: dice.pick([100, 4_000]),
      breakChance: dice.pick([0, 0.01]),
    }
    return () => {
      links.weather = before
    }
  },
}

function shuffled(ids: readonly HostId[], dice: Dice): HostId[] {
  const order = [...ids]
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = dice.between(0, i)
    const [a, b] = [order[i] as HostId, order[j] as HostId]
    order[i] = b
    order[j] = a
  }
  return order
}

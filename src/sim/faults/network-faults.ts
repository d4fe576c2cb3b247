import type { Dice } from "../../base/index.ts"
import type { Cluster } from "../cluster.ts"
import type { HostId } from "../links.ts"
import type { Machine } from "../machine.ts"
import type { Fault, Undo } from "./types.ts"

type Pair = readonly [from: HostId, to: HostId]

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

/** The leader alone, heard by nobody, or hearing nobody, or neither; clients still reach it. */
export const isolateLeader: Fault = {
  durationMs: { low: 1_000, high: 10_000 },
  begin(cluster, dice) {
    const leader = cluster.leaderId()
    if (leader === undefined) return undefined
    const others = cluster.nodeIds.filter((id) => id !== leader)
    const [out, back] = [pairsBetween([leader], others), pairsBetween(others, [leader])]
    return cutAll(cluster, dice.pick([out, back, [...out, ...back], [...out, ...back]]))
  },
}

/**
 * The leader stands still, and hears nothing of its peers until a while after it has gone on: the
 * time in which it does not know that another one leads.
 */
export const stun: Fault = {
  durationMs: { low: 600, high: 8_000 },
  begin(cluster, dice, durationMs) {
    const leader = cluster.leader()
    if (leader?.process === undefined) return undefined
    const { nodeId, process } = leader
    const others = cluster.nodeIds.filter((id) => id !== nodeId)
    process.pause((0.4 + 0.4 * dice.chance()) * durationMs)
    const mend = cutAll(cluster, [
      ...pairsBetween([nodeId], others),
      ...pairsBetween(others, [nodeId]),
    ])
    return () => {
      process.resumeNow()
      mend()
    }
  },
}

/**
 * Each new leader is cut off, or dies, within moments of its election: what it began to replicate
 * is on few nodes or on none, and comes back with it (Raft paper, figure 8).
 */
export const topple: Fault = {
  durationMs: { low: 2_000, high: 10_000 },
  begin(cluster, dice, durationMs) {
    const endMs = cluster.world.nowMs + durationMs
    const undone = new Set<Undo>()
    let toppledTerm = 0
    const strike = ({ nodeId }: Machine): void => {
      const machine = cluster.leader()
      if (machine?.nodeId !== nodeId || cluster.world.nowMs >= endMs) return
      if (dice.roll(0.5)) {
        machine.crash(dice.roll(0.5) ? "kill" : "powerLoss", "toppled")
        cluster.world.after(dice.between(20, 600), () => machine.start())
        return
      }
      const others = cluster.nodeIds.filter((id) => id !== nodeId)
      const mend = cutAll(cluster, [
        ...pairsBetween([nodeId], others),
        ...pairsBetween(others, [nodeId]),
      ])
      undone.add(mend)
      cluster.world.after(dice.between(100, 1_500), mend)
    }
    const look = (): void => {
      if (cluster.world.nowMs >= endMs) return
      const leading = cluster.leading()
      if (leading !== undefined && leading.term > toppledTerm) {
        toppledTerm = leading.term
        const { machine } = leading
        cluster.world.after(300 * dice.chance() * dice.chance(), () => strike(machine))
      }
      cluster.world.after(10, look)
    }
    look()
    return () => {
      for (const mend of undone) mend()
    }
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

function cutAll(cluster: Cluster, pairs: readonly Pair[]): Undo {
  for (const [from, to] of pairs) cluster.links.cut(from, to)
  return once(() => {
    for (const [from, to] of pairs) cluster.links.mend(from, to)
  })
}

function clogAll(cluster: Cluster, pairs: readonly Pair[]): Undo {
  for (const [from, to] of pairs) cluster.links.clog(from, to)
  return once(() => {
    for (const [from, to] of pairs) cluster.links.unclog(from, to)
  })
}

function once(undo: Undo): Undo {
  let done = false
  return () => {
    if (!done) undo()
    done = true
  }
}

function pairsBetween(from: readonly HostId[], to: readonly HostId[]): Pair[] {
  return from.flatMap((source) => to.map((target): Pair => [source, target]))
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

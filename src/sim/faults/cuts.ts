import type { Cluster } from "../cluster.ts"
import type { HostId } from "../links.ts"
import type { Undo } from "./types.ts"

/** One direction of the link between two hosts. */
export type Pair = readonly [from: HostId, to: HostId]

/** One node and all others hear nothing of each other. */
export function isolate(cluster: Cluster, nodeId: HostId): Undo {
  const others = cluster.nodeIds.filter((id) => id !== nodeId)
  return cutAll(cluster, [...pairsBetween([nodeId], others), ...pairsBetween(others, [nodeId])])
}

export function cutAll(cluster: Cluster, pairs: readonly Pair[]): Undo {
  for (const [from, to] of pairs) cluster.links.cut(from, to)
  return once(() => {
    for (const [from, to] of pairs) cluster.links.mend(from, to)
  })
}

export function clogAll(cluster: Cluster, pairs: readonly Pair[]): Undo {
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

export function pairsBetween(from: readonly HostId[], to: readonly HostId[]): Pair[] {
  return from.flatMap((source) => to.map((target): Pair => [source, target]))
}

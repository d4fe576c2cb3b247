import { compareBytes, nodeOf, type RangeId } from "../../base/index.ts"
import type { Configuration } from "../raft/types.ts"
import type { AppliedState, Freeze, RangeDescriptor } from "./types.ts"

/**
 * A merge (rule 51). A range, the source, is taken in by the one that ends where it begins, the
 * target, in three entries:
 *
 *     source: freeze ─▶ target: absorb, once all of the source's voters have the freeze
 *                    └▶ target: give up ─▶ source: thaw
 *
 * The target's log decides: absorb and give up are for the epoch that the freeze names, and each
 * changes it. Whoever sees the target, or what came of it, at a later epoch knows whether it holds
 * the source (`fateOf`), for it names the ranges that it took in. So no step needs a memory of the
 * one before, and each may be taken by another leader.
 */

/**
 * So many of the ranges that it took in are named by a range. Who asks for the fate of one may have
 * been away for many merges.
 */
const absorbedMax = 64

/** The source, from its freeze on. */
export function frozenFor(source: RangeDescriptor, frozen: Freeze): RangeDescriptor {
  return { ...source, version: source.version + 1, frozen }
}

export function thawed(source: RangeDescriptor): RangeDescriptor {
  return { ...source, version: source.version + 1, frozen: undefined }
}

/** Whether a range is of the epoch for which `source` was frozen. */
export function isTarget(range: RangeDescriptor, { frozen }: RangeDescriptor): boolean {
  return (
    frozen !== undefined &&
    range.rangeId === frozen.into &&
    range.version === frozen.version &&
    range.configVersion === frozen.configVersion
  )
}

/** The target, from the moment on at which it holds the source. */
export function withSource(target: RangeDescriptor, source: RangeDescriptor): RangeDescriptor {
  // A range that was split off what took others in names them too. Those that the source took in
  // went long ago, or the source would not be at rest: they are the first to be forgotten.
  const all = new Set([...(source.absorbed ?? []), ...(target.absorbed ?? []), source.rangeId])
  return {
    ...target,
    end: source.end,
    version: Math.max(target.version, source.version) + 1,
    absorbed: [...all].slice(-absorbedMax),
  }
}

/** What the target begins with then: its own, but for log time, which goes on from both. */
export function joinedTime(target: AppliedState["time"], source: AppliedState): number {
  return Math.max(target, source.time)
}

export function hasAbsorbed({ absorbed }: RangeDescriptor, rangeId: RangeId): boolean {
  return absorbed?.includes(rangeId) === true
}

/**
 * What becomes of a frozen range, by what is applied of the range that ends where it begins:
 *
 * - open: it may still be taken in
 * - absorbed: it was
 * - free: it was not, and never will be
 * - unknown: what is seen is older than the freeze
 *
 * Versions of whoever holds a key only grow, so a neighbour of a later epoch is the target after
 * that was something else, a part of it, or the range that took the target in.
 */
export function fateOf(source: RangeDescriptor, neighbour: RangeDescriptor): Fate {
  const { frozen } = source
  if (frozen === undefined) return "unknown"
  if (hasAbsorbed(neighbour, source.rangeId)) return "absorbed"
  if (isTarget(neighbour, source)) return "open"
  if (neighbour.version > frozen.version) return "free"
  const reconfigured =
    neighbour.rangeId === frozen.into &&
    neighbour.version === frozen.version &&
    neighbour.configVersion > frozen.configVersion
  return reconfigured ? "free" : "unknown"
}

export type Fate = "open" | "absorbed" | "free" | "unknown"

/** Why a range can't be merged into another one now; undefined: it can. */
export function mergeRefusal(source: MergeSide, target: MergeSide): string | undefined {
  const [from, into] = [source.descriptor, target.descriptor]
  const adjacent = from.start.length > 0 && compareBytes(from.start, into.end) === 0
  if (from.keyspaceId !== into.keyspaceId || !adjacent) {
    return `range ${into.rangeId} does not end where range ${from.rangeId} begins`
  }
  for (const { descriptor, configuration } of [source, target]) {
    const { rangeId, frozen } = descriptor
    if (frozen !== undefined) return `range ${rangeId} is being merged already`
    if (!isPlain(configuration)) return `the replicas of range ${rangeId} are being changed`
  }
  // Ids of replicas have no common order.
  const nodes = ({ configuration: { voters } }: MergeSide): string =>
    [...voters.map(nodeOf)].sort((left, right) => left - right).join(", ")
  if (nodes(source) === nodes(target)) return undefined
  const [sources, targets] = [nodes(source), nodes(target)]
  return `range ${from.rangeId} is on nodes ${sources}, range ${into.rangeId} on ${targets}`
}

/** What is applied of a range. */
export interface MergeSide {
  readonly descriptor: RangeDescriptor
  readonly configuration: Configuration
}

/** Nobody comes, goes, or is to go by what was decided already. */
export function isPlain(configuration: Configuration): boolean {
  const { votersOutgoing, learners, learnersNext } = configuration
  return votersOutgoing.length + learners.length + learnersNext.length === 0
}

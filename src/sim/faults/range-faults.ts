import { compareBytes } from "../../base/index.ts"
import { defaultKeyspace, defaultSettings } from "../../core/range/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import {
  encodeKeyOfKeyspace,
  encodeKeyspaceChange,
  encodeLeaderTransfer,
  encodeRangeId,
} from "../../wire/index.ts"
import type { Cluster } from "../cluster.ts"
import type { Machine } from "../machine.ts"
import { anyThatAnswers, ask, asked, askUntilDone, call } from "./asking.ts"
import type { FaultKind } from "./kinds.ts"
import { type Fault, noUndo } from "./types.ts"

/** More make every turn of every node dearer, and show nothing new. */
const rangesMax = 7
/** A few cells with small values, or with big ones. */
const tinyRangeBytes = [32, 128, 512]
/** Where a cell lies that nobody wrote. */
export const strayKey = "~stray"
/** Around and between the keys that clients use. */
const places = ["counter/", "counter/1", "e", "expiring/1", "r/", "r/1", "r/2", "r/3", "r/5", "s"]

/** An operator cuts a range in two, wherever it may be. Not wrong in itself: it meets all else. */
export const split = asked({ low: 100, high: 1_000 }, (cluster, dice, machine) => {
  if (machine.inspect().length >= rangesMax) return noUndo
  cutAt(cluster, machine, dice.pick(places), "split")
  return noUndo
})

/** An operator has a range take in the one behind it. Not wrong in itself: it meets all else. */
export const merge = asked({ low: 100, high: 1_000 }, (cluster, dice, machine) => {
  const ranges = machine.inspect().filter(({ descriptor }) => descriptor.end.length > 0)
  if (ranges.length === 0) return noUndo
  mergeInto(cluster, machine, dice.pick(ranges).descriptor, "merge")
  return noUndo
})

/**
 * An operator wants ranges of a few cells, and thinks better of it: the driver cuts them, as often
 * as there are keys at most, and merges them in the end.
 */
export const shrink = asked({ low: 8_000, high: 30_000 }, (cluster, dice, machine) => {
  const name = cluster.keyspace || defaultKeyspace
  const change = { name, replicas: 0, defaultTtlMs: undefined }
  const tiny = encodeKeyspaceChange({ ...change, rangeBytes: dice.pick(tinyRangeBytes) })
  const what = `tiny ranges of ${name}`
  ask(cluster, machine, { what, kind: "shrink" }, (api) => api.alterKeyspace(tiny, call))
  const { rangeBytes } = defaultSettings
  const whole = encodeKeyspaceChange({ ...change, rangeBytes })
  return () => {
    askUntilDone(cluster, `whole ranges of ${name}`, (api) => api.alterKeyspace(whole, call))
  }
})

/**
 * Two operators at odds: one has a range take in the one behind it, the other one cuts the former
 * within moments. Not wrong in itself: only one of them may have it done.
 */
export const rivals: Fault = {
  durationMs: { low: 100, high: 1_000 },
  begin(cluster, dice) {
    const machine = anyThatAnswers(cluster, dice)
    if (machine === undefined) return undefined
    const ranges = machine.inspect().filter(({ descriptor }) => descriptor.end.length > 0)
    const wide = ranges.filter(({ descriptor }) => placesIn(descriptor).length > 0)
    if (wide.length === 0) return noUndo
    const { descriptor } = dice.pick(wide)
    mergeInto(cluster, machine, descriptor)
    const at = dice.pick(placesIn(descriptor))
    const rival = anyThatAnswers(cluster, dice) ?? machine
    cluster.world.after(100 * dice.chance(), () => cutAt(cluster, rival, at))
    return noUndo
  },
}

/** An operator hands leadership of a range to another node. */
export const transfer = asked({ low: 100, high: 1_000 }, (cluster, dice, machine) => {
  const ranges = machine.inspect()
  if (ranges.length === 0) return noUndo
  const { rangeId } = dice.pick(ranges).descriptor
  const to = dice.pick(cluster.nodeIds)
  const request = encodeLeaderTransfer({ rangeId, to })
  const what = `range ${rangeId} to ${to}`
  ask(cluster, machine, { what, kind: "transfer" }, (api) => api.transferLeader(request, call))
  return noUndo
})

/**
 * A cell is on one machine that nobody wrote, with a checksum that is right: only comparing
 * replicas can find it. It lies where clients don't look, for its node may lead. And it is always
 * the same, so that where it came along with a snapshot there is a majority for or against it.
 */
export const stray: Fault = {
  durationMs: { low: 100, high: 1_000 },
  begin(cluster, dice) {
    const machine = cluster.damageable
    // An engine that is gone stays so: one that held nothing but this would pass for an old one.
    if (machine === undefined || machine.engineStore.usedBytes === 0) return undefined
    cluster.invariants.onStray(new TextEncoder().encode(strayKey))
    machine.plantCell(strayKey, "nobody wrote this")
    cluster.note("stray", machine.nodeId, strayKey)
    // Somebody suspects something, perhaps.
    const asked = dice.pick(cluster.machines)
    if (asked.api === undefined) return noUndo
    const ranges = asked.inspect()
    if (ranges.length === 0) return noUndo
    const { rangeId } = dice.pick(ranges).descriptor
    const what = `check of range ${rangeId}`
    ask(cluster, asked, { what }, (api) => api.checkRange(encodeRangeId(rangeId), call))
    return noUndo
  },
}

/** Where a range can be cut. */
function placesIn({ start, end }: RangeDescriptor): readonly string[] {
  return places.filter((place) => {
    const key = new TextEncoder().encode(place)
    return compareBytes(start, key) < 0 && (end.length === 0 || compareBytes(key, end) < 0)
  })
}

function mergeInto(
  cluster: Cluster,
  machine: Machine,
  { rangeId }: RangeDescriptor,
  kind?: FaultKind,
): void {
  const request = encodeRangeId(rangeId)
  const asked = { what: `merge into range ${rangeId}`, kind }
  ask(cluster, machine, asked, (api) => api.mergeRanges(request, call))
}

function cutAt(cluster: Cluster, machine: Machine, at: string, kind?: FaultKind): void {
  const { keyspace } = cluster
  const request = encodeKeyOfKeyspace({ keyspace, key: new TextEncoder().encode(at) })
  ask(cluster, machine, { what: `split at ${at}`, kind }, (api) => api.splitRange(request, call))
}

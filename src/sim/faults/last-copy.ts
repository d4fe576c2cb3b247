import type { RangeDescriptor } from "../../core/range/types.ts"
import type { RangeInspection } from "../../node/index.ts"
import type { Cluster } from "../cluster.ts"
import type { Machine } from "../machine.ts"
import { isolate } from "./cuts.ts"
import type { Fault } from "./types.ts"

/** So often it is looked whether the moment has come. */
const lookEveryMs = 10

/**
 * One machine is cut off until the others have committed something in a range that it lacks; then
 * all of those find what they hold of the range corrupt, at the same time. Its data is the only
 * one that is whole, and all that is lacking in it is in their logs. More could not be mended:
 * were they to go bad one by one, unnoticed, their logs might be cut beyond what it has.
 */
export const lastCopy: Fault = {
  durationMs: { low: 2_000, high: 8_000 },
  // It waits for its moment, and may do so in vain.
  asked: true,
  begin(cluster, _dice, durationMs) {
    const { sound } = cluster
    if (sound === undefined || !cluster.machines.every(isWell)) return undefined
    const undone = [isolate(cluster, sound.nodeId)]
    // Some time is for the machines to be down.
    const endMs = cluster.world.nowMs + 0.8 * durationMs
    const look = (): void => {
      if (cluster.world.nowMs >= endMs || undone.length === 0) return
      const range = spoilable(cluster, sound)
      if (range === undefined) {
        cluster.world.after(lookEveryMs, look)
        return
      }
      undone.push(...othersOf(cluster, sound).map((each) => spoil(cluster, each, range)))
      cluster.struck.count("lastCopy")
    }
    look()
    return () => {
      for (const undo of undone.splice(0)) undo()
    }
  },
}

/** Whether what was lost by that is back everywhere: until then no other copy may go. */
export function isRestored({ bereft }: Cluster): boolean {
  for (const machine of bereft) if (isWell(machine)) bereft.delete(machine)
  return bereft.size === 0
}

function spoil(cluster: Cluster, machine: Machine, range: RangeDescriptor): () => void {
  cluster.crashUntilUndone(machine, "kill")
  machine.spoilSessions(range)
  cluster.bereft.add(machine)
  cluster.note("rot", machine.nodeId, `sessions of range ${range.rangeId}`)
  return () => cluster.bringBack(machine)
}

/**
 * A range that all have, and all others know more of; all the more of it is in their logs. Who is
 * sound is to lead it, and a learner can't: nobody else may make a voter of it.
 */
function spoilable(cluster: Cluster, sound: Machine): RangeDescriptor | undefined {
  const others = othersOf(cluster, sound)
  if (!cluster.machines.every(isWell)) return undefined
  const found = sound.inspect().find((here) => {
    const theirs = others.map((machine) => replicaOf(here.descriptor, machine))
    const knowMore = theirs.some(
      (there) => there !== undefined && there.view.commit > here.view.lastIndex,
    )
    const mayLead = here.view.configuration.voters.includes(here.view.id)
    const fed = theirs.every((there) => there !== undefined && mayFeed(there, here))
    return mayLead && knowMore && fed
  })
  return found?.descriptor
}

/** Whether its log alone brings the other one to where it is: nothing but cells has changed. */
function mayFeed(from: RangeInspection, to: RangeInspection): boolean {
  const reaches = from.view.logStart.index <= to.view.commit
  return reaches && shapeOf(from) === shapeOf(to) && from.descriptor.frozen === undefined
}

function shapeOf({ descriptor, applied, view }: RangeInspection): string {
  const { version, configVersion } = descriptor
  return JSON.stringify([version, configVersion, applied.configuration, view.configuration])
}

function replicaOf({ rangeId }: RangeDescriptor, machine: Machine): RangeInspection | undefined {
  return machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
}

function othersOf(cluster: Cluster, sound: Machine): readonly Machine[] {
  return cluster.machines.filter((machine) => machine !== sound)
}

function isWell({ node }: Machine): boolean {
  return node?.status().condition === "ok"
}

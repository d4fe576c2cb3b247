import { nodeOf } from "../../base/index.ts"
import { isJoint, membersOf } from "../../core/raft/index.ts"
import type { Configuration } from "../../core/raft/types.ts"
import type { ReplicaChange } from "../../core/range/types.ts"
import type { RangeInspection } from "../../node/index.ts"
import { encodeReplicaChanges } from "../../wire/index.ts"
import type { Cluster } from "../cluster.ts"
import type { Machine } from "../machine.ts"
import { anyThatAnswers, ask, asked, call } from "./asking.ts"
import type { FaultKind } from "./kinds.ts"
import { drawCrash } from "./process-faults.ts"
import { type Fault, noUndo } from "./types.ts"

/** What the operator looks after once nothing goes wrong any more is looked at this often. */
const restoreEveryMs = 250

/**
 * An operator takes the replica of a range from a node, gives it one, or makes a learner a voter:
 * whoever is asked, whatever is under way. Not wrong in itself: it meets all else.
 */
export const move = asked({ low: 100, high: 1_000 }, (cluster, dice, machine) => {
  const ranges = machine.inspect().filter(({ applied }) => applied.index > 0)
  if (ranges.length === 0) return noUndo
  const range = dice.pick(ranges)
  const { configuration } = range.applied
  const spare = configuration.voters.length - cluster.votersMin
  const first = changeOf(configuration, dice.pick(cluster.nodeIds))
  const second = changeOf(configuration, dice.pick(cluster.nodeIds))
  const both = dice.roll(0.5) && second.nodeId !== first.nodeId
  const changes = both ? [first, second] : [first]
  const removed = changes.filter(({ type }) => type === "remove").length
  if (removed <= spare) change(cluster, machine, range, changes, "move")
  return noUndo
})

/** An operator takes a replica from a node, which dies within moments of its going. */
export const evict: Fault = {
  durationMs: { low: 500, high: 3_000 },
  begin(cluster, dice, durationMs) {
    const machine = anyThatAnswers(cluster, dice)
    if (machine === undefined) return undefined
    const ranges = machine.inspect().filter(({ applied }) => {
      const { voters } = applied.configuration
      return applied.index > 0 && voters.length > cluster.votersMin
    })
    if (ranges.length === 0) return undefined
    const range = dice.pick(ranges)
    const { nodeId } = machine
    const { rangeId } = range.descriptor
    change(cluster, machine, range, [{ type: "remove", nodeId }])
    const endMs = cluster.world.nowMs + durationMs
    const look = (): void => {
      if (cluster.world.nowMs >= endMs || machine.node === undefined) return
      const gone = !machine.inspect().some(({ descriptor }) => descriptor.rangeId === rangeId)
      const delayMs = 100 * dice.chance()
      if (gone) cluster.world.after(delayMs, () => machine.crash(drawCrash(dice), "evicted"))
      else cluster.world.after(10, look)
    }
    look()
    return noUndo
  },
}

/** The next step of a node's replica: in, up, or out. */
function changeOf(configuration: Configuration, nodeId: number): ReplicaChange {
  const learns = configuration.learners.some((id) => nodeOf(id) === nodeId)
  if (learns) return { type: "addVoter", nodeId }
  const has = membersOf(configuration).some((id) => nodeOf(id) === nodeId)
  return { type: has ? "remove" : "addLearner", nodeId }
}

/** Until every node has a voter of every range again: what is audited then is on all of them. */
export function restoreReplicas(cluster: Cluster): void {
  let whole = true
  for (const machine of cluster.machines) {
    for (const range of machine.inspect()) {
      const { view } = range
      if (view.role !== "leader" || range.descriptor.version === 0) continue
      const { configuration } = view
      const lacking = cluster.nodeIds.filter((nodeId) => {
        return !configuration.voters.some((id) => nodeOf(id) === nodeId)
      })
      if (lacking.length === 0 && !isJoint(configuration)) continue
      whole = false
      const nodeId = cluster.dice.pick(lacking.length > 0 ? lacking : [machine.nodeId])
      if (isJoint(configuration)) continue
      change(cluster, machine, range, [changeOf(configuration, nodeId)])
    }
  }
  const leaders = cluster.machines.flatMap((machine) => machine.inspect())
  if (!leaders.some(({ view }) => view.role === "leader")) whole = false
  cluster.world.after(whole ? 4 * restoreEveryMs : restoreEveryMs, () => restoreReplicas(cluster))
}

function change(
  cluster: Cluster,
  machine: Machine,
  { descriptor }: RangeInspection,
  changes: readonly ReplicaChange[],
  kind?: FaultKind,
): void {
  const { rangeId } = descriptor
  const request = encodeReplicaChanges({ rangeId, configVersion: 0, changes })
  const steps = changes.map((each) => `${each.type} on ${each.nodeId}`).join(", ")
  const asked = { what: `range ${rangeId}: ${steps}`, kind }
  ask(cluster, machine, asked, (api) => api.changeReplicas(request, call))
}

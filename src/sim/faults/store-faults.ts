import { encodeStateAsked } from "../../wire/index.ts"
import { anyThatAnswers, ask, askUntilDone, call } from "./asking.ts"
import type { Fault } from "./types.ts"

/**
 * An operator has a store drained or decommissioned, and wants it back in the end: asks for that
 * until it is done, whatever became of the first. Not wrong in itself: it meets all else.
 */
export const retire: Fault = {
  asked: true,
  durationMs: { low: 3_000, high: 20_000 },
  begin(cluster, dice) {
    const machine = anyThatAnswers(cluster, dice)
    if (machine === undefined) return undefined
    const nodeId = dice.pick(cluster.nodeIds)
    const state = dice.pick(["draining", "decommissioning"] as const)
    const what = `store ${nodeId} is to be ${state}`
    ask(cluster, machine, { what, kind: "retire" }, (api) => {
      return api.driver("state", encodeStateAsked({ nodeId, state }), call)
    })
    return () => {
      askUntilDone(cluster, `store ${nodeId} is to be up`, (api) => {
        return api.driver("state", encodeStateAsked({ nodeId, state: "up" }), call)
      })
    }
  },
}

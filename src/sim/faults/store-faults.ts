import type { Api } from "../../api/index.ts"
import type { StoreState } from "../../base/index.ts"
import { encodeStateAsked } from "../../wire/index.ts"
import { ask, asked, askUntilDone, call } from "./asking.ts"

/**
 * An operator has a store drained or decommissioned, and wants it back in the end: asks for that
 * until it is done, whatever became of the first. Not wrong in itself: it meets all else.
 */
export const retire = asked({ low: 3_000, high: 20_000 }, (cluster, dice, machine) => {
  const nodeId = dice.pick(cluster.nodeIds)
  const state = dice.pick(["draining", "decommissioning"] as const)
  const have = (wanted: StoreState) => (api: Api) =>
    api.driver("state", encodeStateAsked({ nodeId, state: wanted }), call)
  const what = `store ${nodeId} is to be ${state}`
  ask(cluster, machine, { what, kind: "retire" }, have(state))
  return () => askUntilDone(cluster, `store ${nodeId} is to be up`, have("up"))
})

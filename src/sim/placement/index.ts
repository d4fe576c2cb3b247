/**
 * The placement driver's policy against a cluster that is nothing but numbers: a thousand stores
 * and a million ranges in one process.
 *
 * world        time, messages, the driver's passes, stores that die and come back
 * model-range  a range as it is, and what its leader can do; leaders does it
 * layout       what there is at first
 * dream        small clusters in which all goes wrong, each drawn by its seed
 * watch        what a driver must never do or believe
 * state        how the cluster stands; scenario: the story of one, told with figures
 */
export { dreamPlacement, type PlacementDream } from "./dream.ts"
export {
  addRanges,
  addStores,
  capacityDefault,
  type RangeShape,
  type StoreShape,
} from "./layout.ts"
export type { ModelStore } from "./model-world.ts"
export { type Chapter, Scenario, type ScenarioSize } from "./scenario.ts"
export { type ClusterState, falseBeliefs, stateOf } from "./state.ts"
export type { Violation } from "./watch.ts"
export { modelKeyspaceId, PlacementWorld, type PlacementWorldOptions } from "./world.ts"

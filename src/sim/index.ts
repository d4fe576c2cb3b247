/**
 * The dreamt world: the node of production, unchanged, on virtual time, a network and disks that
 * fail on purpose, all decided by one seed. `simulate` is the whole of it; test/SIMULATOR.md says
 * how to read what it prints.
 *
 * world, process, clock, task-heap, trace    time, and what happens in it
 * links, network, fetch, client-transport    between machines
 * disk, log-folder, log-device, engine…      the disks, and what a crash leaves on them
 * machine, cluster, convergence              nodes that fall and get up
 * swarm, faults, workload                    what a seed makes of it
 * invariants, oracle                         what must hold
 * variants                                   what is broken on purpose, to prove that it bites
 */

export type {
  SimulationFailure,
  SimulationOptions,
  SimulationResult,
  SimulationStats,
} from "./run.ts"
export { simulate } from "./run.ts"
export type { SwarmOptions } from "./swarm.ts"
export { describeEvent, type TraceEvent } from "./trace.ts"
export { type VariantCase, variantCases } from "./variants.ts"

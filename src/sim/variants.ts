import type { NodeVariant } from "../node/index.ts"
import type { FaultKind } from "./faults/kinds.ts"
import type { SwarmOptions, WorkloadMix, WorkloadOptions } from "./swarm.ts"

/** A machine that is broken on purpose, and a world in which that soon shows. */
export interface VariantCase {
  readonly variant: NodeVariant
  /** Seeds from 1 on, of which one at least must fail. */
  readonly seedsMax: number
  readonly virtualMs: number
  /** What goes wrong in that world: with the machine as it should be, these same seeds all pass. */
  readonly adjust: (drawn: SwarmOptions) => SwarmOptions
}

interface Aim {
  readonly faults: readonly FaultKind[]
  readonly swarm?: Partial<SwarmOptions>
  readonly workload?: Partial<WorkloadOptions>
  readonly mix?: Partial<WorkloadMix>
  readonly seedsMax?: number
  readonly virtualMs?: number
}

function aim(
  variant: NodeVariant,
  { faults, swarm, workload, mix, seedsMax, virtualMs }: Aim,
): VariantCase {
  return {
    variant,
    seedsMax: seedsMax ?? 10,
    virtualMs: virtualMs ?? 40_000,
    adjust: (drawn) => ({
      ...drawn,
      ...{ nodes: 3, faults, faultEveryMs: 2_000 },
      ...swarm,
      workload: { ...drawn.workload, ...workload, mix: { ...drawn.workload.mix, ...mix } },
    }),
  }
}

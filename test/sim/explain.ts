import type { SimulationResult } from "../../src/sim/index.ts"

/** Why a run failed and how to see it again; nothing where it did not fail. */
export function explain({ failure }: SimulationResult): string {
  if (failure === undefined) return ""
  return [failure.message, ...failure.lastEvents, failure.reproduce].join("\n")
}

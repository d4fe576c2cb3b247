import { Api } from "../api/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Env } from "../env/index.ts"
import type { RunningNode } from "./node.ts"

/** What a node tells of its process. */
export interface ProcessFacts {
  /** Of the program. */
  readonly version: string
  readonly residentBytes: () => number
}

/** What clients can ask of a running node. */
export function createApi(
  node: RunningNode,
  env: Pick<Env, "clock" | "telemetry">,
  config: NodeConfig,
  facts: ProcessFacts,
): Api {
  const { clock, telemetry } = env
  return new Api({ service: node, rangeIds: node.rangeIds, config, clock, telemetry, ...facts })
}

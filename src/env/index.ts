/**
 * The ports: everything that a node asks of the world, as narrow as it can be. `src/platform` is
 * the real world, `src/sim` the dreamt one; one contract suite per port holds for both.
 */
import type { Clock } from "./clock.ts"
import type { Engine } from "./engine.ts"
import type { LogDevice } from "./log-device.ts"
import type { Memo } from "./memo.ts"
import type { Network } from "./network.ts"
import type { Random } from "./random.ts"
import type { Telemetry } from "./telemetry.ts"

export * from "./client-transport.ts"
export * from "./clock.ts"
export * from "./engine.ts"
export * from "./log-device.ts"
export * from "./memo.ts"
export * from "./network.ts"
export * from "./random.ts"
export * from "./telemetry.ts"

/** The world of one node. */
export interface Env {
  readonly clock: Clock
  readonly random: Random
  readonly network: Network
  readonly engine: Engine
  readonly logDevice: LogDevice
  /** The stores of the cluster, as this node heard of them last. */
  readonly memo: Memo
  readonly telemetry: Telemetry
}

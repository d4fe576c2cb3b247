import type { KeyspaceId, RangeId } from "../../base/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import type { Telemetry } from "../../env/index.ts"
import type { StorageVariant } from "../variant.ts"
import type { Neighbours } from "./neighbours.ts"
import type { Pace } from "./pace.ts"
import type { ValueCache } from "./value-cache.ts"

export interface RangeDataOptions {
  readonly rangeId: RangeId
  /** What the range is as long as the engine holds nothing of it. */
  readonly initial: RangeDescriptor
  /** Hot cells of a keyspace, shared by its ranges. */
  readonly cacheOf: (keyspaceId: KeyspaceId) => ValueCache
  /** Default: there are none. */
  readonly neighbours?: Neighbours | undefined
  /** Size of the chunks of snapshots that are sent. Default: that of the default limits. */
  readonly snapshotChunkBytes?: number | undefined
  /** Of work in bulk. Default: as fast as it goes. */
  readonly pace?: Pace | undefined
  readonly telemetry: Telemetry
  readonly variant?: StorageVariant | undefined
}

import type { KeyspaceId, RangeId } from "../base/index.ts"
import type {
  CompareAndSwapOperation,
  GetOperation,
  IncrementOperation,
  ScanOperation,
} from "../core/range/types.ts"

/** What an operation is for. */
export interface Target {
  readonly keyspaceId: KeyspaceId
  /** Refused where another range holds its key by then; 0: whichever it is. */
  readonly rangeId: RangeId
}

/** What the driver does to the cluster's own keyspace. */
export type SystemOperation =
  | CompareAndSwapOperation
  | GetOperation
  | IncrementOperation
  | ScanOperation

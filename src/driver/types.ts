import type {
  CompareAndSwapOperation,
  GetOperation,
  IncrementOperation,
  ScanOperation,
} from "../core/range/types.ts"

/** What the driver does to the cluster's own keyspace. */
export type SystemOperation =
  | CompareAndSwapOperation
  | GetOperation
  | IncrementOperation
  | ScanOperation

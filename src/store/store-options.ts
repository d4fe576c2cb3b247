import type { NodeId, StoreTable, Term } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Env } from "../env/index.ts"
import type { RaftLog, StoreData } from "../storage/index.ts"
import type { RangePlace } from "../wire/index.ts"
import type { BulkPace } from "./bulk-pace.ts"
import type { OpenReplica } from "./roster.ts"
import type { PendingOperation } from "./types.ts"
import type { StoreVariant } from "./variant.ts"

export interface StoreOptions {
  readonly env: Env
  readonly config: NodeConfig
  readonly log: RaftLog
  readonly data: StoreData
  /** Of all that goes in bulk. */
  readonly pace: BulkPace
  /** The stores of the cluster, as far as is known at the start. */
  readonly stores: StoreTable
  /** Answers what nodes ask the driver, while the cluster's own range is led here in `term`. */
  readonly onAsk: (operation: PendingOperation, term: Term) => void
  /** Asks the driver where ranges are: `onLocated` brings what it says. */
  readonly locate: (places: readonly RangePlace[]) => void
  /** A peer knew of more stores than this node. */
  readonly onTable: (table: StoreTable) => void
  /** A node that the table of stores does not have tried to reach this one. */
  readonly onStranger: (nodeId: NodeId) => void
  /** Not 0: some day this disk was damaged, and may have lost ranges that nobody knows of. */
  readonly lossNonce: number
  /** Makes a replica of what is on the disk, given what it shares with the store. */
  readonly openReplica: OpenReplica
  /** This node can't go on: durable state is out of reach or an invariant is broken. */
  readonly onFatal: (error: unknown) => void
  readonly variant?: StoreVariant | undefined
}

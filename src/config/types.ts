import type { Limits, NodeId, StoreLabels } from "../base/index.ts"

export interface MemberConfig {
  readonly nodeId: NodeId
  /** host:port that clients and peers connect to. */
  readonly address: string
}

/** Everything that one node needs to know to run. */
export interface NodeConfig {
  /** Nodes of another cluster, and their data folders, are refused. */
  readonly clusterId: string
  /** 0: given by the cluster when it is joined. */
  readonly nodeId: NodeId
  /** host:port to listen on. */
  readonly listen: string
  /** host:port that clients and peers connect to. */
  readonly address: string
  /** What the cluster begins with, this node among them; empty for a node that joins later. */
  readonly members: readonly MemberConfig[]
  /** Nodes of the cluster that this one is to join; empty for one of its first members. */
  readonly join: readonly string[]
  readonly dataDirectory: string
  /** Where this node is, as far as its own configuration says. */
  readonly labels: StoreLabels
  readonly driver: DriverConfig
  readonly raft: RaftConfig
  readonly storage: StorageConfig
  readonly limits: Limits
}

export interface RaftConfig {
  readonly tickMs: number
  readonly heartbeatTicks: number
  /** A range in which nothing happens for so long stops its clocks. 0: never. */
  readonly quiesceAfterTicks: number
  /** Each election timeout is drawn from [this, 1.5 × this). */
  readonly electionTimeoutTicks: number
  /** Reads with consistency LEASE are served by the leader's lease. */
  readonly leaseReads: boolean
}

export interface DriverConfig {
  /**
   * Whether replicas and leaders are moved, and ranges cut, without being asked. In any case stores
   * are drained, decommissioned, and replaced once they are removed.
   */
  readonly automatic: boolean
  /** A store that is silent for so long is replaced. */
  readonly deadStoreAfterMs: number
  /** Small neighbours are made one range when both were quiet for so long; 0: never. */
  readonly mergeQuietMs: number
  /** A range that has so many reads and writes a second is cut where its load is; 0: never. */
  readonly splitOperationsPerSecond: number
  /** A range that was cut is not cut for its load again for so long. */
  readonly splitQuietMs: number
  /** Whether stores of one host may have replicas of one range where there is no other way. */
  readonly hostsShared: boolean
  /** A node tells the driver of itself at least this often. */
  readonly beatMs: number
}

export interface StorageConfig {
  readonly segmentBytesMax: number
  /** Entries kept behind the applied index for followers that lag. */
  readonly logKeepEntries: number
  /** Above this the log is cut even where a follower lags: it gets a snapshot. */
  readonly logBytesMax: number
  readonly valueCacheBytes: number
  readonly engineCacheBytes: number
  readonly engineWriteBufferBytes: number
  /** Writes are refused while less than this is free. */
  readonly diskReserveBytes: number
  /** Snapshots that this node sends, and takes in, at once; those of all ranges count. */
  readonly snapshotsSentMax: number
  readonly snapshotsReceivedMax: number
  /**
   * What this node moves in bulk, all together: snapshots that it sends or takes in, data that
   * comes to its place, or is cleared. At most, and at least where clients keep it busy.
   */
  readonly snapshotBytesPerSecond: number
  readonly snapshotBytesPerSecondMin: number
  /** Replicas of a range compare what they hold once in this time. 0: only when asked to. */
  readonly consistencyCheckMs: number
}

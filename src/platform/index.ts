/**
 * The real world: RocksDB, files, gRPC, clocks and logs behind the ports of src/env. What a package
 * is called and how it behaves is a secret of the folder that uses it.
 */
export {
  claimDataFolder,
  type DataFolder,
  openDataFolder,
  openFileLogDevice,
  openFileMemo,
} from "./files/index.ts"
export { grpcClientTransport } from "./grpc/client-transport.ts"
export {
  alterKeyspace,
  cancelOperator,
  checkRange,
  createKeyspace,
  dropKeyspace,
  fetchStatus,
  joinCluster,
  listJobs,
  listKeyspaces,
  listOperators,
  listRanges,
  listStores,
  locateKey,
  mergeRanges,
  moveReplica,
  setStoreLabels,
  setStoreState,
  splitRange,
  transferLeader,
} from "./grpc/cluster-calls.ts"
export { PeerNetwork } from "./grpc/peer-network.ts"
export { loadReflection, type Reflection } from "./grpc/reflection.ts"
export { checkPort, GrpcServer } from "./grpc/server.ts"
export { type Log, type LogLevel, openLog } from "./log/index.ts"
export { IdleCollector, processHeap, SystemClock, systemRandom } from "./os/index.ts"
export { openRocksEngine } from "./rocksdb/index.ts"

/**
 * What a node keeps on its disk: the Raft log of all its ranges on a log device, and the data of
 * each range on an engine. Corrupt bytes are KvError `data_loss`, never a wrong answer.
 */
export {
  type LogWrite,
  RaftLog,
  type RaftLogOptions,
  type RecoveredRange,
} from "./raft-log/index.ts"
export {
  type Burial,
  type ContentWalk,
  cellPair,
  type DataContent,
  LotSize,
  type Owner,
  ownerOf,
  type Pace,
  RangeData,
  type RangeDataOptions,
  RangeKeys,
  readInLots,
  SharedEngine,
  type SnapshotToSend,
  StoreData,
  type StoreDataOptions,
  ValueCache,
} from "./range-data/index.ts"
export { type StorageVariant, storageVariants } from "./variant.ts"

import type { RangeId, StoreLabels } from "../../base/index.ts"
import {
  type CheckReport,
  type ClusterStatus,
  type CreatedKeyspace,
  decodeAlteredKeyspace,
  decodeCheckReport,
  decodeCreatedKeyspace,
  decodeJob,
  decodeJobList,
  decodeJoinResponse,
  decodeKeyspaceList,
  decodeLabels,
  decodeMergedRange,
  decodeOperator,
  decodeOperatorList,
  decodeRangeList,
  decodeRangeSummary,
  decodeSplitHalves,
  decodeStateOfStore,
  decodeStatus,
  decodeStoreList,
  encodeJoinRequest,
  encodeKeyOfKeyspace,
  encodeKeyspaceChange,
  encodeKeyspaceCreation,
  encodeKeyspaceName,
  encodeLabelsOfStore,
  encodeLeaderTransfer,
  encodeOperatorId,
  encodeOperatorsAsked,
  encodeRangeCut,
  encodeRangeId,
  encodeRangeMerge,
  encodeReplicaMove,
  encodeStateAsked,
  type JobSummary,
  type JoinRequest,
  type JoinResponse,
  type KeyOfKeyspace,
  type KeyspaceChange,
  type KeyspaceCreation,
  type KeyspaceRecord,
  type LabelsOfStore,
  type LeaderTransfer,
  type OperatorSummary,
  type RangeCut,
  type RangeMerge,
  type RangeSummary,
  type ReplicaMove,
  type SplitHalves,
  type StateAsked,
  type StateOfStore,
  type StoreSummary,
} from "../../wire/index.ts"
import { asBuffer, openChannel } from "./channels.ts"
import { clusterMethods } from "./definitions.ts"
import { kvErrorOf, kvErrorOfChange, kvErrorOfStatus } from "./status.ts"

const responseBytesMax = 64 * 1_024 * 1_024

/** May be asked of another node when no answer came: they change nothing, or it once. */
const repeatable: ReadonlySet<keyof typeof clusterMethods> = new Set([
  ...(["Status", "ListStores", "ListRanges", "LocateKey", "CheckRange"] as const),
  ...(["ListOperators", "ListJobs", "ListKeyspaces", "Join"] as const),
])

/** Asks one node how it sees the cluster. Rejects with KvError, as all of these do. */
export async function fetchStatus(address: string, timeoutMs: number): Promise<ClusterStatus> {
  return decodeStatus(await ask(address, "Status", new Uint8Array(0), timeoutMs))
}

/** All stores, as the driver knows them. */
export async function listStores(
  address: string,
  timeoutMs: number,
): Promise<readonly StoreSummary[]> {
  return decodeStoreList(await ask(address, "ListStores", new Uint8Array(0), timeoutMs))
}

/** Says where a store is; what its labels are then. */
export async function setStoreLabels(
  address: string,
  labels: LabelsOfStore,
  timeoutMs: number,
): Promise<StoreLabels> {
  return decodeLabels(await ask(address, "SetStoreLabels", encodeLabelsOfStore(labels), timeoutMs))
}

/** Asks a node to be taken into its cluster. */
export async function joinCluster(
  address: string,
  request: JoinRequest,
  timeoutMs: number,
): Promise<JoinResponse> {
  return decodeJoinResponse(await ask(address, "Join", encodeJoinRequest(request), timeoutMs))
}

/** All ranges, as one node sees them. */
export async function listRanges(
  address: string,
  timeoutMs: number,
): Promise<readonly RangeSummary[]> {
  return decodeRangeList(await ask(address, "ListRanges", new Uint8Array(0), timeoutMs))
}

/** The range that holds a key. */
export async function locateKey(
  address: string,
  key: KeyOfKeyspace,
  timeoutMs: number,
): Promise<RangeSummary> {
  return decodeRangeSummary(await ask(address, "LocateKey", encodeKeyOfKeyspace(key), timeoutMs))
}

/** Cuts a range in two. The key is the first one of the new range. */
export async function splitRange(
  address: string,
  cut: RangeCut,
  timeoutMs: number,
): Promise<SplitHalves> {
  return decodeSplitHalves(await ask(address, "SplitRange", encodeRangeCut(cut), timeoutMs))
}

/** Asks for another leader of a range; answers when the transfer has begun. */
export async function transferLeader(
  address: string,
  transfer: LeaderTransfer,
  timeoutMs: number,
): Promise<void> {
  await ask(address, "TransferLeader", encodeLeaderTransfer(transfer), timeoutMs)
}

/** Has a range take in the one behind it; answers with what it is then. */
export async function mergeRanges(
  address: string,
  merge: RangeMerge,
  timeoutMs: number,
): Promise<RangeSummary["range"]> {
  return decodeMergedRange(await ask(address, "MergeRanges", encodeRangeMerge(merge), timeoutMs))
}

/** Has the replicas of a range compare what they hold. */
export async function checkRange(
  address: string,
  rangeId: RangeId,
  timeoutMs: number,
): Promise<CheckReport> {
  return decodeCheckReport(await ask(address, "CheckRange", encodeRangeId(rangeId), timeoutMs))
}

/** Has the driver move a replica; answers with its plan. */
export async function moveReplica(
  address: string,
  move: ReplicaMove,
  timeoutMs: number,
): Promise<OperatorSummary> {
  return decodeOperator(await ask(address, "MoveReplica", encodeReplicaMove(move), timeoutMs))
}

/** What the driver is about; `ended`: what it has done. */
export async function listOperators(
  address: string,
  ended: boolean,
  timeoutMs: number,
): Promise<readonly OperatorSummary[]> {
  const request = encodeOperatorsAsked(ended)
  return decodeOperatorList(await ask(address, "ListOperators", request, timeoutMs))
}

export async function cancelOperator(
  address: string,
  id: number,
  timeoutMs: number,
): Promise<OperatorSummary> {
  return decodeOperator(await ask(address, "CancelOperator", encodeOperatorId(id), timeoutMs))
}

/** Says whether a store leads and takes replicas, keeps what it has, or hands it away. */
export async function setStoreState(
  address: string,
  asked: StateAsked,
  timeoutMs: number,
): Promise<StateOfStore> {
  const request = encodeStateAsked(asked)
  return decodeStateOfStore(await ask(address, "SetStoreState", request, timeoutMs))
}

/** Makes a keyspace, and cuts it into ranges. */
export async function createKeyspace(
  address: string,
  creation: KeyspaceCreation,
  timeoutMs: number,
): Promise<CreatedKeyspace> {
  const request = encodeKeyspaceCreation(creation)
  return decodeCreatedKeyspace(await ask(address, "CreateKeyspace", request, timeoutMs))
}

/** Changes what was decided about a keyspace; gives it as it is then. */
export async function alterKeyspace(
  address: string,
  change: KeyspaceChange,
  timeoutMs: number,
): Promise<KeyspaceRecord> {
  const request = encodeKeyspaceChange(change)
  return decodeAlteredKeyspace(await ask(address, "AlterKeyspace", request, timeoutMs))
}

/** Drops a keyspace, for good; that its data goes is the job. */
export async function dropKeyspace(
  address: string,
  name: string,
  timeoutMs: number,
): Promise<JobSummary> {
  return decodeJob(await ask(address, "DropKeyspace", encodeKeyspaceName(name), timeoutMs))
}

/** What goes on in the background, and what has ended, the newest first. */
export async function listJobs(address: string, timeoutMs: number): Promise<readonly JobSummary[]> {
  return decodeJobList(await ask(address, "ListJobs", new Uint8Array(0), timeoutMs))
}

/** All keyspaces, by name. */
export async function listKeyspaces(
  address: string,
  timeoutMs: number,
): Promise<ReturnType<typeof decodeKeyspaceList>> {
  return decodeKeyspaceList(await ask(address, "ListKeyspaces", new Uint8Array(0), timeoutMs))
}

async function ask(
  address: string,
  method: keyof typeof clusterMethods,
  request: Uint8Array,
  timeoutMs: number,
): Promise<Buffer> {
  const client = openChannel(address, {
    receiveBytesMax: responseBytesMax,
    windowBytes: 0,
    keepaliveMs: timeoutMs,
    keepaliveTimeoutMs: timeoutMs,
  })
  const { path, requestSerialize, responseDeserialize } = clusterMethods[method]
  const errorOf = repeatable.has(method) ? kvErrorOfStatus : kvErrorOfChange
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        asBuffer(request),
        { deadline: Date.now() + timeoutMs },
        (error, message) => {
          if (error !== null || message === undefined) reject(errorOf(error ?? {}))
          else resolve(message)
        },
      )
    })
  } catch (error) {
    throw kvErrorOf(error)
  } finally {
    client.close()
  }
}

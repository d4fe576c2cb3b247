import type { NodeId, RangeId, ReplicaId } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { RaftOptions } from "../core/raft/index.ts"
import type { EntryId } from "../core/raft/types.ts"
import type { AppliedState } from "../core/range/types.ts"
import type { Env } from "../env/index.ts"
import type { RaftLog } from "../storage/index.ts"

interface RecoveryInput {
  readonly rangeId: RangeId
  readonly config: NodeConfig
  readonly log: RaftLog
  readonly recovered: { readonly state: AppliedState }
  readonly env: Env
}

/**
 * Makes log and data agree after whatever the crash left, and says from where Raft goes on:
 *
 * - data ahead of the log (an installed snapshot, or a log that was cut for damage): the log begins
 *   anew after the applied index
 * - log damaged in its middle: likewise, and Raft must not vote before it has caught up, because
 *   this replica may have acknowledged entries that it can't read any more
 */
export async function raftOptionsOf(input: RecoveryInput): Promise<RaftOptions> {
  const { rangeId, config, log, recovered, env } = input
  const { state } = recovered
  const logged = log.recovered(rangeId)
  const applied: EntryId = { index: state.index, term: state.term }
  let damageNonce = logged?.damageNonce ?? 0
  let hardState = logged?.hardState ?? { term: 0, vote: 0, commit: 0 }
  let { start, terms, lastIndex } = logged ?? { start: none, terms: [], lastIndex: 0 }

  if (log.damaged && damageNonce === 0) damageNonce = newNonce(env)
  // Behind the start of the log: the data is gone (an interrupted install, a lost disk write). The
  // log stays as it is, and the replica asks for a snapshot before it applies anything.
  const dataGone = !log.damaged && applied.index < start.index
  const dataAhead = !dataGone && termIn(start, terms, lastIndex, applied.index) !== applied.term
  if (log.damaged || dataAhead) {
    env.telemetry.warn("log begins anew after the applied index", {
      applied: applied.index,
      lastIndex,
      damaged: log.damaged,
    })
    // Applied before it was durable in the log, so the term may not be known there either. Nobody
    // was told of it: a vote in it would have been durable before it left.
    if (hardState.term < applied.term) {
      hardState = { term: applied.term, vote: 0, commit: applied.index }
    }
    const write = { rangeId, entries: [], hardState, start: applied, damageNonce, sync: true }
    await log.append([write])
    start = applied
    terms = []
    lastIndex = applied.index
  }
  const { raft, limits } = config
  return {
    id: firstReplicaOf(config.nodeId),
    hardState,
    configuration: state.configuration,
    logStart: start,
    logTerms: terms,
    lastIndex,
    applied: Math.max(applied.index, start.index),
    electionTimeoutTicks: raft.electionTimeoutTicks,
    heartbeatTicks: raft.heartbeatTicks,
    limits: {
      appendMessageBytesMax: limits.appendMessageBytesMax,
      inflightAppendsMax: limits.inflightAppendsMax,
      inflightAppendBytesMax: limits.inflightAppendBytesMax,
      uncommittedBytesMax: limits.uncommittedBytesMax,
      cachedBytesMax: limits.inflightAppendBytesMax,
    },
    leaseReads: raft.leaseReads,
    quiesceAfterTicks: 0,
    damageNonce,
  }
}

/** The first configuration of a cluster numbers its replicas as their nodes. */
export function firstReplicaOf(node: NodeId): ReplicaId {
  return node as number as ReplicaId
}

const none: EntryId = { index: 0, term: 0 }

function newNonce(env: Env): number {
  return 1 + Math.floor(env.random.chance() * 0xffff_fffe)
}

/** Term of an index in a log described by its runs; undefined outside of it. */
function termIn(
  start: EntryId,
  terms: readonly { readonly firstIndex: number; readonly term: number }[],
  lastIndex: number,
  index: number,
): number | undefined {
  if (index === start.index) return start.term
  if (index < start.index || index > lastIndex) return undefined
  return terms.findLast((run) => run.firstIndex <= index)?.term
}

import { isDiskFull, type RangeId, type ReplicaId } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { RaftOptions } from "../core/raft/index.ts"
import type { EntryId, HardState } from "../core/raft/types.ts"
import type { AppliedState } from "../core/range/types.ts"
import type { Env } from "../env/index.ts"
import type { LogWrite, RaftLog, RecoveredRange, StoreData } from "../storage/index.ts"
import { lostRanges } from "../store/index.ts"

/** Where there is no space for a new log, it is tried again this often. */
const diskFullRetryMs = 1_000

/** Where a range's log stands, when it agrees with the data. */
export type LogStanding = RecoveredRange

/**
 * Not 0: some day the log of this store lost records, or its engine all that it held, and with them
 * ranges that nobody knows of.
 */
export function lossNonceOf(log: RaftLog): number {
  return log.recovered(lostRanges)?.damageNonce ?? 0
}

/**
 * Makes log and data of all ranges agree after whatever the crash left, in one append, and says
 * from where each goes on:
 *
 * - data ahead of the log (an installed snapshot, or a log that was cut for damage): the log begins
 *   anew after the applied index, once the data is durable up to there
 * - log damaged in its middle: it counts as damaged, and must not vote before it has caught up,
 *   because this replica may have acknowledged entries that it can't read any more
 * - log empty that had begun (its disk was not mounted, its folder was cleared): all of it was
 *   lost, votes too
 * - tombstones lost with a corrupt engine: likewise, unless the range's configuration tells who has
 *   the log. It may have been another's, who came in the place of one that left with its vote
 */
export async function mendLog(
  log: RaftLog,
  states: readonly AppliedState[],
  data: Pick<
    StoreData,
    "identityOf" | "identitiesLost" | "rangesLost" | "logged" | "checkpoint" | "settleLosses"
  >,
  env: Env,
): Promise<Map<RangeId, LogStanding>> {
  const begins = !log.startedBefore
  const logLost = begins && data.logged
  if (logLost) env.telemetry.error("the raft log is gone, and with it votes and entries", {})
  const damaged = log.damaged || logLost
  const standings = new Map<RangeId, LogStanding>()
  const writes: LogWrite[] = []
  const renewed: RangeId[] = []
  const known = new Set(states.map(({ descriptor }) => descriptor.rangeId))
  for (const state of states) {
    const { rangeId } = state.descriptor
    const told = log.recovered(rangeId) !== undefined && state.configuration.voters.length > 0
    const forgot = logLost || (data.identitiesLost && !told)
    const { standing, write } = mend(state, log, forgot, env)
    standings.set(rangeId, standing)
    if (write === undefined) continue
    writes.push(write)
    renewed.push(rangeId)
  }
  // The crash came between a replica's tombstone and the end of its log.
  const left = log.rangeIds.filter(
    (rangeId) => !known.has(rangeId) && data.identityOf(rangeId)?.removed === true,
  )
  for (const rangeId of left) writes.push({ rangeId, entries: [], gone: true, sync: true })
  if (damaged || data.identitiesLost) {
    // Ranges whose data is not here yet: a split that has to be applied again will bring it.
    for (const rangeId of log.rangeIds) {
      if (known.has(rangeId) || left.includes(rangeId) || rangeId === lostRanges) continue
      const { hardState } = log.recovered(rangeId) ?? nothingLogged
      writes.push(begun(rangeId, none, hardState, newNonce(env)))
    }
  }
  const lost = damaged || data.identitiesLost || data.rangesLost
  if (lost || begins) {
    writes.push(begun(lostRanges, none, nothingLogged.hardState, lost ? newNonce(env) : 0))
  }
  // Nothing stands for what is before the new start but the data: a power cut must not take it.
  await data.checkpoint(renewed)
  if (writes.length > 0) await log.append(writes)
  await data.settleLosses()
  return standings
}

/** `forgot`: its log is lost, or may be another's. */
function mend(
  state: AppliedState,
  log: RaftLog,
  forgot: boolean,
  env: Env,
): { readonly standing: LogStanding; readonly write: LogWrite | undefined } {
  const { rangeId } = state.descriptor
  const logged = log.recovered(rangeId) ?? nothingLogged
  const applied: EntryId = { index: state.index, term: state.term }
  const { start, terms, lastIndex } = logged
  let { hardState, damageNonce } = logged
  // Another one each time: what a leader heard under the last one may be lost again by now.
  const damaged = log.damaged || forgot
  if (damaged) damageNonce = newNonce(env)
  // Behind the start of the log: the data is gone (an interrupted install, a lost disk write). The
  // log stays as it is, and the replica asks for a snapshot before it applies anything.
  const dataGone = !damaged && applied.index < start.index
  const dataAhead = !dataGone && termIn(start, terms, lastIndex, applied.index) !== applied.term
  if (!damaged && !dataAhead) return { standing: logged, write: undefined }
  if (log.recovered(rangeId) !== undefined) {
    env.telemetry.warn("log begins anew after the applied index", {
      rangeId,
      applied: applied.index,
      lastIndex,
      damaged,
    })
  }
  // Applied before it was durable in the log, so the term may not be known there either. Nobody
  // was told of it: a vote in it would have been durable before it left.
  if (hardState.term < applied.term) {
    hardState = { term: applied.term, vote: 0, commit: applied.index }
  }
  const standing = { hardState, start: applied, terms: [], lastIndex: applied.index, damageNonce }
  return { standing, write: begun(rangeId, applied, hardState, damageNonce) }
}

/**
 * The log of a range that came to this store while it runs: split off, or to be fetched from its
 * leader. `lost`: what there may have been of it is gone, and so it counts as damaged. Waits for
 * space: the other ranges of a node whose disk is full go on.
 */
export async function beginLog(
  log: RaftLog,
  state: AppliedState,
  lost: boolean,
  env: Env,
): Promise<LogStanding> {
  const { rangeId } = state.descriptor
  const forgot = lost && log.recovered(rangeId) === undefined
  const { standing, write } = mend(state, log, forgot, env)
  if (write !== undefined) await appendWithSpace(log, write, env)
  return standing
}

async function appendWithSpace(log: RaftLog, write: LogWrite, { clock }: Env): Promise<void> {
  for (;;) {
    try {
      await log.append([write])
      return
    } catch (error) {
      if (!isDiskFull(error)) throw error
    }
    await new Promise<void>((resolve) => {
      clock.after(diskFullRetryMs, resolve)
    })
  }
}

export function raftOptionsOf(
  config: NodeConfig,
  replicaId: ReplicaId,
  state: AppliedState,
  standing: LogStanding,
): RaftOptions {
  const { hardState, start, terms, lastIndex, damageNonce } = standing
  const { raft, limits } = config
  return {
    id: replicaId,
    hardState,
    configuration: state.configuration,
    logStart: start,
    logTerms: terms,
    lastIndex,
    applied: Math.max(state.index, start.index),
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
    quiesceAfterTicks: raft.quiesceAfterTicks,
    damageNonce,
  }
}

const none: EntryId = { index: 0, term: 0 }

const nothingLogged: LogStanding = {
  hardState: { term: 0, vote: 0, commit: 0 },
  start: none,
  terms: [],
  lastIndex: 0,
  damageNonce: 0,
}

/** Drops what the log has of a range, and begins anew. */
function begun(
  rangeId: RangeId,
  start: EntryId,
  hardState: HardState,
  damageNonce: number,
): LogWrite {
  return { rangeId, entries: [], hardState, start, damageNonce, sync: true }
}

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

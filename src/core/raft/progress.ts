import type { LogIndex, ReplicaId } from "../../base/index.ts"
import { Inflight } from "./inflight.ts"

/**
 * How entries flow to one follower:
 *
 * - probe: where the logs meet is not known; one append, then wait for its answer
 * - replicate: appends stream ahead of their answers, within the inflight window
 * - snapshot: the log begins after what the follower needs; wait until it has `pending`
 */
export type Flow =
  | { readonly state: "probe"; paused: boolean }
  | { readonly state: "replicate"; readonly inflight: Inflight }
  | { readonly state: "snapshot"; readonly pending: LogIndex }

/** A follower that lost log it had acknowledged, until it is known to be whole; see damage.ts. */
export interface KnownDamage {
  readonly nonce: number
  /** Read position registered after hearing of it. */
  readonly position: number
  /** The follower is whole once it has this; undefined until this leader is surely the leader. */
  wholeAt: LogIndex | undefined
}

/** What a leader knows of another replica. `match < next`; match only grows, but for damage. */
export interface Progress {
  readonly id: ReplicaId
  /** Durable there and the same as here. */
  match: LogIndex
  /** The next entry to send. */
  next: LogIndex
  flow: Flow
  /** Ticks since anything of it was heard. */
  silentTicks: number
  /** Highest read position that it answered. */
  readPosition: number
  /** Commit index that it can know from what was sent. */
  commitSent: LogIndex
  /** Ticks since the last answer to an append, or since it was prompted for one. */
  quietTicks: number
  /** Entries for it are being read from disk. */
  loading: boolean
  damage: KnownDamage | undefined
  /** It asks for a snapshot at or above this. 0: no. */
  snapshotWanted: LogIndex
}

export function newProgress(id: ReplicaId, next: LogIndex): Progress {
  return {
    id,
    match: 0,
    next,
    flow: { state: "probe", paused: false },
    silentTicks: 0,
    readPosition: 0,
    commitSent: 0,
    quietTicks: 0,
    loading: false,
    damage: undefined,
    snapshotWanted: 0,
  }
}

export function becomeProbe(progress: Progress): void {
  const { flow } = progress
  const known = flow.state === "snapshot" ? Math.max(progress.match, flow.pending) : progress.match
  progress.next = known + 1
  progress.flow = { state: "probe", paused: false }
}

export function becomeReplicate(progress: Progress, limits: InflightLimits): void {
  const inflight = new Inflight(limits.inflightAppendsMax, limits.inflightAppendBytesMax)
  progress.next = progress.match + 1
  progress.flow = { state: "replicate", inflight }
}

export interface InflightLimits {
  readonly inflightAppendsMax: number
  readonly inflightAppendBytesMax: number
}

export function becomeSnapshot(progress: Progress, pending: LogIndex): void {
  progress.flow = { state: "snapshot", pending }
}

/** The follower has everything up to `index`. False: an old or repeated answer (rule 5). */
export function maybeMatch(progress: Progress, index: LogIndex): boolean {
  if (progress.flow.state === "replicate") progress.flow.inflight.release(index)
  progress.next = Math.max(progress.next, index + 1)
  if (index <= progress.match) return false
  progress.match = index
  return true
}

/**
 * The follower refused an append after `refused`; its log may meet ours at `meeting`. False when
 * the answer is out of date: repeated, late or out of order (rule 5).
 */
export function maybeBackOff(progress: Progress, refused: LogIndex, meeting: LogIndex): boolean {
  switch (progress.flow.state) {
    case "replicate":
      if (refused <= progress.match) return false
      becomeProbe(progress)
      return true
    case "probe":
      if (progress.next - 1 !== refused) return false
      progress.next = Math.max(Math.min(refused, meeting + 1), progress.match + 1)
      progress.flow.paused = false
      return true
    case "snapshot":
      return false
  }
}

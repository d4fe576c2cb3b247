import {
  type LogIndex,
  type NodeId,
  nodeOf,
  type ReplicaId,
  type Term,
  TurnoverMap,
} from "../../base/index.ts"
import { Handout } from "./handout.ts"
import { Log } from "./log.ts"
import { isVoter } from "./membership.ts"
import type { Progress } from "./progress.ts"
import { isQuorum } from "./quorum.ts"
import type { TermRun } from "./terms.ts"
import type {
  Configuration,
  EntryId,
  HardState,
  LoadRequest,
  Message,
  ReadState,
  SnapshotMeta,
} from "./types.ts"
import type { RaftVariant } from "./variant.ts"

interface RaftLimits {
  /** Entries of one append; one entry goes whatever its size. */
  readonly appendMessageBytesMax: number
  readonly inflightAppendsMax: number
  readonly inflightAppendBytesMax: number
  /** Proposed and not committed; beyond, proposals are refused (rule 8). */
  readonly uncommittedBytesMax: number
  /** Durable entries kept in memory; also what is handed out and not yet applied. */
  readonly cachedBytesMax: number
}

/** What a machine starts from: what the disk holds, and the manners of its cluster. */
export interface RaftOptions {
  readonly id: ReplicaId
  readonly hardState: HardState
  /** As of `applied`, or of `configuredAt` where that is later. */
  readonly configuration: Configuration
  /** Of data that is lost it may still be known who the members were. */
  readonly configuredAt?: LogIndex
  /** The last entry before the log: (0, 0), or where it was compacted or a snapshot ended. */
  readonly logStart: EntryId
  /** Terms of the entries on disk after `logStart`. */
  readonly logTerms: readonly TermRun[]
  readonly lastIndex: LogIndex
  readonly applied: LogIndex
  /** Timeouts are drawn from [this, twice this). */
  readonly electionTimeoutTicks: number
  readonly heartbeatTicks: number
  readonly limits: RaftLimits
  /** No vote in the first election timeout: it might break a lease promised before (rule 26). */
  readonly leaseReads: boolean
  /** 0: never quiesces. */
  readonly quiesceAfterTicks: number
  /** Begins asleep, until something happens or it is roused. */
  readonly asleep?: boolean
  /** Non-zero: the log lost entries that it had acknowledged; see damage.ts. */
  readonly damageNonce: number
  readonly variant?: RaftVariant
}

/** Reads of a leader on their way to being confirmed; see reads.ts. */
export interface LeaderReads {
  /** Highest read position registered. One is taken by every round of heartbeats. */
  position: number
  /** Every position up to this was answered by a quorum. */
  confirmed: number
  /** A round is in the ready that was not taken yet: more reads may share it. */
  unsent: boolean
  /** Came before an entry of this term was committed (rule 27). */
  early: PendingRead[]
  /** In the order of their positions. */
  registered: RegisteredRead[]
}

export interface PendingRead {
  readonly context: number
  /** Who asked; this replica itself, or a follower. */
  readonly from: ReplicaId
}

export interface RegisteredRead extends PendingRead {
  readonly position: number
  readonly index: LogIndex
}

/** Leadership on its way to somebody else (dissertation §3.10, rule 40). */
export interface Transfer {
  readonly to: ReplicaId
  elapsedTicks: number
  /** It was told to campaign. */
  told: boolean
}

export interface FollowerRole {
  readonly name: "follower"
  /** In this term, the log was found equal to the leader's up to here. */
  matched: LogIndex
}

export interface PreCandidateRole {
  readonly name: "preCandidate"
  readonly votes: Map<ReplicaId, boolean>
}

export interface CandidateRole {
  readonly name: "candidate"
  readonly votes: Map<ReplicaId, boolean>
}

export interface LeaderRole {
  readonly name: "leader"
  /** Its data is corrupt, and it leads only until a sound voter can; see caretaker.ts. */
  readonly caretaker: boolean
  /** All members but this replica. */
  readonly progress: Map<ReplicaId, Progress>
  /** Where its own term begins: rule 27 holds once this is committed. */
  readonly termStart: LogIndex
  /** The last entry that may change the configuration; the next change waits for it (rule 34). */
  pendingConfig: LogIndex
  uncommittedBytes: number
  heartbeatElapsedTicks: number
  idleTicks: number
  transfer: Transfer | undefined
  /** Somebody was told to campaign in this term, so a lease proves nothing any more (rule 32). */
  leaseSuspect: boolean
  readonly reads: LeaderReads
  /** There may be appends to send. */
  appendsDue: boolean
}

export type RoleState = FollowerRole | PreCandidateRole | CandidateRole | LeaderRole

/** What the next ready will ask for. */
export interface Effects {
  messages: Message[]
  messagesAfterPersist: Message[]
  reads: ReadState[]
  readsDropped: number[]
  loads: LoadRequest[]
  snapshotOffered: { readonly from: ReplicaId; readonly snapshot: SnapshotMeta } | undefined
}

/** A read that the leader was asked about; `age` in ticks. */
export interface ForwardedRead {
  readonly context: number
  ageTicks: number
}

/** Everything one machine knows. Only the files of this folder touch it. */
export interface RaftState {
  readonly id: ReplicaId
  readonly options: RaftOptions
  log: Log
  readonly handout: Handout
  term: Term
  vote: ReplicaId
  /** 0: not known. */
  leader: ReplicaId
  /** Known to be on a quorum. Never falls, never beyond the log. */
  commit: LogIndex
  configuration: Configuration
  role: RoleState
  /** Since the leader was heard of, or since the last campaign. */
  electionElapsedTicks: number
  /** 0: to be drawn with the next tick. */
  electionTimeoutTicks: number
  /** Ticks until this replica may vote (rule 26). */
  embargoTicks: number
  standingDown: boolean
  /** Rounds without anybody who could lead: of a quarantined replica, see caretaker.ts. */
  careRounds: number
  quiescent: boolean
  /** Replicas whose stores can't be heard. */
  absent: ReadonlySet<NodeId>
  /** A snapshot is being fetched. */
  installing: boolean
  snapshotWanted: LogIndex
  /** 0: the log is whole. */
  damageNonce: number
  /** Whole once the log has this, as the leader of this term says. */
  wholeAt: { readonly term: Term; readonly index: LogIndex } | undefined
  /** Reads forwarded to the leader, by their number on the wire. */
  readonly forwardedReads: TurnoverMap<number, ForwardedRead>
  /** Makes those numbers differ from those of an earlier life; drawn with the first tick. */
  readNumber: number | undefined
  /** Number of the last ready taken. */
  readyNumber: number
  /** Hard state of the readies that are being made durable. */
  unpersisted: { readonly ready: number; readonly hardState: HardState }[]
  persistedReady: number
  /** With this ready it is durable that the log begins anew, behind what was installed. */
  beginsWithReady: number
  /** The hard state on disk. */
  persistedHardState: HardState
  /** The hard state that the last ready left with. */
  writtenHardState: HardState
  effects: Effects
}

/** Readies on their way to the disk. A leader's appends in flight are not more as a rule. */
const unpersistedMax = 256

const nobody: ReadonlySet<NodeId> = new Set()

export function newState(options: RaftOptions): RaftState {
  const { hardState, limits, logStart, lastIndex } = options
  return {
    id: options.id,
    options,
    log: new Log({
      start: logStart,
      runs: options.logTerms,
      lastIndex,
      cachedBytesMax: limits.cachedBytesMax,
    }),
    handout: new Handout(options.applied, limits.cachedBytesMax),
    term: hardState.term,
    vote: hardState.vote,
    leader: 0,
    // The hint may be older than what was applied, or newer than what was left of the log.
    commit: Math.max(options.applied, logStart.index, Math.min(hardState.commit, lastIndex)),
    configuration: options.configuration,
    role: { name: "follower", matched: 0 },
    electionElapsedTicks: 0,
    electionTimeoutTicks: 0,
    embargoTicks: options.leaseReads ? options.electionTimeoutTicks : 0,
    standingDown: false,
    careRounds: 0,
    quiescent: options.asleep === true && options.quiesceAfterTicks > 0,
    absent: nobody,
    installing: false,
    snapshotWanted: 0,
    damageNonce: options.variant === "damaged-votes" ? 0 : options.damageNonce,
    wholeAt: undefined,
    forwardedReads: new TurnoverMap(),
    readNumber: undefined,
    readyNumber: 0,
    unpersisted: [],
    persistedReady: 0,
    beginsWithReady: 0,
    persistedHardState: hardState,
    writtenHardState: hardState,
    effects: noEffects(),
  }
}

export function noEffects(): Effects {
  return {
    messages: [],
    messagesAfterPersist: [],
    reads: [],
    readsDropped: [],
    loads: [],
    snapshotOffered: undefined,
  }
}

export function onlyLeader(state: RaftState, act: (leader: LeaderRole) => void): void {
  if (state.role.name === "leader") act(state.role)
}

/** Leaves at once: says nothing that is not durable here. */
export function send(state: RaftState, message: Message): void {
  state.effects.messages.push(message)
}

/**
 * Leaves once the term, the vote and the log up to `through` are durable (rule 11). On a disk that
 * takes no writes answers would pile up, one to each heartbeat: beyond so many they are lost.
 */
export function sendDurable(state: RaftState, message: Message, through: LogIndex = 0): void {
  const { persistedHardState: disk, effects } = state
  const begun = through === 0 || state.persistedReady >= state.beginsWithReady
  const voted = disk.term === state.term && disk.vote === state.vote
  const durable = voted && begun && through <= state.log.persistedIndex
  if (durable) effects.messages.push(message)
  else if (state.unpersisted.length < unpersistedMax) effects.messagesAfterPersist.push(message)
}

export function deviates(state: RaftState, variant: RaftVariant): boolean {
  return state.options.variant === variant
}

/** Whether this replica's votes and acknowledgements may be trusted. */
export function isDamaged(state: RaftState): boolean {
  return state.damageNonce !== 0
}

export function isCaretaker({ role }: RaftState): boolean {
  return role.name === "leader" && role.caretaker
}

/** Whether this replica may become leader as far as it knows. */
export function isElectable(state: RaftState): boolean {
  return !state.standingDown && couldLead(state)
}

/** Whether its log and its place among the members allow it to lead (rules 23 and 26). */
export function couldLead(state: RaftState): boolean {
  if (state.installing || isDamaged(state)) return false
  if (state.embargoTicks > 0) return false
  if (!isVoter(state.configuration, state.id)) return false
  return !state.log.mayHoldConfig(configuredThrough(state), state.commit)
}

/** The members are known as of this entry. */
export function configuredThrough({ handout, options }: RaftState): LogIndex {
  return Math.max(handout.applied, options.configuredAt ?? 0)
}

/** Whether the stores of a quorum are there, as their peers hear (rule 53). */
export function isQuorumPresent({ configuration, absent }: RaftState): boolean {
  return isQuorum(configuration, (id) => !absent.has(nodeOf(id)))
}

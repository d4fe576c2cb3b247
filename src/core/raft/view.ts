import type { LogIndex, ReplicaId, Term } from "../../base/index.ts"
import { isRestless } from "./rouse.ts"
import { isCaretaker, isQuorumPresent, type RaftState } from "./state.ts"
import { maySucceed } from "./transfer.ts"
import type { Configuration, EntryId, Role } from "./types.ts"

/** What others may know of a machine. Scalar fields cost no allocation. */
export interface RaftView {
  readonly id: ReplicaId
  readonly role: Role
  readonly term: Term
  /** 0: none in this term. */
  readonly vote: ReplicaId
  /** 0: not known, or a caretaker here: nobody to send anything to. */
  readonly leader: ReplicaId
  readonly commit: LogIndex
  readonly applied: LogIndex
  readonly lastIndex: LogIndex
  readonly persistedIndex: LogIndex
  /** The disk knows that all changes of the configuration up to here are committed. */
  readonly configPersisted: LogIndex
  readonly logStart: EntryId
  readonly configuration: Configuration
  /** Leader only: what it knows of the others. Allocates. */
  readonly progress: readonly ProgressView[]
  /** The log lost entries that it had acknowledged, and has not caught up yet. */
  readonly damaged: boolean
  /**
   * Leadership may go to somebody else at any moment: a lease proves nothing. Stays so until the
   * term ends once somebody was told to campaign, though proposals are taken again (rule 32).
   */
  readonly transferring: boolean
  /** A quorum answered heartbeats that carried this read position or a later one. */
  readonly readPositionConfirmed: number
  readonly quiescent: boolean
  /** It sleeps and should not: to be roused. */
  readonly restless: boolean
  /** It hears of too few stores for anybody to lead among them, itself included. */
  readonly cutOff: boolean
}

interface ProgressView {
  readonly id: ReplicaId
  readonly match: LogIndex
  readonly next: LogIndex
  readonly state: "probe" | "replicate" | "snapshot"
  /** Heard of within an election timeout. */
  readonly active: boolean
  /** It lost what it had acknowledged: what it has counts for nothing yet. */
  readonly damaged: boolean
  /** Leadership may be handed to it: it votes, and has lost nothing. */
  readonly mayLead: boolean
}

export class LiveView implements RaftView {
  readonly #state: RaftState

  constructor(state: RaftState) {
    this.#state = state
  }

  get id(): ReplicaId {
    return this.#state.id
  }

  get role(): Role {
    return isCaretaker(this.#state) ? "caretaker" : this.#state.role.name
  }

  get term(): Term {
    return this.#state.term
  }

  get vote(): ReplicaId {
    return this.#state.vote
  }

  get leader(): ReplicaId {
    return isCaretaker(this.#state) ? 0 : this.#state.leader
  }

  get commit(): LogIndex {
    return this.#state.commit
  }

  get applied(): LogIndex {
    return this.#state.handout.applied
  }

  get lastIndex(): LogIndex {
    return this.#state.log.lastIndex
  }

  get persistedIndex(): LogIndex {
    return this.#state.log.persistedIndex
  }

  get configPersisted(): LogIndex {
    const { log } = this.#state
    return log.configBeforeLast(log.persistedIndex)
  }

  get logStart(): EntryId {
    return this.#state.log.start
  }

  get configuration(): Configuration {
    return this.#state.configuration
  }

  get progress(): readonly ProgressView[] {
    const { role, options } = this.#state
    if (role.name !== "leader") return []
    return [...role.progress.values()].map((progress) => ({
      id: progress.id,
      match: progress.match,
      next: progress.next,
      state: progress.flow.state,
      active: progress.silentTicks < options.electionTimeoutTicks,
      damaged: progress.damage !== undefined,
      mayLead: maySucceed(this.#state, progress),
    }))
  }

  get damaged(): boolean {
    return this.#state.damageNonce !== 0
  }

  get transferring(): boolean {
    const { role } = this.#state
    return role.name === "leader" && (role.transfer !== undefined || role.leaseSuspect)
  }

  get readPositionConfirmed(): number {
    const { role } = this.#state
    return role.name === "leader" ? role.reads.confirmed : 0
  }

  get quiescent(): boolean {
    return this.#state.quiescent
  }

  get restless(): boolean {
    return isRestless(this.#state)
  }

  get cutOff(): boolean {
    // A blank replica does not know yet whom it has to hear of.
    return this.#state.configuration.voters.length > 0 && !isQuorumPresent(this.#state)
  }
}

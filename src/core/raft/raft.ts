import { assert, assertNever, type LogIndex, type ReplicaId, type Term } from "../../base/index.ts"
import { mayCampaign, noteLeaderless } from "./caretaker.ts"
import { learnCommitted } from "./commit.ts"
import { maybeCampaign } from "./election.ts"
import { answerAtOnce, onSnapshotInstalled, wantSnapshot } from "./follower.ts"
import { onLoaded, onUnreachable, tickLeader } from "./leader.ts"
import { type Accepted, type ProposalRefusal, propose, type Refused } from "./propose.ts"
import { askForLeader, seekLeader, wake } from "./quiesce.ts"
import { ageForwardedReads, beginReadNumbers, readIndex } from "./reads.ts"
import { hasReady, onPersisted, takeReady } from "./ready.ts"
import { receive } from "./receive.ts"
import { applyConfig, type ConfigRefusal, maybeAutoLeave, proposeConfig } from "./reconfigure.ts"
import { becomeFollower, forgetLeader } from "./roles.ts"
import { heedAbsent, maybeLieDown, rouse } from "./rouse.ts"
import {
  configuredThrough,
  newState,
  onlyLeader,
  type RaftOptions,
  type RaftState,
} from "./state.ts"
import { maybeHandOver, transferLeader } from "./transfer.ts"
import type {
  ConfigChangeRequest,
  Configuration,
  Heartbeat,
  HeartbeatResponse,
  Input,
  Ready,
} from "./types.ts"
import { LiveView, type RaftView } from "./view.ts"

/**
 * One replica's consensus machine: inputs in, readies out. It knows no clock, no dice but what a
 * tick brings, no disk and no network; the same inputs always give the same readies.
 */
export class Raft {
  /** For `checkRaft` and `describeRaft`; the shell looks at `view`. */
  readonly state: RaftState
  /** Live and cheap: its getters read the machine as it is now. */
  readonly view: RaftView

  constructor(options: RaftOptions) {
    const { applied, lastIndex, logStart } = options
    assert(applied >= logStart.index, "what the log begins after is applied")
    assert(applied <= lastIndex, "what is applied is in the log")
    this.state = newState(options)
    this.view = new LiveView(this.state)
  }

  step(input: Input): void {
    const { state } = this
    switch (input.type) {
      case "tick":
        tick(state, input.chance)
        break
      case "message":
        receive(state, input.message)
        break
      case "persisted":
        onPersisted(state, input.ready)
        break
      case "applied":
        onApplied(state, input.index)
        break
      case "loaded":
        if (input.to === state.id) state.log.lookAt(configuredThrough(state), input.entries)
        else onlyLeader(state, (leader) => onLoaded(state, leader, input.to, input.entries))
        break
      case "compacted":
        onCompacted(state, input.index)
        break
      case "snapshotInstalled":
        onSnapshotInstalled(state, input.snapshot)
        break
      case "snapshotFailed":
        state.installing = false
        break
      case "unreachable":
        unreachable(state, input.peer)
        break
      case "wantSnapshot":
        wake(state)
        wantSnapshot(state, input.index)
        break
      case "committed":
        wake(state)
        learnCommitted(state, input.entry)
        break
      case "campaign":
        wake(state)
        maybeCampaign(state)
        break
      case "absent":
        heedAbsent(state, input.nodes)
        break
      case "rouse":
        rouse(state)
        break
      case "doubt":
        wake(state)
        break
      case "seekLeader":
        seekLeader(state)
        break
      case "transferLeader":
        wake(state)
        onlyLeader(state, (leader) => transferLeader(state, leader, input.to))
        break
      case "standDown":
        standDown(state)
        break
      case "resume":
        state.standingDown = false
        break
      default:
        assertNever(input)
    }
  }

  hasReady(): boolean {
    return hasReady(this.state)
  }

  /** Takes what is to be done. Several readies may be un-persisted at once. */
  ready(): Ready {
    return takeReady(this.state)
  }

  /** One normal entry for each element, in one go or not at all. Leader only. */
  propose(data: readonly Uint8Array[]): Accepted | Refused<ProposalRefusal> {
    wake(this.state)
    return propose(this.state, data)
  }

  /** Proposes a change of members; `data` is the encoded request, carried to every replica. */
  proposeConfig(data: Uint8Array, request: ConfigChangeRequest): Accepted | Refused<ConfigRefusal> {
    wake(this.state)
    return proposeConfig(this.state, data, request)
  }

  /**
   * Asks from which index on a read is linearizable, of the quorum or of the leader. The answer
   * comes as `ready.reads`, or `ready.readsDropped` says that none will.
   */
  readIndex(context: number): void {
    wake(this.state)
    readIndex(this.state, context)
  }

  /**
   * What this replica says to a heartbeat that brings no news; nothing else is to be done then.
   * undefined: it is news, and to be stepped like any other message.
   */
  answerAtOnce(heartbeat: Heartbeat): HeartbeatResponse | undefined {
    return answerAtOnce(this.state, heartbeat)
  }

  /** A configuration entry is being applied: called before the input `applied` (rule 35). */
  applyConfig(request: ConfigChangeRequest): Configuration {
    return applyConfig(this.state, request)
  }

  /** undefined: compacted away, or beyond the log. */
  termAt(index: LogIndex): Term | undefined {
    return this.state.log.termAt(index)
  }
}

function tick(state: RaftState, chance: number): void {
  beginReadNumbers(state, chance)
  state.embargoTicks = Math.max(0, state.embargoTicks - 1)
  if (state.quiescent) return
  if (state.role.name === "leader") tickLeader(state, state.role)
  else tickElection(state, chance)
}

function tickElection(state: RaftState, chance: number): void {
  const { electionTimeoutTicks } = state.options
  ageForwardedReads(state)
  if (state.electionTimeoutTicks === 0) {
    // From one timeout to one and a half: a leader is to be there after two.
    state.electionTimeoutTicks =
      electionTimeoutTicks + Math.floor((chance * electionTimeoutTicks) / 2)
  }
  state.electionElapsedTicks += 1
  if (state.electionElapsedTicks < state.electionTimeoutTicks) return
  if (state.leader !== 0) forgetLeader(state)
  if (maybeLieDown(state)) return
  if (mayCampaign(state)) maybeCampaign(state)
  else {
    // As often as who may campaign does. The others sleep, perhaps, or this one was removed.
    state.electionElapsedTicks = Math.floor((electionTimeoutTicks * 3) / 4)
    noteLeaderless(state)
    askForLeader(state)
  }
}

function onApplied(state: RaftState, index: LogIndex): void {
  state.handout.onApplied(index)
  onlyLeader(state, (leader) => {
    maybeAutoLeave(state, leader)
    maybeHandOver(state, leader)
  })
}

function onCompacted(state: RaftState, index: LogIndex): void {
  if (index <= state.log.start.index) return
  assert(index <= state.handout.index, "the log is cut only where it was applied (rule 17)")
  state.log.compact(index)
}

function unreachable(state: RaftState, peer: ReplicaId): void {
  if (state.role.name === "leader" || peer === state.leader) wake(state)
  onlyLeader(state, (leader) => onUnreachable(leader, peer))
}

/** The disk hangs or the data is corrupt: somebody else shall lead. */
function standDown(state: RaftState): void {
  wake(state)
  state.standingDown = true
  if (state.role.name !== "follower") becomeFollower(state, state.term, 0)
}

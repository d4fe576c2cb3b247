import { type LogIndex, nodeOf, replicaIdOf, type Term } from "../base/index.ts"
import { type ConfigRefusal, isPassing, membersOf, type Raft } from "../core/raft/index.ts"
import type { ConfigChange, ConfigChangeRequest } from "../core/raft/types.ts"
import type { ChangeReplicasOperation, RangeDescriptor } from "../core/range/types.ts"
import { encodeConfigChange } from "../wire/index.ts"
import { giveUp, refuse } from "./answers.ts"
import { replicaOn } from "./belonging.ts"
import type { PendingOperation } from "./types.ts"

interface ReplicaChangesOptions {
  readonly raft: Raft
  /** What the range is now. */
  readonly descriptor: () => RangeDescriptor
}

/** A change of ours that is in the log and has not come to its end yet. */
interface Proposal {
  readonly index: LogIndex
  readonly term: Term
  readonly operation: PendingOperation
  /** It is applied: the leader goes on from there by itself. */
  readonly begun: boolean
}

/**
 * Changes of who has replicas, on their way through the log. They are asked for by node; which
 * replica a node gets follows from the version of the configuration that it comes with. One at a
 * time: Raft takes no second one before the first is applied (rule 34).
 */
export class ReplicaChanges {
  readonly #options: ReplicaChangesOptions
  #proposal: Proposal | undefined

  constructor(options: ReplicaChangesOptions) {
    this.#options = options
  }

  get count(): number {
    return this.#proposal === undefined ? 0 : 1
  }

  /** This replica leads the range. Answers at once where the change can't be made. */
  propose(pending: PendingOperation, operation: ChangeReplicasOperation): void {
    const { raft } = this.#options
    const refused = this.#refusalOf(operation)
    if (refused !== undefined) {
      refuse(pending, "state_changed", refused)
      return
    }
    const request = this.#requestOf(operation)
    const proposal = raft.proposeConfig(encodeConfigChange(request), request)
    if (!proposal.accepted) {
      const code = proposal.reason === "unsafe" ? "state_changed" : "unavailable"
      refuse(pending, code, whyRefused[proposal.reason])
      return
    }
    const { firstIndex: index, term } = proposal
    this.#abandon("another leader took over before the answer")
    this.#proposal = { index, term, operation: pending, begun: false }
  }

  /**
   * A configuration was applied: the range is what `descriptor` says. The answer waits until all
   * that was asked for is so, and the next change can begin.
   */
  settle(index: LogIndex, term: Term): void {
    const proposal = this.#proposal
    if (proposal === undefined || proposal.index > index) return
    const { operation } = proposal
    const begun = proposal.begun || (proposal.index === index && proposal.term === term)
    if (begun && isPassing(this.#options.raft.view.configuration)) {
      this.#proposal = { ...proposal, begun }
      return
    }
    this.#proposal = undefined
    const range = this.#options.descriptor()
    if (begun) operation.sink.deliver(operation, { type: "changeReplicas", range })
    else refuse(operation, "unavailable", "another leader took over before this was committed")
  }

  onLeadershipLost(): void {
    this.#abandon("the leader stepped down before the answer")
  }

  /** A snapshot replaced the log up to here. */
  abandonThrough(index: LogIndex): void {
    if (this.#proposal !== undefined && this.#proposal.index <= index) {
      this.#abandon("a snapshot replaced the log before the answer")
    }
  }

  sweep(nowMs: number): void {
    const operation = this.#proposal?.operation
    if (operation === undefined || (operation.deadline > nowMs && !operation.cancelled)) return
    this.#proposal = undefined
    const code = operation.cancelled ? "cancelled_unknown" : "deadline_unknown"
    giveUp(operation, code, "nobody waits any longer for the change")
  }

  #abandon(why: string): void {
    const operation = this.#proposal?.operation
    this.#proposal = undefined
    if (operation !== undefined) giveUp(operation, "result_unknown", why)
  }

  /** What the request takes to be so and is not. */
  #refusalOf(operation: ChangeReplicasOperation): string | undefined {
    const { raft, descriptor } = this.#options
    const range = descriptor()
    const { rangeId, configVersion } = range
    if (operation.rangeId !== rangeId) {
      return `these keys belong to range ${rangeId} by now: look the range up anew`
    }
    if (operation.configVersion !== 0 && operation.configVersion !== configVersion) {
      return (
        `range ${rangeId} has configuration ${configVersion} by now, ` +
        `not ${operation.configVersion}: look at its replicas anew`
      )
    }
    const { configuration } = raft.view
    for (const { type, nodeId } of operation.changes) {
      const has = replicaOn(configuration, nodeId) !== undefined
      if (type === "remove" ? has : !has || this.#mayPromote(type, nodeId)) continue
      const holders = membersOf(configuration).map(nodeOf).join(", ")
      const which = has ? "has one already" : "has none"
      return `node ${nodeId} ${which}: replicas of range ${rangeId} are on ${holders}`
    }
    return undefined
  }

  /** A learner may become a voter, and a voter a learner. */
  #mayPromote(type: ConfigChange["type"], nodeId: number): boolean {
    const { configuration } = this.#options.raft.view
    const learns = configuration.learners.some((id) => nodeOf(id) === nodeId)
    return learns ? type === "addVoter" : type === "addLearner"
  }

  #requestOf({ changes }: ChangeReplicasOperation): ConfigChangeRequest {
    const { raft, descriptor } = this.#options
    const generation = descriptor().configVersion + 1
    return {
      changes: changes.map(({ type, nodeId }) => {
        const has = replicaOn(raft.view.configuration, nodeId)
        return { type, replica: has ?? replicaIdOf(nodeId, generation) }
      }),
    }
  }
}

const whyRefused: Readonly<Record<ConfigRefusal, string>> = {
  notLeader: "this replica does not lead the range any more: ask again",
  removed: "this replica was removed from the range: ask again",
  transferring: "leadership of the range is being handed over: ask again",
  configPending: "another change of the range's replicas is under way: ask again",
  unsafe:
    "the change is not safe now: the leader's replica can't be removed (transfer leadership), " +
    "new voters must be learners that have caught up, and a quorum of the voters must be alive",
}

import { compareBytes, KvError, type NodeId, nodeOf, type Term } from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import type { RangeDescriptor, ReadOperation, SplitOperation } from "../core/range/types.ts"
import { encodeOperation } from "../wire/index.ts"
import { isRead, namesOther, rangeChangedMessage, refuse } from "./answers.ts"
import type { ConsistencyCheck } from "./consistency-check.ts"
import type { Forwarder } from "./forwarder.ts"
import type { Members } from "./members.ts"
import type { Merging } from "./merging.ts"
import type { Parked } from "./parked.ts"
import type { Proposals } from "./proposals.ts"
import type { Quarantine } from "./quarantine.ts"
import type { RangeGauge } from "./range-gauge.ts"
import type { Reads } from "./reads.ts"
import type { ReplicaChanges } from "./replica-changes.ts"
import type { ErrorHint, PendingOperation } from "./types.ts"

interface IntakeOptions {
  readonly raft: Raft
  readonly members: Members
  readonly onAsk: (operation: PendingOperation, term: Term) => void
  /** Takes an operation back that has become another one. */
  readonly reroute: (operation: PendingOperation) => void
  /** What the range is now. */
  readonly descriptor: () => RangeDescriptor
  readonly proposals: Proposals
  readonly changes: ReplicaChanges
  readonly merging: () => Merging
  readonly reads: Reads
  readonly parked: Parked
  readonly forwarder: Forwarder
  readonly quarantine: Quarantine
  readonly check: () => ConsistencyCheck
  readonly gauge: RangeGauge
  /** Variant served-while-frozen. */
  readonly served: boolean
  /** Why writes are not taken now, if so. */
  readonly writesRefused: () => KvError | undefined
}

/** Where an operation enters a replica: to be served here, sent on, kept for later, or refused. */
export class Intake {
  readonly #options: IntakeOptions

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  route(operation: PendingOperation): void {
    const { raft, quarantine, reads, gauge, forwarder, parked } = this.#options
    if (isStale(operation)) {
      if (quarantine.active) refuse(operation, "data_loss", beingReplacedMessage)
      else {
        gauge.take(operation.operation)
        reads.serve([operation])
      }
      return
    }
    const { role, leader } = raft.view
    if (role === "leader") this.#lead(operation)
    else if (operation.forwarded) {
      refuse(operation, "not_leader", notLeaderMessage, this.#leaderHint())
    } else if (leader !== 0) forwarder.forward(nodeOf(leader), operation)
    else if (raft.view.cutOff) refuse(operation, "unavailable", cutOffMessage)
    else {
      operation.strayed = true
      parked.add(operation)
    }
  }

  #lead(operation: PendingOperation): void {
    const { quarantine, reads, check, gauge } = this.#options
    if (quarantine.hopeless) {
      refuse(operation, "data_loss", hopelessMessage)
      return
    }
    if (this.#isFrozenFor(operation)) return
    gauge.take(operation.operation)
    if (isRead(operation.operation)) {
      reads.enqueue(operation)
      return
    }
    // Request ids are remembered by range: one that was given out for another range, or for this
    // one when it was larger, must not be new to the table of this one (rule 54).
    if (namesOther(operation, this.#options.descriptor())) {
      refuse(operation, "range_changed", rangeChangedMessage)
      return
    }
    if (operation.operation.type === "check") {
      check().ask(operation)
      return
    }
    if (operation.operation.type === "ask") {
      this.#options.onAsk(operation, this.#options.raft.view.term)
      return
    }
    if (operation.operation.type === "transfer") {
      this.#transfer(operation, operation.operation.to)
      return
    }
    if (!this.#reshapes(operation)) this.#write(operation)
  }

  #write(operation: PendingOperation): void {
    const { proposals, writesRefused } = this.#options
    const refused = writesRefused()
    if (refused === undefined || isDelete(operation)) proposals.enqueue(operation)
    else refuse(operation, refused.code, refused.message, refused.context)
  }

  /** Whose these keys are is about to be decided: what can wait for that waits. */
  #isFrozenFor(pending: PendingOperation): boolean {
    const { descriptor, parked, served } = this.#options
    const { frozen } = descriptor()
    const { type } = pending.operation
    if (frozen === undefined || served || passes.has(type)) return false
    if (type === "merge" || type === "split" || type === "changeReplicas") {
      const message = `the range is being merged into range ${frozen.into}: ask again`
      refuse(pending, "state_changed", message)
    } else parked.add(pending)
    return true
  }

  /** What changes which keys the range has, or who has it. */
  #reshapes(pending: PendingOperation): boolean {
    const { operation } = pending
    const { merging, proposals, changes } = this.#options
    if (operation.type === "split" && operation.by !== undefined) {
      void this.#splitWhereFound(pending, operation)
    } else if (operation.type === "merge") merging().ask(pending, operation)
    else if (operation.type === "absorb") merging().answer(pending, operation)
    else if (operation.type !== "changeReplicas") return false
    else if (proposals.held) refuse(pending, "unavailable", reshapedMessage)
    else changes.propose(pending, operation)
    return true
  }

  /** The key is looked for first; then it is a split like any other. */
  async #splitWhereFound(
    pending: PendingOperation,
    { at: start, by, childId }: SplitOperation,
  ): Promise<void> {
    const { gauge, descriptor, reroute } = this.#options
    if (compareBytes(descriptor().start, start) !== 0) {
      refuse(pending, "state_changed", "no range begins at this key by now: look it up anew")
      return
    }
    try {
      const at = by === "load" ? gauge.splitKeyByLoad() : await gauge.splitKeyBySize()
      const holds = at !== undefined && compareBytes(at, start) > 0
      if (!holds) throw new KvError("state_changed", `no key cuts the range by its ${by}`)
      const operation: SplitOperation = { type: "split", at, childId }
      const { id, rangeId, rangeVersion } = pending
      const named = { id, rangeId, rangeVersion, timeoutMs: 0, keyspace: "", operation }
      // By the store: the range may sleep by now, or have left.
      reroute({ ...pending, operation, bytes: encodeOperation(named) })
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      refuse(pending, error.code, error.message)
    }
  }

  /**
   * Begins to hand leadership over; whoever asked looks again who leads. Not while a split is on
   * its way: only who leads the whole when it is cut leads the new half at once (rule 47).
   */
  #transfer(operation: PendingOperation, to: NodeId): void {
    const { raft, descriptor, proposals } = this.#options
    if (proposals.held) {
      refuse(operation, "unavailable", reshapedMessage)
      return
    }
    const { voters } = raft.view.configuration
    const heir = voters.find((id) => nodeOf(id) === to)
    const range = descriptor()
    if (heir === undefined) {
      const has = voters.map(nodeOf).join(", ")
      const message = `node ${to} has no voting replica of range ${range.rangeId}: ${has} have one`
      const instead = "choose one of them, or move a replica there first"
      refuse(operation, "invalid_argument", `${message}; ${instead}`)
      return
    }
    if (heir !== raft.view.id) {
      const known = raft.view.progress.find(({ id }) => id === heir)
      if (!(known?.active && known.mayLead)) {
        const why = known?.active ? "its replica is being mended" : "nothing is heard of it"
        const message = `node ${to} can't lead range ${range.rangeId} now: ${why}`
        refuse(operation, "state_changed", `${message}; ask again once it is well`)
        return
      }
      raft.step({ type: "transferLeader", to: heir })
    }
    operation.sink.deliver(operation, { type: "transfer", range })
  }

  #leaderHint(): ErrorHint {
    const { raft, members } = this.#options
    const member = members.of(nodeOf(raft.view.leader))
    if (member === undefined) return {}
    return { leaderNodeId: member.nodeId, leaderAddress: member.address }
  }
}

/** They say nothing of cells. */
const passes: ReadonlySet<string> = new Set(["transfer", "ask", "absorb"])

const notLeaderMessage = "this node does not lead the range: ask the leader, or retry"

const cutOffMessage =
  "this node hears of no quorum of the range's replicas: ask another, or see who is silent"

const reshapedMessage = "the range is being split or merged: ask again"

const hopelessMessage =
  "this node's data is corrupt and it has no replica to mend it from: restore it from a backup"

const beingReplacedMessage = "this replica's data is corrupt and being replaced: ask another"

function isStale({ operation }: PendingOperation): boolean {
  return isRead(operation) && (operation as ReadOperation).consistency === "stale"
}

function isDelete({ operation }: PendingOperation): boolean {
  return operation.type === "delete" || operation.type === "deleteRange"
}

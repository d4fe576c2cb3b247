import {
  assert,
  type HybridTime,
  type Limits,
  type LogIndex,
  nextHybridTime,
  type Term,
  TurnoverMap,
  type WallMs,
} from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import { beginsIn, readsItsCell } from "../core/range/index.ts"
import type {
  CheckStep,
  Command,
  OperationResult,
  RangeDescriptor,
  WriteOperation,
} from "../core/range/types.ts"
import { LotSize } from "../storage/index.ts"
import { encodeCommand } from "../wire/index.ts"
import {
  giveUp,
  namesOther,
  rangeChangedMessage,
  refuse,
  refuseIfOver,
  sweepQueue,
  type UnknownCode,
} from "./answers.ts"
import type { PendingOperation } from "./types.ts"
import type { StoreVariant } from "./variant.ts"

/** So many operations are worth an entry of their own, whatever is on its way. */
const worthwhileOperations = 64

/** One log entry of ours that is not applied yet, and who waits for it. */
interface Proposal {
  readonly term: Term
  readonly command: Command
  /** undefined: answered early. */
  readonly operations: (PendingOperation | undefined)[]
}

/** What a leader proposes of itself: the end of expired keys or of a freeze, a step of a check. */
export type OwnCommand =
  | { readonly type: "purge"; readonly keys: readonly Uint8Array[] }
  | { readonly type: "thaw" }
  | CheckStep

interface ProposalsOptions {
  readonly limits: Limits
  readonly variant: StoreVariant | undefined
  /** What the range is now. */
  readonly descriptor: () => RangeDescriptor
  /** Takes back what belongs to another range by now; it surely had no effect. */
  readonly onElsewhere: (operation: PendingOperation) => void
}

/**
 * Writes on their way through the log. Many operations ride in one entry: those that arrive while
 * the log is busy share the next one. A proposal is settled only by what is applied: its own entry
 * gives the results; an entry of another term at its index, or of a later term before it, proves it
 * dead (rule 45).
 */
export class Proposals {
  readonly #options: ProposalsOptions
  readonly #limits: Limits
  readonly #variant: StoreVariant | undefined
  /** Where an entry of ours is after which the range is another: nothing goes before (rule 44). */
  #heldAt: LogIndex | undefined
  #queue: PendingOperation[] = []
  readonly #waiting = new TurnoverMap<LogIndex, Proposal>()
  /**
   * How many operations of an entry may read their cells: all of them are in memory at once when it
   * is applied, on each replica. They are to weigh what an entry may; whoever applies knows.
   */
  readonly cellReads: LotSize
  #lastTime: HybridTime = 0
  #appliedTerm: Term = 0

  constructor(options: ProposalsOptions) {
    this.#options = options
    this.#limits = options.limits
    this.#variant = options.variant
    this.cellReads = new LotSize(this.#limits.entryBytesMax, this.#limits.entryOperationsMax)
  }

  /** The range may be another soon. */
  get held(): boolean {
    return this.#heldAt !== undefined
  }

  /** Operations that wait to be proposed or to be applied. */
  get count(): number {
    let count = this.#queue.length
    for (const proposal of this.#waiting.values()) count += proposal.operations.length
    return count
  }

  /**
   * Whether what is queued is to be proposed now. While entries are on their way it waits until it
   * is as much as they carry: an entry costs every replica its steps, however little is in it, and
   * with many busy ranges there would be three small ones where one will do.
   */
  wants({ view }: Raft): boolean {
    const queued = this.#frozen ? 0 : this.#queue.length
    if (queued === 0 || queued >= worthwhileOperations) return queued > 0
    return view.lastIndex === view.commit || queued >= this.count - queued
  }

  enqueue(operation: PendingOperation): void {
    this.#queue.push(operation)
  }

  /** Gives back what was not proposed: this replica leads no more. */
  takeQueue(): PendingOperation[] {
    const queue = this.#queue
    this.#queue = []
    return queue
  }

  /** The command of an entry that this node proposed itself: saves decoding it. */
  commandAt(index: LogIndex, term: Term): Command | undefined {
    const proposal = this.#waiting.get(index)
    return proposal?.term === term ? proposal.command : undefined
  }

  /**
   * Proposes what is queued, an entry at a time, until Raft wants no more. Stamps are above
   * everything in the log: the caller asserts that all earlier terms are applied here.
   */
  propose(raft: Raft, appliedTime: HybridTime, wallMs: WallMs, nowMs: number): void {
    let from = 0
    while (from < this.#queue.length && this.#heldAt === undefined && !this.#frozen) {
      const { operations, next } = this.#gather(from, nowMs)
      from = next
      if (operations.length === 0) continue
      const time = this.#stamp(appliedTime, wallMs, operations.length)
      const { command, data } = this.#commandOf(operations, time)
      if (this.#hand(raft, command, data, operations) !== undefined) continue
      this.#queue = [...operations, ...this.#queue.slice(from)]
      return
    }
    this.#queue = from === 0 ? this.#queue : this.#queue.slice(from)
  }

  /** Proposes what no client asked for; where it is in the log, undefined: not now. */
  proposeOwn(
    raft: Raft,
    own: OwnCommand,
    appliedTime: HybridTime,
    wallMs: WallMs,
  ): LogIndex | undefined {
    const goes = this.#frozen === (own.type === "thaw")
    if (this.#heldAt !== undefined || !goes) return undefined
    const time = this.#stamp(appliedTime, wallMs, 1)
    const rangeVersion = this.#options.descriptor().version
    const command = { time, rangeVersion, ...own }
    return this.#hand(raft, command, encodeCommand(command), [])
  }

  /** Settles what waits by what was applied at an index. */
  settle(index: LogIndex, term: Term, results: readonly OperationResult[]): void {
    if (term > this.#appliedTerm) this.#buryBefore(term, index)
    this.#appliedTerm = term
    const proposal = this.#waiting.get(index)
    if (this.#heldAt !== undefined && index >= this.#heldAt) this.#heldAt = undefined
    if (proposal === undefined) return
    this.#waiting.delete(index)
    if (proposal.term !== term && this.#variant !== "settle-by-index") {
      refuseDead(proposal)
      return
    }
    for (let i = 0; i < proposal.operations.length; i += 1) {
      const operation = proposal.operations[i]
      const result = results[i]
      assert(result !== undefined, "an applied operation without a result")
      if (operation === undefined) continue
      const passedOver = result.type === "error" && result.code === "range_changed"
      if (passedOver) this.#options.onElsewhere(operation)
      else operation.sink.deliver(operation, result)
    }
  }

  /**
   * Terms never fall along the log, so behind an applied entry of a term no entry of an earlier one
   * will ever be committed (Raft, section 5.4.3). Where the new leader has nothing to write, no
   * entry may come to these indexes for as long as anybody waits.
   */
  #buryBefore(term: Term, index: LogIndex): void {
    if (this.#variant === "settle-by-index") return
    for (const [at, proposal] of this.#waiting) {
      if (at <= index || proposal.term >= term) continue
      this.#waiting.delete(at)
      refuseDead(proposal)
    }
  }

  /** A snapshot replaced the log up to here: what became of these proposals can't be seen. */
  abandonThrough(index: LogIndex): void {
    if (this.#heldAt !== undefined && index >= this.#heldAt) this.#heldAt = undefined
    for (const [at, proposal] of this.#waiting) {
      if (at > index) continue
      this.#waiting.delete(at)
      this.#abandon(proposal, "a snapshot replaced the log before the answer")
    }
  }

  /**
   * Leadership is gone. Writes that carry a request id are told so at once, their retry is
   * exactly-once wherever it goes; the others wait, for they may still hear the truth.
   */
  onLeadershipLost(): void {
    this.#heldAt = undefined
    this.#filterWaiting((operation) => {
      const write = operation.operation as WriteOperation
      if (write.requestId === undefined) return true
      this.#giveUp(operation, "result_unknown", "the leader stepped down before the answer")
      return false
    })
  }

  /** This replica is leaving: what becomes of its proposals is seen elsewhere. */
  onRemoved(): void {
    this.#heldAt = undefined
    for (const proposal of this.#waiting.values()) {
      this.#abandon(proposal, "this node's replica was removed before the answer")
    }
    this.#waiting.clear()
  }

  /** Answers what nobody can wait for any longer. */
  sweep(nowMs: number): void {
    this.#queue = sweepQueue(this.#queue, nowMs)
    this.#filterWaiting((operation) => {
      if (operation.deadline > nowMs && !operation.cancelled) return true
      if (operation.cancelled) {
        this.#giveUp(operation, "cancelled_unknown", "cancelled after it was begun")
      } else {
        this.#giveUp(operation, "deadline_unknown", "the deadline passed before the answer")
      }
      return false
    })
  }

  #gather(from: number, nowMs: number): { operations: PendingOperation[]; next: number } {
    const operations: PendingOperation[] = []
    const cellReadsMax = this.cellReads.keys
    let cellReads = 0
    let bytes = 0
    let next = from
    for (; next < this.#queue.length; next += 1) {
      const operation = this.#queue[next] as PendingOperation
      if (operations.length === this.#limits.entryOperationsMax) break
      if (operations.length > 0 && bytes + operation.bytes.length > this.#limits.entryBytesMax)
        break
      if (refuseIfOver(operation, nowMs)) continue
      if (!beginsIn(this.#options.descriptor(), operation.operation)) {
        this.#options.onElsewhere(operation)
        continue
      }
      // Such an entry is applied by itself.
      const { type } = operation.operation
      const alone = standsAlone.has(type)
      // Whoever names the range that is to be cut or merged means the span that it had: another
      // such step may have been applied while this one waited.
      if (alone && namesOther(operation, this.#options.descriptor())) {
        refuse(operation, "range_changed", rangeChangedMessage)
        continue
      }
      if (alone && operations.length > 0) break
      if (readsItsCell(operation.operation)) {
        if (cellReads === cellReadsMax) break
        cellReads += 1
      }
      operations.push(operation)
      bytes += operation.bytes.length
      if (alone) return { operations, next: next + 1 }
    }
    return { operations, next }
  }

  #commandOf(
    operations: readonly PendingOperation[],
    time: HybridTime,
  ): { readonly command: Command; readonly data: Uint8Array } {
    const rangeVersion = this.#options.descriptor().version
    const first = operations[0]?.operation
    if (first?.type === "split") {
      const { at, childId } = first
      const command: Command = { type: "split", time, rangeVersion, at, childId }
      return { command, data: encodeCommand(command) }
    }
    if (first?.type === "merge") {
      const { into, target = { version: 0, configVersion: 0 } } = first
      const { configVersion } = this.#options.descriptor()
      const command = { type: "freeze", time, rangeVersion, configVersion, into, target } as const
      return { command, data: encodeCommand(command) }
    }
    if (first?.type === "absorb") {
      const command: Command = { ...first, time, rangeVersion }
      return { command, data: encodeCommand(command) }
    }
    const command: Command = {
      type: "batch",
      time,
      rangeVersion,
      operations: operations.map((pending) => pending.operation as WriteOperation),
    }
    const bytes = operations.map((pending) => pending.bytes)
    return { command, data: encodeCommand({ time, rangeVersion, operations: bytes }) }
  }

  #stamp(appliedTime: HybridTime, wallMs: WallMs, count: number): HybridTime {
    const time = nextHybridTime(Math.max(this.#lastTime, appliedTime), wallMs)
    this.#lastTime = time + count - 1
    return time
  }

  #hand(
    raft: Raft,
    command: Command,
    data: Uint8Array,
    operations: PendingOperation[],
  ): LogIndex | undefined {
    const proposal = raft.propose([data])
    if (!proposal.accepted) return undefined
    // An older term's proposal was here. Our log lost it, another's may not have: not proven dead.
    const stale = this.#waiting.get(proposal.firstIndex)
    if (stale !== undefined) this.#abandon(stale, "another leader took over before the answer")
    this.#waiting.set(proposal.firstIndex, { term: proposal.term, command, operations })
    const changes = changesRange.has(command.type)
    const holds = changes && this.#variant !== "apply-without-epoch-check"
    if (holds) this.#heldAt = proposal.firstIndex
    return proposal.firstIndex
  }

  /** Nothing but the end of that is proposed. Variant served-while-frozen: all is. */
  get #frozen(): boolean {
    const served = this.#variant === "served-while-frozen"
    return !served && this.#options.descriptor().frozen !== undefined
  }

  #abandon(proposal: Proposal, why: string): void {
    for (const operation of proposal.operations) {
      if (operation !== undefined) this.#giveUp(operation, "result_unknown", why)
    }
  }

  #giveUp(operation: PendingOperation, code: UnknownCode, why: string): void {
    if (this.#variant === "unknown-as-refused") refuse(operation, "unavailable", why)
    else giveUp(operation, code, why)
  }

  /** Results arrive by position, so an operation that is answered early leaves a hole. */
  #filterWaiting(keep: (operation: PendingOperation) => boolean): void {
    for (const proposal of this.#waiting.values()) {
      proposal.operations.forEach((operation, at) => {
        if (operation !== undefined && !keep(operation)) proposal.operations[at] = undefined
      })
    }
  }
}

/** Operations that are entries by themselves, and commands after which the range is another. */
const standsAlone: ReadonlySet<string> = new Set(["split", "addKeyspace", "merge", "absorb"])
const changesRange: ReadonlySet<string> = new Set(["split", "freeze", "thaw", "absorb"])

function refuseDead(proposal: Proposal): void {
  for (const operation of proposal.operations) {
    if (operation === undefined) continue
    refuse(operation, "unavailable", "another leader took over before this write was committed")
  }
}

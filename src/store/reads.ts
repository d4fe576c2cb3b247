import {
  isDataLoss,
  type KvError,
  type LogIndex,
  TurnoverMap,
  type WallMs,
  wallMsOf,
} from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Raft, RaftView } from "../core/raft/index.ts"
import type { ReadState, Ready } from "../core/raft/types.ts"
import { beginsIn, type RangeMachine } from "../core/range/index.ts"
import type { Cell, GetOperation, ReadOperation, ScanOperation } from "../core/range/types.ts"
import type { Clock } from "../env/index.ts"
import { LotSize, type RangeData } from "../storage/index.ts"
import { refuse, refuseIfOver, sweepQueue } from "./answers.ts"
import { Lease } from "./lease.ts"
import { ReadQueue } from "./read-queue.ts"
import type { ReadShares } from "./read-shares.ts"
import type { PendingOperation } from "./types.ts"
import type { StoreVariant } from "./variant.ts"

/** Reads that may be served once this index is applied. */
interface Round {
  readonly index: LogIndex
  readonly operations: PendingOperation[]
}

interface ReadsOptions {
  readonly data: RangeData
  readonly config: NodeConfig
  readonly machine: () => RangeMachine
  readonly clock: Clock
  /** What all ranges of the store read from the engine at once. */
  readonly readShares: ReadShares
  readonly variant: StoreVariant | undefined
  /** A round of read index has ended. */
  readonly onAnswered: () => void
  /** Takes back what belongs to another range by now. */
  readonly onElsewhere: (read: PendingOperation) => void
  /** Takes back what can't be served before it is known whose these keys are. */
  readonly onFrozen: (read: PendingOperation) => void
  /** This replica's bytes on disk are not what was written; the reads are given back. */
  readonly onDataLoss: (error: KvError, reads: readonly PendingOperation[]) => void
}

/**
 * Linearizable reads by read index. All reads that arrive while a round of heartbeats is under way
 * share the next round; each is served once the state machine has applied up to its index.
 */
export class Reads {
  readonly #options: ReadsOptions
  readonly #lease: Lease
  #queue: PendingOperation[] = []
  /** Rounds under way. More than one only when a round was lost on its way. */
  readonly #rounds = new TurnoverMap<number, PendingOperation[]>()
  #confirmed: Round[] = []
  /** What memory can't answer; made when there is any. */
  #gets: ReadQueue | undefined
  #scans: ReadQueue | undefined
  #context = 0

  constructor(options: ReadsOptions) {
    this.#options = options
    this.#lease = new Lease(options.config.raft)
  }

  get count(): number {
    let count = this.#queue.length + (this.#gets?.count ?? 0) + (this.#scans?.count ?? 0)
    for (const operations of this.#rounds.values()) count += operations.length
    for (const { operations } of this.#confirmed) count += operations.length
    return count
  }

  enqueue(operation: PendingOperation): void {
    this.#queue.push(operation)
  }

  /** Something is queued, and no round is under way. */
  get wants(): boolean {
    return this.#queue.length > 0 && this.#rounds.size === 0
  }

  /** Asks Raft for a read index on behalf of everything queued, one round at a time. */
  request(raft: Raft): void {
    if (this.#options.variant === "answer-reads-at-once") {
      this.#confirmed.push({ index: raft.view.commit, operations: this.#queue })
      this.#queue = []
      return
    }
    this.#context += 1
    this.#rounds.set(this.#context, this.#queue)
    this.#queue = []
    raft.readIndex(this.#context)
  }

  /** A valid lease stands for a round: lease reads are confirmed at the commit index of now. */
  serveByLease(view: RaftView): void {
    const { machine, clock } = this.#options
    if (this.#queue.length === 0) return
    if (!this.#lease.valid(view, machine().state.term, clock.monotonicMs())) return
    const byLease = this.#queue.filter(asksForLease)
    if (byLease.length === 0) return
    this.#queue = this.#queue.filter((pending) => !asksForLease(pending))
    this.#confirmed.push({ index: view.commit, operations: byLease })
  }

  /** What Raft confirmed is to be served; gives back the reads of rounds that it dropped. */
  onReady(ready: Ready, view: RaftView): PendingOperation[] {
    const { clock, onAnswered } = this.#options
    this.#lease.onReady(ready, view, clock)
    if (ready.reads.length + ready.readsDropped.length === 0) return []
    onAnswered()
    for (const read of ready.reads) this.#confirm(read)
    return this.#drop(ready.readsDropped)
  }

  /** Gives back what no round was started for: this replica leads no more. */
  takeQueue(): PendingOperation[] {
    const queue = this.#queue
    this.#queue = []
    return queue
  }

  /** Gives back what is not being served: this replica is leaving. */
  takeAll(): PendingOperation[] {
    const all = [...this.takeQueue(), ...this.#drop([...this.#rounds.keys()])]
    for (const queue of [this.#gets, this.#scans]) all.push(...(queue?.takeAll() ?? []))
    for (const { operations } of this.#confirmed) all.push(...operations)
    this.#confirmed = []
    return all
  }

  /** Serves what is confirmed and applied. */
  serveApplied(): void {
    if (this.#confirmed.length === 0) return
    const applied = this.#options.machine().state.index
    const waiting: Round[] = []
    for (const round of this.#confirmed) {
      if (round.index > applied) waiting.push(round)
      else this.serve(round.operations)
    }
    this.#confirmed = waiting
  }

  /** Serves reads from what this replica has applied now. */
  serve(operations: readonly PendingOperation[]): void {
    const now = this.#options.clock.monotonicMs()
    const machine = this.#options.machine()
    const { time } = machine.state
    const gets: PendingOperation[] = []
    const scans: PendingOperation[] = []
    for (const pending of operations) {
      if (refuseIfOver(pending, now)) continue
      if (this.#isElsewhere(pending)) continue
      if (pending.operation.type === "scan") {
        if (!this.#scanCached(pending)) scans.push(pending)
        continue
      }
      const cell = this.#options.data.cached((pending.operation as GetOperation).key)
      if (cell === undefined) gets.push(pending)
      else deliver(pending, machine.visible(cell ?? undefined, time))
    }
    if (gets.length > 0) this.#getQueue.add(gets)
    if (scans.length > 0) this.#scanQueue.add(scans)
  }

  sweep(nowMs: number): void {
    this.#queue = sweepQueue(this.#queue, nowMs)
    this.#gets?.sweep(nowMs)
    this.#scans?.sweep(nowMs)
    for (const [context, operations] of this.#rounds) {
      const left = sweepQueue(operations, nowMs)
      if (left !== operations) this.#rounds.set(context, left)
    }
    this.#confirmed = this.#confirmed.map((round) => ({
      index: round.index,
      operations: sweepQueue(round.operations, nowMs),
    }))
  }

  /** This replica led when the round began. */
  #confirm(read: ReadState): void {
    const operations = this.#rounds.get(read.context)
    if (operations === undefined) return
    this.#rounds.delete(read.context)
    this.#confirmed.push({ index: read.index, operations })
  }

  /** Rounds that will never be answered (rule 29): their reads are given back. */
  #drop(contexts: readonly number[]): PendingOperation[] {
    const dropped: PendingOperation[] = []
    for (const context of contexts) {
      dropped.push(...(this.#rounds.get(context) ?? []))
      this.#rounds.delete(context)
    }
    return dropped
  }

  /** The range is not what it was when the read came here: it is given back. */
  #isElsewhere(pending: PendingOperation): boolean {
    const { data, onElsewhere, onFrozen, machine, variant } = this.#options
    const frozen = machine().state.descriptor.frozen !== undefined
    if (frozen && variant !== "served-while-frozen" && !isStale(pending)) {
      onFrozen(pending)
      return true
    }
    if (variant === "read-beyond-split" || beginsIn(data.descriptor, pending.operation))
      return false
    onElsewhere(pending)
    return true
  }

  get #getQueue(): ReadQueue {
    this.#gets ??= this.#openGets()
    return this.#gets
  }

  #openGets(): ReadQueue {
    const { readShares, config } = this.#options
    const size = new LotSize(config.limits.readLotBytesMax)
    return new ReadQueue({
      share: readShares.gets,
      lot: () => ({ readsMax: size.keys, each: size.cellBytes }),
      settled: (read) => this.#isSettled(read),
      read: (lot) => this.#fetch(lot, size),
    })
  }

  get #scanQueue(): ReadQueue {
    this.#scans ??= new ReadQueue({
      share: this.#options.readShares.scans,
      lot: () => ({ readsMax: 1, each: 1 }),
      settled: (read) => this.#isSettled(read),
      read: ([scan]) => this.#scan(scan as PendingOperation),
    })
    return this.#scans
  }

  #isSettled(read: PendingOperation): boolean {
    return refuseIfOver(read, this.#options.clock.monotonicMs()) || this.#isElsewhere(read)
  }

  async #fetch(lot: readonly PendingOperation[], size: LotSize): Promise<void> {
    const machine = this.#options.machine()
    // From before: what is read may be newer, and then was visible when it was written.
    const { time } = machine.state
    try {
      const keys = lot.map((pending) => (pending.operation as GetOperation).key)
      const cells = await this.#options.data.cells(keys)
      let bytes = 0
      lot.forEach((pending, i) => {
        const [key, cell] = [keys[i] as Uint8Array, cells[i]]
        bytes += key.length + (cell?.value.length ?? 0)
        deliver(pending, machine.visible(cell, time))
      })
      size.onRead(lot.length, bytes)
    } catch (error) {
      // One cell that is corrupt must not take the others with it: this replica may be alone.
      if (isDataLoss(error) && lot.length > 1) {
        await Promise.all(lot.map((read) => this.#fetch([read], size)))
      } else this.#fail(error, lot)
    }
  }

  async #scan(pending: PendingOperation): Promise<void> {
    const { data, config } = this.#options
    try {
      const nowMs = this.#logTimeMs()
      const page = await data.scan(pending.operation as ScanOperation, config.limits, nowMs)
      pending.sink.deliver(pending, page)
    } catch (error) {
      this.#fail(error, [pending])
    }
  }

  /** False: the engine has to be asked. */
  #scanCached(pending: PendingOperation): boolean {
    const { data, config } = this.#options
    const page = data.cachedScan(
      pending.operation as ScanOperation,
      config.limits,
      this.#logTimeMs(),
    )
    if (page !== undefined) pending.sink.deliver(pending, page)
    return page !== undefined
  }

  #logTimeMs(): WallMs {
    return wallMsOf(this.#options.machine().state.time)
  }

  #fail(error: unknown, reads: readonly PendingOperation[]): void {
    if (isDataLoss(error)) {
      this.#options.onDataLoss(error, reads)
      return
    }
    const message = error instanceof Error ? error.message : String(error)
    for (const pending of reads) refuse(pending, "unavailable", `the read failed: ${message}`)
  }
}

function deliver(pending: PendingOperation, cell: Cell | undefined): void {
  pending.sink.deliver(pending, { type: "get", cell })
}

function isStale(pending: PendingOperation): boolean {
  return (pending.operation as ReadOperation).consistency === "stale"
}

function asksForLease(pending: PendingOperation): boolean {
  return (pending.operation as ReadOperation).consistency === "lease"
}

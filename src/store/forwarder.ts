import {
  type KeyspaceId,
  KvError,
  type MonotonicMs,
  type NodeId,
  nodeOf,
  type StoreTable,
  TurnoverMap,
} from "../base/index.ts"
import type { OperationResult } from "../core/range/types.ts"
import type { Clock, Network, Random } from "../env/index.ts"
import {
  decodeForwardFrame,
  decodeOperation,
  encodeForwardFrame,
  encodeResult,
  type ForwardFrame,
  type HashReport,
  type Misrouted,
  misroutedOf,
} from "../wire/index.ts"
import { giveUp, mayBeRepeated, refuse } from "./answers.ts"
import type { Members } from "./members.ts"
import type { ErrorHint, PendingOperation, ResultSink } from "./types.ts"

/** Results of one frame; one goes whatever its size. */
const resultBytesMax = 8 * 1_024 * 1_024
/** Results that a full lane took none of wait so long, and so many of them for one peer. */
const keptMsMax = 5_000
const keptBytesMax = 8 * resultBytesMax

/** A peer that knows of fewer stores is told of all at most this often. */
const teachEveryMs = 1_000

/** Operations and results for one peer, gathered in one turn. */
interface Gathered {
  operationIds: number[]
  timeoutsMs: number[]
  operations: Uint8Array[]
  keyspaceIds: KeyspaceId[]
  /** Of all results here: the life of the peer that asked. */
  resultsOrigin: number
  resultIds: number[]
  results: Uint8Array[]
  /** Since when the lane has had no room for them. */
  keptSinceMs: MonotonicMs | undefined
  hashReports: HashReport[]
  /** The peer knows of fewer stores. */
  table: StoreTable | undefined
}

/** Who forwarded an operation: a node, in one of its lives, by its number for the operation. */
interface Asker {
  readonly from: NodeId
  readonly origin: number
  readonly envelopeId: number
}

interface ForwardedOperation extends PendingOperation, Asker {}

interface Outstanding {
  readonly to: NodeId
  readonly operation: PendingOperation
}

interface ForwarderOptions {
  readonly network: Network
  readonly clock: Clock
  readonly random: Random
  readonly members: Pick<Members, "table">
  /** A peer knew of more stores. */
  readonly onTable: (table: StoreTable) => void
  /** Takes an operation that a peer forwarded. */
  readonly route: (operation: PendingOperation) => void
  /** Keeps one of ours that has to find its way anew, once there is reason to hope. */
  readonly park: (operation: PendingOperation) => void
  /**
   * One of ours found at a peer what it did not look for: nobody (a code of undefined), another
   * range, or a replica that does not lead and may know who does (`leader`, else 0).
   */
  readonly onMisled: (
    operation: PendingOperation,
    by: NodeId,
    code: Misrouted["code"] | undefined,
    leader: NodeId,
  ) => void
  /** A replica of a peer told what it holds. */
  readonly onReport: (report: HashReport) => void
  /** Something was gathered: end this turn with a flush. */
  readonly wake: () => void
}

/**
 * Carries operations to the leader and results back, their bytes untouched. One hop: what a peer
 * forwarded is never forwarded again. Numbers of operations begin anew when a node does, so an
 * origin drawn at the start goes with them: a late answer to an earlier life is no answer to this.
 */
export class Forwarder implements ResultSink {
  readonly #options: ForwarderOptions
  readonly #origin: number
  readonly #gathered = new TurnoverMap<NodeId, Gathered>()
  readonly #outstanding = new TurnoverMap<number, Outstanding>()
  /** Results that a full lane did not take: with the next sweep they are tried again. */
  readonly #kept = new TurnoverMap<NodeId, Gathered>()
  /** Peers that something was sent to in this life: links to others may be on their way up. */
  readonly #reached = new Set<NodeId>()
  /** When peers were told of the stores last. */
  readonly #taughtAtMs = new Map<NodeId, MonotonicMs>()
  #nextId = 1

  constructor(options: ForwarderOptions) {
    this.#options = options
    this.#origin = Math.floor(options.random.chance() * 0x1_0000_0000)
  }

  get count(): number {
    return this.#outstanding.size
  }

  forward(to: NodeId, operation: PendingOperation): void {
    const id = this.#nextId
    this.#nextId = id === 0xffff_ffff ? 1 : id + 1
    this.#outstanding.set(id, { to, operation })
    const gathered = this.#for(to)
    gathered.operationIds.push(id)
    gathered.timeoutsMs.push(
      Math.max(1, Math.ceil(operation.deadline - this.#options.clock.monotonicMs())),
    )
    gathered.operations.push(operation.bytes)
    gathered.keyspaceIds.push(operation.keyspaceId)
  }

  /** Tells the leader what a replica of this node holds; it may be lost. */
  report(to: NodeId, report: HashReport): void {
    this.#for(to).hashReports.push(report)
    this.#options.wake()
  }

  /**
   * One frame a peer, or more where results are large. Operations that can't be sent were surely
   * not sent: refused, or tried again where the link was not up yet since this node began. Results
   * wait for room: what they tell of is done.
   */
  flush(): void {
    for (const [to, gathered] of this.#gathered) this.#send(to, gathered)
  }

  onFrame(from: NodeId, frame: Uint8Array): void {
    const { operationsOrigin, operationIds, timeoutsMs, operations, keyspaceIds, ...answers } =
      decodeForwardFrame(frame)
    const { resultsOrigin, resultIds, results, hashReports, table, tableVersion } = answers
    if (table !== undefined) this.#options.onTable(table)
    if (operationIds.length > 0) this.#maybeTeach(from, tableVersion)
    for (const report of hashReports) {
      // A peer speaks only for itself.
      if (nodeOf(report.replica) === from) this.#options.onReport(report)
    }
    for (let i = 0; i < resultIds.length && resultsOrigin === this.#origin; i += 1) {
      this.#onResult(resultIds[i] as number, results[i] as Uint8Array)
    }
    const nowMs = this.#options.clock.monotonicMs()
    for (let i = 0; i < operationIds.length; i += 1) {
      const asker = { from, origin: operationsOrigin, envelopeId: operationIds[i] as number }
      const deadline = nowMs + (timeoutsMs[i] as number)
      const keyspaceId = keyspaceIds[i] as KeyspaceId
      this.#onOperation(asker, operations[i] as Uint8Array, keyspaceId, deadline)
    }
  }

  /** Frames may be lost: what was on its way to this peer is unknown, unless it was a read. */
  onDisconnect(peer: NodeId): void {
    this.#kept.delete(peer)
    for (const [id, { to, operation }] of this.#outstanding) {
      if (to !== peer) continue
      this.#outstanding.delete(id)
      this.#options.onMisled(operation, peer, undefined, 0)
      if (mayBeRepeated(operation.operation)) this.#options.park(operation)
      else giveUp(operation, "result_unknown", "the connection to the leader broke")
    }
  }

  sweep(nowMs: number): void {
    for (const [peer, kept] of this.#kept) this.#tryAgain(peer, kept, nowMs)
    for (const [id, { operation }] of this.#outstanding) {
      if (operation.deadline > nowMs && !operation.cancelled) continue
      this.#outstanding.delete(id)
      const read = mayBeRepeated(operation.operation)
      if (operation.cancelled) {
        if (read) refuse(operation, "cancelled", "the operation was cancelled")
        else giveUp(operation, "cancelled_unknown", "cancelled after it was forwarded")
      } else if (read) {
        refuse(operation, "deadline_exceeded", "the leader did not answer in time")
      } else {
        giveUp(operation, "deadline_unknown", "the leader did not answer in time")
      }
    }
  }

  deliver(operation: PendingOperation, result: OperationResult, hint?: ErrorHint): void {
    this.deliverEncoded(operation, encodeResult(operation.id, result, hint))
  }

  deliverEncoded(operation: PendingOperation, result: Uint8Array): void {
    this.#answer(operation as ForwardedOperation, result)
  }

  /**
   * Who looks for the driver may find it gone to a store that came while the asker was away: those
   * who can tell it so must tell it of that store, too, or it would never find it.
   */
  #maybeTeach(peer: NodeId, version: number): void {
    const { members, clock } = this.#options
    if (version >= members.table.version) return
    const nowMs = clock.monotonicMs()
    if (nowMs < (this.#taughtAtMs.get(peer) ?? Number.NEGATIVE_INFINITY) + teachEveryMs) return
    this.#taughtAtMs.set(peer, nowMs)
    this.#for(peer).table = members.table
    this.#options.wake()
  }

  #answer({ from, origin, envelopeId }: Asker, result: Uint8Array): void {
    let gathered = this.#for(from)
    if (gathered.resultIds.length > 0 && gathered.resultsOrigin !== origin) {
      this.#send(from, gathered)
      gathered = this.#for(from)
    }
    gathered.resultsOrigin = origin
    gathered.resultIds.push(envelopeId)
    gathered.results.push(result)
    this.#options.wake()
  }

  #send(to: NodeId, gathered: Gathered): void {
    this.#gathered.delete(to)
    const { operationIds, resultIds, results } = gathered
    const tableVersion = operationIds.length > 0 ? this.#options.members.table.version : 0
    let end = endOfLot(results, 0)
    const lot = (from: number): Pick<Gathered, "resultIds" | "results"> => ({
      resultIds: resultIds.slice(from, end),
      results: results.slice(from, end),
    })
    // Nearly always one frame takes all, and nothing is copied.
    const first = end < results.length ? lot(0) : undefined
    let sent = 0
    let took = this.#sendFrame(to, { ...gathered, ...first, tableVersion })
    if (!took) this.#onUnsent(to, operationIds)
    while (took && end < results.length) {
      sent = end
      end = endOfLot(results, sent)
      const { resultsOrigin } = gathered
      const next = { ...nothingGathered(), resultsOrigin, ...lot(sent) }
      took = this.#sendFrame(to, { ...next, tableVersion: 0 })
    }
    if (!took) this.#keep(to, gathered, sent)
  }

  #sendFrame(to: NodeId, frame: Omit<ForwardFrame, "operationsOrigin">): boolean {
    const bytes = encodeForwardFrame({ ...frame, operationsOrigin: this.#origin })
    const took = this.#options.network.send(to, "forward", bytes)
    if (took) this.#reached.add(to)
    return took
  }

  /** Results from `sent` on go with a later turn, as many as there is room for. */
  #keep(to: NodeId, gathered: Gathered, sent: number): void {
    if (sent >= gathered.results.length) return
    const { resultsOrigin } = gathered
    const nowMs = this.#options.clock.monotonicMs()
    // A peer that takes some is there, and what waits behind that is worth its while again.
    const keptSinceMs = sent > 0 ? nowMs : (gathered.keptSinceMs ?? nowMs)
    const before = this.#kept.get(to)
    const kept = before?.resultsOrigin === resultsOrigin ? before : nothingGathered()
    this.#kept.set(to, kept)
    kept.resultsOrigin = resultsOrigin
    kept.keptSinceMs ??= keptSinceMs
    let bytes = kept.results.reduce((sum, result) => sum + result.length, 0)
    for (let at = sent; at < gathered.results.length; at += 1) {
      const result = gathered.results[at] as Uint8Array
      bytes += result.length
      if (bytes > keptBytesMax) break
      kept.resultIds.push(gathered.resultIds[at] as number)
      kept.results.push(result)
    }
  }

  #tryAgain(to: NodeId, kept: Gathered, nowMs: MonotonicMs): void {
    this.#kept.delete(to)
    const { keptSinceMs = nowMs, resultsOrigin } = kept
    if (nowMs - keptSinceMs > keptMsMax) return
    const gathered = this.#for(to)
    if (gathered.resultIds.length > 0 && gathered.resultsOrigin !== resultsOrigin) return
    gathered.resultsOrigin = resultsOrigin
    gathered.keptSinceMs = keptSinceMs
    gathered.resultIds.push(...kept.resultIds)
    gathered.results.push(...kept.results)
  }

  #onUnsent(to: NodeId, operationIds: readonly number[]): void {
    for (const id of operationIds) {
      const operation = this.#take(id)?.operation
      if (operation === undefined) continue
      this.#options.onMisled(operation, to, undefined, 0)
      if (!this.#reached.has(to)) this.#options.park(operation)
      else refuse(operation, "unavailable", "the leader can't be reached from this node now")
    }
  }

  #onResult(id: number, result: Uint8Array): void {
    const outstanding = this.#take(id)
    if (outstanding === undefined) return
    const { operation, to } = outstanding
    const misrouted = misroutedOf(result)
    if (misrouted !== undefined) {
      this.#options.onMisled(operation, to, misrouted.code, misrouted.leader)
    }
    // The peer leads no more and did nothing: find the new leader while there is time. Where the
    // range has changed, its client has to name the write anew.
    if (misrouted?.code === "not_leader") this.#options.park(operation)
    else operation.sink.deliverEncoded(operation, result)
  }

  #onOperation(
    asker: Asker,
    bytes: Uint8Array,
    keyspaceId: KeyspaceId,
    deadline: MonotonicMs,
  ): void {
    try {
      const { id, rangeId, rangeVersion, request } = decodeOperation(bytes)
      if (request.type === "cancel") return
      const operation: ForwardedOperation = {
        id,
        keyspaceId,
        rangeId,
        rangeVersion,
        operation: request,
        bytes,
        deadline,
        forwarded: true,
        sink: this,
        cancelled: false,
        ...asker,
      }
      this.#options.route(operation)
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      const { code, message } = error
      this.#answer(asker, encodeResult(0, { type: "error", code, message }))
    }
  }

  #take(id: number): Outstanding | undefined {
    const outstanding = this.#outstanding.get(id)
    this.#outstanding.delete(id)
    return outstanding
  }

  #for(peer: NodeId): Gathered {
    let gathered = this.#gathered.get(peer)
    if (gathered === undefined) {
      gathered = nothingGathered()
      this.#gathered.set(peer, gathered)
    }
    return gathered
  }
}

function nothingGathered(): Gathered {
  return {
    ...{ operationIds: [], timeoutsMs: [], operations: [], keyspaceIds: [] },
    ...{ resultsOrigin: 0, resultIds: [], results: [], keptSinceMs: undefined },
    ...{ hashReports: [], table: undefined },
  }
}

/** Where the results end that go together, of those from `from` on. */
function endOfLot(results: readonly Uint8Array[], from: number): number {
  let bytes = 0
  let end = from
  while (end < results.length) {
    bytes += (results[end] as Uint8Array).length
    if (end > from && bytes > resultBytesMax) break
    end += 1
  }
  return end
}

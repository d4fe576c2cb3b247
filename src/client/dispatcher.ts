import { assert, KvError, type Limits, type MonotonicMs } from "../base/index.ts"
import { validateOperation } from "../core/range/index.ts"
import type { Operation, OperationResult } from "../core/range/types.ts"
import type { Clock, Random, Timer } from "../env/index.ts"
import {
  decodeResult,
  encodeOperation,
  type RangeRoute,
  splitSessionResponse,
} from "../wire/index.ts"
import { Call, type Caller } from "./call.ts"
import { CallTable } from "./call-table.ts"
import { Lanes } from "./lanes.ts"
import type { NodeStream } from "./node-stream.ts"
import { probeId } from "./node-stream.ts"
import { Nodes, unreachable } from "./nodes.ts"
import { type KnownRange, RangeCache } from "./range-cache.ts"
import { backoffMs, cancelledError, deadlineError, isRetried, unsureError } from "./retry.ts"
import type { CallOptions, ClientOptions } from "./types.ts"

/** Retries that fall due within so much of each other go together. */
const retrySlackMs = 2
/** A node that owes an answer for so long when the call's time is up is doubted. */
const patienceMs = 1_000

/**
 * Every call of one client: admits them in order into a bounded window, sends them to where they
 * belong, one frame a turn and node, settles them with their answers, and tries again those that
 * may be tried again.
 *
 * A call is in one of these places until it is settled: `waiting` (no room yet), `outbox` (to be
 * sent), under way on a stream, or `resting` (before its next attempt). From admission on it is
 * also in the table.
 */
export class Dispatcher {
  readonly nodes: Nodes
  readonly #clock: Clock
  readonly #random: Random
  readonly #defaultTimeoutMs: number
  readonly #limits: Limits
  readonly #table: CallTable
  readonly #ranges = new RangeCache()
  readonly #lanes: Lanes
  #waiting: Call[] = []
  /** How many of `waiting` were taken already. */
  #taken = 0
  #outbox: Call[] = []
  #resting: Call[] = []
  #restTimer: Timer | undefined
  #restUntilMs: MonotonicMs = Number.POSITIVE_INFINITY
  #sweepTimer: Timer | undefined
  #sweepAtMs: MonotonicMs = Number.POSITIVE_INFINITY
  #flushDue = false
  /** Who waits for a first node to answer. */
  readonly #hopeful = new Set<(error?: KvError) => void>()
  /** The time of this turn: calls of one turn share one look at the clock. */
  #turnMs: MonotonicMs
  #closed = false

  constructor(options: ClientOptions, limits: Limits) {
    this.#clock = options.clock
    this.#random = options.random
    this.#limits = { ...limits, keyBytesMax: wide, valueBytesMax: wide, ttlMsMax: wide }
    this.#defaultTimeoutMs = options.defaultTimeoutMs ?? limits.deadlineMsDefault
    this.#table = new CallTable(
      options.inFlightMax ?? Math.min(4_096, Math.floor(limits.operationsPendingMax / 4)),
      options.inFlightBytesMax ?? Math.floor(limits.operationsPendingBytesMax / 4),
    )
    this.#lanes = new Lanes({
      freshClientId: () => this.#random.bytes(16),
      unacknowledgedMax: limits.sessionResultsMax,
    })
    this.#turnMs = this.#clock.monotonicMs()
    this.nodes = new Nodes({
      transport: options.transport,
      endpoints: options.endpoints,
      clock: options.clock,
      random: options.random,
      frameBytesMax: Math.floor(limits.messageBytesMax / 8),
      onFrame: (stream, frame) => this.#onFrame(stream, frame),
      onRoom: () => this.#onRoom(),
      onClosed: (stream, reason) => this.#onStreamClosed(stream, reason),
    })
    this.nodes.start()
  }

  /** Begins a call. Throws what is wrong with it before anything is sent. */
  begin<T>(operation: Operation, keyspace: string, options: CallOptions, caller: Caller<T>): void {
    if (this.#closed) throw new KvError("cancelled", "the client is closed")
    const wrong = validateOperation(operation, this.#limits)
    if (wrong !== undefined) throw wrong
    this.#scheduleFlush()
    const timeoutMs = options.timeoutMs ?? this.#defaultTimeoutMs
    if (!(timeoutMs > 0)) throw new KvError("invalid_argument", "timeoutMs must be above 0")
    const deadlineMs = this.#turnMs + timeoutMs
    const call = new Call(operation, keyspace, deadlineMs, caller as Caller<unknown>)
    if (call.bytes > this.#limits.messageBytesMax) {
      throw new KvError("too_large", `the operation has about ${call.bytes} bytes, too many`)
    }
    if (options.signal !== undefined) this.#listen(call, options.signal)
    if (deadlineMs < this.#sweepAtMs) this.#sweepAt(deadlineMs)
    if (this.#taken < this.#waiting.length || !this.#admit(call)) this.#waiting.push(call)
  }

  deadlineOf(timeoutMs: number | undefined): MonotonicMs {
    return this.#clock.monotonicMs() + (timeoutMs ?? this.#defaultTimeoutMs)
  }

  /** Never 0 or less: a call with its time up is a call all the same, and fails as one. */
  leftUntil(deadlineMs: MonotonicMs): number {
    return Math.max(1, deadlineMs - this.#clock.monotonicMs())
  }

  /** Where the range of an operation was last heard to be led. */
  leaderOf(keyspace: string, operation: Operation): string | undefined {
    return this.#ranges.find(keyspace, operation)?.leaderAddress
  }

  connected(timeoutMs = this.#defaultTimeoutMs): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.nodes.anyReady) return resolve()
      const timer = this.#clock.after(timeoutMs, () => end(unreachable(this.nodes)))
      const end = (error?: KvError): void => {
        timer.cancel()
        this.#hopeful.delete(end)
        if (error === undefined) resolve()
        else reject(error)
      }
      this.#hopeful.add(end)
    })
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#restTimer?.cancel()
    this.#sweepTimer?.cancel()
    this.#table.forEach((call) => {
      if (!call.settled) call.reject(cancelledError(call, "the client was closed"))
    })
    for (const call of this.#waiting.slice(this.#taken)) {
      if (!call.settled) call.reject(cancelledError(call, "the client was closed"))
    }
    const closed = new KvError("cancelled", "the client was closed")
    for (const end of this.#hopeful) end(closed)
    this.nodes.close(closed)
  }

  #listen(call: Call, signal: AbortSignal): void {
    const cancel = (): void => this.#cancel(call)
    if (signal.aborted) throw new KvError("cancelled", "cancelled before it was begun")
    signal.addEventListener("abort", cancel)
    call.unlisten = () => signal.removeEventListener("abort", cancel)
  }

  #cancel(call: Call): void {
    const { stream } = call
    call.reject(cancelledError(call, "cancelled by the caller"))
    if (stream === undefined) {
      this.#release(call)
    } else if (!stream.closed) {
      stream.add(encodeOperation({ ...cancellation, id: call.id }))
      stream.flush()
    }
  }

  /** Gives the call its number, and a write its name. False when there is no room now. */
  #admit(call: Call): boolean {
    if (!this.#table.hasRoomFor(call)) return false
    if (!call.isRead && !this.#name(call, this.#rangeOf(call))) return false
    this.#table.add(call)
    this.#outbox.push(call)
    return true
  }

  #rangeOf({ keyspace, operation }: Call): KnownRange | undefined {
    return this.#ranges.find(keyspace, operation)
  }

  /** False: no name can be had now. */
  #name(call: Call, known: KnownRange | undefined): boolean {
    const rangeId = known?.range.rangeId ?? 0
    const ids = this.#lanes.of(rangeId)
    if (ids !== undefined) call.name(ids, rangeId)
    return ids !== undefined
  }

  #onRoom(): void {
    if (this.nodes.anyReady) for (const end of this.#hopeful) end()
    this.#scheduleFlush()
  }

  #scheduleFlush(): void {
    if (this.#flushDue) return
    this.#flushDue = true
    this.#turnMs = this.#clock.monotonicMs()
    this.#clock.soon(() => this.#flush())
  }

  #flush(): void {
    this.#flushDue = false
    if (this.#closed) return
    this.#admitWaiting()
    const outbox = this.#outbox
    if (outbox.length === 0) return
    this.#outbox = []
    const filled: NodeStream[] = []
    for (const call of outbox) {
      if (call.settled) continue
      const known = this.#rangeOf(call)
      const stream = call.isStale ? this.nodes.pickAny() : this.nodes.pick(known?.leaderAddress)
      if (stream === undefined || stream.blocked) {
        this.#outbox.push(call)
        continue
      }
      if (!filled.includes(stream)) filled.push(stream)
      this.#send(call, stream, known)
    }
    for (const stream of filled) stream.flush()
    if (filled.length > 0) this.nodes.watch()
  }

  #send(call: Call, stream: NodeStream, known: KnownRange | undefined): void {
    const range = known?.range
    // Named for another range, and surely not applied: a name of this one is safe and lasts.
    const misnamed = range !== undefined && call.namedFor !== range.rangeId
    if (misnamed && call.ids !== undefined && !call.unsure) this.#name(call, known)
    const leftMs = Math.ceil(call.deadlineMs - this.#turnMs)
    const timeoutMs = Math.min(Math.max(1, leftMs), timeoutMsMax)
    const { id, keyspace, operation } = call
    // Under way before it is added: a stream may break while it takes it.
    call.stream = stream
    call.attempts += 1
    stream.inFlight += 1
    const rangeId = range?.rangeId
    call.sentTo = rangeId ?? 0
    call.sentAtMs = this.#turnMs
    const rangeVersion = range?.version
    call.sentVersion = rangeVersion ?? 0
    stream.add(encodeOperation({ id, timeoutMs, keyspace, rangeId, rangeVersion, operation }))
  }

  #admitWaiting(): void {
    while (this.#taken < this.#waiting.length) {
      const call = this.#waiting[this.#taken] as Call
      if (!call.settled && !this.#admit(call)) break
      this.#taken += 1
    }
    if (this.#taken === this.#waiting.length) {
      this.#waiting = []
      this.#taken = 0
    } else if (this.#taken > 4_096 && this.#taken * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#taken)
      this.#taken = 0
    }
  }

  #onFrame(stream: NodeStream, frame: Uint8Array): void {
    try {
      const { results, routes, memberAddresses } = splitSessionResponse(frame)
      if (memberAddresses.length > 0) this.nodes.hearOfMembers(memberAddresses)
      for (const route of routes) this.#hearOfRoute(route)
      for (const bytes of results) {
        const { id, result, hint } = decodeResult(bytes)
        if (id !== probeId) this.#onResult(stream, id, result, hint)
      }
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      stream.close(new KvError("unavailable", `${stream.address} sent garbage: ${error.message}`))
    }
    if (this.#taken < this.#waiting.length) this.#scheduleFlush()
  }

  #hearOfRoute(route: RangeRoute): void {
    const { leader } = route
    if (!this.#ranges.learn(route) || leader === undefined) return
    this.nodes.hearOfLeader(leader.address, false)
  }

  #onResult(stream: NodeStream, id: number, result: OperationResult, hint: ResultHint): void {
    const call = this.#table.at(id)
    // Not asked on this stream: a node that repeats itself changes nothing.
    if (call === undefined || call.stream !== stream) return
    stream.inFlight -= 1
    call.stream = undefined
    if (call.settled) {
      this.#table.remove(call)
    } else if (result.type === "error") {
      this.#onError(call, stream, new KvError(result.code, result.message), hint)
    } else {
      this.#table.remove(call)
      call.resolve(result)
    }
  }

  #onError(call: Call, stream: NodeStream, error: KvError, hint: ResultHint): void {
    if (error.code === "session_forgotten") {
      this.#onForgotten(call, error)
      return
    }
    if (!isRetried(error.code)) {
      call.reject(call.mayHaveEffect ? unsureError(error) : error)
      this.#release(call)
      return
    }
    if (error.outcome === "unknown") call.unsure = true
    call.lastError = error
    const redirected = this.#redirect(call, error, hint)
    const known = this.#rangeOf(call)
    const mustGoThere = error.code === "overloaded" && known?.leaderAddress === stream.address
    if (!redirected && !mustGoThere) this.nodes.turnAwayFrom(stream)
    // The first redirect is followed at once; a chain of them is a cluster that is still deciding.
    if (redirected && call.attempts === 1) this.#again(call)
    else this.#rest(call, hint?.retryAfterMs ?? 0)
  }

  /** Whether the answer says where to go instead. */
  #redirect(call: Call, error: KvError, hint: ResultHint): boolean {
    if (error.code === "range_changed") {
      this.#unlearn(call)
      return true
    }
    if (hint === undefined || hint.leaderAddress === "") return false
    const known = this.#rangeOf(call)
    if (known !== undefined) {
      this.#ranges.moveLeader(call.keyspace, known.range.rangeId, hint.leaderAddress)
    }
    this.nodes.hearOfLeader(hint.leaderAddress, known === undefined)
    return true
  }

  /**
   * What was known of the range is wrong. Its route came in the same frame, as a rule; a node that
   * does not know the keyspace by its name can tell none.
   */
  #unlearn(call: Call): void {
    const range = this.#rangeOf(call)?.range
    if (range?.rangeId !== call.sentTo || range.version !== call.sentVersion) return
    this.#ranges.forget(call.keyspace, range)
  }

  /**
   * The nodes don't know this client any more. A write that got this answer, and of which nothing
   * else is unknown, had no effect: it may go under a new name. Another one may have had it.
   */
  #onForgotten(call: Call, error: KvError): void {
    call.ids?.forget()
    if (call.unsure || call.isRead) {
      call.reject(error)
      this.#release(call)
      return
    }
    if (!this.#name(call, this.#rangeOf(call))) {
      call.reject(error)
      this.#release(call)
      return
    }
    this.#again(call)
  }

  #onStreamClosed(stream: NodeStream, reason: KvError): void {
    this.#turnMs = this.#clock.monotonicMs()
    this.#table.forEach((call) => {
      if (call.stream !== stream) return
      call.stream = undefined
      if (call.settled) {
        this.#table.remove(call)
        return
      }
      if (!call.isRead) call.unsure = true
      call.lastError = reason
      this.#rest(call, 0)
    })
    this.#scheduleFlush()
  }

  #again(call: Call): void {
    this.#outbox.push(call)
    this.#scheduleFlush()
  }

  #rest(call: Call, leastMs: number): void {
    const delayMs = Math.max(leastMs, backoffMs(call.attempts, this.#random.chance()))
    call.retryAtMs = this.#clock.monotonicMs() + delayMs
    this.#resting.push(call)
    if (call.retryAtMs < this.#restUntilMs) this.#wakeAt(call.retryAtMs)
  }

  #wakeAt(atMs: MonotonicMs): void {
    this.#restTimer?.cancel()
    this.#restUntilMs = atMs
    const delayMs = Math.max(0, atMs - this.#clock.monotonicMs())
    this.#restTimer = this.#clock.after(delayMs, () => this.#wake())
  }

  #wake(): void {
    const nowMs = this.#clock.monotonicMs()
    const resting: Call[] = []
    let nextMs = Number.POSITIVE_INFINITY
    for (const call of this.#resting) {
      if (call.settled) continue
      if (call.retryAtMs <= nowMs + retrySlackMs) this.#again(call)
      else {
        resting.push(call)
        nextMs = Math.min(nextMs, call.retryAtMs)
      }
    }
    this.#resting = resting
    this.#restUntilMs = Number.POSITIVE_INFINITY
    if (resting.length > 0) this.#wakeAt(nextMs)
  }

  #sweepAt(atMs: MonotonicMs): void {
    this.#sweepTimer?.cancel()
    this.#sweepAtMs = atMs
    const delayMs = Math.max(0, atMs - this.#clock.monotonicMs())
    this.#sweepTimer = this.#clock.after(delayMs, () => this.#sweep())
  }

  /** Ends what is over. One timer, set to the earliest deadline there was when it was last set. */
  #sweep(): void {
    const nowMs = this.#clock.monotonicMs()
    this.#sweepAtMs = Number.POSITIVE_INFINITY
    let nextMs = Number.POSITIVE_INFINITY
    const look = (call: Call): void => {
      if (call.settled) return
      if (call.deadlineMs <= nowMs) this.#expire(call)
      else nextMs = Math.min(nextMs, call.deadlineMs)
    }
    this.#table.forEach(look)
    for (let at = this.#taken; at < this.#waiting.length; at += 1) look(this.#waiting[at] as Call)
    if (nextMs !== Number.POSITIVE_INFINITY) this.#sweepAt(nextMs)
    if (this.#taken < this.#waiting.length) this.#scheduleFlush()
  }

  #expire(call: Call): void {
    const trouble = this.nodes.anyReady ? "" : this.nodes.describeTrouble()
    const { stream } = call
    call.reject(deadlineError(call, trouble))
    if (stream === undefined) {
      this.#release(call)
      return
    }
    // It may be a leader that has been deposed and does not hear of it.
    const nowMs = this.#clock.monotonicMs()
    if (nowMs - call.sentAtMs >= patienceMs) this.nodes.turnAwayFrom(stream)
  }

  /** A settled call that is on no stream gives its number back. */
  #release(call: Call): void {
    assert(call.settled && call.stream === undefined, "an answer may still come")
    if (call.id !== 0) this.#table.remove(call)
  }
}

type ResultHint = ReturnType<typeof decodeResult>["hint"]

/** The nodes know their own limits of these; the client only checks what it could not encode. */
const wide = Number.MAX_SAFE_INTEGER
/** What the wire's 32 bits hold. */
const timeoutMsMax = 0xffff_ffff
const cancellation = { timeoutMs: 0, keyspace: "", operation: { type: "cancel" } } as const

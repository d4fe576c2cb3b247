import { assert, KvError, type Limits, type RangeId, TurnoverMap } from "../base/index.ts"
import type { OperationResult } from "../core/range/types.ts"
import type { Clock, Timer } from "../env/index.ts"
import type { ErrorHint, OperationService, PendingOperation, ResultSink } from "../store/types.ts"
import {
  encodeResult,
  encodeSessionResponse,
  frameOperationsMax,
  idOfOperation,
  type RangeRoute,
  splitSessionRequest,
} from "../wire/index.ts"
import {
  type Admission,
  overloadedContext,
  overloadedMessage,
  stalled,
  stallMsMax,
} from "./admission.ts"
import { deadlineOf, takeIn } from "./intake.ts"
import { type Keyspaces, notYetKnown, type Stranger } from "./keyspaces.ts"
import { canBeGivenUp } from "./responses.ts"

/** Routes that a session remembers to have told. */
const toldMax = 1_000
/** What a route takes in a frame beside its keys, at most and nearly. */
const routeBytes = 200

/** The client's end of a session stream. */
export interface SessionPeer {
  /** Sends a SessionResponse frame. False: taken, but the client is slow; wait for `onDrain`. */
  send(frame: Uint8Array): boolean
  /** Ends the stream; without an error when everything was answered. */
  close(error?: KvError): void
}

/** What the stream tells its session. While `send` said false, no frames should be read. */
export interface SessionHandler {
  onFrame(frame: Uint8Array): void
  onDrain(): void
  /** The client sends no more and waits for what is under way. */
  onEnd(): void
  /** The stream is gone. */
  onClose(): void
}

export interface SessionOptions {
  readonly peer: SessionPeer
  readonly service: OperationService
  readonly admission: Admission
  readonly clock: Clock
  readonly limits: Limits
  readonly keyspaces: Keyspaces
  readonly memberAddresses: readonly string[]
  readonly onClosed: (session: Session) => void
}

/** A request frame: whole in memory until its last operation is answered, so charged whole. */
interface HeldFrame {
  readonly bytes: number
  unanswered: number
}

interface SessionOperation extends PendingOperation {
  readonly frame: HeldFrame
}

/**
 * One client's stream of operations. Results are answered as they come, in any order; those of one
 * turn leave in one frame.
 */
export class Session implements SessionHandler, ResultSink {
  readonly #options: SessionOptions
  readonly #inFlight = new TurnoverMap<number, SessionOperation>()
  #results: Uint8Array[] = []
  #resultBytes = 0
  /** Handed to a stream that said "wait". */
  #unsentBytes = 0
  /** To be told with the next frame. */
  readonly #routes = new TurnoverMap<RangeId, RangeRoute>()
  /** By range: what was told last. Told again when it is not so any more. */
  readonly #told = new TurnoverMap<RangeId, string>()
  /** Of the frame being read: operations whose keyspace has to be looked up. */
  #strangers: Stranger[] = []
  #greeted = false
  #flushAsked = false
  #stalled: Timer | undefined
  #ended = false
  #closed = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#flushSoon()
  }

  onFrame(frame: Uint8Array): void {
    if (this.#closed) return
    const parts = this.#split(frame)
    const { admission, service, clock, keyspaces } = this.#options
    const held: HeldFrame = { bytes: frame.length, unanswered: 0 }
    const roomy = parts.length > 0 && admission.hold(frame.length)
    const now = clock.monotonicMs()
    const admitted: PendingOperation[] = []
    this.#strangers = []
    for (const bytes of parts) {
      const pending = this.#take(bytes, held, roomy, now)
      if (pending !== undefined) admitted.push(pending)
    }
    if (roomy && held.unanswered === 0) admission.free(held.bytes)
    if (this.#strangers.length > 0) keyspaces.submit(this.#strangers)
    if (admitted.length > 0) service.submit(admitted)
  }

  onDrain(): void {
    if (this.#stalled === undefined) return
    this.#goOn()
    this.#options.admission.free(this.#unsentBytes)
    this.#unsentBytes = 0
    this.#flush()
  }

  onEnd(): void {
    this.#ended = true
    this.#flushSoon()
  }

  onClose(): void {
    if (this.#closed) return
    const { admission, onClosed } = this.#options
    this.#closed = true
    this.#goOn()
    admission.free(this.#resultBytes + this.#unsentBytes)
    this.#results = []
    for (const pending of this.#inFlight.values()) pending.cancelled = true
    onClosed(this)
  }

  /** Ends the session from this side. */
  close(error?: KvError): void {
    if (this.#closed) return
    this.onClose()
    this.#options.peer.close(error)
  }

  deliver(pending: PendingOperation, result: OperationResult, hint?: ErrorHint): void {
    this.deliverEncoded(pending, encodeResult(pending.id, result, hint))
  }

  deliverEncoded(pending: PendingOperation, result: Uint8Array): void {
    const { admission } = this.#options
    assert(this.#inFlight.delete(pending.id), "an operation was answered twice")
    const { frame } = pending as SessionOperation
    frame.unanswered -= 1
    if (frame.unanswered === 0) admission.free(frame.bytes)
    admission.leave()
    if (this.#closed) return
    if (pending.strayed === true) this.#note(pending as SessionOperation)
    if (this.#hold(result.length)) this.#push(result)
    else if (canBeGivenUp(result)) this.#refuse(pending.id, overload)
    else this.#pushAnyway(result)
  }

  /** Malformed frames can't be answered one by one: the stream is not what it should be. */
  #split(frame: Uint8Array): readonly Uint8Array[] {
    try {
      return splitSessionRequest(frame)
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      this.close(error)
      return []
    }
  }

  /** Reads one operation; undefined when it can't be submitted, or not yet. */
  #take(
    bytes: Uint8Array,
    frame: HeldFrame,
    roomy: boolean,
    now: number,
  ): SessionOperation | undefined {
    const { admission, limits, keyspaces } = this.#options
    try {
      const intake = takeIn(bytes, limits, keyspaces)
      const { id, operation } = intake
      const same = this.#inFlight.get(id)
      if (operation === undefined) {
        if (same !== undefined) same.cancelled = true
        return undefined
      }
      if (same !== undefined) {
        throw new KvError("invalid_argument", `id ${id} is in flight already: number each anew`)
      }
      if (!roomy || !admission.enter()) {
        this.#refuse(id, overload)
        return undefined
      }
      const deadline = deadlineOf(now, intake.timeoutMs, limits)
      const pending: SessionOperation = {
        id,
        keyspaceId: intake.keyspaceId ?? notYetKnown,
        rangeId: intake.rangeId,
        rangeVersion: intake.rangeVersion,
        operation,
        bytes: intake.bytes,
        deadline,
        forwarded: false,
        sink: this,
        cancelled: false,
        frame,
      }
      frame.unanswered += 1
      this.#inFlight.set(id, pending)
      if (intake.keyspaceId === undefined) {
        this.#strangers.push({ pending, keyspace: intake.keyspace })
        return undefined
      }
      this.#note(pending)
      return pending
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      const { code, message } = error
      this.#refuse(idOfOperation(bytes), { type: "error", code, message })
      return undefined
    }
  }

  /** Tells a client that does not know the way, or not the best one. */
  #note(pending: PendingOperation): void {
    const route = this.#options.service.routeFor(pending)
    if (route?.leader === undefined) return
    const { rangeId, version } = route.range
    const news = `${version} ${route.leader.nodeId}`
    const stale = pending.rangeId !== 0 && pending.rangeVersion !== version
    if (!stale && this.#told.get(rangeId) === news) return
    if (this.#told.size >= toldMax) this.#told.clear()
    this.#told.set(rangeId, news)
    this.#routes.set(rangeId, route)
  }

  /** Whether this node wants to hold so much more for this client. */
  #hold(bytes: number): boolean {
    const { admission } = this.#options
    const waits = this.#stalled !== undefined
    if (waits && !admission.mayWait(this.#heldBytes, bytes)) return false
    return admission.hold(bytes)
  }

  /** What is held for this client beside its requests. */
  get #heldBytes(): number {
    return this.#resultBytes + this.#unsentBytes
  }

  /** The client does not read: all that is held for it from here on counts as unread. */
  #stall(frameBytes: number): void {
    const { admission, clock } = this.#options
    this.#unsentBytes = frameBytes
    admission.holdAnyway(frameBytes)
    admission.wait(this.#heldBytes)
    this.#stalled = clock.after(stallMsMax, () => this.close(stalled()))
  }

  #goOn(): void {
    if (this.#stalled === undefined) return
    this.#stalled.cancel()
    this.#stalled = undefined
    this.#options.admission.read(this.#heldBytes)
  }

  #refuse(id: number, result: OperationResult): void {
    const hint = result === overload ? overloadedContext : undefined
    this.#pushAnyway(encodeResult(id, result, hint))
  }

  #pushAnyway(result: Uint8Array): void {
    this.#options.admission.holdAnyway(result.length)
    this.#push(result)
  }

  #push(result: Uint8Array): void {
    this.#results.push(result)
    this.#resultBytes += result.length
    if (this.#stalled !== undefined) this.#options.admission.wait(result.length)
    this.#flushSoon()
  }

  #flushSoon(): void {
    if (this.#flushAsked) return
    this.#flushAsked = true
    this.#options.clock.soon(() => {
      this.#flushAsked = false
      this.#flush()
    })
  }

  #flush(): void {
    while (!this.#closed && this.#stalled === undefined && this.#hasNews()) this.#sendFrame()
    const done = this.#results.length === 0 && this.#inFlight.size === 0
    if (this.#ended && done) this.close()
  }

  #hasNews(): boolean {
    return this.#results.length > 0 || this.#routes.size > 0 || !this.#greeted
  }

  #sendFrame(): void {
    const { peer, memberAddresses } = this.#options
    const results = this.#takeResults()
    const frame = encodeSessionResponse({
      results,
      routes: this.#takeRoutes(),
      ...(this.#greeted ? {} : { memberAddresses }),
    })
    this.#greeted = true
    if (!peer.send(frame)) this.#stall(frame.length)
  }

  /** As many routes as fit beside the results. */
  #takeRoutes(): readonly RangeRoute[] {
    const routes: RangeRoute[] = []
    let bytesLeft = this.#options.limits.messageBytesMax / 4
    for (const [rangeId, route] of this.#routes) {
      bytesLeft -= routeBytes + route.range.start.length + route.range.end.length
      if (bytesLeft < 0 && routes.length > 0) break
      routes.push(route)
      this.#routes.delete(rangeId)
    }
    return routes
  }

  /** As many results as fit into one frame, at least one if there is any. */
  #takeResults(): Uint8Array[] {
    const bytesMax = this.#options.limits.messageBytesMax / 2
    const all = this.#results
    let count = 0
    let bytes = 0
    for (; count < all.length && count < frameOperationsMax; count += 1) {
      const { length } = all[count] as Uint8Array
      if (count > 0 && bytes + length > bytesMax) break
      bytes += length
    }
    this.#options.admission.free(bytes)
    this.#resultBytes -= bytes
    this.#results = count === all.length ? [] : all.slice(count)
    return count === all.length ? all : all.slice(0, count)
  }
}

const overload: OperationResult = {
  type: "error",
  code: "overloaded",
  message: overloadedMessage,
}

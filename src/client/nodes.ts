import { KvError, type MonotonicMs } from "../base/index.ts"
import type { ClientTransport, Clock, Random, Timer } from "../env/index.ts"
import { NodeStream, type NodeStreamEvents } from "./node-stream.ts"
import { backoffMs } from "./retry.ts"

/** How often streams are looked at while any of them owes an answer or is missing. */
const pulseMs = 100
const silence = { probeAfter: 5, silentMax: 20 }
/** Streams kept at least, to whoever: they hear of a new leader, and take over at once. */
const standbyMax = 3
/** A node that disappointed is passed over for so many pulses, unless it is named again. */
const doubtPulses = 5
/** Addresses beyond this take the place of those that fail, or are ignored. */
const endpointsMax = 64
/** An endpoint that failed so often in a row leads nothing any more, as far as is known. */
const leaderFailuresMax = 3
const reconnectMs = { least: 50, most: 2_000 }

interface Endpoint {
  readonly address: string
  /** Named by a node, not by who uses this client. */
  readonly learnt: boolean
  stream: NodeStream | undefined
  /** Failures since it last answered. */
  failures: number
  /** 0: it was never tried. */
  retryAtMs: MonotonicMs
  lastError: KvError | undefined
  /** Pulses for which it is passed over, unless it is named again. */
  doubt: number
  /** It leads some range. */
  leads: boolean
}

export interface NodesOptions {
  readonly transport: ClientTransport
  readonly endpoints: readonly string[]
  readonly clock: Clock
  readonly random: Random
  readonly frameBytesMax: number
  readonly onFrame: (stream: NodeStream, frame: Uint8Array) => void
  /** There is a stream, or room on one, for what waits. */
  readonly onRoom: () => void
  readonly onClosed: (stream: NodeStream, reason: KvError) => void
}

/**
 * The nodes as this client knows them: which answer, who leads. Several are connected from the
 * start and at once, so that one that is down costs nothing; one that fails is tried again ever
 * more rarely.
 */
export class Nodes implements NodeStreamEvents {
  readonly #options: NodesOptions
  readonly #endpoints: Endpoint[] = []
  /** Where to go with what has no better place. */
  #preferred: string | undefined
  /** Which of the ready streams is next to be used where any will do. */
  #turn = 0
  #ready: NodeStream[] = []
  #timer: Timer | undefined
  #closed = false

  constructor(options: NodesOptions) {
    this.#options = options
    const addresses = shuffled(options.endpoints, options.random)
    for (const address of addresses) this.#learn(address, false)
  }

  get anyReady(): boolean {
    return this.#ready.length > 0
  }

  /** Opens what is missing. */
  start(): void {
    this.#maintain()
  }

  /** The stream to any node, another one each time; undefined while there is none. */
  pickAny(): NodeStream | undefined {
    this.#turn += 1
    return this.#ready[this.#turn % this.#ready.length]
  }

  /**
   * The stream for an operation that a certain node is best at, if it is known; to another node
   * while that one can't be reached. Undefined while there is none.
   */
  pick(address: string | undefined): NodeStream | undefined {
    const ready = this.#ready
    const wanted = address ?? this.#preferred
    if (wanted !== undefined) {
      for (const stream of ready) {
        if (stream.address !== wanted) continue
        if (this.#endpointOf(stream)?.doubt === 0) return stream
        break
      }
    }
    return ready[this.#turn % ready.length]
  }

  /** An operation failed there in a way that another node may do better. */
  turnAwayFrom(stream: NodeStream): void {
    const endpoint = this.#endpointOf(stream)
    if (endpoint !== undefined) endpoint.doubt = doubtPulses
    if (this.#ready[this.#turn % this.#ready.length] === stream) this.#turn += 1
  }

  /** A node leads some range; with `preferred`, it is where to go while nothing better is known. */
  hearOfLeader(address: string, preferred: boolean): void {
    if (preferred) this.#preferred = address
    this.#learn(address, true)
    const endpoint = this.#endpoints.find((other) => other.address === address)
    if (endpoint === undefined) return
    endpoint.doubt = 0
    if (endpoint.leads) return
    endpoint.leads = true
    this.#maintain()
  }

  hearOfMembers(addresses: readonly string[]): void {
    for (const address of addresses) this.#learn(address, true)
    if (addresses.length > 0) this.#maintain()
  }

  /** Something was sent that will be answered: the streams are watched meanwhile. */
  watch(): void {
    if (this.#timer !== undefined || this.#closed) return
    this.#timer = this.#options.clock.after(pulseMs, () => {
      this.#timer = undefined
      this.#pulse()
    })
  }

  /** Why nothing can be reached, for messages. */
  describeTrouble(): string {
    const troubles = this.#endpoints
      .filter((endpoint) => endpoint.lastError !== undefined)
      .map((endpoint) => `${endpoint.address}: ${endpoint.lastError?.message}`)
    return troubles.length === 0 ? "no node has answered yet" : troubles.join("; ")
  }

  close(reason: KvError): void {
    this.#closed = true
    this.#timer?.cancel()
    for (const { stream } of this.#endpoints) stream?.close(reason)
  }

  onFrame(stream: NodeStream, frame: Uint8Array): void {
    if (!this.#ready.includes(stream)) this.#onReady(stream)
    this.#options.onFrame(stream, frame)
  }

  onDrain(_stream: NodeStream): void {
    this.#options.onRoom()
  }

  onClosed(stream: NodeStream, reason: KvError): void {
    const { clock, random, onClosed } = this.#options
    this.#ready = this.#ready.filter((other) => other !== stream)
    const endpoint = this.#endpointOf(stream)
    if (endpoint !== undefined) {
      endpoint.stream = undefined
      endpoint.failures += 1
      endpoint.lastError = reason
      if (endpoint.failures >= leaderFailuresMax) endpoint.leads = false
      const delayMs = backoffMs(endpoint.failures, random.chance(), reconnectMs)
      endpoint.retryAtMs = clock.monotonicMs() + delayMs
    }
    if (this.#closed) return
    onClosed(stream, reason)
    this.#maintain()
  }

  #endpointOf(stream: NodeStream): Endpoint | undefined {
    return this.#endpoints.find((endpoint) => endpoint.stream === stream)
  }

  #onReady(stream: NodeStream): void {
    this.#ready.push(stream)
    const endpoint = this.#endpointOf(stream)
    if (endpoint !== undefined) {
      endpoint.failures = 0
      endpoint.lastError = undefined
    }
    this.#options.onRoom()
  }

  #learn(address: string, learnt: boolean): void {
    if (this.#endpoints.some((endpoint) => endpoint.address === address)) return
    if (this.#endpoints.length >= endpointsMax && !this.#dropWorst()) return
    this.#endpoints.push({
      ...{ address, learnt, stream: undefined, failures: 0, retryAtMs: 0 },
      ...{ lastError: undefined, doubt: 0, leads: false },
    })
  }

  /** Makes room by the learnt endpoint that fails and has failed most; false: there is none. */
  #dropWorst(): boolean {
    const failing = this.#endpoints.filter(({ learnt, stream, failures }) => {
      return learnt && stream === undefined && failures > 0
    })
    const [worst] = failing.sort((left, right) => right.failures - left.failures)
    if (worst === undefined) return false
    this.#endpoints.splice(this.#endpoints.indexOf(worst), 1)
    return true
  }

  #maintain(): void {
    if (this.#closed) return
    const nowMs = this.#options.clock.monotonicMs()
    let missing = Math.min(standbyMax, this.#endpoints.length)
    for (const { stream } of this.#endpoints) if (stream !== undefined) missing -= 1
    // Who was not tried for longest is first: else some that fail would be tried again for ever.
    const inTurn = [...this.#endpoints].sort((left, right) => left.retryAtMs - right.retryAtMs)
    for (const endpoint of inTurn) {
      const wanted = missing > 0 || endpoint.leads
      if (!wanted || endpoint.stream !== undefined) continue
      if (endpoint.failures > 0 && endpoint.retryAtMs > nowMs) continue
      missing -= 1
      this.#open(endpoint)
    }
    if (missing > 0 || this.#endpoints.some(({ stream }) => stream?.ready === false)) this.watch()
  }

  #open(endpoint: Endpoint): void {
    const { transport, frameBytesMax } = this.#options
    endpoint.stream = new NodeStream(transport, endpoint.address, frameBytesMax, this)
  }

  #pulse(): void {
    for (const endpoint of this.#endpoints) endpoint.doubt = Math.max(0, endpoint.doubt - 1)
    for (const { stream } of [...this.#endpoints]) stream?.pulse(silence)
    this.#maintain()
    if (this.#ready.some((stream) => stream.inFlight > 0)) this.watch()
  }
}

/** So that clients with the same list don't all begin with the same node. */
function shuffled(addresses: readonly string[], random: Random): string[] {
  const left = [...new Set(addresses)]
  const order: string[] = []
  while (left.length > 0) {
    order.push(...left.splice(Math.floor(random.chance() * left.length), 1))
  }
  return order
}

/** The error of a client that found nobody. */
export function unreachable(nodes: Nodes): KvError {
  return new KvError(
    "unavailable",
    `no node can be reached (${nodes.describeTrouble()}): check the addresses and that they run`,
  )
}

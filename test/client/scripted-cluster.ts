import { KvError } from "../../src/base/index.ts"
import type { Operation, OperationResult, WriteOperation } from "../../src/core/range/types.ts"
import type { ClientTransport, Clock, SessionStreamHandler } from "../../src/env/index.ts"
import {
  type DecodedOperation,
  decodeOperation,
  encodeResult,
  encodeSessionResponse,
  type RangeRoute,
  splitSessionRequest,
} from "../../src/wire/index.ts"
import { ScriptedData } from "./scripted-data.ts"
import { ScriptedRanges } from "./scripted-ranges.ts"

export interface Answer {
  readonly result: OperationResult
  readonly hint?: {
    readonly leaderNodeId?: number
    readonly leaderAddress?: string
    readonly retryAfterMs?: number
  }
}

/** Answers a request in place of the data; undefined: the data answers; "nothing": nobody does. */
export type Script = (request: DecodedOperation) => Answer | "nothing" | undefined

const hopMs = 1

/** Nodes that speak real frames and do as a test says; the data behind them is one and the same. */
export class ScriptedCluster implements ClientTransport {
  readonly clock: Clock
  readonly nodes: ReadonlyMap<string, ScriptedNode>
  readonly data = new ScriptedData()
  readonly ranges: ScriptedRanges
  /** Nodes refuse writes that claim another range than is, and tell the way, as real ones do. */
  knowsRanges = false
  closed = false

  constructor(clock: Clock, addresses: readonly string[]) {
    this.clock = clock
    this.ranges = new ScriptedRanges(addresses[0] ?? "")
    this.nodes = new Map(addresses.map((address) => [address, new ScriptedNode(this, address)]))
  }

  node(address: string): ScriptedNode {
    const node = this.nodes.get(address)
    if (node === undefined) throw new Error(`no node at ${address}`)
    return node
  }

  open(address: string, handler: SessionStreamHandler) {
    const connection = new Connection(this.clock, this.nodes.get(address), handler)
    return {
      send: (frame: Uint8Array) => connection.send(Uint8Array.from(frame)),
      close: () => connection.shut(),
    }
  }

  close(): void {
    this.closed = true
  }

  /** As any node does it, the leader's part included: who is not forwards to who is. */
  serve(request: DecodedOperation): OperationResult {
    const operation = request.request as Operation
    const isWrite = operation.type !== "get" && operation.type !== "scan"
    if (this.knowsRanges && isWrite && request.rangeId !== 0 && !this.#claimsRight(request)) {
      return { type: "error", code: "range_changed", message: "the keys belong to another range" }
    }
    return this.execute(operation)
  }

  /** As the range machine does it: a retry of a remembered write returns the first result. */
  execute(operation: Operation): OperationResult {
    const range = this.ranges.of(operation)
    const id = "requestId" in operation ? operation.requestId : undefined
    if (id === undefined) return this.data.read(operation, range.descriptor)
    return range.once(id, () => this.data.write(operation as WriteOperation, range.descriptor))
  }

  /** What a node tells a client that sent it this: nothing when it came to the right place. */
  routesFor(requests: readonly DecodedOperation[], address: string): RangeRoute[] {
    if (!this.knowsRanges) return []
    const wrong = requests
      .filter(({ id, request }) => id !== 0 && request.type !== "cancel")
      .map((request) => ({ request, range: this.ranges.of(request.request as Operation) }))
      .filter(({ request, range }) => range.leader !== address || !this.#claimsRight(request))
    return [...new Set(wrong.map(({ range }) => range))].map(({ route }) => route)
  }

  #claimsRight({ rangeId, rangeVersion, request }: DecodedOperation): boolean {
    const { descriptor } = this.ranges.of(request as Operation)
    return rangeId === descriptor.rangeId && rangeVersion === descriptor.version
  }
}

/** The first frame of a stream. */
interface Greeting {
  readonly routes?: readonly RangeRoute[]
  readonly memberAddresses?: readonly string[]
}

/** One node: what it says at the start, what it answers, what it got. */
export class ScriptedNode {
  readonly address: string
  readonly #cluster: ScriptedCluster
  readonly connections = new Set<Connection>()
  /** "down" refuses connections; "silent" takes everything and says nothing. */
  state: "up" | "down" | "silent" = "up"
  greeting: Greeting = {}
  /** Cut off from the others: it knows of no other leader. */
  ignorant = false
  /** The transport's send says "wait" from now on. */
  full = false
  script: Script = () => undefined
  /** Requests but for questions whether it is there. */
  readonly requests: DecodedOperation[] = []
  /** How many requests came in each frame. */
  readonly frames: number[] = []
  opened = 0
  /** Answers that were given for requests so far. */
  answered = 0

  constructor(cluster: ScriptedCluster, address: string) {
    this.#cluster = cluster
    this.address = address
  }

  get operations(): Operation[] {
    return this.requests.flatMap(({ request }) => (request.type === "cancel" ? [] : [request]))
  }

  onFrame(frame: Uint8Array, connection: Connection): void {
    if (this.state === "silent") return
    const requests = splitSessionRequest(frame).map(decodeOperation)
    const real = requests.filter(({ id }) => id !== 0)
    if (real.length > 0) this.frames.push(real.length)
    this.requests.push(...real)
    const results = requests.flatMap((request) => this.#answer(request))
    const routes = this.ignorant ? [] : this.#cluster.routesFor(real, this.address)
    if (results.length + routes.length === 0) return
    connection.say(encodeSessionResponse({ results, routes }))
  }

  #answer(request: DecodedOperation): Uint8Array[] {
    if (request.request.type === "cancel") return []
    const scripted = request.id === 0 ? undefined : this.script(request)
    if (scripted === "nothing") return []
    const answer = scripted ?? { result: this.#cluster.serve(request) }
    if (request.id !== 0) this.answered += 1
    return [encodeResult(request.id, answer.result, answer.hint)]
  }

  /** Answers, late, what the script left unanswered. */
  answerLate(request: DecodedOperation, result: OperationResult): void {
    for (const connection of this.connections) {
      connection.say(encodeSessionResponse({ results: [encodeResult(request.id, result)] }))
    }
  }

  tell(...routes: readonly RangeRoute[]): void {
    for (const connection of this.connections) {
      connection.say(encodeSessionResponse({ results: [], routes }))
    }
  }

  /** Every connection breaks. */
  crash(): void {
    this.state = "down"
    for (const connection of this.connections) connection.break("connection reset")
  }

  drain(): void {
    this.full = false
    for (const connection of this.connections) connection.handler.onDrain()
  }
}

class Connection {
  readonly handler: SessionStreamHandler
  readonly #clock: Clock
  readonly #node: ScriptedNode | undefined
  #open = true

  constructor(clock: Clock, node: ScriptedNode | undefined, handler: SessionStreamHandler) {
    this.#clock = clock
    this.#node = node
    this.handler = handler
    clock.after(hopMs, () => {
      if (node === undefined || node.state === "down") {
        this.break("connection refused")
      } else if (this.#open) {
        node.opened += 1
        node.connections.add(this)
        if (node.state === "up") {
          this.say(encodeSessionResponse({ results: [], ...node.greeting }))
        }
      }
    })
  }

  send(frame: Uint8Array): boolean {
    this.#clock.after(hopMs, () => {
      if (this.#open) this.#node?.onFrame(frame, this)
    })
    return this.#node?.full !== true
  }

  say(frame: Uint8Array): void {
    this.#clock.after(hopMs, () => {
      if (this.#open) this.handler.onFrame(frame)
    })
  }

  break(why: string): void {
    if (!this.#open) return
    this.shut()
    this.handler.onClose(new KvError("unavailable", why))
  }

  shut(): void {
    this.#open = false
    this.#node?.connections.delete(this)
  }
}

import { compareBytes, hexOf, KvError, type LeaderHint } from "../../src/base/index.ts"
import type {
  KeyedCell,
  Operation,
  OperationResult,
  ScanOperation,
  WriteOperation,
} from "../../src/core/range/types.ts"
import type { ClientTransport, Clock, SessionStreamHandler } from "../../src/env/index.ts"
import {
  type DecodedOperation,
  decodeOperation,
  encodeResult,
  encodeSessionResponse,
  splitSessionRequest,
} from "../../src/wire/index.ts"

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
  readonly #cells = new Map<string, KeyedCell>()
  readonly #remembered = new Map<string, OperationResult>()
  #version = 0
  pageCellsMax = 3
  closed = false

  constructor(clock: Clock, addresses: readonly string[]) {
    this.clock = clock
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

  /** As the range machine does it: a retry of a remembered write returns the first result. */
  execute(operation: Operation): OperationResult {
    const id = "requestId" in operation ? operation.requestId : undefined
    if (id === undefined) return this.#read(operation)
    const name = `${hexOf(id.clientId)}/${id.sequence}`
    const known = this.#remembered.get(name)
    if (known !== undefined) return known
    const result = this.#write(operation as WriteOperation)
    this.#remembered.set(name, result)
    return result
  }

  #read(operation: Operation): OperationResult {
    if (operation.type === "get") {
      return { type: "get", cell: this.#cells.get(hexOf(operation.key)) }
    }
    if (operation.type === "scan") return this.#scan(operation)
    throw new Error(`a ${operation.type} without a request id`)
  }

  #scan(operation: ScanOperation): OperationResult {
    const found = this.#span(operation.start, operation.end)
    if (operation.reverse) found.reverse()
    const count = Math.min(operation.limit || this.pageCellsMax, this.pageCellsMax)
    const cells = found
      .slice(0, count)
      .map((cell) => (operation.keysOnly ? { ...cell, value: new Uint8Array(0) } : cell))
    const more = found.length > count
    const at = operation.reverse ? cells.at(-1)?.key : found[count]?.key
    return { type: "scan", cells, more, resumeKey: more && at ? at : new Uint8Array(0) }
  }

  #span(start: Uint8Array, end: Uint8Array): KeyedCell[] {
    return [...this.#cells.values()]
      .filter(({ key }) => compareBytes(key, start) >= 0)
      .filter(({ key }) => end.length === 0 || compareBytes(key, end) < 0)
      .sort((left, right) => compareBytes(left.key, right.key))
  }

  #write(operation: WriteOperation): OperationResult {
    this.#version += 1
    const version = this.#version
    if (operation.type === "deleteRange") {
      const found = this.#span(operation.start, operation.end)
      const doomed = found.slice(0, this.pageCellsMax)
      for (const { key } of doomed) this.#cells.delete(hexOf(key))
      const next = found[doomed.length]?.key
      const resumeKey = next ?? new Uint8Array(0)
      const more = next !== undefined
      return { type: "deleteRange", deleted: doomed.length, version, resumeKey, more }
    }
    const { key } = operation
    const name = hexOf(key)
    const cell = this.#cells.get(name)
    const put = (value: Uint8Array): void => {
      this.#cells.set(name, {
        key: Uint8Array.from(key),
        value: Uint8Array.from(value),
        version,
        expiresAtMs: 0,
      })
    }
    switch (operation.type) {
      case "put":
        put(operation.value)
        return { type: "put", version }
      case "delete":
        this.#cells.delete(name)
        return { type: "delete", version }
      case "increment": {
        const value = BigInt(cell === undefined ? 0 : Buffer.from(cell.value).toString())
        put(Buffer.from(String(value + operation.delta)))
        return { type: "increment", value: value + operation.delta, version }
      }
      case "compareAndSwap": {
        const swapped = expected(operation.expect, cell)
        if (swapped && operation.value !== undefined) put(operation.value)
        if (swapped && operation.value === undefined) this.#cells.delete(name)
        return {
          type: "compareAndSwap",
          swapped,
          version: swapped ? version : (cell?.version ?? 0),
          found: !swapped && cell !== undefined,
          value: swapped ? undefined : cell?.value,
        }
      }
    }
  }
}

function expected(
  expect: Extract<Operation, { type: "compareAndSwap" }>["expect"],
  cell: KeyedCell | undefined,
): boolean {
  if (expect.type === "absent") return cell === undefined
  if (expect.type === "version") return cell?.version === expect.version
  return cell !== undefined && compareBytes(cell.value, expect.value) === 0
}

/** One node: what it says at the start, what it answers, what it got. */
export class ScriptedNode {
  readonly address: string
  readonly #cluster: ScriptedCluster
  readonly connections = new Set<Connection>()
  /** "down" refuses connections; "silent" takes everything and says nothing. */
  state: "up" | "down" | "silent" = "up"
  greeting: { leader?: LeaderHint; memberAddresses?: readonly string[] } = {}
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
    if (results.length > 0) connection.say(encodeSessionResponse({ results }))
  }

  #answer(request: DecodedOperation): Uint8Array[] {
    if (request.request.type === "cancel") return []
    const scripted = request.id === 0 ? undefined : this.script(request)
    if (scripted === "nothing") return []
    const answer = scripted ?? { result: this.#cluster.execute(request.request) }
    if (request.id !== 0) this.answered += 1
    return [encodeResult(request.id, answer.result, answer.hint)]
  }

  /** Answers, late, what the script left unanswered. */
  answerLate(request: DecodedOperation, result: OperationResult): void {
    for (const connection of this.connections) {
      connection.say(encodeSessionResponse({ results: [encodeResult(request.id, result)] }))
    }
  }

  tell(leader: LeaderHint): void {
    for (const connection of this.connections) {
      connection.say(encodeSessionResponse({ results: [], leader }))
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

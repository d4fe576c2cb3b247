import {
  compareBytes,
  emptyBytes,
  type KeyspaceId,
  type LeaderHint,
  mapKeyOf,
  successorOf,
} from "../../src/base/index.ts"
import {
  beginsIn,
  defaultKeyspace,
  holdsKey,
  initialRanges,
  type KeyspaceRecord,
  systemKeyspace,
  systemKeyspaceId,
} from "../../src/core/range/index.ts"
import type {
  AddKeyspaceOperation,
  Cell,
  Operation,
  OperationResult,
  RangeDescriptor,
  ScanOperation,
  SplitOperation,
  TransferOperation,
} from "../../src/core/range/types.ts"
import type {
  KnownKeyspaces,
  NodeStatus,
  OperationService,
  PendingOperation,
  RangeStatus,
} from "../../src/store/types.ts"
import type { RangeRoute } from "../../src/wire/index.ts"

/** Cells of one page of a scan. */
const pageCells = 3

interface Keyed {
  readonly keyspaceId: KeyspaceId
  readonly key: Uint8Array
  readonly cell: Cell
}

/** An OperationService on a Map: node 1, that answers at once, or when it is told to. */
export class MemoryService implements OperationService {
  /** Operations are kept until `release`. */
  holding = false
  readonly held: PendingOperation[] = []
  /** All that were ever submitted. */
  readonly taken: PendingOperation[] = []
  /** How often `submit` was called. */
  submits = 0
  mostHeld = 0
  /** Of every range. */
  leader: LeaderHint | undefined = { nodeId: 1, address: "127.0.0.1:7400" }
  /** As in a cluster at its beginning, until it is split. */
  descriptors: readonly RangeDescriptor[] = initialRanges
  /** Keyspaces that this node has seen created. */
  known: readonly KeyspaceRecord[] = []
  readonly dropped = new Set<KeyspaceId>()
  readonly keyspaces: KnownKeyspaces = {
    named: (name) => this.known.find((record) => record.name === name),
    isDropped: (id) => this.dropped.has(id),
  }
  /** Answers in place of the data; undefined: the data answers. */
  script: (pending: PendingOperation) => OperationResult | undefined = () => undefined
  readonly #cells = new Map<string, Keyed>()
  #version = 100

  submit(operations: readonly PendingOperation[]): void {
    this.submits += 1
    this.taken.push(...operations)
    this.held.push(...operations)
    this.mostHeld = Math.max(this.mostHeld, this.held.length)
    if (!this.holding) this.release()
  }

  /** Answers what is held, the last first: answers come in any order. */
  release(): void {
    for (const pending of this.held.splice(0).reverse()) this.answer(pending)
  }

  answer(pending: PendingOperation): void {
    const result: OperationResult = pending.cancelled
      ? { type: "error", code: "cancelled", message: "taken back" }
      : (this.script(pending) ?? this.#execute(pending.operation, pending.keyspaceId))
    pending.sink.deliver(pending, result)
  }

  routeFor(pending: PendingOperation): RangeRoute | undefined {
    const { keyspaceId, operation, rangeId, rangeVersion } = pending
    const range = this.descriptors.find((descriptor) => {
      return descriptor.keyspaceId === keyspaceId && beginsIn(descriptor, operation)
    })
    if (range === undefined) return undefined
    const claimed = rangeId === range.rangeId && rangeVersion === range.version
    if (claimed && this.leader?.nodeId === 1) return undefined
    return { keyspace: this.nameOf(keyspaceId), range, leader: this.leader }
  }

  nameOf(id: KeyspaceId): string {
    const first = id === systemKeyspaceId ? systemKeyspace : defaultKeyspace
    return this.known.find((record) => record.id === id)?.name ?? first
  }

  isInMemory(rangeId: number, key: Uint8Array): boolean {
    const range = this.descriptors.find((descriptor) => descriptor.rangeId === rangeId)
    return this.#cells.has(`${range?.keyspaceId} ${mapKeyOf(key)}`)
  }

  ranges(): readonly RangeStatus[] {
    return this.descriptors.map((descriptor) => ({
      descriptor,
      keyspace: this.nameOf(descriptor.keyspaceId),
      role: this.leader?.nodeId === 1 ? "leader" : "follower",
      leaderNodeId: this.leader?.nodeId ?? 0,
      ...{ term: 7, appliedIndex: 28, firstIndex: 4, commitIndex: 29, lastIndex: 30 },
      ...{ bytes: 2_000, keys: 20, readsPerSecond: 3, writesPerSecond: 4 },
      replicas: [
        { nodeId: 1, role: "voter" },
        { nodeId: 2, role: "learner" },
      ],
    }))
  }

  readonly members = {
    all: [
      { nodeId: 1, address: "127.0.0.1:7400" },
      { nodeId: 2, address: "127.0.0.1:7401" },
    ],
  }

  status(): NodeStatus {
    return {
      ...{ clusterId: "tiny", nodeId: 1, address: "127.0.0.1:7400", role: "leader" },
      ...{ leaderNodeId: 1, term: 7, firstIndex: 1, lastIndex: 30, commitIndex: 29 },
      ...{ appliedIndex: 28, condition: "ok", operationsPending: this.held.length },
      ...{ ranges: this.descriptors.length, leaders: this.descriptors.length, undecided: 0 },
      members: [{ nodeId: 1, address: "127.0.0.1:7400" }],
    } as NodeStatus
  }

  #execute(operation: Operation, keyspaceId: KeyspaceId): OperationResult {
    const name = "key" in operation ? `${keyspaceId} ${mapKeyOf(operation.key)}` : ""
    switch (operation.type) {
      case "get":
        return { type: "get", cell: this.#cells.get(name)?.cell }
      case "put":
        return { type: "put", version: this.#put(name, keyspaceId, operation) }
      case "compareAndSwap": {
        const { expect, key, value = Buffer.from("") } = operation
        const current = this.#cells.get(name)?.cell
        const wanted = expect.type === "version" ? expect.version : undefined
        const swapped = current?.version === wanted
        const version = swapped ? this.#put(name, keyspaceId, { key, value }) : 0
        const found = current !== undefined
        return { type: "compareAndSwap", swapped, version, found, value: current?.value }
      }
      case "increment": {
        const stored = this.#cells.get(name)?.cell.value ?? Buffer.from("0")
        const value = BigInt(Buffer.from(stored).toString()) + operation.delta
        const { key } = operation
        const version = this.#put(name, keyspaceId, { key, value: Buffer.from(String(value)) })
        return { type: "increment", value, version }
      }
      case "delete":
        this.#version += 1
        this.#cells.delete(name)
        return { type: "delete", version: this.#version }
      case "scan":
        return this.#scan(operation, keyspaceId)
      case "split":
        return this.#split(operation, keyspaceId)
      case "addKeyspace":
        return this.#addKeyspace(operation)
      case "transfer":
        return this.#transfer(operation, keyspaceId)
      case "check": {
        const range = this.#rangeAt(operation.key, keyspaceId)
        const hashes = [{ nodeId: 1, hash: "0123456789abcdef" }]
        return { type: "check", range, index: 28, outcome: "agreed", hashes }
      }
      default:
        return { type: "error", code: "unimplemented", message: `no ${operation.type} here` }
    }
  }

  #put(
    name: string,
    keyspaceId: KeyspaceId,
    { key, value }: { readonly key: Uint8Array; readonly value: Uint8Array },
  ): number {
    this.#version += 1
    const cell = { value: value.slice(), version: this.#version, expiresAtMs: 0 }
    this.#cells.set(name, { keyspaceId, key: key.slice(), cell })
    return this.#version
  }

  #addKeyspace({ key, record, newId }: AddKeyspaceOperation): OperationResult {
    const name = `${systemKeyspaceId} ${mapKeyOf(key)}`
    if (this.#cells.has(name)) {
      return { type: "error", code: "keyspace_exists", message: "nothing was changed" }
    }
    const whole = { start: emptyBytes, end: emptyBytes, version: 1, configVersion: 0 }
    const range = { rangeId: newId, keyspaceId: newId, ...whole }
    this.descriptors = [...this.descriptors, range]
    const version = this.#put(name, systemKeyspaceId, { key, value: record })
    return { type: "addKeyspace", version, range }
  }

  #split({ at, childId }: SplitOperation, keyspaceId: KeyspaceId): OperationResult {
    const whole = this.descriptors.find((range) => {
      return range.keyspaceId === keyspaceId && holdsKey(range, at)
    })
    if (whole === undefined) throw new Error("some range holds the key")
    if (compareBytes(whole.start, at) === 0) {
      return { type: "error", code: "invalid_argument", message: "the start of a range" }
    }
    const version = whole.version + 1
    const left = { ...whole, end: at.slice(), version }
    const right = { ...whole, rangeId: childId, start: at.slice(), version }
    this.descriptors = this.descriptors.flatMap((range) =>
      range === whole ? [left, right] : range,
    )
    return { type: "split", left, right }
  }

  #transfer({ key, to }: TransferOperation, keyspaceId: KeyspaceId): OperationResult {
    const range = this.#rangeAt(key, keyspaceId)
    this.leader = { nodeId: to, address: `127.0.0.1:${7_399 + to}` }
    return { type: "transfer", range }
  }

  #rangeAt(key: Uint8Array, keyspaceId: KeyspaceId): RangeDescriptor {
    const range = this.descriptors.find((descriptor) => {
      return descriptor.keyspaceId === keyspaceId && holdsKey(descriptor, key)
    })
    if (range === undefined) throw new Error("some range holds the key")
    return range
  }

  #scan({ start, end, limit, reverse }: ScanOperation, keyspaceId: KeyspaceId): OperationResult {
    const within = [...this.#cells.values()]
      .filter((keyed) => keyed.keyspaceId === keyspaceId)
      .filter(({ key }) => compareBytes(key, start) >= 0)
      .filter(({ key }) => end.length === 0 || compareBytes(key, end) < 0)
      .sort((left, right) => compareBytes(left.key, right.key) * (reverse ? -1 : 1))
    const page = within.slice(0, limit === 0 ? pageCells : Math.min(limit, pageCells))
    const more = page.length < within.length
    const last = page.at(-1)?.key
    const resumeKey = last === undefined || !more ? emptyBytes : reverse ? last : successorOf(last)
    return {
      type: "scan",
      cells: page.map(({ key, cell }) => ({ key, ...cell })),
      resumeKey,
      more,
    }
  }
}

import { compareBytes, hexOf } from "../../src/base/index.ts"
import { beginsIn, initialRanges, splitRefusal } from "../../src/core/range/index.ts"
import type {
  Operation,
  OperationResult,
  RangeDescriptor,
  RequestId,
} from "../../src/core/range/types.ts"
import type { RangeRoute } from "../../src/wire/index.ts"

/** What a range remembers of one client. */
interface Session {
  acknowledgedBelow: number
  readonly results: Map<number, OperationResult>
}

const forgotten: OperationResult = {
  type: "error",
  code: "session_forgotten",
  message: "this range has never heard of it",
}

/** One range of the default keyspace: what it covers, who leads it, what it remembers. */
export class ScriptedRange {
  descriptor: RangeDescriptor
  /** The address of a node. */
  leader: string
  readonly sessions: Map<string, Session>

  constructor(descriptor: RangeDescriptor, leader: string, sessions = new Map<string, Session>()) {
    this.descriptor = descriptor
    this.leader = leader
    this.sessions = sessions
  }

  get route(): RangeRoute {
    return routeOf(this.descriptor, this.leader)
  }

  /** As the session table does it: a retry gives the first result, the forgotten are refused. */
  once(id: RequestId, write: () => OperationResult): OperationResult {
    const name = hexOf(id.clientId)
    const session = this.sessions.get(name) ?? { acknowledgedBelow: 1, results: new Map() }
    if (!this.sessions.has(name) && id.acknowledgedBelow > 1) return forgotten
    this.sessions.set(name, session)
    session.acknowledgedBelow = Math.max(session.acknowledgedBelow, id.acknowledgedBelow)
    for (const sequence of session.results.keys()) {
      if (sequence < session.acknowledgedBelow) session.results.delete(sequence)
    }
    if (id.sequence < session.acknowledgedBelow) return forgotten
    const result = session.results.get(id.sequence) ?? write()
    session.results.set(id.sequence, result)
    return result
  }
}

/** The ranges that the default keyspace is cut into: one, until it is split. */
export class ScriptedRanges {
  #ranges: ScriptedRange[]
  #nextId = 7

  constructor(leader: string) {
    this.#ranges = [new ScriptedRange(wholeKeyspace, leader)]
  }

  get all(): readonly ScriptedRange[] {
    return this.#ranges
  }

  /** The range that an operation begins in. */
  of(operation: Operation): ScriptedRange {
    const found = this.#ranges.find(({ descriptor }) => beginsIn(descriptor, operation))
    if (found === undefined) throw new Error("no range holds it")
    return found
  }

  holding(key: string): ScriptedRange {
    return this.of({ type: "get", key: Buffer.from(key), consistency: "stale" })
  }

  /** Cuts a range in two, sessions and all; the new one is led by `leader`, or as before. */
  split(at: string, leader?: string): ScriptedRange {
    const range = this.holding(at)
    const key = Buffer.from(at)
    const refusal = splitRefusal(range.descriptor, key)
    if (refusal !== undefined) throw new Error(`no split at ${at}`)
    const version = range.descriptor.version + 1
    const right = { ...range.descriptor, rangeId: this.#nextId, start: key, version }
    this.#nextId += 1
    range.descriptor = { ...range.descriptor, end: key, version }
    const child = new ScriptedRange(right, leader ?? range.leader, copyOf(range.sessions))
    this.#ranges.push(child)
    this.#ranges.sort((one, other) => {
      return compareBytes(one.descriptor.start, other.descriptor.start)
    })
    return child
  }
}

/** The route of the whole default keyspace, before any split. */
export function wholeRoute(leader: string): RangeRoute {
  return routeOf(wholeKeyspace, leader)
}

export function routeOf(range: RangeDescriptor, address: string): RangeRoute {
  return { keyspace: "default", range, leader: { nodeId: address.charCodeAt(0), address } }
}

const wholeKeyspace = initialRanges[1] as RangeDescriptor

function copyOf(sessions: ReadonlyMap<string, Session>): Map<string, Session> {
  return new Map(
    [...sessions].map(([name, { acknowledgedBelow, results }]) => {
      return [name, { acknowledgedBelow, results: new Map(results) }]
    }),
  )
}

import { KvError, storeStates } from "../base/index.ts"
import type { RangeView, RefusalReason, Verdict } from "../core/placement/index.ts"
import {
  decodeOperator,
  decodeOperatorId,
  decodeOperatorsAsked,
  decodeRangeMerge,
  decodeReplicaMove,
  decodeStateAsked,
  encodeJobList,
  encodeOperator,
  encodeOperatorList,
  encodeRangeList,
  encodeStateOfStore,
  type RangeSummary,
} from "../wire/index.ts"
import type { Seat } from "./seat.ts"
import { progressOf, recordLater, shown, shownLater } from "./summaries.ts"

/** What people may ask of the driver: the request's bytes in, the response's out. */
export const adminAnswers = {
  ranges: ({ placement, nameOf }: Seat) => {
    const ranges = [...placement.allRanges()]
    return encodeRangeList(ranges.map((range) => summaryOf(range, nameOf(range.keyspaceId))))
  },
  move: (seat: Seat, body: Uint8Array) => {
    const { placement, nowMs } = seat
    const { rangeId, from, to } = decodeReplicaMove(body)
    const operator = placement.moveReplica(rangeId, from, to, nowMs)
    return encodeOperator(shown(take(operator, seat), nowMs))
  },
  merge: (seat: Seat, body: Uint8Array) => {
    const { placement, nowMs } = seat
    const { rangeId, nextRangeId } = decodeRangeMerge(body)
    const operator =
      nextRangeId === 0
        ? placement.mergeNext(rangeId, nowMs)
        : placement.mergeRanges(rangeId, nextRangeId, nowMs)
    return encodeOperator(shown(take(operator, seat), nowMs))
  },
  operators: async (seat: Seat, body: Uint8Array) => {
    const { placement, history, nowMs, wallMs } = seat
    if (!decodeOperatorsAsked(body)) {
      const operators = placement.operators()
      return encodeOperatorList(operators.map((each) => shown(each, nowMs, progressOf(each, seat))))
    }
    const records = await history.list()
    return encodeOperatorList(records.map((record) => shownLater(record, wallMs)))
  },
  jobs: ({ drops }: Seat) => encodeJobList(drops.jobs()),
  cancel: (seat: Seat, body: Uint8Array) => {
    const { placement, nowMs } = seat
    const operator = take(placement.cancelOperator(decodeOperatorId(body), nowMs), seat)
    return encodeOperator(shown(operator, nowMs))
  },
  note: ({ placement, history, wallMs }: Seat, body: Uint8Array) => {
    const noted = { ...decodeOperator(body), id: placement.newOperatorId() }
    history.keep(recordLater(noted, wallMs))
    return encodeOperator(noted)
  },
  state: (seat: Seat, body: Uint8Array) => seat.inTurn(() => setState(seat, body)),
} satisfies Readonly<Record<string, (seat: Seat, body: Uint8Array) => unknown>>

async function setState(seat: Seat, body: Uint8Array): Promise<Uint8Array> {
  const { placement, registry } = seat
  seat.followKeyspaces()
  const { nodeId, state: asked, force } = decodeStateAsked(body)
  const state = storeStates.find((known) => known === asked)
  const entry = registry.entryOf(nodeId)
  if (state === undefined) {
    throw new KvError(
      "invalid_argument",
      `a store can be ${storeStates.join(", ")}, not "${asked}"`,
    )
  }
  take(placement.mayBecome(nodeId, state, force), seat)
  if (entry === undefined) throw registry.unknown(nodeId)
  if (entry.state !== state) await registry.setState(nodeId, state)
  return encodeStateOfStore({ nodeId, state })
}

const codes: Readonly<Record<RefusalReason, "invalid_argument" | "state_changed">> = {
  unknown_store: "invalid_argument",
  unknown_range: "invalid_argument",
  unknown_operator: "invalid_argument",
  invalid: "invalid_argument",
  unsafe: "state_changed",
  busy: "state_changed",
}

/** A range is denied only by who has heard of all there are: a driver begins with nothing. */
function take<T>(verdict: Verdict<T>, seat: Seat): T {
  if (verdict.type === "accepted") return verdict.value
  const hole = verdict.reason === "unknown_range" ? seat.hole : undefined
  if (hole !== undefined) {
    const message = `the driver has not heard yet of the range that has ${hole}: ask again`
    throw new KvError("unavailable", message)
  }
  throw new KvError(codes[verdict.reason], verdict.message)
}

function summaryOf(range: RangeView, keyspace: string): RangeSummary {
  const { rangeId, keyspaceId, start, end, version, configVersion } = range
  return {
    range: { rangeId, keyspaceId, start, end, version, configVersion },
    keyspace,
    replicas: range.replicas.map(({ store, role }) => ({
      nodeId: store,
      role: role === "learner" ? "learner" : "voter",
    })),
    leaderNodeId: range.leader,
    term: range.term,
    ...{ appliedIndex: 0, firstIndex: 0, commitIndex: 0, lastIndex: 0, readFrom: "" },
    ...{ bytes: range.bytes, keys: range.keys },
    ...{ readsPerSecond: range.readRate, writesPerSecond: range.writeRate },
  }
}

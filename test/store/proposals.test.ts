/** How writes share log entries. */
import t from "tap"
import { defaultLimits, errorCatalogue } from "../../src/base/index.ts"
import { Raft } from "../../src/core/raft/index.ts"
import type { Operation, OperationResult, RequestId } from "../../src/core/range/types.ts"
import { Proposals } from "../../src/store/proposals.ts"
import type { PendingOperation } from "../../src/store/types.ts"
import { emptyState } from "../core/range/test-range.ts"

const nothing = { index: 0, term: 0 }

/** Leads alone: what is durable is committed. */
function leaderAlone(): Raft {
  const raft = new Raft({
    ...{ id: 1, hardState: { term: 0, vote: 0, commit: 0 }, logStart: nothing, logTerms: [] },
    configuration: { ...emptyState.configuration, voters: [1] },
    ...{ lastIndex: 0, applied: 0, electionTimeoutTicks: 10, heartbeatTicks: 1, damageNonce: 0 },
    ...{ leaseReads: false, quiesceAfterTicks: 0 },
    limits: { ...defaultLimits, cachedBytesMax: 1_000_000 },
  })
  raft.step({ type: "campaign" })
  settle(raft)
  return raft
}

/** All that is written so far is durable. */
function settle(raft: Raft): void {
  while (raft.hasReady()) raft.step({ type: "persisted", ready: raft.ready().number })
}

function openProposals(version = () => 1): Proposals {
  const { descriptor } = emptyState
  return new Proposals({
    ...{ limits: defaultLimits, variant: undefined },
    descriptor: () => ({ ...descriptor, version: version() }),
    onElsewhere: () => {},
  })
}

const sink = { deliver: () => {}, deliverEncoded: () => {} }
const key = Uint8Array.of(1)
const deadline = 1_000_000

function put(requestId?: RequestId): PendingOperation {
  return pending({ type: "put", key, value: key, ttlMs: 0, requestId })
}

function pending(operation: Operation): PendingOperation {
  return {
    ...{ id: 1, keyspaceId: 1, rangeId: 0, rangeVersion: 0, operation, bytes: key },
    ...{ deadline, forwarded: false, sink, cancelled: false },
  }
}

/** Where what is told is kept: results by their types, errors by code and outcome. */
function listener() {
  const told: string[] = []
  const deliver = (_: unknown, result: OperationResult): void => {
    if (result.type !== "error") told.push(result.type)
    else told.push(`${result.code}: ${errorCatalogue[result.code].outcome}`)
  }
  return { told, sink: { deliver, deliverEncoded: () => {} } }
}

t.test("while entries are on their way, what is queued waits until it is as much", (t) => {
  const [raft, proposals] = [leaderAlone(), openProposals()]
  const enqueue = (count: number): void => {
    for (let i = 0; i < count; i += 1) proposals.enqueue(put())
  }
  const propose = (): number => {
    const before = raft.view.lastIndex
    if (proposals.wants(raft)) proposals.propose(raft, 0, 1, 1)
    return raft.view.lastIndex - before
  }
  t.equal(propose(), 0, "nothing is queued")
  enqueue(3)
  t.equal(propose(), 1, "nothing is on its way")
  enqueue(2)
  t.equal(propose(), 0, "three are on their way")
  enqueue(1)
  t.equal(propose(), 1)
  enqueue(5)
  t.equal(propose(), 0, "six are on their way")
  settle(raft)
  t.equal(propose(), 1, "nothing is on its way any more")
  enqueue(63)
  t.equal(propose(), 1, "more than are on their way")
  enqueue(63)
  t.equal(propose(), 0)
  enqueue(1)
  t.equal(propose(), 1, "so many are worth an entry, whatever is on its way")
  t.end()
})

t.test("an entry has as many operations that read their cells as weigh what it may", (t) => {
  const { entryOperationsMax, entryBytesMax } = defaultLimits
  const swap = pending({
    ...{ type: "compareAndSwap", key, value: key, ttlMs: 0, requestId: undefined },
    expect: { type: "absent" },
  })
  const [raft, proposals] = [leaderAlone(), openProposals()]
  const propose = (...operations: PendingOperation[]): number => {
    const before = raft.view.lastIndex
    for (const operation of operations) proposals.enqueue(operation)
    proposals.propose(raft, 0, 1, 1)
    return raft.view.lastIndex - before
  }
  const many = <T>(operation: T): T[] => new Array(entryOperationsMax).fill(operation)
  proposals.cellReads.onRead(entryOperationsMax, entryBytesMax)
  proposals.cellReads.onRead(entryOperationsMax, 0)
  t.equal(propose(...many(swap)), 1, "small ones share it")
  proposals.cellReads.onRead(64, 32 * entryBytesMax)
  t.equal(propose(...many(swap)), entryOperationsMax / 2, "of large ones it has few")
  t.equal(propose(...many(put())), 1, "who writes blindly does not care")
  t.equal(propose(put(), swap, put(), swap, put(), swap), 2)
  t.end()
})

t.test("a cut of a range that was cut while it waited is refused", (t) => {
  let version = 1
  const [raft, proposals] = [leaderAlone(), openProposals(() => version)]
  const { told, sink } = listener()
  const { rangeId } = emptyState.descriptor
  const operation = { type: "split", at: Uint8Array.of(9), childId: 7, key: Uint8Array.of(8) }
  const named = { rangeId, rangeVersion: 1, operation, sink }
  proposals.enqueue({ ...put(), ...named } as unknown as PendingOperation)
  version = 2
  const before = raft.view.lastIndex
  proposals.propose(raft, 0, 1, 1)
  t.equal(raft.view.lastIndex, before)
  t.same(told, ["range_changed: refused"])
  t.end()
})

t.test("behind what changes the range, nothing goes into the log (rule 44)", (t) => {
  const neighbour = { ...emptyState.descriptor, rangeId: 8 }
  const changes: readonly Operation[] = [
    { type: "split", at: Uint8Array.of(9), childId: 9 },
    { type: "merge", at: new Uint8Array(0), into: 8 },
    { type: "absorb", source: neighbour, giveUp: false },
  ]
  for (const change of changes) {
    const [raft, proposals] = [leaderAlone(), openProposals()]
    const propose = (): number => {
      const before = raft.view.lastIndex
      proposals.propose(raft, 0, 1, 1)
      proposals.proposeOwn(raft, { type: "purge", keys: [key] }, 0, 1)
      return raft.view.lastIndex - before
    }
    proposals.enqueue(pending(change))
    proposals.enqueue(put())
    t.equal(propose(), 1, `the ${change.type} alone`)
    t.ok(proposals.held, "who asks for other replicas or another leader is refused by this")
    settle(raft)
    t.equal(propose(), 0, "it is committed, and not applied")
    const { lastIndex, term } = raft.view
    proposals.settle(lastIndex - 1, term, [])
    t.equal(propose(), 0, "what was before it is applied")
    proposals.settle(lastIndex, term, [{ type: "error", code: "state_changed", message: "" }])
    t.notOk(proposals.held)
    t.equal(propose(), 2, "it is settled, whatever came of it")
  }
  t.end()
})

/** Two writes in an entry of their own each, one with a name and one without. */
function twoUnderWay() {
  const [raft, proposals, { told, sink }] = [leaderAlone(), openProposals(), listener()]
  for (const write of [put({ clientId: key, sequence: 1, acknowledgedBelow: 1 }), put()]) {
    proposals.enqueue({ ...write, sink })
    proposals.propose(raft, 0, 1, 1)
  }
  const { lastIndex, term } = raft.view
  return { raft, proposals, told, term, first: lastIndex - 1, second: lastIndex }
}

const done: readonly OperationResult[] = [{ type: "put", version: 1 }]
const unknown = "result_unknown: unknown"

t.test("what is applied at its index settles a proposal, by its term (rule 45)", (t) => {
  const { proposals, told, term, first, second } = twoUnderWay()
  proposals.settle(first - 1, term, [])
  t.same(told, [], "nothing is known from what stands before it")
  proposals.settle(first, term, done)
  t.same(told, ["put"], "its own entry gives the results")
  proposals.settle(second, term + 1, done)
  t.same(told, ["put", "unavailable: refused"], "an entry of another term proves it dead")
  t.equal(proposals.count, 0)
  t.end()
})

t.test("an applied entry of a later term proves dead all that waits behind it (rule 45)", (t) => {
  const { proposals, told, term, first } = twoUnderWay()
  proposals.settle(first - 2, term, [])
  t.same(told, [], "one of its own term proves nothing")
  proposals.settle(first - 1, term + 1, [])
  t.same(told, ["unavailable: refused", "unavailable: refused"])
  t.equal(proposals.count, 0)
  t.end()
})

t.test("who steps down knows nothing of what is under way (rule 45)", (t) => {
  const { proposals, told, term, first, second } = twoUnderWay()
  proposals.onLeadershipLost()
  t.same(told, [unknown], "one that has a name is retried under it")
  proposals.settle(first, term, done)
  t.same(told, [unknown], "and hears nothing more")
  proposals.settle(second, term, done)
  t.same(told, [unknown, "put"], "the other may still hear the truth")
  t.end()
})

t.test("without an entry that proves it a proposal is never called dead (rule 45)", (t) => {
  const ends: readonly [string, (proposals: Proposals, raft: Raft) => void, string][] = [
    ["its time is up", (proposals) => proposals.sweep(deadline), "deadline_unknown: unknown"],
    [
      "a snapshot came",
      (proposals, raft) => proposals.abandonThrough(raft.view.lastIndex),
      unknown,
    ],
    ["the replica has left", (proposals) => proposals.onRemoved(), unknown],
  ]
  for (const [what, end, answer] of ends) {
    const { proposals, raft, told } = twoUnderWay()
    proposals.onLeadershipLost()
    end(proposals, raft)
    t.same(told, [unknown, answer], what)
  }
  t.end()
})

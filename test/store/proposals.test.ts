/** How writes share log entries. */
import t from "tap"
import { defaultLimits } from "../../src/base/index.ts"
import { Raft } from "../../src/core/raft/index.ts"
import type { OperationResult } from "../../src/core/range/types.ts"
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

function put(): PendingOperation {
  const key = Uint8Array.of(1)
  const operation = { type: "put", key, value: key, ttlMs: 0, requestId: undefined } as const
  return {
    ...{ id: 1, keyspaceId: 1, rangeId: 0, rangeVersion: 0, operation, bytes: key },
    ...{ deadline: 1_000_000, forwarded: false, sink, cancelled: false },
  }
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

t.test("a cut of a range that was cut while it waited is refused", (t) => {
  let version = 1
  const [raft, proposals] = [leaderAlone(), openProposals(() => version)]
  const told: string[] = []
  const deliver = (_: unknown, result: OperationResult): void => {
    told.push(result.type === "error" ? result.code : result.type)
  }
  const { rangeId } = emptyState.descriptor
  const operation = { type: "split", at: Uint8Array.of(9), childId: 7, key: Uint8Array.of(8) }
  const named = { rangeId, rangeVersion: 1, operation, sink: { deliver } }
  proposals.enqueue({ ...put(), ...named } as unknown as PendingOperation)
  version = 2
  const before = raft.view.lastIndex
  proposals.propose(raft, 0, 1, 1)
  t.equal(raft.view.lastIndex, before)
  t.same(told, ["range_changed"])
  t.end()
})

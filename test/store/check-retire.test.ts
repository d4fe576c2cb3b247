/** What becomes of a hash that is under way when its replica leaves. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { ConsistencyCheck } from "../../src/store/consistency-check.ts"
import { InHand } from "../../src/store/in-hand.ts"

const self = 2
const leader = 1
const index = 7
const configuration = { voters: [1, 2, 3], votersOutgoing: [], learners: [], learnersNext: [] }
const content = { hash: "what is here", keys: 1, bytes: 1 }

/** It follows, and hashes what it has as of a check whose verdict is applied by now. */
function hashing(hashed: Promise<typeof content>) {
  const done: string[] = []
  const check = new ConsistencyCheck({
    rangeId: 2,
    env: { clock: { monotonicMs: () => 0 }, telemetry: silentTelemetry },
    raft: { view: { id: self, leader, role: "follower" } },
    data: { size: { onCountBegun: () => {}, onCounted: () => {} }, openContent: () => ({}) },
    machine: () => ({ state: { descriptor: { version: 1 } } }),
    hasher: { hash: () => hashed },
    forwarder: { report: () => done.push("reported") },
    onDataLoss: () => done.push("quarantined"),
    onOutvoted: () => done.push("outvoted"),
  } as never)
  check.onHashStep({ index, configuration } as never)
  check.onVerdictStep(index, "what most have")
  return { check, done }
}

/** As its replica does when it leaves. */
function leave(check: ConsistencyCheck): void {
  const part = { onRemoved: () => {}, onLeadershipLost: () => {} }
  const queues = { takeQueue: () => [], takeAll: () => [] }
  const [proposals, reads] = [{ ...part, ...queues }, queues]
  const parts = { proposals, reads, changes: part, parked: queues, merging: () => undefined }
  new InHand({ ...parts, check: () => check } as never).takeAll()
}

t.test("who is here answers and has its data mended; who has left does neither", async (t) => {
  const corrupt = new KvError("data_loss", "corrupt")
  const table = [
    { ends: () => Promise.resolve(content), here: ["reported", "outvoted"] },
    { ends: () => Promise.reject(corrupt), here: ["quarantined"] },
  ]
  for (const { ends, here } of table) {
    for (const leaves of [false, true]) {
      const hashed = ends()
      const { check, done } = hashing(hashed)
      if (leaves) leave(check)
      await Promise.allSettled([hashed])
      t.same(done, leaves ? [] : here)
    }
  }
})

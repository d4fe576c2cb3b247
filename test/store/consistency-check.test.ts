/** What a leader tells those who asked for a check, as steps and hashes come in. */
import t from "tap"
import { silentTelemetry } from "../../src/env/index.ts"
import { ConsistencyCheck } from "../../src/store/consistency-check.ts"

const self = 1
const rangeId = 2
const configuration = { voters: [1, 2, 3], votersOutgoing: [], learners: [], learnersNext: [] }

/** It leads: each step that it proposes has the next index of its log, from 11 on. */
function leading() {
  const log: string[] = []
  const told: string[] = []
  const counted: unknown[] = []
  const state = { index: 10, descriptor: { version: 1 } }
  const content = { hash: "the leader's", keys: 1, bytes: 1 }
  const check = new ConsistencyCheck({
    rangeId,
    env: { clock: { monotonicMs: () => 0 }, telemetry: silentTelemetry },
    raft: { view: { id: self, leader: self, role: "leader" } },
    data: {
      size: { onCountBegun: () => {}, onCounted: (size: unknown) => counted.push(size) },
      openContent: () => ({}),
    },
    machine: () => ({ state }),
    hasher: { hash: () => Promise.resolve(content) },
    propose: ({ type }: { type: string }) => 10 + log.push(type),
    onOutvoted: () => told.push("outvoted"),
  } as never)
  const sink = { deliver: (_: unknown, report: { outcome: string }) => told.push(report.outcome) }
  const hashes = async (index: number, meanwhile = (): void => {}): Promise<void> => {
    check.onHashStep({ index, configuration } as never)
    meanwhile()
    // What was hashed is there a few turns of promises later.
    await new Promise(setImmediate)
  }
  const others = (index: number): void => {
    for (const replica of [2, 3]) check.onReport({ rangeId, index, replica, hash: "of most" })
  }
  return {
    check,
    state,
    log,
    told,
    counted,
    hashes,
    others,
    ask: () => check.ask({ sink } as never),
  }
}

t.test("a step that waits for the engine is not proposed again", async (t) => {
  const { check, state, log, told, hashes, others, ask } = leading()
  ask()
  state.index = 11
  check.tick(100, true)
  t.same(log, ["hash"])
  await hashes(11)
  check.tick(200, false)
  t.same(log, ["hash"])
  others(11)
  t.same(log, ["hash", "verdict"])
  check.onVerdictStep(11, "of most")
  t.same(told, ["differs", "outvoted"], "the one that asked hears what it came to")
})

t.test("one that was passed over is", async (t) => {
  const { check, state, log, told, hashes, others, ask } = leading()
  ask()
  state.index = 11
  check.tick(100, false)
  t.same(log, ["hash", "hash"])
  await hashes(12)
  others(12)
  t.same(told, ["differs"])
})

t.test(
  "what was counted is not the size of a range that was cut or merged meanwhile",
  async (t) => {
    const { state, counted, hashes } = leading()
    await hashes(11)
    t.match(counted, [{ keys: 1, bytes: 1 }])
    await hashes(12, () => {
      state.descriptor = { version: 2 }
    })
    t.equal(counted.length, 1)
    await hashes(13)
    t.equal(counted.length, 2, "the next check counts it as it is now")
  },
)

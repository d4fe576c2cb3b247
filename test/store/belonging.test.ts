/** Who belongs to a range: what a message is worth, and who was removed (rules 18 and 49). */
import t from "tap"
import { generationOf, nodeOf, replicaIdOf } from "../../src/base/index.ts"
import type { Message } from "../../src/core/raft/types.ts"
import type { AppliedState } from "../../src/core/range/types.ts"
import type { Identity } from "../../src/storage/range-data/identity-records.ts"
import {
  goneTo,
  isOfThePast,
  isRemoved,
  judge,
  replicaIdOn,
  replicaOn,
  type Verdict,
} from "../../src/store/belonging.ts"
import { emptyState } from "../core/range/test-range.ts"

const rangeId = 7
/** Node 3 left with the second change and came back with the fourth; node 4 left with the fifth */
const third = replicaIdOf(3, 4)
const fourth = replicaIdOf(4, 3)
const applied: AppliedState = {
  ...emptyState,
  configuration: { ...emptyState.configuration, voters: [1, 2], learners: [third] },
  descriptor: { ...emptyState.descriptor, rangeId, configVersion: 5 },
}
const unknown: AppliedState = {
  ...applied,
  configuration: { ...applied.configuration, voters: [], learners: [] },
  descriptor: { ...applied.descriptor, configVersion: 0 },
}

function message(from: number, to: number, type: "wake" | "gone" = "wake", term = 9): Message {
  return type === "gone" ? goneTo(to, from, false) : { type, from, to, term }
}

t.test("an id tells its node and the change that it came with, and is never given twice", (t) => {
  const ids = new Set<number>()
  for (const nodeId of [1, 2, 65_535]) {
    for (const generation of [0, 1, 2, 1_000_000]) {
      const id = replicaIdOf(nodeId, generation)
      t.same([nodeOf(id), generationOf(id)], [nodeId, generation])
      ids.add(id)
    }
  }
  t.equal(ids.size, 12)
  t.equal(replicaIdOf(5, 0), 5, "those that a cluster begins with are called as their nodes")
  t.end()
})

const removals: readonly [string, number, boolean][] = [
  ["a voter", 1, false],
  ["a learner", third, false],
  ["an older replica of a node that has another by now", 3, true],
  ["a replica that came by a change, and left", fourth, true],
  ["one of a change that is applied, and without it", replicaIdOf(9, 5), true],
  ["one of a change that is not applied here yet", replicaIdOf(4, 6), false],
  ["one of a far later change", replicaIdOf(3, 99), false],
]

t.test("a replica was removed when a later configuration is without it", (t) => {
  for (const [what, id, removed] of removals) {
    t.equal(isRemoved(id, applied), removed, what)
    t.equal(isRemoved(id, unknown), false, `${what}, and nothing is known yet`)
  }
  t.end()
})

t.test("in a joint configuration both halves belong to the range", (t) => {
  const configuration = { ...applied.configuration, votersOutgoing: [1, 2, fourth] }
  const joint = { ...applied, configuration }
  t.equal(isRemoved(fourth, joint), false)
  t.equal(isRemoved(3, joint), true)
  t.end()
})

const verdicts: readonly [string, Message, Verdict][] = [
  ["from a voter", message(1, third), "take"],
  ["from a replica to come", message(replicaIdOf(4, 6), third), "take"],
  ["from one that was removed", message(fourth, third), "tell"],
  ["from an older replica of a node", message(replicaIdOf(2, 1), third), "tell"],
  ["from a node that lost the range, and who it was", message(3, 2, "wake", 0), "knock"],
  ["from such a node, which does not know whom it asks", message(1, 3, "wake", 0), "knock"],
  ["from such a node that has left", message(fourth, third, "wake", 0), "tell"],
  ["from one that has left and does not know whom it asks", message(fourth, 3, "wake", 0), "tell"],
  ["for the replica that was here before", message(1, 3), "drop"],
  ["for that, from one that has left, too", message(fourth, 3), "tell"],
  ["for that, from such a one, that it is gone", message(fourth, 3, "gone"), "drop"],
  ["for that, that it is gone", message(1, 3, "gone"), "drop"],
  ["for one that takes the place of this", message(1, replicaIdOf(3, 6)), "replaced"],
  ["that this one is gone", message(1, third, "gone"), "gone"],
]

t.test("what becomes of a message (rule 49)", (t) => {
  for (const [what, each, verdict] of verdicts) t.equal(judge(each, third, applied), verdict, what)
  t.end()
})

t.test("a message for a replica that is gone from here does not bring it back", (t) => {
  const cases: readonly [string, Identity | undefined, number, boolean][] = [
    ["nobody was here", undefined, 3, false],
    ["it left", identity(third, true), third, true],
    ["an older one than left", identity(third, true), 3, true],
    ["a newer one than left", identity(third, true), replicaIdOf(3, 6), false],
    ["it is here", identity(third, false), third, false],
    ["an older one than is here", identity(third, false), 3, true],
    ["a newer one than is here", identity(third, false), replicaIdOf(3, 6), false],
  ]
  for (const [what, known, id, past] of cases) {
    t.equal(isOfThePast(id, rangeId, { identityOf: () => known }), past, what)
  }
  t.end()
})

t.test("which replica a disk holds: as its record says, or else its configuration", (t) => {
  const on = (nodeId: number, state: AppliedState | undefined, known?: Identity) => {
    const recovered = state && { state }
    const descriptor = state?.descriptor ?? emptyState.descriptor
    const data = { rangeId, recovered, descriptor } as Parameters<typeof replicaIdOn>[1]
    return replicaIdOn(nodeId, data, { identityOf: () => known })
  }
  t.equal(on(3, undefined), 3, "a range of the beginning")
  t.equal(on(3, unknown), 3, "one of which nothing is known")
  t.equal(on(3, undefined, identity(third, false)), third)
  t.equal(on(3, applied), third, "born of a split: as its parent's")
  t.equal(on(1, applied), 1)
  const last = on(4, applied)
  t.equal(last, replicaIdOf(4, 5), "removed before a crash: any up to now")
  t.ok(isRemoved(last, applied), "and it leaves")
  t.equal(replicaOn(applied.configuration, 4), undefined)
  t.end()
})

function identity(replicaId: number, removed: boolean): Identity {
  return { replicaId, removed, keyspaceId: 1, leftover: undefined }
}

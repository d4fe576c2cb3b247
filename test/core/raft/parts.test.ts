/** The parts that Raft is made of, each against a model that is too simple to be wrong. */
import * as fc from "fast-check"
import t from "tap"
import { InvariantViolation } from "../../../src/base/index.ts"
import { EntryCache, entryBytes } from "../../../src/core/raft/entry-cache.ts"
import {
  type ConfigChange,
  type Configuration,
  describeConfiguration,
  type Entry,
  Raft,
  raftVariants,
} from "../../../src/core/raft/index.ts"
import { Inflight } from "../../../src/core/raft/inflight.ts"
import {
  checkConfiguration,
  isJoint,
  isMember,
  nextConfiguration,
  votersOf,
} from "../../../src/core/raft/membership.ts"
import { majorityOf, quorumValue, voteResult } from "../../../src/core/raft/quorum.ts"
import { Terms } from "../../../src/core/raft/terms.ts"
import { bytesOf, votersOnly } from "./replica.ts"

const seed = 20_250_102

t.test("terms as runs answer like a list of terms", async (t) => {
  const steps = fc.array(fc.tuple(fc.nat(9), fc.nat(1_000)), { maxLength: 60 })
  const property = fc.property(steps, (choices) => {
    const terms = new Terms({ index: 0, term: 0 }, [], 0)
    const model = [0]
    let start = 0
    for (const [what, which] of choices) {
      const last = model.length - 1
      if (what < 7) {
        const term = (model[last] ?? 0) + (what < 5 ? 0 : 1)
        terms.push(last + 1, Math.max(1, term))
        model.push(Math.max(1, term))
      } else if (what < 9 && last > start) {
        const from = start + 1 + (which % (last - start))
        terms.truncate(from)
        model.length = from
      } else if (last > start) {
        start += 1 + (which % (last - start))
        terms.compact(start)
      }
      terms.check()
      for (let index = start - 1; index <= model.length; index += 1) {
        const expected = index < start ? undefined : model[index]
        if (terms.at(index) !== expected) throw new Error(`term at ${index}`)
      }
    }
    // Where the logs can meet, found the slow way.
    for (let term = 0; term < 5; term += 1) {
      let meeting = model.length - 1
      while (meeting > start && (model[meeting] ?? 0) > term) meeting -= 1
      if (terms.meeting(model.length + 3, term).index !== meeting) throw new Error("meeting")
    }
  })
  await fc.assert(property, { seed })
  t.throws(() => new Terms({ index: 3, term: 2 }, [{ firstIndex: 5, term: 2 }], 6), {
    name: "InvariantViolation",
  })
  const fallen = [
    { firstIndex: 1, term: 2 },
    { firstIndex: 2, term: 1 },
  ]
  t.throws(() => new Terms({ index: 0, term: 0 }, fallen, 3), InvariantViolation)
})

t.test("the entry cache holds a tail of the log", async () => {
  const steps = fc.array(fc.tuple(fc.nat(9), fc.nat(1_000)), { maxLength: 600 })
  const property = fc.property(steps, (choices) => {
    const cache = new EntryCache(1)
    let model: Entry[] = []
    let next = 1
    for (const [what, which] of choices) {
      if (what < 6) {
        const data = bytesOf("x".repeat(which % 30))
        const entry: Entry = { index: next, term: 1, kind: "normal", data }
        cache.push(entry)
        model.push(entry)
        next += 1
      } else if (what < 7) {
        const from = Math.max(1, next - (which % 5))
        cache.truncate(from)
        model = model.filter(({ index }) => index < from)
        next = from
      } else {
        cache.trim(next - 1 - (which % 4), 200)
        while (bytesIn(model) > 200 && (model[0]?.index ?? next) <= next - 1 - (which % 4)) {
          model.shift()
        }
      }
      if (cache.bytes !== bytesIn(model) || cache.nextIndex !== next) throw new Error("sizes")
      if (cache.firstIndex !== (model[0]?.index ?? next)) throw new Error("first")
      const held = cache.slice(cache.firstIndex, next)
      if (held.some((entry, at) => entry !== model[at])) throw new Error("entries")
    }
  })
  await fc.assert(property, { seed, numRuns: 60 })
})

function bytesIn(list: readonly Entry[]): number {
  return list.reduce((sum, entry) => sum + entryBytes(entry), 0)
}

t.test("the cache hands out one entry at least, then what fits", async (t) => {
  const cache = new EntryCache(1)
  for (let index = 1; index <= 5; index += 1) {
    cache.push({ index, term: 1, kind: "normal", data: bytesOf("12") })
  }
  const indexes = (bytesMax: number) => cache.slice(2, 6, bytesMax).map(({ index }) => index)
  t.same(indexes(1), [2])
  t.same(indexes(100), [2, 3])
  t.same(indexes(1_000), [2, 3, 4, 5])
  t.same(cache.slice(6, 6), [])
  t.throws(() => cache.push({ index: 9, term: 1, kind: "empty", data: bytesOf("") }))
})

t.test("the inflight window counts messages and bytes", async (t) => {
  const inflight = new Inflight(3, 100)
  inflight.add(5, 10)
  inflight.add(7, 20)
  t.notOk(inflight.full)
  inflight.add(9, 10)
  t.ok(inflight.full, "by number")
  inflight.release(6)
  t.match(inflight, { count: 2, bytes: 30, full: false })
  inflight.add(12, 90)
  t.ok(inflight.full, "by number again")
  inflight.release(9)
  t.match(inflight, { count: 1, bytes: 90, full: false })
  inflight.add(13, 10)
  t.ok(inflight.full, "by bytes")
  inflight.release(99)
  t.match(inflight, { count: 0, bytes: 0, full: false })
  for (let index = 100; index < 400; index += 1) {
    inflight.add(index, 1)
    inflight.release(index - 1)
  }
  t.match(inflight, { count: 1, bytes: 1 })
})

t.test("a quorum is a majority of each half", async (t) => {
  t.same([1, 2, 3, 4, 5].map(majorityOf), [1, 2, 2, 3, 3])
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
  const property = fc.property(
    ids,
    ids,
    fc.boolean(),
    fc.array(fc.nat(20)),
    (voters, old, two, at) => {
      const configuration = { ...votersOnly(...voters), votersOutgoing: two ? old : [] }
      const reached = (id: number) => at[id] ?? 0
      const value = quorumValue(configuration, reached)
      const halves = two ? [voters, old] : [voters]
      const held = (least: number) =>
        halves.every((half) => half.filter((id) => reached(id) >= least).length * 2 > half.length)
      if (!held(value) || held(value + 1)) throw new Error(`quorum value ${value}`)
    },
  )
  await fc.assert(property, { seed })
})

t.test("votes are won, lost or open", async (t) => {
  const votes = (...granted: readonly (boolean | undefined)[]) => {
    const given = new Map<number, boolean>()
    granted.forEach((vote, at) => {
      if (vote !== undefined) given.set(at + 1, vote)
    })
    return given
  }
  const three = votersOnly(1, 2, 3)
  t.equal(voteResult(three, votes(true)), "pending")
  t.equal(voteResult(three, votes(true, true)), "won")
  t.equal(voteResult(three, votes(true, false)), "pending")
  t.equal(voteResult(three, votes(true, false, false)), "lost")
  t.equal(voteResult(votersOnly(1), votes(true)), "won")
  const joint = { ...three, votersOutgoing: [3, 4, 5] }
  t.equal(voteResult(joint, votes(true, true)), "pending", "won in one half")
  t.equal(voteResult(joint, votes(true, true, undefined, false, false)), "lost")
  t.equal(voteResult(joint, votes(true, true, undefined, true, true)), "won")
})

t.test("any change of any configuration gives a sound one, or none", async () => {
  const change = fc.record({
    type: fc.constantFrom<ConfigChange["type"]>("addVoter", "addLearner", "remove"),
    replica: fc.integer({ min: 0, max: 6 }),
  })
  const requests = fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 30 })
  const property = fc.property(requests, (list) => {
    let configuration: Configuration = votersOnly(1, 2, 3)
    for (const changes of list) {
      const next = nextConfiguration(configuration, { changes })
      if (next === undefined) continue
      checkConfiguration(next)
      const before = new Set(configuration.voters)
      const moved = [...next.voters.filter((id) => !before.has(id))].length
      const left = configuration.voters.filter((id) => !next.voters.includes(id)).length
      if (changes.length === 1 && moved + left > 1) throw new Error("more than one voter at once")
      if (changes.length > 1 && !isJoint(next)) throw new Error("many changes, and not joint")
      const stay = votersOf(configuration).every((id) => isMember(next, id))
      if (!stay) throw new Error("a voter is gone at once")
      configuration = next
    }
  })
  await fc.assert(property, { seed, numRuns: 300 })
})

t.test("configurations draw themselves", async (t) => {
  const joint = { ...votersOnly(1, 2, 4), votersOutgoing: [1, 2, 3], learnersNext: [3] }
  t.equal(
    describeConfiguration({ ...joint, learners: [7], autoLeave: true }),
    "1 2 4 & 1 2 3 learners 7 learners next 3 auto-leave",
  )
})

const options = {
  ...{ id: 1, hardState: { term: 3, vote: 0, commit: 9 }, configuration: votersOnly(1, 2, 3) },
  ...{ logStart: { index: 4, term: 2 }, logTerms: [{ firstIndex: 5, term: 3 }], lastIndex: 6 },
  ...{ electionTimeoutTicks: 10, heartbeatTicks: 1, leaseReads: false, quiesceAfterTicks: 0 },
  limits: {
    ...{ appendMessageBytesMax: 1_000, inflightAppendsMax: 8, inflightAppendBytesMax: 1_000 },
    ...{ uncommittedBytesMax: 1_000, cachedBytesMax: 1_000 },
  },
  damageNonce: 0,
}

t.test(
  "what is committed elsewhere is so here, where it is the same entry (rule 51)",
  async (t) => {
    const learn = (index: number, term: number, damageNonce = 0): number => {
      const hardState = { ...options.hardState, commit: 5 }
      const raft = new Raft({ ...options, hardState, applied: 4, damageNonce })
      raft.step({ type: "committed", entry: { index, term } })
      return raft.view.commit
    }
    t.equal(learn(6, 3), 6, "its peers may be gone, and nobody else would tell")
    t.equal(learn(6, 2), 5, "another entry at its place")
    t.equal(learn(7, 3), 5, "one that did not come here")
    t.equal(learn(5, 3), 5, "what is known is not taken back")
    t.equal(learn(6, 3, 9), 5, "who lost entries waits for a leader's word")
  },
)

t.test("a machine refuses to start from what can't be", async (t) => {
  t.equal(new Raft({ ...options, applied: 4 }).view.commit, 6, "the hint is no more than a hint")
  t.equal(new Raft({ ...options, applied: 5 }).termAt(3), undefined)
  t.equal(new Raft({ ...options, applied: 5 }).termAt(4), 2)
  t.throws(() => new Raft({ ...options, applied: 3 }), InvariantViolation)
  t.throws(() => new Raft({ ...options, applied: 7 }), InvariantViolation)
  t.ok(raftVariants.length >= 7)
})

/**
 * One test for each rule that naive implementations of Raft miss, named by its number: log, commit
 * and durability. Rules 16 to 18 belong to storage and shell and are tested there. Where a variant
 * breaks a rule on purpose, the same scenario shows the harm.
 */
import t from "tap"
import { InvariantViolation } from "../../../src/base/index.ts"
import type { Entry, Message } from "../../../src/core/raft/index.ts"
import { Cluster, defaultSettings } from "./cluster.ts"
import { bytesOf } from "./replica.ts"
import {
  bites,
  entries,
  forget,
  heartbeat,
  isVote,
  led,
  messagesOf,
  oneEntryAMessage,
  type Settings,
  withLog,
} from "./scenario.ts"

t.test("rule 1: entries of older terms are not committed by counting", async (t) => {
  // Figure 8 of the Raft paper, from (c) on.
  bites(t, "count-older-terms", (settings) => {
    const cluster = new Cluster([1, 2, 3, 4, 5], { ...oneEntryAMessage, ...settings })
    withLog(cluster, 1, [1, 2], 3)
    for (const id of [2, 3, 4]) withLog(cluster, id, [1])
    withLog(cluster, 5, [1, 3])
    cluster.isolate(5)
    cluster.campaign(1)
    cluster.settle([1, 2, 3, 4], isVote)
    cluster.work(1)
    // 2 and 3 get the entry of term 2, so that three of five have it; nobody gets that of term 4.
    const probes = new Set(messagesOf(cluster, "appendRequest"))
    cluster.settle([1, 2, 3], (message) => {
      if (message.type !== "appendRequest" || probes.has(message)) return true
      return message.entries.every(({ term }) => term < 4)
    })
    cluster.at(1).crash()
    cluster.heal()
    cluster.network = []
    forget(cluster, 2, 3, 4)
    cluster.elect(5)
    t.equal(cluster.raft(5).view.role, "leader")
    t.equal(cluster.raft(2).termAt(2), 3)
  })
})

t.test("rule 2: a new leader appends an empty entry first, whatever the quota", async (t) => {
  const limits = { ...defaultSettings.limits, uncommittedBytesMax: 0 }
  const outcome = (settings: Settings) => {
    const cluster = new Cluster([1, 2, 3], settings)
    for (const id of [1, 2, 3]) withLog(cluster, id, [1])
    cluster.elect(1)
    return { last: cluster.raft(1).view.lastIndex, commit: cluster.raft(1).view.commit }
  }
  t.same(outcome({ limits }), { last: 2, commit: 2 })
  // Without it, what is there already is never committed.
  t.same(outcome({ variant: "skip-no-op" }), { last: 1, commit: 0 })
})

t.test("rule 3: a follower commits no more than it has of the leader's log", async (t) => {
  bites(t, "commit-beyond-match", (settings) => {
    const cluster = new Cluster([1, 2, 3], { ...oneEntryAMessage, ...settings })
    withLog(cluster, 1, [1, 2, 2, 2])
    withLog(cluster, 2, [1, 2, 2, 2])
    // A lost leader of term 1, with entries that nobody else has.
    withLog(cluster, 3, [1, 1, 1, 1])
    cluster.isolate(3)
    cluster.elect(1)
    t.equal(cluster.raft(1).view.commit, 5)
    cluster.heal()
    cluster.pass(1)
    t.equal(cluster.raft(3).termAt(4), 2)
  })
  const cluster = led()
  cluster.isolate(3)
  cluster.propose(1, "a")
  cluster.settle()
  cluster.tick(1)
  cluster.at(1).take()
  const commits = messagesOf(cluster, "heartbeat").map(({ to, commit }) => [to, commit])
  t.same(
    commits,
    [
      [2, 2],
      [3, 1],
    ],
    "heartbeats carry min(match, committed)",
  )
})

t.test("rule 4: what is committed is neither looked at nor replaced", async (t) => {
  const cluster = led()
  cluster.propose(1, "a", "b")
  cluster.settle()
  cluster.pass(1)
  const base = { type: "appendRequest", from: 1, to: 2, term: 1, commit: 3 } as const
  const old: Message = { ...base, previous: { index: 1, term: 1 }, entries: [] }
  cluster.at(2).step({ type: "message", message: old })
  cluster.at(2).take()
  const [answer] = messagesOf(cluster, "appendResponse")
  t.match(answer, { rejected: false, index: 3 })

  // Not even for a leader of a later term: such a leader would have it.
  const conflict: Message = { ...base, term: 9, previous: { index: 1, term: 1 }, entries: [] }
  const entry: Entry = { index: 2, term: 9, kind: "empty", data: bytesOf("") }
  cluster.at(2).step({ type: "message", message: { ...conflict, entries: [entry] } })
  t.equal(cluster.raft(2).termAt(2), 1)
  t.equal(cluster.raft(2).view.lastIndex, 3)
  // And a leader that speaks of commits which the log lacks tells of lost entries.
  t.throws(
    () => cluster.at(2).step({ type: "message", message: heartbeat(1, 2, 9, { commit: 4 }) }),
    InvariantViolation,
  )
})

t.test("rule 5: late, repeated and reordered answers change nothing", async (t) => {
  const cluster = led()
  cluster.propose(1, "a", "b", "c")
  cluster.settle()
  const progress = () => cluster.raft(1).view.progress.map(({ match, next }) => [match, next])
  const before = progress()
  const base = { type: "appendResponse", from: 2, to: 1, term: 1, damageNonce: 0 } as const
  const answer = { ...base, snapshotWanted: 0, hint: { index: 0, term: 0 } }
  for (const index of [2, 0, 4]) {
    cluster.at(1).step({ type: "message", message: { ...answer, rejected: false, index } })
    t.same(progress(), before, `accepted ${index} again`)
  }
  for (const index of [3, 1]) {
    cluster.at(1).step({ type: "message", message: { ...answer, rejected: true, index } })
    t.same(progress(), before, `refused ${index} long ago`)
  }
})

t.test("rule 6: a refusal skips whole terms", async (t) => {
  const cluster = new Cluster([1, 2, 3])
  const long = Array.from({ length: 100 }, (_, at) => (at < 5 ? 1 : 7))
  const other = Array.from({ length: 120 }, (_, at) => (at < 5 ? 1 : 2 + Math.floor(at / 40)))
  withLog(cluster, 1, long)
  withLog(cluster, 2, other)
  withLog(cluster, 3, long)
  cluster.takeStory()
  cluster.elect(1)
  const refusals = cluster.takeStory().filter((line) => /2→1 appendResponse .* refused/.test(line))
  t.ok(refusals.length <= 3, `${refusals.length} refusals for logs that share 5 of 120 entries`)
  t.equal(cluster.raft(2).view.lastIndex, 101)
})

t.test("rule 7: a window that was lost whole is found by empty appends", async (t) => {
  const limits = { ...defaultSettings.limits, inflightAppendsMax: 2, appendMessageBytesMax: 50 }
  const cluster = led({ limits })
  cluster.cut(1, 3)
  cluster.propose(1, "a", "b", "c", "d")
  cluster.settle()
  cluster.heal()
  t.match(cluster.raft(1).view.progress[1], { id: 3, match: 1, next: 4, state: "replicate" })
  cluster.pass(2)
  t.match(cluster.raft(1).view.progress[1], { id: 3, match: 5, next: 6, state: "replicate" })
})

t.test("rule 8: uncommitted bytes are bounded, an empty quota takes anything", async (t) => {
  const limits = { ...defaultSettings.limits, uncommittedBytesMax: 150 }
  const cluster = led({ limits })
  t.equal(cluster.propose(1, "x".repeat(1_000)), "accepted at 2", "however large, when alone")
  t.equal(cluster.propose(1, "y"), "refused: uncommittedFull")
  cluster.settle()
  t.equal(cluster.propose(1, "y", "z"), "accepted at 3")
  t.equal(cluster.propose(1, "a", "b"), "refused: uncommittedFull", "all or nothing")
  t.equal(cluster.propose(1, "a"), "accepted at 5")
})

/** Replica 3 lags behind, and the leader has asked for entries 2 and 3 to be read for it. */
function loading() {
  const limits = { ...defaultSettings.limits, cachedBytesMax: 1 }
  const cluster = led({ limits })
  cluster.isolate(3)
  cluster.propose(1, "a", "b")
  cluster.settle()
  cluster.heal()
  cluster.tick(1)
  while (!cluster.at(1).hasLoads) {
    cluster.work(2)
    cluster.work(3)
    for (const message of cluster.network.splice(0)) cluster.deliver(message)
    while (cluster.raft(1).hasReady()) cluster.at(1).take()
    while (cluster.at(1).persist());
    while (cluster.at(1).apply());
  }
  cluster.network = []
  return cluster
}

t.test("rule 9: entries read back that are not the log's any more are not sent", async (t) => {
  const cluster = loading()
  const stale = entries(9, 9, 9).slice(1)
  cluster.at(1).step({ type: "loaded", to: 3, entries: stale })
  cluster.at(1).take()
  t.same(messagesOf(cluster, "appendRequest"), [], "nothing of another term is sent")
  cluster.at(1).answerLoads()
  cluster.settle()
  t.equal(cluster.raft(3).view.lastIndex, 3)
})

t.test("rule 9: nor are they where the log was cut at the first of them meanwhile", async (t) => {
  const cluster = loading()
  cluster.at(1).compact(2)
  cluster.at(1).step({ type: "loaded", to: 3, entries: entries(1, 1, 1).slice(1) })
  cluster.at(1).take()
  t.same(messagesOf(cluster, "appendRequest"), [], "what comes before them is not known any more")
  t.equal(messagesOf(cluster, "snapshotOffer").length, 1)
  cluster.settle()
  t.equal(cluster.raft(3).view.lastIndex, 3)
})

t.test("rule 10: answers of a replica that was removed are dropped", async (t) => {
  const cluster = led({}, [1, 2, 3])
  cluster.configure(1, { type: "remove", replica: 3 })
  cluster.settle([1, 2])
  const late: Message = {
    ...{ type: "appendResponse", from: 3, to: 1, term: 1, rejected: false, index: 2 },
    ...{ hint: { index: 0, term: 0 }, damageNonce: 0, snapshotWanted: 0 },
  } as const
  cluster.at(1).step({ type: "message", message: late })
  t.same(
    cluster.raft(1).view.progress.map(({ id }) => id),
    [2],
  )
  cluster.configure(1, { type: "addLearner", replica: 3 })
  cluster.settle([1, 2])
  t.match(cluster.raft(1).view.progress[1], { id: 3, match: 0, state: "probe" }, "begins anew")
})

t.test("rule 11: a vote leaves after its sync", async (t) => {
  bites(t, "vote-without-persist", (settings) => {
    // 2 votes for 1, crashes, and is asked by 3 in the same term.
    const cluster = new Cluster([1, 2, 3], settings)
    cluster.campaign(1)
    cluster.campaign(3)
    cluster.settle([1, 2, 3], (message) => message.type !== "voteRequest" || message.preVote)
    t.equal(cluster.raft(1).view.role, "candidate")
    t.equal(cluster.raft(3).view.role, "candidate")
    const toTwo = messagesOf(cluster, "voteRequest").filter(({ to }) => to === 2)
    cluster.network = []
    for (const message of toTwo) {
      cluster.deliver(message)
      if (cluster.raft(2).hasReady()) cluster.at(2).take()
      cluster.at(2).crash()
      cluster.at(2).start()
    }
    cluster.settle([1, 3])
    t.not(cluster.raft(1).view.role, "leader")
  })
})

t.test("rule 11: an acknowledgement leaves after its sync", async (t) => {
  bites(t, "ack-before-persist", (settings) => {
    const cluster = led(settings)
    cluster.isolate(3)
    cluster.propose(1, "a")
    cluster.work(1)
    for (const message of cluster.network.splice(0)) cluster.deliver(message)
    cluster.at(2).take()
    for (const message of cluster.network.splice(0)) cluster.deliver(message)
    cluster.at(1).checked()
    cluster.at(2).crash()
    cluster.at(2).start()
    cluster.heal()
    cluster.isolate(1)
    forget(cluster, 2)
    cluster.elect(3)
    t.equal(cluster.raft(3).view.role, "leader")
  })
})

t.test("rule 11: a refusal reveals the term after its sync", async (t) => {
  const cluster = led()
  const append: Message = {
    ...{ type: "appendRequest", from: 3, to: 2, term: 5, commit: 0 },
    ...{ previous: { index: 9, term: 5 }, entries: [] },
  } as const
  cluster.at(2).step({ type: "message", message: append })
  const ready = cluster.at(2).take()
  t.same(ready.messages, [])
  t.match(ready.messagesAfterPersist, [{ type: "appendResponse", rejected: true, term: 5 }])
  t.ok(ready.mustSync)
})

t.test("rule 12: a leader sends before its sync and counts itself after it", async (t) => {
  const cluster = led()
  cluster.propose(1, "a")
  const ready = cluster.at(1).take()
  t.match(ready.messages, [{ type: "appendRequest" }, { type: "appendRequest" }])
  cluster.settle([2, 3])
  for (const message of cluster.network.splice(0)) cluster.deliver(message)
  t.equal(cluster.raft(1).view.commit, 2, "two others are a quorum without it")

  bites(t, "self-ack-before-persist", (settings) => {
    const cluster = led(settings)
    cluster.isolate(3)
    cluster.propose(1, "a")
    cluster.at(1).take()
    cluster.settle([2])
    for (const message of cluster.network.splice(0)) cluster.deliver(message)
    // Only 2 has it for sure. 1 loses it, and leads again without 2.
    cluster.at(1).crash()
    cluster.at(1).start()
    cluster.heal()
    cluster.isolate(2)
    forget(cluster, 3)
    cluster.elect(1)
    t.equal(cluster.raft(1).view.role, "leader")
  })
})

t.test("rule 12: a voter alone commits what is durable", async (t) => {
  const cluster = led({}, [1])
  cluster.propose(1, "a")
  cluster.at(1).take()
  t.equal(cluster.raft(1).view.commit, 1)
  cluster.at(1).persist()
  t.equal(cluster.raft(1).view.commit, 2)
})

t.test("rule 13: the term goes to disk with or before its entries", async (t) => {
  const cluster = new Cluster([1, 2])
  cluster.elect(1)
  const append: Message = {
    ...{ type: "appendRequest", from: 1, to: 2, term: 4, commit: 0 },
    ...{ previous: { index: 1, term: 1 }, entries: [{ ...entries(1, 4)[1] }] as Entry[] },
  } as const
  cluster.at(2).step({ type: "message", message: append })
  const ready = cluster.at(2).take()
  t.equal(ready.hardState?.term, 4)
  t.match(ready.entries, [{ index: 2, term: 4 }])
})

t.test("rule 14: a commit index alone needs no sync", async (t) => {
  const cluster = led()
  cluster.propose(1, "a")
  cluster.settle()
  cluster.at(2).step({ type: "message", message: heartbeat(1, 2, 1, { commit: 2 }) })
  const ready = cluster.at(2).take()
  t.match(ready, { mustSync: false, hardState: { commit: 2 } })
  cluster.at(2).step({ type: "message", message: heartbeat(1, 2, 2, { commit: 2 }) })
  t.match(cluster.at(2).take(), { mustSync: true, hardState: { term: 2 } })
})

t.test("rule 15: an acknowledged write does not count for entries that replaced it", async (t) => {
  const cluster = new Cluster([1, 2, 3])
  const replica = cluster.at(1)
  const append = (term: number, log: Entry[]) => {
    const base = { type: "appendRequest", from: term, to: 1, term, commit: 0 } as const
    const message = { ...base, previous: { index: 0, term: 0 }, entries: log }
    replica.step({ type: "message", message })
    return replica.take()
  }
  const first = append(2, entries(2, 2, 2))
  const second = append(3, entries(3))
  t.equal(first.number + 1, second.number)
  replica.persist()
  t.equal(replica.raft.view.persistedIndex, 0, "entry 1 of term 2 is not entry 1 of term 3")
  replica.persist()
  t.equal(replica.raft.view.persistedIndex, 1)
  t.throws(() => replica.step({ type: "persisted", ready: 7 }), InvariantViolation)
})

t.test("what is applied but not durable in the log is taken from others", async (t) => {
  const cluster = led()
  cluster.propose(1, "a")
  cluster.settle([1, 2])
  cluster.settle([3], ({ type }) => type === "appendRequest")
  cluster.propose(1, "b")
  cluster.work(1)
  const [append] = messagesOf(cluster, "appendRequest").filter(({ to }) => to === 3)
  t.ok(append)
  cluster.settle([1, 2])
  cluster.tick(1)
  cluster.work(1)
  for (const message of cluster.network.splice(0)) if (message.to === 3) cluster.deliver(message)
  cluster.at(3).step({ type: "message", message: heartbeat(1, 3, 1, { commit: 3 }) })
  const { committed } = cluster.at(3).take()
  t.equal(committed.at(-1)?.index, 3)
  t.ok(cluster.raft(3).view.persistedIndex < 3, "handed out before its own sync")
})

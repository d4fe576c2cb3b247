/**
 * One test for each rule that naive implementations of Raft miss, named by its number: elections
 * and reads. Rule 33 belongs to the shell. Where a variant breaks a rule on purpose, the same
 * scenario shows the harm.
 */
import t from "tap"
import type { Message, VoteRequest } from "../../../src/core/raft/index.ts"
import { Cluster } from "./cluster.ts"
import {
  bites,
  entries,
  forget,
  heartbeat,
  isVote,
  led,
  messagesOf,
  readsOf,
  type Settings,
  withLog,
} from "./scenario.ts"

const lease: Settings = { leaseReads: true }

t.test("rule 19: a pre-vote changes neither term nor vote", async (t) => {
  const cluster = new Cluster([1, 2, 3])
  cluster.campaign(1)
  cluster.settle([1, 2, 3], ({ type }) => type === "voteRequest")
  const answers = messagesOf(cluster, "voteResponse")
  t.match(answers, [{ granted: true, preVote: true, term: 1 }, { term: 1 }], "the term to come")
  for (const id of [1, 2, 3]) t.match(cluster.raft(id).view, { term: 0, vote: 0 })

  withLog(cluster, 3, [2, 2])
  cluster.campaign(2)
  cluster.network = []
  cluster.campaign(2)
  cluster.settle([2, 3], ({ type }) => type === "voteRequest")
  const refusal = messagesOf(cluster, "voteResponse").find(({ from }) => from === 3)
  t.match(refusal, { granted: false, preVote: true, term: 2 }, "its own term")
})

t.test("rule 20: who was cut off is not stuck in a term of its own", async (t) => {
  const cluster = led()
  // 3 moved on alone: it won pre-votes, and then nobody answered.
  cluster.isolate(3)
  const request: VoteRequest = {
    ...{ type: "voteRequest", from: 2, to: 3, term: 5, preVote: false, transfer: true },
    last: { index: 0, term: 0 },
  } as const
  cluster.at(3).step({ type: "message", message: request })
  t.equal(cluster.raft(3).view.term, 5)
  cluster.heal()
  cluster.tick(1)
  cluster.settle()
  t.equal(cluster.raft(1).view.role, "follower", "the leader learns of the later term")
  t.ok(cluster.raft(1).view.term >= 5)
  forget(cluster, 2, 3)
  cluster.elect(1)
  t.equal(cluster.raft(1).view.role, "leader")
  t.equal(cluster.raft(3).view.leader, 1)

  const preVote = { ...request, to: 1, term: 2, preVote: true }
  cluster.at(1).step({ type: "message", message: preVote })
  cluster.at(1).take()
  const [refusal] = messagesOf(cluster, "voteResponse")
  t.match(refusal, { granted: false, to: 2, term: cluster.raft(1).view.term })
})

t.test("rule 20: what says so does not pile up before a disk that takes nothing", async (t) => {
  const cluster = led()
  const three = cluster.at(3)
  three.step({ type: "message", message: { type: "timeoutNow", from: 1, to: 3, term: 1 } })
  let waiting = 0
  for (let i = 0; i < 1_000; i += 1) {
    three.step({ type: "message", message: heartbeat(1, 3, 1) })
    while (three.raft.hasReady()) waiting += three.take().messagesAfterPersist.length
  }
  t.ok(waiting > 2 && waiting < 300, `${waiting} messages wait`)
  while (three.persist());
  cluster.settle()
  t.equal(three.raft.view.role, "leader", "its requests for votes are among them")
})

t.test("rule 21: with a leader alive, requests to vote are ignored", async (t) => {
  const cluster = led()
  const request: VoteRequest = {
    ...{ type: "voteRequest", from: 3, to: 2, term: 7, preVote: false, transfer: false },
    last: { index: 9, term: 6 },
  } as const
  cluster.at(2).step({ type: "message", message: request })
  t.match(cluster.raft(2).view, { term: 1, leader: 1 })
  cluster.at(1).step({ type: "message", message: { ...request, to: 1 } })
  t.match(cluster.raft(1).view, { term: 1, role: "leader" })
  cluster.at(2).step({ type: "message", message: { ...request, transfer: true } })
  t.match(cluster.raft(2).view, { term: 7, vote: 3 }, "but not when the leader ordered it")
  forget(cluster, 3)
  cluster.at(3).step({ type: "message", message: { ...request, from: 2, to: 3 } })
  t.match(cluster.raft(3).view, { term: 7, vote: 2 }, "nor after an election timeout of silence")
})

t.test("rule 21: nor does who looks for a leader take anybody from one that lives", async (t) => {
  const cluster = led(lease)
  const asks = { from: 3, to: 2, last: { index: 9, term: 6 }, transfer: false }
  const wake = { type: "wake", from: 3, to: 2, term: 2 } as const
  for (const message of [wake, { ...asks, type: "voteRequest", term: 3, preVote: true }] as const) {
    cluster.at(2).step({ type: "message", message })
  }
  cluster.settle([2])
  t.match(cluster.raft(2).view, { term: 1, leader: 1 })
  t.same(messagesOf(cluster, "voteResponse"), [], "its leader may serve reads by a lease")
  forget(cluster, 2)
  cluster.at(2).step({ type: "message", message: wake })
  t.equal(cluster.raft(2).view.term, 2, "but after an election timeout of silence")
})

t.test("rule 22: who asks for pre-votes starts from nothing", async (t) => {
  const cluster = led()
  cluster.campaign(2)
  t.match(cluster.raft(2).view, { role: "preCandidate", leader: 0 })
  const vote = { preVote: true, granted: true, commit: { index: 0, term: 0 } }
  cluster.at(2).step({
    ...{ type: "message" },
    message: { type: "voteResponse", from: 3, to: 2, term: 9, ...vote },
  })
  t.equal(cluster.raft(2).view.role, "preCandidate", "a vote of another campaign is none")
  cluster.campaign(2)
  t.equal(cluster.raft(2).view.role, "preCandidate")
})

t.test("rule 23: no campaign before a committed change is applied", async (t) => {
  const cluster = led()
  cluster.configure(1, { type: "addLearner", replica: 4 })
  cluster.settle([1, 2, 3])
  cluster.tick(1)
  cluster.work(1)
  for (const message of cluster.network.splice(0)) cluster.deliver(message)
  const two = cluster.at(2)
  while (two.raft.hasReady()) two.take()
  while (two.persist());
  t.ok(two.raft.view.applied < two.raft.view.commit)
  cluster.campaign(2)
  t.equal(two.raft.view.role, "follower")
  two.step({ type: "message", message: { type: "timeoutNow", from: 1, to: 2, term: 1 } })
  t.equal(two.raft.view.role, "follower", "not even when told to")
  while (two.apply());
  cluster.campaign(2)
  t.equal(two.raft.view.role, "preCandidate")
})

t.test("rule 23: no campaign before what a restart found committed is applied", async (t) => {
  const cluster = led()
  cluster.propose(1, "a")
  cluster.settle()
  cluster.pass(1)
  cluster.propose(1, "b")
  cluster.settle()
  const two = cluster.at(2)
  two.crash()
  two.start()
  t.ok(two.raft.view.applied < two.raft.view.commit)
  cluster.campaign(2)
  t.equal(two.raft.view.role, "follower", "what kind of entries these are is not known")
  while (two.raft.hasReady()) two.take()
  while (two.apply());
  cluster.campaign(2)
  t.equal(two.raft.view.role, "preCandidate")
})

t.test("rule 24: a learner votes", async (t) => {
  const cluster = new Cluster({ ...led().raft(1).view.configuration, voters: [1], learners: [2] })
  const request: VoteRequest = {
    ...{ type: "voteRequest", from: 1, to: 2, term: 1, preVote: false, transfer: false },
    last: { index: 0, term: 0 },
  } as const
  cluster.at(2).step({ type: "message", message: request })
  cluster.at(2).take()
  cluster.at(2).persist()
  t.match(messagesOf(cluster, "voteResponse"), [{ granted: true }])
  cluster.campaign(2)
  t.equal(cluster.raft(2).view.role, "follower", "and does not campaign")
})

t.test("rule 25: a leader that only the removed answer steps down", async (t) => {
  const cluster = led({}, [1, 2, 3, 4, 5])
  cluster.isolate(2)
  cluster.isolate(3)
  cluster.isolate(4)
  cluster.pass(9)
  t.equal(cluster.raft(1).view.role, "leader")
  cluster.pass(1)
  t.equal(cluster.raft(1).view.role, "follower", "1 and 5 are not enough")

  const joint = new Cluster({
    ...{ voters: [1, 4, 5], votersOutgoing: [1, 2, 3], learners: [], learnersNext: [] },
    ...{ leaving: [], autoLeave: false },
  })
  joint.add(2)
  joint.add(3)
  joint.elect(1)
  joint.pass(2)
  t.equal(joint.raft(1).view.role, "leader")
  joint.isolate(2)
  joint.isolate(3)
  joint.pass(10)
  t.equal(joint.raft(1).view.role, "follower", "one half is not enough")
})

t.test("rule 26: with leases, no vote for an election timeout after a restart", async (t) => {
  for (const [settings, role] of [
    [lease, "preCandidate"],
    [{}, "leader"],
  ] as const) {
    const cluster = new Cluster([1, 2, 3], settings)
    for (const id of [1, 2, 3]) cluster.tick(id, 10, 0.99)
    cluster.elect(1)
    cluster.at(2).crash()
    cluster.at(2).start()
    cluster.isolate(1)
    forget(cluster, 3)
    cluster.elect(3)
    t.equal(cluster.raft(3).view.role, role)
    cluster.tick(2, 10, 0.99)
    cluster.elect(3)
    t.equal(cluster.raft(3).view.role, "leader")
  }
})

t.test("rule 27: no read before an entry of the term is committed", async (t) => {
  bites(t, "read-before-own-term-commit", (settings) => {
    const cluster = led(settings)
    cluster.propose(1, "a")
    // Committed by 1 and 2; 2 does not know.
    cluster.settle([1, 2])
    cluster.isolate(1)
    forget(cluster, 3)
    cluster.campaign(2)
    cluster.settle([2, 3], isVote)
    cluster.read(2, 7)
    const heart = ({ type }: Message) => type === "heartbeat" || type === "heartbeatResponse"
    cluster.settle([2, 3], heart)
    const early = readsOf(cluster, 2)
    if (early.some(({ index }) => index < 2)) throw new Error("a read misses what was committed")
    cluster.settle([2, 3])
    t.same(readsOf(cluster, 2), [{ context: 7, index: 3 }])
  })
})

t.test("rule 28: an answer confirms what was asked before its heartbeat left", async (t) => {
  bites(t, "trust-stale-read-token", (settings) => {
    // Answers to the heartbeats of 1 are late; meanwhile 2 and 3 elect another leader.
    const cluster = led(settings)
    cluster.tick(1)
    cluster.work(1)
    for (const message of cluster.network.splice(0)) cluster.deliver(message)
    cluster.work(2)
    cluster.work(3)
    const late = cluster.network.splice(0)
    cluster.isolate(1)
    forget(cluster, 3)
    cluster.elect(2, [2, 3])
    cluster.propose(2, "new")
    cluster.settle([2, 3])
    cluster.network = []
    t.equal(cluster.raft(1).view.role, "leader", "deposed, and does not know")
    cluster.read(1, 7)
    cluster.at(1).take()
    cluster.heal()
    for (const message of late) cluster.deliver(message)
    while (cluster.raft(1).hasReady()) cluster.at(1).take()
    const [read] = cluster.at(1).reads
    if (read !== undefined) throw new Error(`stale read at ${read.index}`)
  })
})

t.test("rule 28: one round serves all reads that came before it left", async (t) => {
  const cluster = led()
  for (const context of [1, 2, 3]) cluster.read(1, context)
  const first = cluster.at(1).take()
  t.equal(first.messages.length, 2, "one heartbeat a follower")
  cluster.read(1, 4)
  const second = cluster.at(1).take()
  t.equal(second.messages.length, 2, "a later read has its own round, at once")
  cluster.network = []
  const [, answer] = [first, second].map(({ messages }) => messages[0])
  t.ok(answer?.type === "heartbeat")
  const position = answer?.type === "heartbeat" ? answer.readPosition : 0
  const base = { type: "heartbeatResponse", from: 2, to: 1, term: 1 } as const
  const reply = { ...base, damageNonce: 0, snapshotWanted: 0, readPosition: position - 1 }
  cluster.at(1).step({ type: "message", message: reply })
  cluster.at(1).take()
  t.same(
    cluster.at(1).reads.map(({ context }) => context),
    [1, 2, 3],
  )
  cluster.at(1).step({ type: "message", message: { ...reply, readPosition: position } })
  cluster.at(1).take()
  t.equal(cluster.at(1).reads.at(-1)?.context, 4)
})

t.test("rule 28: a heartbeat without news is answered at once, as a step would", async (t) => {
  const cluster = led()
  cluster.propose(1, "a")
  cluster.settle()
  cluster.pass(1)
  const { term, commit } = cluster.raft(2).view
  const plain = heartbeat(1, 2, term, { commit, readPosition: 9 })
  const news: [string, Partial<typeof plain>][] = [
    ["of another term", { term: term + 1 }],
    ["of an older term", { term: term - 1 }],
    ["of who does not lead", { from: 3 }],
    ["for somebody else", { to: 3 }],
    ["that commits more", { commit: commit + 1 }],
    ["that vouches", { damageNonce: 5 }],
  ]
  for (const [what, change] of news) {
    t.equal(cluster.raft(2).answerAtOnce({ ...plain, ...change }), undefined, what)
  }
  const answer = cluster.raft(2).answerAtOnce(plain)
  t.notOk(cluster.raft(2).hasReady(), "nothing else comes of it")
  cluster.at(2).step({ type: "message", message: plain })
  t.same(cluster.at(2).take().messages, [answer])
  cluster.at(2).step({ type: "wantSnapshot", index: 1 })
  t.equal(cluster.raft(2).answerAtOnce(plain), undefined, "who has something to say says it")
  cluster.raft(3).step({ type: "campaign" })
  t.equal(cluster.raft(3).answerAtOnce({ ...plain, to: 3 }), undefined, "who campaigns")
})

t.test("rule 28: who follows another leader by now confirms nothing", async (t) => {
  bites(t, "answer-heartbeats-of-anybody", (settings) => {
    const cluster = led(settings)
    cluster.isolate(1)
    forget(cluster, 3)
    cluster.elect(2, [2, 3])
    cluster.propose(2, "new")
    cluster.settle([2, 3])
    cluster.network = []
    cluster.read(1, 7)
    cluster.at(1).take()
    cluster.heal()
    for (const message of cluster.network.splice(0)) cluster.deliverAsShells(message)
    for (const message of messagesOf(cluster, "heartbeatResponse")) cluster.deliver(message)
    while (cluster.raft(1).hasReady()) cluster.at(1).take()
    const [read] = cluster.at(1).reads
    if (read !== undefined) throw new Error(`stale read at ${read.index}`)
    t.ok(settings.variant === undefined)
  })
})

t.test("rule 28: answers to an earlier life of a follower fit no read", async (t) => {
  const cluster = led()
  cluster.read(2, 7)
  cluster.work(2)
  cluster.settle([1, 2, 3], ({ type }) => type !== "readIndexResponse")
  const [late] = messagesOf(cluster, "readIndexResponse")
  t.ok(late)
  cluster.network = []
  cluster.propose(1, "later")
  cluster.settle()
  cluster.at(2).crash()
  cluster.at(2).start()
  cluster.tick(2, 1, 0.7)
  cluster.at(2).step({ type: "message", message: heartbeat(1, 2, 1) })
  cluster.read(2, 7)
  if (late !== undefined) cluster.deliver(late)
  cluster.at(2).take()
  t.same(cluster.at(2).reads, [])
})

t.test("rule 29: reads end with the leadership they were asked of", async (t) => {
  const cluster = led()
  cluster.isolate(1)
  cluster.read(1, 1)
  cluster.at(1).step({ type: "standDown" })
  t.same(cluster.at(1).take().readsDropped, [1])
  cluster.read(1, 2)
  t.same(cluster.at(1).take().readsDropped, [2], "nobody to ask")
  cluster.read(2, 3)
  cluster.at(2).step({ type: "message", message: heartbeat(3, 2, 2) })
  t.same(cluster.at(2).take().readsDropped, [3], "another leader")
  cluster.read(3, 4)
  cluster.tick(3, 10, 0.99)
  t.same(cluster.at(3).take().readsDropped, [4], "no answer for an election timeout")
})

t.test("rule 30: a read's index is what was committed anywhere when it was asked", async (t) => {
  const cluster = led()
  cluster.propose(1, "a")
  cluster.settle()
  cluster.read(2, 1)
  cluster.settle()
  t.same(readsOf(cluster, 2), [{ context: 1, index: 2 }])
  t.ok(cluster.raft(2).view.applied <= 2, "the shell waits until it has applied this far")
})

t.test("rule 31: every round of heartbeats has its own position", async (t) => {
  const cluster = led(lease)
  const positions: number[] = []
  for (let round = 0; round < 3; round += 1) {
    cluster.tick(1)
    cluster.at(1).take()
    positions.push(messagesOf(cluster, "heartbeat").at(-1)?.readPosition ?? 0)
  }
  t.equal(new Set(positions).size, 3, "a lease begins when the confirmed round left")
  const confirmed = cluster.raft(1).view.readPositionConfirmed
  cluster.settle()
  t.ok(cluster.raft(1).view.readPositionConfirmed > confirmed)
  t.equal(cluster.raft(1).view.readPositionConfirmed, positions.at(-1))
})

t.test("rule 32: a lease is suspect once somebody was told to campaign", async (t) => {
  const cluster = led(lease)
  t.notOk(cluster.raft(1).view.transferring)
  cluster.cut(1, 2)
  cluster.transfer(1, 2)
  cluster.settle()
  t.ok(cluster.raft(1).view.transferring)
  for (let tick = 0; tick < 11; tick += 1) {
    cluster.tick(1)
    cluster.settle([1, 3])
  }
  t.equal(cluster.propose(1, "a"), "accepted at 2", "the transfer was given up")
  t.ok(cluster.raft(1).view.transferring, "but the order may still arrive")
})

t.test("two candidates never win one term, whoever votes when", async (t) => {
  bites(t, "ignore-vote-record", (settings) => {
    const cluster = new Cluster([1, 2, 3], settings)
    cluster.campaign(1)
    cluster.campaign(3)
    cluster.settle([1, 2, 3])
    t.equal(cluster.raft(1).view.term, 1)
  })
})

t.test("who asks too soon asks again soon, so two timeouts see a new leader", async (t) => {
  const cluster = led()
  cluster.isolate(2)
  cluster.propose(1, "a")
  cluster.settle()
  cluster.heal()
  cluster.isolate(1)
  // The one that can win is a tick ahead of the other, which still believes in the leader then.
  cluster.tick(3, 1)
  for (let ticks = 1; ticks <= 20; ticks += 1) {
    cluster.tick(3, 1, 0.9)
    cluster.tick(2, 1, 0)
    cluster.settle()
  }
  t.equal(cluster.raft(3).view.role, "leader")
})

t.test("who lacks committed entries is not elected", async (t) => {
  bites(t, "ignore-log-freshness", (settings) => {
    const cluster = led(settings)
    cluster.isolate(3)
    cluster.propose(1, "a")
    cluster.settle()
    cluster.heal()
    cluster.isolate(1)
    forget(cluster, 2, 3)
    cluster.elect(3)
    t.not(cluster.raft(3).view.role, "leader")
  })
})

t.test("a message of nobody we know, or for somebody else, is ignored", async (t) => {
  const cluster = led()
  const before = cluster.raft(2).view.term
  cluster.at(2).step({ type: "message", message: heartbeat(1, 3, 9) })
  cluster.at(2).step({ type: "message", message: heartbeat(2, 2, 9) })
  t.equal(cluster.raft(2).view.term, before)
  t.throws(
    () => cluster.at(2).step({ type: "message", message: heartbeat(3, 2, 1) }),
    /two leaders in one term/,
  )
  t.equal(entries(1).length, 1)
})

/**
 * One test for each rule that naive implementations of Raft miss, named by its number: membership,
 * transfer, snapshots, sleep. Where a variant breaks a rule on purpose, the same scenario shows
 * the harm.
 */
import t from "tap"
import { InvariantViolation, type ReplicaId } from "../../../src/base/index.ts"
import {
  type ConfigChange,
  type Configuration,
  describeConfiguration,
  isMember,
  type Message,
  type SnapshotMeta,
} from "../../../src/core/raft/index.ts"
import { Cluster, defaultSettings } from "./cluster.ts"
import { votersOnly } from "./replica.ts"
import { bites, forget, led, messagesOf, type Settings, withLog } from "./scenario.ts"

const joint: Configuration = {
  ...{ voters: [1, 4, 5], votersOutgoing: [1, 2, 3], learners: [], learnersNext: [] },
  ...{ leaving: [], autoLeave: false },
}

/** A cluster that is in a joint configuration from the start. */
function jointCluster(settings: Settings = {}): Cluster {
  const cluster = new Cluster(joint, settings)
  cluster.add(2)
  cluster.add(3)
  return cluster
}

function members(cluster: Cluster, id: ReplicaId): Configuration {
  return cluster.raft(id).view.configuration
}

/** All configurations that a replica comes to have until everything settles. */
function configurationsMet(cluster: Cluster, id: ReplicaId): string[] {
  const met: string[] = []
  let last = members(cluster, id)
  const look = (): boolean => {
    const now = members(cluster, id)
    if (now !== last) met.push(describeConfiguration(now))
    last = now
    return true
  }
  cluster.settle(undefined, look)
  cluster.pass(2)
  look()
  return met
}

t.test("rule 34: one change at a time; a new leader waits for what its log may hold", async (t) => {
  const cluster = led()
  t.equal(cluster.configure(1, { type: "addLearner", replica: 4 }), "accepted at 2")
  t.equal(cluster.configure(1, { type: "remove", replica: 3 }), "refused: configPending")
  cluster.settle()
  t.equal(cluster.configure(1, { type: "remove", replica: 3 }), "accepted at 3")
  cluster.settle()

  const fresh = new Cluster([1, 2, 3])
  for (const id of [1, 2, 3]) withLog(fresh, id, [1])
  fresh.campaign(1)
  fresh.settle([1, 2, 3], ({ type }) => type !== "appendRequest")
  t.equal(fresh.raft(1).view.role, "leader")
  t.equal(fresh.configure(1, { type: "remove", replica: 3 }), "refused: configPending")
  fresh.settle()
  t.equal(fresh.configure(1, { type: "remove", replica: 3 }), "accepted at 3")
})

t.test("rule 35: a change takes effect when it is applied", async (t) => {
  const cluster = led()
  cluster.configure(1, { type: "addLearner", replica: 4 })
  const one = cluster.at(1)
  one.take()
  one.persist()
  cluster.settle([2, 3])
  for (const message of cluster.network.splice(0)) cluster.deliver(message)
  one.take()
  t.equal(one.raft.view.commit, 2)
  t.same(members(cluster, 1).learners, [], "committed is not enough")
  one.apply()
  t.same(members(cluster, 1).learners, [4])
})

t.test("rule 36: several changes go through a joint configuration", async (t) => {
  const cluster = new Cluster({ ...votersOnly(1, 2, 3), learners: [4] })
  cluster.elect(1)
  cluster.pass(1)
  t.equal(
    cluster.configure(1, { type: "addVoter", replica: 4 }, { type: "addLearner", replica: 3 }),
    "accepted at 2",
  )
  const one = cluster.at(1)
  while (one.raft.view.applied < 2) {
    cluster.work(2)
    cluster.work(3)
    cluster.work(4)
    for (const message of cluster.network.splice(0)) cluster.deliver(message)
    while (one.raft.hasReady()) one.take()
    while (one.persist());
    if (one.raft.view.applied < 2) one.apply()
  }
  t.same(members(cluster, 1), {
    ...{ voters: [1, 2, 4], votersOutgoing: [1, 2, 3], learners: [], learnersNext: [3] },
    ...{ leaving: [], autoLeave: true },
  })
  cluster.settle()
  cluster.pass(1)
  for (const id of [1, 2, 3, 4]) {
    t.same(members(cluster, id), { ...votersOnly(1, 2, 4), learners: [3] }, `seen by ${id}`)
  }
})

t.test("both halves of a joint configuration commit", async (t) => {
  bites(t, "commit-without-outgoing-half", (settings) => {
    const cluster = jointCluster(settings)
    cluster.elect(1)
    // The new half alone has the entry: the old half may elect a leader without it.
    for (const to of [2, 3]) cluster.cut(1, to)
    cluster.propose(1, "a")
    cluster.settle()
    for (const id of [1, 4, 5]) t.equal(cluster.raft(id).view.lastIndex, 2)
    if (cluster.raft(1).view.commit > 1) throw new Error("committed by one half alone")
  })
})

t.test("a voter that is removed is a learner first, and the leader lets it go", async (t) => {
  const cluster = new Cluster({ ...votersOnly(1, 2, 3), learners: [4] })
  cluster.elect(1)
  cluster.pass(1)
  const change: ConfigChange[] = [
    { type: "addVoter", replica: 4 },
    { type: "remove", replica: 2 },
    { type: "addLearner", replica: 3 },
  ]
  cluster.configure(1, ...change)
  const met = configurationsMet(cluster, 1)
  t.same(met, [
    "1 4 & 1 2 3 learners next 2 3 leaving 2 auto-leave",
    "1 4 learners 2 3 leaving 2 auto-leave",
    "1 4 learners 3",
  ])
  cluster.configure(1, { type: "remove", replica: 4 })
  t.same(configurationsMet(cluster, 1), ["1 learners 3 4 leaving 4 auto-leave", "1 learners 3"])
  cluster.configure(1, { type: "remove", replica: 3 })
  t.same(configurationsMet(cluster, 1), ["1"], "who has no vote goes at once")
})

t.test("no change begins while one who is removed is still there", async (t) => {
  const cluster = led()
  cluster.configure(1, { type: "remove", replica: 2 })
  // 3 does not hear of the next change, so that it stays uncommitted.
  cluster.settle([1, 2, 3], (message) => {
    return message.to !== 3 || message.type !== "appendRequest" || message.previous.index < 2
  })
  t.same(members(cluster, 1).leaving, [2])
  t.equal(cluster.configure(1, { type: "addLearner", replica: 4 }), "refused: configPending")
  cluster.settle()
  t.same(members(cluster, 1), votersOnly(1, 3))
  t.equal(cluster.configure(1, { type: "addLearner", replica: 4 }), "accepted at 4")
})

t.test("nobody is needed who was removed, not even after a power cut", async (t) => {
  for (const others of [[2], [2, 3]]) {
    bites(t, "remove-voter-at-once", (settings) => {
      const cluster = led(settings, [1, ...others])
      cluster.configure(1, ...others.map((replica) => ({ type: "remove", replica }) as const))
      cluster.settle()
      for (const id of others) {
        if (isMember(members(cluster, 1), id)) throw new Error(`${id} was not removed`)
        cluster.at(id).crash()
      }
      cluster.at(1).crash()
      cluster.at(1).start()
      cluster.elect(1)
      if (cluster.raft(1).view.role !== "leader") throw new Error("nobody can lead any more")
    })
  }
})

t.test("rule 37: changes that endanger the quorum are refused", async (t) => {
  const cluster = new Cluster({ ...votersOnly(1, 2, 3), learners: [4] })
  cluster.elect(1)
  cluster.pass(1)
  const unsafe = "refused: unsafe"
  t.equal(cluster.configure(1, { type: "remove", replica: 1 }), unsafe, "itself")
  t.equal(cluster.configure(1, { type: "addLearner", replica: 1 }), unsafe, "itself")
  t.equal(cluster.configure(1, { type: "addVoter", replica: 9 }), unsafe, "a stranger")
  t.equal(cluster.configure(1, { type: "remove", replica: 9 }), unsafe, "nobody")
  t.equal(cluster.configure(1, { type: "addVoter", replica: 2 }), unsafe, "no change")
  t.equal(
    cluster.configure(1, { type: "remove", replica: 2 }, { type: "addLearner", replica: 2 }),
    unsafe,
    "one replica twice",
  )
  t.equal(cluster.configure(1), unsafe, "nothing to leave")
  t.equal(cluster.configure(2, { type: "remove", replica: 3 }), "refused: notLeader")
  cluster.isolate(3)
  cluster.pass(10)
  t.equal(cluster.configure(1, { type: "remove", replica: 2 }), unsafe, "1 and a dead one")
  t.equal(cluster.configure(1, { type: "remove", replica: 3 }), "accepted at 2")
})

t.test("rule 38: a leader outside of the configuration hands over and steps down", async (t) => {
  const cluster = led()
  cluster.configure(1, { type: "remove", replica: 2 })
  cluster.work(1)
  cluster.settle([2, 3], ({ type }) => type === "appendRequest")
  cluster.isolate(1)
  forget(cluster, 3)
  cluster.elect(2)
  cluster.pass(1)
  t.same(members(cluster, 3).voters, [1, 3])
  t.equal(cluster.raft(2).view.role, "follower")
  // 1 and 3 are the cluster now. 3 was told to campaign and needs 1, which is back.
  cluster.heal()
  cluster.pass(25)
  t.equal(cluster.raft(2).view.role, "follower")
  t.equal(cluster.propose(2, "a"), "refused: notLeader")
  t.ok([1, 3].some((id) => cluster.raft(id).view.role === "leader"))
})

t.test("rule 39: a learner becomes a voter when it has caught up", async (t) => {
  const cluster = new Cluster({ ...votersOnly(1, 2, 3), learners: [4] })
  cluster.elect(1)
  cluster.isolate(4)
  cluster.propose(1, ..."abcdefghij")
  cluster.settle()
  t.equal(cluster.configure(1, { type: "addVoter", replica: 4 }), "refused: unsafe")
  cluster.heal()
  cluster.pass(2)
  t.equal(cluster.configure(1, { type: "addVoter", replica: 4 }), "accepted at 12")
})

t.test("rule 40: a transfer refuses proposals and ends after an election timeout", async (t) => {
  const cluster = led()
  cluster.isolate(3)
  cluster.propose(1, "a")
  cluster.settle()
  cluster.transfer(1, 3)
  t.equal(cluster.propose(1, "b"), "refused: transferring")
  for (let tick = 0; tick < 9; tick += 1) {
    cluster.tick(1)
    cluster.settle([1, 2])
  }
  t.equal(cluster.propose(1, "b"), "refused: transferring")
  cluster.tick(1)
  t.equal(cluster.propose(1, "b"), "accepted at 3")
  cluster.settle()
  cluster.heal()
  cluster.transfer(1, 3)
  cluster.pass(3)
  t.match(cluster.raft(3).view, { role: "leader", term: 2 }, "the heir caught up first")
  cluster.transfer(3, 9)
  t.equal(cluster.propose(3, "c"), "accepted at 5", "a stranger is no heir")
})

t.test("rule 40: the heir is told when no change is waiting to be applied", async (t) => {
  const cluster = led()
  cluster.configure(1, { type: "addLearner", replica: 4 })
  cluster.transfer(1, 2)
  cluster.settle([1, 2, 3], ({ type }) => type !== "timeoutNow")
  t.same(members(cluster, 1).learners, [4])
  t.equal(messagesOf(cluster, "timeoutNow").length, 1)
})

t.test("rule 41: a snapshot offer is weighed before it is fetched", async (t) => {
  const cluster = led()
  cluster.propose(1, "a", "b")
  cluster.settle()
  const offer = (index: number, voters = [1, 2, 3], logStart = index): void => {
    const snapshot: SnapshotMeta = { index, term: 1, configuration: votersOnly(...voters) }
    const ids = { from: 1, to: 2, term: 1 }
    const message: Message = { type: "snapshotOffer", ...ids, snapshot, logStart }
    cluster.at(2).step({ type: "message", message })
  }
  t.equal(cluster.raft(2).view.commit, 1)
  offer(1)
  t.equal(cluster.at(2).take().snapshotOffered, undefined, "not newer than what is committed")
  offer(2)
  t.equal(cluster.at(2).take().snapshotOffered, undefined, "the log has it")
  t.equal(cluster.raft(2).view.commit, 2, "and is fast-forwarded")
  offer(9, [1, 3])
  t.equal(cluster.at(2).take().snapshotOffered, undefined, "of a cluster that it is no part of")
  offer(9, [1, 2, 3], 2)
  t.equal(cluster.at(2).take().snapshotOffered, undefined, "the leader's log will do")
  offer(9)
  t.match(cluster.at(2).take().snapshotOffered, { from: 1, snapshot: { index: 9 } })
  offer(10)
  t.equal(cluster.at(2).take().snapshotOffered, undefined, "one at a time")
})

t.test("rule 41: an installed snapshot replaces log, state and configuration", async (t) => {
  const cluster = led({}, [1, 2, 3])
  cluster.isolate(3)
  cluster.propose(1, "a", "b")
  cluster.settle()
  cluster.configure(1, { type: "addLearner", replica: 4 })
  cluster.settle()
  cluster.at(1).compact(cluster.at(1).data.index)
  cluster.heal()
  cluster.pass(2)
  const { view } = cluster.raft(3)
  t.match(view, { logStart: { index: 4, term: 1 }, lastIndex: 4, commit: 4, applied: 4 })
  t.same(view.configuration.learners, [4])
  t.equal(cluster.at(3).data.history, "a;b;")
  t.match(cluster.raft(1).view.progress[1], { id: 3, match: 4, state: "replicate" })
})

t.test("rule 11: what was installed is acknowledged when the log begins behind it", async (t) => {
  const cluster = led({}, [1, 2, 3])
  cluster.isolate(3)
  cluster.propose(1, "a", "b")
  cluster.settle()
  cluster.heal()
  const third = cluster.at(3)
  const { index } = cluster.at(1).data
  third.install(cluster.at(1).data)
  const acknowledged = (messages: readonly Message[]) =>
    messages.flatMap((message) => (message.type === "appendResponse" ? [message.index] : []))
  const ready = third.take()
  t.same(acknowledged(ready.messages), [])
  t.same(acknowledged(ready.messagesAfterPersist), [index])
  third.persist()
  t.match(cluster.network, [{ type: "appendResponse", from: 3, index }])
})

t.test(
  "rule 42: the log is cut where it was applied, and the past is offered as one",
  async (t) => {
    const cluster = led()
    cluster.propose(1, "a", "b")
    cluster.settle()
    t.throws(() => cluster.at(2).step({ type: "compacted", index: 3 }), InvariantViolation)
    cluster.isolate(3)
    cluster.propose(1, "c")
    cluster.settle()
    cluster.at(1).compact(2)
    t.match(cluster.raft(1).view.logStart, { index: 2, term: 1 })
    t.equal(cluster.raft(1).termAt(1), undefined)
    t.equal(cluster.raft(1).termAt(2), 1)
    cluster.heal()
    cluster.takeStory()
    cluster.pass(2)
    const offers = cluster.takeStory().filter((line) => line.includes("snapshotOffer"))
    t.same(offers, [], "what the log still has is sent from the log")
  },
)

t.test("rule 42: offers are repeated however many reads there are", async (t) => {
  const cluster = led({ heartbeatTicks: 3 })
  cluster.isolate(3)
  cluster.propose(1, "a")
  cluster.settle()
  cluster.at(1).compact(2)
  cluster.heal()
  let offers = 0
  for (let tick = 0; tick < 12; tick += 1) {
    cluster.tick(1)
    cluster.read(1, tick)
    cluster.at(1).take()
    offers += messagesOf(cluster, "snapshotOffer").length
    cluster.settle([1, 2, 3], ({ type }) => type !== "snapshotOffer")
    cluster.network = cluster.network.filter(({ type }) => type !== "snapshotOffer")
  }
  t.ok(offers >= 3, `${offers} offers in 12 ticks`)
})

t.test("a replica with corrupt data gets a snapshot and stays in the quorum", async (t) => {
  const cluster = led()
  cluster.propose(1, "a")
  cluster.settle()
  cluster.pass(1)
  cluster.at(3).step({ type: "wantSnapshot", index: 2 })
  cluster.isolate(2)
  cluster.propose(1, "b")
  cluster.takeStory()
  cluster.pass(2)
  const story = cluster.takeStory()
  t.equal(cluster.raft(1).view.commit, 3, "its log is sound")
  t.ok(story.some((line) => line.startsWith("3 installs")))
  const wanted = story.filter((line) => line.includes("wants"))
  cluster.takeStory()
  cluster.pass(1)
  t.ok(wanted.length > 0)
  t.notOk(
    cluster.takeStory().some((line) => line.includes("wants")),
    "until it has one",
  )
})

t.test("an idle group stops its clocks, and anything wakes it (rule 53)", async (t) => {
  const cluster = led({ quiesceAfterTicks: 2 })
  cluster.pass(5)
  for (const id of [1, 2, 3]) t.ok(cluster.raft(id).view.quiescent)
  cluster.takeStory()
  cluster.pass(50)
  t.same(cluster.takeStory(), [], "silence")
  cluster.read(1, 1)
  cluster.settle()
  t.equal(cluster.at(1).reads.length, 1)
  for (const id of [1, 2, 3]) t.notOk(cluster.raft(id).view.quiescent)
  cluster.pass(5)
  cluster.at(1).crash()
  cluster.at(2).step({ type: "unreachable", peer: 1 })
  cluster.at(3).step({ type: "unreachable", peer: 1 })
  cluster.pass(30)
  t.ok([2, 3].some((id) => cluster.raft(id).view.role === "leader"))
})

t.test("one lagging member keeps a group awake", async (t) => {
  const cluster = led({ quiesceAfterTicks: 2 })
  cluster.isolate(3)
  cluster.propose(1, "a")
  cluster.settle()
  cluster.pass(20)
  t.notOk(cluster.raft(1).view.quiescent)
  t.equal(defaultSettings.quiesceAfterTicks, 0)
})

t.test("who leaves and has more than is committed leaves the range to who stays", async (t) => {
  const cluster = led({}, [1, 2])
  cluster.cut(2, 1)
  cluster.configure(1, { type: "remove", replica: 2 })
  cluster.settle()
  cluster.heal()
  t.equal(members(cluster, 1).voters.length, 2, "1 does not hear that 2 has it")
  forget(cluster, 1, 2)
  cluster.campaign(2)
  cluster.settle([1, 2], ({ type }) => type === "voteRequest" || type === "voteResponse")
  t.equal(cluster.raft(2).view.role, "leader")
  // Its first entry arrives, the next does not, nor does anything that 2 says after that.
  cluster.work(2)
  cluster.settle([1, 2], ({ to, type }) => to === 1 && type === "appendRequest")
  cluster.propose(2, "lost")
  const answers = cluster.network.filter(({ to }) => to === 2)
  cluster.network = []
  for (const answer of answers) cluster.deliver(answer)
  cluster.settle([2])
  cluster.network = []
  t.match(cluster.raft(2).view, { role: "follower", configuration: { voters: [1] } }, "2 is out")
  t.ok(cluster.raft(2).view.lastIndex > cluster.raft(1).view.lastIndex, "and has more")
  t.equal(members(cluster, 1).voters.length, 2, "1 does not know that it needs no vote of 2")
  cluster.pass(60)
  t.match(cluster.raft(1).view, { role: "leader", configuration: { voters: [1] } })
})

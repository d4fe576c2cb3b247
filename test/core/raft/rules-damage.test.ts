/**
 * A replica that found its log corrupt: it neither votes nor counts until a leader vouched for it,
 * and what it has forgotten does no harm then.
 */
import t, { type Test } from "tap"
import type { Message } from "../../../src/core/raft/index.ts"
import type { Cluster } from "./cluster.ts"
import { bites, forget, heartbeat, isPreVote, isVote, led, messagesOf } from "./scenario.ts"

t.test("a damaged replica neither votes nor counts", async (t) => {
  bites(t, "damaged-votes", (settings) => {
    const cluster = led(settings)
    cluster.isolate(3)
    cluster.propose(1, "a")
    cluster.settle()
    // Committed by 1 and 2. 2 loses it; 3 never had it.
    cluster.at(2).crash()
    cluster.at(2).damage(7)
    cluster.at(2).start()
    cluster.heal()
    cluster.isolate(1)
    forget(cluster, 2)
    cluster.elect(3)
    t.not(cluster.raft(3).view.role, "leader")
    forget(cluster, 3)
    cluster.elect(2)
    t.not(cluster.raft(2).view.role, "leader")
  })
})

t.test("a vote that was forgotten in a later term elects nobody else in it", async (t) => {
  const cluster = led({}, [1, 2, 3, 4, 5])
  // 4 and 5 miss their leader. 2 campaigns in term 2 and has 5's vote; what 4 is asked is late.
  for (const id of [1, 3]) {
    cluster.cut(2, id)
    cluster.cut(id, 2)
  }
  const late = (message: Message) => isVote(message) && message.from === 2 && message.to === 4
  forget(cluster, 2, 4, 5)
  cluster.campaign(2)
  cluster.settle([2, 4, 5], (message) => !late(message) || isPreVote(message))
  t.match(cluster.raft(2).view, { role: "candidate", term: 2 })
  t.equal(cluster.raft(5).view.term, 2)
  // 5 loses all of term 2; 1 goes on in term 1 and has a quorum for it.
  cluster.at(5).crash()
  cluster.at(5).damage(7, { term: 1, vote: 1, commit: 1 })
  cluster.at(5).start()
  const pass = (): void => {
    cluster.tick(1)
    cluster.settle([1, 3, 4, 5], (message) => !late(message))
  }
  for (let passed = 0; passed < 5; passed += 1) pass()
  t.equal(cluster.raft(5).view.lastIndex, 1)
  t.ok(cluster.raft(5).view.damaged, "2 may be in a later term, and it is")
  // 3 campaigns in term 2, too, and then 4 hears of 2.
  cluster.isolate(1)
  cluster.tick(1, 10)
  cluster.settle(undefined, (message) => !late(message))
  cluster.heal()
  forget(cluster, 1, 3, 4, 5)
  cluster.campaign(3)
  cluster.settle([1, 3, 5])
  cluster.settle([2, 4], isVote)
  const leaders = cluster.replicas.filter(({ raft }) => raft.view.role === "leader")
  t.same(
    leaders.map(({ id, raft }) => [id, raft.view.term]),
    [[2, 2]],
  )
  cluster.heal()
  cluster.pass(40)
  t.notOk(cluster.raft(5).view.damaged, "all are in one term, and 5 has what its leader has")
})

/** A follower that lost its log and hears from a leader again. */
function damagedFollower(t: Test): Cluster {
  const cluster = led()
  cluster.propose(1, "a")
  cluster.settle()
  cluster.at(3).crash()
  cluster.at(3).damage(7)
  cluster.at(3).start()
  t.ok(cluster.raft(3).view.damaged)
  return cluster
}

t.test("a damaged replica is whole when a leader vouched for what its log has", async (t) => {
  const cluster = damagedFollower(t)
  cluster.pass(1)
  t.ok(cluster.raft(3).view.damaged, "it has everything, but nobody said that this is everything")
  cluster.pass(1)
  t.notOk(cluster.raft(3).view.damaged)
  cluster.isolate(2)
  cluster.propose(1, "b")
  cluster.pass(2)
  t.equal(cluster.raft(1).view.commit, 3, "it counts again")
})

t.test("a deposed leader cannot vouch", async (t) => {
  const cluster = damagedFollower(t)
  cluster.isolate(2)
  cluster.pass(9)
  t.equal(cluster.raft(1).view.role, "leader")
  t.equal(cluster.raft(3).view.lastIndex, 2)
  t.ok(cluster.raft(3).view.damaged, "no quorum without it confirmed that 1 still leads")
})

t.test("vouching holds for one term and one damage", async (t) => {
  const cluster = damagedFollower(t)
  const three = cluster.at(3)
  const vouch = (term: number, damageNonce: number, lastIndex: number): void => {
    const message = heartbeat(1, 3, term, { damageNonce, lastIndex })
    three.step({ type: "message", message })
  }
  vouch(1, 8, 0)
  t.ok(three.raft.view.damaged, "of another damage")
  vouch(1, 7, 2)
  t.ok(three.raft.view.damaged, "the log is not there yet")
  three.step({ type: "message", message: heartbeat(2, 3, 2) })
  three.step({ type: "message", message: heartbeat(2, 3, 2, { damageNonce: 8 }) })
  t.ok(three.raft.view.damaged)
  three.step({
    ...{ type: "message" },
    message: { ...heartbeat(2, 3, 2), damageNonce: 7, lastIndex: 0 },
  })
  t.notOk(three.raft.view.damaged, "an empty log is whole when the leader says so")
})

t.test("answers from before the damage do not count after it", async (t) => {
  const cluster = led()
  cluster.isolate(2)
  cluster.propose(1, "a")
  cluster.work(1)
  cluster.settle([3], ({ type }) => type === "appendRequest")
  const late = messagesOf(cluster, "appendResponse")
  t.match(late, [{ from: 3, index: 2, damageNonce: 0 }])
  cluster.network = []
  cluster.at(3).crash()
  cluster.at(3).damage(7)
  cluster.at(3).start()
  cluster.tick(1)
  cluster.settle([1, 3], ({ type }) => type === "heartbeat" || type === "heartbeatResponse")
  for (const message of late) cluster.deliver(message)
  t.equal(cluster.raft(1).view.commit, 1, "3 said so, and forgot it")
})

t.test("who has forgotten its vote holds to the leader that vouched for it", async (t) => {
  const cluster = led()
  // In this term it voted for 1; the record of that is lost with the log.
  const three = cluster.add(3, { damageNonce: 7 }, { hardState: { term: 1, vote: 0, commit: 0 } })
  t.match(three.raft.view, { damaged: true, term: 1, vote: 0 })
  cluster.pass(2)
  t.match(three.raft.view, { damaged: false, term: 1, vote: 1 })
  three.forgetDamage()
  three.crash()
  three.start()
  const last = { index: 9, term: 1 }
  const request = { type: "voteRequest", from: 2, to: 3, term: 1, last } as const
  three.step({ type: "message", message: { ...request, preVote: false, transfer: true } })
  three.take()
  three.persist()
  t.match(messagesOf(cluster, "voteResponse"), [{ granted: false }], "not even after a restart")
})

t.test("who remembers its vote is not talked out of it", async (t) => {
  const cluster = led()
  // It wanted 2 in this term, and 1 won without it.
  const three = cluster.add(3, { damageNonce: 7 }, { hardState: { term: 1, vote: 2, commit: 0 } })
  cluster.pass(2)
  t.match(three.raft.view, { damaged: false, term: 1, vote: 2 })
})

/** Groups of which the sound replicas can't lead, and the corrupt ones must for a while. */
import t from "tap"
import { configuredThrough, couldLead } from "../../../src/core/raft/state.ts"
import type { Entry } from "../../../src/core/raft/types.ts"
import { Cluster } from "./cluster.ts"
import { entries, heartbeat, led } from "./scenario.ts"

/** Each is brought to where only a caretaker helps. */
const groups: Record<string, () => Cluster> = {
  "the sound one lacks what the corrupt ones have": () => {
    const cluster = writtenWithout([1, 2, 3], [3])
    for (const id of [1, 2]) cluster.at(id).quarantine()
    return cluster
  },
  "one that has it all stands down for its disk": () => {
    const cluster = writtenWithout([1, 2, 3], [3])
    cluster.at(1).quarantine()
    cluster.at(2).step({ type: "standDown" })
    return cluster
  },
  "one that has it all has a damaged log": () => {
    const cluster = writtenWithout([1, 2, 3, 4, 5], [3, 4])
    cluster.at(5).crash()
    cluster.at(1).quarantine()
    cluster.at(2).crash()
    cluster.at(2).damage(77)
    cluster.at(2).start()
    return cluster
  },
  "the sound one waits for a leader to vouch for its log": () => {
    const cluster = led()
    cluster.propose(1, "a")
    cluster.settle()
    cluster.at(3).crash()
    cluster.at(3).damage(77)
    cluster.at(3).start()
    for (const id of [1, 2]) cluster.at(id).quarantine()
    return cluster
  },
  "the sound one does not know that it is a voter": () => {
    const cluster = new Cluster({ ...noMembers, voters: [1, 2], learners: [3] })
    cluster.elect(1)
    cluster.pass(2)
    cluster.isolate(3)
    cluster.configure(1, { type: "addVoter", replica: 3 })
    for (let round = 0; round < 3; round += 1) {
      cluster.tick(1)
      cluster.settle([1, 2])
    }
    cluster.network = []
    for (const id of [1, 2]) cluster.at(id).quarantine()
    return cluster
  },
}

const noMembers = {
  ...{ voters: [], votersOutgoing: [], learners: [], learnersNext: [], leaving: [] },
  autoLeave: false,
}

/** 1 leads, and what it wrote is nowhere but with those that are not cut off. */
function writtenWithout(ids: readonly number[], without: readonly number[]): Cluster {
  const cluster = led({}, ids)
  const others = ids.filter((id) => !without.includes(id))
  for (const id of without) cluster.isolate(id)
  cluster.propose(1, "a", "b")
  cluster.settle(others)
  cluster.tick(1)
  cluster.settle(others)
  cluster.network = []
  return cluster
}

for (const [what, begin] of Object.entries(groups)) {
  t.test(`where ${what}, a sound one leads in the end`, async (t) => {
    const cluster = begin()
    cluster.heal()
    let caretaken = false
    const running = cluster.replicas.filter(({ running }) => running)
    for (let round = 0; round < 300; round += 1) {
      cluster.pass(1)
      caretaken ||= running.some(({ raft }) => raft.view.role === "caretaker")
    }
    const leader = running.find(({ raft }) => raft.view.role === "leader")
    t.ok(caretaken)
    t.ok(leader !== undefined && !leader.quarantined)
    t.notOk(
      running.some(({ quarantined }) => quarantined),
      "it had a snapshot for all",
    )
  })
}

t.test("what a log found on disk holds is known once it was read", async (t) => {
  const cluster = new Cluster([1])
  const log = entries(1, 1, 1)
  cluster.add(2, {}, { entries: log, hardState: { term: 1, vote: 0, commit: 3 } })
  const { log: known } = cluster.raft(2).state
  t.ok(known.mayHoldConfig(1, 3), "it may be anything")
  known.lookAt(1, log.slice(2))
  t.equal(known.knownThrough(1), 1, "not what follows")
  known.lookAt(1, log.slice(1, 2))
  t.equal(known.knownThrough(1), 2)
  known.lookAt(1, log.slice(2))
  t.notOk(known.mayHoldConfig(1, 3))
  t.ok(known.mayHoldConfig(0, 3), "of what is before nothing was learnt")
})

t.test("rule 31: a leader that is heard again does not count as absent", async (t) => {
  const cluster = led({ leaseReads: true })
  const two = cluster.at(2)
  two.step({ type: "absent", nodes: new Set([1]) })
  t.equal(two.raft.answerAtOnce(heartbeat(1, 2, 1)), undefined, "its answer extends a lease")
  two.step({ type: "message", message: heartbeat(1, 2, 1) })
  const last = { index: 9, term: 1 }
  const request = { type: "voteRequest", from: 3, to: 2, term: 2, last, transfer: false } as const
  two.step({ type: "message", message: { ...request, preVote: false } })
  t.match(two.raft.view, { term: 1, leader: 1 }, "to vote for another would break it")
})

t.test(
  "a change of members that its lost data had seen does not keep it from leading",
  async (t) => {
    const [first, change, last] = entries(1, 1, 1) as [Entry, Entry, Entry]
    const log = [first, { ...change, kind: "config" } as const, last]
    for (const [configuredAt, could] of [
      [0, false],
      [1, false],
      [2, true],
      [9, true],
    ] as const) {
      const cluster = new Cluster([1, 2, 3])
      cluster.add(2, { configuredAt }, { entries: log, hardState: { term: 1, vote: 0, commit: 3 } })
      const { state } = cluster.raft(2)
      state.log.lookAt(configuredThrough(state), log.slice(configuredAt))
      t.equal(couldLead(state), could, `its members are known as of ${configuredAt}`)
    }
  },
)

t.test("a snapshot from before its members were known does not do", async (t) => {
  const cluster = new Cluster([1, 2, 3])
  const log = { entries: entries(1, 1, 1), hardState: { term: 1, vote: 0, commit: 3 } }
  for (const [configuredAt, wanted] of [
    [0, 1],
    [9, 9],
  ] as const) {
    cluster.add(2, { configuredAt }, log)
    cluster.at(2).step({ type: "wantSnapshot", index: 1 })
    t.equal(cluster.raft(2).state.snapshotWanted, wanted)
  }
})

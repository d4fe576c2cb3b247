/** To whom a leader hands its range over that makes way. */
import t from "tap"
import type { ReplicaId } from "../../src/base/index.ts"
import type { Raft } from "../../src/core/raft/index.ts"
import { Succession } from "../../src/store/succession.ts"
import type { Cluster } from "../core/raft/cluster.ts"
import { led, messagesOf } from "../core/raft/scenario.ts"

/** All hear of each other, but snapshots take their time. */
function hear(cluster: Cluster): void {
  cluster.tick(1)
  cluster.settle([1, 2, 3], ({ type }) => type !== "snapshotOffer")
}

t.test("it goes to who can lead, also where another has as much of the log", async (t) => {
  const cluster = led()
  cluster.at(2).quarantine()
  hear(cluster)
  const leader = cluster.raft(1) as Raft
  const may = leader.view.progress.filter(({ mayLead }) => mayLead).map(({ id }) => id)
  t.ok(may.includes(3) && !may.includes(2), "its data is being mended")
  t.ok(new Succession(leader).handOver())
  hear(cluster)
  t.equal(cluster.raft(3).view.role, "leader")
})

t.test("nobody who can lead is not somebody", async (t) => {
  const cluster = led()
  for (const id of [2, 3]) cluster.at(id).quarantine()
  hear(cluster)
  t.notOk(new Succession(cluster.raft(1) as Raft).handOver(), "or it would wait for that")
})

/** Whom a leader without space asks in four rounds to take over; none of them comes to lead. */
function heirs(
  cluster: Cluster,
  { silent, full }: { readonly silent: boolean; readonly full: boolean },
): ReplicaId[] {
  const succession = new Succession(cluster.raft(1))
  const all = cluster.replicas.map(({ id }) => id)
  const asked: ReplicaId[] = []
  for (let round = 0; round < 4; round += 1) {
    for (let ticks = 0; ticks < 10; ticks += 1) {
      cluster.tick(1)
      cluster.settle(all, ({ type }) => type !== "timeoutNow")
      cluster.network = []
    }
    succession.giveAway(10_000 * round, full)
    if (cluster.raft(1).hasReady()) cluster.at(1).take()
    const [told] = messagesOf(cluster, "timeoutNow")
    if (told !== undefined) asked.push(told.to)
    if (told !== undefined && silent) cluster.isolate(told.to)
  }
  return asked
}

t.test("who has no space asks one after the other, as long as they answer", async (t) => {
  for (const full of [true, false]) {
    t.same(heirs(led(), { silent: false, full }), [2, 3, 2, 3])
  }
})

t.test("who has no space keeps a quorum: an heir without space is heard no more", async (t) => {
  for (const full of [true, false]) {
    t.same(heirs(led({}, [1, 2, 3]), { silent: true, full }), [2])
    t.same(heirs(led({}, [1, 2, 3, 4, 5]), { silent: true, full }), [2, 3])
  }
})

t.test("of few the other is asked once in a term, if the log takes its entries", async (t) => {
  for (const [full, asked] of [
    [false, [3]],
    [true, []],
  ] as const) {
    const cluster = led()
    cluster.isolate(2)
    t.same(heirs(cluster, { silent: false, full }), asked)
  }
})

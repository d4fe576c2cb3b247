/** To whom a leader hands its range over that makes way. */
import t from "tap"
import type { Raft } from "../../src/core/raft/index.ts"
import { Succession } from "../../src/store/succession.ts"
import type { Cluster } from "../core/raft/cluster.ts"
import { led } from "../core/raft/scenario.ts"

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

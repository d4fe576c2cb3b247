/** Who leads a range that was split off, and what a replica is made for that is not here. */
import t from "tap"
import { nodeOf, type RangeId, replicaIdOf } from "../../src/base/index.ts"
import type { Message } from "../../src/core/raft/types.ts"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import type { RangeDescriptor } from "../../src/core/range/types.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { Process } from "../../src/sim/process.ts"
import { encodeRaftFrame } from "../../src/wire/index.ts"
import { dataRange, keyAt, SmallCluster } from "./small-cluster.ts"

const child = 3
/** Twelve ticks of 100 ms without a leader, and a replica stands for one by itself. */
const electionTimeoutMs = 1_200

t.test(
  "the child of the parent's leader leads at once, nobody else stands (rule 47)",
  async (t) => {
    const cluster = await begun()
    const { leader } = cluster
    cluster.takeFrames()
    const cutAtMs = cluster.world.nowMs
    await cluster.split(2)
    await cluster.until(() => on(leader, child)?.view.role === "leader", 500, "the child is led")
    t.ok(cluster.world.nowMs - cutAtMs < electionTimeoutMs / 2)
    await cluster.run(2 * electionTimeoutMs)
    t.equal(on(leader, child)?.view.role, "leader", "and it goes on")
    const stood = sent(cluster).filter(({ message }) => message.type === "voteRequest")
    t.strictSame([...new Set(stood.map(({ message }) => nodeOf(message.from)))], [leader.nodeId])
  },
)

t.test("requests for votes and empty heartbeats say what the range is (rule 48)", async (t) => {
  const cluster = await begun()
  cluster.takeFrames()
  await cluster.split(2)
  await cluster.putTo(1, 9, keyAt(1))
  await cluster.until(() => cluster.asleep, 60_000, "everything sleeps")
  const introductions = new Set<string>()
  for (const { message, range } of sent(cluster)) {
    const empty = message.type === "heartbeat" && message.commit === 0
    const initial = empty || message.type === "voteRequest"
    if ((range !== undefined) !== initial) t.fail(`${message.type} with ${range?.rangeId}`)
    if (initial) introductions.add(message.type)
  }
  t.same([...introductions].sort(), ["heartbeat", "voteRequest"])
})

const [middle, nowhere] = [keyAt(1), new Uint8Array(0)]
const common = { keyspaceId: defaultKeyspaceId, version: 2, configVersion: 5 }
const left = { ...common, rangeId: dataRange, start: nowhere, end: middle }
const right = { ...common, rangeId: child, start: middle, end: nowhere }

t.test("a replica is made for an introduction to free keys alone (rule 48)", async (t) => {
  const cluster = await begun()
  await cluster.split(2)
  await cluster.until(() => cluster.whole && cluster.even, 10_000, "all have split")
  const machine = cluster.machines.find((each) => each !== cluster.leader) as Machine
  await cluster.finish(() => cluster.removeReplica(child, machine.nodeId), 10_000)
  await cluster.until(() => on(machine, child) === undefined, 10_000, "it leaves")
  for (const other of cluster.machines) if (other !== machine) other.crash("kill", "the test")
  const peer = cluster.machines.find((each) => each !== machine) as Machine
  const tell = stranger(cluster, peer, machine)

  const rows: readonly [string, Message["type"], RangeDescriptor | undefined, number][] = [
    ["who is not told what the range is", "heartbeat", undefined, 5],
    ["nor by what follows an introduction", "appendRequest", undefined, 5],
    ["a range of which nothing is known", "heartbeat", { ...right, version: 0 }, 5],
    ["a range whose keys another has here", "heartbeat", { ...right, start: nowhere }, 5],
    ["one that the log of another here brings", "voteRequest", { ...left, rangeId: 9 }, 5],
    ["a replica that has left", "heartbeat", right, 0],
  ]
  for (const [what, type, range, generation] of rows) {
    const { rangeId } = range ?? right
    await tell(rangeId, type, generation, range)
    t.equal(on(machine, rangeId), undefined, what)
  }

  await tell(child, "voteRequest", 5, right)
  t.match(on(machine, child), { descriptor: { version: 0 }, applied: { index: 0 } }, "blank")
  t.match(on(machine, child)?.view, { id: replicaIdOf(machine.nodeId, 5) })
})

/** Says things to a node in the name of another one, which does not run. */
function stranger(cluster: SmallCluster, peer: Machine, machine: Machine) {
  const process = new Process(cluster.world, "the stranger")
  const nothing = () => {}
  const onFetch = async function* () {}
  const handler = { onFrame: nothing, onDisconnect: nothing, onStranger: nothing, onFetch }
  cluster.network.listen(peer.nodeId, { process, handler, knows: () => true, clusterKey: () => "" })
  const port = cluster.network.portOf(peer.nodeId, process)
  return async (
    rangeId: RangeId,
    type: Message["type"],
    generation: number,
    range: RangeDescriptor | undefined,
  ): Promise<void> => {
    const to = replicaIdOf(machine.nodeId, generation)
    const base = { from: replicaIdOf(peer.nodeId, 0), to, term: 9 }
    const nothing = { index: 0, term: 0 }
    const messages: Partial<Record<Message["type"], Message>> = {
      heartbeat: {
        ...{ ...base, type: "heartbeat", commit: 0 },
        ...{ readPosition: 1, damageNonce: 0, lastIndex: 9 },
      },
      appendRequest: { ...base, type: "appendRequest", previous: nothing, entries: [], commit: 0 },
      voteRequest: { ...base, type: "voteRequest", preVote: true, last: nothing, transfer: false },
    }
    const message = messages[type] as Message
    port.send(machine.nodeId, "raft", encodeRaftFrame([{ rangeId, message, range }]))
    await cluster.run(200)
  }
}

async function begun(): Promise<SmallCluster> {
  const cluster = new SmallCluster()
  await cluster.until(() => cluster.whole, 10_000, "everything is led")
  return cluster
}

/** What was said of the child. */
function sent(cluster: SmallCluster) {
  const all = cluster.takeFrames().flatMap(({ envelopes }) => envelopes)
  return all.filter(({ rangeId }) => rangeId === child)
}

function on(machine: Machine, rangeId: RangeId) {
  return machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
}

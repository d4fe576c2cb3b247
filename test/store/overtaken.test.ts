/** A range is merged while a replica of it, which had lost its data, is being brought that anew. */
import t from "tap"
import { KvError, type RangeId, replicaIdOf } from "../../src/base/index.ts"
import type { Message } from "../../src/core/raft/types.ts"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import type { RangeDescriptor } from "../../src/core/range/types.ts"
import type { Machine } from "../../src/sim/machine.ts"
import { Process } from "../../src/sim/process.ts"
import {
  decodeSnapshotRequest,
  emptySnapshotMeta,
  encodeRaftFrame,
  encodeSnapshotChunk,
} from "../../src/wire/index.ts"
import { dataRange, SmallCluster } from "./small-cluster.ts"

const source = 3
const [from, to] = [replicaIdOf(1, 0), replicaIdOf(3, 0)]
const { configuration } = emptySnapshotMeta
const voters = [from, replicaIdOf(2, 0), to]

const [nowhere, middle] = [new Uint8Array(0), new TextEncoder().encode("m")]
const common = { keyspaceId: defaultKeyspaceId, configVersion: 0 }
const left = { ...common, rangeId: dataRange, start: nowhere, end: middle, version: 2 }
const right = { ...common, rangeId: source, start: middle, end: nowhere, version: 2 }
const merged = { ...left, end: nowhere, version: 4, absorbed: [source] }

/** The leader of all ranges, as far as one node hears, which does what the test says. */
class Leader {
  readonly #cluster: SmallCluster
  readonly #process: Process
  readonly #served = new Map<RangeId, { readonly chunk: Uint8Array; readonly last: boolean }>()
  #index = 10

  constructor(cluster: SmallCluster) {
    this.#cluster = cluster
    this.#process = new Process(cluster.world, "the leader")
    const [served, nothing] = [this.#served, () => {}]
    async function* onFetch(_: number, request: Uint8Array): AsyncGenerator<Uint8Array> {
      const { rangeId, chunksTaken } = decodeSnapshotRequest(request)
      const { chunk, last } = served.get(rangeId) ?? {}
      if (chunk !== undefined && chunksTaken === 0) yield chunk
      if (!last) throw new KvError("state_changed", "that snapshot is gone")
    }
    const handler = { onFrame: nothing, onDisconnect: nothing, onStranger: nothing, onFetch }
    const process = this.#process
    cluster.network.listen(1, { process, handler, knows: () => true, clusterKey: () => "" })
  }

  /** Says that the range is there, and offers its snapshot: all of it, or its beginning. */
  async offer(range: RangeDescriptor, last: boolean): Promise<void> {
    const { rangeId } = range
    this.#index += 10
    const meta = { index: this.#index, term: 5, configuration: { ...configuration, voters } }
    const header = { rangeId, meta, time: 1, range }
    const chunk = encodeSnapshotChunk({ header, pairs: [], last, pairsTotal: 0 })
    this.#served.set(rangeId, { chunk, last })
    const base = { from, to, term: 5 }
    const numbers = { commit: 0, readPosition: 1, damageNonce: 0, lastIndex: this.#index }
    this.#say(range, { ...base, type: "heartbeat", ...numbers })
    await this.#cluster.run(200)
    this.#say(range, { ...base, type: "snapshotOffer", snapshot: meta, logStart: this.#index })
    await this.#cluster.run(500)
  }

  /** Says that the range has no replicas any more, as it was merged. */
  async sayMerged(range: RangeDescriptor): Promise<void> {
    this.#say(range, { type: "gone", from, to, term: 0, merged: true })
    await this.#cluster.run(50)
  }

  #say(range: RangeDescriptor, message: Message): void {
    const frame = encodeRaftFrame([{ rangeId: range.rangeId, message, range }])
    this.#cluster.network.portOf(1, this.#process).send(3, "raft", frame)
  }
}

t.test("it makes room for the range that took its own in", async (t) => {
  const { machine, leader } = await begin()
  await leader.offer(left, true)
  t.match(on(machine, dataRange)?.descriptor, { version: 2, end: middle })
  await leader.offer(right, false)
  t.match(on(machine, source)?.descriptor, { version: 2 }, "its keys are known")
  t.equal(on(machine, source)?.applied.index, 0, "it has nothing")
  for (let tries = 0; tries < 3; tries += 1) await leader.offer(merged, true)
  t.equal(on(machine, source), undefined)
  t.match(on(machine, dataRange)?.descriptor, { version: 4, end: nowhere, absorbed: [source] })
})

t.test("what is being brought may ask for it still, whatever others have done", async (t) => {
  const { machine, leader } = await begin()
  // The keys between the two are of a range that is new here.
  const target = { ...left, rangeId: 4, start: new TextEncoder().encode("c") }
  await leader.offer({ ...left, end: target.start }, true)
  await leader.offer(right, true)
  t.match(on(machine, source)?.descriptor, { version: 2 })
  await leader.offer(target, false)
  await leader.sayMerged(right)
  t.match(on(machine, source)?.descriptor, { version: 2 }, "it stays")
  const both = { ...target, end: nowhere, version: 4, absorbed: [source] }
  for (let tries = 0; tries < 3; tries += 1) await leader.offer(both, true)
  t.equal(on(machine, source), undefined, "until it comes as part of the other")
  t.match(on(machine, 4)?.descriptor, { version: 4, end: nowhere })
})

async function begin(): Promise<{ machine: Machine; leader: Leader }> {
  const cluster = new SmallCluster()
  const [first, second, machine] = cluster.machines as readonly [Machine, Machine, Machine]
  for (const other of [first, second]) other.crash("kill", "the test")
  await cluster.until(() => machine.node !== undefined, 1_000, "the node runs")
  return { machine, leader: new Leader(cluster) }
}

function on(machine: Machine, rangeId: RangeId) {
  return machine.inspect().find(({ descriptor }) => descriptor.rangeId === rangeId)
}

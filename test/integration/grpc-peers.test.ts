/** Nodes among themselves: who may call, broken and silent connections, garbage from peers. */
import { Metadata } from "@grpc/grpc-js"
import t, { type Test } from "tap"
import { type NodeId, noLabels, type StoreEntry } from "../../src/base/index.ts"
import type { NodeConfig } from "../../src/config/index.ts"
import {
  type Lane,
  type LogFields,
  lanes,
  type Network,
  silentTelemetry,
} from "../../src/env/index.ts"
import { Recorder } from "../contract/network.ts"
import { TcpProxy } from "../e2e/proxy.ts"
import { startImpostor } from "./impostor.ts"
import { loopbackConfigs, startLoopback, until } from "./loopback.ts"
import { endOf, get, RawClient } from "./raw-client.ts"

const streamPath = "/ringraft.internal.v1.Peer/Stream"
const fetchPath = "/ringraft.internal.v1.Peer/Fetch"

const bytes = (text: string): Uint8Array => Buffer.from(text)

/** Telemetry that keeps its warnings and errors. */
function listening() {
  const events: { readonly event: string; readonly reason: string }[] = []
  const keep = (event: string, fields: LogFields = {}): void => {
    events.push({ event, reason: String(fields.reason ?? "") })
  }
  return { events, telemetry: { ...silentTelemetry, warn: keep, error: keep } }
}

async function start(t: Test, config: NodeConfig, telemetry = silentTelemetry) {
  const recorder = new Recorder()
  const node = await startLoopback(config, { telemetry })
  node.network.listen(recorder)
  t.teardown(() => node.kill())
  return { node, recorder }
}

function introduction(fields: Readonly<Record<string, string>>): Metadata {
  const metadata = new Metadata()
  for (const [key, value] of Object.entries(fields)) metadata.set(`ringraft-${key}`, value)
  return metadata
}

async function reach(from: Network, to: NodeId, lane: Lane = "raft"): Promise<void> {
  await until(() => from.send(to, lane, bytes("hello")), `${to} is reached`)
}

t.test("strangers are refused, and why", async (t) => {
  const [config] = await loopbackConfigs(3)
  if (config === undefined) return
  const { events, telemetry } = listening()
  const { node } = await start(t, config, telemetry)
  const client = new RawClient(node.address)
  t.teardown(() => client.close())
  const right = { "cluster-id": config.clusterId, "node-id": "2", "to-node-id": "1", lane: "raft" }
  const cases: readonly (readonly [object, string, string, RegExp])[] = [
    [{ "cluster-id": "other" }, "FAILED_PRECONDITION", "wrong_cluster", /of cluster "ringraft"/],
    [{ "node-id": "9" }, "UNAVAILABLE", "unavailable", /node 9 is not known here/],
    [{ "node-id": "x" }, "FAILED_PRECONDITION", "wrong_cluster", /node "x" is no other member/],
    [{ "node-id": "1" }, "FAILED_PRECONDITION", "wrong_cluster", /node "1" is no other member/],
    [{ "to-node-id": "3" }, "FAILED_PRECONDITION", "wrong_cluster", /this is node 1, not node "3"/],
    [{ lane: "fast" }, "INVALID_ARGUMENT", "invalid_argument", /no lane "fast"/],
  ]
  for (const [wrong, status, code, message] of cases) {
    const metadata = introduction({ ...right, ...wrong })
    t.match(await endOf(client.pull(streamPath, Buffer.alloc(0), metadata)), {
      ...{ status, code, message },
    })
  }
  t.match(await endOf(client.pull(streamPath, Buffer.alloc(0))), { code: "wrong_cluster" })
  t.match(await endOf(client.pull(fetchPath, Buffer.alloc(0))), { code: "wrong_cluster" })
  const garbage = Buffer.from("no frame at all")
  t.match(await endOf(client.pull(fetchPath, garbage, introduction(right))), {
    ...{ status: "INVALID_ARGUMENT", code: "invalid_argument" },
  })
  t.ok(events.some(({ event, reason }) => event === "peer refused" && /not node "3"/.test(reason)))
  t.match(await client.operate(get("a")), { status: "OK" })
})

t.test(
  "a node whose store was removed hears that, and not that it may soon be known",
  async (t) => {
    const [first, second] = await loopbackConfigs(2)
    if (first === undefined || second === undefined) return
    const { node } = await start(t, first)
    const { address } = second
    const removed: StoreEntry = {
      ...{ nodeId: 2, address, labels: noLabels, state: "gone", sinceMs: 0, storeKey: "" },
    }
    node.network.setPeers([])
    node.network.identify({ clusterKey: "", stores: [removed] })
    const { events, telemetry } = listening()
    await start(t, second, telemetry)
    const why = /store 2 was removed for good: start with an empty data folder/
    await until(
      () => events.some((said) => said.event === "peer refuses this node" && why.test(said.reason)),
      "it is told why",
    )
  },
)

t.test("nodes of two clusters do not mix, and say so", async (t) => {
  const [first, second] = await loopbackConfigs(2)
  if (first === undefined || second === undefined) return
  const { events, telemetry } = listening()
  const one = await start(t, first, telemetry)
  await start(t, { ...second, clusterId: "another" })
  await until(
    () => events.some(({ event }) => event === "peer refuses this node"),
    "node 1 hears why it is refused",
  )
  t.equal(one.node.network.send(2, "raft", bytes("hello")), false)
  t.match(events.find(({ event }) => event === "peer refuses this node")?.reason, /"another"/)
})

t.test("nodes of two clusters of one name do not mix, and say so on both sides", async (t) => {
  const [first, second] = await loopbackConfigs(2)
  if (first === undefined || second === undefined) return
  const sides = [listening(), listening()]
  const networks: Network[] = []
  for (const [i, config] of [first, second].entries()) {
    const node = await startLoopback(config, { telemetry: sides[i]?.telemetry ?? silentTelemetry })
    t.teardown(() => node.kill())
    node.network.identify({ clusterKey: `${i}`.repeat(32), stores: [] })
    node.network.listen(new Recorder())
    networks.push(node.network)
  }
  for (const { events } of sides) {
    for (const what of ["peer refuses this node", "peer refused"]) {
      await until(() => events.some(({ event }) => event === what), `it is said: ${what}`)
    }
    const { reason } = events.find(({ event }) => event === "peer refuses this node") ?? {}
    t.match(reason, /nodes \d and \d are of two clusters, though both are named "ringraft"/)
    t.match(reason, /start it with its own, or give the clusters different names/)
  }
  t.equal(networks[0]?.send(2, "raft", bytes("hello")), false)
})

t.test("a peer that sends garbage is dropped and dialled again", async (t) => {
  const [config, other] = await loopbackConfigs(2)
  if (config === undefined || other === undefined) return
  const impostor = await startImpostor(t, other.listen, () => Buffer.from("not a frame"))
  const { events, telemetry } = listening()
  const { recorder } = await start(t, config, telemetry)
  await until(() => impostor.lanes.length > 2, "it is tried again")
  t.equal(recorder.frames.length, 0)
  t.ok(events.some(({ reason }) => /malformed frame/.test(reason)))
})

t.test("queues to a peer are bounded", async (t) => {
  const limits = { peerFrameBytesMax: 100_000 }
  const [first, second] = await loopbackConfigs(2, limits)
  if (first === undefined || second === undefined) return
  const { events, telemetry } = listening()
  const one = await start(t, first, telemetry)
  const two = await start(t, second)
  await reach(one.node.network, 2, "append")
  t.equal(one.node.network.send(2, "append", new Uint8Array(1_600_001)), false)
  t.match(events.at(-1), { event: "frame too large for a peer" })
  let taken = 0
  while (one.node.network.send(2, "append", new Uint8Array(50_000))) taken += 1
  t.ok(taken >= 2 && taken <= 5, `${taken} frames of 50 kB were taken in one turn`)
  await until(() => two.recorder.on("append").length === 1 + taken, "what was taken arrives")
  const large = Buffer.alloc(1_500_000, "abcdefghij")
  await until(() => one.node.network.send(2, "append", large), "room for a frame of many messages")
  await until(() => two.recorder.on("append").length === 2 + taken, "it arrives")
  t.ok(large.equals(two.recorder.frames.at(-1)?.frame ?? Buffer.alloc(0)), "whole")
})

t.test("a silent connection is found, and a healed one used again", async (t) => {
  const [first, second] = await loopbackConfigs(2)
  if (first === undefined || second === undefined) return
  const proxy = new TcpProxy({ host: "127.0.0.1", port: Number(second.listen.split(":")[1]) })
  t.teardown(() => proxy.close())
  const proxied = `127.0.0.1:${await proxy.listen()}`
  const members = first.members.map((member) =>
    member.nodeId === 2 ? { ...member, address: proxied } : member,
  )
  const one = await start(t, { ...first, members })
  const two = await start(t, second)
  for (const lane of lanes) await reach(two.node.network, 1, lane)
  await until(() => lanes.every((lane) => one.recorder.on(lane).length > 0), "all lanes work")
  const lost = (): string[] => one.recorder.disconnects.map(({ lane }) => lane).sort()
  t.same(lost(), [])
  proxy.cut({ forth: true, back: true })
  await until(() => lost().length === 3, "all lanes from node 2 are given up", 30_000)
  t.same(lost(), ["append", "forward", "raft"])
  proxy.heal()
  const heard = one.recorder.frames.length
  await until(() => {
    two.node.network.send(1, "append", bytes("again"))
    return one.recorder.frames.length > heard
  }, "node 2 is heard again")
})

t.test("a node that is not ready yet is tried again", async (t) => {
  const [first, second] = await loopbackConfigs(2)
  if (first === undefined || second === undefined) return
  const one = await start(t, first)
  const node = await startLoopback(second)
  t.teardown(() => node.kill())
  const client = new RawClient(node.address)
  t.teardown(() => client.close())
  const metadata = introduction({ "cluster-id": "ringraft", "node-id": "1", "to-node-id": "2" })
  t.match(await endOf(client.pull(fetchPath, Buffer.alloc(0), metadata)), {
    ...{ status: "UNAVAILABLE", code: "unavailable" },
  })
  const recorder = new Recorder()
  node.network.listen(recorder)
  await reach(node.network, 1)
  await until(() => one.recorder.frames.length > 0, "frames flow")
  await t.rejects(drain(one.node.network.fetch(7, bytes("x"), new AbortController().signal)), {
    ...{ name: "KvError", code: "unavailable" },
  })
})

async function drain(transfer: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const frame of transfer) void frame
}

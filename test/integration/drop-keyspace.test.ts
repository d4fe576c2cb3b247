/** A keyspace dropped by a plain gRPC client, while one of three whole nodes is away. */
import t from "tap"
import type { NodeId } from "../../src/base/index.ts"
import {
  decodeCreatedKeyspace,
  decodeJob,
  decodeJobList,
  encodeKeyspaceCreation,
  encodeKeyspaceName,
  type JobSummary,
} from "../../src/wire/index.ts"
import { Cluster, others } from "./cluster.ts"
import { until } from "./loopback.ts"
import { get, put, type RawClient } from "./raw-client.ts"

t.setTimeout(120_000)

const creation = (client: number) =>
  encodeKeyspaceCreation({
    ...{
      name: "users",
      splitAt: [Buffer.from("g"), Buffer.from("p")],
      replicas: 0,
      rangeBytes: 0,
      defaultTtlMs: 0,
    },
    requestId: { clientId: Buffer.alloc(16, client), sequence: 1, acknowledgedBelow: 0 },
  })

const cluster = (client: RawClient, method: string, request: Uint8Array = Buffer.alloc(0)) =>
  client.call(`/ringraft.v1.Cluster/${method}`, request)

async function jobOf(client: RawClient, id: number): Promise<JobSummary | undefined> {
  const { status, response } = await cluster(client, "ListJobs")
  return status === "OK" ? decodeJobList(response).find((job) => job.id === id) : undefined
}

t.test("refused, then gone from all disks once all nodes are back, its name free", async (t) => {
  const nodes = await Cluster.start(t, ["driver.beatMs=500ms"])
  const leader = await nodes.leader(1)
  const [second, third] = others(leader) as [NodeId, NodeId]
  const client = nodes.client(second)
  const made = await cluster(client, "CreateKeyspace", creation(1))
  t.equal(made.status, "OK", made.message)
  const { id } = decodeCreatedKeyspace(made.response).keyspace
  for (const key of ["a", "m", "z"]) {
    t.equal((await client.operate(put(key), "users")).status, "OK")
  }
  await until(() => nodes.rangesOf(third, id).length === 3, "it has heard of the keyspace")
  await nodes.stopNode(third)
  const dropped = await cluster(client, "DropKeyspace", encodeKeyspaceName("users"))
  t.equal(dropped.status, "OK", dropped.message)
  t.match(decodeJob(dropped.response), { id, kind: "drop", keyspace: "users", tookMs: 0 })
  for (const nodeId of [leader, second]) {
    await until(async () => {
      const { code, message } = await nodes.client(nodeId).operate(get("a"), "users")
      return code === "unknown_keyspace" && message.includes("was dropped")
    }, "its keys are refused")
  }
  const again = await cluster(client, "DropKeyspace", encodeKeyspaceName("users"))
  t.match(again, { status: "FAILED_PRECONDITION", message: new RegExp(`see job ${id}`) })
  const early = await cluster(client, "CreateKeyspace", creation(2))
  t.match(early, { code: "keyspace_exists", message: /is being dropped/ })
  await until(async () => {
    const job = await jobOf(client, id)
    return job?.gone === 6 && job.waitsFor.join() === String(third)
  }, "both that run have nothing left, and the third is waited for")
  t.same(nodes.rangesOf(leader, id), [])

  await nodes.startNode(third)
  await until(async () => ((await jobOf(client, id))?.tookMs ?? 0) > 0, "the job has ended")
  t.same(nodes.rangesOf(third, id), [])
  const ended = await jobOf(client, id)
  t.match(ended, { left: 0, waitsFor: [] })
  // The third's may have heard of it from their peers, sooner than their store.
  t.ok(ended !== undefined && [6, 7, 8, 9].includes(ended.gone))
  const unknown = await cluster(client, "DropKeyspace", encodeKeyspaceName("users"))
  t.match(unknown, { status: "NOT_FOUND", code: "unknown_keyspace" })

  const anew = await cluster(nodes.client(third), "CreateKeyspace", creation(3))
  t.equal(anew.status, "OK", anew.message)
  t.ok(decodeCreatedKeyspace(anew.response).keyspace.id > id, "ids are not used again")
  for (const nodeId of [leader, second, third]) {
    const empty = await nodes.client(nodeId).operate(get("a"), "users")
    t.equal(empty.status, "OK", "at every node its name means the new one")
  }
  for (const nodeId of [leader, second, third]) await nodes.stopNode(nodeId)
  await Promise.all([leader, second, third].map((nodeId) => nodes.startNode(nodeId)))
  await nodes.leader(1)
  for (const nodeId of [leader, second, third]) t.same(nodes.rangesOf(nodeId, id), [])
  t.match(
    await jobOf(nodes.client(second), id),
    { gone: ended?.gone },
    "what was done is remembered",
  )
})

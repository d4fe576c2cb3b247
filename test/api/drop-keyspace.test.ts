/** Cluster.DropKeyspace at the door: what is refused, what is written, and what names mean then. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import {
  decodeJob,
  decodeKeyspaceList,
  encodeKeyspaceChange,
  encodeKeyspaceCreation,
  encodeKeyspaceName,
} from "../../src/wire/index.ts"
import { requestOf } from "./requests.ts"
import { put, setUp, TestCall } from "./setup.ts"

type Setup = ReturnType<typeof setUp>

const creation = { splitAt: [], replicas: 0, rangeBytes: 0, defaultTtlMs: 0, requestId: undefined }

const create = ({ api }: Setup, name: string) =>
  api.createKeyspace(encodeKeyspaceCreation({ name, ...creation }), new TestCall())

const drop = async ({ api }: Setup, name: string) =>
  decodeJob(await api.dropKeyspace(encodeKeyspaceName(name), new TestCall()))

async function refusal(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask()
    return "done"
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    return `${error.code}: ${error.message}`
  }
}

t.test("a drop is a word in the keyspace's record, and a job", async (t) => {
  const setup = setUp()
  await create(setup, "users")
  t.match(await drop(setup, "users"), { id: 3, kind: "drop", keyspace: "users", tookMs: 0 })
  const list = decodeKeyspaceList(await setup.api.listKeyspaces(new TestCall()))
  const [, record] = list
  t.match(record, { id: 3, name: "users" })
  t.ok((record?.droppedAtMs ?? 0) > 0)
})

t.test("what can't be dropped", async (t) => {
  const setup = setUp()
  await create(setup, "users")
  await drop(setup, "users")
  const cases: readonly [string, RegExp][] = [
    ["nobody", /^unknown_keyspace: there is no keyspace "nobody": `ringraft keyspace list`/],
    ["default", /^invalid_argument: .*can't be dropped: clients that name none are there/],
    ["system", /^invalid_argument: .*the cluster's own.*name another/],
    ["", /^invalid_argument: .*empty: give it a-z/],
    ["A B", /^invalid_argument: /],
    ["users", /^state_changed: .*is being dropped already: see job 3/],
  ]
  for (const [name, message] of cases) {
    t.match(await refusal(() => drop(setup, name)), message, name)
  }
  const past = () => setup.api.dropKeyspace(encodeKeyspaceName("x"), new TestCall(0))
  t.match(await refusal(past), /^deadline_exceeded/)
})

t.test("its keys are refused, its settings stand, and its name is not free yet", async (t) => {
  const setup = setUp()
  await create(setup, "users")
  const write = () => setup.api.unary("put", requestOf(put("k"), "users"), new TestCall())
  t.equal(await refusal(write), "done")
  await drop(setup, "users")
  setup.clock.advance(5_001)
  await refusal(write)
  t.equal(await refusal(write), 'unknown_keyspace: the keyspace "users" was dropped')
  const change = encodeKeyspaceChange({
    name: "users",
    replicas: 1,
    rangeBytes: 0,
    defaultTtlMs: undefined,
  })
  const alter = () => setup.api.alterKeyspace(change, new TestCall())
  t.match(await refusal(alter), /^unknown_keyspace: the keyspace "users" was dropped/)
  t.match(await refusal(() => create(setup, "users")), /^keyspace_exists: .*wait until job 3/)
})

t.test("a node that has heard of the drop looks the name up anew", async (t) => {
  const setup = setUp()
  await create(setup, "users")
  const write = () => setup.api.unary("put", requestOf(put("k"), "users"), new TestCall())
  t.equal(await refusal(write), "done", "and what was looked up is kept")
  await drop(setup, "users")
  setup.service.dropped.add(3)
  t.match(await refusal(write), /^unknown_keyspace: the keyspace "users" was dropped/)
})

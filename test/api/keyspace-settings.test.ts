/** AlterKeyspace, and settings that a cluster can't have. */
import t from "tap"
import { noLabels } from "../../src/base/index.ts"
import { defaultRecord, defaultSettings } from "../../src/core/range/index.ts"
import {
  decodeAlteredKeyspace,
  decodeCreatedKeyspace,
  decodeKeyspaceList,
  encodeDriverMessage,
  encodeKeyspaceChange,
  encodeKeyspaceCreation,
  encodeKeyspaceRecord,
  encodeStoreList,
  type KeyspaceChange,
} from "../../src/wire/index.ts"
import { codeOf, setUp, TestCall } from "./setup.ts"

const MiB = 1_024 ** 2

/** On this many stores, one of them on its way out, and two of them on one host. */
function clusterOf(stores: number, hostsShared = false): ReturnType<typeof setUp> {
  const setup = setUp({}, { hostsShared })
  const counts = { ranges: 0, leaders: 0, bytes: 0, capacityBytes: 0, usedBytes: 0 }
  const sizes = { ...counts, heardMsAgo: 1, stateMs: 0 }
  const list = Array.from({ length: stores }, (_, i) => ({
    ...{ nodeId: i + 1, address: `10.0.0.${i + 1}:7400`, ...sizes },
    state: i === 0 ? ("decommissioning" as const) : ("up" as const),
    labels: i === 1 || i === 2 ? { ...noLabels, host: "h" } : noLabels,
  }))
  const body = encodeStoreList(list)
  const response = encodeDriverMessage({ question: "stores", body })
  setup.service.script = ({ operation }) =>
    operation.type === "ask" ? { type: "ask", response } : undefined
  return setup
}

const creation = {
  name: "users",
  splitAt: [],
  replicas: 0,
  rangeBytes: 0,
  defaultTtlMs: 0,
  requestId: undefined,
}

async function alter({ api }: ReturnType<typeof setUp>, change: Partial<KeyspaceChange>) {
  const request = encodeKeyspaceChange({
    ...{ name: "users", replicas: 0, rangeBytes: 0, defaultTtlMs: undefined },
    ...change,
  })
  return decodeAlteredKeyspace(await api.alterKeyspace(request, new TestCall()))
}

const list = async ({ api }: ReturnType<typeof setUp>) =>
  decodeKeyspaceList(await api.listKeyspaces(new TestCall()))

t.test("what is given changes, and the rest stays", async (t) => {
  const setup = clusterOf(7)
  const { api } = setup
  const five = encodeKeyspaceCreation({ ...creation, replicas: 5, rangeBytes: 8 * MiB })
  await api.createKeyspace(five, new TestCall())
  t.match(await alter(setup, { rangeBytes: 64 * MiB }), {
    ...{ name: "users", id: 3, replicas: 5, rangeBytes: 64 * MiB },
  })
  t.match(await alter(setup, { replicas: 1 }), { replicas: 1, rangeBytes: 64 * MiB })
  t.match(await list(setup), [{ name: "default", ...defaultSettings }, { replicas: 1 }])
})

t.test("the default keyspace has a record once it was altered, and only one", async (t) => {
  const setup = setUp()
  t.same(await list(setup), [defaultRecord])
  const altered = await alter(setup, { name: "default", replicas: 1 })
  t.same(altered, { ...defaultRecord, replicas: 1 })
  t.same(await list(setup), [altered])
})

t.test("more replicas than there are hosts for, for long", async (t) => {
  const setup = clusterOf(5)
  const { api } = setup
  const four = encodeKeyspaceCreation({ ...creation, replicas: 4 })
  await t.rejects(api.createKeyspace(four, new TestCall()), {
    ...{ code: "state_changed", message: /4 replicas need as many hosts, and there are 3/ },
  })
  t.same(await list(setup), [defaultRecord], "nothing was made")
  await api.createKeyspace(encodeKeyspaceCreation(creation), new TestCall())
  await t.rejects(alter(setup, { replicas: 4 }), { code: "state_changed" })
  t.match((await list(setup))[1], defaultSettings)
})

t.test("a retry gets what the first try came to, though hosts have gone since", async (t) => {
  const setup = clusterOf(6)
  const { api, service } = setup
  const requestId = { clientId: new Uint8Array(16).fill(1), sequence: 1, acknowledgedBelow: 0 }
  const four = encodeKeyspaceCreation({ ...creation, replicas: 4, requestId })
  const { keyspace } = decodeCreatedKeyspace(await api.createKeyspace(four, new TestCall()))
  const { script } = clusterOf(5).service
  const range = service.descriptors.find((each) => each.keyspaceId === keyspace.id)
  service.script = (pending) => {
    if (pending.operation.type !== "addKeyspace") return script(pending)
    return range && { type: "addKeyspace", version: 9, range }
  }
  const again = decodeCreatedKeyspace(await api.createKeyspace(four, new TestCall()))
  t.same(again.keyspace, keyspace)
})

t.test("where hosts may be shared, each store is a place for a replica", async (t) => {
  const { api } = clusterOf(5, true)
  const four = encodeKeyspaceCreation({ ...creation, replicas: 4 })
  await api.createKeyspace(four, new TestCall())
  const five = encodeKeyspaceCreation({ ...creation, name: "more", replicas: 5 })
  await t.rejects(api.createKeyspace(five, new TestCall()), {
    ...{ code: "state_changed", message: /5 replicas need as many stores, and there are 4/ },
  })
})

t.test("a default time comes and goes", async (t) => {
  const setup = setUp()
  const request = encodeKeyspaceCreation({ ...creation, defaultTtlMs: 9_000 })
  await setup.api.createKeyspace(request, new TestCall())
  t.match((await list(setup))[1], { name: "users", defaultTtlMs: 9_000 })
  t.match(await alter(setup, { replicas: 1 }), { defaultTtlMs: 9_000 })
  t.match(await alter(setup, { defaultTtlMs: 7_000 }), { defaultTtlMs: 7_000, replicas: 1 })
  t.match(await alter(setup, { defaultTtlMs: 0 }), { defaultTtlMs: 0 }, "0 takes it away")
  const tooLong = alter(setup, { defaultTtlMs: Number.MAX_SAFE_INTEGER })
  await t.rejects(tooLong, { code: "invalid_argument", message: /is too long/ })
})

t.test("of two who alter it at once, one is refused and hears what is there", async (t) => {
  const setup = setUp()
  const { api, service } = setup
  await api.createKeyspace(encodeKeyspaceCreation(creation), new TestCall())
  let raced = false
  service.script = ({ operation }) => {
    if (operation.type !== "compareAndSwap" || raced) return undefined
    raced = true
    const value = encodeKeyspaceRecord({ ...defaultRecord, replicas: 5, defaultTtlMs: 3_600_000 })
    return { type: "compareAndSwap", swapped: false, version: 9, found: true, value }
  }
  const is = /somebody else just now: it has 5 replicas, ranges up to 96MiB, keys with a TTL of 1h;/
  await t.rejects(alter(setup, { replicas: 1 }), { code: "state_changed", message: is })
  t.match((await list(setup))[1], defaultSettings, "nothing was changed")
})

t.test("changes that can't be", async (t) => {
  const setup = setUp()
  const table: readonly (readonly [Partial<KeyspaceChange>, string])[] = [
    [{ replicas: 1 }, "unknown_keyspace"],
    [{ name: "system", replicas: 1 }, "invalid_argument"],
    [{ name: "A b", replicas: 1 }, "invalid_argument"],
    [{ name: "default" }, "invalid_argument"],
    [{ name: "default", replicas: 16 }, "invalid_argument"],
    [{ name: "default", rangeBytes: 10 }, "invalid_argument"],
    [{ name: "default", defaultTtlMs: 1_000 }, "invalid_argument"],
  ]
  for (const [change, code] of table) t.equal(await codeOf(() => alter(setup, change)), code)
  t.same(await list(setup), [defaultRecord])
})

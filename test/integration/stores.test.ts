/** `ringraft serve --stores N`: several stores of one machine, each a process of its own. */
import { hostname } from "node:os"
import { join } from "node:path"
import t from "tap"
import { portTrouble } from "../../cmd/dev/ports.ts"
import { readSettings, type ServeFlags } from "../../cmd/serve/settings.ts"
import { configOfStore } from "../../cmd/serve/store-config.ts"
import { defined } from "../../src/base/index.ts"
import { listStores } from "../../src/platform/index.ts"
import { type Ready, ServeProcess } from "./command.ts"
import { folderOf, freePorts, until } from "./loopback.ts"
import { get, put, RawClient } from "./raw-client.ts"

t.setTimeout(120_000)

const settingsOf = (flags: ServeFlags, number: number) =>
  configOfStore(readSettings(flags, {}).config, number)

t.test("the first is the node that it would be alone, the others join its cluster", async (t) => {
  const alone = { listen: "127.0.0.1:7500", data: "d" }
  const host = hostname()
  t.match(settingsOf(alone, 1), {
    ...{ nodeId: 1, members: [{ address: "127.0.0.1:7500" }], join: [], labels: { host } },
    ...{ listen: "127.0.0.1:7500", dataDirectory: "d" },
  })
  t.match(settingsOf(alone, 3), {
    ...{ nodeId: 0, members: [], join: ["127.0.0.1:7500"], labels: { host } },
    ...{ listen: "127.0.0.1:7502", address: "127.0.0.1:7502", dataDirectory: join("d", "store3") },
  })
  const member = {
    ...{ nodeId: "2", members: "1=10.0.0.1:7400,2=10.0.0.2:7400", listen: "0.0.0.0:7400" },
    ...{ data: "d", labels: "zone=b,host=h9" },
  }
  t.match(settingsOf(member, 2), {
    ...{ join: ["10.0.0.2:7400", "10.0.0.1:7400"], labels: { zone: "b", host: "h9" } },
    ...{ listen: "0.0.0.0:7401", address: "10.0.0.2:7401" },
  })
  const joiner = { join: "10.0.0.1:7400", listen: "10.0.0.3:7400", data: "d" }
  t.match(settingsOf(joiner, 1), { nodeId: 0, join: ["10.0.0.1:7400"], dataDirectory: "d" })
  t.match(settingsOf(joiner, 2), { join: ["10.0.0.1:7400"], address: "10.0.0.3:7401" })
  t.throws(() => settingsOf({ listen: "127.0.0.1:65535" }, 2), { code: "invalid_argument" })
})

/** As many ports, one after the other, that nobody has now. */
async function portsInRow(count: number): Promise<number> {
  for (;;) {
    const [first = 0] = await freePorts(1)
    const trials = Array.from({ length: count }, (_, i) => portTrouble("127.0.0.1", first + i))
    if ((await Promise.all(trials)).every((trouble) => trouble === undefined)) return first
  }
}

t.test("they are one host of a cluster, come back alone, and end together", async (t) => {
  const first = await portsInRow(3)
  const address = `127.0.0.1:${first}`
  const flags = ["--stores", "3", "--listen", address, "--data", folderOf(t)]
  const serve = new ServeProcess([...flags, "--set", "driver.beatMs=500ms"])
  t.teardown(() => serve.end("SIGKILL"))
  const { stores } = (await serve.ready) as unknown as { readonly stores: readonly Ready[] }
  t.same(
    stores.map((store) => store.address),
    [first, first + 1, first + 2].map((port) => `127.0.0.1:${port}`),
  )
  t.same(stores.map(({ nodeId }) => nodeId).sort(), [1, 2, 3])
  const client = new RawClient(stores[2]?.address ?? "")
  t.teardown(() => client.close())
  await until(async () => (await client.operate(put("ada", "1815"))).status === "OK", "it serves")
  await until(async () => {
    const listed = await listStores(address, 2_000).catch(() => [])
    return listed.length === 3 && listed.every(({ labels }) => labels.host === hostname())
  }, "all are known, on one host")

  process.kill(defined(stores[1], "a second store").pid, "SIGKILL")
  const ups = () => serve.logged("store is up").filter(({ number }) => number === 2)
  await until(() => ups().length === 2, "it is started again")
  t.match(serve.logged("store died (SIGKILL); starts again in 3 s"), [{ number: 2 }])
  await until(async () => (await client.operate(get("ada"))).status === "OK", "the others serve")
  t.equal(await serve.end("SIGTERM"), 0)
  t.equal(serve.logged("stopped").length, 4, "each store in order, and what started them")
})

t.test("when the first can't begin, none does", async (t) => {
  const folder = folderOf(t)
  const port = await portsInRow(2)
  const flags = ["--listen", `127.0.0.1:${port}`, "--data", folder]
  const owner = new ServeProcess(flags)
  t.teardown(() => owner.end("SIGKILL"))
  await owner.ready
  const second = new ServeProcess(["--stores", "2", ...flags])
  t.equal(await second.exited, 1)
  t.match(second.stderr, /is in use by process/)
  await owner.end("SIGTERM")
  const refused = new ServeProcess(["--stores", "2", "--cluster-id", "other", ...flags])
  t.equal(await refused.exited, 2)
  t.match(refused.stderr, /other/)
  const many = new ServeProcess(["--stores", "65"])
  t.equal(await many.exited, 2)
  t.match(many.stderr, /64 at most/)
})

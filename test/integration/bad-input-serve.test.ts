/** What `ringraft serve` says to settings, ports and folders that can't be, and its exit code. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import t, { type Test } from "tap"
import { startServedNode } from "../../cmd/serve/served-node.ts"
import { readSettings, type ServeFlags } from "../../cmd/serve/settings.ts"
import { KvError } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { fetchStatus, listStores } from "../../src/platform/index.ts"
import { ServeProcess } from "./command.ts"
import { folderOf, freePorts, mountMemory, until } from "./loopback.ts"
import { get, put, RawClient } from "./raw-client.ts"

// Nine processes are started here, one after the other.
t.setTimeout(240_000)

async function flagsFor(t: Test, more: readonly string[] = []): Promise<string[]> {
  const [port] = await freePorts(1)
  return ["--listen", `127.0.0.1:${port}`, "--data", join(folderOf(t), "data"), ...more]
}

/** Starts a node that must not start. */
async function refusal(words: readonly string[]): Promise<{ code: number | string; said: string }> {
  const serve = new ServeProcess(words)
  return { code: await serve.exited, said: serve.stderr }
}

async function started(t: Test, words: readonly string[]): Promise<ServeProcess> {
  const serve = new ServeProcess(words)
  t.teardown(() => serve.end("SIGKILL"))
  await serve.ready
  return serve
}

t.test("alone it is a working cluster, that remembers and stops cleanly", async (t) => {
  const flags = await flagsFor(t)
  const first = await started(t, flags)
  const address = flags[1] as string
  t.match(await first.ready, { ready: true, nodeId: 1, address })
  const client = new RawClient(address)
  t.teardown(() => client.close())
  await until(async () => (await client.operate(put("ada", "1815"))).status === "OK", "it leads")
  t.equal(await first.end("SIGTERM"), 0)
  t.match(first.logged("stopping"), [{ signal: "SIGTERM", node: 1 }])
  t.equal(first.logged("stopped").length, 1)

  const second = await started(t, flags)
  await until(async () => (await client.operate(get("ada"))).status === "OK", "it is back")
  t.match(await client.result(get("ada")), { cell: { value: Buffer.from("1815") } })
  t.equal(await second.end("SIGKILL"), "SIGKILL")
  const third = await started(t, flags)
  await until(async () => (await client.operate(get("ada"))).status === "OK", "back from a crash")
  t.match(await client.result(get("ada")), { cell: { value: Buffer.from("1815") } })
  t.equal(await third.end("SIGINT"), 0)
})

t.test("settings that can't be end the command with 2, a port in use with 1", async (t) => {
  const flags = await flagsFor(t)
  const file = join(folderOf(t), "ringraft.yaml")
  writeFileSync(file, "nodeId: 1\nlimits:\n  keyByteMax: 8KiB\n")
  t.match(await refusal([...flags, "--config", file]), {
    ...{ code: 2, said: /limits\.keyByteMax \(.*ringraft\.yaml:3\): no such setting/ },
  })
  t.match(await refusal(["--lissten", "x"]), { code: 2, said: /unknown option/ })
  await occupy(t, flags[1] as string)
  t.match(await refusal(flags), { code: 1, said: /can't listen on .*: another process has it/ })
})

t.test("a node that its cluster refuses ends with 2 though it has begun", async (t) => {
  const flags = await flagsFor(t)
  const first = await started(t, flags)
  const listed = async () => (await listStores(flags[1] as string, 1_000).catch(() => []))[0]
  await until(async () => ((await listed())?.heardMsAgo ?? 0) > 0, "the driver knows it")
  t.equal(await first.end("SIGTERM"), 0)
  const identity = join(flags[3] as string, "identity.json")
  const stamp = JSON.parse(readFileSync(identity, "utf8"))
  writeFileSync(identity, JSON.stringify({ ...stamp, storeKey: "0".repeat(32) }))
  const { code, said } = await refusal(flags)
  t.equal(code, 2)
  t.match(said, /node id 1 is another store's.*node failed/)
})

t.test(
  "a descriptor for its first word: a closed one is refused, an unread one is not",
  async (t) => {
    const flags = await flagsFor(t)
    t.match(await refusal([...flags, "--ready-fd", "200"]), {
      ...{ code: 2, said: /--ready-fd 200: is not open for this process/ },
    })
    t.notOk(existsSync(flags[3] as string), "before anything is opened")
    const serve = new ServeProcess(flags)
    t.teardown(() => serve.end("SIGKILL"))
    serve.child.stdio[3]?.destroy()
    await until(() => serve.logged("nobody was told that it is ready").length === 1, "it says so")
    t.equal(await serve.end("SIGTERM"), 0, "it runs, and stops in order")
    t.equal(serve.logged("stopped").length, 1)
  },
)

/** Why a node does not start, without a process of its own. */
async function whyNot(
  flags: ServeFlags,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: string; message: string }> {
  try {
    const { config } = readSettings(flags, environment)
    const telemetry = silentTelemetry
    const onFatal = (): void => {}
    const served = await startServedNode({ config, telemetry, version: "0", onFatal })
    await served.stop()
    return { code: "started", message: "" }
  } catch (error) {
    if (error instanceof KvError) return error
    throw error
  }
}

async function nodeFlags(t: Test): Promise<{ listen: string; data: string }> {
  const [port] = await freePorts(1)
  return { listen: `127.0.0.1:${port}`, data: join(folderOf(t), "data") }
}

async function occupy(t: Test, address: string): Promise<void> {
  const other = createServer()
  const port = Number(address.split(":")[1])
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve))
  t.teardown(() => other.close())
}

t.test("settings, and where they come from", async (t) => {
  const flags = await nodeFlags(t)
  const config = join(folderOf(t), "ringraft.yaml")
  writeFileSync(config, "nodeId: [1\n")
  const code = "invalid_argument"
  t.match(await whyNot({ ...flags, config }), { code, message: /not readable as YAML/ })
  t.match(await whyNot({ ...flags, config: "nowhere.yaml" }), { code, message: /ENOENT/ })
  t.match(await whyNot({ ...flags, set: ["raft.tickMs=fast"] }), { code, message: /raft\.tickMs/ })
  t.match(await whyNot({ ...flags, set: ["tickMs"] }), { code, message: /must be like/ })
  t.match(await whyNot({ ...flags, labels: "zone=a=b" }), { code, message: /got "a=b"/ })
  t.match(await whyNot(flags, { RINGRAFT_NODE_ID: "first" }), {
    ...{ code, message: /nodeId \(RINGRAFT_NODE_ID\)/ },
  })
  t.match(await whyNot({ ...flags, members: "2=127.0.0.1:1", nodeId: "1" }), {
    ...{ code, message: /node 1 is not among the members/ },
  })
  writeFileSync(config, "nodeId: 3\nlimits: { keyBytesMax: 8KiB }\n")
  const environment = { RINGRAFT_CONFIG: config, RINGRAFT_NODE_ID: "4" }
  const set = ["limits.valueBytesMax=64KiB"]
  const loaded = readSettings({ ...flags, nodeId: "5", set }, environment).config
  t.same(
    [loaded.nodeId, loaded.limits.keyBytesMax, loaded.limits.valueBytesMax],
    [5, 8_192, 65_536],
  )
})

t.test("a port in use leaves the data alone", async (t) => {
  const flags = await nodeFlags(t)
  await occupy(t, flags.listen)
  t.match(await whyNot(flags), { code: "unavailable", message: /another process has it/ })
  t.notOk(existsSync(join(flags.data, "data")))
  t.match(await whyNot({ ...flags, listen: "203.0.113.1:7400" }), {
    ...{ code: "unavailable", message: /does not have that address/ },
  })
})

t.test("a data folder of somebody else", async (t) => {
  const flags = await nodeFlags(t)
  const { config } = readSettings(flags, {})
  const started = { config, telemetry: silentTelemetry, version: "0", onFatal: () => {} }
  const served = await startServedNode(started)
  const [port] = await freePorts(1)
  t.match(await whyNot({ ...flags, listen: `127.0.0.1:${port}` }), {
    ...{ code: "unavailable", message: /is in use by process \d+: stop it first/ },
  })
  t.match(await fetchStatus(flags.listen, 5_000), { nodeId: 1 }, "the first is not disturbed")
  await served.stop()
  t.match(await whyNot(flags), { code: "started" })
  const code = "wrong_cluster"
  t.match(await whyNot({ ...flags, nodeId: "2" }), { code, message: /belongs to node 1/ })
  t.match(await whyNot({ ...flags, clusterId: "x" }), { code, message: /of cluster "ringraft"/ })

  const identity = join(flags.data, "identity.json")
  const stamp = JSON.parse(readFileSync(identity, "utf8"))
  writeFileSync(identity, JSON.stringify({ ...stamp, format: 99 }))
  t.match(await whyNot(flags), { code, message: /has format 99/ })
  writeFileSync(identity, "{")
  t.match(await whyNot(flags), { code: "data_loss", message: /is damaged/ })
})

t.test("a data folder that can't be written", async (t) => {
  const flags = await nodeFlags(t)
  const code = "invalid_argument"
  writeFileSync(flags.data, "a file")
  t.match(await whyNot(flags), { code, message: /a file is where a folder should be/ })
  const readOnly = join(folderOf(t), "readonly")
  if (!mountMemory(t, readOnly, "ro,size=1m")) return
  t.match(await whyNot({ ...flags, data: readOnly }), { code, message: /file system is read-only/ })
})

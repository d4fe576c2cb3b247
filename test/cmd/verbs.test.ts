import t from "tap"
import { FakeTerminal, statusOf } from "./fake-terminal.ts"

const errorResult = (code: "not_a_number" | "disk_full") => () =>
  ({ result: { type: "error", code, message: `told ${code}` } }) as const

t.test("put, get, delete", async (t) => {
  const terminal = new FakeTerminal()
  t.match(await terminal.run("put", "ada", "1815"), { code: 0, out: "ok, version 1\n", err: "" })
  t.match(await terminal.run("get", "ada"), { code: 0, out: "1815\n" })
  t.match(await terminal.run("get", "ada", "--raw"), { out: "1815" })
  t.match(await terminal.run("delete", "ada"), { code: 0, out: "ok, version 2\n" })
  t.match(await terminal.run("get", "ada"), { code: 1, out: "", err: "not found: ada\n" })
})

t.test("output in tables and JSON", async (t) => {
  const terminal = new FakeTerminal()
  const json = async (...words: string[]) =>
    JSON.parse((await terminal.run(...words, "--output", "json")).out)
  t.same(await json("put", "ada", "1815"), { key: "ada", version: 1 })
  t.same(await json("get", "ada"), {
    key: "ada",
    found: true,
    value: "1815",
    version: 1,
    expiresAtMs: 0,
  })
  t.same(await json("get", "bob"), { key: "bob", found: false })
  t.same(await json("increment", "n", "5"), { key: "n", value: "5", version: 2 })
  t.same(await json("cas", "ada", "1", "--expect", "2"), {
    key: "ada",
    swapped: false,
    version: 1,
    found: true,
    value: "1815",
  })
  t.same(await json("delete", "ada"), { key: "ada", version: 4 })
  t.same(await json("delete", "--prefix", "n"), { deleted: 1 })
  const { version, node } = await json("version")
  t.match(version, /^\d+\.\d+\.\d+/)
  t.equal(node, process.version)
  const table = await terminal.run("-o", "table", "put", "ada", "1815")
  t.match(table.out, /│ KEY +│ VERSION │/)
  t.match(table.out, /│ ada +│ +\d+ │/)
})

t.test("values from standard input, byte by byte", async (t) => {
  const terminal = new FakeTerminal()
  terminal.input = Uint8Array.from(Array.from({ length: 256 }, (_, byte) => byte))
  await terminal.run("put", "bytes", "-")
  const { bytes } = await terminal.run("get", "bytes", "--raw")
  t.same(bytes, Buffer.from(terminal.input))
  terminal.input = Buffer.from("1852\n")
  await terminal.run("put", "ada", "1815")
  t.match(await terminal.run("cas", "ada", "-", "--expect", "1815"), { code: 0 })
  t.equal((await terminal.run("get", "ada", "--raw")).out, "1852\n")
})

t.test("keys and values in hexadecimal", async (t) => {
  const terminal = new FakeTerminal()
  t.match(await terminal.run("--hex", "put", "00ff", "cafe"), { code: 0 })
  t.match(await terminal.run("get", "--hex", "0x00FF"), { out: "cafe\n" })
  const { bytes } = await terminal.run("get", "--hex", "00ff", "--raw")
  t.same(bytes, Buffer.from([0xca, 0xfe]), "the value's bytes and nothing else")
  t.match(await terminal.run("scan"), { out: "\\x00\\xff\t\\xca\\xfe\n" })
  t.match(await terminal.run("scan", "--hex"), { out: "00ff\tcafe\n" })
  const json = JSON.parse((await terminal.run("scan", "-o", "json")).out)
  t.same(json.cells[0].key, { hex: "00ff" })
  const wrong = await terminal.run("get", "--hex", "xyz")
  t.equal(wrong.code, 2)
  t.match(wrong.err, /the key is not hexadecimal: xyz/)
})

t.test("scan: prefix, bounds, limit, direction, keys only", async (t) => {
  const terminal = new FakeTerminal()
  for (const key of ["a1", "a2", "a3", "a4", "b1"]) await terminal.run("put", key, `of ${key}`)
  const keys = async (...words: string[]) =>
    (await terminal.run("scan", "--keys-only", ...words)).out.trimEnd().split("\n")
  t.same(await keys(), ["a1", "a2", "a3", "a4", "b1"])
  t.same(await keys("a", "--limit", "2"), ["a1", "a2"])
  t.same(await keys("--from", "a3"), ["a3", "a4", "b1"])
  t.same(await keys("--to", "a3", "--reverse"), ["a2", "a1"])
  t.equal((await terminal.run("scan", "b")).out, "b1\tof b1\n")
  t.equal((await terminal.run("scan", "zzz")).out, "")
  const json = JSON.parse((await terminal.run("scan", "-o", "json")).out)
  t.equal(json.count, 5)
  t.equal(json.cells.length, 5)
  t.same(JSON.parse((await terminal.run("scan", "zzz", "-o", "json")).out).cells, [])
  t.match((await terminal.run("scan", "b", "-o", "table")).out, /│ b1 +│ of b1 │ +\d+ │ never +│/)
  await terminal.run("put", "line\nend", "tab\there")
  t.equal((await terminal.run("scan", "line")).out, "line\\nend\ttab\\there\n")
})

t.test("cas says what it found", async (t) => {
  const terminal = new FakeTerminal()
  t.match(await terminal.run("cas", "k", "1", "--absent"), { code: 0, out: "swapped, version 1\n" })
  t.match(await terminal.run("cas", "k", "2", "--absent"), {
    code: 1,
    out: "not swapped: the value is 1, version 1\n",
  })
  t.match(await terminal.run("cas", "k", "2", "--version", "1"), { code: 0 })
  t.match(await terminal.run("cas", "k", "--delete", "--expect", "2"), { code: 0 })
  t.match(await terminal.run("cas", "k", "3", "--expect", "2"), {
    code: 1,
    out: "not swapped: there is no such key\n",
  })
})

t.test("increment, with negative numbers too", async (t) => {
  const terminal = new FakeTerminal()
  t.match(await terminal.run("increment", "n"), { code: 0, out: "1\n" })
  t.match(await terminal.run("increment", "n", "10"), { out: "11\n" })
  t.match(await terminal.run("increment", "n", "-20"), { out: "-9\n" })
  t.match(await terminal.run("increment", "n", String(2n ** 60n)), { out: `${2n ** 60n - 9n}\n` })
})

t.test("deleting a span of keys", async (t) => {
  const terminal = new FakeTerminal()
  for (let i = 0; i < 10; i += 1) await terminal.run("put", `k${i}`, "v")
  t.match(await terminal.run("delete", "--from", "k2", "--to", "k5"), { out: "deleted 3\n" })
  t.match(await terminal.run("delete", "--prefix", "k"), { out: "deleted 7\n" })
})

t.test("expiry is set in units", async (t) => {
  const terminal = new FakeTerminal()
  const node = terminal.cluster.node("a:1")
  await terminal.run("put", "k", "v", "--ttl", "30s")
  await terminal.run("cas", "k", "v", "--expect", "v", "--ttl", "1.5h")
  t.same(
    [...terminal.cluster.nodes.values()]
      .flatMap(({ operations }) => operations)
      .map((operation) => "ttlMs" in operation && operation.ttlMs),
    [30_000, 5_400_000],
  )
  t.ok(node)
})

t.test("a wrong line gives 2 and says what is wrong", async (t) => {
  const terminal = new FakeTerminal()
  const wrong: readonly [readonly string[], RegExp][] = [
    [[], /Usage: ringraft/],
    [["gt", "k"], /unknown command 'gt'\n\(Did you mean get\?\)/],
    [["get"], /missing required argument 'key'/],
    [["get", "a", "b"], /too many arguments/],
    [["get", "k", "--consistncy", "stale"], /Did you mean --consistency/],
    [["get", "k", "--consistency", "weak"], /Allowed choices are linearizable, lease, stale/],
    [["get", "k", "--output", "xml"], /Allowed choices are simple, table, json/],
    [["get", "k", "--timeout", "soon"], /must be a duration such as/],
    [["get", "k", "--timeout", "0"], /must be above 0/],
    [["get", "k", "--endpoints", "localhost"], /must be host:port/],
    [["put", "k", "v", "--ttl", "x"], /must be a duration/],
    [["increment", "k", "1.5"], /must be a whole number, got 1.5/],
    [["scan", "--limit", "-1"], /must be a whole number above 0/],
    [["cas", "k", "v"], /give one of --absent, --version and --expect/],
    [["cas", "k", "v", "--absent", "--expect", "x"], /give one of/],
    [["cas", "k", "--absent"], /give either the new value, or --delete/],
    [["delete"], /give either a key, or --prefix/],
    [["delete", "k", "--prefix", "p"], /give either a key, or --prefix/],
    [["bench", "z"], /must be one of put, get/],
    [["dev", "--nodes", "0"], /must be a whole number above 0/],
  ]
  for (const [words, message] of wrong) {
    const { code, out, err } = await terminal.run(...words)
    t.equal(code, 2, words.join(" "))
    t.equal(out, "")
    t.match(err, message)
  }
})

t.test("what the nodes refuse gives 1, as a line or as JSON", async (t) => {
  const terminal = new FakeTerminal()
  for (const node of terminal.cluster.nodes.values()) node.script = errorResult("not_a_number")
  t.match(await terminal.run("increment", "k"), {
    code: 1,
    out: "",
    err: "error: told not_a_number (not_a_number)\n",
  })
  const { err } = await terminal.run("increment", "k", "--output", "json")
  t.same(JSON.parse(err), {
    error: { code: "not_a_number", outcome: "refused", message: "told not_a_number" },
  })
})

t.test("errors are JSON wherever JSON is asked for, and told once", async (t) => {
  const terminal = new FakeTerminal()
  for (const node of terminal.cluster.nodes.values()) node.script = errorResult("not_a_number")
  const jsonOf = async (words: readonly string[], code: number): Promise<string> => {
    const { err, ...told } = await terminal.run(...words)
    t.same([told.code, told.out], [code, ""], words.join(" "))
    return JSON.parse(err).error.code
  }
  for (const flag of [["--output=json"], ["-ojson"], ["-o", "json"]]) {
    t.equal(await jsonOf(["increment", "k", ...flag], 1), "not_a_number")
    t.equal(await jsonOf([...flag, "increment", "k"], 1), "not_a_number")
    t.equal(await jsonOf(["get", ...flag], 2), "invalid_argument")
    t.equal(await jsonOf(["--timeout", "x", "get", "k", ...flag], 2), "invalid_argument")
    t.equal(await jsonOf(["cas", "k", "v", ...flag], 2), "invalid_argument")
    t.equal(await jsonOf(["keyspace", ...flag], 2), "invalid_argument")
  }
  t.match((await terminal.run("increment", "json")).err, /^error: told/, "a word is no flag")
  t.match((await terminal.run("get", "k", "--output")).err, /^error: .*argument missing\n/)
  terminal.environment.RINGRAFT_OUTPUT = "json"
  t.equal(await jsonOf(["increment", "k"], 1), "not_a_number")
  t.equal(await jsonOf(["get"], 2), "invalid_argument")
  t.equal(await jsonOf([], 2), "invalid_argument")
  t.match((await terminal.run("get", "--output", "simple")).err, /^error: missing/)
})

t.test("what is wrong with a line is told once", async (t) => {
  const terminal = new FakeTerminal()
  const wrong = [["get"], ["range", "transfer", "7", "x"], ["cas", "k", "v"], ["get", "k", "--hx"]]
  for (const words of [...wrong, ["store", "labels", "2", "planet=mars"]]) {
    const { err } = await terminal.run(...words)
    t.match(err, /^error: .*\n\(add --help for more\)\n$/s, words.join(" "))
    t.equal(err.split("error:").length, 2, words.join(" "))
  }
  t.match(await terminal.run("keyspace"), { code: 2, err: /^Usage: ringraft keyspace/ })
})

t.test("when nobody answers, every address is told", async (t) => {
  const terminal = new FakeTerminal()
  for (const node of terminal.cluster.nodes.values()) node.state = "down"
  const { code, err } = await terminal.run("get", "k", "--timeout", "300ms")
  t.equal(code, 1)
  t.match(err, /no node can be reached .*a:1: connection refused.*\(unavailable\)/)
})

t.test("flags stand before or after the verb", async (t) => {
  const terminal = new FakeTerminal()
  await terminal.run("--endpoints", "x:1,y:2", "get", "k")
  await terminal.run("get", "k", "--endpoints", "z:3")
  await terminal.run("get", "k")
  t.same(terminal.asked, [
    ["x:1", "y:2"],
    ["z:3"],
    ["127.0.0.1:7400", "127.0.0.1:7401", "127.0.0.1:7402"],
  ])
})

t.test("help teaches by examples", async (t) => {
  const terminal = new FakeTerminal()
  const { code, out } = await terminal.run("--help")
  t.equal(code, 0)
  const verbs = [
    "get",
    "put",
    "delete",
    "cas",
    "increment",
    "scan",
    "status",
    "bench",
    "serve",
    "dev",
  ]
  for (const verb of [...verbs, "range", "version"]) t.match(out, new RegExp(`\n  ${verb} `))
  for (const verb of verbs) {
    const help = await terminal.run(verb, "--help")
    t.equal(help.code, 0)
    t.match(help.out, new RegExp(`Usage: ringraft ${verb}`))
    t.match(help.out, /Examples?:/, verb)
  }
  t.match((await terminal.run("get", "--help")).out, /--endpoints.*RINGRAFT_ENDPOINTS/s)
})

t.test("status shows who leads and who lags", async (t) => {
  const terminal = new FakeTerminal()
  terminal.statuses.set("127.0.0.1:7400", statusOf({ role: "leader" }))
  terminal.statuses.set(
    "127.0.0.1:7401",
    statusOf({ nodeId: 2, address: "127.0.0.1:7401", appliedIndex: 90, condition: "disk_full" }),
  )
  const { code, out, err } = await terminal.run("status")
  t.equal(code, 0)
  t.equal(err, "127.0.0.1:7402: connection refused\n")
  t.match(out, /│ +1 │ 127.0.0.1:7400 │ +5 │ +2 │ leader +│ +7 │ 1–100 │ +100 │ +0 │ ok/)
  t.match(out, /│ +2 │ 127.0.0.1:7401 │ +5 │ +2 │ follower +│ +7 │ 1–100 │ +90 │ +10 │ disk_full/)
  t.match(out, /│ +3 │ 127.0.0.1:7402 │[ │]* unreachable │/)
  const json = JSON.parse((await terminal.run("status", "--output", "json")).out)
  t.match(json.nodes, [
    { nodeId: 1, role: "leader", reachable: true, lag: 0 },
    { nodeId: 2, role: "follower", lag: 10 },
    { nodeId: 3, address: "127.0.0.1:7402", reachable: false, error: "connection refused" },
  ])
})

t.test("status shows no log and no lag of a node without the cluster's own range", async (t) => {
  const terminal = new FakeTerminal()
  const address = "127.0.0.1:7403"
  const members = [
    { nodeId: 1, address: "127.0.0.1:7400" },
    { nodeId: 4, address },
  ]
  const none = { term: 0, firstIndex: 1, lastIndex: 0, commitIndex: 0, appliedIndex: 0 }
  terminal.statuses.set("127.0.0.1:7400", statusOf({ role: "leader", members }))
  terminal.statuses.set(address, statusOf({ nodeId: 4, address, members, ...none }))
  const { code, out } = await terminal.run("status")
  t.equal(code, 0)
  t.match(out, /│ +4 │ 127.0.0.1:7403 │ +5 │ +2 │ +│ +│ +│ +│ +│ ok/)
  const { nodes } = JSON.parse((await terminal.run("status", "-o", "json")).out)
  t.match(nodes, [
    { nodeId: 1, lag: 0 },
    { nodeId: 4, lag: null },
  ])
})

t.test("status finds members by one address, and says when nobody leads", async (t) => {
  const terminal = new FakeTerminal()
  const addresses = ["127.0.0.1:7400", "127.0.0.1:7401", "127.0.0.1:7402"]
  addresses.forEach((address, at) => {
    terminal.statuses.set(address, statusOf({ nodeId: at + 1, address, leaderNodeId: 0 }))
  })
  const { code, out, err } = await terminal.run("status", "--endpoints", "127.0.0.1:7401")
  t.equal(code, 1)
  for (const address of addresses) t.match(out, address)
  t.match(err, /no leader/)
})

t.test("status leaves out addresses that nobody named", async (t) => {
  const terminal = new FakeTerminal()
  const members = [{ nodeId: 1, address: "127.0.0.1:7400" }]
  terminal.statuses.set("127.0.0.1:7400", statusOf({ role: "leader", members }))
  t.equal(JSON.parse((await terminal.run("status", "-o", "json")).out).nodes.length, 1)
})

t.test("colours only where a person looks and did not say no", async (t) => {
  const terminal = new FakeTerminal()
  terminal.statuses.set("127.0.0.1:7400", statusOf({ role: "leader" }))
  const colour = "\u001b["
  t.notOk((await terminal.run("status")).out.includes(colour))
  terminal.outIsTerminal = true
  t.ok((await terminal.run("status")).out.includes(colour))
  terminal.environment.NO_COLOR = "1"
  t.notOk((await terminal.run("status")).out.includes(colour))
})

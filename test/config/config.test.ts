import fc from "fast-check"
import t from "tap"
import { checkLimits, defaultLimits, KvError } from "../../src/base/index.ts"
import { type ConfigSources, loadConfig, nearest, tinyConfig } from "../../src/config/index.ts"

function load(parts: Partial<ConfigSources>) {
  return loadConfig({ environment: {}, flags: [], ...parts })
}

function file(text: string): Partial<ConfigSources> {
  return { file: { name: "ringraft.yaml", text } }
}

function refusal(parts: Partial<ConfigSources>): string {
  try {
    load(parts)
  } catch (error) {
    if (error instanceof KvError && error.code === "invalid_argument") return error.message
    throw error
  }
  return "accepted"
}

const three = "members: 1=a:7400,2=b:7400,3=c:7400\n"

t.test("nothing said: a cluster of one", async (t) => {
  const { config, warnings } = load({})
  t.same(warnings, [])
  t.same(config, {
    clusterId: "ringraft",
    nodeId: 1,
    listen: "127.0.0.1:7400",
    address: "127.0.0.1:7400",
    members: [{ nodeId: 1, address: "127.0.0.1:7400" }],
    join: [],
    dataDirectory: "data",
    labels: { region: "", zone: "", rack: "", host: "" },
    driver: {
      automatic: true,
      deadStoreAfterMs: 900_000,
      mergeQuietMs: 86_400_000,
      splitOperationsPerSecond: 2_500,
      splitQuietMs: 60_000,
      hostsShared: false,
      beatMs: 10_000,
    },
    raft: {
      ...{ tickMs: 100, heartbeatTicks: 1, quiesceAfterTicks: 10 },
      ...{ electionTimeoutTicks: 12, leaseReads: false },
    },
    storage: {
      segmentBytesMax: 33_554_432,
      logKeepEntries: 30_000,
      logBytesMax: 268_435_456,
      valueCacheBytes: 67_108_864,
      engineCacheBytes: 33_554_432,
      engineWriteBufferBytes: 16_777_216,
      diskReserveBytes: 67_108_864,
      snapshotsSentMax: 2,
      snapshotsReceivedMax: 4,
      snapshotBytesPerSecond: 33_554_432,
      snapshotBytesPerSecondMin: 4_194_304,
      consistencyCheckMs: 86_400_000,
    },
    limits: defaultLimits,
  })
})

t.test("good input", async (t) => {
  const cases: readonly [
    string,
    Partial<ConfigSources>,
    (c: ReturnType<typeof load>) => unknown,
    unknown,
  ][] = [
    [
      "units",
      file("limits: { valueBytesMax: 512KiB, deadlineMsDefault: 1.5s }"),
      ({ config }) => [config.limits.valueBytesMax, config.limits.deadlineMsDefault],
      [524_288, 1_500],
    ],
    [
      "decimal units, spaces",
      file('storage: { valueCacheBytes: "10 MB" }'),
      ({ config }) => config.storage.valueCacheBytes,
      10_000_000,
    ],
    [
      "JSON",
      file('{"nodeId": 2, "listen": "0.0.0.0:7500", "address": "a:7400"}'),
      ({ config }) => config.members,
      [{ nodeId: 2, address: "a:7400" }],
    ],
    ["empty file", file(""), ({ config }) => config.nodeId, 1],
    ["empty group", file("raft:\nnodeId: 4"), ({ config }) => config.raft.tickMs, 100],
    ["members as text", file(`${three}nodeId: 2`), ({ config }) => config.listen, "b:7400"],
    [
      "members as a map",
      file("members:\n  2: b:7400\n  1: a:7400\nnodeId: 1"),
      ({ config }) => config.members.map((member) => member.nodeId),
      [1, 2],
    ],
    [
      "members as a list",
      file("members: [{ nodeId: 7, address: '[::1]:7400' }]"),
      ({ config }) => [config.nodeId, config.listen],
      [7, "[::1]:7400"],
    ],
    [
      "environment over file",
      { ...file("nodeId: 1"), environment: { RINGRAFT_NODE_ID: "2" } },
      ({ config }) => config.nodeId,
      2,
    ],
    [
      "flag over environment",
      {
        environment: { RINGRAFT_RAFT_TICK_MS: "50ms" },
        flags: [{ flag: "--set", path: ["raft", "tickMs"], value: "20ms" }],
      },
      ({ config }) => config.raft.tickMs,
      20,
    ],
    [
      "an empty variable is not set",
      { environment: { RINGRAFT_NODE_ID: "" } },
      ({ config, warnings }) => [config.nodeId, warnings],
      [1, []],
    ],
    [
      "a switch",
      { environment: { RINGRAFT_RAFT_LEASE_READS: "on" } },
      ({ config }) => config.raft.leaseReads,
      true,
    ],
    [
      "a variable with a typo is told of",
      { environment: { RINGRAFT_NODEID: "2" } },
      ({ warnings }) => warnings,
      [
        "environment variable RINGRAFT_NODEID is not a setting and was ignored; did you mean RINGRAFT_NODE_ID?",
      ],
    ],
    [
      "variables of others",
      {
        environment: {
          RINGRAFT_OUTPUT: "json",
          RINGRAFT_SERVICE_HOST: "x",
          RINGRAFT_PORT: "tcp://x",
        },
        otherVariables: ["RINGRAFT_OUTPUT"],
      },
      ({ warnings }) => warnings,
      [],
    ],
  ]
  for (const [name, parts, pick, expected] of cases) t.same(pick(load(parts)), expected, name)
})

t.test("bad input names the field, says what is wrong and what would be right", async (t) => {
  const cases: readonly [Partial<ConfigSources>, string][] = [
    [
      file("nodeid: 1"),
      "configuration: nodeid (ringraft.yaml:1): no such setting; did you mean nodeId?",
    ],
    [
      file("limits:\n  keyBytesMax: 1KiB\n  valueByteMax: 5"),
      "configuration: limits.valueByteMax (ringraft.yaml:3): no such setting; did you mean limits.valueBytesMax?",
    ],
    [
      file("tickMs: 50"),
      "configuration: tickMs (ringraft.yaml:1): no such setting; did you mean raft.tickMs?",
    ],
    [file("zzzzzzzz: 1"), "configuration: zzzzzzzz (ringraft.yaml:1): no such setting"],
    [file("__proto__: 1"), "configuration: __proto__ (ringraft.yaml:1): no such setting"],
    [file("nodeId: 0"), "configuration: nodeId (ringraft.yaml:1): must be from 1 to 65535, got 0"],
    [
      file("nodeId: one"),
      'configuration: nodeId (ringraft.yaml:1): must be a whole number, got "one"',
    ],
    [
      file("raft: 5"),
      "configuration: raft (ringraft.yaml:1): is a group of settings, not one value",
    ],
    [
      file("raft: { tickMs: 1s5 }"),
      'configuration: raft.tickMs (ringraft.yaml:1): must be a duration such as 250, "500ms", "5s" or "1h", got "1s5"',
    ],
    [
      file("raft: { tickMs: 1ms }"),
      "configuration: raft.tickMs (ringraft.yaml:1): must be from 5ms to 10s, got 1ms",
    ],
    [
      file("limits: { keyBytesMax: -1 }"),
      'configuration: limits.keyBytesMax (ringraft.yaml:1): must be a size such as 4096, "64KiB" or "1GiB", got -1',
    ],
    [
      file("limits: { keyBytesMax: 2MiB }"),
      "configuration: limits: keyBytesMax + valueBytesMax must be under entryBytesMax",
    ],
    [
      file("limits: { sessionsMax: 5 }"),
      "configuration: limits.sessionsMax (ringraft.yaml:1): is fixed at 4096: replicas decide by it and must agree; remove it",
    ],
    [
      file("raft: { leaseReads: maybe }"),
      'configuration: raft.leaseReads (ringraft.yaml:1): must be true or false, got "maybe"',
    ],
    [
      file("raft: { electionTimeoutTicks: 5, heartbeatTicks: 2 }"),
      "configuration: raft.electionTimeoutTicks (ringraft.yaml:1): must be at least 3 heartbeats (6), got 5",
    ],
    [
      file("storage: { logBytesMax: 32MiB }"),
      "configuration: storage.logBytesMax (ringraft.yaml:1): must be at least two segments (64MiB), got 32MiB",
    ],
    [
      file("storage: { snapshotBytesPerSecondMin: 1MiB, snapshotsSentMax: 32 }"),
      "configuration: storage.snapshotBytesPerSecondMin (ringraft.yaml:1): must bring a chunk of each snapshot in 4s (2MiB), got 1MiB",
    ],
    [
      file("storage: { snapshotBytesPerSecond: 2MiB, snapshotBytesPerSecondMin: 3MiB }"),
      "configuration: storage.snapshotBytesPerSecondMin (ringraft.yaml:1): must not be over storage.snapshotBytesPerSecond (2MiB), got 3MiB",
    ],
    [
      file("driver: { beatMs: 11s }"),
      "configuration: driver.beatMs (ringraft.yaml:1): must be from 100ms to 10s, got 11s",
    ],
    [
      file("driver: { deadStoreAfterMs: 20s }"),
      "configuration: driver.deadStoreAfterMs (ringraft.yaml:1): must be at least 6 beats (1m), got 20s",
    ],
    [file("- 1"), 'configuration: ringraft.yaml: must be a map of settings, such as "nodeId: 1"'],
    [
      file("nodeId: 1\nnodeId: 2"),
      "configuration: ringraft.yaml:2: not readable as YAML or JSON: Map keys must be unique",
    ],
    [
      file("clusterId: 'a b'"),
      'configuration: clusterId (ringraft.yaml:1): must be 1 to 64 letters, digits, dots, dashes or underscores, got "a b"',
    ],
    [file(three), "configuration: nodeId: say which member this node is (1, 2, 3), with --node-id"],
    [
      { ...file(three), environment: { RINGRAFT_NODE_ID: "4" } },
      "configuration: nodeId (RINGRAFT_NODE_ID): node 4 is not among the members (1, 2, 3)",
    ],
    [
      file("members: 1=a:7400,1=b:7400"),
      "configuration: members (ringraft.yaml:1): lists node 1 twice",
    ],
    [
      file("members: 1=a:7400,2=a:7400"),
      "configuration: members (ringraft.yaml:1): lists a:7400 for node 1 and for node 2",
    ],
    [
      file("members: a:7400"),
      'configuration: members (ringraft.yaml:1): must be like "1=10.0.0.1:7400,2=10.0.0.2:7400", got "a:7400"',
    ],
    [
      file("members: []"),
      "configuration: members (ringraft.yaml:1): must name at least one member",
    ],
    [
      file("members: 1=0.0.0.0:7400"),
      "configuration: members (ringraft.yaml:1): has 0.0.0.0:7400 for node 1, which nobody can connect to; name a host",
    ],
    [
      { flags: [{ flag: "--listen", path: ["listen"], value: "0.0.0.0:7500" }] },
      "configuration: address: say where others reach this node, such as --set address=10.0.0.4:7500",
    ],
    [
      file("listen: '[::]:7400'\njoin: a:7400"),
      "configuration: address: say where others reach this node, such as --set address=10.0.0.4:7400",
    ],
    [
      { flags: [{ flag: "--listen", path: ["listen"], value: ":7400" }] },
      'configuration: listen (--listen): has no host in ":7400"; did you mean "0.0.0.0:7400"?',
    ],
    [
      { flags: [{ flag: "--listen", path: ["listen"], value: "localhost" }] },
      'configuration: listen (--listen): must be host:port, such as 127.0.0.1:7400, got "localhost"',
    ],
    [
      { flags: [{ flag: "--listen", path: ["listen"], value: "localhost:70000" }] },
      'configuration: listen (--listen): has port 70000 in "localhost:70000"; ports are 1 to 65535',
    ],
    [
      file("nodeId: 0\nlisten: x\n"),
      "configuration: 2 problems\n  nodeId (ringraft.yaml:1): must be from 1 to 65535, got 0\n" +
        '  listen (ringraft.yaml:2): must be host:port, such as 127.0.0.1:7400, got "x"',
    ],
  ]
  for (const [parts, expected] of cases) t.equal(refusal(parts), expected)
})

const yamlish = fc.string({
  unit: fc.constantFrom(..."nodeId:raft limits\n-*&!{}[]|>#'\"<<\\%@?,0"),
})

t.test("any text is accepted or refused, never a crash", async () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), yamlish), (text) => {
      refusal(file(text))
    }),
    { numRuns: 1_000 },
  )
})

t.test("nearest finds slips and leaves strangers alone", async (t) => {
  const words = ["endpoints", "keysOnly", "prefix", "limit"]
  t.equal(nearest("endpionts", words), "endpoints")
  t.equal(nearest("keys-only", words), "keysOnly")
  t.equal(nearest("LIMITS", words), "limit")
  t.equal(nearest("consistency", words), undefined)
})

t.test(
  "tiny settings keep the relations of limits, for every seed, alike on all nodes",
  async (t) => {
    const members = [1, 2, 3].map((nodeId) => ({ nodeId, address: `node${nodeId}:7400` }))
    for (let seed = 0; seed < 200; seed += 1) {
      const [first, second] = [1, 2].map((nodeId) => tinyConfig({ nodeId, members, seed }))
      checkLimits(first?.limits ?? defaultLimits)
      t.same(first?.limits, second?.limits)
    }
  },
)

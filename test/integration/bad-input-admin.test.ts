/** What people can not have of ranges, stores and keyspaces: by the command, of real nodes. */
import t from "tap"
import { run } from "../../cmd/ringraft.ts"
import { processIo } from "../../cmd/terminal/io.ts"
import { Cluster } from "./cluster.ts"
import { until } from "./loopback.ts"
import { put } from "./raw-client.ts"

t.setTimeout(240_000)

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs command lines against a node. */
function commandAt(address: string): (line: string) => Promise<Said> {
  return async (line) => {
    let [out, err] = ["", ""]
    const io = {
      ...{ ...processIo, environment: {}, outIsTerminal: false, errIsTerminal: false },
      inIsTerminal: false,
      out: (text: string | Uint8Array) => {
        out += Buffer.from(text).toString()
      },
      err: (text: string) => {
        err += text
      },
    }
    const code = await run(io, [...line.split(" "), "--endpoints", address, "--timeout", "20s"])
    return { code, out, err }
  }
}

/** Three nodes; range 2 ends before m, range 3 begins there; the keyspace "users" has range 4. */
async function clusterOf(t: Parameters<typeof Cluster.start>[0]) {
  const cluster = await Cluster.start(t, ["driver.beatMs=1s", "driver.automatic=off"])
  await cluster.leader()
  const address = cluster
    .client(1)
    .client.getChannel()
    .getTarget()
    .replace(/^[a-z]+:/, "")
  const command = commandAt(address)
  await cluster.client(1).result(put("a"))
  t.equal((await command("range split m")).code, 0)
  t.equal((await command("keyspace create users")).code, 0)
  // What decides about stores and replicas has heard of all of them.
  await until(async () => {
    const { code, out } = await command("store list --output json")
    return code === 0 && JSON.parse(out).every(({ ranges }: { ranges: number }) => ranges === 4)
  }, "all stores have been heard of")
  return { cluster, command }
}

type Row = readonly [line: string, says: RegExp]

const refused: readonly Row[] = [
  ["range split a --range 3", /range 3, .*, goes from "m" to the last one: "a" is not in it/],
  ["range merge 2 4", /range 4 does not follow range 2: range 3 does; nothing was changed/],
  ["range split m", /the split key is the start of range 3: give a key behind its start/],
  ["range merge 3", /range 3 is the last one .*: there is none behind it; .*range merge 2\)/],
  ["range merge 4", /range 4 is the only one of its keyspace/],
  ["range merge 99", /there is no range 99: list them to see which are/],
  ["range move 2 1 2", /range 2 has a replica on store 2 already: .* on stores 1, 2, 3; choose/],
  ["range move 2 9 1", /there is no store 9: the stores are 1, 2, 3 \(/],
  ["range move 2 1 9", /there is no store 9: the stores are 1, 2, 3 \(/],
  ["range move 99 1 2", /there is no range 99, .*: list them to see which are/],
  ["range transfer 99 1", /there is no range 99: list them to see which are/],
  ["range transfer 2 9", /there is no store 9: the stores are 1, 2, 3 \(/],
  ["range check 99", /there is no range 99: list them to see which are/],
  ["store drain 9", /there is no store 9: the stores are 1, 2, 3 \(/],
  ["store decommission 1", /without store 1 there are 2 hosts .* a keyspace wants 3: add a store/],
  ["store labels 9 zone=a", /there is no store 9: the stores are 1, 2, 3 \(/],
  ["keyspace create users", /the keyspace "users" exists \(id 4, 3 replicas\): alter it, or/],
  ["keyspace create Users!", /a keyspace can't be called "Users!": give it a-z/],
  ["keyspace create system", /"system" is the cluster's own, and stays as it is: name another/],
  ["keyspace alter system --replicas 3", /"system" is the cluster's own, and stays as it is/],
  ["keyspace alter nobody --replicas 3", /no keyspace "nobody": `ringraft keyspace list` shows/],
  ["keyspace drop nobody --yes", /no keyspace "nobody": `ringraft keyspace list` shows/],
  ["range split a --keyspace system", /"system" is the cluster's own, and not for clients/],
  ["range split a --keyspace nobody", /no keyspace "nobody": create it/],
  ["operator cancel 77", /no operator 77 is under way: list them to see which are/],
]

t.test("what can't be is refused with the reason, and nothing is changed", async (t) => {
  const { command } = await clusterOf(t)
  const state = async (): Promise<unknown> => {
    const lists = ["range list", "store list", "keyspace list", "operator list"]
    const all = await Promise.all(lists.map((list) => command(`${list} --output json`)))
    // Leaders may move, and sizes are reckoned.
    return all.map(({ out }) => out.replace(/"(leader|leaders|bytes|keys)": [0-9a-z]+/g, ""))
  }
  const before = await state()
  for (const [line, says] of refused) {
    const { code, out, err } = await command(line)
    t.not(code, 0, line)
    t.equal(out, "", line)
    t.match(err, says, line)
  }
  t.same(await state(), before)
})

t.test("the last store with room is not drained", async (t) => {
  const { command } = await clusterOf(t)
  t.equal((await command("store drain 1")).code, 0)
  t.equal((await command("store drain 2")).code, 0)
  const { code, err } = await command("store drain 3")
  t.not(code, 0)
  t.match(err, /store 3 is the last one with room: .*restore another one first/)
  t.match((await command("store list --output json")).out, /"id": 3,[^}]*"state": "up"/)
  for (const id of [1, 2]) t.equal((await command(`store restore ${id}`)).code, 0)
})

t.test("of two who want the same at once, one has it and the other is told why not", async (t) => {
  const { command } = await clusterOf(t)
  const races: readonly Row[] = [
    ["range split t", /is the start of range \d+|ask again/],
    ["range merge 3", /last one of its keyspace|being merged|look it up anew|ask again/],
    ["keyspace create both", /the keyspace "both" exists/],
    ["keyspace drop both --yes", /is being dropped already|no keyspace "both"/],
  ]
  for (const [line, says] of races) {
    const both = await Promise.all([command(line), command(line)])
    const failed = both.filter(({ code }) => code !== 0)
    t.equal(failed.length, 1, `${line}: ${both.map(({ err }) => err)}`)
    t.match(failed[0]?.err, says, line)
  }
})

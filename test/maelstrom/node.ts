/**
 * A Ringraft node for Maelstrom: core, store shell, range machine, log and engine are those of
 * production, on files in a temporary folder; only the network port speaks Maelstrom's protocol.
 */
import { mkdtempSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Dice } from "../../src/base/index.ts"
import { loadConfig } from "../../src/config/index.ts"
import type { Env } from "../../src/env/index.ts"
import { createApi, createNode, type RunningNode } from "../../src/node/index.ts"
import {
  openFileLogDevice,
  openFileMemo,
  openLog,
  openRocksEngine,
  SystemClock,
  systemRandom,
} from "../../src/platform/index.ts"
import { LinKv } from "./lin-kv.ts"
import { MaelstromNetwork } from "./maelstrom-network.ts"
import { errorCodes, LineReader, type MaelstromBody, type MaelstromMessage } from "./protocol.ts"
import { Stirring } from "./stirring.ts"

interface Started {
  readonly name: string
  readonly network: MaelstromNetwork
  readonly node: RunningNode
  readonly linKv: LinKv
  readonly stirring: Stirring
}

/** With this set, each node does one thing to the ranges about as often. */
const stirEveryMs = Number(process.env.RINGRAFT_MAELSTROM_STIR_MS ?? 0)

const folder = mkdtempSync(join(tmpdir(), "ringraft-maelstrom-"))
const clock = new SystemClock()
let started: Started | undefined
let lastMessageId = 0

function emit(src: string, dest: string, body: MaelstromBody): void {
  lastMessageId += 1
  const message: MaelstromMessage = { src, dest, body: { msg_id: lastMessageId, ...body } }
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

async function start(name: string, names: readonly string[]): Promise<Started> {
  const nodeId = names.indexOf(name) + 1
  const members = names.map((each, i) => `${i + 1}=${each}:7400`).join(",")
  const { config } = loadConfig({
    environment: {},
    flags: [
      { flag: "node_id", path: ["nodeId"], value: nodeId },
      { flag: "node_ids", path: ["members"], value: members },
      { flag: "folder", path: ["dataDirectory"], value: folder },
      { flag: "hurry", path: ["driver", "beatMs"], value: "500ms" },
    ],
  })
  const network = new MaelstromNetwork({
    names,
    emit: (dest, body) => emit(name, dest, body),
    clock,
  })
  const env: Env = {
    clock,
    random: systemRandom,
    network,
    engine: await openRocksEngine(join(folder, "data"), {
      cacheBytes: config.storage.engineCacheBytes,
      writeBufferBytes: config.storage.engineWriteBufferBytes,
    }),
    logDevice: await openFileLogDevice(join(folder, "log")),
    memo: openFileMemo(join(folder, "stores")),
    telemetry: openLog({ fields: { nodeId } }),
  }
  const node = await createNode(env, config, { onFatal: stop })
  const residentBytes = (): number => process.memoryUsage.rss()
  const api = createApi(node, env, config, { version: "maelstrom", residentBytes })
  const stirring = new Stirring(api, new Dice(nodeId), names.length)
  if (stirEveryMs > 0) stirNowAndThen(stirring)
  const linKv = new LinKv(node, clock, (key) => stirring.note(key))
  return { name, network, node, linKv, stirring }
}

function stirNowAndThen(stirring: Stirring): void {
  setTimeout(
    () => {
      stirring.step().then(() => stirNowAndThen(stirring), stop)
    },
    (0.5 + Math.random()) * stirEveryMs,
  )
}

function take(message: MaelstromMessage): void {
  const { src, dest, body } = message
  const reply = (answer: MaelstromBody): void =>
    emit(dest, src, { ...answer, in_reply_to: body.msg_id })
  if (body.type === "init") {
    start(String(body.node_id), body.node_ids as string[]).then((running) => {
      started = running
      reply({ type: "init_ok" })
    }, stop)
    return
  }
  if (started !== undefined && body.type === "stir") {
    stir(started.stirring).then(reply, stop)
    return
  }
  if (started === undefined || started.network.take(message) || started.linKv.take(body, reply)) {
    return
  }
  reply({ type: "error", code: errorCodes.notSupported, text: `no ${body.type} here` })
}

/** Not of Maelstrom: the self-test decides when something happens to ranges. */
async function stir(stirring: Stirring): Promise<MaelstromBody> {
  const did = await stirring.step()
  return { type: "stir_ok", did, movesFinished: await stirring.movesFinished() }
}

/** What is wrong goes to standard error, which Maelstrom keeps with the test's results. */
function stop(error?: unknown): void {
  // In one go: what a stream still holds when the process exits is lost.
  if (error !== undefined) writeSync(2, `${error instanceof Error ? error.stack : error}\n`)
  rmSync(folder, { recursive: true, force: true })
  process.exit(error === undefined ? 0 : 1)
}

const lines = new LineReader()
process.stdin.setEncoding("utf8")
process.stdin.on("data", (chunk: string) => {
  for (const line of lines.take(chunk)) take(JSON.parse(line) as MaelstromMessage)
})
process.stdin.on("end", () => stop())
process.on("SIGTERM", () => stop())
process.on("SIGINT", () => stop())

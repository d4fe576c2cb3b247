/** `ringraft serve`: one node, from its configuration to its last breath. */
import { closeSync, fstatSync, writeSync } from "node:fs"
import { Command, InvalidArgumentError, Option } from "commander"
import { type ErrorCode, KvError } from "../src/base/index.ts"
import type { NodeConfig } from "../src/config/index.ts"
import { type Log, type LogLevel, openLog } from "../src/platform/index.ts"
import { type ServedNode, startServedNode } from "./serve/served-node.ts"
import { readSettings, type ServeFlags } from "./serve/settings.ts"
import { configOfStore, storesMax } from "./serve/store-config.ts"
import { Stores } from "./serve/stores.ts"
import { positive } from "./terminal/globals.ts"
import { packageVersion } from "./terminal/io.ts"
import { onStopSignals } from "./terminal/stop-signals.ts"

/** Handing over, draining and closing take less; longer than that is stuck. */
const stopMsMax = 15_000
/** What still holds the process when all is closed is not waited for. */
const lingerMs = 500

export function serveCommand(): Command {
  const levels = ["debug", "info", "warn", "error", "silent"]
  return new Command("serve")
    .description("run one node; alone it is a working cluster of one")
    .option("--config <file>", "settings, as YAML or JSON")
    .option("--cluster-id <name>", "nodes of other clusters are refused")
    .option("--node-id <n>", "which member this node is")
    .option("--join <host:port,…>", "nodes of a running cluster that this one is to join")
    .option("--labels <list>", 'where it is: "zone=a,rack=r1,host=h1"')
    .option("--members <list>", 'all members: "1=10.0.0.1:7400,2=10.0.0.2:7400"')
    .option("--listen <host:port>", "where to listen, when not at the member's address")
    .option("--data <folder>", "where the node keeps its data")
    .option("--stores <n>", "so many on this machine, at this port and those after it", positive)
    .addOption(new Option("--store <n>").argParser(positive).hideHelp())
    .option("--set <setting=value>", "any other setting, as often as needed", collect)
    .addOption(
      new Option("--log-level <level>", "what to log").choices(levels).env("RINGRAFT_LOG_LEVEL"),
    )
    .addOption(
      new Option("--log-file <file>", "where, when not to stderr").env("RINGRAFT_LOG_FILE"),
    )
    .option("--ready-fd <n>", "write a line of JSON to this descriptor once ready", positive)
    .addHelpText("after", examples)
    .action(async (flags: ServeFlags) => {
      try {
        if (flags.store === undefined) checkReadyFd(flags)
        if ((flags.stores ?? 1) === 1 || flags.store !== undefined) await serve(flags)
        else await serveStores(flags)
      } catch (error) {
        if (error instanceof KvError && settled.has(error.code)) {
          throw new InvalidArgumentError(error.message)
        }
        throw error
      }
    })
}

/** Errors that another try with the same settings would meet again: exit code 2. */
const settled: ReadonlySet<ErrorCode> = new Set([
  ...(["invalid_argument", "wrong_cluster", "data_loss"] as const),
])

/**
 * Runs a node until a signal ends it. Rejects with KvError when it can't start. A node that can't
 * go on ends the process with exit code 1, or 2 where its cluster has refused it.
 */
export async function serve(flags: ServeFlags): Promise<void> {
  const { config, warnings } = readSettings(flags, process.env)
  const given = flags.store === undefined ? config : configOfStore(config, flags.store)
  const log = logOf(flags, given)
  for (const reason of warnings) log.warn("configuration", { reason })
  const die = (error: unknown): void => {
    log.error("node failed", { reason: describe(error) })
    process.exit(isExpelled(error) ? 2 : 1)
  }
  process.on("uncaughtException", die)
  process.on("unhandledRejection", die)
  const version = packageVersion()
  const served = await startServedNode({ config: given, telemetry: log, version, onFatal: die })
  if (flags.logFile !== undefined) process.on("SIGHUP", () => log.reopen())
  tellReady(flags, served.config, log, version)
  await stopSignal(log)
  await stopWithin(served, log)
  process.off("uncaughtException", die)
  process.off("unhandledRejection", die)
  log.info("stopped")
  log.close()
  setTimeout(() => process.exit(), lingerMs).unref()
}

/** What else ends a running node, rotten data too, is mended when it starts again. */
function isExpelled(error: unknown): boolean {
  return error instanceof KvError && error.code === "wrong_cluster"
}

/** Runs several stores, each as `serve` in a process of its own, until a signal ends them all. */
async function serveStores(flags: ServeFlags): Promise<void> {
  const { stores = 1 } = flags
  if (stores > storesMax) {
    throw new KvError("invalid_argument", `--stores ${stores}: give ${storesMax} at most`)
  }
  const { config } = readSettings(flags, process.env)
  const log = logOf(flags, config)
  const configs = Array.from({ length: stores }, (_, i) => configOfStore(config, i + 1))
  if (flags.logFile !== undefined) process.on("SIGHUP", () => log.reopen())
  const code = await new Promise<number>((resolve) => {
    const supervisor = new Stores({
      ...{ configs, words: process.argv.slice(2), log, onEnd: resolve },
      onReady: (facts) => tellAllReady(flags, facts, log),
    })
    if (flags.logFile !== undefined) process.on("SIGHUP", () => supervisor.signal("SIGHUP"))
    onStopSignals(["SIGTERM", "SIGINT"], (signal) => {
      log.info("stopping", { signal })
      supervisor.stop()
    })
    supervisor.start()
  })
  log.info("stopped")
  log.close()
  // Whoever did not begin has said why.
  if (code !== 0) process.exit(code)
  setTimeout(() => process.exit(), lingerMs).unref()
}

function tellAllReady(flags: ServeFlags, stores: readonly object[], log: Log): void {
  if (process.stdout.isTTY) process.stdout.write(`all ${stores.length} stores are ready\n`)
  writeReady(flags, { pid: process.pid, stores }, log)
}

/** A line that nobody takes any more changes nothing for a node that serves. */
function writeReady({ readyFd }: ServeFlags, facts: object, log: Log): void {
  if (readyFd === undefined) return
  try {
    writeSync(readyFd, `${JSON.stringify({ ready: true, ...facts })}\n`)
    closeSync(readyFd)
  } catch (error) {
    log.warn("nobody was told that it is ready", { readyFd, reason: (error as Error).message })
  }
}

/** Before anything is opened that may get its number. Throws KvError. */
function checkReadyFd({ readyFd }: ServeFlags): void {
  if (readyFd === undefined || canTake(readyFd)) return
  const message = `--ready-fd ${readyFd}: is not open for this process; open it where that starts`
  throw new KvError("invalid_argument", message)
}

/** What Node opens for itself before, an epoll or an eventfd, is none of these. */
function canTake(fd: number): boolean {
  try {
    const stats = fstatSync(fd)
    return stats.isFIFO() || stats.isSocket() || stats.isFile() || stats.isCharacterDevice()
  } catch {
    return false
  }
}

function logOf(flags: ServeFlags, config: NodeConfig): Log {
  return openLog({
    level: (flags.logLevel ?? "info") as LogLevel,
    fields: {
      ...(config.nodeId === 0 ? {} : { node: config.nodeId }),
      ...(flags.store === undefined ? {} : { store: `${flags.store} of ${flags.stores}` }),
    },
    ...(flags.logFile === undefined ? {} : { path: flags.logFile }),
  })
}

/** For logs always, for programs over a descriptor, for people on a terminal. */
function tellReady(flags: ServeFlags, config: NodeConfig, log: Log, version: string): void {
  const { nodeId, clusterId, listen, dataDirectory } = config
  const facts = { nodeId, clusterId, address: listen, dataDirectory, version, pid: process.pid }
  log.info("ready", facts)
  if (process.stdout.isTTY) {
    process.stdout.write(`node ${nodeId} of cluster ${clusterId} is ready at ${listen}\n`)
  }
  // To who started it, which tells others.
  process.send?.(facts)
  if (flags.store === undefined) writeReady(flags, facts, log)
}

/** Resolves at the first signal to stop. A second one ends the process at once. */
function stopSignal(log: Log): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false
    const onSignal = (signal: NodeJS.Signals): void => {
      if (stopping) process.exit(1)
      stopping = true
      log.info("stopping", { signal })
      resolve()
    }
    onStopSignals(["SIGTERM", "SIGINT"], onSignal)
  })
}

async function stopWithin(served: ServedNode, log: Log): Promise<void> {
  const impatience = setTimeout(() => {
    log.error("stopping takes too long, ending at once", { afterMs: stopMsMax })
    process.exit(1)
  }, stopMsMax)
  await served.stop()
  clearTimeout(impatience)
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const examples = `
Settings come from the file, which RINGRAFT_CONFIG can name, too, then from variables
(RINGRAFT_NODE_ID, RINGRAFT_LIMITS_KEY_BYTES_MAX), then from flags; the later wins.

Examples:
  ringraft serve
  ringraft serve --data /var/lib/ringraft --listen 0.0.0.0:7400 --set address=10.0.0.1:7400
  ringraft serve --node-id 1 --members 1=10.0.0.1:7400,2=10.0.0.2:7400,3=10.0.0.3:7400
  ringraft serve --join 10.0.0.1:7400 --listen 10.0.0.4:7400 --labels zone=b
  ringraft serve --stores 4 --join 10.0.0.1:7400 --listen 10.0.0.5:7400
  ringraft serve --config /etc/ringraft.yaml --set storage.logBytesMax=1GiB`

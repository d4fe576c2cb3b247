import { join } from "node:path"
import type { NodeConfig } from "../../src/config/index.ts"
import type { Memo, Telemetry } from "../../src/env/index.ts"
import { createApi, createNode, type RunningNode } from "../../src/node/index.ts"
import {
  checkPort,
  type DataFolder,
  GrpcServer,
  IdleCollector,
  loadReflection,
  openDataFolder,
  openFileLogDevice,
  openFileMemo,
  openRocksEngine,
  PeerNetwork,
  processHeap,
  SystemClock,
  systemRandom,
} from "../../src/platform/index.ts"
import { joinedConfig } from "./joining.ts"

export interface ServedNodeOptions {
  readonly config: NodeConfig
  readonly telemetry: Telemetry
  readonly version: string
  /** The node must not go on: the process ends, or nothing may use this node any more. */
  readonly onFatal: (error: unknown) => void
}

/** A node of the real world that serves its port. */
export interface ServedNode {
  /** With the node's id, which the cluster may have given. */
  readonly config: NodeConfig
  readonly node: RunningNode
  /** Tells clients to go elsewhere, hands leadership over, drains, lets go of everything. */
  stop(): Promise<void>
}

/** Calls under way get so long after the node itself has stopped. */
const closeGraceMs = 500

/** Each thing that was opened, and how it is closed; closed in the opposite order. */
class Opened {
  readonly #closers: (() => Promise<void>)[] = []

  add(close: () => Promise<void> | void): void {
    this.#closers.push(async () => close())
  }

  async close(): Promise<void> {
    for (let closer = this.#closers.pop(); closer !== undefined; closer = this.#closers.pop()) {
      await closer()
    }
  }
}

/**
 * Opens everything a node needs of this machine and starts it. Throws KvError, with everything
 * closed again, when something can't be had: its message says what to do.
 */
export async function startServedNode(options: ServedNodeOptions): Promise<ServedNode> {
  const opened = new Opened()
  try {
    return await open(options, opened)
  } catch (error) {
    await opened.close().catch((trouble: unknown) => {
      options.telemetry.warn("closing after a failed start failed too", { reason: String(trouble) })
    })
    throw error
  }
}

async function open(options: ServedNodeOptions, opened: Opened): Promise<ServedNode> {
  const { telemetry, version, onFatal } = options
  const { dataDirectory, storage } = options.config
  const folder = await openDataFolder(dataDirectory)
  opened.add(() => folder.release())
  await checkPort(options.config.listen)
  const memo = openFileMemo(join(dataDirectory, "stores"))
  const config = await settled(options.config, folder, memo, telemetry)
  const reflection = await loadReflection()
  const engine = await openRocksEngine(join(dataDirectory, "data"), {
    cacheBytes: storage.engineCacheBytes,
    writeBufferBytes: storage.engineWriteBufferBytes,
    telemetry,
  })
  opened.add(() => engine.close())
  const logDevice = await openFileLogDevice(join(dataDirectory, "log"))
  const clock = new SystemClock()
  const network = new PeerNetwork({ config, storeKey: folder.storeKey, clock, telemetry })
  opened.add(() => network.close())
  const env = { clock, random: systemRandom, network, engine, logDevice, memo, telemetry }
  const node = await createNode(env, config, { onFatal, storeKey: folder.storeKey })
  opened.add(() => node.stop())
  const residentBytes = (): number => process.memoryUsage.rss()
  const api = createApi(node, env, config, { version, residentBytes })
  const server = new GrpcServer({ config, api, network, telemetry, reflection, onFatal })
  await server.listen()
  server.setServing(true)
  const collector = new IdleCollector({
    ...{ clock, heap: processHeap(), telemetry, nodeId: config.nodeId },
    stepAside: () => node.stepAside(),
  })
  collector.start()
  const stop = async (): Promise<void> => {
    collector.stop()
    server.setServing(false)
    await node.stop()
    api.close()
    network.close()
    await server.close(closeGraceMs)
    await engine.close()
    await folder.release()
  }
  let stopped: Promise<void> | undefined
  return {
    config,
    node,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

/** The configuration with this node's id in it, its data folder claimed for that. */
async function settled(
  config: NodeConfig,
  folder: DataFolder,
  memo: Memo,
  telemetry: Telemetry,
): Promise<NodeConfig> {
  const whole =
    config.join.length === 0 ? config : await joinedConfig(config, folder, memo, telemetry)
  await folder.claim(whole)
  return whole
}

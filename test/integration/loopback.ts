/** gRPC servers of nodes on loopback, in this process: real sockets, any service behind them. */
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Test } from "tap"
import { Api, IdBlocks } from "../../src/api/index.ts"
import type { Limits } from "../../src/base/index.ts"
import { defaultLimits } from "../../src/base/index.ts"
import { loadConfig, type NodeConfig } from "../../src/config/index.ts"
import { rangeIdBlock } from "../../src/core/range/index.ts"
import { silentTelemetry, type Telemetry } from "../../src/env/index.ts"
import { GrpcServer, loadReflection, PeerNetwork, SystemClock } from "../../src/platform/index.ts"
import type { OperationService } from "../../src/store/types.ts"
import { MemoryService } from "../api/memory-service.ts"

export interface LoopbackOptions {
  readonly limits?: Partial<Limits>
  readonly service?: OperationService
  readonly telemetry?: Telemetry
  readonly stallMs?: number
}

export interface LoopbackNode {
  readonly config: NodeConfig
  readonly address: string
  readonly network: PeerNetwork
  readonly server: GrpcServer
  readonly api: Api
  /** Ends it as a crash would: connections break, nobody is told. */
  kill(): Promise<void>
}

export async function startLoopback(
  config: NodeConfig,
  options: LoopbackOptions = {},
): Promise<LoopbackNode> {
  const telemetry = options.telemetry ?? silentTelemetry
  const clock = new SystemClock()
  const network = new PeerNetwork({ config, storeKey: `store${config.nodeId}`, clock, telemetry })
  const api = new Api({
    service: options.service ?? new MemoryService(),
    config,
    clock,
    telemetry,
    version: "0.0.0",
    rangeIds: new IdBlocks(rangeIdBlock),
    residentBytes: () => process.memoryUsage.rss(),
  })
  const onFatal = (error: unknown): void => {
    throw error
  }
  const reflection = await loadReflection()
  const { stallMs } = options
  const parts = { config, api, network, telemetry, reflection, onFatal }
  const server = new GrpcServer({ ...parts, ...(stallMs === undefined ? {} : { stallMs }) })
  await server.listen()
  return {
    config,
    address: config.listen,
    network,
    server,
    api,
    kill: async () => {
      network.close()
      await server.close(0)
    },
  }
}

/** A cluster's configurations, on ports that were free a moment ago. */
export async function loopbackConfigs(
  count: number,
  limits: Partial<Limits> = {},
): Promise<NodeConfig[]> {
  const ports = await freePorts(count)
  const members = ports.map((port, i) => `${i + 1}=127.0.0.1:${port}`).join(",")
  return ports.map((_, i) => {
    const flags = [
      { flag: "--members", path: ["members"], value: members },
      { flag: "--node-id", path: ["nodeId"], value: i + 1 },
    ]
    const { config } = loadConfig({ environment: {}, flags })
    return { ...config, limits: { ...defaultLimits, ...limits } }
  })
}

export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports: number[] = []
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address()
    ports.push(typeof address === "object" && address !== null ? address.port : 0)
  }
  for (const server of servers) await new Promise((resolve) => server.close(resolve))
  return ports
}

/** A folder of this test's own, removed after it. */
export function folderOf(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), "ringraft-"))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Mounts a small file system in memory; false where this user may not. */
export function mountMemory(t: Test, folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" })
  } catch {
    t.comment("this user may not mount: left out")
    return false
  }
  t.teardown(() => execFileSync("umount", ["-l", folder]))
  return true
}

/** Looks again and again, a moment apart, until it is so. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 60_000,
): Promise<void> {
  const giveUpMs = performance.now() + withinMs
  while (!(await condition())) {
    if (performance.now() > giveUpMs) throw new Error(`waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

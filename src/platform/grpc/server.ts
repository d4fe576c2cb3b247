import type { Settings } from "node:http2"
import { createServer, type Server as NetServer } from "node:net"
import { Server, ServerCredentials } from "@grpc/grpc-js"
import type { Api } from "../../api/index.ts"
import { assert, KvError, type Limits } from "../../base/index.ts"
import type { NodeConfig } from "../../config/index.ts"
import type { Telemetry } from "../../env/index.ts"
import { clusterMethods, kvMethods, peerMethods } from "./definitions.ts"
import { Health } from "./health.ts"
import { clusterHandlers, kvHandlers } from "./kv-service.ts"
import type { PeerNetwork } from "./peer-network.ts"
import type { Reflection } from "./reflection.ts"

/** Connections that say nothing are asked after so long, and closed when no answer comes. */
const keepaliveMs = 20_000
const keepaliveTimeoutMs = 10_000
/** Bytes of one stream that may be on their way to us unread. */
const windowBytes = 256 * 1_024

export interface GrpcServerOptions {
  readonly config: NodeConfig
  readonly api: Api
  readonly network: PeerNetwork
  readonly telemetry: Telemetry
  readonly reflection: Reflection
  /** A broken promise inside the program: the node must not go on. */
  readonly onFatal: (error: unknown) => void
  /** How long a client may leave what it is answered unread; tests have less patience. */
  readonly stallMs?: number
}

/** The one port of a node: clients and peers, health and reflection, all bounded. */
export class GrpcServer {
  readonly #options: GrpcServerOptions
  readonly #server: Server
  readonly #listener: NetServer
  readonly #health: Health

  constructor(options: GrpcServerOptions) {
    const { config, network, telemetry, reflection } = options
    this.#options = options
    this.#server = boundedServer(config.limits)
    this.#server.addService(kvMethods, kvHandlers(options))
    this.#server.addService(clusterMethods, clusterHandlers(options))
    this.#server.addService(peerMethods, network.handlers)
    this.#health = new Health(this.#server)
    reflection.addToServer(this.#server)
    const injector = this.#server.createConnectionInjector(ServerCredentials.createInsecure())
    this.#listener = createServer({ noDelay: true }, (socket) => injector.injectConnection(socket))
    this.#listener.maxConnections = config.limits.connectionsMax
    this.#listener.on("drop", () => {
      telemetry.warn("connection refused: too many", {
        connectionsMax: config.limits.connectionsMax,
      })
    })
  }

  /** Opens the port. Throws KvError `unavailable` when it can't be had. */
  async listen(): Promise<void> {
    await listenOn(this.#listener, this.#options.config.listen)
    // Without file descriptors for it, say: one connection is lost, not the node.
    this.#listener.on("error", ({ message }) => {
      this.#options.telemetry.warn("connection not taken", { reason: message })
    })
  }

  /** What health checks are told. */
  setServing(serving: boolean): void {
    this.#health.setServing(serving)
  }

  /** Takes no new connections or calls; those under way get `graceMs` to end. */
  async close(graceMs: number): Promise<void> {
    this.setServing(false)
    this.#listener.close()
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, graceMs)
      this.#server.tryShutdown(() => {
        clearTimeout(timer)
        resolve()
      })
    })
    this.#server.forceShutdown()
  }
}

function boundedServer(limits: Limits): Server {
  const server = new Server({
    "grpc.enable_channelz": 0,
    "grpc.max_receive_message_length": limits.messageBytesMax,
    "grpc.max_send_message_length": -1,
    "grpc.max_concurrent_streams": limits.streamsPerConnectionMax,
    "grpc.keepalive_time_ms": keepaliveMs,
    "grpc.keepalive_timeout_ms": keepaliveTimeoutMs,
  })
  setHttp2(server, {
    maxConcurrentStreams: limits.streamsPerConnectionMax,
    maxHeaderListSize: limits.metadataBytesMax,
    initialWindowSize: windowBytes,
  })
  return server
}

/** grpc-js offers no option for these; it hands them on from here. */
function setHttp2(server: Server, settings: Settings): void {
  const inside = server as unknown as { commonServerOptions?: { settings?: Settings } }
  assert(inside.commonServerOptions !== undefined, "grpc-js keeps its HTTP/2 options elsewhere now")
  inside.commonServerOptions.settings = settings
}

/** Finds out early whether a port can be had. Throws KvError `unavailable`. */
export async function checkPort(address: string): Promise<void> {
  const probe = createServer()
  await listenOn(probe, address)
  await new Promise((resolve) => probe.close(resolve))
}

function listenOn(server: NetServer, address: string): Promise<void> {
  const colon = address.lastIndexOf(":")
  const host = address.slice(0, colon).replace(/^\[(.*)\]$/, "$1")
  const port = Number(address.slice(colon + 1))
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => reject(cannotListen(address, error))
    server.once("error", refuse)
    server.listen({ host, port }, () => {
      server.off("error", refuse)
      resolve()
    })
  })
}

function cannotListen(address: string, error: NodeJS.ErrnoException): KvError {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: "another process has it: stop that one, or give another address with --listen",
    EACCES: "this user may not: choose a port of 1024 or above",
    EADDRNOTAVAIL: "this machine does not have that address: give one of its own with --listen",
    ENOTFOUND: "no such host is known: give an address of this machine with --listen",
  }
  const reason = why[error.code ?? ""] ?? error.message
  return new KvError("unavailable", `can't listen on ${address}: ${reason}`)
}

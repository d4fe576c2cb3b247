import type { Dice, LeaderHint, NodeId } from "../base/index.ts"
import { KvError } from "../base/index.ts"
import type { Lane, Network, NetworkHandler } from "../env/index.ts"
import { type FetchWorld, fetchFrom } from "./fetch.ts"
import type { Links } from "./links.ts"
import type { Process } from "./process.ts"
import { fingerprintOf } from "./trace.ts"
import type { World } from "./world.ts"

/** A dead connection is found by keepalive within about this. */
const keepaliveMs = 2_000
const reconnectMs = 100
const inFlightBytesMax = 256 * 1_024

/** Where a node listens now. */
interface Listener {
  readonly process: Process
  readonly handler: NetworkHandler
  readonly knows: (peer: NodeId) => boolean
  /** Empty: not known. */
  readonly clusterKey: () => string
}

/** Whether two nodes are of different clusters, as far as both know theirs. */
function isOfAnother({ clusterKey }: Listener, theirs: string): boolean {
  const own = clusterKey()
  return own !== "" && theirs !== "" && own !== theirs
}

/** One lane's connection from one process to another. */
interface Connection {
  readonly to: NodeId
  readonly lane: Lane
  /** Of the sender, when it connected. */
  readonly clusterKey: string
  /** undefined: nobody listened there. */
  readonly listener: Listener | undefined
  broken: boolean
  lastArrivalMs: number
  inFlightBytes: number
  /** Keepalive is counting. */
  suspected: boolean
  readonly onBroken: (delayMs: number) => void
}

function breakOff(connection: Connection, delayMs: number): void {
  if (connection.broken) return
  connection.broken = true
  connection.onBroken(delayMs)
}

/** Sees every frame between nodes as it is sent. */
export type FrameTap = (from: NodeId, to: NodeId, lane: Lane, frame: Uint8Array) => void

/**
 * The network between nodes. The lanes `raft` and `append` are worse than any real connection: they
 * lose single frames, repeat them, and deliver some seconds later, from connections long gone; the
 * Raft core must stand all that. The lane `forward` behaves as TCP does: whole and in order until
 * the connection breaks, and then what was under way is lost.
 */
export class PeerNetwork {
  readonly #world: World
  readonly #dice: Dice
  readonly #links: Links
  readonly #listeners = new Map<NodeId, Listener>()
  readonly #members: readonly NodeId[]
  readonly #tap: FrameTap
  readonly #describe: (lane: Lane, frame: Uint8Array) => string

  constructor(options: {
    readonly world: World
    readonly dice: Dice
    readonly links: Links
    /** The peers that nodes begin with, whether or not they run; stores tell of others. */
    readonly members: readonly NodeId[]
    readonly tap: FrameTap
    /** Says what is in a frame, for whoever reads the trace. */
    readonly describe?: (lane: Lane, frame: Uint8Array) => string
  }) {
    this.#world = options.world
    this.#dice = options.dice
    this.#links = options.links
    this.#members = options.members
    this.#tap = options.tap
    this.#describe = options.describe ?? (() => "")
  }

  /** The network as one process of a node sees it. */
  portOf(nodeId: NodeId, process: Process): Network {
    return new NetworkPort(this, nodeId, process, this.#members)
  }

  listen(nodeId: NodeId, listener: Listener): void {
    const { process } = listener
    this.#listeners.set(nodeId, listener)
    process.onDeath(() => {
      if (this.#listeners.get(nodeId) === listener) this.#listeners.delete(nodeId)
    })
  }

  /** `onBroken` is called at most once. */
  connect(
    { to, lane, clusterKey }: Pick<Connection, "to" | "lane" | "clusterKey">,
    onBroken: (delayMs: number) => void,
  ): Connection {
    const listener = this.#listeners.get(to)
    const connection = {
      ...{ to, lane, clusterKey },
      listener,
      broken: false,
      lastArrivalMs: this.#world.nowMs,
      inFlightBytes: 0,
      suspected: false,
      onBroken,
    }
    // The machine of a process that died closes its connections.
    listener?.process.onDeath(() => breakOff(connection, this.#links.transitMs()))
    return connection
  }

  fetchWorld(from: NodeId, puller: NodeId, clusterKey: string): FetchWorld {
    const listener = this.#listeners.get(from)
    const refuses = listener !== undefined && isOfAnother(listener, clusterKey)
    return {
      world: this.#world,
      dice: this.#dice,
      links: this.#links,
      server: from,
      puller,
      listener: refuses ? undefined : listener,
    }
  }

  /** True when the frame was taken. */
  transmit(from: NodeId, connection: Connection, frame: Uint8Array): boolean {
    const { to, lane, listener } = connection
    const weather = this.#links.weather
    if (connection.broken || connection.inFlightBytes > inFlightBytesMax) return false
    const copy = frame.slice()
    this.#tap(from, to, lane, frame)
    this.#world.note("send", [from, to, lane, frame.length, fingerprintOf(frame)], () =>
      this.#describe(lane, copy),
    )
    if (listener === undefined || this.#dice.roll(weather.breakChance)) {
      breakOff(connection, 2 * this.#links.transitMs())
      return true
    }
    this.#suspect(from, connection)
    const lossy = lane !== "forward"
    const deliver = (): void => {
      this.#world.note("receive", [from, to, lane, copy.length])
      const another = isOfAnother(listener, connection.clusterKey)
      if (another) breakOff(connection, this.#links.transitMs())
      else if (listener.knows(from)) listener.handler.onFrame(from, lane, copy.slice())
      else {
        breakOff(connection, this.#links.transitMs())
        listener.handler.onStranger(from)
      }
    }
    const passes = !this.#links.isCut(from, to)
    if (lossy && passes && this.#dice.roll(weather.repeatChance)) {
      const lateMs = this.#dice.chance() * 2 * weather.lateMs
      this.#repeat(from, connection, copy, lateMs)
    }
    if (lossy && this.#dice.roll(weather.lossChance)) return true
    const arrivalMs = Math.max(
      connection.lastArrivalMs,
      this.#world.nowMs + this.#links.transitMs(),
    )
    connection.lastArrivalMs = arrivalMs
    connection.inFlightBytes += copy.length
    const lose = (): void => {
      connection.inFlightBytes -= copy.length
    }
    const arrive = (): void => {
      lose()
      if (!connection.broken) deliver()
    }
    this.#links.carry({ from, to, lossy, receiver: listener.process, arrive, lose }, arrivalMs)
    return true
  }

  /**
   * A frame from the past, out of some buffer on the far side: for whoever listens there by then.
   */
  #repeat(from: NodeId, connection: Connection, frame: Uint8Array, lateMs: number): void {
    const { to, lane, clusterKey } = connection
    this.#world.after(this.#links.transitMs() + lateMs, () => {
      const listener = this.#listeners.get(to)
      listener?.process.enter(() => {
        this.#world.note("repeat", [from, to, lane, frame.length])
        if (isOfAnother(listener, clusterKey)) return
        if (listener.knows(from)) listener.handler.onFrame(from, lane, frame.slice())
      })
    })
  }

  /** Finds a connection over a cut link by its silence. */
  #suspect(from: NodeId, connection: Connection): void {
    if (connection.suspected) return
    const silent = (): boolean =>
      this.#links.isCut(from, connection.to) || this.#links.isCut(connection.to, from)
    if (!silent()) return
    connection.suspected = true
    this.#world.after(keepaliveMs * (0.5 + this.#dice.chance()), () => {
      connection.suspected = false
      if (silent()) breakOff(connection, 0)
    })
  }

  reconnectDelayMs(): number {
    return reconnectMs * (0.5 + this.#dice.chance())
  }
}

class NetworkPort implements Network {
  readonly #network: PeerNetwork
  readonly #nodeId: NodeId
  readonly #process: Process
  readonly #connections = new Map<string, Connection>()
  readonly #silentUntil = new Map<string, boolean>()
  #peers: ReadonlySet<NodeId>
  #clusterKey = ""
  #handler: NetworkHandler | undefined

  constructor(network: PeerNetwork, nodeId: NodeId, process: Process, members: readonly NodeId[]) {
    this.#network = network
    this.#nodeId = nodeId
    this.#process = process
    this.#peers = new Set(members)
  }

  listen(handler: NetworkHandler): void {
    this.#handler = handler
    if (!this.#process.alive) return
    const knows = (peer: NodeId): boolean => this.#peers.has(peer)
    const clusterKey = (): string => this.#clusterKey
    this.#network.listen(this.#nodeId, { process: this.#process, handler, knows, clusterKey })
  }

  setPeers(peers: readonly LeaderHint[]): void {
    this.#peers = new Set(peers.map(({ nodeId }) => nodeId))
    for (const [key, connection] of this.#connections) {
      if (this.#peers.has(connection.to)) continue
      this.#connections.delete(key)
      connection.broken = true
      this.#process.after(0, () => this.#handler?.onDisconnect(connection.to, connection.lane))
    }
  }

  /** Disks are not exchanged here: stores are who they say. */
  identify({ clusterKey }: { readonly clusterKey: string }): void {
    this.#clusterKey = clusterKey
  }

  send(to: NodeId, lane: Lane, frame: Uint8Array): boolean {
    if (!this.#process.alive || to === this.#nodeId || !this.#peers.has(to)) return false
    const key = `${to}/${lane}`
    if (this.#silentUntil.get(key) === true) return false
    let connection = this.#connections.get(key)
    if (connection === undefined) {
      const clusterKey = this.#clusterKey
      connection = this.#network.connect({ to, lane, clusterKey }, (delayMs) => {
        this.#process.after(delayMs, () => this.#onBroken(key, to, lane))
      })
      this.#connections.set(key, connection)
    }
    return this.#network.transmit(this.#nodeId, connection, frame)
  }

  fetch(from: NodeId, request: Uint8Array, signal: AbortSignal): AsyncIterable<Uint8Array> {
    const world = this.#network.fetchWorld(from, this.#nodeId, this.#clusterKey)
    if (world.listener === undefined) {
      return failing(this.#process, new KvError("unavailable", `node ${from} is not reachable`))
    }
    return fetchFrom(world, this.#process, request.slice(), signal)
  }

  #onBroken(key: string, to: NodeId, lane: Lane): void {
    this.#connections.delete(key)
    this.#silentUntil.set(key, true)
    this.#process.after(this.#network.reconnectDelayMs(), () => this.#silentUntil.delete(key))
    this.#handler?.onDisconnect(to, lane)
  }
}

function failing(process: Process, error: KvError): AsyncIterable<Uint8Array> {
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    await process.sleep(1)
    throw error
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

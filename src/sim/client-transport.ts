import { type Dice, KvError } from "../base/index.ts"
import type { ClientTransport, SessionStream, SessionStreamHandler } from "../env/index.ts"
import type { HostId, Links } from "./links.ts"
import type { Process } from "./process.ts"
import type { World } from "./world.ts"

/** A connection over which nothing comes through is given up after about this. */
const keepaliveMs = 2_000
/** What a connection takes before it asks its sender to wait. */
const windowBytes = 32 * 1_024

/** The serving side of a session, as the API layer makes it. */
export interface ServedSession {
  onFrame(frame: Uint8Array): void
  onDrain(): void
  onClose(): void
}

/** Where a node listens for clients now. */
export interface ClientEndpoint {
  readonly host: HostId
  readonly process: Process
  openSession(peer: {
    send(frame: Uint8Array): boolean
    close(error: KvError): void
  }): ServedSession
}

export interface ClientNetwork {
  readonly world: World
  readonly dice: Dice
  readonly links: Links
  /** Who listens at an address now. */
  endpointAt(address: string): ClientEndpoint | undefined
}

/** The network as one client machine sees it. */
export class SimClientTransport implements ClientTransport {
  readonly #network: ClientNetwork
  readonly #host: HostId
  readonly #process: Process
  readonly #streams = new Set<Stream>()

  constructor(network: ClientNetwork, host: HostId, process: Process) {
    this.#network = network
    this.#host = host
    this.#process = process
  }

  open(address: string, handler: SessionStreamHandler): SessionStream {
    const client = { host: this.#host, process: this.#process, handler }
    const stream = new Stream(this.#network, client, address)
    this.#streams.add(stream)
    return stream
  }

  close(): void {
    for (const stream of this.#streams) stream.close()
    this.#streams.clear()
  }
}

interface Client {
  readonly host: HostId
  readonly process: Process
  readonly handler: SessionStreamHandler
}

/** One direction of a connection. */
interface Direction {
  lastArrivalMs: number
  inFlightBytes: number
  blocked: boolean
}

/**
 * One connection, as TCP has it: whole and in order until it breaks; then what was under way is
 * lost, in both directions. A cut link delays it until keepalive gives up.
 */
class Stream implements SessionStream {
  readonly #network: ClientNetwork
  readonly #client: Client
  readonly #endpoint: ClientEndpoint | undefined
  #session: ServedSession | undefined
  #state: "open" | "closed" | "broken" = "open"
  readonly #up: Direction = { lastArrivalMs: 0, inFlightBytes: 0, blocked: false }
  readonly #down: Direction = { lastArrivalMs: 0, inFlightBytes: 0, blocked: false }

  constructor(network: ClientNetwork, client: Client, address: string) {
    this.#network = network
    this.#client = client
    this.#endpoint = network.endpointAt(address)
    const { world, links } = network
    if (this.#endpoint === undefined) {
      client.process.after(2 * links.transitMs(), () => this.#breakOff("connection refused"))
      return
    }
    this.#carryUp(0, () => this.#accept())
    this.#endpoint.process.onDeath(() => {
      const delayMs = this.#silent() ? keepaliveMs : links.transitMs()
      world.after(delayMs, () => this.#breakOff("the node closed the connection"))
    })
    this.#keepAlive(false)
  }

  send(frame: Uint8Array): boolean {
    if (this.#state !== "open" || this.#endpoint === undefined || !this.#client.process.alive)
      return true
    if (this.#rollBreak()) return true
    const copy = frame.slice()
    this.#carryUp(copy.length, () => this.#session?.onFrame(copy))
    return !this.#up.blocked
  }

  /** The client is done with it; the node hears of it later. */
  close(): void {
    if (this.#state !== "open") return
    this.#carryUp(0, () => this.#session?.onClose())
    this.#state = "closed"
  }

  #accept(): void {
    this.#session = this.#endpoint?.openSession({
      send: (frame) => this.#answer(frame),
      close: (error) => this.#closeDown(error),
    })
  }

  #answer(frame: Uint8Array): boolean {
    if (this.#state !== "open" || this.#endpoint?.process.alive !== true || this.#rollBreak())
      return true
    const copy = frame.slice()
    this.#carryDown(copy.length, () => this.#client.handler.onFrame(copy))
    return !this.#down.blocked
  }

  #closeDown(error: KvError): void {
    if (this.#state !== "open" || this.#endpoint?.process.alive !== true) return
    this.#carryDown(0, () => {
      this.#state = "broken"
      this.#client.handler.onClose(error)
    })
  }

  #carryUp(bytes: number, arrive: () => void): void {
    const endpoint = this.#endpoint
    if (endpoint === undefined) return
    this.#carry(this.#up, bytes, {
      from: this.#client.host,
      to: endpoint.host,
      sender: this.#client.process,
      receiver: endpoint.process,
      arrive: () => {
        // What the client sent before it closed still arrives.
        if (this.#state !== "broken") arrive()
      },
      drain: () => this.#client.handler.onDrain(),
    })
  }

  #carryDown(bytes: number, arrive: () => void): void {
    const endpoint = this.#endpoint
    if (endpoint === undefined) return
    this.#carry(this.#down, bytes, {
      from: endpoint.host,
      to: this.#client.host,
      sender: endpoint.process,
      receiver: this.#client.process,
      arrive: () => {
        if (this.#state === "open") arrive()
      },
      drain: () => this.#session?.onDrain(),
    })
  }

  #carry(
    direction: Direction,
    bytes: number,
    parcel: {
      readonly from: HostId
      readonly to: HostId
      readonly sender: Process
      readonly receiver: Process
      readonly arrive: () => void
      readonly drain: () => void
    },
  ): void {
    const { world, links } = this.#network
    const { from, to, sender, receiver } = parcel
    direction.lastArrivalMs = Math.max(direction.lastArrivalMs, world.nowMs + links.transitMs())
    direction.inFlightBytes += bytes
    if (direction.inFlightBytes > windowBytes) direction.blocked = true
    const arrive = (): void => {
      direction.inFlightBytes -= bytes
      parcel.arrive()
      if (!direction.blocked || direction.inFlightBytes > windowBytes / 2) return
      direction.blocked = false
      sender.after(links.transitMs(), () => {
        if (this.#state === "open") parcel.drain()
      })
    }
    links.carry({ from, to, lossy: false, receiver, arrive }, direction.lastArrivalMs)
  }

  #rollBreak(): boolean {
    const { dice, links } = this.#network
    if (!dice.roll(links.weather.breakChance)) return false
    this.#breakOff("connection reset")
    return true
  }

  /** Looks from time to time whether anything can come through; twice in vain is enough. */
  #keepAlive(silentBefore: boolean): void {
    const { world, dice } = this.#network
    world.after(keepaliveMs * (0.25 + 0.5 * dice.chance()), () => {
      if (this.#state !== "open") return
      const silent = this.#silent()
      if (silent && silentBefore) this.#breakOff("nothing came through")
      else this.#keepAlive(silent)
    })
  }

  #silent(): boolean {
    const { links } = this.#network
    const [client, node] = [this.#client.host, this.#endpoint?.host ?? 0]
    return links.isCut(client, node) || links.isCut(node, client)
  }

  /** Ends the connection for both sides; what is under way is lost. */
  #breakOff(why: string): void {
    if (this.#state === "broken") return
    const wasOpen = this.#state === "open"
    this.#state = "broken"
    const { handler, process } = this.#client
    if (wasOpen) process.after(0, () => handler.onClose(new KvError("unavailable", why)))
    this.#endpoint?.process.after(0, () => this.#session?.onClose())
  }
}

import type { Client, Metadata, ServiceError } from "@grpc/grpc-js"
import {
  emptyBytes,
  frameBytesMax,
  type KvError,
  type LeaderHint,
  type NodeId,
} from "../../base/index.ts"
import type { NodeConfig } from "../../config/index.ts"
import { type Clock, type Lane, lanes, type Telemetry, type Timer } from "../../env/index.ts"
import { openChannel } from "./channels.ts"
import { peerMethods } from "./definitions.ts"
import { FrameAssembler, frameOverheadBytesMax, wrapPart } from "./frames.ts"
import { checkKeys, introduce, type PeerIdentity } from "./peer-identity.ts"
import { kvErrorOf, kvErrorOfStatus } from "./status.ts"

/** A peer that does not answer for this long is dialled anew: half-open connections end here. */
const connectMsMax = 2_000
const backoffMsMin = 40
const backoffMsMax = 500

/** Small frames, often: silence is noticed soon. */
const raftKeepalive = { keepaliveMs: 2_000, keepaliveTimeoutMs: 2_000 }
/** On a thin line a ping may have to wait for a full window of entries. */
const bulkKeepalive = { keepaliveMs: 5_000, keepaliveTimeoutMs: 15_000 }
const bulkWindowBytes = 1_024 * 1_024

export interface PeerLinkOptions {
  readonly peer: LeaderHint
  readonly config: NodeConfig
  readonly self: () => PeerIdentity
  readonly clock: Clock
  readonly telemetry: Telemetry
  readonly onFrame: (from: NodeId, lane: Lane, frame: Uint8Array) => void
  readonly onDisconnect: (peer: NodeId, lane: Lane) => void
}

/** One lane on its way up or up. Each try is a connection of its own. */
interface Dial {
  readonly client: Client
  readonly close: () => void
  open: boolean
}

/**
 * What this node receives from one peer: it opens each lane at the peer, and opens it again
 * whenever it breaks. The raft lane goes first and speaks for the others: while it is down, so are
 * they.
 */
export class PeerLink {
  readonly #options: PeerLinkOptions
  readonly #dials = new Map<Lane, Dial>()
  readonly #waiting = new Map<Lane, Timer>()
  #failures = 0
  #toldOfLoss = false
  #closed = false

  constructor(options: PeerLinkOptions) {
    this.#options = options
  }

  start(): void {
    this.#dial("raft")
  }

  /** The peer was heard of: whatever waits before it dials again need not. */
  hurry(): void {
    this.#failures = 0
    for (const lane of [...this.#waiting.keys()]) this.#dial(lane)
  }

  close(): void {
    this.#closed = true
    for (const timer of this.#waiting.values()) timer.cancel()
    this.#waiting.clear()
    for (const dial of this.#dials.values()) dial.close()
    this.#dials.clear()
  }

  #dial(lane: Lane): void {
    this.#waiting.get(lane)?.cancel()
    this.#waiting.delete(lane)
    if (this.#closed || this.#dials.has(lane)) return
    const dial = this.#open(lane, {
      onOpen: () => {
        dial.open = true
        this.#onOpen(lane)
      },
      onGone: (error) => {
        if (this.#dials.get(lane) === dial) this.#onGone(lane, dial, error)
      },
    })
    this.#dials.set(lane, dial)
  }

  /** Opens a connection and on it a stream. Nothing is called before this returns. */
  #open(lane: Lane, on: { onOpen: () => void; onGone: (error: KvError) => void }): Dial {
    const { peer, config, self, clock, telemetry, onFrame } = this.#options
    const client = openChannel(peer.address, {
      receiveBytesMax: config.limits.peerFrameBytesMax + frameOverheadBytesMax,
      windowBytes: lane === "raft" ? 0 : bulkWindowBytes,
      ...(lane === "raft" ? raftKeepalive : bulkKeepalive),
    })
    const { path, requestSerialize, responseDeserialize } = peerMethods.Stream
    const call = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      wrapPart(emptyBytes),
      introduce(self(), peer.nodeId, lane),
    )
    const assembler = new FrameAssembler(frameBytesMax(config.limits))
    let over = false
    const end = (error: KvError): void => {
      if (over) return
      over = true
      patience.cancel()
      call.cancel()
      client.close()
      on.onGone(error)
    }
    const patience = clock.after(connectMsMax, () => {
      end(kvErrorOfStatus({ code: 14, details: `no answer within ${connectMsMax} ms` }))
    })
    call.on("metadata", (metadata: Metadata) => {
      patience.cancel()
      if (over) return
      try {
        checkKeys(metadata, self(), peer.nodeId)
        on.onOpen()
      } catch (error) {
        const { message: reason } = kvErrorOf(error)
        telemetry.error("peer refused", { peer: peer.nodeId, address: peer.address, reason })
        end(kvErrorOfStatus({ code: 14, details: reason }))
      }
    })
    call.on("data", (message: Buffer) => {
      if (over) return
      try {
        const frame = assembler.take(message)
        if (frame !== undefined) onFrame(peer.nodeId, lane, frame)
      } catch (error) {
        end(kvErrorOf(error))
      }
    })
    call.on("error", (error) => end(kvErrorOfStatus(error as ServiceError)))
    call.on("end", () => end(kvErrorOfStatus({ code: 14, details: "the peer ended the stream" })))
    const close = (): void => {
      over = true
      patience.cancel()
      call.cancel()
      client.close()
    }
    return { client, close, open: false }
  }

  #onOpen(lane: Lane): void {
    if (lane !== "raft") return
    const { peer, telemetry } = this.#options
    this.#failures = 0
    this.#toldOfLoss = false
    telemetry.info("peer reached", { peer: peer.nodeId, address: peer.address })
    for (const other of lanes) this.#dial(other)
  }

  #onGone(lane: Lane, dial: Dial, error: KvError): void {
    const { peer, onDisconnect } = this.#options
    this.#dials.delete(lane)
    if (lane === "raft") {
      this.#tellOfLoss(error)
      this.#dropOthers()
    }
    if (lane === "raft" || this.#dials.get("raft")?.open === true) this.#dialLater(lane)
    if (dial.open) onDisconnect(peer.nodeId, lane)
  }

  #dropOthers(): void {
    const { peer, onDisconnect } = this.#options
    for (const timer of this.#waiting.values()) timer.cancel()
    this.#waiting.clear()
    for (const [lane, dial] of [...this.#dials]) {
      this.#dials.delete(lane)
      dial.close()
      if (dial.open) onDisconnect(peer.nodeId, lane)
    }
  }

  #dialLater(lane: Lane): void {
    const delayMs = backoffMs(this.#failures)
    this.#failures += 1
    this.#waiting.set(
      lane,
      this.#options.clock.after(delayMs, () => this.#dial(lane)),
    )
  }

  /** Once for each time that the peer is lost, not for each try. */
  #tellOfLoss(error: KvError): void {
    const { peer, telemetry } = this.#options
    const { nodeId, address } = peer
    const fields = { peer: nodeId, address, code: error.code, reason: error.message }
    if (error.code === "wrong_cluster") telemetry.error("peer refuses this node", fields)
    else if (this.#toldOfLoss) telemetry.debug("peer not reached", fields)
    else telemetry.warn("peer not reached", fields)
    this.#toldOfLoss = true
  }
}

/** How long to wait before the next try: longer with each failure, never the same for two nodes. */
export function backoffMs(failures: number): number {
  const steady = Math.min(backoffMsMax, backoffMsMin * 1.6 ** Math.min(failures, 16))
  return steady * (0.75 + Math.random() / 2)
}

import { KvError, type LogIndex, type NodeId, type RangeId } from "../base/index.ts"
import type { Network } from "../env/index.ts"
import { decodeSnapshotChunk, encodeSnapshotRequest } from "../wire/index.ts"
import type { SnapshotTraffic } from "./snapshot-traffic.ts"

/** So many connections may break one after the other without a chunk between them. */
const breaksMax = 3
const reconnectMs = 300

interface FetchOptions {
  readonly network: Pick<Network, "fetch">
  readonly traffic: Pick<SnapshotTraffic, "wait" | "arrived">
  readonly rangeId: RangeId
  readonly from: NodeId
  /** The least applied index that will do. */
  readonly indexMin: LogIndex
  readonly signal: AbortSignal
}

/**
 * The chunks of one snapshot, in order, over as many connections as it takes. Fails where the
 * sender refuses, or has let go of that point in time: then another snapshot has to begin.
 */
export async function* fetchSnapshot(options: FetchOptions): AsyncGenerator<Uint8Array> {
  const { network, traffic, rangeId, from, indexMin, signal } = options
  let index = indexMin
  let chunksTaken = 0
  for (let breaks = 0; ; ) {
    const request = encodeSnapshotRequest({ rangeId, index, chunksTaken })
    try {
      for await (const chunk of network.fetch(from, request, signal)) {
        if (chunksTaken === 0) index = decodeSnapshotChunk(chunk).header?.meta.index ?? index
        chunksTaken += 1
        traffic.arrived(rangeId, chunk.length)
        breaks = 0
        yield chunk
      }
      return
    } catch (error) {
      breaks += 1
      if (signal.aborted || chunksTaken === 0 || breaks > breaksMax || !isBreak(error)) throw error
    }
    await traffic.wait(reconnectMs)
  }
}

/** A sender that is there and can't go on says `state_changed`. */
function isBreak(error: unknown): boolean {
  return error instanceof KvError && error.code === "unavailable"
}

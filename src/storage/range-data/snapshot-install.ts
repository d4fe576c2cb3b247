import { KvError, type RangeId } from "../../base/index.ts"
import type { AppliedState, SessionImage } from "../../core/range/types.ts"
import type { EngineWrite } from "../../env/index.ts"
import { decodeSnapshotChunk, type SnapshotHeader, type SnapshotPair } from "../../wire/index.ts"
import { expiryRowValue } from "./encode-batch.ts"
import type { ExpiryIndex } from "./expiry-index.ts"
import {
  checkpointWrite,
  endWrites,
  loadSessions,
  markWrite,
  OrderCheck,
  stateWrite,
} from "./image.ts"
import { type ImageContext, ImageWalk } from "./image-walk.ts"
import { keyHeadBytes } from "./keys.ts"
import { corruptRecord, unseal } from "./sealed-record.ts"

const clearedBytes = 256 * 1_024

export interface InstallOptions extends ImageContext {
  readonly expiries: ExpiryIndex
  readonly rangeId: RangeId
  /** Other ranges have their data on this engine: only what is this one's may go. */
  readonly sharesEngine: boolean
  /** A snapshot below this would take back what is applied here. */
  readonly indexMin: number
  /** The old data is about to go: nothing may be read from here on. */
  readonly onBegin: () => void
  /** The old data is there as it was: there was no space for what replaces it. */
  readonly onNothingDone: () => void
  /** Variant: the data counts from the first moment on, not from the last. */
  readonly serveHalf: boolean
}

/**
 * Replaces a range by what the chunks bring. Where the old data is, or was, the mark says so: it
 * takes the place of all of it in one step, or is durable before the first of it goes. The mark
 * goes in the last write, which has to be durable. A stream that breaks, or is not whole, leaves
 * the mark. Nothing is touched before the first chunk is here.
 */
export async function installSnapshot(
  options: InstallOptions,
  frames: AsyncIterable<Uint8Array>,
): Promise<{ readonly state: AppliedState; readonly sessions: SessionImage }> {
  const order = new OrderCheck(false)
  let state: AppliedState | undefined
  let pairsSeen = 0
  let complete = false
  for await (const frame of frames) {
    if (complete) throw corruptRecord("a snapshot went on after its last chunk")
    const chunk = decodeSnapshotChunk(frame)
    if (state === undefined) {
      state = checkHeader(options, chunk.header)
      await begin(options, state)
    }
    await writePairs(options, chunk.pairs, order)
    pairsSeen += chunk.pairs.length
    complete = chunk.last
    if (complete && chunk.pairsTotal !== pairsSeen) {
      throw corruptRecord(`a snapshot of ${chunk.pairsTotal} pairs came with ${pairsSeen}`)
    }
  }
  if (state === undefined || !complete)
    throw corruptRecord("a snapshot ended before its last chunk")
  return { state, sessions: await finish(options, state) }
}

function checkHeader(options: InstallOptions, header: SnapshotHeader | undefined): AppliedState {
  if (header === undefined) throw corruptRecord("a snapshot came without its header")
  const { index, term, configuration } = header.meta
  if (header.rangeId !== options.rangeId) {
    throw corruptRecord(`a snapshot of range ${header.rangeId} came for ${options.rangeId}`)
  }
  if (index < options.indexMin) {
    throw new KvError("unavailable", `a snapshot at ${index} came, ${options.indexMin} is applied`)
  }
  return { index, term, time: header.time, configuration }
}

async function begin(options: InstallOptions, state: AppliedState): Promise<void> {
  const { engine, keys, expiries, serveHalf } = options
  options.onBegin()
  const first = serveHalf ? stateWrite(keys, state) : markWrite(keys, state)
  const writes = [first, ...endWrites(keys)]
  try {
    if (options.sharesEngine) await engine.write(writes, { sync: true })
    else await engine.replaceAll(writes)
  } catch (error) {
    if (error instanceof KvError && error.code === "disk_full") options.onNothingDone()
    throw error
  }
  if (options.sharesEngine) await clear(options)
  expiries.forget()
}

/**
 * Removes what the range holds, record by record. Each is checked: one that is read at another key
 * than its own would stay behind and come back. Rows of the expiry index stand for nothing then,
 * and go as such.
 */
async function clear(context: ImageContext): Promise<void> {
  const walk = new ImageWalk(context, clearedBytes)
  try {
    for (;;) {
      const pairs = await walk.next(clearedBytes)
      if (pairs.length === 0) return
      const writes = pairs.map(({ key }) => ({ type: "del", key }) as const)
      await context.engine.write(writes, { sync: false })
    }
  } finally {
    await walk.close()
  }
}

async function writePairs(
  { engine, keys, reader, expiries }: InstallOptions,
  pairs: readonly SnapshotPair[],
  order: OrderCheck,
): Promise<void> {
  const writes: EngineWrite[] = []
  for (const { key, value } of pairs) {
    const type = keys.readImageKey(key)?.type
    order.next(key)
    if (type === "cell") {
      const cell = reader.read(value, key.subarray(keyHeadBytes))
      if (cell.expiresAtMs !== 0) {
        expiries.note(cell.expiresAtMs)
        const row = keys.expiry(cell.expiresAtMs, cell.key)
        writes.push({ type: "put", key: row, value: expiryRowValue })
      }
    } else if (type === "session" || type === "forgotten" || type === "chunk") unseal(key, value)
    else throw corruptRecord("a snapshot brought a record that belongs to no range image")
    writes.push({ type: "put", key, value })
  }
  await engine.write(writes, { sync: false })
}

async function finish(options: InstallOptions, state: AppliedState): Promise<SessionImage> {
  const { engine, keys } = options
  // Before the mark goes: what can't be read back must not count.
  const sessions = await loadSessions(engine, keys)
  const writes: EngineWrite[] = [
    { type: "del", key: keys.mark },
    stateWrite(keys, state),
    checkpointWrite(keys, state.index),
  ]
  await engine.write(writes, { sync: true })
  return sessions
}

import { KvError, type RangeId } from "../../base/index.ts"
import type { AppliedState, SessionImage } from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { decodeSnapshotChunk, type SnapshotHeader, type SnapshotPair } from "../../wire/index.ts"
import type { CellReader } from "./cell-record.ts"
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
import { ImageWalk } from "./image-walk.ts"
import { isLost, keyHeadBytes, RangeKeys } from "./keys.ts"
import type { Neighbours } from "./neighbours.ts"
import { corruptRecord, unseal } from "./sealed-record.ts"

const clearedBytes = 256 * 1_024

export interface InstallOptions {
  readonly engine: Engine
  readonly reader: CellReader
  /** Of what is here now; the snapshot may be of a smaller range. */
  readonly keysBefore: RangeKeys
  readonly expiries: ExpiryIndex
  readonly rangeId: RangeId
  readonly neighbours: Pick<Neighbours, "claim" | "lettingGo">
  /** What is here is too damaged for its records to be removed one by one. */
  readonly letGoOfAll: () => Promise<void>
  /** A snapshot below this would take back what is applied here. */
  readonly indexMin: number
  /** The old data is about to go: nothing may be read from here on. */
  readonly onBegin: () => void
  /** Nothing of the old data is left: the range is what the snapshot says from here on. */
  readonly onPlace: (state: AppliedState) => void
  /** Variant: the data counts from the first moment on, not from the last. */
  readonly serveHalf: boolean
}

/** The same with the keys of what the snapshot brings. */
type Installing = InstallOptions & { readonly keys: RangeKeys }

/**
 * Replaces a range by what the chunks bring. The mark that says so is durable before the first of
 * the old data goes. It goes in the last write, which has to be durable. A stream that breaks, or
 * is not whole, leaves the mark. Nothing is touched before the first chunk is here.
 */
export async function installSnapshot(
  options: InstallOptions,
  frames: AsyncIterable<Uint8Array>,
): Promise<{ readonly state: AppliedState; readonly sessions: SessionImage }> {
  const order = new OrderCheck(false)
  let state: AppliedState | undefined
  let context: Installing | undefined
  let pairsSeen = 0
  let complete = false
  for await (const frame of frames) {
    if (complete) throw corruptRecord("a snapshot went on after its last chunk")
    if (options.neighbours.lettingGo) {
      throw new KvError("unavailable", "the engine is about to let go of everything")
    }
    const chunk = decodeSnapshotChunk(frame)
    if (context === undefined || state === undefined) {
      state = checkHeader(options, chunk.header)
      context = { ...options, keys: new RangeKeys(state.descriptor) }
      await begin(context, state)
    }
    await writePairs(context, chunk.pairs, order)
    pairsSeen += chunk.pairs.length
    complete = chunk.last
    if (complete && chunk.pairsTotal !== pairsSeen) {
      throw corruptRecord(`a snapshot of ${chunk.pairsTotal} pairs came with ${pairsSeen}`)
    }
  }
  if (context === undefined || state === undefined || !complete)
    throw corruptRecord("a snapshot ended before its last chunk")
  return { state, sessions: await finish(context, state) }
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
  if (!options.neighbours.claim(header.range)) {
    throw new KvError("unavailable", "a snapshot came of keys that another range has here")
  }
  return { index, term, time: header.time, configuration, descriptor: header.range }
}

async function begin(options: Installing, state: AppliedState): Promise<void> {
  const { engine, keys, keysBefore, expiries, serveHalf } = options
  const empty = keysBefore.descriptor.version === 0
  if (isLost(keysBefore.descriptor)) await options.letGoOfAll()
  // Until it is gone, the mark is of what may still be here.
  const { descriptor } = empty ? keys : keysBefore
  const mark = markWrite(keys, { ...state, descriptor })
  const writes = serveHalf ? [] : [mark]
  if (!empty) writes.push(...endWrites(keysBefore))
  await engine.write([...writes, ...endWrites(keys)], { sync: true })
  // Not before: where there was no space, all that was applied is still needed.
  options.onBegin()
  if (!empty) {
    await clear(options)
    // From here on others may come to what is not its any more: not even a restart clears that.
    if (!serveHalf) await engine.write([markWrite(keys, state)], { sync: true })
  }
  if (serveHalf) await engine.write([stateWrite(keys, state)], { sync: true })
  options.onPlace(state)
  expiries.forget()
}

/**
 * Removes what the range holds, record by record. Each is checked: one that is read at another key
 * than its own would stay behind and come back. Rows of the expiry index stand for nothing then,
 * and go as such.
 */
async function clear({ engine, reader, keysBefore: keys, ...rest }: Installing): Promise<void> {
  const walk = new ImageWalk({ engine, keys, reader }, clearedBytes)
  try {
    for (;;) {
      const pairs = await walk.next(clearedBytes)
      if (pairs.length === 0) return
      const writes = pairs.map(({ key }) => ({ type: "del", key }) as const)
      await engine.write(writes, { sync: false })
    }
  } catch (error) {
    if (!(error instanceof KvError) || error.code !== "data_loss") throw error
    await rest.letGoOfAll()
  } finally {
    await walk.close()
  }
}

async function writePairs(
  { engine, keys, reader, expiries }: Installing,
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

async function finish(options: Installing, state: AppliedState): Promise<SessionImage> {
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

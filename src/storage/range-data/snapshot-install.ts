import { KvError } from "../../base/index.ts"
import type { RangeSize } from "../../core/range/index.ts"
import type { AppliedState, RangeImage, SessionImage } from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { expiryRowValue } from "./encode-batch.ts"
import type { ExpiryIndex } from "./expiry-index.ts"
import { withFreshView } from "./fresh-view.ts"
import { checkpointWrite, endWrites, loadSessions, markWrite, stateWrite } from "./image.ts"
import { ImageWalk } from "./image-walk.ts"
import { isLost, RangeKeys } from "./keys.ts"
import { type ReceiveOptions, receiveSnapshot } from "./snapshot-receive.ts"
import type { StagedRecord, StagedSnapshot } from "./staging.ts"

export interface InstallOptions extends ReceiveOptions {
  readonly engine: Engine
  /** About what is moved, or removed, at once. */
  readonly lotBytes: number
  /** Of what is here now; the snapshot may be of a smaller range. */
  readonly keysHere: () => RangeKeys
  readonly expiries: ExpiryIndex
  /** What is here is not to be read any more. */
  readonly installing: () => boolean
  /** What is here is too damaged for its records to be removed one by one. */
  readonly letGoOfAll: () => Promise<void>
  /** The old data is about to go: nothing may be read from here on. */
  readonly onBegin: () => void
  /** Nothing of the old data is left: the range is what the snapshot says from here on. */
  readonly onPlace: (state: AppliedState) => void
  /** Variant: the data counts from the first record on, not from the last. */
  readonly serveHalf: boolean
  /** Keys and values of a snapshot that is in its place, counted on the way. */
  readonly onCounted: (size: RangeSize) => void
}

/**
 * Replaces a range by what the chunks bring: they are staged, and touch nothing else, until all are
 * there; then they are swapped in. Where a swap is under way, that is finished, and no chunk asked
 * for. A stream that breaks, or is not whole, leaves the range as it was.
 */
export async function installSnapshot(
  options: InstallOptions,
  frames: AsyncIterable<Uint8Array>,
): Promise<RangeImage> {
  const pending = await pendingSwap(options)
  if (pending !== undefined) return swapIn(options, pending)
  try {
    const staged = await receiveSnapshot(options, frames, (state) => prepare(options, state))
    return await swapIn(options, staged)
  } catch (error) {
    if ((await pendingSwap(options)) === undefined) await drop(options)
    throw error
  }
}

/** A snapshot that is here as a whole, of which not all has come to its place yet. */
export async function pendingSwap({
  installing,
  staging,
}: InstallOptions): Promise<StagedSnapshot | undefined> {
  return installing() ? staging.whole() : undefined
}

/**
 * Puts a staged snapshot in the place of what is here. All of it was read back before anything
 * goes. The write that begins it is durable, and says what is here and what is to come: whatever
 * ends this early, the same call again brings it to its end.
 */
export async function swapIn(options: InstallOptions, staged: StagedSnapshot): Promise<RangeImage> {
  const { engine, staging, keysHere, serveHalf } = options
  const { state } = staged
  await readBack(options, staged)
  const keys = new RangeKeys(state.descriptor)
  const before = keysHere()
  const empty = before.descriptor.version === 0
  // Until it is gone, the mark is of what may still be here.
  const here = { ...state, descriptor: empty ? state.descriptor : before.descriptor }
  const begun = serveHalf ? [] : [markWrite(keys, here), staging.wholeWrite(staged)]
  await engine.write([...begun, ...endWrites(keys)], { sync: true })
  // Not before: where there was no space, all that was applied is still needed.
  options.onBegin()
  if (!empty && !(await clear(options, before))) {
    throw new KvError("unavailable", "the engine let go of everything, this snapshot included")
  }
  // From here on others may come to what is not its any more: not even a restart clears that.
  const cleared = serveHalf ? stateWrite(keys, state) : markWrite(keys, state)
  await engine.write([cleared], { sync: true })
  options.onPlace(state)
  options.expiries.forget()
  const counted = { bytes: 0, keys: 0 }
  for await (const lot of recordsOf(options, staged)) {
    count(lot, counted)
    await engine.write(placeWrites(options, keys, lot), { sync: false })
  }
  const sessions = await finish(options, state)
  options.onCounted(counted)
  await drop(options)
  return { state, sessions }
}

function recordsOf({ staging, reader }: InstallOptions, { state, recordsTotal }: StagedSnapshot) {
  return staging.records(new RangeKeys(state.descriptor), reader, recordsTotal)
}

async function readBack(options: InstallOptions, staged: StagedSnapshot): Promise<void> {
  try {
    for await (const _ of recordsOf(options, staged));
  } catch (error) {
    if (isDataLoss(error)) await options.staging.clear()
    throw error
  }
}

/** Makes room. What is not to be read any more goes now: it is of no use to anybody. */
async function prepare(options: InstallOptions, state: AppliedState): Promise<void> {
  const { engine, staging, keysHere, installing, letGoOfAll } = options
  if (installing()) {
    const before = keysHere()
    const keys = new RangeKeys(state.descriptor)
    if (isLost(before.descriptor)) await letGoOfAll()
    await engine.write(endWrites(keys), { sync: false })
    if (before.descriptor.version > 0) await clear(options, before)
    await engine.write([markWrite(keys, state)], { sync: true })
    options.onPlace(state)
  }
  try {
    await staging.clear()
  } catch (error) {
    if (!isDataLoss(error)) throw error
    await letGoOfAll()
  }
}

/**
 * Removes what the range holds, record by record. Each is checked: one that is read at another key
 * than its own would stay behind and come back. Rows of the expiry index stand for nothing then,
 * and go as such. False: that could not be, and the engine let go of all that it had.
 */
async function clear(options: InstallOptions, keys: RangeKeys): Promise<boolean> {
  try {
    await withFreshView(() => clearOnce(options, keys))
    return true
  } catch (error) {
    if (!isDataLoss(error)) throw error
    await options.letGoOfAll()
    return false
  }
}

async function clearOnce(
  { engine, reader, lotBytes }: InstallOptions,
  keys: RangeKeys,
): Promise<void> {
  const walk = new ImageWalk({ engine, keys, reader }, lotBytes)
  try {
    for (;;) {
      const pairs = await walk.next(lotBytes)
      if (pairs.length === 0) return
      const writes = pairs.map(({ key }) => ({ type: "del", key }) as const)
      await engine.write(writes, { sync: false })
    }
  } finally {
    await walk.close()
  }
}

function placeWrites(
  { expiries }: InstallOptions,
  keys: RangeKeys,
  records: readonly StagedRecord[],
): readonly EngineWrite[] {
  return records.flatMap(({ key, value, cell }): EngineWrite[] => {
    const write: EngineWrite = { type: "put", key, value }
    if (cell === undefined || cell.expiresAtMs === 0) return [write]
    expiries.note(cell.expiresAtMs)
    const row = keys.expiry(cell.expiresAtMs, cell.key)
    return [{ type: "put", key: row, value: expiryRowValue }, write]
  })
}

function count(lot: readonly StagedRecord[], counted: { bytes: number; keys: number }): void {
  for (const { cell } of lot) {
    if (cell === undefined) continue
    counted.bytes += cell.key.length + cell.value.length
    counted.keys += 1
  }
}

async function finish(options: InstallOptions, state: AppliedState): Promise<SessionImage> {
  const { engine, staging } = options
  const keys = new RangeKeys(state.descriptor)
  // Before the mark goes: what can't be read back must not count.
  const sessions = await withFreshView(() => loadSessions(engine, keys))
  const writes: EngineWrite[] = [
    { type: "del", key: keys.mark },
    staging.forgetWrite(),
    stateWrite(keys, state),
    checkpointWrite(keys, state.index),
  ]
  await engine.write(writes, { sync: true })
  return sessions
}

/** Of no use any more. What the engine does not let go of now goes with the next start. */
async function drop({ staging }: InstallOptions): Promise<void> {
  try {
    await staging.clear()
  } catch (error) {
    if (!(error instanceof KvError)) throw error
  }
}

function isDataLoss(error: unknown): boolean {
  return error instanceof KvError && error.code === "data_loss"
}

import { isDataLoss, KvError } from "../../base/index.ts"
import type { AppliedState, RangeImage } from "../../core/range/types.ts"
import type { EngineWrite, Telemetry } from "../../env/index.ts"
import type { StorageVariant } from "../variant.ts"
import { type Burial, writeWith } from "./burial.ts"
import { endWrites, markWrite, stateWrite } from "./image.ts"
import { isLost, RangeKeys } from "./keys.ts"
import { bytesOf, unpaced } from "./pace.ts"
import { clear, Placing, type PlacingOptions } from "./snapshot-placing.ts"
import { receiveSnapshot } from "./snapshot-receive.ts"
import type { StagedSnapshot } from "./staging.ts"

export interface InstallOptions extends PlacingOptions {
  /** Nothing was ever applied here: there is nothing that could be lost. */
  readonly blank: () => boolean
  readonly variant: StorageVariant | undefined
  /** Of what it has just taken in. */
  readonly burial: Burial | undefined
}

/**
 * Replaces a range by what the chunks bring. Where there is something to lose they are staged, and
 * touch nothing else, until all are there; then they are swapped in. Where a swap is under way,
 * that is finished, and no chunk asked for. A stream that breaks, or is not whole, leaves the range
 * as it was; if nothing of it was to be read, nothing is.
 */
export async function installSnapshot(
  options: InstallOptions,
  frames: AsyncIterable<Uint8Array>,
): Promise<RangeImage> {
  const pending = await pendingSwap(options)
  if (pending !== undefined) return swapIn(options, pending)
  if (options.installing() || options.blank()) return installInPlace(options, frames)
  try {
    return await swapIn(options, await stage(options, frames))
  } catch (error) {
    if ((await pendingSwap(options)) === undefined) await drop(options)
    throw error
  }
}

/** A snapshot that is here as a whole, of which not all has come to its place yet. */
async function pendingSwap({
  installing,
  staging,
}: InstallOptions): Promise<StagedSnapshot | undefined> {
  return installing() ? staging.whole() : undefined
}

/**
 * Writes the records where they belong as they come. A durable mark says that they don't count, and
 * goes with the write that makes all of them durable. Who finds the mark begins anew.
 */
async function installInPlace(
  options: InstallOptions,
  frames: AsyncIterable<Uint8Array>,
): Promise<RangeImage> {
  let placing: Placing | undefined
  const { state } = await receiveSnapshot(options, frames, {
    begin: async (state) => {
      await makeRoom(options, state)
      placing = new Placing(options, state)
    },
    take: async (records) => placing?.take(records),
  })
  // Of a snapshot that came, the first chunk did.
  const sessions = await (placing as unknown as Placing).finish()
  return { state, sessions }
}

/** What is not to be read any more goes: it is of no use to anybody. */
async function makeRoom(options: InstallOptions, state: AppliedState): Promise<void> {
  const { engine, keysHere, installing, letGoOfAll, onBegin, variant } = options
  const keys = new RangeKeys(state.descriptor)
  if (isLost(keysHere().descriptor)) await letGoOfAll()
  await emptyStaging(options)
  const before = keysHere()
  if (before.descriptor.version > 0) {
    // Where there was no space for its mark, what is half cleared would count after a crash.
    const mark = markWrite(keys, { ...state, descriptor: before.descriptor })
    await writeWith(options.burial, engine, [mark, ...endWrites(keys)])
    await clear(options, before)
  }
  // Variant serve-half-received: it counts already.
  const begun: readonly EngineWrite[] =
    variant === "serve-half-received"
      ? [stateWrite(keys, state), { type: "del", key: keys.mark }]
      : [markWrite(keys, state)]
  await engine.write([...begun, ...endWrites(keys)], { sync: true })
  if (!installing()) onBegin()
}

/** Not durable yet. */
async function stage(
  options: InstallOptions,
  frames: AsyncIterable<Uint8Array>,
): Promise<StagedSnapshot> {
  const { staging, pace } = options
  return receiveSnapshot(options, frames, {
    begin: () => emptyStaging(options),
    take: async (records) => {
      await staging.add(records)
      await pace(bytesOf(records))
    },
  })
}

/**
 * Puts a staged snapshot in the place of what is here, unpaced: this replica follows nobody
 * meanwhile, and the sender keeps its log for it only so long. All was read back before anything
 * goes. The write that begins it is durable, and says what is here and what is to come:
 * whatever ends this early, the same call again brings it to its end.
 */
async function swapIn(paced: InstallOptions, staged: StagedSnapshot): Promise<RangeImage> {
  const options = { ...paced, pace: unpaced }
  const { engine, staging, keysHere, variant } = options
  const { state } = staged
  await readBack(options, staged)
  const keys = new RangeKeys(state.descriptor)
  const before = keysHere()
  const empty = before.descriptor.version === 0
  // Until it is gone, the mark is of what may still be here.
  const here = { ...state, descriptor: empty ? state.descriptor : before.descriptor }
  // Variant serve-half-install: it counts before it is in its place.
  const serveHalf = variant === "serve-half-install"
  const begun: EngineWrite[] = serveHalf ? [] : [markWrite(keys, here), staging.wholeWrite(staged)]
  await writeWith(options.burial, engine, [...begun, ...endWrites(keys)])
  // Not before: where there was no space, all that was applied is still needed.
  options.onBegin()
  if (!empty && !(await clear(options, before))) {
    throw new KvError("unavailable", "the engine let go of everything, this snapshot included")
  }
  // From here on others may come to what is not its any more: not even a restart clears that.
  const cleared = serveHalf ? stateWrite(keys, state) : markWrite(keys, state)
  await engine.write([cleared], { sync: true })
  const placing = new Placing(options, state)
  for await (const lot of recordsOf(options, staged)) await placing.take(lot)
  const sessions = await placing.finish()
  await drop(options)
  return { state, sessions }
}

/** A snapshot that was whole when this node stopped; where it can't be put in place, it waits. */
export async function finishInstall(
  options: InstallOptions,
  telemetry: Telemetry,
): Promise<RangeImage | "waits" | undefined> {
  try {
    const pending = await pendingSwap(options)
    return pending && (await swapIn(options, pending))
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    telemetry.warn("a fetched snapshot can't be put in place yet", { reason: error.message })
    return isDataLoss(error) ? undefined : "waits"
  }
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

async function emptyStaging({ staging, letGoOfAll }: InstallOptions): Promise<void> {
  try {
    await staging.clear()
  } catch (error) {
    if (!isDataLoss(error)) throw error
    await letGoOfAll()
  }
}

/** Of no use any more. What the engine does not let go of now goes with the next start. */
async function drop({ staging }: InstallOptions): Promise<void> {
  try {
    await staging.clear()
  } catch (error) {
    if (!(error instanceof KvError)) throw error
  }
}

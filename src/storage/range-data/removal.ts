import { isDataLoss, type KeyspaceId, type ReplicaId } from "../../base/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { type Burial, writeWith } from "./burial.ts"
import type { CellReader } from "./cell-record.ts"
import { withFreshView } from "./fresh-view.ts"
import { type Identity, identityWrite } from "./identity-records.ts"
import { endWrites, stateRemovals } from "./image.ts"
import { ImageWalk } from "./image-walk.ts"
import { expiriesOfKeyspace, isLost, keyHeadBytes, type RangeKeys } from "./keys.ts"
import { bytesOf, type Pace } from "./pace.ts"
import type { Staging } from "./staging.ts"

const clearedBytes = 256 * 1_024

interface ClearingOptions {
  readonly engine: Engine
  readonly reader: CellReader
  /** Of what the engine holds. */
  readonly keys: RangeKeys
  readonly replicaId: ReplicaId
  readonly keyspaceId: KeyspaceId
  /** Its range was taken in by another one. */
  readonly merged: boolean
  readonly pace: Pace
  /** What is here is too damaged for its records to be removed one by one. */
  readonly letGoOfAll: () => Promise<void>
}

interface RemovalOptions extends ClearingOptions {
  /** A snapshot that was on its way to the range's place. */
  readonly staging: Staging
  /** Of what it has just taken in. */
  readonly burial: Burial | undefined
  /** The tombstone is durable. */
  readonly onBuried: () => void
}

/**
 * Takes a replica off the engine. First, durably, its tombstone, with which its state goes: from
 * then on it does not exist, and may not come back. Then its cells, slice by slice; a crash leaves
 * the tombstone, which says what is still to be cleared.
 */
export async function removeRange(options: RemovalOptions): Promise<void> {
  const { engine, keys } = options
  const { descriptor } = keys
  // Its cells may be anywhere.
  if (isLost(descriptor)) await options.letGoOfAll()
  const holds = descriptor.version > 0
  const tombstone = tombstoneWrite(options, holds ? descriptor : undefined)
  // The ends, for whoever clears is to meet them, whatever was flushed of the range.
  const ends = holds ? endWrites(keys) : []
  const gone = stateRemovals(keys, holds)
  const writes = [tombstone, options.staging.forgetWrite(), ...gone, ...ends]
  await writeWith(options.burial, engine, writes)
  options.onBuried()
  if (holds) await clearLeftover(options)
}

/** What a removed replica left on the engine. Also after a crash in the middle of this. */
export async function clearLeftover(options: ClearingOptions): Promise<void> {
  const { engine, keys } = options
  await clearRecords(options)
  const tombstone = tombstoneWrite(options, undefined)
  await engine.write([{ type: "del", key: keys.sessionsEnd }, tombstone], { sync: false })
}

function tombstoneWrite(
  { keys, replicaId, keyspaceId, merged }: ClearingOptions,
  leftover: RangeDescriptor | undefined,
): EngineWrite {
  const identity: Identity = { replicaId, removed: true, merged, keyspaceId, leftover }
  return identityWrite(keys.descriptor.rangeId, identity)
}

/** Rows of the expiry index go with their cells: nobody would look for them here again. */
async function clearRecords(options: ClearingOptions): Promise<void> {
  try {
    await withFreshView(() => clearOnce(options))
  } catch (error) {
    if (!isDataLoss(error)) throw error
    await options.letGoOfAll()
  }
}

async function clearOnce({ engine, reader, keys, pace }: ClearingOptions): Promise<void> {
  const walk = new ImageWalk({ engine, keys, reader }, clearedBytes)
  try {
    for (;;) {
      const pairs = await walk.next(clearedBytes)
      if (pairs.length === 0) return
      const writes: EngineWrite[] = []
      for (const { key, value } of pairs) {
        writes.push({ type: "del", key })
        if (keys.readImageKey(key)?.type !== "cell") continue
        const cell = reader.read(value, key.subarray(keyHeadBytes))
        if (cell.expiresAtMs === 0) continue
        writes.push({ type: "del", key: keys.expiry(cell.expiresAtMs, cell.key) })
      }
      await engine.write(writes, { sync: false })
      await pace(bytesOf(pairs))
    }
  } finally {
    await walk.close()
  }
}

/**
 * Of a keyspace that has no range here any more, nor ever will: rows of cells that were written
 * over stay when their ranges go. Whether there was any. Rejects with KvError.
 */
export function clearExpiries(
  engine: Engine,
  keyspaceId: KeyspaceId,
  pace: Pace,
): Promise<boolean> {
  return withFreshView(async () => {
    const view = engine.iterate({ ...expiriesOfKeyspace(keyspaceId), bytesHint: clearedBytes })
    let any = false
    try {
      for (;;) {
        const rows = await view.next(clearedBytes)
        if (rows.length === 0) return any
        any = true
        const writes = rows.map(({ key }): EngineWrite => ({ type: "del", key }))
        await engine.write(writes, { sync: false })
        await pace(bytesOf(rows))
      }
    } finally {
      await view.close()
    }
  })
}

import { KvError, type ReplicaId } from "../../base/index.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import type { CellReader } from "./cell-record.ts"
import { type Identity, identityWrite } from "./identity-records.ts"
import { endWrites } from "./image.ts"
import { ImageWalk } from "./image-walk.ts"
import { isLost, keyHeadBytes, type RangeKeys } from "./keys.ts"
import type { Staging } from "./staging.ts"

const clearedBytes = 256 * 1_024

interface ClearingOptions {
  readonly engine: Engine
  readonly reader: CellReader
  /** Of what the engine holds. */
  readonly keys: RangeKeys
  readonly replicaId: ReplicaId
  /** What is here is too damaged for its records to be removed one by one. */
  readonly letGoOfAll: () => Promise<void>
}

interface RemovalOptions extends ClearingOptions {
  /** A snapshot that was on its way to the range's place. */
  readonly staging: Staging
}

/**
 * Takes a replica off the engine. First, durably, its tombstone, with which its state goes: from
 * then on it does not exist, and may not come back. Then its cells, slice by slice; a crash leaves
 * the tombstone, which says what is still to be cleared.
 */
export async function removeRange(options: RemovalOptions): Promise<void> {
  const { engine, keys, replicaId } = options
  const { descriptor } = keys
  if (isLost(descriptor)) await options.letGoOfAll()
  const holds = descriptor.version > 0
  const buried: Identity = { replicaId, removed: true, leftover: holds ? descriptor : undefined }
  const tombstone = identityWrite(descriptor.rangeId, buried)
  // The ends, for whoever clears is to meet them, whatever was flushed of the range.
  const ends = holds ? endWrites(keys) : []
  const writes = [tombstone, options.staging.forgetWrite(), ...stateRemovals(keys), ...ends]
  await engine.write(writes, { sync: true })
  if (holds) await clearLeftover(options)
}

/** What a removed replica left on the engine. Also after a crash in the middle of this. */
export async function clearLeftover(options: ClearingOptions): Promise<void> {
  const { engine, keys, replicaId } = options
  await clearRecords(options)
  const cleared: Identity = { replicaId, removed: true, leftover: undefined }
  // Where all had to be let go, a mark has come back.
  const rest = [keys.sessionsEnd, keys.mark].map((key) => ({ type: "del", key }) as const)
  await engine.write([...rest, identityWrite(keys.descriptor.rangeId, cleared)], { sync: false })
}

function stateRemovals(keys: RangeKeys): readonly EngineWrite[] {
  return [keys.mark, keys.applied, keys.checkpoint].map((key) => ({ type: "del", key }))
}

/** Rows of the expiry index go with their cells: nobody would look for them here again. */
async function clearRecords({ engine, reader, keys, letGoOfAll }: ClearingOptions): Promise<void> {
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
    }
  } catch (error) {
    if (!(error instanceof KvError) || error.code !== "data_loss") throw error
    await letGoOfAll()
  } finally {
    await walk.close()
  }
}

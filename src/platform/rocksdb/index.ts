/**
 * The Engine port on npm `rocksdb`. What the binding leaves to its user, and this folder does:
 *
 * - it never has two batches under way, hands out no bytes it may change, and calls nothing on a
 *   database that is closed: each of these ends in reordered writes or a dead process
 * - after a write that found the disk full it opens the database anew before the next one, as soon
 *   as there is space; reads go on
 * - what survives a power cut is a prefix of the writes: RocksDB would replay its log past damage
 * - a database that can't be opened for corruption is set aside, and an empty one takes its place:
 *   the replica finds its data behind its log and fetches a snapshot
 * - compactions that go on failing though there is space have met corrupt tables: what they hold is
 *   copied, or writes would stop some gigabytes later, for good
 *
 * Iterators don't look at block checksums (the binding switches that off), point reads do: whoever
 * stores values checksums them.
 */
import { isDataLoss } from "../../base/index.ts"
import { type Engine, silentTelemetry, type Telemetry } from "../../env/index.ts"
import { letCompactionsYield } from "./compaction-priority.ts"
import type { Database, DatabaseOptions } from "./database.ts"
import { type EngineOptions, openOrReadOnly, RocksEngine } from "./engine.ts"
import { engineError } from "./errors.ts"
import { makeGeneration, newestGeneration, setAside } from "./generations.ts"

export interface RocksEngineOptions extends DatabaseOptions {
  readonly telemetry?: Telemetry
  /** Writes are refused while less is free. Default: what one write buffer takes, and some more. */
  readonly reserveBytes?: number
  /** For how long RocksDB may take no writes though there is space again. Default: 15 s. */
  readonly stuckMsMax?: number
  /** For how long RocksDB may fail to rewrite tables though there is space. Default: 10 s. */
  readonly rottenMsMin?: number
}

const spareBytes = 4 * 1_024 * 1_024
/** RocksDB tries once a second. */
const stuckMsMax = 15_000
const rottenMsMin = 10_000

/**
 * Opens the engine in a folder of its own, creating it. Both sizes are under 4 GiB: the block
 * cache, and a write buffer (there are up to two of them in memory). Throws KvError `disk_full`, or
 * `internal` when the folder can't be used.
 */
export async function openRocksEngine(
  folder: string,
  options: RocksEngineOptions,
): Promise<Engine> {
  const telemetry = options.telemetry ?? silentTelemetry
  const reserveBytes = options.reserveBytes ?? options.writeBufferBytes + spareBytes
  const engineOptions: EngineOptions = { stuckMsMax, rottenMsMin, ...options, reserveBytes }
  try {
    const generation = await newestGeneration(folder)
    const opened = await openOrSetAside(folder, generation, options, telemetry)
    letCompactionsYield()
    return new RocksEngine(folder, engineOptions, telemetry, opened.generation, opened.database)
  } catch (error) {
    throw engineError(error, "opening")
  }
}

async function openOrSetAside(
  folder: string,
  generation: number,
  options: DatabaseOptions,
  telemetry: Telemetry,
): Promise<{ readonly generation: number; readonly database: Database }> {
  try {
    const made = await makeGeneration(folder, generation)
    const database = await openOrReadOnly(made, options, telemetry)
    return { generation, database }
  } catch (error) {
    if (!isDataLoss(error)) throw error
    const aside = await setAside(folder, generation)
    telemetry.error("engine is corrupt, set aside for an empty one", {
      folder: aside,
      reason: error.message,
    })
    const fresh = generation + 1
    const made = await makeGeneration(folder, fresh)
    const database = await openOrReadOnly(made, options, telemetry)
    return { generation: fresh, database }
  }
}

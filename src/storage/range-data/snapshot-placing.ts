import { isDataLoss } from "../../base/index.ts"
import type { RangeSize } from "../../core/range/index.ts"
import type { AppliedState, SessionImage } from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { expiryRowValue } from "./encode-batch.ts"
import type { ExpiryIndex } from "./expiry-index.ts"
import { withFreshView } from "./fresh-view.ts"
import { checkpointWrite, loadSessions, stateWrite } from "./image.ts"
import { ImageWalk } from "./image-walk.ts"
import { RangeKeys } from "./keys.ts"
import { bytesOf, type Pace } from "./pace.ts"
import type { ReceiveOptions } from "./snapshot-receive.ts"
import type { StagedRecord } from "./staging.ts"

/** What brings a snapshot to its place, whichever way it comes. */
export interface PlacingOptions extends ReceiveOptions {
  readonly engine: Engine
  /** About what is moved, or removed, at once. */
  readonly lotBytes: number
  readonly pace: Pace
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
  /** Keys and values of a snapshot that is in its place, counted on the way. */
  readonly onCounted: (size: RangeSize) => void
}

/** More than this is not left for one sync: that would keep everybody's log writes waiting. */
const unsyncedBytesMax = 1_024 * 1_024

/** Writes records of a snapshot where they belong, and counts them. */
export class Placing {
  readonly #options: PlacingOptions
  readonly #keys: RangeKeys
  readonly #state: AppliedState
  readonly #counted = { bytes: 0, keys: 0 }
  #unsyncedBytes = 0

  constructor(options: PlacingOptions, state: AppliedState) {
    this.#options = options
    this.#state = state
    this.#keys = new RangeKeys(state.descriptor)
    options.onPlace(state)
    // Rows of an earlier replica are this one's from here on, and in nobody's books.
    if (options.neighbours.haveLeft) options.expiries.note(0)
  }

  async take(records: readonly StagedRecord[]): Promise<void> {
    const { engine, pace } = this.#options
    const bytes = bytesOf(records)
    this.#unsyncedBytes += bytes
    const sync = this.#unsyncedBytes > unsyncedBytesMax
    if (sync) this.#unsyncedBytes = 0
    await engine.write(this.#writesOf(records), { sync })
    await pace(bytes)
  }

  /** All records are there: the range counts from here on, and all of it is durable. */
  async finish(): Promise<SessionImage> {
    const { engine, staging, onCounted } = this.#options
    const [keys, state] = [this.#keys, this.#state]
    // Before the mark goes: what can't be read back must not count.
    const sessions = await loadSessions(engine, keys)
    const writes: EngineWrite[] = [
      { type: "del", key: keys.mark },
      staging.forgetWrite(),
      stateWrite(keys, state),
      checkpointWrite(keys, state.index),
    ]
    await engine.write(writes, { sync: true })
    onCounted(this.#counted)
    return sessions
  }

  #writesOf(records: readonly StagedRecord[]): readonly EngineWrite[] {
    const { expiries } = this.#options
    return records.flatMap(({ key, value, cell }): EngineWrite[] => {
      const write: EngineWrite = { type: "put", key, value }
      if (cell === undefined) return [write]
      this.#counted.bytes += cell.key.length + cell.value.length
      this.#counted.keys += 1
      if (cell.expiresAtMs === 0) return [write]
      expiries.note(cell.expiresAtMs)
      const row = this.#keys.expiry(cell.expiresAtMs, cell.key)
      return [{ type: "put", key: row, value: expiryRowValue }, write]
    })
  }
}

/**
 * Removes what the range holds, record by record. Each is checked: one that is read at another key
 * than its own would stay behind and come back. Rows of the expiry index stand for nothing then,
 * and go with the next look at it, whenever what comes instead expires, if it does. False: that
 * could not be, and the engine let go of all that it had.
 */
export async function clear(options: PlacingOptions, keys: RangeKeys): Promise<boolean> {
  // Rows of all ranges of the keyspace lie in it, mixed: no range can write its own anew.
  if (await options.expiries.isDamaged()) {
    await options.letGoOfAll()
    return false
  }
  try {
    await withFreshView(() => clearOnce(options, keys))
    options.expiries.note(0)
    return true
  } catch (error) {
    if (!isDataLoss(error)) throw error
    await options.letGoOfAll()
    return false
  }
}

async function clearOnce(
  { engine, reader, lotBytes, pace }: PlacingOptions,
  keys: RangeKeys,
): Promise<void> {
  const walk = new ImageWalk({ engine, keys, reader }, lotBytes)
  try {
    for (;;) {
      const pairs = await walk.next(lotBytes)
      if (pairs.length === 0) return
      const writes = pairs.map(({ key }) => ({ type: "del", key }) as const)
      await engine.write(writes, { sync: false })
      await pace(bytesOf(pairs))
    }
  } finally {
    await walk.close()
  }
}

import { KvError } from "../../base/index.ts"
import { type RangeSize, SizeEstimate } from "../../core/range/index.ts"
import type { CellWrite } from "../../core/range/types.ts"
import type { Engine } from "../../env/index.ts"
import { cellTrailerBytes, recordBytesOf } from "./cell-record.ts"
import type { RangeKeys } from "./keys.ts"
import { middleKeyOf } from "./middle-key.ts"

/** One write in so many is looked into, before it is flushed. */
const sampleEvery = 256
/** Cells from whose size the number of keys is guessed where nothing was counted yet. */
const probeBytes = 16 * 1_024

interface SizeWatchOptions {
  readonly engine: Engine
  readonly keys: () => RangeKeys
}

/**
 * How much a range holds, as far as is known without walking it: nothing where it begins empty,
 * what came in a snapshot, after a start what the engine thinks of the span (which is too little
 * where its files compress well), and from there on what flushes change. On followers, too: who
 * comes to lead tells no less than who led. A check of the range counts it exactly.
 */
export class SizeWatch {
  readonly #options: SizeWatchOptions
  #estimate: SizeEstimate | undefined
  #measuring = false
  #writes = 0

  constructor(options: SizeWatchOptions) {
    this.#options = options
  }

  /** Undefined: not known yet. Asking begins a measurement, which costs a look at the engine. */
  get size(): RangeSize | undefined {
    if (this.#estimate === undefined) this.#measure()
    return this.#estimate?.size
  }

  /** Nothing is in the engine of what this will write. */
  async onFlush(writes: ReadonlyMap<string, CellWrite>): Promise<void> {
    const from = this.#writes
    this.#writes += writes.size
    // Nobody has asked, or no write has its turn.
    const sampled = Math.floor(this.#writes / sampleEvery) > Math.floor(from / sampleEvery)
    if (this.#estimate === undefined || !sampled) return
    const chosen: CellWrite[] = []
    let at = from
    for (const write of writes.values()) {
      at += 1
      if (at % sampleEvery === 0) chosen.push(write)
    }
    const keys = this.#options.keys()
    try {
      const stored = await this.#options.engine.getMany(chosen.map(({ key }) => keys.cell(key)))
      chosen.forEach((write, i) => {
        const before = stored[i]?.length
        const after = write.type === "put" ? recordBytesOf(write.key, write.cell.value) : undefined
        this.#estimate?.onSample(contentBytes(before), contentBytes(after), sampleEvery)
      })
    } catch (error) {
      // Whoever reads that cell finds it corrupt; a size is no reason to.
      if (!(error instanceof KvError)) throw error
    }
  }

  /** About half of the bytes lie before it; undefined: there is no such key. Throws KvError. */
  middleKey(): Promise<Uint8Array | undefined> {
    return middleKeyOf(this.#options.engine, this.#options.keys())
  }

  onCountBegun(): void {
    this.#estimate?.onCountBegun()
  }

  onCounted(size: RangeSize): void {
    if (this.#estimate === undefined) this.#estimate = new SizeEstimate(size)
    else this.#estimate.onCounted(size)
  }

  /** The range was cut: `child` has the rest. Half each, unless the engine knows better. */
  shareWith(child: SizeWatch): void {
    const whole = this.#estimate?.size
    if (whole === undefined) return
    const share = (part: number): void => {
      this.#estimate = estimateOf(whole, part)
      child.#estimate = estimateOf(whole, 1 - part)
    }
    share(0.5)
    Promise.all([this.#fileBytes(), child.#fileBytes()]).then(
      ([mine, theirs]) => {
        // What is in files is a sample of the rest, if there is anything.
        if (mine + theirs > 0) share(mine / (mine + theirs))
      },
      () => {
        // Half and half it stays.
      },
    )
  }

  /** The range has taken in another one. */
  takeIn(source: SizeWatch): void {
    const [mine, theirs] = [this.#estimate?.size, source.#estimate?.size]
    if (mine === undefined || theirs === undefined) this.reset()
    else {
      const sum = { bytes: mine.bytes + theirs.bytes, keys: mine.keys + theirs.keys }
      this.#estimate = new SizeEstimate(sum)
    }
  }

  /** The data is a snapshot's, all of which was counted. */
  onInstalled(size: RangeSize): void {
    this.#estimate = new SizeEstimate(size)
  }

  /** The data is not what it was. */
  reset(): void {
    this.#estimate = undefined
  }

  #fileBytes(): Promise<number> {
    const { engine, keys } = this.#options
    const { start, end } = keys().descriptor
    return engine.approximateBytes(keys().cellSpan(start, end))
  }

  #measure(): void {
    if (this.#measuring) return
    this.#measuring = true
    this.#look()
      .then((size) => {
        this.#estimate ??= new SizeEstimate(size)
      })
      .catch(() => {
        // The engine is busy with a full disk, or closed: whoever asks next begins anew.
      })
      .finally(() => {
        this.#measuring = false
      })
  }

  async #look(): Promise<RangeSize> {
    const { engine, keys } = this.#options
    const { start, end } = keys().descriptor
    const span = keys().cellSpan(start, end)
    const fileBytes = await this.#fileBytes()
    const view = engine.iterate({ ...span, bytesHint: probeBytes })
    try {
      const probe = await view.next(probeBytes)
      let probed = 0
      let stored = 0
      for (const { key, value } of probe) {
        probed += value.length - cellTrailerBytes
        stored += key.length + value.length
      }
      // What is in no file yet the engine does not count.
      const times = stored === 0 ? 0 : Math.max(1, fileBytes / stored)
      return { bytes: times * probed, keys: times * probe.length }
    } finally {
      await view.close()
    }
  }
}

function estimateOf(whole: RangeSize, part: number): SizeEstimate {
  return new SizeEstimate({ bytes: whole.bytes * part, keys: whole.keys * part })
}

function contentBytes(recordBytes: number | undefined): number | undefined {
  return recordBytes === undefined ? undefined : recordBytes - cellTrailerBytes
}

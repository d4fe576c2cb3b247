import { Dice, type RangeId } from "../base/index.ts"
import { holdsKey, LoadSampler, type RangeLoad, type RangeSize } from "../core/range/index.ts"
import type { Operation } from "../core/range/types.ts"
import type { Clock } from "../env/index.ts"
import type { RangeData } from "../storage/index.ts"

const unknownSize: RangeSize = { bytes: 0, keys: 0 }
const noLoad: RangeLoad = { readsPerSecond: 0, writesPerSecond: 0 }

interface RangeGaugeOptions {
  readonly data: RangeData
  readonly clock: Clock
}

/** What the driver asks of a range: how much it holds, what it has to do, where to cut it. */
export class RangeGauge {
  readonly #options: RangeGaugeOptions
  /** Most replicas serve nobody. */
  #sampler: LoadSampler | undefined
  #version = 0

  constructor(options: RangeGaugeOptions) {
    this.#options = options
  }

  /** This replica serves an operation. */
  take(operation: Operation): void {
    const { version } = this.#options.data.descriptor
    this.#sampler ??= newSampler(this.#options.data.rangeId)
    if (version !== this.#version) this.#sampler.reset()
    this.#version = version
    switch (operation.type) {
      case "split":
      case "merge":
      case "absorb":
      case "transfer":
      case "changeReplicas":
      case "check":
      case "ask":
        return
      case "get":
        this.#sampler.take("read", operation.key)
        return
      case "scan":
        this.#sampler.take("read", operation.start, operation.end)
        return
      case "deleteRange":
        this.#sampler.take("write", operation.start, operation.end)
        return
      default:
        this.#sampler.take("write", operation.key)
    }
  }

  /** An estimate; nothing as long as nobody knows. */
  get size(): RangeSize {
    const { data } = this.#options
    return data.installing ? unknownSize : (data.size.size ?? unknownSize)
  }

  get load(): RangeLoad {
    return this.#sampler?.load(this.#options.clock.monotonicMs()) ?? noLoad
  }

  /** Cuts the bytes in two, about; undefined: there are no two keys. Rejects with KvError. */
  async splitKeyBySize(): Promise<Uint8Array | undefined> {
    const { data } = this.#options
    return data.installing ? undefined : this.#splitKey(await data.size.middleKey())
  }

  /** Cuts the load in two: of writes or reads, whichever there are more of. */
  splitKeyByLoad(): Uint8Array | undefined {
    const { readsPerSecond, writesPerSecond } = this.load
    const kind = writesPerSecond > readsPerSecond ? "write" : "read"
    return this.#splitKey(this.#sampler?.splitKey(kind))
  }

  /** The range may have been cut since the key was found. */
  #splitKey(key: Uint8Array | undefined): Uint8Array | undefined {
    const { descriptor } = this.#options.data
    return key !== undefined && holdsKey(descriptor, key) ? key : undefined
  }
}

function newSampler(rangeId: RangeId): LoadSampler {
  const dice = new Dice(rangeId)
  return new LoadSampler(() => dice.chance())
}

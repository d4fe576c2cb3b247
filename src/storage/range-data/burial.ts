import type { RangeDescriptor } from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { type Identity, identityWrite } from "./identity-records.ts"
import { endWrites, stateRemovals } from "./image.ts"
import { RangeKeys } from "./keys.ts"

interface BurialOptions {
  /** Taken in by its neighbour. */
  readonly range: RangeDescriptor
  /** Its tombstone; what it leaves is its own, for its cells are the neighbour's. */
  readonly identity: Identity
  /** Nothing of the range is on its way to the engine any more. */
  readonly drained: Promise<void>
  /** Variant absorb-without-tombstone: the range is there as well. */
  readonly forgets: boolean
  /** Resolves when what the range left is cleared. */
  readonly onDurable: () => Promise<void>
}

/** What a range's own records are to be cleared by: no cell is any more its own. */
export function withoutCells(range: RangeDescriptor): RangeDescriptor {
  return { ...range, end: range.start }
}

/**
 * A range that was taken in, on its way off the engine: its tombstone goes with the first durable
 * write of whoever took it in, whatever that write is for. Its sessions are cleared after that.
 */
export class Burial {
  readonly range: RangeDescriptor
  readonly drained: Promise<void>
  readonly forgets: boolean
  /** Resolves when the engine has it for good. */
  readonly durable: Promise<void>
  /** What is left to be cleared then. */
  cleared: Promise<void> = Promise.resolve()
  readonly #options: BurialOptions
  #durable = false
  #onDurable: () => void = () => {}

  constructor(options: BurialOptions) {
    this.#options = options
    this.range = options.range
    this.drained = options.drained
    this.forgets = options.forgets
    this.durable = new Promise((resolve) => {
      this.#onDurable = resolve
    })
  }

  get settled(): boolean {
    return this.#durable
  }

  /** Before these are durable the range is there as before, should the power go. */
  get writes(): readonly EngineWrite[] {
    if (this.#durable || this.forgets) return []
    const { range, identity } = this.#options
    const keys = new RangeKeys(range)
    const tombstone = identityWrite(range.rangeId, identity)
    return [...stateRemovals(keys, true), ...endWrites(keys), tombstone]
  }

  /** They are. */
  settle(): void {
    if (this.#durable) return
    this.#durable = true
    this.cleared = this.#options.onDurable()
    this.#onDurable()
  }
}

/**
 * One durable write, for whoever ends before it has written what it took in: with it goes what says
 * whose those cells are from then on, or a crash would leave them to nobody.
 */
export async function writeWith(
  burial: Burial | undefined,
  engine: Engine,
  writes: readonly EngineWrite[],
): Promise<void> {
  await burial?.drained
  await engine.write([...(burial?.writes ?? []), ...writes], { sync: true })
  burial?.settle()
}

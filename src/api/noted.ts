import { KvError, type RangeId } from "../base/index.ts"
import { encodeOperator } from "../wire/index.ts"
import type { Call } from "./call.ts"
import type { CallOptions } from "./calls.ts"
import { askDriver } from "./stores.ts"

const telling: Call = { timeoutMs: 2_000, onCancel: () => {} }

/** A change that people ask for, in the words of the driver's operators. */
export interface Asked<T> {
  readonly step: string
  /** As far as it is known, also from what was done; 0: it is not. */
  readonly rangeIdOf: (done: T | undefined) => RangeId
}

/**
 * Does what people ask of a range, and tells the driver how it ended: its history has this beside
 * what the driver decided. Not what was refused, which had no effect, as that of an operator that
 * was not begun. Nothing waits for that; it is lost where nobody drives, and may be there twice.
 */
export async function noted<T>(
  options: CallOptions,
  { step, rangeIdOf }: Asked<T>,
  work: () => Promise<T>,
): Promise<T> {
  const { clock } = options
  const begunAtMs = clock.monotonicMs()
  const tell = (done: T | undefined, reason: string): void => {
    const [end, stepsDone] = done === undefined ? ["unknown", 0] : ["finished", 1]
    const ageMs = Math.round(clock.monotonicMs() - begunAtMs)
    const body = encodeOperator({
      ...{ id: 0, kind: "admin", rangeId: rangeIdOf(done), why: `asked for: ${step}` },
      ...{ steps: [step], stepsDone, end, reason, ageMs },
      ...{ bytes: 0, bytesTotal: 0, bytesPerSecond: 0 },
    })
    askDriver(options, "note", body, telling).catch((error: unknown) => {
      if (!(error instanceof KvError)) throw error
    })
  }
  try {
    const done = await work()
    tell(done, "")
    return done
  } catch (error) {
    if (error instanceof KvError && error.outcome === "unknown") tell(undefined, error.message)
    throw error
  }
}

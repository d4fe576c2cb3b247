import { isDataLoss } from "../../base/index.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { lossesKey } from "./keys.ts"
import { holdsAnything } from "./ranges-on.ts"
import { seal, unseal } from "./sealed-record.ts"
import { decodeNumbers, encodeNumbers } from "./state-records.ts"

/**
 * What went with an engine that could not be read. It is written down with what replaces that
 * engine: a crash may come before the node has drawn its conclusions, and the next start finds
 * nothing wrong. An engine has this record from its first write on, but for those that earlier
 * releases began: they have it only where something was lost.
 */
export interface Losses {
  /** Replicas may have been here and have left, and nobody knows. */
  readonly identities: boolean
  /** Nor which ranges there were. */
  readonly ranges: boolean
  /** The store's log has its first record: one that comes up empty has lost what it had. */
  readonly logged: boolean
}

export const newStore: Losses = { identities: false, ranges: false, logged: false }
export const nothingLost: Losses = { identities: false, ranges: false, logged: true }
const allLost: Losses = { identities: true, ranges: true, logged: true }

export function lossesWrite({ identities, ranges, logged }: Losses): EngineWrite {
  const body = encodeNumbers([(identities ? 1 : 0) + (ranges ? 2 : 0) + (logged ? 4 : 0)])
  return { type: "put", ...seal(lossesKey, body) }
}

/** undefined: the engine is new. Of one that can't say any more what was lost, all was. */
export async function loadLosses(engine: Engine): Promise<Losses | undefined> {
  try {
    const [value] = await engine.getMany([lossesKey])
    if (value === undefined) return (await holdsAnything(engine)) ? newStore : undefined
    const [lost] = decodeNumbers(unseal(lossesKey, value), 1)
    return { identities: (lost & 1) !== 0, ranges: (lost & 2) !== 0, logged: (lost & 4) !== 0 }
  } catch (error) {
    if (!isDataLoss(error)) throw error
    return allLost
  }
}

/** Of an engine of which `read` is what could still be read. */
export function lossesOf(read: {
  readonly before: Losses | undefined
  readonly identities: unknown
  readonly ranges: unknown
}): Losses {
  const { identities, ranges, logged } = read.before ?? allLost
  return {
    logged,
    identities: identities || read.identities === undefined,
    ranges: ranges || read.ranges === undefined,
  }
}

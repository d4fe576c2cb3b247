import { compareBytes, type RangeId } from "../../base/index.ts"
import type { Engine, EngineRange } from "../../env/index.ts"
import { withFreshView } from "./fresh-view.ts"
import { everything, marks, ownEnd, ownFrom, rangeIdOf } from "./keys.ts"
import { corruptRecord } from "./sealed-record.ts"

/** Ids of the ranges that have something on the engine. Throws KvError `data_loss`. */
export async function rangeIdsOn(engine: Engine): Promise<readonly RangeId[]> {
  const ids = new Set(await withFreshView(() => markedIds(engine)))
  // A seek a range: what a range has of its own may be much.
  for (let from = ownFrom(0); ; ) {
    const rest = { gte: from, lt: ownEnd }
    const key = await withFreshView(() => firstKeyIn(engine, rest))
    if (key === undefined) break
    const rangeId = rangeIdOf(key)
    // An iterator does not check what it reads: a damaged key must not lead it astray.
    if (compareBytes(key, from) < 0) throw corruptRecord("the ranges on the engine have no order")
    ids.add(rangeId)
    from = ownFrom(rangeId + 1)
  }
  return [...ids].sort((left, right) => left - right)
}

/** Throws KvError `data_loss`. */
export async function holdsAnything(engine: Engine): Promise<boolean> {
  return (await withFreshView(() => firstKeyIn(engine, everything))) !== undefined
}

async function markedIds(engine: Engine): Promise<readonly RangeId[]> {
  const ids: RangeId[] = []
  const view = engine.iterate(marks)
  try {
    for (let lot = await view.next(1); lot.length > 0; lot = await view.next(1)) {
      for (const { key } of lot) ids.push(rangeIdOf(key))
    }
    return ids
  } finally {
    await view.close()
  }
}

async function firstKeyIn(engine: Engine, range: EngineRange): Promise<Uint8Array | undefined> {
  const view = engine.iterate({ ...range, bytesHint: 1 })
  try {
    const [first] = await view.next(1)
    return first?.key
  } finally {
    await view.close()
  }
}

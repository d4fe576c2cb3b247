import type { RangeDescriptor } from "../../core/range/types.ts"
import type { Engine } from "../../env/index.ts"
import { RangeKeys } from "./keys.ts"

/** About what the cells of a range take on the engine; without what is to come there. */
export function approximateBytesOf(engine: Engine, range: RangeDescriptor): Promise<number> {
  const keys = new RangeKeys(range)
  const lt = range.end.length === 0 ? keys.nextCells : keys.cell(range.end)
  return engine.approximateBytes({ gte: keys.cell(range.start), lt })
}

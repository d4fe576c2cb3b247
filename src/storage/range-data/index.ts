/**
 * The data of a range on an engine. `RangeData` is all that is used from outside; inside:
 *
 * - `keys`: the layout of engine keys; `cell-record`, `sealed-record`, `state-records`: values
 * - `overlay`: what is applied and not in the engine yet; `layer-writes`, `encode-batch`: its way
 *   there; `burial`: a range that was taken in goes with it
 * - `value-cache` on `slabs`, its rows in `row-order`
 * - `scan`, `image` (state and sessions); `image-walk` over all of a range, for
 *   `snapshot-source`, and `content-walk`, which hashes by `content-hash`; `snapshot-receive`
 *   brings a snapshot to a `staging`, `snapshot-install` from there to its place
 * - `expiry-index`: when something expires; `first-expiries` of all ranges when a store is opened;
 *   `due-cells`: what has expired
 * - `lot-size`: how many cells are read as one
 * - `size-watch`: how much there is; `middle-key`: where half of it is
 *
 * The ranges of a store share one engine through `shared-engine`; `store-data` is all of them, and
 * `neighbours` what each sees of the others; `leftovers`: what ranges left that were removed.
 */
export type { Burial } from "./burial.ts"
export { cellPair } from "./cell-pair.ts"
export type { ContentWalk, DataContent } from "./content-walk.ts"
export { type Owner, ownerOf, RangeKeys } from "./keys.ts"
export { LotSize, readInLots } from "./lot-size.ts"
export type { Pace } from "./pace.ts"
export { RangeData } from "./range-data.ts"
export type { RangeDataOptions } from "./range-data-options.ts"
export { SharedEngine } from "./shared-engine.ts"
export type { SnapshotToSend } from "./snapshot-source.ts"
export { StoreData, type StoreDataOptions } from "./store-data.ts"
export { ValueCache } from "./value-cache.ts"

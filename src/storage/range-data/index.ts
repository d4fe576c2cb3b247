/**
 * The data of a range on an engine. `RangeData` is all that is used from outside; inside:
 *
 * - `keys`: the layout of engine keys; `cell-record`, `sealed-record`, `state-records`: values
 * - `encode-batch`: what applying changed, as one engine write
 * - `value-cache` on `slabs`, with `fetch-guard` so that no older cell replaces a newer one
 * - `scan`, `expiry-index`, `image` (state and sessions), `snapshot-source`, `snapshot-install`
 */
export {
  RangeData,
  type RangeDataOptions,
  type RecoveredImage,
  type SnapshotToSend,
} from "./range-data.ts"

import { type RaftVariant, raftVariants } from "../core/raft/index.ts"
import { type RangeVariant, rangeVariants } from "../core/range/index.ts"
import { type StorageVariant, storageVariants } from "../storage/index.ts"
import { type StoreVariant, storeVariants } from "../store/index.ts"

/** A node with one part broken on purpose: for the simulator's proof that it bites. */
export type NodeVariant = RaftVariant | RangeVariant | StorageVariant | StoreVariant

export const nodeVariants: readonly NodeVariant[] = [
  // One of them takes two parts to be broken.
  ...new Set<NodeVariant>([
    ...raftVariants,
    ...rangeVariants,
    ...storageVariants,
    ...storeVariants,
  ]),
]

interface VariantOption<Variant> {
  readonly variant?: Variant
}

/** What each part of a node is told of its variant: nothing, unless it is its own. */
export interface VariantOptions {
  readonly raft: VariantOption<RaftVariant>
  readonly range: VariantOption<RangeVariant>
  readonly storage: VariantOption<StorageVariant>
  readonly store: VariantOption<StoreVariant>
}

export function variantOptionsOf(variant: NodeVariant | undefined): VariantOptions {
  return {
    raft: optionOf(raftVariants, variant),
    range: optionOf(rangeVariants, variant),
    storage: optionOf(storageVariants, variant),
    store: optionOf(storeVariants, variant),
  }
}

function optionOf<Variant extends NodeVariant>(
  own: readonly Variant[],
  wanted: NodeVariant | undefined,
): VariantOption<Variant> {
  const variant = own.find((known) => known === wanted)
  return variant === undefined ? {} : { variant }
}

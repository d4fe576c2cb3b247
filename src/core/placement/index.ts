/**
 * The placement driver's policy, pure: what stores and leaders of ranges report goes in, plans come
 * out. `Placement` is the machine; types.ts has all words.
 *
 *     observeStore, observeRange ─▶ view of the cluster ─▶ schedule ─▶ operators ─▶ orders
 *
 * Stores are the source of truth: the view is what their newest reports say, and is built anew from
 * them when the driver moves to another node.
 */
export type { ReportFate } from "./directory.ts"
export { describeOperator, describeStep } from "./explain.ts"
export type { Plan } from "./facts.ts"
export * from "./options.ts"
export { Placement } from "./placement.ts"
export * from "./types.ts"
export { type PlacementVariant, placementVariants } from "./variant.ts"

/** The only place where the parts of a node meet: its disk, its machines, its shell. */
export { createApi } from "./api.ts"
export { createNode, type NodeHooks, type RangeInspection, type RunningNode } from "./node.ts"
export { rememberedStores } from "./remembered-stores.ts"
export { type NodeVariant, nodeVariants } from "./variant.ts"

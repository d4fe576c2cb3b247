/**
 * Words that everybody speaks: assertions, ids, bytes, the error catalogue, limits, seeded dice and
 * hybrid time. Depends on nothing, not even on Node.
 */
export * from "./assert.ts"
export * from "./bytes.ts"
export * from "./dice.ts"
export * from "./errors.ts"
export * from "./hybrid-time.ts"
export * from "./ids.ts"
export * from "./limits.ts"
export * from "./stores.ts"
export * from "./token-bucket.ts"
export * from "./turnover-map.ts"

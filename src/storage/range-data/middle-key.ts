import { compareBytes } from "../../base/index.ts"
import type { Engine } from "../../env/index.ts"
import { keyHeadBytes, type RangeKeys } from "./keys.ts"

/** Enough to come within a hundredth of the middle, and no more however many keys there are. */
const stepsMax = 40
const nearEnough = 0.02
/** What is walked where the engine has no idea of sizes: all of it is in memory still. */
const walkBytesMax = 16 * 1_024 * 1_024
const lotBytes = 256 * 1_024

/**
 * A key that leaves about half of the range's bytes on either side, found by bisection over what
 * the engine thinks of spans. Undefined: there are no two keys to cut between.
 */
export async function middleKeyOf(
  engine: Engine,
  keys: RangeKeys,
): Promise<Uint8Array | undefined> {
  const { start, end } = keys.descriptor
  const span = keys.cellSpan(start, end)
  const first = await nextKey(engine, span.gte, span.lt)
  const last = await nextKey(engine, span.gte, span.lt, true)
  if (first === undefined || last === undefined || compareBytes(first, last) === 0) return undefined
  const total = await engine.approximateBytes(span)
  const cut = total === 0 ? undefined : await bisect(engine, first, last, total)
  const found = cut ?? (await walkToMiddle(engine, span.gte, span.lt))
  // Nothing is left of the first key.
  return found === undefined || compareBytes(found, first) <= 0
    ? undefined
    : found.subarray(keyHeadBytes)
}

async function bisect(
  engine: Engine,
  first: Uint8Array,
  last: Uint8Array,
  total: number,
): Promise<Uint8Array | undefined> {
  let low = first
  let high = last
  let best: { readonly key: Uint8Array; readonly share: number } | undefined
  for (let step = 0; step < stepsMax; step += 1) {
    const probe = between(low, high)
    if (probe === undefined) break
    const key = await nextKey(engine, probe, high)
    if (key === undefined) {
      high = probe
      continue
    }
    const share = (await engine.approximateBytes({ gte: first, lt: key })) / total
    if (best === undefined || Math.abs(share - 0.5) < Math.abs(best.share - 0.5)) {
      best = { key, share }
    }
    if (Math.abs(share - 0.5) < nearEnough) break
    if (share < 0.5) low = key
    else high = probe
  }
  // A cut at an edge would make a range of next to nothing.
  return best !== undefined && Math.abs(best.share - 0.5) < 0.4 ? best.key : undefined
}

/** The middle one by bytes of what a bounded walk comes to. */
async function walkToMiddle(
  engine: Engine,
  gte: Uint8Array,
  lt: Uint8Array,
): Promise<Uint8Array | undefined> {
  const view = engine.iterate({ gte, lt, bytesHint: lotBytes })
  const seen: { readonly key: Uint8Array; readonly upTo: number }[] = []
  let bytes = 0
  try {
    while (bytes < walkBytesMax) {
      const lot = await view.next(lotBytes)
      if (lot.length === 0) break
      for (const { key, value } of lot) {
        seen.push({ key: key.slice(), upTo: bytes })
        bytes += key.length + value.length
      }
    }
  } finally {
    await view.close()
  }
  return seen.find(({ upTo }) => upTo >= bytes / 2)?.key
}

async function nextKey(
  engine: Engine,
  gte: Uint8Array,
  lt: Uint8Array,
  reverse = false,
): Promise<Uint8Array | undefined> {
  const view = engine.iterate({ gte, lt, reverse, bytesHint: 1 })
  try {
    const [pair] = await view.next(1)
    return pair?.key.slice()
  } finally {
    await view.close()
  }
}

/** A byte string about half way between two; undefined: they are next to each other. */
export function between(low: Uint8Array, high: Uint8Array): Uint8Array | undefined {
  // One byte more than the longer one: there is always something between, save right after `low`.
  const length = Math.max(low.length, high.length) + 1
  const sum = new Uint8Array(length)
  let carry = 0
  const sums: number[] = []
  for (let at = length - 1; at >= 0; at -= 1) {
    const digit = (low[at] ?? 0) + (high[at] ?? 0) + carry
    sums[at] = digit & 0xff
    carry = digit >> 8
  }
  for (let at = 0; at < length; at += 1) {
    const digit = (carry << 8) | (sums[at] as number)
    sum[at] = digit >> 1
    carry = digit & 1
  }
  const after = compareBytes(sum, low) > 0 && compareBytes(sum, high) < 0
  return after ? sum : undefined
}

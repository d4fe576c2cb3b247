import { KvError } from "../../src/base/index.ts"
import type { StoreSummary } from "../../src/wire/index.ts"
import { lookAny, lookPatiently } from "./ask-any.ts"
import type { Context } from "./context.ts"
import type { Globals } from "./globals.ts"
import { type Progress, progressOf } from "./progress.ts"
import { shownBytes } from "./style.ts"

const lookEveryMs = 1_000
/** A driver that has just begun has not heard of all ranges yet: one look is none. */
const emptyLooksMin = 3
/** Nor has it of what a silent store leads. One that is dead is never heard of again. */
const silentLooksMin = 30

/** A store on its way to a state, as it was at one look. */
interface Look {
  readonly store: StoreSummary
  readonly atMs: number
}

/**
 * Follows a store until it leads nothing (draining) or has nothing (decommissioning): with a bar,
 * or a line whenever something changed. Rejects with KvError `state_changed` when it is to become
 * something else meanwhile.
 */
export async function watchStore(
  context: Context,
  globals: Globals,
  { nodeId, state }: { readonly nodeId: number; readonly state: string },
): Promise<void> {
  const { io } = context
  const json = globals.output === "json"
  let bar: Progress | undefined
  let first: Look | undefined
  let told = ""
  let emptyLooks = 0
  let looksMin = emptyLooksMin
  try {
    while (emptyLooks < looksMin) {
      const stores = await lookPatiently(io, globals, () => lookAny(globals, io.listStores))
      const look = { store: storeOf(stores, nodeId, state), atMs: io.monotonicMs() }
      const { store } = look
      first ??= look
      if (!json && io.errIsTerminal) {
        bar ??= progressOf(io, `store ${nodeId}`, Math.max(1, leftOn(store)), { afterMs: 0 })
      }
      const note = noteOf(look, first)
      bar?.update(leftOn(first.store) - leftOn(store), note)
      const line = json ? JSON.stringify(jsonOf(store)) : `store ${nodeId}: ${note}`
      const changed = String(leftOn(store))
      if (bar === undefined && changed !== told) io.out(`${line}\n`)
      told = changed
      emptyLooks = leftOn(store) === 0 && stores.every(isKnown) ? emptyLooks + 1 : 0
      looksMin = store.heardMsAgo > 0 ? emptyLooksMin : silentLooksMin
      if (emptyLooks < looksMin) await io.pause(lookEveryMs)
    }
  } finally {
    bar?.stop()
  }
  if (!json) io.out(`store ${nodeId} ${ends[state]}\n`)
}

const ends: Readonly<Record<string, string>> = {
  draining: "leads nothing now; it keeps its replicas",
  decommissioning: "has no replicas any more: it can be stopped for good",
}

/** Throws KvError when it is not there any more, or on its way elsewhere. */
function storeOf(stores: readonly StoreSummary[], nodeId: number, state: string): StoreSummary {
  const store = stores.find((other) => other.nodeId === nodeId)
  if (store?.state === state) return store
  const is = store === undefined ? "is not there any more" : `is ${store.state} now`
  const message = `store ${nodeId} ${is}: somebody asked for that meanwhile`
  throw new KvError("state_changed", `${message}; see ringraft store list, then ask again`)
}

/** What a driver says of stores before they all were heard of is not all there is. */
function isKnown({ state, heardMsAgo }: StoreSummary): boolean {
  return state !== "up" || heardMsAgo > 0
}

/** Leaders or replicas that are still to go. */
function leftOn({ state, ranges, leaders }: StoreSummary): number {
  return state === "draining" ? leaders : ranges
}

/** What is left, how fast it went since it was first looked at, and how long that leaves. */
function noteOf({ store, atMs }: Look, first: Look): string {
  const left = leftOn(store)
  const seconds = Math.max(1, atMs - first.atMs) / 1_000
  const gone = leftOn(first.store) - left
  const timeLeft = gone > 0 && left > 0 ? [`${Math.ceil((left * seconds) / gone)} s left`] : []
  if (store.state === "draining") {
    const rate = gone > 0 ? [`${(gone / seconds).toFixed(1)}/s`] : []
    return [`leads ${left} of ${store.ranges} ranges`, ...rate, ...timeLeft].join(", ")
  }
  const bytesGone = first.store.bytes - store.bytes
  const rate = bytesGone > 0 ? [`${shownBytes(Math.round(bytesGone / seconds))}/s`] : []
  const all = `${left} ranges, ${shownBytes(store.bytes)} left to move`
  return [all, ...rate, ...timeLeft].join(", ")
}

function jsonOf({ nodeId, state, ranges, leaders, bytes }: StoreSummary): object {
  return { id: nodeId, state, ranges, leaders, bytes }
}

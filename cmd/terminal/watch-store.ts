import { KvError } from "../../src/base/index.ts"
import type { StoreSummary } from "../../src/wire/index.ts"
import { lookPatiently } from "./ask-any.ts"
import { changesOn } from "./changes.ts"
import type { Context } from "./context.ts"
import type { Globals } from "./globals.ts"
import { type Progress, progressOf } from "./progress.ts"
import { shownBytes } from "./style.ts"

const lookEveryMs = 1_000
/** One look is none: of a replica that is about to come, the store does not know yet. */
const emptyLooksMin = 3

interface Counts {
  readonly ranges: number | null
  readonly leaders: number | null
  readonly bytes: number | null
}

/** A store on its way to a state, as it was at one look. */
interface Look {
  readonly store: StoreSummary
  readonly atMs: number
}

/**
 * Follows a store until it leads nothing (draining) or has nothing (decommissioning), by its own
 * word: with a bar, or a line whenever something changed. Rejects with KvError `state_changed` when
 * it is to become something else meanwhile.
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
  const tell = changesOn(io)
  let emptyLooks = 0
  const begunAtMs = io.monotonicMs()
  try {
    while (emptyLooks < emptyLooksMin) {
      const stores = await lookPatiently(io, globals, io.listStores)
      const look = { store: storeOf(stores, nodeId, state), atMs: io.monotonicMs() }
      const { store } = look
      const left = knownOf(store, leftOn(store))
      if (left !== undefined) first ??= look
      if (!json && io.errIsTerminal) {
        bar ??= progressOf(io, `store ${nodeId}`, Math.max(1, leftOn(store)), { afterMs: 0 })
      }
      const note = left === undefined ? unknownNote : noteOf(look, first ?? look)
      bar?.update(leftOn(first?.store ?? store) - leftOn(store), note)
      const line = json ? JSON.stringify(jsonOf(store)) : `store ${nodeId}: ${note}`
      if (bar === undefined) tell(String(left), line)
      // What it said before it was to go may not be so any more.
      const hasSaid = store.heardMsAgo > 0 && look.atMs - store.heardMsAgo >= begunAtMs
      emptyLooks = left === 0 && hasSaid ? emptyLooks + 1 : 0
      if (emptyLooks < emptyLooksMin) await io.pause(lookEveryMs)
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

const unknownNote = "not heard of since the driver is there: what it has is not known"

/**
 * A count of what a store has; undefined where that is not known: leaders of ranges told of nothing
 * so far, and the store itself was not heard of. What a lost one has is what they tell.
 */
function knownOf({ state, heardMsAgo }: StoreSummary, count: number): number | undefined {
  const isLost = state === "dead" || state === "gone"
  return count > 0 || heardMsAgo > 0 || isLost ? count : undefined
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

function jsonOf(store: StoreSummary): object {
  return { id: store.nodeId, state: store.state, ...countsOf(store) }
}

/** What it has; null: not known. */
export function countsOf(store: StoreSummary): Counts {
  const known = (count: number): number | null => knownOf(store, count) ?? null
  const { ranges, leaders, bytes } = store
  return { ranges: known(ranges), leaders: known(leaders), bytes: known(bytes) }
}

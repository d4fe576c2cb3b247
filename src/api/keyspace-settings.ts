import { emptyBytes, KvError } from "../base/index.ts"
import { formatBytes, formatDurationMs } from "../config/index.ts"
import {
  type CompareAndSwapOperation,
  defaultKeyspace,
  defaultRecord,
  defaultSettings,
  type KeyspaceSettings,
  settingsError,
  systemKeyspaceId,
} from "../core/range/index.ts"
import {
  decodeKeyspaceChange,
  decodeKeyspaceRecord,
  decodeStoreList,
  encodeAlteredKeyspace,
  encodeKeyspaceRecord,
  type KeyspaceChange,
  keyOfRecord,
} from "../wire/index.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { checkName, droppedKeyspace, noSuchKeyspace } from "./keyspaces.ts"
import { perform } from "./own-operation.ts"
import { Steps } from "./steps.ts"
import { askDriverInStep } from "./stores.ts"

/**
 * An AlterKeyspaceRequest in, an AlterKeyspaceResponse out. The record is replaced if it is still
 * what was read: of two who alter it at once, one is refused. Rejects with KvError.
 */
export async function alterKeyspace(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const { name, ...change } = decodeKeyspaceChange(request)
  checkName(name)
  const { replicas, rangeBytes, defaultTtlMs } = change
  if (replicas === 0 && rangeBytes === 0 && defaultTtlMs === undefined) {
    throw new KvError("invalid_argument", `nothing is to be altered of "${name}": say what`)
  }
  if (name === defaultKeyspace && defaultTtlMs) throw noDefaultTtl()
  const steps = new Steps(options, call)
  const key = keyOfRecord(name)
  const { deadline, onBegun } = steps
  const get = { type: "get", key, consistency: "linearizable" } as const
  const read = { keyspaceId: systemKeyspaceId, operation: get, deadline }
  const { cell } = (await perform(options, read, onBegun)).result
  if (cell === undefined && name !== defaultKeyspace) throw noSuchKeyspace(name)
  const current = cell === undefined ? defaultRecord : decodeKeyspaceRecord(cell.value)
  if (current.droppedAtMs > 0) throw droppedKeyspace(name)
  const altered = { ...current, ...settingsOf(change, current) }
  await checkSettings(options, altered, current, steps)
  const operation: CompareAndSwapOperation = {
    ...{ type: "compareAndSwap", key, ttlMs: undefined, requestId: undefined },
    value: encodeKeyspaceRecord(altered),
    expect: cell === undefined ? { type: "absent" } : { type: "version", version: cell.version },
  }
  const swap = { keyspaceId: systemKeyspaceId, operation, deadline }
  const { result } = await perform(options, swap, onBegun)
  if (!result.swapped) throw alteredMeanwhile(name, result.value)
  return encodeAlteredKeyspace(altered)
}

/** What is asked for, and where that is nothing, what is there. */
export function settingsOf(
  { replicas, rangeBytes, defaultTtlMs }: Omit<KeyspaceChange, "name">,
  otherwise: KeyspaceSettings = defaultSettings,
): KeyspaceSettings {
  return {
    replicas: replicas || otherwise.replicas,
    rangeBytes: rangeBytes || otherwise.rangeBytes,
    defaultTtlMs: defaultTtlMs ?? otherwise.defaultTtlMs,
  }
}

/**
 * Throws KvError when no cluster could have such settings, and when this one can't have more
 * replicas than a keyspace has now: each needs a host of its own, or a store where that is allowed.
 */
export async function checkSettings(
  options: CallOptions,
  settings: KeyspaceSettings,
  current: KeyspaceSettings,
  steps: Steps,
): Promise<void> {
  const wrong = settingsError(settings, options.limits)
  if (wrong !== undefined) throw new KvError("invalid_argument", wrong)
  const { replicas } = settings
  if (replicas <= current.replicas) return
  const told = await askDriverInStep(options, "stores", emptyBytes, steps)
  const stores = decodeStoreList(told)
  const staying = stores.filter(({ state }) => state === "up" || state === "draining")
  const { hostsShared } = options
  const homes = new Set(
    staying.map(({ nodeId, labels }) => {
      const { region, zone, rack, host } = labels
      return host === "" || hostsShared
        ? `store ${nodeId}`
        : JSON.stringify([region, zone, rack, host])
    }),
  )
  if (replicas <= homes.size) return
  const needed = hostsShared ? "stores" : "hosts"
  const message = `${replicas} replicas need as many ${needed}, and there are ${homes.size}`
  throw new KvError("state_changed", `${message}: add stores first; nothing was changed`)
}

/** Its settings would have to be known before the first put at every node. */
function noDefaultTtl(): KvError {
  const message = `keys of "${defaultKeyspace}" stay unless each says otherwise`
  return new KvError("invalid_argument", `${message}: make a keyspace that has a default`)
}

function alteredMeanwhile(name: string, value: Uint8Array | undefined): KvError {
  if (value === undefined) return noSuchKeyspace(name)
  const { replicas, rangeBytes, defaultTtlMs, droppedAtMs } = decodeKeyspaceRecord(value)
  if (droppedAtMs > 0) return droppedKeyspace(name)
  const stay = defaultTtlMs === 0 ? "that stay" : `with a TTL of ${formatDurationMs(defaultTtlMs)}`
  const is = `${replicas} replicas, ranges up to ${formatBytes(rangeBytes)}, keys ${stay}`
  const message = `the keyspace "${name}" was altered by somebody else just now: it has ${is}`
  const again = "nothing was changed; alter it again if that is still meant"
  return new KvError("state_changed", `${message}; ${again}`)
}

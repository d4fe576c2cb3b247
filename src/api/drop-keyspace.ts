import { KvError } from "../base/index.ts"
import {
  type CompareAndSwapOperation,
  defaultKeyspace,
  type KeyspaceRecord,
  systemKeyspaceId,
} from "../core/range/index.ts"
import {
  decodeKeyspaceName,
  decodeKeyspaceRecord,
  encodeJob,
  encodeKeyspaceRecord,
  keyOfRecord,
} from "../wire/index.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { checkName, noSuchKeyspace } from "./keyspaces.ts"
import { perform } from "./own-operation.ts"
import { Steps } from "./steps.ts"

/**
 * A DropKeyspaceRequest in, a Job out. All that is done here is that the keyspace's record says so:
 * from then on no node takes it for one that can be used, and the driver has it removed. Rejects
 * with KvError.
 */
export async function dropKeyspace(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const name = decodeKeyspaceName(request)
  checkName(name)
  if (name === defaultKeyspace) {
    const message = `the keyspace "${name}" can't be dropped: clients that name none are there`
    throw new KvError("invalid_argument", `${message}; delete its keys by a range delete`)
  }
  const { deadline, onBegun } = new Steps(options, call)
  const key = keyOfRecord(name)
  const get = { type: "get", key, consistency: "linearizable" } as const
  const read = { keyspaceId: systemKeyspaceId, operation: get, deadline }
  const { cell } = (await perform(options, read, onBegun)).result
  if (cell === undefined) throw noSuchKeyspace(name)
  const record = decodeKeyspaceRecord(cell.value)
  if (record.droppedAtMs > 0) throw droppedAlready(record)
  const droppedAtMs = Math.max(1, Math.floor(options.clock.wallMs()))
  const operation: CompareAndSwapOperation = {
    ...{ type: "compareAndSwap", key, ttlMs: undefined, requestId: undefined },
    value: encodeKeyspaceRecord({ ...record, droppedAtMs }),
    expect: { type: "version", version: cell.version },
  }
  const swap = { keyspaceId: systemKeyspaceId, operation, deadline }
  const { result } = await perform(options, swap, onBegun)
  if (!result.swapped) throw changedMeanwhile(name, result.value)
  return encodeJob({
    ...{ id: record.id, kind: "drop", keyspace: name, ageMs: 0, tookMs: 0 },
    ...{ gone: 0, left: 0, waitsFor: [] },
  })
}

function droppedAlready({ id, name }: KeyspaceRecord): KvError {
  const message = `the keyspace "${name}" is being dropped already: see job ${id}`
  return new KvError("state_changed", message)
}

function changedMeanwhile(name: string, value: Uint8Array | undefined): KvError {
  if (value === undefined) return noSuchKeyspace(name)
  const now = decodeKeyspaceRecord(value)
  if (now.droppedAtMs > 0) return droppedAlready(now)
  const message = `the keyspace "${name}" was altered by somebody else just now`
  return new KvError("state_changed", `${message}: nothing was changed; drop it again`)
}

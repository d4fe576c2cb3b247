import { compareBytes, KvError, type Limits } from "../base/index.ts"
import {
  defaultKeyspace,
  defaultKeyspaceId,
  defaultRecord,
  defaultSettings,
  type KeyspaceRecord,
  type KeyspaceSettings,
  type ScanOperation,
  systemKeyspaceId,
  validateOperation,
} from "../core/range/index.ts"
import {
  decodeKeyspaceCreation,
  decodeKeyspaceRecord,
  encodeCreatedKeyspace,
  encodeKeyspaceList,
  encodeKeyspaceRecord,
  type KeyspaceCreation,
  keyOfRecord,
  keyspaceRecords,
} from "../wire/index.ts"
import type { Call } from "./call.ts"
import { type CallOptions, refuseIfPast } from "./calls.ts"
import { checkSettings, settingsOf } from "./keyspace-settings.ts"
import { checkName } from "./keyspaces.ts"
import { perform } from "./own-operation.ts"
import { newRangeId, Steps } from "./steps.ts"

/**
 * A CreateKeyspaceRequest in, a CreateKeyspaceResponse out. The keyspace is there, with one range,
 * once the first step is done; that it is cut then may end anywhere. Rejects with KvError.
 */
export async function createKeyspace(
  options: CallOptions,
  request: Uint8Array,
  call: Call,
): Promise<Uint8Array> {
  refuseIfPast(call)
  const creation = decodeKeyspaceCreation(request)
  const settings = settingsOf(creation)
  const cuts = checkCreation(creation, settings, options.limits)
  const steps = new Steps(options, call)
  try {
    await checkSettings(options, settings, defaultSettings, steps)
  } catch (error) {
    if (error instanceof KvError && error.code === "invalid_argument") throw error
    // Hosts may have gone since an earlier try made it: a retry gets what that one came to.
    if ((await recordOf(options, creation.name, steps)) === undefined) throw error
  }
  const keyspace = await addKeyspace(options, creation, settings, steps)
  const failed = await cutAt(options, keyspace, cuts, steps)
  const notSplitAt = failed.map(({ at }) => at)
  return encodeCreatedKeyspace({ keyspace, notSplitAt, reason: failed[0]?.reason ?? "" })
}

/** A ListKeyspacesResponse: all keyspaces that clients can use. Rejects with KvError. */
export async function listKeyspaces(options: CallOptions, call: Call): Promise<Uint8Array> {
  refuseIfPast(call)
  return encodeKeyspaceList(await keyspacesOf(options, new Steps(options, call)))
}

/** By name. Rejects with KvError. */
export async function keyspacesOf(
  options: CallOptions,
  { deadline, onBegun }: Steps,
): Promise<readonly KeyspaceRecord[]> {
  const keyspaces: KeyspaceRecord[] = []
  let start: Uint8Array = keyspaceRecords.start
  for (;;) {
    const operation: ScanOperation = {
      ...{ type: "scan", start, end: keyspaceRecords.end, limit: 0 },
      ...{ reverse: false, keysOnly: false, consistency: "linearizable" },
    }
    const scan = { keyspaceId: systemKeyspaceId, operation, deadline }
    const { result } = await perform(options, scan, onBegun)
    for (const { value } of result.cells) keyspaces.push(decodeKeyspaceRecord(value))
    if (!result.more) break
    start = result.resumeKey
  }
  if (!keyspaces.some(({ id }) => id === defaultKeyspaceId)) keyspaces.push(defaultRecord)
  keyspaces.sort((left, right) => (left.name < right.name ? -1 : 1))
  return keyspaces
}

/** The keys to cut at. Throws KvError. */
function checkCreation(
  creation: KeyspaceCreation,
  settings: KeyspaceSettings,
  limits: Limits,
): readonly Uint8Array[] {
  const { name, splitAt, requestId } = creation
  checkName(name)
  if (name === defaultKeyspace) throw exists(name)
  const [key, record] = [
    keyOfRecord(name),
    encodeKeyspaceRecord({ id: 0, name, ...settings, droppedAtMs: 0 }),
  ]
  const add = { type: "addKeyspace", key, record, newId: 0, requestId } as const
  const splits = splitAt.map((at) => ({ type: "split", at, childId: 0 }) as const)
  for (const operation of [add, ...splits]) {
    const invalid = validateOperation(operation, limits)
    if (invalid !== undefined) throw invalid
  }
  splitAt.forEach((at, i) => {
    if (i === 0 || compareBytes(splitAt[i - 1] as Uint8Array, at) < 0) return
    const message = `key ${i + 1} to split at does not come behind the one before it`
    throw new KvError("invalid_argument", `${message}: give them in order, each once`)
  })
  return splitAt
}

async function addKeyspace(
  options: CallOptions,
  { name, requestId }: KeyspaceCreation,
  settings: KeyspaceSettings,
  steps: Steps,
): Promise<KeyspaceRecord> {
  const newId: number = await newRangeId(options, steps)
  const record = encodeKeyspaceRecord({ id: newId, name, ...settings, droppedAtMs: 0 })
  const key = keyOfRecord(name)
  const operation = { type: "addKeyspace", key, record, newId, requestId } as const
  const add = { keyspaceId: systemKeyspaceId, operation, deadline: steps.deadline }
  try {
    const { result } = await perform(options, add, steps.onBegun)
    // A retry gets the answer of the first try, which had another id.
    return { id: result.range.keyspaceId, name, ...settings, droppedAtMs: 0 }
  } catch (error) {
    if (!(error instanceof KvError) || error.code !== "keyspace_exists") throw error
    throw exists(name, await recordOf(options, name, steps))
  }
}

/** undefined: there is no such keyspace now. */
async function recordOf(
  options: CallOptions,
  name: string,
  { deadline, onBegun }: Steps,
): Promise<KeyspaceRecord | undefined> {
  const get = { type: "get", key: keyOfRecord(name), consistency: "linearizable" } as const
  const read = { keyspaceId: systemKeyspaceId, operation: get, deadline }
  const { cell } = (await perform(options, read, onBegun)).result
  return cell && decodeKeyspaceRecord(cell.value)
}

interface Failed {
  readonly at: Uint8Array
  readonly reason: string
}

/** In halves, side by side: no range has to be cut twice at a time. Gives what did not work. */
async function cutAt(
  options: CallOptions,
  keyspace: KeyspaceRecord,
  cuts: readonly Uint8Array[],
  steps: Steps,
): Promise<readonly Failed[]> {
  const middle = cuts.length >>> 1
  const at = cuts[middle]
  if (at === undefined) return []
  const failed = await cutOnce(options, keyspace, at, steps)
  const halves = [cuts.slice(0, middle), cuts.slice(middle + 1)]
  const rest = await Promise.all(halves.map((half) => cutAt(options, keyspace, half, steps)))
  return [...(failed === undefined ? [] : [failed]), ...rest.flat()]
}

async function cutOnce(
  options: CallOptions,
  { id }: KeyspaceRecord,
  at: Uint8Array,
  steps: Steps,
): Promise<Failed | undefined> {
  try {
    const childId = await newRangeId(options, steps)
    const operation = { type: "split", at, childId } as const
    const split = { keyspaceId: id, operation, deadline: steps.deadline }
    await perform(options, split, steps.onBegun)
    return undefined
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    // Any key lies in the keyspace: a range begins there already, cut by an earlier try.
    if (error.code === "invalid_argument") return undefined
    return { at, reason: error.message }
  }
}

function exists(name: string, record?: KeyspaceRecord): KvError {
  const goes = record !== undefined && record.droppedAtMs > 0
  const which = record && ` (id ${record.id}, ${record.replicas} replicas)`
  const is = goes
    ? `is being dropped: wait until job ${record.id} has ended`
    : `exists${which ?? ""}: alter it, or choose another name`
  return new KvError("keyspace_exists", `the keyspace "${name}" ${is}; nothing was changed`)
}

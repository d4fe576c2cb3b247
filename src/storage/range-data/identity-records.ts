import type { KeyspaceId, RangeId, ReplicaId } from "../../base/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { decodeDescriptor, encodeDescriptor } from "../../wire/index.ts"
import { withFreshView } from "./fresh-view.ts"
import { identityKey, identityKeys, rangeIdOf } from "./keys.ts"
import { corruptRecord, seal, unseal } from "./sealed-record.ts"
import { decodeNumbers, encodeNumbers } from "./state-records.ts"

/**
 * Which replica of a range this store has, or had. Replicas that came by a change of configuration
 * have such a record, and those that are gone leave it as their tombstone: what is said to an older
 * one must not bring it back, for it has forgotten its vote (rules 18 and 49).
 */
export interface Identity {
  readonly replicaId: ReplicaId
  readonly removed: boolean
  /** The range was taken in by its neighbour: no replica of it is anywhere, or should be. */
  readonly merged?: boolean
  /** What the range is of; `unknownRange`'s where nobody could tell. */
  readonly keyspaceId: KeyspaceId
  /** Keys that a removed replica held and that are not cleared yet. */
  readonly leftover: RangeDescriptor | undefined
}

const lotBytes = 64 * 1_024
const headBytes = 24

export function identityWrite(rangeId: RangeId, identity: Identity): EngineWrite {
  const { replicaId, removed, merged, keyspaceId, leftover } = identity
  const how = removed ? (merged === true ? 2 : 1) : 0
  const numbers = encodeNumbers([replicaId, how, keyspaceId])
  const rest = leftover === undefined ? new Uint8Array(0) : encodeDescriptor(leftover)
  const body = new Uint8Array(headBytes + rest.length)
  body.set(numbers)
  body.set(rest, headBytes)
  return { type: "put", ...seal(identityKey(rangeId), body) }
}

/** All of them. Throws KvError `data_loss`. */
export function loadIdentities(engine: Engine): Promise<Map<RangeId, Identity>> {
  return withFreshView(() => readIdentities(engine))
}

async function readIdentities(engine: Engine): Promise<Map<RangeId, Identity>> {
  const identities = new Map<RangeId, Identity>()
  const view = engine.iterate({ ...identityKeys, bytesHint: lotBytes })
  try {
    for (;;) {
      const lot = await view.next(lotBytes)
      if (lot.length === 0) return identities
      for (const { key, value } of lot) {
        identities.set(rangeIdOf(key), decodeIdentity(unseal(key, value)))
      }
    }
  } finally {
    await view.close()
  }
}

function decodeIdentity(body: Uint8Array): Identity {
  if (body.length < headBytes) throw corruptRecord("a stored identity is shorter than any")
  const [replicaId, how, keyspaceId] = decodeNumbers(body.subarray(0, headBytes), 3)
  const rest = body.subarray(headBytes)
  const leftover = rest.length === 0 ? undefined : decodeDescriptor(rest)
  const identity = { replicaId, removed: how > 0, keyspaceId, leftover }
  return how === 2 ? { ...identity, merged: true } : identity
}

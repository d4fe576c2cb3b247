import { assert, compareBytes, copyBytes } from "../../base/index.ts"
import { noSessions } from "../../core/range/index.ts"
import type {
  AppliedState,
  RangeDescriptor,
  RangeImage,
  SessionImage,
} from "../../core/range/types.ts"
import type { Engine, EngineWrite } from "../../env/index.ts"
import { emptySnapshotMeta } from "../../wire/index.ts"
import { withFreshView } from "./fresh-view.ts"
import type { RangeKeys } from "./keys.ts"
import { corruptRecord, seal, unseal } from "./sealed-record.ts"
import {
  decodeChunk,
  decodeNumbers,
  decodeSession,
  decodeState,
  encodeNumbers,
  encodeState,
} from "./state-records.ts"

const lotBytes = 256 * 1_024

/** What a range is beside its cells, as the engine has it. */
export interface Image {
  /** Configuration to go on with while nothing here may be read; undefined: no mark. */
  readonly mark: AppliedState | undefined
  /** undefined: nothing was ever applied. */
  readonly state: AppliedState | undefined
}

/** Reads the mark and the applied state. Throws KvError `data_loss`. */
export async function loadImage(engine: Engine, keys: RangeKeys): Promise<Image> {
  const [mark, state] = await engine.getMany([keys.mark, keys.applied])
  return {
    mark: mark === undefined ? undefined : decodeState(unseal(keys.mark, mark)),
    state: state === undefined ? undefined : decodeState(unseal(keys.applied, state)),
  }
}

/** Reads the session table. Throws KvError `data_loss`. */
export function loadSessions(engine: Engine, keys: RangeKeys): Promise<SessionImage> {
  return withFreshView(() => readSessions(engine, keys))
}

async function readSessions(engine: Engine, keys: RangeKeys): Promise<SessionImage> {
  const sessions: SessionImage["sessions"][number][] = []
  const forgotten: SessionImage["forgotten"][number][] = []
  const chunks: SessionImage["chunks"][number][] = []
  let complete = false
  const view = engine.iterate({ ...keys.sessions, bytesHint: lotBytes })
  try {
    for (;;) {
      const pairs = await view.next(lotBytes)
      if (pairs.length === 0) break
      for (const { key, value } of pairs) {
        const read = keys.readImageKey(key)
        const body = unseal(key, value)
        if (read?.type === "session") sessions.push(decodeSession(read.clientId, body))
        else if (read?.type === "forgotten") {
          const [time] = decodeNumbers(body, 1)
          forgotten.push({ clientId: copyBytes(read.clientId), time })
        } else if (read?.type === "chunk") {
          chunks.push({ index: read.index, results: decodeChunk(body) })
        } else if (read?.type === "sessionsEnd") complete = true
        else throw corruptRecord("a record is where none belongs")
      }
    }
  } finally {
    await view.close()
  }
  if (!complete) throw corruptRecord("the stored sessions have no end")
  return { sessions, forgotten, chunks }
}

export function stateWrite(keys: RangeKeys, state: AppliedState): EngineWrite {
  return { type: "put", ...seal(keys.applied, encodeState(state)) }
}

/** Nothing but the mark is durable of the range from here on, and as of when its members are. */
export function markWrite(keys: RangeKeys, state: AppliedState): EngineWrite {
  const { index } = state
  return { type: "put", ...seal(keys.mark, encodeState({ ...nothingOf(state), index })) }
}

/** A range of which only what it is, and who holds it, is known any more. */
export function nothingOf({ configuration, descriptor }: AppliedState): AppliedState {
  return { index: 0, term: 0, time: 0, configuration, descriptor }
}

/** What is known while nothing may be read. Undefined: not even who the voters are. */
export function onlyConfiguration(state: AppliedState, snapshot?: "waits"): RangeImage | undefined {
  if (state.configuration.voters.length === 0) return undefined
  const snapshotWaits = snapshot !== undefined
  return { state: nothingOf(state), sessions: noSessions, configuredAt: state.index, snapshotWaits }
}

/** A range of which nothing is known but what it is. */
export function nothingKnown(descriptor: RangeDescriptor): AppliedState {
  return { ...emptySnapshotMeta, time: 0, descriptor }
}

export function checkpointWrite(keys: RangeKeys, index: number): EngineWrite {
  return { type: "put", ...seal(keys.checkpoint, encodeNumbers([index])) }
}

/** What iterators must come to. */
export function endWrites(keys: RangeKeys): readonly EngineWrite[] {
  return [keys.sessionsEnd, keys.cellsEnd].map((key) => {
    return { type: "put", ...seal(key, new Uint8Array(0)) }
  })
}

/** What says that a range is here. */
export function stateRemovals(keys: RangeKeys, holds: boolean): readonly EngineWrite[] {
  const { mark, applied, checkpoint, sessionsEnd } = keys
  // Who holds no keys has nothing of its own but the end that letting go left.
  const rest = holds ? [] : [sessionsEnd]
  return [mark, applied, checkpoint, ...rest].map((key) => ({ type: "del", key }))
}

/** Keys that come out of order were damaged on their way. */
export class OrderCheck {
  readonly #sign: 1 | -1
  #last: Uint8Array | undefined

  constructor(reverse: boolean) {
    this.#sign = reverse ? -1 : 1
  }

  next(key: Uint8Array): void {
    assert(key.length > 0, "a key without bytes")
    const last = this.#last
    this.#last = key
    if (last === undefined || this.#sign * compareBytes(key, last) > 0) return
    throw corruptRecord("stored keys are not in order")
  }
}

import { type KeyspaceId, KvError, type MonotonicMs } from "../base/index.ts"
import {
  defaultKeyspace,
  defaultRecord,
  type KeyspaceRecord,
  systemKeyspace,
  systemKeyspaceId,
} from "../core/range/index.ts"
import type { Clock } from "../env/index.ts"
import type { OperationService, PendingOperation } from "../store/types.ts"
import { decodeKeyspaceRecord, keyOfRecord } from "../wire/index.ts"
import type { Admission } from "./admission.ts"
import { withDefaultTtl } from "./default-ttl.ts"
import { perform } from "./own-operation.ts"

/** In place of the id of a keyspace that is being looked up. No keyspace has it. */
export const notYetKnown: KeyspaceId = 0xffff_ffff

const nameCharactersMax = 64
/** What was looked up is looked up again after this, in the background; it serves twice as long. */
const ageMsMax = 5_000
const refreshMsMax = 5_000
/** Names that were looked up and are kept; beyond, they are looked up anew. */
const keptMax = 1_000

interface KeyspacesOptions {
  readonly service: OperationService
  readonly admission: Admission
  readonly clock: Clock
}

/** An operation whose keyspace is not known here, at least not yet. */
export interface Stranger {
  readonly pending: PendingOperation
  readonly keyspace: string
}

/** A look-up under way, shared by all who ask for the name. */
interface LookUp {
  /** In the order in which look-ups and questions came. */
  readonly number: number
  readonly until: MonotonicMs
  readonly record: Promise<KeyspaceRecord | undefined>
}

interface Kept {
  readonly record: KeyspaceRecord
  /** When it was looked up, or could not be, for the last time. */
  atMs: MonotonicMs
  refreshing: boolean
}

/**
 * What clients call keyspaces, and what they are. The store knows all that it has seen applied: a
 * name that it knows costs one look in a map. Any other is read from the cluster's own range, so
 * that a keyspace can be used at any node once its creation was answered.
 */
export class Keyspaces {
  readonly #options: KeyspacesOptions
  readonly #lookUps = new Map<string, LookUp>()
  readonly #kept = new Map<string, Kept>()
  #count = 0

  constructor(options: KeyspacesOptions) {
    this.#options = options
  }

  /**
   * What is known here of a keyspace; undefined: nothing. Of "default", which is always there, only
   * what every cluster has in common. Throws KvError `unknown_keyspace` where there can't be one.
   */
  known(name: string): KeyspaceRecord | undefined {
    if (name === "" || name === defaultKeyspace) return defaultRecord
    const { keyspaces } = this.#options.service
    const record = keyspaces.named(name) ?? this.#keptOf(name)
    if (record === undefined && nameError(name) !== undefined) throw unknownKeyspace(name)
    // Of one that was dropped the name may be another's by now: that is to be looked up.
    if (record === undefined || record.droppedAtMs > 0) return undefined
    return keyspaces.isDropped(record.id) ? undefined : record
  }

  /** Rejects with KvError: `unknown_keyspace`, and whatever keeps the look-up from its end. */
  async find(name: string, deadline: MonotonicMs): Promise<KeyspaceRecord> {
    return this.known(name) ?? (await this.#lookUp(name, deadline))
  }

  /** Submits each operation once its keyspace is found, or answers that it is not. */
  submit(strangers: readonly Stranger[]): void {
    for (const { pending, keyspace } of strangers) {
      this.find(keyspace, pending.deadline).then(
        ({ id, defaultTtlMs }) => {
          pending.keyspaceId = id
          Object.assign(pending, withDefaultTtl(pending, defaultTtlMs))
          this.#options.service.submit([pending])
        },
        (error: unknown) => refuse(pending, error),
      )
    }
  }

  /** "No" is an answer for those only who asked before it was looked up. */
  async #lookUp(name: string, deadline: MonotonicMs): Promise<KeyspaceRecord> {
    const asked = this.#next()
    for (;;) {
      const { number, until, record } = this.#join(name, deadline)
      try {
        const found = await record
        if (found !== undefined && found.droppedAtMs === 0) return found
        if (number > asked) {
          throw found === undefined ? unknownKeyspace(name) : droppedKeyspace(name)
        }
      } catch (error) {
        // Whoever began it had less time.
        const late = error instanceof KvError && error.code === "deadline_exceeded"
        if (!late || until >= deadline) throw error
      }
    }
  }

  #join(name: string, deadline: MonotonicMs): LookUp {
    const underWay = this.#lookUps.get(name)
    if (underWay !== undefined && underWay.until <= deadline) return underWay
    const number = this.#next()
    const record = this.#read(name, deadline).finally(() => {
      if (this.#lookUps.get(name)?.number === number) this.#lookUps.delete(name)
    })
    const begun = { number, until: deadline, record }
    this.#lookUps.set(name, begun)
    return begun
  }

  async #read(name: string, deadline: MonotonicMs): Promise<KeyspaceRecord | undefined> {
    const key = keyOfRecord(name)
    const operation = { type: "get", key, consistency: "linearizable" } as const
    const read = { keyspaceId: systemKeyspaceId, operation, deadline }
    const { cell } = (await perform(this.#options, read, () => {})).result
    const record = cell && decodeKeyspaceRecord(cell.value)
    if (record === undefined) this.#kept.delete(name)
    else this.#keep(name, record)
    return record
  }

  #keep(name: string, record: KeyspaceRecord): void {
    if (this.#kept.size >= keptMax) this.#kept.clear()
    const atMs = this.#options.clock.monotonicMs()
    this.#kept.set(name, { record, atMs, refreshing: false })
  }

  /** Nobody tells this node when what it looked up is not so any more: it has to look again. */
  #keptOf(name: string): KeyspaceRecord | undefined {
    const kept = this.#kept.get(name)
    if (kept === undefined) return undefined
    const ageMs = this.#options.clock.monotonicMs() - kept.atMs
    if (ageMs > ageMsMax && !kept.refreshing) this.#refresh(name, kept)
    return ageMs > 2 * ageMsMax ? undefined : kept.record
  }

  #refresh(name: string, kept: Kept): void {
    const { clock } = this.#options
    kept.refreshing = true
    this.#read(name, clock.monotonicMs() + refreshMsMax).catch(() => {
      // Who could not be asked has changed nothing either: what is known serves until the next try.
      kept.atMs = clock.monotonicMs()
      kept.refreshing = false
    })
  }

  #next(): number {
    this.#count += 1
    return this.#count
  }
}

/** Throws KvError `invalid_argument` for what no keyspace can be called. */
export function checkName(name: string): void {
  const wrong = nameError(name)
  if (wrong !== undefined) throw new KvError("invalid_argument", wrong)
}

/** What is wrong with the name of a keyspace to be; undefined: nothing. */
function nameError(name: string): string | undefined {
  if (name === "") return `the name of the keyspace is empty: give it ${nameAlphabet}`
  if (name === systemKeyspace) {
    return `the keyspace "${systemKeyspace}" is the cluster's own, and stays as it is: name another`
  }
  if (name.length > nameCharactersMax) {
    return `the name of the keyspace has more than ${nameCharactersMax} characters`
  }
  if (/^[a-z0-9._-]+$/.test(name)) return undefined
  return `a keyspace can't be called ${JSON.stringify(name)}: give it ${nameAlphabet}`
}

const nameAlphabet = 'a-z, 0-9, "-", "_", "."'

/** For whoever wants to change one; keys are asked of by others. */
export function noSuchKeyspace(name: string): KvError {
  const which = "`ringraft keyspace list` shows which there are"
  return new KvError("unknown_keyspace", `there is no keyspace ${JSON.stringify(name)}: ${which}`)
}

export function unknownKeyspace(name: string): KvError {
  if (name === systemKeyspace) {
    const message = `the keyspace "${name}" is the cluster's own, and not for clients`
    const instead = `name another, or leave it empty for "${defaultKeyspace}"`
    return new KvError("unknown_keyspace", `${message}: ${instead}`)
  }
  const cut = name.length > nameCharactersMax
  const shown = JSON.stringify(cut ? `${name.slice(0, nameCharactersMax)}…` : name)
  return new KvError(
    "unknown_keyspace",
    `there is no keyspace ${shown}: create it, or leave it empty for "${defaultKeyspace}"`,
  )
}

/** For one whose record is there still. */
export function droppedKeyspace(name: string): KvError {
  return new KvError("unknown_keyspace", `the keyspace "${name}" was dropped`)
}

function refuse(pending: PendingOperation, error: unknown): void {
  if (!(error instanceof KvError)) throw error
  const { code, message, context } = error
  const { retryAfterMs } = context
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  pending.sink.deliver(pending, { type: "error", code, message }, hint)
}

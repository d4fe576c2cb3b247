import {
  assert,
  generationOf,
  type HybridTime,
  type Limits,
  type LogIndex,
  type Term,
} from "../../base/index.ts"
import type { Configuration } from "../raft/types.ts"
import { BatchCells, type CellSource, type KeySpan } from "./batch-cells.ts"
import { type Execution, execute, spanOf, visibleAt } from "./execute.ts"
import { frozenFor, isPlain, isTarget, joinedTime, thawed, withSource } from "./merge.ts"
import type { PackedSessions } from "./packed-sessions.ts"
import { holdsKey } from "./placing.ts"
import { noSessions, SessionTable, type SessionTableView } from "./session-table.ts"
import { firstRangeOf, splitOf, splitRefusal } from "./split.ts"
import type {
  AppliedBatch,
  AppliedState,
  Cell,
  CheckStep,
  Command,
  CommandEntry,
  Operation,
  OperationResult,
  RangeDescriptor,
  RangeImage,
  SessionImage,
  SessionWrites,
  WriteOperation,
} from "./types.ts"
import type { RangeVariant } from "./variant.ts"

/** Entries stop being added to one fetch once it has this many keys. */
const fetchKeysMax = 1_024

/** "skip-entry" loses the effect of every entry whose index this divides. */
const skippedEntry = 7

interface RangeMachineOptions {
  readonly state: AppliedState
  readonly sessions: SessionImage
  /** Those that decide results must be the same on every replica of the range. */
  readonly limits: Limits
  readonly variant?: RangeVariant
}

/** What must be known before a prefix of the entries can be applied. */
export interface Plan {
  readonly count: number
  readonly keys: readonly Uint8Array[]
  /** Of cells that expired: of what they hold nothing but that must be known. */
  readonly purged: readonly Uint8Array[]
  readonly spans: readonly KeySpan[]
  /** A range that is to be taken in: what it holds must be known, and be the engine's. */
  readonly absorbs: RangeDescriptor | undefined
}

/** A range that was brought to its freeze, for another one to take in. */
export interface YieldedRange {
  readonly state: AppliedState
  readonly sessions: SessionTableView
}

/**
 * The replicated state machine of one range: committed entries in, cell writes and results out. It
 * holds no cells, only what must be known of all of them: how far it got, log time, the sessions.
 * The same entries give the same cells, results and sessions, whatever batches they come in.
 */
export class RangeMachine {
  readonly #limits: Limits
  readonly #variant: RangeVariant | undefined
  #table: SessionTable | undefined
  /** Instead of the table, while nothing happens to the range. */
  #packed: PackedSessions | undefined
  #state: AppliedState
  /** Those of `#state` while a batch is under way. */
  #index: LogIndex
  #term: Term
  #time: HybridTime
  #descriptor: RangeDescriptor
  #configured: { readonly configuration: Configuration; readonly index: LogIndex } | undefined
  #child: RangeImage | undefined
  #check: CheckStep | undefined
  #absorbed: RangeDescriptor | undefined

  constructor({ state, sessions, limits, variant }: RangeMachineOptions) {
    this.#limits = limits
    this.#variant = variant
    const forgets = variant === "forget-sessions-on-snapshot"
    this.#table = new SessionTable(forgets ? noSessions : sessions, limits)
    this.#state = state
    this.#index = state.index
    this.#term = state.term
    this.#time = state.time
    this.#descriptor = state.descriptor
  }

  /** As of the last batch. A new object for every batch. */
  get state(): AppliedState {
    return this.#state
  }

  get sessions(): SessionTableView {
    return this.#sessions.view()
  }

  /** What is broken inside, if anything: see `checkRange`. */
  get sessionFaults(): readonly string[] {
    return this.#sessions.faults(this.#state.index, this.#state.time)
  }

  /** Nothing is going to happen for a while: it takes less memory until something does. */
  rest(): void {
    this.#packed ??= this.#table?.pack()
    if (this.#packed !== undefined) this.#table = undefined
  }

  /** The configuration that the next entry, at `index`, brings. That entry is applied next. */
  withConfiguration(configuration: Configuration, index: LogIndex): void {
    assert(index === this.#index + 1, "a configuration must be that of the next entry")
    this.#configured = { configuration, index }
  }

  /**
   * The longest prefix of entries that can be applied with one fetch, and what to fetch. None is
   * added behind `keysMax` cells, for each may be large. Blind writes need nothing. A delete-range
   * sees the engine's keys as its entry finds them, so its entry begins a batch: or its result
   * would depend on where batches end. What bears a range is one by itself, for the range begins
   * with its engine write; so are the steps of a check, for which the engine must have what is
   * applied up to them and nothing more.
   */
  plan(entries: readonly CommandEntry[], keysMax = fetchKeysMax): Plan {
    const keys: Uint8Array[] = []
    const purged: Uint8Array[] = []
    const spans: KeySpan[] = []
    let count = 0
    for (const { command } of entries) {
      if (command?.type === "absorb" && count === 0 && this.#absorbs(command)) {
        return { count: 1, keys, purged, spans, absorbs: command.source }
      }
      const rangeKeysMax = this.#rangeKeysMax(command)
      const alone = command !== undefined && isAlone(command)
      if (alone && count > 0) break
      const full = keys.length + purged.length >= keysMax
      if (count > 0 && (rangeKeysMax !== undefined || full)) break
      count += 1
      if (command?.type === "purge") purged.push(...command.keys)
      else if (command?.type === "batch") {
        for (const operation of command.operations) {
          if (readsItsCell(operation)) keys.push(operation.key)
          else if (operation.type === "deleteRange" && rangeKeysMax !== undefined) {
            spans.push(spanOf(operation, rangeKeysMax))
          }
        }
      }
      if (alone) break
    }
    return { count, keys, purged, spans, absorbs: undefined }
  }

  /**
   * Applies entries that one plan covers and moves on. The machine is ahead of the engine until
   * this and what `takeSessions` gives are there, in one write.
   */
  apply(
    entries: readonly CommandEntry[],
    source: CellSource,
    yielded?: YieldedRange,
  ): AppliedBatch {
    assert(entries.length > 0, "a batch must have entries")
    const cells = new BatchCells(source)
    const results: (readonly OperationResult[])[] = []
    let { configuration } = this.#state
    for (const entry of entries) {
      assert(
        entry.index === this.#index + 1,
        "entries must be applied in order, each once (rule 16)",
      )
      assert(entry.term >= this.#term, "terms in a log never fall")
      this.#index = entry.index
      this.#term = entry.term
      if (this.#configured?.index === entry.index) {
        configuration = this.#configured.configuration
        const configVersion = this.#descriptor.configVersion + 1
        assertOfThePast(configuration, configVersion)
        this.#descriptor = { ...this.#descriptor, configVersion }
      }
      results.push(this.#applyCommand(entry.command, cells, yielded))
    }
    this.#configured = undefined
    const child = this.#child
    assert(child === undefined || entries.length === 1, "what bears a range is a batch by itself")
    this.#child = undefined
    const check = this.#check
    assert(check === undefined || entries.length === 1, "a check must be a batch by itself")
    this.#check = undefined
    const absorbed = this.#absorbed
    this.#absorbed = undefined
    this.#state = this.#stateWith(configuration)
    return { state: this.#state, cells: cells.writes, results, child, absorbed, check }
  }

  /** What changed in the sessions since this was last asked: due in the next engine write. */
  takeSessions(): SessionWrites {
    return this.#sessions.flush(this.#index)
  }

  /**
   * The cell as a reader sees it: what expired by log time is gone. `time`: of the data it is from.
   */
  visible(cell: Cell | undefined, time: HybridTime = this.#state.time): Cell | undefined {
    return visibleAt(cell, time)
  }

  get #sessions(): SessionTable {
    return this.#table ?? this.#openTable()
  }

  #openTable(): SessionTable {
    assert(this.#packed !== undefined, "the sessions are neither packed nor open")
    this.#table = SessionTable.open(this.#packed, this.#limits)
    this.#packed = undefined
    return this.#table
  }

  #applyCommand(
    command: Command | undefined,
    cells: BatchCells,
    yielded: YieldedRange | undefined,
  ): readonly OperationResult[] {
    if (command === undefined) return noResults
    assert(command.time > this.#time, "stamps must grow along the log")
    if (command.type === "absorb") return [this.#absorb(command, yielded)]
    if (!this.#takes(command)) return this.#passOver(command)
    if (command.type === "freeze") return [this.#freeze(command)]
    if (command.type === "thaw") {
      this.#time = command.time
      this.#descriptor = thawed(this.#descriptor)
      return noResults
    }
    if (command.type === "split") return [this.#split(command)]
    if (command.type === "hash" || command.type === "verdict") {
      this.#time = command.time
      this.#check = command
      return noResults
    }
    if (command.type === "purge") {
      this.#time = command.time
      purge(command.keys, command.time, cells, this.#descriptor)
      return noResults
    }
    const rangeKeysMax = this.#rangeKeysMax(command) ?? 0
    assert(rangeKeysMax === 0 || cells.writes.length === 0, "a delete-range must begin its batch")
    const { end } = this.#descriptor
    const onKeyspaceAdded = (newId: number): RangeDescriptor => this.#bearFirst(newId, command)
    const execution = { cells, rangeKeysMax, end, onKeyspaceAdded, variant: this.#variant }
    cells.mute(this.#variant === "skip-entry" && this.#index % skippedEntry === 0)
    const { operations, time } = command
    this.#time = time
    const results: OperationResult[] = []
    for (let i = 0; i < operations.length; i += 1) {
      const operation = operations[i] as WriteOperation
      this.#assertHeld(operation)
      results.push(this.#applyOperation(operation, time + i, execution))
    }
    cells.mute(false)
    this.#time = Math.max(time, time + operations.length - 1)
    return results
  }

  /** Whether a command is for the range as it is now (rule 43). */
  #takes(command: Command): boolean {
    const { version, frozen } = this.#descriptor
    const variant = this.#variant
    if (variant === "apply-without-epoch-check") return true
    const asIfServed = variant === "served-while-frozen" && command.type === "batch"
    if (asIfServed && frozen !== undefined) return command.rangeVersion + 1 >= version
    if (command.rangeVersion !== version) return false
    return (command.type === "thaw") === (frozen !== undefined)
  }

  /** A leader proposes for the range that it leads, and the version says that it is still this. */
  #assertHeld(operation: WriteOperation): void {
    if (this.#variant === "apply-without-epoch-check") return
    const first = operation.type === "deleteRange" ? operation.start : operation.key
    assert(holdsKey(this.#descriptor, first), "a write to a key of another range")
  }

  /** Proposed when the range was another: without effect, save that log time goes on. */
  #passOver(command: Command): readonly OperationResult[] {
    const operations = command.type === "batch" ? command.operations.length : 1
    // What is frozen is the same everywhere, however far replicas have come.
    const stands = this.#descriptor.frozen !== undefined
    if (!stands) this.#time = Math.max(command.time, command.time + operations - 1)
    const { type } = command
    const answered = type === "batch" || type === "split" || type === "freeze"
    return answered ? new Array(operations).fill(rangeChanged) : noResults
  }

  #freeze(command: Command & { readonly type: "freeze" }): OperationResult {
    this.#time = command.time
    const { configVersion } = this.#descriptor
    if (configVersion !== command.configVersion || !isPlain(this.#state.configuration)) {
      return replicasChanged
    }
    const { into, target } = command
    const freeze = { into, ...target, index: this.#index, term: this.#term }
    this.#descriptor = frozenFor(this.#descriptor, freeze)
    return { type: "merge", range: this.#descriptor }
  }

  /** Whether a range is taken in now. It depends on this range's log alone. */
  #absorbs({ source, giveUp }: Command & { readonly type: "absorb" }): boolean {
    if (giveUp) return false
    return this.#variant === "absorb-without-epoch-check" || isTarget(this.#descriptor, source)
  }

  #absorb(
    command: Command & { readonly type: "absorb" },
    yielded: YieldedRange | undefined,
  ): OperationResult {
    this.#time = command.time
    if (this.#absorbs(command)) {
      assert(yielded !== undefined, "a range is taken in that is not here")
      const source = yielded.state.descriptor
      const loose = this.#variant === "absorb-without-epoch-check"
      assert(loose || isTarget(this.#descriptor, source), "a range is taken in that has gone on")
      const forgets = this.#variant === "absorb-without-sessions"
      this.#time = joinedTime(command.time, yielded.state)
      if (!forgets) this.#sessions.absorb(yielded.sessions, this.#index, this.#time)
      this.#descriptor = withSource(this.#descriptor, source)
      this.#absorbed = source
    } else if (command.giveUp && isTarget(this.#descriptor, command.source)) {
      // From here on the other outcome is not possible any more.
      this.#descriptor = { ...this.#descriptor, version: this.#descriptor.version + 1 }
    }
    return { type: "absorb", range: this.#descriptor }
  }

  #split(command: Command & { readonly type: "split" }): OperationResult {
    this.#time = command.time
    const refusal = splitRefusal(this.#descriptor, command.at)
    if (refusal !== undefined) return refusal
    const { configuration } = this.#state
    const { left, right, childState } = splitOf(
      this.#stateWith(configuration),
      new Uint8Array(command.at),
      command.childId,
    )
    this.#descriptor = left
    const forgets = this.#variant === "split-without-sessions"
    const sessions = forgets ? noSessions : this.#sessions.image(this.#index)
    this.#child = { state: childState, sessions }
    return { type: "split", left, right }
  }

  #bearFirst(newId: number, { time }: Command): RangeDescriptor {
    assert(this.#child === undefined, "an entry bears one range at most")
    const parent = this.#stateWith(this.#state.configuration)
    const state = firstRangeOf({ ...parent, time }, newId)
    this.#child = { state, sessions: noSessions }
    return state.descriptor
  }

  #stateWith(configuration: Configuration): AppliedState {
    const descriptor = this.#descriptor
    return { index: this.#index, term: this.#term, time: this.#time, configuration, descriptor }
  }

  #applyOperation(
    operation: WriteOperation,
    version: HybridTime,
    execution: Execution,
  ): OperationResult {
    const id = operation.requestId
    if (id === undefined) return execute(operation, version, execution)
    const session = this.#sessions.open(id, this.#index, this.#time)
    if (session === undefined || id.sequence < session.acknowledgedBelow) return sessionForgotten
    const first = this.#sessions.recall(session, id.sequence)
    if (first !== undefined && this.#variant !== "apply-twice-on-retry") {
      return first.type === operation.type || first.type === "error" ? first : usedTwice
    }
    if (first !== undefined) return execute(operation, version, execution)
    if (!this.#sessions.hasRoom(session)) return tooManyUnacknowledged
    const result = execute(operation, version, execution)
    this.#sessions.remember(session, id.sequence, result)
    return result
  }

  /**
   * How many stored keys each delete-range of a command may look at; undefined when it has none.
   * They share the limit, for all of it is fetched at once.
   */
  #rangeKeysMax(command: Command | undefined): number | undefined {
    if (command?.type !== "batch") return undefined
    let ranges = 0
    for (const operation of command.operations) if (operation.type === "deleteRange") ranges += 1
    if (ranges === 0) return undefined
    return Math.max(1, Math.floor(this.#limits.deleteRangeKeysMax / ranges))
  }
}

/** Whether an entry must be a batch by itself. */
function isAlone(command: Command): boolean {
  if (command.type !== "batch") return command.type !== "purge"
  return command.operations.some(({ type }) => type === "addKeyspace")
}

type CellReader = Extract<
  WriteOperation,
  { readonly type: "compareAndSwap" | "increment" | "addKeyspace" }
>

/** Its cell has to be in memory when it is applied. */
export function readsItsCell(operation: Operation): operation is CellReader {
  const { type } = operation
  return type === "compareAndSwap" || type === "increment" || type === "addKeyspace"
}

/**
 * Removes what expired by `time`. A key that was written anew since it was listed stays, and so
 * does one that went to another range: it may have been written there, and nobody here would know.
 */
function purge(
  keys: readonly Uint8Array[],
  time: HybridTime,
  cells: BatchCells,
  range: RangeDescriptor,
): void {
  for (const key of keys) {
    if (!holdsKey(range, key)) continue
    const cell = cells.current(key)
    if (cell !== undefined && visibleAt(cell, time) === undefined) cells.delete(key)
  }
}

/** Ids of replicas are made of the version that they come with: or some would be given twice. */
function assertOfThePast({ voters, learners }: Configuration, configVersion: number): void {
  for (const id of [...voters, ...learners]) {
    assert(generationOf(id) <= configVersion, "a replica's id is of a change that was not made yet")
  }
}

const rangeChanged: OperationResult = {
  type: "error",
  code: "range_changed",
  message: "the range has changed since this was proposed: it was not applied",
}

const replicasChanged: OperationResult = {
  type: "error",
  code: "state_changed",
  message: "the replicas of the range have changed meanwhile: ask again",
}

const noResults: readonly OperationResult[] = []

const sessionForgotten: OperationResult = {
  type: "error",
  code: "session_forgotten",
  message:
    "whether this request was applied before is not known any more: " +
    "read the key, then write under a new client id",
}

const usedTwice: OperationResult = {
  type: "error",
  code: "invalid_argument",
  message: "the request id was used for another operation: count sequence up for each new request",
}

const tooManyUnacknowledged: OperationResult = {
  type: "error",
  code: "overloaded",
  message: "the client has too many results unacknowledged: raise acknowledged_below, then retry",
}

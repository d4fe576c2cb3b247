import { assert, type HybridTime, type Limits, type LogIndex, type Term } from "../../base/index.ts"
import type { Configuration } from "../raft/types.ts"
import { BatchCells, type CellSource, type KeySpan } from "./batch-cells.ts"
import { type Execution, execute, spanOf, visibleAt } from "./execute.ts"
import { SessionTable, type SessionTableView } from "./session-table.ts"
import type {
  AppliedBatch,
  AppliedState,
  Cell,
  Command,
  CommandEntry,
  OperationResult,
  SessionImage,
  SessionWrites,
  WriteOperation,
} from "./types.ts"
import type { RangeVariant } from "./variant.ts"

/** Entries stop being added to one fetch once it has this many keys: each may bring a big value. */
const fetchKeysMax = 1_024

/** "skip-entry" loses the effect of every entry whose index this divides. */
const skippedEntry = 7

export interface RangeMachineOptions {
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
  readonly spans: readonly KeySpan[]
}

/**
 * The replicated state machine of one range: committed entries in, cell writes and results out. It
 * holds no cells, only what must be known of all of them: how far it got, log time, the sessions.
 * The same entries give the same cells, results and sessions, whatever batches they come in.
 */
export class RangeMachine {
  readonly #limits: Limits
  readonly #variant: RangeVariant | undefined
  readonly #sessions: SessionTable
  #state: AppliedState
  /** Those of `#state` while a batch is under way. */
  #index: LogIndex
  #term: Term
  #time: HybridTime
  #configured: { readonly configuration: Configuration; readonly index: LogIndex } | undefined

  constructor({ state, sessions, limits, variant }: RangeMachineOptions) {
    this.#limits = limits
    this.#variant = variant
    const forgets = variant === "forget-sessions-on-snapshot"
    this.#sessions = new SessionTable(forgets ? noSessions : sessions, limits)
    this.#state = state
    this.#index = state.index
    this.#term = state.term
    this.#time = state.time
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
    return this.#sessions.faults()
  }

  /** The configuration that the next entry, at `index`, brings. That entry is applied next. */
  withConfiguration(configuration: Configuration, index: LogIndex): void {
    assert(index === this.#index + 1, "a configuration must be that of the next entry")
    this.#configured = { configuration, index }
  }

  /**
   * The longest prefix of entries that can be applied with one fetch, and what to fetch. Blind
   * writes need nothing. A delete-range sees the engine's keys as its entry finds them, so its
   * entry begins a batch: or its result would depend on where batches end.
   */
  plan(entries: readonly CommandEntry[]): Plan {
    const keys: Uint8Array[] = []
    const spans: KeySpan[] = []
    let count = 0
    for (const { command } of entries) {
      const rangeKeysMax = this.#rangeKeysMax(command)
      if (count > 0 && (rangeKeysMax !== undefined || keys.length >= fetchKeysMax)) break
      count += 1
      if (command?.type === "purge") keys.push(...command.keys)
      else if (command !== undefined) {
        for (const operation of command.operations) {
          if (operation.type === "compareAndSwap" || operation.type === "increment") {
            keys.push(operation.key)
          } else if (operation.type === "deleteRange" && rangeKeysMax !== undefined) {
            spans.push(spanOf(operation, rangeKeysMax))
          }
        }
      }
    }
    return { count, keys, spans }
  }

  /**
   * Applies entries that one plan covers and moves on. The machine is ahead of the engine until
   * this and what `takeSessions` gives are there, in one write.
   */
  apply(entries: readonly CommandEntry[], source: CellSource): AppliedBatch {
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
      if (this.#configured?.index === entry.index) configuration = this.#configured.configuration
      results.push(this.#applyCommand(entry.command, cells))
    }
    this.#configured = undefined
    const state = { index: this.#index, term: this.#term, time: this.#time, configuration }
    this.#state = state
    return { state, cells: cells.writes, results }
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

  #applyCommand(command: Command | undefined, cells: BatchCells): readonly OperationResult[] {
    if (command === undefined) return noResults
    assert(command.time > this.#time, "stamps must grow along the log")
    if (command.type === "purge") {
      this.#time = command.time
      purge(command.keys, command.time, cells)
      return noResults
    }
    const rangeKeysMax = this.#rangeKeysMax(command) ?? 0
    assert(rangeKeysMax === 0 || cells.writes.length === 0, "a delete-range must begin its batch")
    const execution: Execution = { cells, rangeKeysMax, variant: this.#variant }
    cells.mute(this.#variant === "skip-entry" && this.#index % skippedEntry === 0)
    const { operations, time } = command
    const results: OperationResult[] = []
    for (let i = 0; i < operations.length; i += 1) {
      results.push(this.#applyOperation(operations[i] as WriteOperation, time + i, execution))
    }
    cells.mute(false)
    this.#time = Math.max(time, time + operations.length - 1)
    return results
  }

  #applyOperation(
    operation: WriteOperation,
    version: HybridTime,
    execution: Execution,
  ): OperationResult {
    const id = operation.requestId
    if (id === undefined) return execute(operation, version, execution)
    const session = this.#sessions.open(id, this.#index)
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

/** Removes what expired by `time`. A key that was written anew since it was listed stays. */
function purge(keys: readonly Uint8Array[], time: HybridTime, cells: BatchCells): void {
  for (const key of keys) {
    const cell = cells.current(key)
    if (cell !== undefined && visibleAt(cell, time) === undefined) cells.delete(key)
  }
}

const noResults: readonly OperationResult[] = []
const noSessions: SessionImage = { sessions: [], forgotten: [], chunks: [] }

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

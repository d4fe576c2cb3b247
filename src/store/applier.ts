import { equalBytes, KvError, type LogIndex, type MonotonicMs, mapKeyOf } from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import type { Entry } from "../core/raft/types.ts"
import type { CellSource, KeySpan, RangeMachine } from "../core/range/index.ts"
import type { AppliedBatch, AppliedState, Cell, CommandEntry } from "../core/range/types.ts"
import type { Clock } from "../env/index.ts"
import type { RaftLog, RangeData } from "../storage/index.ts"
import { decodeCommand, decodeConfigChange } from "../wire/index.ts"
import type { Proposals } from "./proposals.ts"

/** Entries and bytes that one engine write takes at most. */
const batchEntriesMax = 256
const batchBytesMax = 4 * 1_024 * 1_024

/** The disk is asked again for space this often. */
const diskFullRetryMs = 1_000

/** Committed entries, or a span of them that has to be read back from the log. */
type Committed = readonly Entry[] | { readonly from: LogIndex; readonly to: LogIndex }

interface ApplierOptions {
  readonly raft: Raft
  readonly log: RaftLog
  readonly rangeId: number
  readonly data: RangeData
  readonly clock: Clock
  readonly machine: () => RangeMachine
  readonly proposals: Proposals
  /** Whether writers are answered before the engine has their writes. */
  readonly answersEarly: () => boolean
  /** Another batch is applied and in the engine. */
  readonly onApplied: (index: LogIndex) => void
  /** Applying can't go on: the engine failed or holds corrupt bytes. The entries stay unapplied. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Applies committed entries: fetch what they touch, let the pure machine decide, write everything
 * with the applied index in one engine write (rule 16). One batch at a time.
 */
export class Applier {
  readonly #options: ApplierOptions
  #queue: Committed[] = []
  #running: Promise<void> | undefined
  #paused = false
  /** What the engine holds. The machine is ahead of it while a batch is being written. */
  #written: AppliedState
  #stuckSince: MonotonicMs | undefined

  constructor(options: ApplierOptions) {
    this.#options = options
    this.#written = options.machine().state
  }

  /** What reads see: the state as of the last batch that is in the engine. */
  get written(): AppliedState {
    return this.#written
  }

  /** Since when a batch waits for space on the disk. */
  get stuckSince(): MonotonicMs | undefined {
    return this.#stuckSince
  }

  enqueue(committed: Committed): void {
    if ("from" in committed || committed.length > 0) this.#queue.push(committed)
  }

  get idle(): boolean {
    return this.#running === undefined && this.#queue.length === 0
  }

  /** Begins the next batch when none is under way. */
  start(): void {
    if (this.#paused || this.#running !== undefined || this.#queue.length === 0) return
    this.#running = this.#run().then(
      () => {
        this.#running = undefined
      },
      (error: unknown) => {
        this.#running = undefined
        this.#paused = true
        this.#options.onFailure(error)
      },
    )
  }

  /** Stops between batches; resolves when nothing touches the data any more. */
  async pause(): Promise<void> {
    this.#paused = true
    await this.#running
  }

  /** Goes on as if nothing had been. */
  resume(): void {
    this.#paused = false
    this.start()
  }

  /** Goes on after a snapshot with this state is installed. Entries that it covers are skipped. */
  resumeFrom(state: AppliedState): void {
    this.#written = state
    this.resume()
  }

  async #run(): Promise<void> {
    while (!this.#paused) {
      const entries = await this.#take()
      if (entries.length === 0) return
      try {
        const first = entries[0] as Entry
        if (first.kind === "config") await this.#applyConfig(first)
        else await this.#apply(entries)
      } catch (error) {
        // What a snapshot won't cover is applied after it; what it covers is skipped then.
        this.#queue.unshift(entries)
        throw error
      }
    }
  }

  /** The next entries that can go together; a configuration goes alone. They leave the queue. */
  async #take(): Promise<Entry[]> {
    const batch: Entry[] = []
    let bytes = 0
    while (this.#queue.length > 0 && batch.length < batchEntriesMax && bytes < batchBytesMax) {
      const head = this.#queue[0] as Committed
      const entries = "from" in head ? await this.#load(head, batch.length) : head
      if (entries === undefined) break
      let taken = 0
      for (const entry of entries) {
        if (batch.length === batchEntriesMax || bytes >= batchBytesMax) break
        if (entry.kind === "config" && batch.length > 0) break
        taken += 1
        if (entry.index <= this.#options.machine().state.index) continue
        batch.push(entry)
        bytes += entry.data.length
        if (entry.kind === "config") break
      }
      if (taken === entries.length) this.#queue.shift()
      else this.#queue[0] = entries.slice(taken)
      if (taken < entries.length || batch[0]?.kind === "config") break
    }
    return batch
  }

  /**
   * Turns a span at the head of the queue into entries; undefined when a batch is begun already.
   */
  async #load(
    span: { readonly from: LogIndex; readonly to: LogIndex },
    taken: number,
  ): Promise<readonly Entry[] | undefined> {
    if (taken > 0) return undefined
    const { log, rangeId, machine } = this.#options
    const from = Math.max(span.from, machine().state.index + 1)
    if (from >= span.to) return []
    const entries = await log.read(rangeId, from, span.to, batchBytesMax)
    const next = from + entries.length
    // The rest of the span stays behind what was read.
    if (next < span.to) this.#queue.splice(1, 0, { from: next, to: span.to })
    this.#queue[0] = entries
    return entries
  }

  async #applyConfig(entry: Entry): Promise<void> {
    const configuration = this.#options.raft.applyConfig(decodeConfigChange(entry.data))
    this.#options.machine().withConfiguration(configuration, entry.index)
    await this.#apply([entry])
  }

  async #apply(entries: readonly Entry[]): Promise<void> {
    const machine = this.#options.machine()
    let commands: CommandEntry[] = entries.map((entry) => this.#commandOf(entry))
    while (commands.length > 0) {
      const plan = machine.plan(commands)
      const source = await this.#fetch(plan.keys, plan.spans)
      const batch = machine.apply(commands.slice(0, plan.count), source)
      // Committed entries have one result, whatever happens to this node: writers need not wait for
      // the engine. Readers do, for `written` (measured: a fifth of a put's latency).
      const early = this.#options.answersEarly()
      if (early) this.#answer(commands.slice(0, plan.count), batch)
      await this.#write(batch)
      this.#written = batch.state
      if (!early) this.#answer(commands.slice(0, plan.count), batch)
      this.#options.onApplied(batch.state.index)
      commands = commands.slice(plan.count)
    }
  }

  /**
   * The machine has moved on already, so the write waits for space rather than fail. Not for a
   * batch without effect: the log holds it, the next write takes its index along, and a new
   * leader's empty entry must not keep reads waiting while disks are full.
   */
  async #write(batch: AppliedBatch): Promise<void> {
    for (;;) {
      try {
        await this.#options.data.write(batch)
        this.#stuckSince = undefined
        return
      } catch (error) {
        if (!(error instanceof KvError) || error.code !== "disk_full") throw error
        if (changesNothing(batch)) return
        this.#stuckSince ??= this.#options.clock.monotonicMs()
      }
      await new Promise<void>((resolve) => {
        this.#options.clock.after(diskFullRetryMs, resolve)
      })
    }
  }

  #commandOf(entry: Entry): CommandEntry {
    if (entry.kind !== "normal") return { index: entry.index, term: entry.term, command: undefined }
    const own = this.#options.proposals.commandAt(entry.index, entry.term)
    return { index: entry.index, term: entry.term, command: own ?? decodeCommand(entry.data) }
  }

  async #fetch(keys: readonly Uint8Array[], spans: readonly KeySpan[]): Promise<CellSource> {
    const { data } = this.#options
    const cells = new Map<string, Cell | undefined>()
    const misses: Uint8Array[] = []
    for (const key of keys) {
      const hit = data.cached(key)
      if (hit === undefined) misses.push(key)
      else cells.set(mapKeyOf(key), hit ?? undefined)
    }
    if (misses.length > 0) {
      const fetched = await data.cells(misses)
      misses.forEach((key, i) => {
        cells.set(mapKeyOf(key), fetched[i])
      })
    }
    const listed = await Promise.all(spans.map((span) => data.keysOf(span)))
    return {
      cell: (key) => cells.get(mapKeyOf(key)),
      keysOf: (span) => listed[spans.findIndex((planned) => isSameSpan(planned, span))] ?? [],
    }
  }

  #answer(commands: readonly CommandEntry[], batch: AppliedBatch): void {
    commands.forEach((entry, i) => {
      this.#options.proposals.settle(entry.index, entry.term, batch.results[i] ?? [])
    })
  }
}

function changesNothing({ cells, sessions }: AppliedBatch): boolean {
  const { chunk, chunksDropped, forgotten, unforgotten } = sessions
  const lists = [cells, sessions.sessions, chunksDropped, forgotten, unforgotten]
  return chunk === undefined && lists.every((list) => list.length === 0)
}

function isSameSpan(left: KeySpan, right: KeySpan): boolean {
  return (
    left.keysMax === right.keysMax &&
    equalBytes(left.start, right.start) &&
    equalBytes(left.end, right.end)
  )
}

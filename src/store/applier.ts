import { isDiskFull, KvError, type LogIndex, type RangeId, type Term } from "../base/index.ts"
import type { Raft } from "../core/raft/index.ts"
import type { Entry } from "../core/raft/types.ts"
import type { CellSource, RangeMachine, YieldedRange } from "../core/range/index.ts"
import type {
  AppliedBatch,
  AppliedState,
  CheckStep,
  CommandEntry,
  DataHash,
  RangeDescriptor,
  RangeImage,
} from "../core/range/types.ts"
import type { Burial, RaftLog, RangeData } from "../storage/index.ts"
import { decodeCommand, decodeConfigChange } from "../wire/index.ts"
import type { Flusher } from "./flusher.ts"
import { fetchPlanned } from "./planned-cells.ts"
import type { Proposals } from "./proposals.ts"
import type { StoreVariant } from "./variant.ts"

/** Entries and bytes that are applied at once, at most. */
const batchEntriesMax = 256
const batchBytesMax = 4 * 1_024 * 1_024
/** So many are applied at once without a pause. */
const blindEntriesMax = 16
/** A range that is to be taken in and that has not come to its freeze by then is lost here. */
const sourceTicksMax = 50

/** Committed entries, or a span of them that has to be read back from the log. */
type Committed = readonly Entry[] | { readonly from: LogIndex; readonly to: LogIndex }

interface ApplierOptions {
  readonly raft: Raft
  readonly log: RaftLog
  readonly rangeId: number
  readonly data: RangeData
  readonly flusher: Flusher
  readonly machine: () => RangeMachine
  readonly proposals: Proposals
  /** A change of the configuration is applied. */
  readonly onConfigured: (index: LogIndex, term: Term) => void
  /** Another batch is applied: reads see it. */
  readonly onApplied: (batch: AppliedBatch) => void
  /** The same, but not while `start` runs. */
  readonly onAppliedLater: () => void
  /** Whether this node has a range. */
  readonly has: (rangeId: RangeId) => boolean
  /** A range was split off. It is not on the engine yet. */
  readonly onSplit: (child: RangeImage) => void
  /** Now it is. */
  readonly onBorn: (child: RangeImage) => void
  /** This node's replica of a range that is to be taken in; later, that it is worth a look. */
  readonly sourceOf: (source: RangeDescriptor, onCome: () => void) => YieldedRange | SourceState
  /** It is taken in: from here on it is not a range of this node any more. */
  readonly takeIn: (source: RangeDescriptor) => TakenIn
  /** Replicas are to hash what they hold: the engine has all that is applied, and nothing more. */
  readonly onHashStep: (state: AppliedState) => void
  readonly onVerdictStep: (index: LogIndex, hash: DataHash) => void
  /** Applying can't go on: the engine failed or holds corrupt bytes. The entries stay unapplied. */
  readonly onFailure: (error: unknown) => void
  /** The log can't be applied any further, though nothing was lost: a snapshot has to come. */
  readonly onOvertaken: (reason: string) => void
  readonly variant: StoreVariant | undefined
}

/**
 * Why a range can't be taken in. Missing: it is not here, or not as it should be; gone: it left, as
 * others had taken it in.
 */
export type SourceState = "coming" | "missing" | "gone"

export interface TakenIn {
  readonly burial: Burial
  /** Its keys are this range's by now. */
  readonly settle: () => void
}

/**
 * Applies committed entries: fetch what they touch, let the pure machine decide, hand it to the
 * data and to whoever waits. One batch at a time, and none while too much waits for the engine.
 */
export class Applier {
  readonly #options: ApplierOptions
  #queue: Committed[] = []
  #running: Promise<void> | undefined
  #paused = false
  /** A range that was split off and has to reach the engine before anything else is applied. */
  #unborn: RangeImage | undefined
  /** What was decoded to see whether it is blind, and was not. */
  #decoded: readonly CommandEntry[] = []
  /** Likewise, a range that was taken in. */
  #buries = false
  #sourceWaiter: (() => void) | undefined
  #opensCheck = false

  constructor(options: ApplierOptions) {
    this.#options = options
  }

  enqueue(committed: Committed): void {
    if ("from" in committed || committed.length > 0) this.#queue.push(committed)
  }

  get idle(): boolean {
    return this.#running === undefined && this.#queue.length === 0
  }

  /** It waits for a range that is to be taken in. */
  get waiting(): boolean {
    return this.#sourceWaiter !== undefined
  }

  /** A hash step is applied that waits for the engine to have all of it. */
  get opensCheck(): boolean {
    return this.#opensCheck
  }

  tick(): void {
    this.#sourceWaiter?.()
  }

  /** Begins the next batch when none is under way. True: all is applied already. */
  start(): boolean {
    if (this.#paused || this.#running !== undefined || this.#queue.length === 0) return false
    if (this.#applyBlind()) return true
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
    return false
  }

  /** Stops between batches; resolves when nothing touches the data any more. */
  async pause(): Promise<void> {
    this.#paused = true
    this.#sourceWaiter?.()
    await this.#running
  }

  /**
   * For the last time: what was split off has its own life, though this range leaves. Where the
   * engine takes no write, or let go of it, the split goes with the range.
   */
  async retire(): Promise<void> {
    await this.pause()
    const child = this.#unborn
    if (child === undefined) return
    const { data, flusher, has, onBorn } = this.#options
    await flusher.flush().catch((error: unknown) => {
      if (!(error instanceof KvError)) throw error
    })
    if (data.unflushed || !has(child.state.descriptor.rangeId)) return
    this.#unborn = undefined
    onBorn(child)
  }

  /** Goes on; entries that the machine has applied by now are skipped. */
  resume(): void {
    this.#paused = false
    if (this.start()) this.#options.onAppliedLater()
  }

  /**
   * The data was replaced. A split that the engine did not have went with the old; one that it got
   * while this stood still has its own life.
   */
  resumeAnew(): void {
    const child = this.#unborn
    this.#unborn = undefined
    this.#buries = false
    if (child !== undefined && this.#options.has(child.state.descriptor.rangeId)) {
      this.#options.onBorn(child)
    }
    this.resume()
  }

  /** Most entries only write: they are applied here and now, and cost no promises. */
  #applyBlind(): boolean {
    const { data, flusher, machine } = this.#options
    const waits = this.#unborn !== undefined || this.#buries
    if (waits || data.installing || !flusher.hasRoom) return false
    const applied = machine().state.index
    const entries: Entry[] = []
    for (const part of this.#queue) {
      if ("from" in part) return false
      for (const entry of part) if (entry.index > applied) entries.push(entry)
    }
    if (entries.length > blindEntriesMax) return false
    if (entries.some(({ kind }) => kind === "config")) return false
    const commands = entries.map((entry) => this.#commandOf(entry))
    if (!commands.every(isBlind)) {
      this.#decoded = commands
      return false
    }
    this.#queue = []
    if (commands.length > 0) this.#absorb(commands, machine().apply(commands, noCells))
    return true
  }

  async #run(): Promise<void> {
    while (!this.#paused) {
      if (this.#unborn !== undefined && !(await this.#bear(this.#unborn))) return
      if (this.#buries && !(await this.#bury())) return
      await this.#options.flusher.room()
      if (this.#paused) return
      const entries = await this.#take()
      if (entries.length === 0) return
      try {
        const first = entries[0] as Entry
        if (first.kind === "config") await this.#applyConfig(first)
        else await this.#apply(entries)
      } catch (error) {
        // What a snapshot won't cover is applied after it; what it covers is skipped then.
        this.#queue.unshift(entries)
        // The engine let go of everything meanwhile: a snapshot comes first.
        if (this.#options.data.installing) return
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

  /** Has the engine take all that is applied. False: paused before it had it. */
  async #flushAll(flush: () => Promise<void>): Promise<boolean> {
    const { data } = this.#options
    while (data.unflushed) {
      if (this.#paused) return false
      await flush()
    }
    // Nothing may be left to flush because all was let go.
    return !this.#paused && !data.installing
  }

  /** False: paused before the engine had it. */
  async #bear(child: RangeImage): Promise<boolean> {
    const { flusher, variant } = this.#options
    // Variant child-before-flush: the child is there already, and the engine is in no hurry.
    const late = variant === "child-before-flush"
    const flush = () => (late ? flusher.released() : flusher.flushOrWait(() => this.#paused))
    if (!(await this.#flushAll(flush))) return false
    this.#unborn = undefined
    this.#options.onBorn(child)
    return true
  }

  /** False: paused before the engine had it. */
  async #bury(): Promise<boolean> {
    const { flusher } = this.#options
    if (!(await this.#flushAll(() => flusher.flushOrWait(() => this.#paused)))) return false
    this.#buries = false
    return true
  }

  /**
   * What a range holds that is to be taken in, once this node's replica has come to its freeze
   * (rule 51). Undefined: paused before that. Throws KvError `data_loss` when it never will.
   */
  async #yielded(source: RangeDescriptor): Promise<YieldedRange | undefined> {
    const what = `range ${source.rangeId}, which is to be taken in,`
    let ticks = 0
    while (!this.#paused) {
      if (this.#options.data.installing) throw new KvError("unavailable", "all was let go of")
      const found = this.#options.sourceOf(source, () => this.#sourceWaiter?.())
      if (typeof found === "object") return found
      // What came here was older than the merge, and came when the source had heard of that.
      if (found === "gone") {
        this.#paused = true
        this.#options.onOvertaken(`${what} has left`)
        return undefined
      }
      if (found === "missing") ticks += 1
      if (ticks > sourceTicksMax) throw new KvError("data_loss", `${what} is not whole here`)
      await new Promise<void>((resolve) => {
        this.#sourceWaiter = resolve
      })
      this.#sourceWaiter = undefined
    }
    return undefined
  }

  async #applyConfig(entry: Entry): Promise<void> {
    const configuration = this.#options.raft.applyConfig(decodeConfigChange(entry.data))
    this.#options.machine().withConfiguration(configuration, entry.index)
    await this.#apply([entry])
    this.#options.onConfigured(entry.index, entry.term)
  }

  async #apply(entries: readonly Entry[]): Promise<void> {
    const { data, proposals } = this.#options
    const { cellReads } = proposals
    const machine = this.#options.machine()
    let commands = this.#commandsOf(entries)
    while (commands.length > 0) {
      const plan = machine.plan(commands, cellReads.keys)
      const { absorbs } = plan
      const yielded = absorbs && (await this.#yielded(absorbs))
      if (absorbs !== undefined && yielded === undefined) break
      const source = await fetchPlanned(plan, data, cellReads)
      if (data.installing) throw new KvError("unavailable", "all was let go of")
      const batch = this.#newborn(machine.apply(commands.slice(0, plan.count), source, yielded))
      this.#absorb(commands.slice(0, plan.count), batch)
      this.#options.onAppliedLater()
      if (batch.check !== undefined) await this.#check(batch.check, batch.state)
      commands = commands.slice(plan.count)
      if (this.#unborn !== undefined && !(await this.#bear(this.#unborn))) break
      if (this.#buries && !(await this.#bury())) break
    }
    if (commands.length > 0) this.#queue.unshift(entries.slice(-commands.length))
  }

  #absorb(commands: readonly CommandEntry[], batch: AppliedBatch): void {
    this.#takeIn(batch)
    this.#options.flusher.onAbsorbed()
    if (batch.child !== undefined) {
      this.#unborn = batch.child
      this.#options.onSplit(batch.child)
    }
    // Committed entries have one result, whatever happens to this node: nobody need wait for the
    // engine.
    this.#answer(commands, batch)
    this.#options.onApplied(batch)
  }

  #takeIn(batch: AppliedBatch): void {
    const { data, takeIn } = this.#options
    const { absorbed } = batch
    if (absorbed === undefined) {
      data.absorb(batch)
      return
    }
    const { burial, settle } = takeIn(absorbed)
    data.absorb(batch, burial)
    this.#buries = true
    settle()
  }

  /**
   * A range that lost its data begins again with a snapshot that may be older, and then adds
   * keyspaces once more whose ranges have lived on here.
   */
  #newborn(batch: AppliedBatch): AppliedBatch {
    const { child } = batch
    if (child === undefined) return batch
    const { rangeId, keyspaceId } = child.state.descriptor
    const another = keyspaceId !== batch.state.descriptor.keyspaceId
    return another && this.#options.has(rangeId) ? { ...batch, child: undefined } : batch
  }

  /** Paused meanwhile, or without space for the flush, this replica gives no answer. */
  async #check(check: CheckStep, state: AppliedState): Promise<void> {
    const { onVerdictStep, onHashStep, flusher, variant } = this.#options
    if (check.type === "verdict") {
      onVerdictStep(check.index, check.hash)
      return
    }
    // Variant hash-unflushed: whatever the engine holds will do.
    const all = variant === "hash-unflushed" || this.#flushAll(() => flusher.flush())
    this.#opensCheck = true
    try {
      if (await all) onHashStep(state)
    } catch (error) {
      if (!isDiskFull(error)) throw error
    } finally {
      this.#opensCheck = false
    }
  }

  #commandsOf(entries: readonly Entry[]): readonly CommandEntry[] {
    const decoded = this.#decoded
    this.#decoded = []
    const same =
      decoded.length === entries.length &&
      entries.every((entry, i) => {
        return decoded[i]?.index === entry.index && decoded[i]?.term === entry.term
      })
    return same ? decoded : entries.map((entry) => this.#commandOf(entry))
  }

  #commandOf(entry: Entry): CommandEntry {
    if (entry.kind !== "normal") return { index: entry.index, term: entry.term, command: undefined }
    const own = this.#options.proposals.commandAt(entry.index, entry.term)
    return { index: entry.index, term: entry.term, command: own ?? decodeCommand(entry.data) }
  }

  #answer(commands: readonly CommandEntry[], batch: AppliedBatch): void {
    commands.forEach((entry, i) => {
      this.#options.proposals.settle(entry.index, entry.term, batch.results[i] ?? [])
    })
  }
}

const noCells: CellSource = {
  cell: () => undefined,
  keysOf: () => [],
}

/** Nothing has to be read for it, and nothing follows from it but cells and answers. */
function isBlind({ command }: CommandEntry): boolean {
  if (command?.type !== "batch") return command === undefined
  return command.operations.every(({ type }) => type === "put" || type === "delete")
}

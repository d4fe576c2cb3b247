import {
  KvError,
  type MonotonicMs,
  type NodeId,
  type RangeId,
  type StoreTable,
} from "../base/index.ts"
import type { RangeReport } from "../core/placement/types.ts"
import type { Clock, Telemetry, Timer } from "../env/index.ts"
import { type Beat, type DroppedKeyspaces, decodeBeatAnswer, encodeBeat } from "../wire/index.ts"

/** Reports that go with one beat; the next follows when it is answered. */
const reportsPerBeatMax = 256
/** Looks for changes between two slow beats. */
const glancesPerBeat = 20
const glanceMsMax = 500
/** Between two beats as long as snapshots come in. */
const progressMs = 1_000

/** What a node can say of itself. */
export interface ReportedNode {
  /** All of a beat but its ranges. */
  describe(): Omit<Beat, "ranges">
  /** Ranges in which something happened since this was asked last. */
  takeTouched(): ReadonlySet<RangeId>
  /** undefined: this node does not lead it. */
  reportOf(rangeId: RangeId): RangeReport | undefined
  /** Snapshots come in: how far they are is told every second. */
  readonly receives: boolean
  /** Ranges that this node leads. */
  ledRanges(): readonly RangeId[]
  /** Whether something else is to be told at once. */
  hasNews(): boolean
  /** Has what takes time found out anew: disk space. */
  measure(): void
}

interface ReporterOptions {
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** A beat at least this often. */
  readonly beatMs: number
  readonly node: ReportedNode
  /** A Beat to whoever drives, its BeatAnswer back. Rejects with KvError. */
  readonly ask: (beat: Uint8Array, timeoutMs: number) => Promise<Uint8Array>
  readonly onTable: (table: StoreTable) => void
  readonly onDropped: (dropped: DroppedKeyspaces) => void
  /** This node is not the store that the cluster knows by its id: it must not go on. */
  readonly onExpelled: (error: KvError) => void
}

/**
 * Beats: what this node tells the driver, at once when leadership or the shape of a range that it
 * leads has changed, and slowly else. What was not answered is told again, everything when another
 * driver answers.
 */
export class Reporter {
  readonly #options: ReporterOptions
  /** By range: what the driver heard of it last. */
  readonly #told = new Map<RangeId, string>()
  /** To be told at once. */
  readonly #urgent = new Set<RangeId>()
  /** To be told with the next slow beat. */
  readonly #touched = new Set<RangeId>()
  #driver: { readonly nodeId: NodeId; readonly term: number } | undefined
  #slowAtMs: MonotonicMs = 0
  #retryAtMs: MonotonicMs = 0
  #progressAtMs: MonotonicMs = 0
  /** The driver thinks that snapshots come in. */
  #toldToReceive = false
  #hurried = false
  #underWay = false
  #timer: Timer | undefined
  #stopped = false

  constructor(options: ReporterOptions) {
    this.#options = options
  }

  start(): void {
    for (const rangeId of this.#options.node.ledRanges()) this.#urgent.add(rangeId)
    this.#glanceLater()
  }

  /** The table of stores is too old, it seems. */
  hurry(): void {
    this.#hurried = true
  }

  stop(): void {
    this.#stopped = true
    this.#timer?.cancel()
  }

  #glanceLater(): void {
    const { clock, beatMs } = this.#options
    this.#timer = clock.after(Math.min(glanceMsMax, beatMs / glancesPerBeat), () => {
      this.#glance()
      this.#glanceLater()
    })
  }

  #glance(): void {
    const { node, clock } = this.#options
    for (const rangeId of node.takeTouched()) {
      this.#touched.add(rangeId)
      const report = node.reportOf(rangeId)
      if (report === undefined) this.#told.delete(rangeId)
      else if (this.#told.get(rangeId) !== shapeOf(report)) this.#urgent.add(rangeId)
    }
    const nowMs = clock.monotonicMs()
    if (this.#underWay || nowMs < this.#retryAtMs) return
    if (nowMs >= this.#slowAtMs) this.#beat(true)
    else if (this.#hurried || this.#urgent.size > 0 || node.hasNews()) this.#beat(false)
    else if ((node.receives || this.#toldToReceive) && nowMs >= this.#progressAtMs) {
      this.#progressAtMs = nowMs + progressMs
      this.#beat(false)
    }
  }

  #beat(slow: boolean): void {
    const { node, clock, ask, beatMs } = this.#options
    if (slow) {
      node.measure()
      for (const rangeId of this.#touched) this.#urgent.add(rangeId)
      this.#touched.clear()
      this.#slowAtMs = clock.monotonicMs() + beatMs
    }
    this.#hurried = false
    this.#underWay = true
    const reports = this.#takeReports()
    const beat = { ...node.describe(), ranges: reports }
    this.#toldToReceive = beat.incoming.length > 0
    ask(encodeBeat(beat), 2 * beatMs)
      .then((response) => this.#onAnswer(response, reports))
      .catch((error: unknown) => this.#onFailure(error, reports))
  }

  /** As many as one beat takes of what is to be told. */
  #takeReports(): readonly RangeReport[] {
    const reports: RangeReport[] = []
    for (const rangeId of this.#urgent) {
      if (reports.length === reportsPerBeatMax) break
      this.#urgent.delete(rangeId)
      const report = this.#options.node.reportOf(rangeId)
      if (report !== undefined) reports.push(report)
    }
    return reports
  }

  #onAnswer(response: Uint8Array, reports: readonly RangeReport[]): void {
    if (this.#stopped) return
    this.#underWay = false
    const { node, onTable, onDropped } = this.#options
    const { driverNodeId, driverTerm, table, dropped } = decodeBeatAnswer(response)
    if (this.#driver?.nodeId !== driverNodeId || this.#driver.term !== driverTerm) {
      this.#driver = { nodeId: driverNodeId, term: driverTerm }
      this.#told.clear()
      for (const rangeId of node.ledRanges()) this.#urgent.add(rangeId)
    }
    for (const report of reports) {
      const { rangeId } = report
      const shape = shapeOf(report)
      this.#told.set(rangeId, shape)
      if (!this.#urgent.has(rangeId)) continue
      // What happened while the beat was under way has yet to be told.
      const now = node.reportOf(rangeId)
      if (now === undefined || shapeOf(now) === shape) this.#urgent.delete(rangeId)
    }
    if (table !== undefined) onTable(table)
    if (dropped !== undefined) onDropped(dropped)
    if (this.#urgent.size > 0) this.#beat(false)
  }

  #onFailure(error: unknown, reports: readonly RangeReport[]): void {
    if (this.#stopped) return
    this.#underWay = false
    if (!(error instanceof KvError)) throw error
    for (const { rangeId } of reports) this.#urgent.add(rangeId)
    const { clock, beatMs, telemetry, onExpelled } = this.#options
    this.#retryAtMs = clock.monotonicMs() + Math.min(glanceMsMax, beatMs)
    telemetry.debug("beat not answered", { code: error.code, reason: error.message })
    if (error.code === "wrong_cluster") onExpelled(error)
  }
}

/**
 * What of a range has to be told at once when it changes. Who is behind, too: a plan waits for its
 * learner to have caught up, and would stand still until the next slow beat.
 */
function shapeOf({ version, configVersion, term, replicas, pending }: RangeReport): string {
  return `${version} ${configVersion} ${term} ${replicas.map(({ role }) => role)} ${pending}`
}

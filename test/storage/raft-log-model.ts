import { defined, type RangeId } from "../../src/base/index.ts"
import type { Entry, EntryId, HardState } from "../../src/core/raft/types.ts"
import { type LogFields, silentTelemetry, type Telemetry } from "../../src/env/index.ts"
import { type LogWrite, RaftLog } from "../../src/storage/index.ts"
import type { MemoryLogDevice } from "./memory-log-device.ts"

/** What a log should hold of one range. */
export interface RangeModel {
  readonly hardState: HardState
  readonly start: EntryId
  readonly entries: readonly Entry[]
  readonly damageNonce: number
}

export type LogModel = ReadonlyMap<RangeId, RangeModel>

const blank: RangeModel = {
  hardState: { term: 0, vote: 0, commit: 0 },
  start: { index: 0, term: 0 },
  entries: [],
  damageNonce: 0,
}

export function rangeOf(model: LogModel, rangeId: RangeId): RangeModel {
  return model.get(rangeId) ?? blank
}

export function lastOf(range: RangeModel): EntryId {
  const last = range.entries.at(-1)
  return last === undefined ? range.start : { index: last.index, term: last.term }
}

/** The obvious log: lists of entries. */
export function applyWrites(model: LogModel, writes: readonly LogWrite[]): LogModel {
  const next = new Map(model)
  for (const write of writes) {
    if (write.gone === true) {
      next.delete(write.rangeId)
      continue
    }
    let { hardState, start, entries, damageNonce } = rangeOf(next, write.rangeId)
    hardState = write.hardState ?? hardState
    damageNonce = write.damageNonce ?? damageNonce
    if (write.start !== undefined) {
      start = write.start
      entries = []
    }
    const first = write.entries[0]
    if (first !== undefined) {
      entries = [...entries.filter((entry) => entry.index < first.index), ...write.entries]
    }
    if (write.compactTo !== undefined && write.compactTo.index > start.index) {
      start = write.compactTo
      const { index } = start
      entries = entries.filter((entry) => entry.index > index)
    }
    next.set(write.rangeId, { hardState, start, entries, damageNonce })
  }
  return next
}

/** Everything that can be asked of a log about these ranges, as text. */
export async function imageOfLog(log: RaftLog, rangeIds: readonly RangeId[]): Promise<string> {
  const lines: string[] = []
  for (const rangeId of rangeIds) {
    const recovered = log.recovered(rangeId)
    if (recovered === undefined) continue
    const { hardState, start, terms, lastIndex, damageNonce } = recovered
    const entries: Entry[] = []
    for (;;) {
      const from = start.index + 1 + entries.length
      const read = await log.read(rangeId, from, lastIndex + 1, 1_000)
      if (read.length === 0) break
      entries.push(...read)
    }
    lines.push(describe(rangeId, { hardState, start, entries, damageNonce }, lastIndex, terms))
  }
  return lines.join("\n")
}

export function imageOfModel(model: LogModel): string {
  const ids = [...model.keys()].sort((left, right) => left - right)
  return ids
    .map((rangeId) => {
      const range = rangeOf(model, rangeId)
      return describe(rangeId, range, lastOf(range).index, termRunsOf(range.entries))
    })
    .join("\n")
}

function termRunsOf(entries: readonly Entry[]): { firstIndex: number; term: number }[] {
  const runs: { firstIndex: number; term: number }[] = []
  for (const { index, term } of entries) {
    if (runs.at(-1)?.term !== term) runs.push({ firstIndex: index, term })
  }
  return runs
}

function describe(
  rangeId: RangeId,
  range: RangeModel,
  lastIndex: number,
  terms: readonly { firstIndex: number; term: number }[],
): string {
  const { hardState, start, damageNonce } = range
  const entries = range.entries.map(
    ({ index, term, kind, data }) =>
      `${index}/${term} ${kind} ${Buffer.from(data).toString("base64")}`,
  )
  const runs = terms.map(({ firstIndex, term }) => `${firstIndex}:${term}`)
  return [
    `range ${rangeId} ${hardState.term} ${hardState.vote} ${hardState.commit}`,
    `after ${start.index}/${start.term} to ${lastIndex} runs ${runs.join(" ")} mark ${damageNonce}`,
    ...entries,
  ].join("\n  ")
}

export function entry(index: number, term: number, data = `entry ${index}/${term}`): Entry {
  return { index, term, kind: "normal", data: Buffer.from(data) }
}

export function entries(from: number, to: number, term: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, i) => entry(from + i, term))
}

export function write(fields: Partial<LogWrite>): LogWrite {
  return { rangeId: 1, entries: [], sync: true, ...fields }
}

/** Telemetry that a test can look into. */
export interface Recorded extends Telemetry {
  readonly errors: { readonly event: string; readonly fields: LogFields }[]
  readonly warnings: { readonly event: string; readonly fields: LogFields }[]
}

export function recordTelemetry(): Recorded {
  const errors: Recorded["errors"] = []
  const warnings: Recorded["warnings"] = []
  return {
    errors,
    warnings,
    debug: () => {},
    info: () => {},
    warn: (event, fields = {}) => warnings.push({ event, fields }),
    error: (event, fields = {}) => errors.push({ event, fields }),
  }
}

export function recoveredOf(log: RaftLog, rangeId: RangeId) {
  return defined(log.recovered(rangeId), "the log does not know this range")
}

/** Segments of a few entries, and nothing told. */
export function openLog(
  device: MemoryLogDevice,
  options: Partial<Parameters<typeof RaftLog.open>[1]> = {},
): Promise<RaftLog> {
  return RaftLog.open(device, {
    segmentBytesMax: 4_096,
    telemetry: silentTelemetry,
    ...options,
  })
}

export function segmentsOf(device: MemoryLogDevice): number[] {
  return [...device.files.keys()].sort().map((name) => Number(/\d+/.exec(name)?.[0]))
}

import type { HistoryLine } from "./history.ts"
import type { CellState } from "./model.ts"
import type { Window } from "./shrink.ts"

const linesShownMax = 40

/** Says to a human what is wrong with a window: its lines in time, and where they contradict. */
export function explainWindow(key: string, window: Window): string {
  const { lines, fromStart, result } = window
  const shown = lines.slice(-linesShownMax)
  const first = Math.min(...shown.map(({ call }) => call))
  const blocked = result.blocked?.line
  const text = [
    `key ${JSON.stringify(key)}: no order of these ${lines.length} operations explains them` +
      (fromStart ? "" : ", whatever was there before"),
  ]
  if (lines.length > shown.length) text.push(`  … ${lines.length - shown.length} before these`)
  for (const line of shown) {
    text.push(`${line === blocked ? "→" : " "} ${describeLine(line, first)}`)
  }
  if (blocked !== undefined) {
    const states = result.states.map((state) => describeState(state, lines)).join("; or ")
    text.push(
      `  Client ${blocked.client}'s ${blocked.op} must have happened by ` +
        `${milliseconds(blocked.return - first)}, but then the key held: ${states}`,
    )
  }
  return text.join("\n")
}

/** One line of a history in words; times in milliseconds after `zero`. */
export function describeLine(line: HistoryLine, zero = 0): string {
  const from = milliseconds(line.call - zero)
  const until = line.ok === null ? "…" : milliseconds(line.return - zero)
  const span = `${from.padStart(11)} to ${until.padEnd(11)}`
  return `${span} client ${String(line.client).padEnd(3)} ${actionOf(line)} → ${outcomeOf(line)}`
}

function actionOf(line: HistoryLine): string {
  switch (line.op) {
    case "get":
    case "delete":
      return line.op
    case "put":
      return `put ${valueText(line.value)}`
    case "incr":
      return `incr ${line.value ?? 0}`
    case "cas": {
      const expected =
        line.expectedVersion === undefined
          ? valueText(line.expected ?? null)
          : `version ${line.expectedVersion}`
      return `cas ${expected} to ${valueText(line.value)}`
    }
  }
}

function outcomeOf(line: HistoryLine): string {
  const version = line.version === undefined ? "" : ` (version ${line.version})`
  const result = line.result === undefined ? "" : valueText(line.result)
  if (line.ok === null) return `unknown${line.error === undefined ? "" : `: ${line.error}`}`
  if (line.ok === true) return `${result === "" ? "done" : result}${version}`
  if (line.error !== undefined) return `refused: ${line.error}`
  return result === "" ? "not swapped" : `not swapped, found ${result}${version}`
}

function valueText(value: string | number | null): string {
  return value === null ? "absent" : JSON.stringify(value)
}

function describeState(state: CellState, lines: readonly HistoryLine[]): string {
  if (state.value === undefined) return "something not known"
  const value = valueText(state.value)
  const version = state.exact ? ` (version ${state.version})` : ""
  const writer = lines.find(
    (line) => (line.op === "put" || line.op === "cas") && String(line.value) === state.value,
  )
  const by =
    writer === undefined || state.value === null ? "" : `, written by client ${writer.client}`
  return value + version + by
}

function milliseconds(ns: number): string {
  return `${(ns / 1e6).toFixed(3)} ms`
}

import type { HistoryLine } from "./history.ts"

/** What a key holds, as far as the order tried so far tells. */
export interface CellState {
  /** null: absent; undefined: not known (a window cut out of a history begins so). */
  readonly value: string | null | undefined
  /** The cell's version when `exact`, else a bound below it. 0 in histories without versions. */
  readonly version: number
  readonly exact: boolean
}

export const absentCell: CellState = { value: null, version: 0, exact: false }
export const unknownCell: CellState = { value: undefined, version: 0, exact: false }

/** What an operation that took effect at one instant does there, and what must hold for it. */
export type Effect =
  /** A get, or a failed comparison: sees `value` (undefined: does not say what), not `unlike`. */
  | {
      readonly type: "observe"
      readonly value: string | null | undefined
      readonly version: number | undefined
      readonly unlike: Expected | undefined
    }
  /** Blind: whatever was there before. */
  | { readonly type: "write"; readonly value: string | null; readonly version: number | undefined }
  | {
      readonly type: "swap"
      readonly expect: Expected
      readonly value: string | null
      readonly version: number | undefined
    }
  | {
      readonly type: "add"
      readonly delta: bigint
      readonly result: string | undefined
      readonly version: number | undefined
    }

export type Expected =
  | { readonly type: "value"; readonly value: string | null }
  | { readonly type: "version"; readonly version: number }

/** The effect of a line; undefined when it can't matter: refused, or a read without an answer. */
export function effectOf(line: HistoryLine): Effect | undefined {
  const { op, ok, version } = line
  const failedComparison = op === "cas" && ok === false && line.error === undefined
  if (ok === false && !failedComparison) return undefined
  switch (op) {
    case "get":
      if (ok === null) return undefined
      return { type: "observe", value: textOf(line.result ?? null), version, unlike: undefined }
    case "put":
      return { type: "write", value: textOf(line.value), version }
    case "delete":
      return { type: "write", value: null, version }
    case "incr": {
      const result = line.result == null ? undefined : textOf(line.result)
      return { type: "add", delta: BigInt(line.value ?? 0), result: result ?? undefined, version }
    }
    case "cas": {
      const expect = expectedOf(line)
      if (!failedComparison) return { type: "swap", expect, value: textOf(line.value), version }
      const seen = line.result === undefined ? undefined : textOf(line.result)
      return { type: "observe", value: seen, version, unlike: expect }
    }
  }
}

function expectedOf(line: HistoryLine): Expected {
  if (line.expectedVersion !== undefined) return { type: "version", version: line.expectedVersion }
  return { type: "value", value: textOf(line.expected ?? null) }
}

export function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}

export function integerOf(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined
}

/**
 * The state after the effect, undefined when it can't take place here. Gives the very same object
 * back when nothing changed and nothing more became known.
 */
export function applyEffect(effect: Effect, state: CellState): CellState | undefined {
  switch (effect.type) {
    case "observe": {
      const seen = effect.value === undefined ? state : observe(state, effect.value, effect.version)
      if (seen === undefined || effect.unlike === undefined) return seen
      return holds(effect.unlike, seen) === "yes" ? undefined : seen
    }
    case "write":
      return write(state, effect.value, effect.version)
    case "swap": {
      const { expect } = effect
      if (holds(expect, state) === "no") return undefined
      const floor = expect.type === "version" ? expect.version : 0
      if (floor <= state.version) return write(state, effect.value, effect.version)
      return write({ ...state, version: floor }, effect.value, effect.version)
    }
    case "add":
      return add(state, effect.delta, effect.result, effect.version)
  }
}

function observe(
  state: CellState,
  value: string | null,
  version: number | undefined,
): CellState | undefined {
  if (state.value !== undefined && state.value !== value) return undefined
  if (value === null || version === undefined) {
    return state.value === value ? state : { ...state, value }
  }
  if (state.exact) return version === state.version ? state : undefined
  return version > state.version ? { value, version, exact: true } : undefined
}

/** Versions of one key grow with every write: the store's promise, and it prunes the search. */
function write(
  state: CellState,
  value: string | null,
  version: number | undefined,
): CellState | undefined {
  if (version === undefined) return { value, version: state.version, exact: false }
  return version > state.version ? { value, version, exact: value !== null } : undefined
}

function add(
  state: CellState,
  delta: bigint,
  result: string | undefined,
  version: number | undefined,
): CellState | undefined {
  if (state.value === undefined) {
    if (result !== undefined) return write(state, result, version)
    const next = write(state, "", version)
    return next === undefined ? undefined : { ...next, value: undefined }
  }
  const before = integerOf(state.value ?? "0")
  if (before === undefined) return undefined
  const sum = String(before + delta)
  return result === undefined || result === sum ? write(state, sum, version) : undefined
}

function holds(expected: Expected, state: CellState): "yes" | "no" | "maybe" {
  if (expected.type === "value") {
    if (state.value === undefined) return "maybe"
    return state.value === expected.value ? "yes" : "no"
  }
  if (state.value === null) return "no"
  if (state.exact) return state.version === expected.version ? "yes" : "no"
  return expected.version > state.version ? "maybe" : "no"
}

import Table from "cli-table3"
import type { Io } from "./io.ts"

export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  cyan(text: string): string
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const

/** Colours where a person looks, and did not ask for none (https://no-color.org). */
export function styleOf(io: Io): Style {
  const wanted = io.outIsTerminal && (io.environment.NO_COLOR ?? "") === ""
  const colour = wanted && io.environment.TERM !== "dumb"
  const paint =
    (code: number) =>
    (text: string): string =>
      colour ? `\u001b[${code}m${text}\u001b[0m` : text
  return {
    bold: paint(codes.bold),
    dim: paint(codes.dim),
    red: paint(codes.red),
    green: paint(codes.green),
    yellow: paint(codes.yellow),
    cyan: paint(codes.cyan),
  }
}

/** A table with plain borders; `right` names the columns that hold numbers. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly string[] = [],
): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    // No lines between rows.
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
    colAligns: head.map((name) => (right.includes(name) ? "right" : "left")),
  })
  table.push(...rows.map((row) => [...row]))
  return `${table.toString()}\n`
}

/** A size for people. */
export function shownBytes(bytes: number): string {
  const power = Math.min(4, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)))
  if (power === 0) return `${bytes} B`
  return `${(bytes / 2 ** (10 * power)).toFixed(1)} ${["KiB", "MiB", "GiB", "TiB"][power - 1]}`
}

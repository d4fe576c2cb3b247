import Table from "cli-table3"
import { type Figures, say, shown } from "./figures.ts"

/** A figure of ours, what of etcd it is held against, and what is wanted of it. */
export type Row = { readonly work: string; readonly ours: string } & (
  | { readonly theirs: string; readonly ratioMin: number }
  /** At most this, and less than etcd's where both have it. */
  | { readonly theirs?: string; readonly atMost: number; readonly unit: string }
)

const half = "p99 at half rate"

export const rows: readonly Row[] = [
  ...["put", "get"].flatMap((verb) =>
    [128, 1_024].map((count): Row => {
      const name = `unary ${verb}, ${count} in flight`
      return { work: name, ours: name, theirs: name, ratioMin: 1 }
    }),
  ),
  ...[
    ...(["put", "get"] as const).flatMap((verb) =>
      [128, 1_024].flatMap((count) => [
        against(verb, count, "unary", verb === "put" ? 3 : 10),
        against(verb, count, "etcd3", verb === "put" ? 20 : 60),
      ]),
    ),
  ],
  {
    work: "scan of 100 rows: client / etcd unary",
    ours: "client scan, 128 in flight",
    theirs: "unary scan of 100 rows",
    ratioMin: 2,
  },
  ...["put", "get"].flatMap((verb): Row[] => [
    latency(`unary ${verb}`, `unary ${verb}`),
    latency(`client ${verb}`, `unary ${verb}`),
  ]),
  { work: "memory of an idle node", ours: "idle memory", atMost: 150, unit: "MiB" },
  { work: "memory after a million keys", ours: "million memory", atMost: 400, unit: "MiB" },
  {
    work: "leader killed: no write acknowledged for, at worst",
    ours: "leader kill",
    atMost: 2,
    unit: "election timeouts",
  },
  { work: "acknowledged writes lost by that", ours: "lost", atMost: 0, unit: "writes" },
]

function against(verb: string, count: number, other: "unary" | "etcd3", ratioMin: number): Row {
  const ours = `client ${verb}, ${count} in flight`
  const theirs = `${other} ${verb}, ${count} in flight`
  return { work: `${verb}, ${count} in flight: client / etcd ${other}`, ours, theirs, ratioMin }
}

function latency(ours: string, theirs: string): Row {
  const name = `${ours} p99 at half of its saturated rate`
  return {
    work: name,
    ours: `${ours} ${half}`,
    theirs: `${theirs} ${half}`,
    atMost: 10,
    unit: "ms",
  }
}

export interface Judged {
  readonly work: string
  readonly ours: number | undefined
  readonly etcd: number | undefined
  readonly ratio: number | undefined
  readonly wanted: string
  /** undefined: not measured. */
  readonly reached: boolean | undefined
}

export function judge(row: Row, ours: Figures, theirs: Figures | undefined): Judged {
  const mine = ours.get(row.ours)
  const other = row.theirs === undefined ? undefined : theirs?.get(row.theirs)
  const ratio = mine === undefined || other === undefined ? undefined : mine / other
  const base = { work: row.work, ours: mine, etcd: other, ratio }
  if ("ratioMin" in row) {
    const reached = ratio === undefined ? undefined : ratio >= row.ratioMin
    return { ...base, wanted: `at least ${row.ratioMin} ×`, reached }
  }
  const reached =
    mine === undefined ? undefined : mine <= row.atMost && (ratio === undefined || ratio < 1)
  const beside = row.theirs === undefined ? "" : " and under etcd's"
  return { ...base, wanted: `at most ${row.atMost} ${row.unit}${beside}`, reached }
}

export function printTable(judged: readonly Judged[]): void {
  const table = new Table({
    head: ["work", "ringraft", "etcd", "ratio", "wanted", "reached"],
    style: { head: [], border: [], compact: true },
  })
  const cell = (value: number | undefined): string => (value === undefined ? "-" : shown(value))
  for (const { work, ours, etcd, ratio, wanted, reached } of judged) {
    const verdict = reached === undefined ? "not measured" : reached ? "yes" : "NO"
    table.push([work, cell(ours), cell(etcd), ratio?.toFixed(2) ?? "-", wanted, verdict])
  }
  say(table.toString())
}

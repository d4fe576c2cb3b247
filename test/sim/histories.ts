import type { Dice } from "../../src/base/index.ts"
import type { HistoryLine } from "../../src/sim/oracle/index.ts"

/**
 * A history in shorthand, one operation a line: `client call-return verb …`. Outcomes: nothing for
 * done, `?` unknown, `!` refused, `no` or `no:found` for a failed comparison; `-` is absent, `@7` a
 * version. `1 0-9 put a`, `2 3-4 get a @7`, `1 5-6 cas a>b no:c`, `3 1-2 cas #7>b`,
 * `4 0-1 incr 1=5`.
 */
export function historyOf(lines: readonly string[], key = "k"): HistoryLine[] {
  return lines.map((text) => lineOf(text, key))
}

function lineOf(text: string, key: string): HistoryLine {
  const [client, span, op, ...rest] = text.trim().split(/\s+/) as [
    string,
    string,
    never,
    ...string[],
  ]
  const [call, end] = span.split("-").map(Number) as [number, number]
  const versionWord = rest.find((word) => word.startsWith("@"))
  const words = rest.filter((word) => word !== versionWord)
  const outcome = words.find((word) => word === "?" || word === "!" || word.startsWith("no"))
  const argument = words.find((word) => word !== outcome) ?? ""
  return {
    ...{ client: Number(client), op, key, ...argumentOf(op, argument) },
    ok: outcome === undefined ? true : outcome === "?" ? null : false,
    ...(outcome === "!" ? { error: "unavailable" } : {}),
    ...(outcome?.startsWith("no:") ? { result: valueNamed(outcome.slice(3)) } : {}),
    ...(versionWord === undefined ? {} : { version: Number(versionWord.slice(1)) }),
    ...{ call, return: end },
  }
}

function argumentOf(
  op: HistoryLine["op"],
  text: string,
): Partial<HistoryLine> & { value: string | number | null } {
  switch (op) {
    case "get":
      return { value: null, result: valueNamed(text) }
    case "put":
      return { value: text }
    case "delete":
      return { value: null }
    case "incr": {
      const [delta, result] = text.split("=")
      return { value: delta ?? "", ...(result === undefined ? {} : { result }) }
    }
    case "cas": {
      const [expected, value] = text.split(">") as [string, string]
      if (!expected.startsWith("#"))
        return { expected: valueNamed(expected), value: valueNamed(value) }
      return { expectedVersion: Number(expected.slice(1)), value: valueNamed(value) }
    }
  }
}

function valueNamed(text: string): string | null {
  return text === "-" ? null : text
}

export interface DrawOptions {
  readonly operations: number
  readonly clients: number
  /** Chance that a client does not hear how its write ended. */
  readonly unknown: number
  readonly verbs: readonly HistoryLine["op"][]
  readonly versions: boolean
  /** Values drawn from this many; 0: every write has its own. */
  readonly values: number
}

/**
 * A history that a real, atomic register gave: each operation takes effect at one instant between
 * call and return; one of unknown outcome at some later instant, or never.
 */
export function drawHistory(dice: Dice, options: DrawOptions): HistoryLine[] {
  const lines: HistoryLine[] = []
  const register: Register = { value: null, version: 0, writes: 0 }
  const clients = Array.from({ length: options.clients }, (_, number) => ({ number, freeAt: 0 }))
  let nextClient = options.clients
  const plans = Array.from({ length: options.operations }, () => {
    const client = dice.pick(clients)
    const call = client.freeAt + dice.between(1, 20)
    const end = call + dice.between(1, 60)
    const op = dice.pick(options.verbs)
    const unknown = op !== "get" && dice.roll(options.unknown)
    const never = unknown && dice.roll(0.5)
    const at = unknown ? call + dice.between(0, 1_000) : call + dice.chance() * (end - call)
    const plan = { client: client.number, op, call, end, at, unknown, never, choice: dice.bits() }
    client.freeAt = end
    if (unknown) client.number = nextClient++
    return plan
  })
  plans.sort((left, right) => left.at - right.at)
  for (const plan of plans) {
    if (plan.never) {
      const made = effect(
        { value: null, version: 0, writes: lines.length + 500_000 },
        plan,
        options,
      )
      lines.push({ ...base(plan), ...made.wanted, ok: null })
      continue
    }
    const { wanted, seen } = effect(register, plan, options)
    lines.push({ ...base(plan), ...wanted, ...(plan.unknown ? { ok: null } : seen) })
  }
  return lines.sort((left, right) => left.call - right.call)
}

interface Register {
  value: string | null
  version: number
  writes: number
}

interface Plan {
  readonly client: number
  readonly op: HistoryLine["op"]
  readonly call: number
  readonly end: number
  readonly choice: number
}

function base(plan: Plan) {
  return { client: plan.client, op: plan.op, key: "k", call: plan.call, return: plan.end }
}

type Wanted = Pick<HistoryLine, "value" | "expected">
type Seen = Pick<HistoryLine, "ok" | "result" | "version">

/** Does the operation to the register: what its line says of the request, and of the answer. */
function effect(
  register: Register,
  plan: Plan,
  options: DrawOptions,
): { wanted: Wanted; seen: Seen } {
  const before = register.value
  const version = (): Pick<HistoryLine, "version"> =>
    options.versions && register.value !== null ? { version: register.version } : {}
  const write = (value: string | null): void => {
    register.writes += 1
    register.version += 1 + (plan.choice % 3)
    register.value = value
  }
  const letter = options.verbs.includes("incr") ? "" : "v"
  const number = options.values > 0 ? plan.choice % options.values : register.writes
  const fresh = `${letter}${number}`
  switch (plan.op) {
    case "get":
      return { wanted: { value: null }, seen: { ok: true, result: before, ...version() } }
    case "put":
      write(fresh)
      return { wanted: { value: fresh }, seen: { ok: true, ...version() } }
    case "delete":
      write(null)
      return { wanted: { value: null }, seen: { ok: true } }
    case "incr": {
      const delta = 1 + (plan.choice % 2)
      const sum = Number(before ?? 0) + delta
      write(String(sum))
      return { wanted: { value: delta }, seen: { ok: true, result: sum, ...version() } }
    }
    case "cas": {
      const expected = plan.choice % 4 === 0 ? null : plan.choice % 4 === 1 ? "other" : before
      if (expected !== before) {
        const answer = { ok: false, result: before, ...version() }
        return { wanted: { value: fresh, expected }, seen: answer }
      }
      write(fresh)
      return { wanted: { value: fresh, expected }, seen: { ok: true, ...version() } }
    }
  }
}

/**
 * The slow judge, written apart from the fast one: tries every order. For one key, unversioned, and
 * a handful of operations.
 */
export function bruteForce(lines: readonly HistoryLine[]): boolean {
  const open = lines.filter(
    ({ ok, error, op }) => error === undefined && !(op === "get" && ok === null),
  )
  const place = (left: readonly HistoryLine[], value: string | null): boolean => {
    if (left.every(({ ok }) => ok === null)) return true
    return left.some((line) => {
      if (left.some((other) => other.ok !== null && other.return < line.call)) return false
      const after = does(line, value)
      return (
        after !== undefined &&
        place(
          left.filter((other) => other !== line),
          after,
        )
      )
    })
  }
  return place(open, null)
}

/** The value after the line took effect; undefined when it can't have, here. */
function does(line: HistoryLine, value: string | null): string | null | undefined {
  const text = (it: string | number | null | undefined): string | null =>
    it == null ? null : String(it)
  const told = line.ok !== null && line.result !== undefined
  if (line.op === "get") return text(line.result) === value ? value : undefined
  if (line.op === "put") return text(line.value)
  if (line.op === "delete") return null
  if (line.op === "incr") {
    const sum = Number(value ?? 0) + Number(line.value)
    if (Number.isNaN(sum) || (told && sum !== Number(line.result))) return undefined
    return String(sum)
  }
  const matches = value === text(line.expected)
  if (line.ok === false) return matches || (told && text(line.result) !== value) ? undefined : value
  return matches ? text(line.value) : undefined
}

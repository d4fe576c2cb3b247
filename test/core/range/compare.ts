/** What a range holds, in forms that a machine and a model can be compared by. */
import { plain } from "../../wire/samples.ts"
import type { TestRange } from "./test-range.ts"

/** Everything that a replica knows, in a form to compare. */
export function contents(cells: Iterable<readonly [string, object]>, sessions: unknown): unknown {
  const sorted = [...cells].sort(([left], [right]) => (left < right ? -1 : 1))
  return plain({ cells: sorted.map(([name, cell]) => [name, cell]), sessions: codesOnly(sessions) })
}

/** Messages are for people, and models do not know them. */
export function codesOnly(value: unknown): unknown {
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(codesOnly)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "message")
      .map(([name, each]) => [name, codesOnly(each)]),
  )
}

export function contentsOf(range: TestRange): unknown {
  const cells = [...range.cells].map(([name, { key: _, ...cell }]) => [name, cell] as const)
  return contents(cells, range.machine.sessions)
}

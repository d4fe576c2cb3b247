/** What becomes of the sessions of a range in which nothing happens. */
import t from "tap"
import { defaultLimits } from "../../../src/base/index.ts"
import { SessionTable } from "../../../src/core/range/session-table.ts"
import type { OperationResult } from "../../../src/core/range/types.ts"
import { bytesOf, noSessions } from "./test-range.ts"

const limits = { ...defaultLimits, sessionsMax: 3 }

function idOf(client: number): Uint8Array {
  return new Uint8Array(16).fill(client)
}

/** Clients that wrote, of whom the first two were forgotten for want of room. */
function filled(): SessionTable {
  const table = new SessionTable(noSessions, limits)
  const results: OperationResult[] = [
    { type: "put", version: 640_000_000_000_000 },
    { type: "delete", version: 640_000_000_000_001 },
    { type: "put", version: 639_999_999_999_999 },
    { type: "increment", value: 7n, version: 3 },
    { type: "error", code: "invalid_argument", message: "no number" },
    { type: "compareAndSwap", succeeded: false, version: 9, value: bytesOf("else") },
  ] as OperationResult[]
  for (const client of [1, 2, 3, 4, 5]) {
    results.forEach((result, at) => {
      const index = 10 * client + at
      const sequence = client === 4 ? 100 - at : at + 1
      const id = { clientId: idOf(client), sequence, acknowledgedBelow: 0 }
      const session = table.open(id, index, 10 * index)
      if (session !== undefined) table.remember(session, sequence, result)
      table.flush(index)
    })
  }
  return table
}

t.test("a table is packed and opened as it was", async (t) => {
  const table = filled()
  const packed = table.pack()
  if (packed === undefined) throw new Error("nothing is due")
  const again = SessionTable.open(packed, limits)
  t.same(again.view(), table.view())
  t.equal(again.view().sessions.length, 3)
  t.equal(again.view().forgotten.length, 2)
  t.same(again.faults(55, 640_000_000_000_001), [])
  t.same(again.pack(), packed)
})

t.test("it goes on where it was: acknowledged results let their chunks go", async (t) => {
  const [table, packed] = [filled(), filled().pack()]
  if (packed === undefined) throw new Error("nothing is due")
  const tables = [table, SessionTable.open(packed, limits)]
  const writes = tables.map((each) => {
    const session = each.open({ clientId: idOf(3), sequence: 7, acknowledgedBelow: 5 }, 60, 600)
    if (session !== undefined) each.remember(session, 7, { type: "put", version: 5 })
    each.open({ clientId: idOf(6), sequence: 1, acknowledgedBelow: 0 }, 61, 610)
    return each.flush(61)
  })
  t.same(writes[1], writes[0])
  t.same([...(writes[1]?.chunksDropped ?? [])].sort(), [30, 31, 32, 33, 40, 41, 42, 43, 44, 45])
})

t.test("what is due in an engine write is not packed", async (t) => {
  const table = filled()
  table.open({ clientId: idOf(5), sequence: 9, acknowledgedBelow: 0 }, 70, 700)
  t.equal(table.pack(), undefined)
  table.flush(70)
  t.ok(table.pack())
})

t.test("a thousand puts that were never acknowledged take few bytes", async (t) => {
  const table = new SessionTable(noSessions, defaultLimits)
  for (let sequence = 1; sequence <= 1_000; sequence += 1) {
    const id = { clientId: idOf(1), sequence, acknowledgedBelow: 0 }
    const session = table.open(id, sequence, sequence)
    if (session === undefined) throw new Error("the session is there")
    const version = 640_000_000_000_000 + 600 * sequence
    table.remember(session, sequence, { type: "put", version })
  }
  table.flush(1_000)
  t.ok((table.pack()?.bytes.length ?? 0) < 5_000)
})

t.test("a client may count as far as numbers go, up and down", async (t) => {
  const table = new SessionTable(noSessions, defaultLimits)
  const most = Number.MAX_SAFE_INTEGER
  for (const sequence of [most, 1, most - 1, 2, 66, 130, 65, 3, 2 ** 52, 7]) {
    const session = table.open({ clientId: idOf(1), sequence, acknowledgedBelow: 0 }, 1, 1)
    if (session === undefined) throw new Error("the session is there")
    table.remember(session, sequence, { type: "put", version: sequence })
  }
  table.flush(1)
  const packed = table.pack()
  if (packed === undefined) throw new Error("nothing is due")
  t.same(SessionTable.open(packed, defaultLimits).view(), table.view())
})

/** What a range comes back with. */
import t from "tap"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { batchOf, noSessions, noSessionWrites, openData, put } from "./range-data-harness.ts"

t.test("the sessions of a range are given away once, and not kept here", async (t) => {
  const disk = new MemoryDisk()
  const data = await openData(new MemoryEngine(disk))
  const clientId = new Uint8Array(16).fill(1)
  const session = { clientId, createdIndex: 1, lastUsedTime: 1, acknowledgedBelow: 0 }
  data.absorb(batchOf(1, put("a", "1")))
  await data.flush(() => ({ ...noSessionWrites, sessions: [session] }))

  const again = await openData(new MemoryEngine(disk))
  const image = again.takeRecovered()
  t.same(image?.sessions.sessions, [session])
  t.same(again.recovered, { state: image?.state, sessions: noSessions })
  t.same(again.takeRecovered()?.sessions, noSessions)
})

/** What becomes of a merge whose source is not to be had. */
import t from "tap"
import { Applier, type SourceState } from "../../src/store/applier.ts"

const sourceId = 8
const ticks = 60

/** It applies a merge, and asks for the source again with each tick. */
async function merge(found: SourceState) {
  const told: string[] = []
  const plan = { count: 1, keys: [], absorbs: { rangeId: sourceId } }
  const applier = new Applier({
    data: { installing: false },
    flusher: { hasRoom: true, room: async () => {} },
    machine: () => ({ state: { index: 0 }, plan: () => plan }),
    proposals: { commandAt: () => ({ type: "absorb" }), cellReads: { keys: 1 } },
    sourceOf: () => found,
    onFailure: (error: Error) => told.push(error.message),
    onOvertaken: (reason: string) => told.push(reason),
  } as never)
  applier.enqueue([{ index: 1, term: 1, kind: "normal", data: new Uint8Array() }])
  applier.start()
  for (let i = 0; i < ticks; i += 1) {
    await new Promise(setImmediate)
    applier.tick()
  }
  const { waiting } = applier
  await applier.pause()
  return { told, waiting }
}

t.test("one that is coming is waited for", async (t) => {
  t.same(await merge("coming"), { told: [], waiting: true })
})

t.test("one that is missing is damage, once it has had time to show", async (t) => {
  const told = [`range ${sourceId}, which is to be taken in, is not whole here`]
  t.same(await merge("missing"), { told, waiting: false })
})

t.test("one that left as others had taken it in is none: a snapshot is to come", async (t) => {
  const told = [`range ${sourceId}, which is to be taken in, has left`]
  t.same(await merge("gone"), { told, waiting: false })
})

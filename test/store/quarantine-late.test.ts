/** Corrupt bytes are met while a snapshot is on its way that replaces them. */
import t from "tap"
import { MemoryDisk, MemoryEngine } from "../storage/memory-engine.ts"
import { batchOf, openData, put, write } from "../storage/range-data-harness.ts"

t.test("what a snapshot has replaced is not marked as corrupt after that", async (t) => {
  const source = await openData(new MemoryEngine(new MemoryDisk()))
  await write(source, batchOf(9, put("a", "new")))
  await source.checkpoint()
  const frames: Uint8Array[] = []
  for await (const frame of (await source.openSnapshot()).chunks()) frames.push(frame)

  const engine = new MemoryEngine(new MemoryDisk())
  const data = await openData(engine)
  await write(data, batchOf(2, put("a", "old")))
  let arrive = (): void => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const install = data.install(
    (async function* () {
      await arrival
      yield* frames
    })(),
  )
  const marked = data.quarantine()
  arrive()
  await Promise.all([install, marked])
  t.notOk(data.installing)
  t.notOk((await openData(engine)).installing, "nor after a restart")

  await data.quarantine()
  t.ok(data.installing, "what is met later is")
})

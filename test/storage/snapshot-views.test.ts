/** A snapshot is of one moment, though the engine gives it two views. */
import t from "tap"
import { MemoryDisk, MemoryEngine } from "./memory-engine.ts"
import { batchOf, openData, put, write } from "./range-data-harness.ts"

t.test("both are taken while the range writes nothing", async (t) => {
  const disk = new MemoryDisk()
  const engine = new MemoryEngine(disk)
  const data = await openData(engine)
  await write(data, batchOf(2, put("a", "old")))
  let goOn = (): void => {}
  disk.pauses.write = new Promise((resolve) => {
    goOn = resolve
  })
  const { iterate } = engine
  let views = 0
  engine.iterate = (range) => {
    views += 1
    return iterate.call(engine, range)
  }
  const written = write(data, batchOf(3, put("a", "new")))
  const opened = data.openSnapshot()
  await new Promise((resolve) => setImmediate(resolve))
  t.equal(views, 0, "for the engine may be done with it at any moment")
  goOn()
  await written
  const snapshot = await opened
  t.equal(views, 2)
  t.equal(snapshot.meta.index, 3)
  await snapshot.close()
})

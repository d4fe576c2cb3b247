/** Compactions are RocksDB's own threads: they give way to what clients wait for. */
import { getPriority } from "node:os"
import t from "tap"
import { openRocksEngine } from "../../src/platform/index.ts"
import { compactionThreadsHere } from "../../src/platform/rocksdb/compaction-priority.ts"

const options = { cacheBytes: 1_024 * 1_024, writeBufferBytes: 1_024 * 1_024 }
const skip = process.platform !== "linux" && "only Linux threads have priorities"

t.test("they run at a lower priority, and nothing else does", { skip }, async (t) => {
  const before = getPriority()
  const engine = await openRocksEngine(t.testdir(), options)
  t.teardown(() => engine.close())
  const threads = compactionThreadsHere()
  t.ok(threads.length > 0, "they are found by the name that RocksDB gives them")
  for (const thread of threads) t.ok(getPriority(thread) > before)
  t.equal(getPriority(), before)
})

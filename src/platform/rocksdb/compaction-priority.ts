import { readdirSync, readFileSync } from "node:fs"
import { setPriority } from "node:os"

const tasks = "/proc/self/task"
/** What RocksDB calls the threads of its pool for compactions. */
const compactionThreads = "rocksdb:low"
/**
 * To a third of the processor time of others, where there is too little for all. Much less, and a
 * node that is busy for long would fall behind until RocksDB holds back its writes.
 */
const compactionNice = 5

/**
 * Has compactions give way to what clients wait for: they are native threads, which no pace of ours
 * holds back, and moving a gibibyte brings many. RocksDB can do that itself
 * (`LowerThreadPoolCPUPriority`), but the binding doesn't pass it on. Where threads have no
 * priorities of their own (that is a Linux thing) nothing happens.
 */
export function letCompactionsYield(): void {
  for (const thread of compactionThreadsHere()) {
    try {
      setPriority(thread, compactionNice)
    } catch {
      // Gone, or not allowed here: then they are as important as anything else.
    }
  }
}

/** Ids of this process's threads that compact. */
export function compactionThreadsHere(): readonly number[] {
  try {
    return readdirSync(tasks).flatMap((id) => {
      const name = readFileSync(`${tasks}/${id}/comm`, "utf8")
      return name.startsWith(compactionThreads) ? [Number(id)] : []
    })
  } catch {
    return []
  }
}

/** Space of keyspaces that were dropped is given back, also where the disk is full at first. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { reclaim } from "../../src/store/reclaim.ts"

/** What is tried, in order, where tries of this keyspace fail with these. */
async function triesOf(
  keyspaceIds: readonly number[],
  failures: (KvError | undefined)[],
  stopped = false,
) {
  const tries: number[] = []
  const waiting: (() => void)[] = []
  const options = {
    env: {
      telemetry: silentTelemetry,
      clock: { after: (_ms: number, then: () => void) => waiting.push(then) } as never,
    },
    data: {
      reclaim: async (keyspaceId: number) => {
        tries.push(keyspaceId)
        const failure = failures.shift()
        if (failure !== undefined) throw failure
      },
    },
    onFatal: (error: unknown) => t.fail(String(error)),
  }
  await reclaim(keyspaceIds, options, () => stopped)
  for (let then = waiting.shift(); then !== undefined; then = waiting.shift()) {
    then()
    await new Promise(setImmediate)
  }
  return tries
}

const full = new KvError("disk_full", "full")

t.test("each in turn, and one that found the disk full again, until it is done", async (t) => {
  t.same(await triesOf([7, 8], []), [7, 8])
  t.same(await triesOf([7, 8], [full, undefined, full]), [7, 8, 7, 7])
})

t.test("what fails for another reason is left to the engine", async (t) => {
  t.same(await triesOf([7, 8], [new KvError("unavailable", "all goes")]), [7, 8])
})

t.test("nothing is tried again where the store has stopped", async (t) => {
  t.same(await triesOf([7], [full], true), [7])
})

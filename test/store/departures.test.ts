/** A replica on its way out, on an engine that does not take its tombstone at first. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { Departures } from "../../src/store/departures.ts"

const rangeId = 7
const full = new KvError("disk_full", "full")
const held = new KvError("unavailable", "the engine lets go of everything")

/** Resolves with what the store hears, and in which order things were done. */
function leaving(failures: KvError[]): Promise<readonly string[]> {
  const done: string[] = []
  return new Promise((resolve) => {
    const departures = new Departures({
      data: {
        remove: async () => {
          const failure = failures.shift()
          done.push(failure?.code ?? "tombstone")
          if (failure !== undefined) throw failure
        },
      },
      clock: { after: (_ms: number, then: () => void) => queueMicrotask(then) },
      telemetry: silentTelemetry,
      onLeft: () => resolve(done),
      onFatal: (error: unknown) => resolve([...done, `fatal: ${error}`]),
    } as never)
    const replica = {
      rangeId,
      raft: { view: { id: 1 } },
      retire: async () => done.push("retired"),
      forgetLog: async () => done.push("log ended"),
    }
    departures.begin(replica as never, "the test", () => {}, false)
  })
}

t.test("it waits for space, and for another range that has all let go of", async (t) => {
  for (const failures of [[], [full], [held], [full, held, held]]) {
    const codes = failures.map(({ code }) => code)
    t.same(await leaving(failures), ["retired", ...codes, "tombstone", "log ended"])
  }
})

t.test(
  "what a full disk kept from being cleared at the start is cleared once it is not",
  async (t) => {
    const failures = [full, held, full]
    let tries = 0
    const departures = new Departures({
      data: {
        hasLeftovers: true,
        clearLeftovers: async () => {
          const failure = failures[tries]
          tries += 1
          if (failure !== undefined) throw failure
        },
      },
      clock: { after: (_ms: number, then: () => void) => setImmediate(then) },
      telemetry: silentTelemetry,
    } as never)
    departures.clearLeftovers()
    while (tries <= failures.length) await new Promise(setImmediate)
    await departures.stop()
    t.equal(tries, 4)
  },
)

t.test("anything else stops the node", async (t) => {
  const done = await leaving([new KvError("internal", "broken")])
  t.same(done, ["retired", "internal", "fatal: KvError: broken"])
})

/** What is read of a range's data before entries are applied. */
import t from "tap"
import { mapKeyOf } from "../../src/base/index.ts"
import { RangeMachine } from "../../src/core/range/index.ts"
import type { Command, OperationResult, WriteOperation } from "../../src/core/range/types.ts"
import { Applier } from "../../src/store/applier.ts"
import { MemoryDisk, MemoryEngine } from "../storage/memory-engine.ts"
import * as harness from "../storage/range-data-harness.ts"

/** Remembers which rows it was asked for. */
class WatchedEngine extends MemoryEngine {
  readonly asked: string[] = []

  override getMany(keys: readonly Uint8Array[]) {
    this.asked.push(...keys.map(mapKeyOf))
    return super.getMany(keys)
  }
}

function swap(key: string): WriteOperation {
  const [name, value] = [harness.bytes(key), harness.bytes("other")]
  const asked = { ttlMs: undefined, requestId: undefined, expect: { type: "absent" } } as const
  return { type: "compareAndSwap", key: name, value, ...asked }
}

t.test("a cell that many operations ask about is read once", async (t) => {
  const engine = new WatchedEngine(new MemoryDisk())
  const written = await harness.openData(engine)
  await harness.write(written, harness.batchOf(1, harness.put("big", "v".repeat(1_000))))
  const data = await harness.openData(engine)
  engine.asked.length = 0

  const command: Command = {
    ...{ type: "batch", time: 10, rangeVersion: 1 },
    operations: [swap("big"), swap("small"), swap("big"), swap("big")],
  }
  const state = { ...harness.freshState, index: 1, term: 1 }
  const { limits, noSessions: sessions } = harness
  const machine = new RangeMachine({ state, sessions, limits })
  const results: OperationResult[] = []
  await new Promise<void>((resolve) => {
    const applier = new Applier({
      data,
      flusher: { hasRoom: true, room: async () => {}, onAbsorbed: () => {} },
      machine: () => machine,
      proposals: {
        commandAt: () => command,
        settle: (_index: number, _term: number, each: OperationResult[]) => results.push(...each),
      },
      ...{ onApplied: () => {}, onAppliedLater: resolve },
    } as never)
    applier.enqueue([{ index: 2, term: 1, kind: "normal", data: new Uint8Array() }])
    applier.start()
  })
  t.same(engine.asked, ["big", "small"].map(harness.cellKey).map(mapKeyOf))
  t.same(
    results.map((result) => result.type === "compareAndSwap" && result.value?.length),
    [1_000, undefined, 1_000, 1_000],
  )
})

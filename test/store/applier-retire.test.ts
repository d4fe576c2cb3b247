/** What becomes of a range that was split off when the replica that did it leaves. */
import t from "tap"
import { KvError } from "../../src/base/index.ts"
import { Applier } from "../../src/store/applier.ts"
import { Flusher } from "../../src/store/flusher.ts"

const childId = 8

/** It has applied a split, and was stopped before it heard that the engine has that. */
function split(after: object, has: boolean, error?: KvError) {
  const born: number[] = []
  const child = { state: { descriptor: { rangeId: childId } } }
  const batch = { state: { index: 1 }, results: [], child }
  const never = new Promise<void>(() => {})
  let flushed = never
  const data = { unflushed: true, installing: false, absorb: () => {} }
  const applier = new Applier({
    data,
    flusher: { hasRoom: true, onAbsorbed: () => {}, flush: () => flushed },
    machine: () => ({ state: { index: 0 }, apply: () => batch }),
    proposals: { commandAt: () => undefined, settle: () => {} },
    ...{ onApplied: () => {}, onSplit: () => {}, has: (id: number) => has && id === childId },
    onBorn: ({ state }: typeof child) => born.push(state.descriptor.rangeId),
  } as never)
  applier.enqueue([{ index: 1, term: 1, kind: "empty", data: new Uint8Array() }])
  applier.start()
  Object.assign(data, after)
  flushed = error === undefined ? Promise.resolve() : Promise.reject(error)
  return { applier, born }
}

t.test("it lives on where the engine has it, and only there", async (t) => {
  const table: readonly [string, { unflushed: false; installing: boolean }, boolean][] = [
    ["all is flushed", { unflushed: false, installing: false }, true],
    ["flushed, then quarantined", { unflushed: false, installing: true }, true],
    ["a snapshot took its place", { unflushed: false, installing: false }, false],
    ["let go of", { unflushed: false, installing: true }, false],
  ]
  for (const [what, after, has] of table) {
    const { applier, born } = split(after, has)
    await applier.retire()
    t.same(born, has ? [childId] : [], what)
  }
  const full = split({}, true, new KvError("disk_full", "full"))
  await full.applier.retire()
  t.same(full.born, [], "the engine takes no write")
})

t.test("one that finds no space just after it was stopped does not wait for it", async (t) => {
  let fail: (error: KvError) => void = () => {}
  const writing = new Promise<void>((_, reject) => {
    fail = reject
  })
  const waits = { unflushed: true, absorbedBytes: 1, unsealedBytes: 1, installing: false }
  const data = { ...waits, absorb: () => {}, flush: () => writing }
  const state = { index: 1, descriptor: { rangeId: childId } }
  const batch = { state, results: [], child: { state } }
  const plan = { count: 1, keys: [], purged: [], spans: [] }
  const machine = () => ({ state: { index: 0 }, plan: () => plan, apply: () => batch })
  const flusher = new Flusher({
    data,
    machine,
    nodeId: 1,
    clock: { monotonicMs: () => 0 },
  } as never)
  const applier = new Applier({
    ...{ data, machine, flusher },
    proposals: { commandAt: () => ({ type: "split" }), settle: () => {}, cellReads: { keys: 1 } },
    ...{ onApplied: () => {}, onSplit: () => {}, onAppliedLater: () => {} },
  } as never)
  applier.enqueue([{ index: 1, term: 1, kind: "normal", data: new Uint8Array() }])
  applier.start()
  await new Promise(setImmediate)
  let stopped = false
  const stopping = applier.pause().then(() => {
    stopped = true
  })
  flusher.release()
  fail(new KvError("disk_full", "full"))
  await new Promise(setImmediate)
  t.ok(stopped, "it has stopped")
  flusher.release()
  await stopping
})

import fc from "fast-check"
import t from "tap"
import { type SnapshotSlot, SnapshotSlots } from "../../src/store/snapshot-slots.ts"

t.test("never more than so many are held, and everybody's turn comes", async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), (max, askers) => {
      const slots = new SnapshotSlots(max)
      const waiting = new Set(Array.from({ length: askers }, (_, i) => `asker ${i}`))
      for (let round = 0; waiting.size > 0; round += 1) {
        if (round > askers / max) return false
        const taken: SnapshotSlot[] = []
        for (const asker of waiting) {
          const slot = slots.take(asker, round * 100)
          if (slot === undefined) continue
          taken.push(slot)
          waiting.delete(asker)
        }
        if (slots.held > max || slots.held !== taken.length) return false
        for (const slot of taken) slot.release()
      }
      return slots.held === 0
    }),
  )
})

t.test("who was refused first comes first, unless it has gone", async (t) => {
  const slots = new SnapshotSlots(1)
  const held = slots.take("a", 0)
  t.equal(slots.take("b", 0), undefined)
  t.equal(slots.take("c", 10), undefined)
  held?.release()
  t.equal(slots.take("c", 100), undefined, "b was first")
  t.equal(slots.take("a", 100), undefined, "who had its turn goes to the end of the line")
  const next = slots.take("b", 200)
  t.ok(next)
  next?.release()
  t.ok(slots.take("a", 5_000), "nobody else has asked for a while")
})

t.test("a slot is released once", async (t) => {
  const slot = new SnapshotSlots(1).take("a", 0)
  slot?.release()
  t.throws(() => slot?.release(), /once/)
})

t.test("of stores that ask for one range after the other, all get all of theirs", async (t) => {
  const slots = new SnapshotSlots(1)
  const stores = [1, 2].map((store) => Array.from({ length: 7 }, (_, i) => `${store} ${i}`))
  const other = slots.take("other", 0)
  let nowMs = 0
  for (; stores.some((wanted) => wanted.length > 0) && nowMs < 60_000; nowMs += 500) {
    if (nowMs === 5_000) other?.release()
    for (const wanted of stores) {
      const asker = wanted.shift()
      const slot = asker === undefined ? undefined : slots.take(asker, nowMs)
      if (asker !== undefined && slot === undefined) wanted.push(asker)
      slot?.release()
    }
  }
  t.ok(nowMs < 60_000)
})

/** When a leader proposes the end of what has expired, and which lookups it does not repeat. */
import t from "tap"
import { defaultLimits, type HybridTime, hybridTimeOf } from "../../src/base/index.ts"
import { Expiry } from "../../src/store/expiry.ts"
import type { OwnCommand } from "../../src/store/proposals.ts"

const nowMs = Date.UTC(2026, 0)
const key = Uint8Array.of(1)

/** A range with an expired cell, whose lookups end when they are told to. */
class Scene {
  /** Of the last entry applied. */
  time: HybridTime = hybridTimeOf(nowMs - 4_000)
  leads = true
  readonly proposed: OwnCommand[] = []
  #lookups = 0
  #find: (keys: readonly Uint8Array[]) => void = () => {}
  readonly #expiry = new Expiry({
    data: { nextExpiryMs: () => nowMs - 1_000, expired: () => this.#look() },
    limits: defaultLimits,
    clock: { wallMs: () => nowMs },
    machine: () => ({ state: { time: this.time } }),
    propose: (purge) => (this.leads ? this.proposed.push(purge) : undefined),
  })

  #look(): Promise<readonly Uint8Array[]> {
    this.#lookups++
    return new Promise((resolve) => {
      this.#find = resolve
    })
  }

  /** A tick passes; how often it was looked up by now. */
  tick(): number {
    this.#expiry.tick()
    return this.#lookups
  }

  /** The lookup under way ends with these. */
  async find(...keys: Uint8Array[]): Promise<void> {
    this.#find(keys)
    await Promise.resolve()
  }

  reset(): void {
    this.#expiry.reset()
  }
}

t.test("one lookup at a time, and none before its purge is applied", async (t) => {
  const scene = new Scene()
  t.equal(scene.tick(), 1)
  t.equal(scene.tick(), 1, "it is being looked up")
  await scene.find(key)
  t.strictSame(scene.proposed, [{ type: "purge", keys: [key] }])
  t.equal(scene.tick(), 1, "it is under way")
  scene.time = hybridTimeOf(nowMs)
  t.equal(scene.tick(), 2, "it is applied")
  await scene.find()
  t.equal(scene.proposed.length, 1, "the index had nothing left")
  t.equal(scene.tick(), 3, "which does not stop the next look")
})

// Found by the simulator: a neighbour whose log time was ahead was taken in during the lookup.
t.test("a purge is under way up to the time of when it was proposed, not looked up", async (t) => {
  const scene = new Scene()
  scene.tick()
  scene.time = hybridTimeOf(nowMs + 3_000)
  await scene.find(key)
  t.equal(scene.proposed.length, 1)
  t.equal(scene.tick(), 1, "what is applied is not yet the purge")
  scene.time++
  t.equal(scene.tick(), 2, "an entry stamped after it is applied")
})

t.test("what could not be proposed, or went with its leader, is looked up again", async (t) => {
  const scene = new Scene()
  scene.leads = false
  scene.tick()
  await scene.find(key)
  scene.leads = true
  t.equal(scene.tick(), 2, "it was not proposed")
  await scene.find(key)
  t.equal(scene.tick(), 2)
  scene.reset()
  t.equal(scene.tick(), 3, "who proposed it leads no more")
})

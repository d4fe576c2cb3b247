import fc from "fast-check"
import t from "tap"
import { Dice, defined, type RangeId } from "../../src/base/index.ts"
import type { Entry } from "../../src/core/raft/types.ts"
import { type LogWrite, RaftLog } from "../../src/storage/index.ts"
import { type CrashKind, MemoryLogDevice } from "./memory-log-device.ts"
import {
  applyWrites,
  imageOfLog,
  imageOfModel,
  type LogModel,
  lastOf,
  type Recorded,
  rangeOf,
  recordTelemetry,
  write,
} from "./raft-log-model.ts"

const rangeIds: readonly RangeId[] = [1, 2, 3]

/** One step of a history. The numbers mean what the state at that moment lets them mean. */
interface Step {
  readonly type: "append" | "burst" | "read" | "reopen" | "kill" | "powerLoss"
  readonly range: number
  readonly count: number
  readonly size: number
  readonly sync: boolean
  readonly what: number
  readonly chance: number
}

const steps = fc.array(
  fc.record<Step>({
    type: fc.oneof(
      { weight: 12, arbitrary: fc.constant("append" as const) },
      { weight: 2, arbitrary: fc.constant("burst" as const) },
      { weight: 2, arbitrary: fc.constant("read" as const) },
      { weight: 1, arbitrary: fc.constant("reopen" as const) },
      { weight: 1, arbitrary: fc.constant("kill" as const) },
      { weight: 2, arbitrary: fc.constant("powerLoss" as const) },
    ),
    range: fc.constantFrom(...rangeIds),
    count: fc.integer({ min: 1, max: 6 }),
    size: fc.integer({ min: 0, max: 300 }),
    sync: fc.boolean(),
    what: fc.nat(99),
    chance: fc.nat(0xffff_ffff),
  }),
  { maxLength: 60 },
)

/** A log beside a model of it, driven through crashes. */
class Rig {
  device = new MemoryLogDevice()
  log: RaftLog
  telemetry: Recorded
  /** What the log may hold: after each append asked for since the last time it was certain. */
  states: LogModel[] = [new Map()]
  /** The last state that was acknowledged, and the last acknowledged as durable. */
  acknowledged = 0
  durable = 0
  readonly flips: boolean

  private constructor(log: RaftLog, telemetry: Recorded, device: MemoryLogDevice, flips: boolean) {
    this.log = log
    this.telemetry = telemetry
    this.device = device
    this.flips = flips
  }

  static async create(flips: boolean): Promise<Rig> {
    const device = new MemoryLogDevice()
    const telemetry = recordTelemetry()
    return new Rig(await openLog(device, telemetry), telemetry, device, flips)
  }

  get newest(): LogModel {
    return defined(this.states.at(-1), "there is always a state")
  }

  async run(step: Step): Promise<void> {
    if (step.type === "append") await this.append(step)
    else if (step.type === "burst") await this.burst(step)
    else if (step.type === "read") await this.read(step)
    else if (step.type === "reopen") await this.reopen()
    else await this.crash(step.type, step)
  }

  /** Asks for an append; the promise settles as the log's does. */
  ask(step: Step): Promise<void> {
    const writes = writesOf(this.newest, step, !this.flips)
    this.states.push(applyWrites(this.newest, writes))
    const state = this.states.length - 1
    return this.log.append(writes).then(() => {
      this.acknowledged = Math.max(this.acknowledged, state)
      if (writes.some(({ sync }) => sync)) this.durable = Math.max(this.durable, state)
    })
  }

  async append(step: Step): Promise<void> {
    await this.ask(step)
    await this.check()
  }

  async burst(step: Step): Promise<void> {
    const again = { ...step, what: step.what + 7, sync: false }
    await Promise.all([
      this.ask(step),
      this.ask(again),
      this.ask({ ...step, what: step.what + 31 }),
    ])
    await this.check()
  }

  async read(step: Step): Promise<void> {
    const dice = new Dice(step.chance)
    const { entries, start } = rangeOf(this.newest, step.range)
    const from = start.index + dice.between(0, entries.length + 1)
    const to = from + dice.between(0, entries.length)
    const read = await this.log.read(step.range, from, to, step.size)
    const expected = from <= start.index ? [] : entries.filter(within(from, to))
    if (read.length > expected.length) throw new Error("more entries than there are")
    if (read.length === 0 && expected.length > 0) throw new Error("at least one entry")
    for (const [i, entry] of read.entries()) {
      const same = Buffer.from(defined(expected[i], "counted").data).equals(entry.data)
      if (!same || entry.index !== expected[i]?.index) throw new Error("another entry")
    }
    const bytes = read.reduce((sum, entry) => sum + entry.data.length, 0)
    if (read.length > 1 && bytes > step.size) throw new Error("more bytes than asked for")
  }

  async reopen(): Promise<void> {
    await this.log.close()
    const warnings = this.telemetry.warnings.length
    await this.open(this.device.copy())
    if (this.telemetry.warnings.length > warnings) throw new Error("a clean end leaves no trouble")
    await this.check()
  }

  /** Dies within the next few device operations, comes back, and must be one of what it may be. */
  async crash(kind: CrashKind, step: Step): Promise<void> {
    const dice = new Dice(step.chance)
    this.device.dieAtStep(dice.between(1, 8))
    for (let i = 0; i < 8; i += 1) {
      const appended = this.ask({ ...step, what: step.what + i })
      await Promise.race([this.device.died, appended])
    }
    await this.device.died
    const left = this.device.crash(kind, dice)
    if (this.flips && dice.roll(0.7)) flipBit(left, dice)
    await this.open(left)
    if (this.log.damaged) await this.heal()
    else await this.settle(kind === "kill" ? this.acknowledged : this.durable)
  }

  async open(device: MemoryLogDevice): Promise<void> {
    this.device = device
    this.log = await openLog(device, this.telemetry)
  }

  /** The log holds one of the states from `oldest` on: now it is known which. */
  async settle(oldest: number): Promise<void> {
    const image = await imageOfLog(this.log, rangeIds)
    const found = this.states.findLastIndex((state) => imageOfModel(state) === image)
    if (found < oldest) {
      const wanted = this.states.slice(oldest).map(imageOfModel).join("\n or ")
      throw new Error(`recovered\n${image}\n is none of\n${wanted}`)
    }
    this.certain(defined(this.states[found], "found"))
  }

  certain(state: LogModel): void {
    this.states = [state]
    this.acknowledged = 0
    this.durable = 0
  }

  async heal(): Promise<void> {
    if (!this.flips) throw new Error("damage without a flipped bit")
    if (this.telemetry.errors.length === 0) throw new Error("damage must be reported")
    let model: LogModel = new Map()
    for (const rangeId of rangeIds) {
      const { hardState } = this.log.recovered(rangeId) ?? rangeOf(model, rangeId)
      const known = this.states.map((state) => rangeOf(state, rangeId).hardState)
      const isOneOfThem = known.some((one) => JSON.stringify(one) === JSON.stringify(hardState))
      if (!isOneOfThem && hardState.term > 0) {
        // Older than the last certain state, which damage may have taken.
        const newest = Math.max(...known.map(({ term }) => term))
        if (hardState.term > newest) throw new Error("a term that was never written")
      }
      model = applyWrites(model, [write({ rangeId, hardState })])
    }
    const anew = rangeIds.map((rangeId) =>
      write({ rangeId, start: lastOf(rangeOf(this.newest, rangeId)), damageNonce: 9 }),
    )
    await this.log.append(anew)
    if (this.log.damaged) throw new Error("a log that began anew is whole")
    this.certain(applyWrites(model, anew))
    await this.check()
  }

  async check(): Promise<void> {
    const image = await imageOfLog(this.log, rangeIds)
    const expected = imageOfModel(this.newest)
    if (image !== expected) throw new Error(`log holds\n${image}\n but should hold\n${expected}`)
    for (const rangeId of rangeIds) {
      const { entries } = rangeOf(this.newest, rangeId)
      const bytes = entries.reduce((sum, entry) => sum + entry.data.length, 0)
      const counted = this.log.bytesOf(rangeId)
      if (counted < bytes || (entries.length === 0 && counted !== 0)) throw new Error("bytesOf")
    }
  }
}

function openLog(device: MemoryLogDevice, telemetry: Recorded): Promise<RaftLog> {
  return RaftLog.open(device, {
    segmentBytesMax: 3_000,
    stragglerSegments: 2,
    identity: "node 77",
    telemetry,
  })
}

function within(from: number, to: number): (entry: Entry) => boolean {
  return (entry) => entry.index >= from && entry.index < to
}

/** `leave`: ranges may also go, which a log that is damaged may not have seen. */
function writesOf(model: LogModel, step: Step, leave: boolean): LogWrite[] {
  const dice = new Dice(step.chance + step.what)
  const writes: LogWrite[] = []
  let state = model
  const count = step.what % 4 === 0 ? 3 : 1
  for (let i = 0; i < count; i += 1) {
    const rangeId = (((step.range + i) % rangeIds.length) + 1) as RangeId
    const gone = leave && step.what % 9 === 8 && i === 0
    const one = gone
      ? write({ rangeId, gone: true, sync: step.sync })
      : writeOf(state, rangeId, step, dice)
    writes.push(one)
    state = applyWrites(state, [one])
  }
  return writes
}

function writeOf(model: LogModel, rangeId: RangeId, step: Step, dice: Dice): LogWrite {
  const range = rangeOf(model, rangeId)
  const last = lastOf(range)
  const { hardState, start, entries } = range
  const term = Math.max(hardState.term, last.term) + (dice.roll(0.2) ? 1 : 0)
  const base = write({ rangeId, sync: step.sync })
  const kind = dice.between(0, 19)
  if (kind < 3) {
    const vote = dice.between(0, 3)
    return { ...base, hardState: { term, vote, commit: last.index }, sync: true }
  }
  if (kind < 7 && entries.length > 0) {
    const to = defined(entries[dice.between(0, entries.length - 1)], "in range")
    return { ...base, compactTo: { index: to.index, term: to.term } }
  }
  if (kind === 7) {
    const index = Math.max(0, last.index + dice.between(-3, 5))
    return { ...base, start: { index, term: last.term }, damageNonce: dice.between(0, 1) * 5 }
  }
  const back = dice.roll(0.2) ? dice.between(0, last.index - start.index) : 0
  const first = last.index + 1 - back
  const made = Array.from({ length: step.count }, (_, i): Entry => {
    const data = new Uint8Array(dice.between(0, step.size)).map(() => dice.between(0, 255))
    return { index: first + i, term: back > 0 ? term + 1 : term, kind: entryKind(dice), data }
  })
  const withHardState = dice.roll(0.3) ? { hardState: { term, vote: 1, commit: first } } : {}
  return { ...base, entries: made, ...withHardState }
}

function entryKind(dice: Dice): Entry["kind"] {
  return dice.pick(["normal", "normal", "empty", "config"] as const)
}

function flipBit(device: MemoryLogDevice, dice: Dice): void {
  const names = [...device.files.keys()].sort()
  if (names.length === 0) return
  const file = defined(device.files.get(dice.pick(names)), "a name of the device")
  if (file.bytes.length === 0) return
  const at = dice.between(0, file.bytes.length - 1)
  file.bytes[at] = (file.bytes[at] as number) ^ (1 << dice.between(0, 7))
}

async function runHistory(history: readonly Step[], flips: boolean): Promise<void> {
  const rig = await Rig.create(flips)
  for (const step of history) await rig.run(step)
  await rig.reopen()
}

await t.test("whatever crashes leave lies between acknowledged and asked for", async () => {
  await fc.assert(
    fc.asyncProperty(steps, (history) => runHistory(history, false)),
    { numRuns: 400 },
  )
})

await t.test("a flipped bit is found, or hurts nothing", async () => {
  await fc.assert(
    fc.asyncProperty(steps, (history) => runHistory(history, true)),
    { numRuns: 400 },
  )
})

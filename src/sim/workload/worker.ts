import { assert, type Dice, InvariantViolation, KvError } from "../../base/index.ts"
import type { Cell, Keyspace } from "../../client/index.ts"
import type { Process } from "../process.ts"
import { exponentialOf } from "../random.ts"
import type { WorkloadMix, WorkloadOptions } from "../swarm.ts"
import { answerOf, batchOperationOf } from "./library-client.ts"
import { type Lifetimes, ttlsMs } from "./lifetimes.ts"
import type { Names } from "./names.ts"
import { claimOf, type KeyOperation, outcomeOfAnswer, type Perform, textOf } from "./operations.ts"
import { type Claim, type Outcome, outcomeOf, type Recorder } from "./recorder.ts"

export interface WorkerOptions {
  readonly process: Process
  readonly dice: Dice
  readonly recorder: Recorder
  readonly names: Names
  readonly lifetimes: Lifetimes
  readonly workload: WorkloadOptions
  readonly leaseReads: boolean
  readonly perform: Perform
  /** undefined for plain clients, which do one thing to one key. */
  readonly client: Keyspace | undefined
  /** True from when everything is healed on: then every operation must succeed. */
  readonly mustSucceed: () => boolean
}

/** So that operations overlap whose history proves something, where few were done under fire. */
const hurriedThinkMs = 40

/** Between a call's time and its end: rounding, and a turn. */
const latenessMs = 2
/** A client without the library waits for the node to say that the time is up, and no longer. */
const plainLatenessMs = 2_001

/** Does one thing after the other, and writes down what it saw. */
export class Worker {
  readonly #options: WorkerOptions
  readonly #kinds: readonly (readonly [keyof WorkloadMix, number])[]
  /** The last version and value seen of each key: what comparisons are tried with. */
  readonly #seen = new Map<string, { readonly value: string | null; readonly version: number }>()
  #client: number
  #thinkMs: number
  /** What is under way has to end by then, well or not. */
  #dueMs = 0
  #stopping = false

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#thinkMs = options.workload.thinkMs
    this.#client = options.recorder.newClient()
    const kinds = Object.entries(options.workload.mix) as [keyof WorkloadMix, number][]
    this.#kinds = kinds.filter(([kind]) => options.client !== undefined || !needsLibrary.has(kind))
  }

  /** Under fire one operation may take seconds; after that, slow clients would never meet. */
  hurry(): void {
    this.#thinkMs = Math.min(this.#thinkMs, hurriedThinkMs)
  }

  stop(): void {
    this.#stopping = true
  }

  /** Resolves once it was told to stop and its last operation has ended. */
  async run(): Promise<void> {
    const { process, dice } = this.#options
    while (!this.#stopping) {
      await process.sleep(exponentialOf(dice, this.#thinkMs))
      if (!this.#stopping) await this.#one()
    }
  }

  async #one(): Promise<void> {
    const { names, dice } = this.#options
    const kind = this.#draw()
    switch (kind) {
      case "scan":
        return this.#scan()
      case "deleteRange":
        return this.#deleteRange()
      case "batch":
        return this.#batch()
      case "stale":
        return this.#stale()
      case "expiring":
        return this.#single(this.#expiringOperation(dice.pick(names.expiring)))
      case "mixed":
        return this.#single(this.#mixedOperation())
      case "increment":
        return this.#single({
          op: "incr",
          key: dice.pick(names.counters),
          delta: names.nextDelta(),
          ttlMs: 0,
        })
      default:
        return this.#single(this.#registerOperation(kind))
    }
  }

  #draw(): keyof WorkloadMix {
    let sum = 0
    for (const [, share] of this.#kinds) sum += share
    let left = this.#options.dice.chance() * sum
    for (const [kind, share] of this.#kinds) {
      left -= share
      if (left < 0) return kind
    }
    return "get"
  }

  #registerOperation(kind: "put" | "get" | "delete" | "compareAndSwap"): KeyOperation {
    const { names, dice, leaseReads } = this.#options
    const key = dice.pick(names.registers)
    switch (kind) {
      case "put":
        return { op: "put", key, value: names.nextValue(dice), ttlMs: 0 }
      case "delete":
        return { op: "delete", key }
      case "compareAndSwap":
        return this.#compareAndSwap(key, 0, () => names.nextValue(dice))
      case "get": {
        const wanted = dice.roll(0.2) ? dice.pick(names.counters) : key
        const consistency = leaseReads && dice.roll(0.5) ? "lease" : "linearizable"
        return { op: "get", key: wanted, consistency }
      }
    }
  }

  #expiringOperation(key: string): KeyOperation {
    const { names, dice } = this.#options
    const ttlMs = dice.pick(ttlsMs)
    const drawn = dice.chance()
    if (drawn < 0.4) return { op: "put", key, value: names.nextValue(dice), ttlMs }
    if (drawn < 0.5) return this.#compareAndSwap(key, ttlMs, () => names.nextValue(dice))
    if (drawn < 0.55) return { op: "delete", key }
    return { op: "get", key, consistency: "linearizable" }
  }

  /** It lives as long as its first increment says, however many follow. */
  #expiringSum(): KeyOperation {
    const { names, dice } = this.#options
    const key = names.expiringCounter
    if (dice.roll(0.4)) return { op: "get", key, consistency: "linearizable" }
    const ttlMs = dice.pick(ttlsMs)
    return { op: "incr", key, delta: names.nextDelta(), ttlMs }
  }

  /** All that can be done with a number. */
  #mixedOperation(): KeyOperation {
    const { names, dice } = this.#options
    if (dice.roll(0.15)) return this.#expiringSum()
    const key = dice.pick(names.mixed)
    const ttlMs = dice.roll(0.4) ? 0 : dice.pick(ttlsMs)
    const drawn = dice.chance()
    if (drawn < 0.3) return { op: "incr", key, delta: names.nextDelta(), ttlMs: 0 }
    if (drawn < 0.45) return { op: "put", key, value: names.nextNumber(), ttlMs }
    if (drawn < 0.55) return this.#compareAndSwap(key, ttlMs, () => names.nextNumber())
    if (drawn < 0.65) return { op: "delete", key }
    return { op: "get", key, consistency: "linearizable" }
  }

  #compareAndSwap(key: string, ttlMs: number, next: () => string): KeyOperation {
    const { dice } = this.#options
    const value = dice.roll(0.15) ? undefined : next()
    const seen = this.#seen.get(key)
    if (seen === undefined || seen.value === null || dice.roll(0.1)) {
      return { op: "cas", key, expect: "absent", value, ttlMs }
    }
    const expect = dice.roll(0.5) && seen.version > 0 ? seen.version : { value: seen.value }
    return { op: "cas", key, expect, value, ttlMs }
  }

  async #single(operation: KeyOperation): Promise<void> {
    const { recorder, perform } = this.#options
    const claim = claimOf(operation, this.#client)
    const call = recorder.now()
    let outcome: Outcome
    const mustSucceed = this.#options.mustSucceed()
    try {
      outcome = this.#note(operation, await perform(operation, this.#callOptions(operation.op)))
    } catch (error) {
      outcome = this.#failed(error, claim, mustSucceed)
    }
    recorder.end(claim, call, outcome)
    if (outcome.ok === null) this.#client = recorder.newClient()
    this.#options.lifetimes.follow(operation, claim, call, outcome)
  }

  async #batch(): Promise<void> {
    const { recorder, dice, client, lifetimes } = this.#options
    const operations = Array.from({ length: dice.between(2, 5) }, () => this.#batchPart())
    const claims = operations.map((operation) => claimOf(operation, recorder.newClient()))
    const call = recorder.now()
    const mustSucceed = this.#options.mustSucceed()
    const parts = operations.map(batchOperationOf)
    const results = (await client?.batch(parts, this.#callOptions())) ?? []
    operations.forEach((operation, i) => {
      const [claim, result] = [claims[i] as Claim, results[i]]
      assert(result !== undefined, "a batch answers each of its operations")
      const outcome = result.ok
        ? this.#note(operation, answerOf(operation.op, result.value))
        : this.#failed(result.error, claim, mustSucceed)
      recorder.end(claim, call, outcome)
      lifetimes.follow(operation, claim, call, outcome)
    })
  }

  #batchPart(): KeyOperation {
    const { names, dice, workload } = this.#options
    if (workload.mix.mixed > 0 && dice.roll(0.2)) return this.#mixedOperation()
    if (dice.roll(0.3)) {
      return { op: "incr", key: dice.pick(names.counters), delta: names.nextDelta(), ttlMs: 0 }
    }
    return this.#registerOperation(dice.pick(["put", "put", "get", "delete"] as const))
  }

  async #scan(): Promise<void> {
    const { dice, client } = this.#options
    const span = this.#span()
    const [reverse, keysOnly] = [dice.roll(0.4), dice.roll(0.2)]
    const limit = dice.roll(0.3) ? dice.between(1, 3) : 0
    const mustSucceed = this.#options.mustSucceed()
    const options = { ...this.#callOptions(), ...span, reverse, keysOnly, limit }
    const pages = client?.scan(options).pages() ?? []
    // Each page has its time, and those without cells don't show.
    this.#dueMs = Number.POSITIVE_INFINITY
    try {
      await this.#walk(pages, { ...span, reverse, keysOnly, limit })
    } catch (error) {
      this.#failed(error, { client: 0, op: "get", key: span.gte, value: null }, mustSucceed)
    }
  }

  /** A scan is a get of each key it passes, present or absent, in the page that passes it. */
  async #walk(
    pages: AsyncIterable<readonly Cell[]> | readonly (readonly Cell[])[],
    scan: { gte: string; lt: string; reverse: boolean; keysOnly: boolean; limit: number },
  ): Promise<void> {
    const { recorder, names } = this.#options
    let left = names.registers.filter((key) => key >= scan.gte && key < scan.lt)
    if (scan.reverse) left.reverse()
    let got = 0
    // What lies between the last cell of a page and the first of the next, either may have passed.
    let callBefore = recorder.now()
    let call = callBefore
    for await (const page of pages) {
      let gapCall = callBefore
      for (const cell of page) {
        const key = textOf(cell.key)
        const at = left.indexOf(key)
        assert(at >= 0, `a scan gives ${key} twice, out of order, or outside of its span`)
        for (const absent of left.slice(0, at)) this.#saw(absent, gapCall, absentSeen)
        left = left.slice(at + 1)
        gapCall = call
        const { version } = cell
        if (scan.keysOnly) recorder.saw(key, version, call)
        else this.#saw(key, call, { ok: true, result: textOf(cell.value), version })
      }
      got += page.length
      callBefore = call
      call = recorder.now()
    }
    assert(scan.limit === 0 || got <= scan.limit, "a scan gives more than its limit")
    if (scan.limit > 0 && got === scan.limit) return
    for (const absent of left) this.#saw(absent, callBefore, absentSeen)
  }

  async #deleteRange(): Promise<void> {
    const { recorder, names, dice, client, workload } = this.#options
    const mixed = workload.mix.mixed > 0 && dice.roll(0.3)
    const span = mixed ? names.mixedSpan : this.#span()
    const claims = (mixed ? names.mixed : names.registers)
      .filter((key) => key >= span.gte && key < span.lt)
      .map((key): Claim => ({ client: recorder.newClient(), op: "delete", key, value: null }))
    const call = recorder.now()
    const mustSucceed = this.#options.mustSucceed()
    let outcome: Outcome
    try {
      await client?.deleteRange(span, this.#callOptions())
      this.#checkTime()
      outcome = { ok: true }
    } catch (error) {
      const whole = { client: 0, op: "delete", key: span.gte, value: null } as const
      outcome = this.#failed(error, whole, mustSucceed)
    }
    for (const claim of claims) recorder.end(claim, call, outcome)
  }

  async #stale(): Promise<void> {
    const { recorder, names, dice, perform } = this.#options
    const key = dice.pick(names.registers)
    const mustSucceed = this.#options.mustSucceed()
    try {
      const operation = { op: "get", key, consistency: "stale" } as const
      const { value, version } = await perform(operation, this.#callOptions())
      this.#checkTime()
      if (value != null) recorder.sawStale({ key, value, version })
    } catch (error) {
      this.#failed(error, { client: 0, op: "get", key, value: null }, mustSucceed)
    }
  }

  #span(): { gte: string; lt: string } {
    const { names, dice } = this.#options
    if (dice.roll(0.5)) return { gte: names.prefix, lt: names.end }
    const from = dice.pick(names.registers)
    const to = dice.roll(0.5) ? names.end : dice.pick(names.registers)
    return from < to ? { gte: from, lt: to } : { gte: to === names.end ? from : to, lt: names.end }
  }

  #saw(key: string, call: number, outcome: Outcome): void {
    const { recorder } = this.#options
    recorder.end({ client: recorder.newClient(), op: "get", key, value: null }, call, outcome)
  }

  #note(operation: KeyOperation, answer: Parameters<typeof outcomeOfAnswer>[1]): Outcome {
    this.#checkTime()
    const outcome = outcomeOfAnswer(operation, answer)
    const { key, op } = operation
    const value =
      op === "get" || outcome.ok === false ? outcome.result : claimOf(operation, 0).value
    if (op !== "incr" && (typeof value === "string" || value === null)) {
      this.#seen.set(key, { value, version: outcome.version ?? 0 })
    }
    return outcome
  }

  #failed(error: unknown, claim: Claim, mustSucceed: boolean): Outcome {
    this.#checkTime()
    if (mustSucceed && error instanceof KvError) {
      throw new InvariantViolation(
        `liveness: everything is healed, yet ${claim.op} of ${claim.key} fails: ` +
          `${error.code}, ${error.message}`,
      )
    }
    return outcomeOf(error, claim)
  }

  #callOptions(op?: KeyOperation["op"]): { timeoutMs: number; signal?: AbortSignal } {
    const { recorder, client, dice, workload, process, mustSucceed } = this.#options
    // The more increments are left unknown, the harder a counter is to judge.
    const hurries = !mustSucceed() && op !== "incr"
    const timeoutMs = hurries ? dice.pick([300, 1_000, 3_000, 5_000]) : 5_000
    const lateMs = client === undefined ? plainLatenessMs : latenessMs
    this.#dueMs = recorder.nowMs + timeoutMs + lateMs
    if (!hurries) return { timeoutMs }
    if (!dice.roll(workload.cancelled)) return { timeoutMs }
    const abort = new AbortController()
    process.after(dice.chance() * 30, () => abort.abort())
    return { timeoutMs, signal: abort.signal }
  }

  /** An answer, or none, is never later than whoever waits for it was ready to wait. */
  #checkTime(): void {
    const lateMs = this.#options.recorder.nowMs - this.#dueMs
    assert(lateMs <= 0, `liveness: an operation ended ${Math.round(lateMs)} ms too late`)
  }
}

const absentSeen: Outcome = { ok: true, result: null }

const needsLibrary: ReadonlySet<keyof WorkloadMix> = new Set(["scan", "deleteRange", "batch"])

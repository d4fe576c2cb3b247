/** The small parts of src/platform: logs, clocks, frames, statuses, queues. */
import { readFileSync, renameSync } from "node:fs"
import { join } from "node:path"
import { Writable } from "node:stream"
import fc from "fast-check"
import t from "tap"
import {
  type ErrorCode,
  errorCatalogue,
  InvariantViolation,
  KvError,
} from "../../src/base/index.ts"
import { FrameOutbox } from "../../src/platform/grpc/frame-outbox.ts"
import {
  FrameAssembler,
  frameOverheadBytesMax,
  unwrapPart,
  wrapFrame,
  wrapPart,
} from "../../src/platform/grpc/frames.ts"
import { backoffMs } from "../../src/platform/grpc/peer-link.ts"
import { kvErrorOf, kvErrorOfStatus, statusOf } from "../../src/platform/grpc/status.ts"
import { openLog, SystemClock, systemRandom } from "../../src/platform/index.ts"
import { RepeatGate } from "../../src/platform/log/index.ts"

t.test("lines that repeat are held back and counted", async (t) => {
  const gate = new RepeatGate(2, 1_000)
  const admitted = [0, 1, 2, 3].map((nowMs) => gate.admit("full", nowMs))
  t.same(admitted, [0, 0, undefined, undefined])
  t.equal(gate.admit("other", 4), 0, "names do not share a window")
  t.equal(gate.admit("full", 1_000), 2, "the next window tells how many there were")
  t.equal(gate.admit("full", 1_001), 0)
})

t.test("a log is lines of JSON, in a file that can be moved away", async (t) => {
  const path = join(t.testdir({}), "logs", "node.log")
  const log = openLog({ path, level: "info", fields: { node: 7 } })
  log.debug("not told")
  log.info("ready", { address: "127.0.0.1:7400" })
  renameSync(path, `${path}.1`)
  log.reopen()
  for (let line = 0; line < 30; line += 1) log.warn("again", { line })
  log.close()
  const linesOf = (file: string) => readFileSync(file, "utf8").trim().split("\n")
  const [first, ...rest] = linesOf(`${path}.1`).map((line) => JSON.parse(line))
  t.same(rest, [])
  t.match(first, { node: 7, msg: "ready", address: "127.0.0.1:7400", time: /^20..-.*Z$/ })
  t.equal(linesOf(path).length, 10, "repeats are held back")
})

t.test("the clock of the machine", async (t) => {
  const clock = new SystemClock()
  const begun = clock.monotonicMs()
  await new Promise<void>((resolve) => clock.after(3, resolve))
  t.ok(clock.monotonicMs() - begun >= 3, "never early")
  let ran = false
  clock
    .after(0, () => {
      ran = true
    })
    .cancel()
  const order: string[] = []
  await new Promise<void>((resolve) => {
    clock.soon(() => {
      order.push("soon")
      resolve()
    })
    void Promise.resolve().then(() => order.push("promise"))
  })
  t.same(order, ["promise", "soon"])
  await new Promise<void>((resolve) => clock.after(1, resolve))
  t.notOk(ran, "what was called off does not run")
  t.ok(Math.abs(clock.wallMs() - Date.now()) < 60_000)
  const chance = systemRandom.chance()
  t.ok(chance >= 0 && chance < 1)
  t.equal(systemRandom.bytes(16).length, 16)
})

t.test("frames wrap and unwrap, and nothing else unwraps", async (t) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 400 }),
      (payload, max) => {
        const assembler = new FrameAssembler(300)
        const messages = wrapFrame(payload, max)
        const wholes = messages.map((message) => assembler.take(message))
        t.same(
          wholes.slice(0, -1).filter((whole) => whole !== undefined),
          [],
        )
        t.strictSame([...(wholes.at(-1) ?? [])], [...payload])
        t.ok(messages.every(({ length }) => length <= max + frameOverheadBytesMax))
      },
    ),
    { numRuns: 50 },
  )
  for (const length of [0, 127, 128, 16_383, 16_384, 3_000_000]) {
    t.equal(unwrapPart(wrapPart(new Uint8Array(length))).payload.length, length)
  }
  const endless = new FrameAssembler(100)
  t.throws(() => wrapFrame(new Uint8Array(200), 30).map((message) => endless.take(message)), {
    code: "invalid_argument",
    message: /beyond 100 bytes/,
  })
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (noise) => {
      const message = Buffer.from(noise)
      try {
        unwrapPart(message)
      } catch (error) {
        return error instanceof KvError && error.code === "invalid_argument"
      }
      return message[0] === 0x0a
    }),
  )
})

t.test("every error goes through a status and comes back", async (t) => {
  for (const code of Object.keys(errorCatalogue) as ErrorCode[]) {
    const leader = { nodeId: 3, address: "10.0.0.3:7400" }
    const error = new KvError(code, `because of ${code}`, { leader, retryAfterMs: 50 })
    const status = statusOf(error)
    t.equal(status.code, errorCatalogue[code].status)
    const back = kvErrorOfStatus(status)
    t.same([back.code, back.message, back.context], [code, error.message, error.context])
  }
  t.equal(kvErrorOfStatus({ code: 14, details: "no connection" }).code, "unavailable")
  t.equal(kvErrorOfStatus({ code: 1 }).outcome, "unknown", "without detail, nothing is certain")
  t.equal(kvErrorOfStatus({ code: 4 }).outcome, "unknown")
  t.equal(kvErrorOfStatus({}).outcome, "unknown")
  t.equal(kvErrorOf(new TypeError("inside")).message.includes("inside"), false)
  t.throws(() => kvErrorOf(new InvariantViolation("broken")), { name: "InvariantViolation" })
  t.doesNotThrow(() => encodeURI(statusOf(new KvError("internal", "\ud800")).details ?? ""))
})

t.test("an outbox is bounded in bytes", async (t) => {
  const callbacks: (() => void)[] = []
  const stream = new Writable({
    objectMode: true,
    write: (_chunk, _encoding, callback) => callbacks.push(callback),
  })
  let drains = 0
  const outbox = new FrameOutbox(stream, { pauseBytes: 100, bytesMax: 150 }, () => {
    drains += 1
  })
  const frame = (bytes: number) => Buffer.alloc(bytes)
  t.equal(outbox.offer(frame(400)), "pause", "a single frame always fits")
  t.equal(outbox.offer(frame(1)), "full")
  callbacks.shift()?.()
  await new Promise((resolve) => setImmediate(resolve))
  t.equal(drains, 1)
  t.same([outbox.offer(frame(60)), outbox.offer(frame(60))], ["taken", "pause"])
  t.equal(outbox.offer(frame(60)), "full")
  t.equal(outbox.queuedBytes, 120)
  callbacks.shift()?.()
  await new Promise((resolve) => setImmediate(resolve))
  callbacks.shift()?.()
  await new Promise((resolve) => setImmediate(resolve))
  t.equal(outbox.queuedBytes, 0)
  t.equal(outbox.offer(frame(90), frame(90)), "pause", "one frame in two messages")
  t.equal(outbox.offer(frame(1), frame(1)), "full")
  outbox.close()
  t.equal(outbox.offer(frame(1)), "full")
})

t.test("tries come slower, never at one time, and never too slow", async (t) => {
  for (let failures = 0; failures < 40; failures += 1) {
    const delayMs = backoffMs(failures)
    t.ok(delayMs >= 30 && delayMs <= 625, `${delayMs} ms after ${failures} failures`)
  }
})

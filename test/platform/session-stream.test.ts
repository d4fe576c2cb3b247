/** A Session call's stream, with a client that reads when the test says so. */
import { Duplex } from "node:stream"
import type { ServerDuplexStream } from "@grpc/grpc-js"
import t from "tap"
import { serveSession } from "../../src/platform/grpc/session-stream.ts"
import { requestOf } from "../api/requests.ts"
import { frameOf, get, put, settled, setUp, TestCall } from "../api/setup.ts"

const KiB = 1_024

/** Messages leave it when it is told so. */
class HeldStream extends Duplex {
  readonly #waiting: (() => void)[] = []

  constructor() {
    super({ objectMode: true })
  }

  override _read(): void {}

  override _write(_frame: Buffer, _encoding: string, left: () => void): void {
    this.#waiting.push(left)
  }

  /** The one that is on its way. The next one follows it. */
  async leave(): Promise<void> {
    this.#waiting.shift()?.()
    await settled()
  }
}

t.test("a client that does not read again what follows is not read from again", async (t) => {
  const { api, clock } = setUp({
    ...{ valueBytesMax: 300 * KiB, messageBytesMax: 1_024 * KiB },
    operationsPendingBytesMax: 64 * 1_024 * KiB,
  })
  await api.unary("put", requestOf(put("big", "v".repeat(300 * KiB))), new TestCall())
  const call = new HeldStream()
  serveSession(call as unknown as ServerDuplexStream<Buffer, Buffer>, api)
  call.push(frameOf([1, get("big")], [2, get("big")]))
  await settled()
  clock.turn()
  t.ok(call.isPaused(), "the first answers are on their way, too many to go on")
  await call.leave()
  t.ok(call.isPaused(), "they have left, and what waited for that is as much again")
  await call.leave()
  t.notOk(call.isPaused())
})

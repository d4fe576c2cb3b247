import type { Dice, NodeId } from "../base/index.ts"
import { KvError } from "../base/index.ts"
import type { NetworkHandler } from "../env/index.ts"
import type { Links } from "./links.ts"
import type { Process } from "./process.ts"
import type { World } from "./world.ts"

/** A pull that makes no progress for this long has failed. */
const silenceMs = 5_000

export interface FetchWorld {
  readonly world: World
  readonly dice: Dice
  readonly links: Links
  readonly server: NodeId
  readonly puller: NodeId
  readonly listener: { readonly process: Process; readonly handler: NetworkHandler } | undefined
}

type Answer =
  | { readonly type: "frame"; readonly frame: Uint8Array }
  | { readonly type: "end" }
  | { readonly type: "error"; readonly error: unknown }

/**
 * A stream of frames pulled from a peer: one step at a time, each a round trip that may be cut,
 * slow or never answered.
 */
export async function* fetchFrom(
  fetch: FetchWorld,
  process: Process,
  request: Uint8Array,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const far = new FarEnd(fetch, process, request)
  const onAbort = (): void => far.abandon(new KvError("cancelled", "the transfer was called off"))
  signal.addEventListener("abort", onAbort)
  try {
    if (signal.aborted) onAbort()
    for (;;) {
      const answer = await far.pull()
      if (answer.type === "end") return
      if (answer.type === "error") throw answer.error
      yield answer.frame
    }
  } finally {
    signal.removeEventListener("abort", onAbort)
    far.close()
  }
}

/** The serving side's iterator, reached over the links. */
class FarEnd {
  readonly #fetch: FetchWorld
  readonly #puller: Process
  readonly #request: Uint8Array
  #iterator: AsyncIterator<Uint8Array> | undefined
  #waiting: ((answer: Answer) => void) | undefined
  #over: Answer | undefined

  constructor(fetch: FetchWorld, puller: Process, request: Uint8Array) {
    this.#fetch = fetch
    this.#puller = puller
    this.#request = request
    puller.onDeath(() => this.close())
  }

  pull(): Promise<Answer> {
    const { world, dice, links, server, puller, listener } = this.#fetch
    return new Promise((resolve) => {
      if (this.#over !== undefined) return resolve(this.#over)
      this.#waiting = resolve
      const guard = this.#puller.after(silenceMs, () => {
        if (this.#waiting === resolve) this.abandon(unreachable(server, "no answer"))
      })
      if (listener === undefined || dice.roll(links.weather.breakChance)) {
        this.#puller.after(links.transitMs(), () => this.abandon(unreachable(server, "cut")))
        return
      }
      const arrive = (): void => {
        guard.cancel()
        void this.#serve()
      }
      links.carry(
        { from: puller, to: server, lossy: false, receiver: listener.process, arrive },
        world.nowMs + links.transitMs(),
      )
    })
  }

  /** Ends the transfer here; the far end hears of it later. */
  abandon(error: KvError): void {
    this.#over ??= { type: "error", error }
    this.#waiting?.(this.#over)
    this.#waiting = undefined
    this.close()
  }

  close(): void {
    this.#over ??= { type: "end" }
    const iterator = this.#iterator
    const listener = this.#fetch.listener
    this.#iterator = undefined
    if (iterator === undefined || listener === undefined) return
    listener.process.after(this.#fetch.links.transitMs(), () => {
      iterator.return?.().catch(() => {
        // The stream is over for everybody; how it ends concerns nobody.
      })
    })
  }

  /** Runs in the serving process. */
  async #serve(): Promise<void> {
    const { listener, puller } = this.#fetch
    if (this.#over !== undefined || listener === undefined) return
    let answer: Answer
    try {
      this.#iterator ??= listener.handler.onFetch(puller, this.#request)[Symbol.asyncIterator]()
      const step = await this.#iterator.next()
      answer = step.done === true ? { type: "end" } : { type: "frame", frame: step.value.slice() }
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      answer = { type: "error", error: new KvError(error.code, error.message) }
    }
    if (listener.process.alive) this.#reply(answer)
  }

  #reply(answer: Answer): void {
    const { world, links, server, puller } = this.#fetch
    const guard = this.#puller.after(silenceMs, () =>
      this.abandon(unreachable(server, "no answer")),
    )
    const arrive = (): void => {
      guard.cancel()
      if (this.#over !== undefined) return
      world.note("fetched", [
        server,
        puller,
        answer.type === "frame" ? answer.frame.length : answer.type,
      ])
      if (answer.type !== "frame") this.#over = answer
      this.#waiting?.(answer)
      this.#waiting = undefined
    }
    links.carry(
      { from: server, to: puller, lossy: false, receiver: this.#puller, arrive },
      world.nowMs + links.transitMs(),
    )
  }
}

function unreachable(server: NodeId, why: string): KvError {
  return new KvError("unavailable", `the transfer from node ${server} broke off: ${why}`)
}

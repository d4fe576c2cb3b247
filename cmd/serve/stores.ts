import type { NodeConfig } from "../../src/config/index.ts"
import type { Log } from "../../src/platform/index.ts"
import { NodeProcess } from "./node-process.ts"

const restartAfterMs = 3_000
/** Each ends by itself before, or says that it can't. */
const stopPatienceMs = 20_000

interface StoresOptions {
  readonly configs: readonly NodeConfig[]
  /** What starts a store: the words of this process's command. */
  readonly words: readonly string[]
  readonly log: Log
  /** All serve for the first time: what each says of itself. */
  readonly onReady: (facts: readonly object[]) => void
  /** None is left. */
  readonly onEnd: (exitCode: number) => void
}

/**
 * The stores of a machine, each a process of its own, started again when it ends without being
 * asked to. The first begins alone, for the others join the cluster that it is of. When it can't
 * begin at all, this ends as it did; later, the rest goes on without who is refused.
 */
export class Stores {
  readonly #options: StoresOptions
  readonly #stores: readonly NodeProcess[]
  readonly #facts = new Map<NodeProcess, object>()
  #stopping = false

  constructor(options: StoresOptions) {
    this.#options = options
    this.#stores = options.configs.map(
      ({ address }, i) =>
        new NodeProcess({
          ...{ nodeId: i + 1, address, logFile: undefined, restartAfterMs },
          args: [...options.words, "--store", String(i + 1)],
          onEvent: (store, text) => this.#onEvent(store, text),
          onReady: (store, facts) => this.#onReady(store, facts),
        }),
    )
  }

  start(): void {
    this.#stores[0]?.start()
  }

  /** Ends all in order; the second time, at once. */
  stop(): void {
    if (this.#stopping) for (const store of this.#stores) store.kill()
    else void this.#end(0)
  }

  signal(signal: NodeJS.Signals): void {
    for (const store of this.#stores) store.signal(signal)
  }

  #onReady(store: NodeProcess, facts: object): void {
    const begins = this.#facts.size === 0
    const complete = this.#facts.size === this.#stores.length
    this.#facts.set(store, facts)
    store.markRunning()
    if (this.#stopping) return
    if (begins) for (const other of this.#stores.slice(1)) other.start()
    if (complete || this.#facts.size < this.#stores.length) return
    this.#options.onReady(this.#stores.map((each) => this.#facts.get(each) ?? {}))
  }

  #onEvent(store: NodeProcess, text: string): void {
    if (this.#stopping) return
    const { log } = this.#options
    const { nodeId: number, address, state } = store
    if (this.#facts.size === 0) {
      log.error("the first store did not begin, so none does", { address })
      void this.#end(state === "refused" ? 2 : 1)
      return
    }
    log[state === "running" ? "info" : "warn"](`store ${text}`, { number, address })
    if (this.#stores.every((each) => each.state === "refused")) void this.#end(2)
  }

  async #end(exitCode: number): Promise<void> {
    this.#stopping = true
    await Promise.all(this.#stores.map((store) => store.stop(stopPatienceMs)))
    this.#options.onEnd(exitCode)
  }
}

import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Dice } from "../../src/base/index.ts"
import { LineReader, type MaelstromBody, type MaelstromMessage } from "./protocol.ts"

/** This file's own ending: sources are run in development, what was built in the test command. */
const ending = import.meta.url.endsWith(".ts") ? "ts" : "js"
const program = fileURLToPath(new URL(`./node.${ending}`, import.meta.url))

const deadlineMs = 60_000
const client = "c1"
/** As much of what a node wrote to its standard error is told when it ended. */
const lastWordsLength = 4_096

interface Awaited {
  readonly name: string
  answer(body: MaelstromBody): void
  fail(error: Error): void
}

interface Teardown {
  teardown(run: () => unknown): void
}

/** What happens to messages between nodes; those of clients always arrive. */
class Carrier {
  loss = 0
  cutOff: string | undefined
  readonly #dice = new Dice(1)

  /** At random, or because one of both ends is cut off. */
  loses({ src, dest, body }: MaelstromMessage): boolean {
    if (src === this.cutOff || dest === this.cutOff) return true
    // Forwarded operations are not sent again, and each lost one costs a client its whole timeout.
    return body.lane !== "forward" && this.#dice.roll(this.loss)
  }
}

/** Plays Maelstrom: starts nodes as processes and carries all messages. */
export class Workbench {
  readonly names: readonly string[]
  readonly network = new Carrier()
  readonly #nodes = new Map<string, ChildProcess>()
  readonly #waiting = new Map<number, Awaited>()
  #lastMessageId = 0
  #clientsStopped = false

  private constructor(names: readonly string[]) {
    this.names = names
    for (const name of names) this.#start(name)
  }

  static async start(t: Teardown, count: number): Promise<Workbench> {
    const bench = new Workbench(Array.from({ length: count }, (_, i) => `n${i}`))
    // A node ends with its standard input, so that none outlives this process.
    t.teardown(async () => {
      bench.stopClients()
      await bench.#stop()
    })
    await Promise.all(
      bench.names.map((name) =>
        bench.call(name, { type: "init", node_id: name, node_ids: bench.names }),
      ),
    )
    return bench
  }

  get clientsStopped(): boolean {
    return this.#clientsStopped
  }

  stopClients(): void {
    this.#clientsStopped = true
  }

  /** Sends a client's request and resolves with the answer. */
  call(name: string, body: MaelstromBody): Promise<MaelstromBody> {
    this.#lastMessageId += 1
    const id = this.#lastMessageId
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer from ${name}`)), deadlineMs)
      // As long as there is a node, there is something that keeps this process alive.
      late.unref()
      this.#waiting.set(id, {
        name,
        answer: (body) => {
          clearTimeout(late)
          resolve(body)
        },
        fail: (error) => {
          clearTimeout(late)
          reject(error)
        },
      })
      this.#deliver({ src: client, dest: name, body: { ...body, msg_id: id } })
    })
  }

  /** Repeats a request until an answer is to the taste of `enough`. */
  async until(
    name: string,
    body: MaelstromBody,
    enough: (answer: MaelstromBody) => boolean,
  ): Promise<MaelstromBody> {
    let answer = await this.call(name, body)
    await this.when(async () => {
      if (enough(answer)) return true
      answer = await this.call(name, body)
      return enough(answer)
    })
    return answer
  }

  /** Resolves once the condition holds; rejects after a minute without. */
  async when(condition: () => boolean | Promise<boolean>): Promise<void> {
    const until = performance.now() + deadlineMs
    while (!(await condition())) {
      if (performance.now() > until) throw new Error("waited for a minute in vain")
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  #start(name: string): void {
    const node = spawn(process.execPath, [...process.execArgv, program], {
      stdio: ["pipe", "pipe", "pipe"],
    })
    let lastWords = ""
    node.stderr.setEncoding("utf8")
    node.stderr.on("data", (text: string) => {
      lastWords = (lastWords + text).slice(-lastWordsLength)
    })
    node.once("close", (code, signal) => {
      this.#bury(name, `${signal ?? `exit code ${code}`}; ${lastWords}`)
    })
    const lines = new LineReader()
    node.stdout.setEncoding("utf8")
    node.stdout.on("data", (chunk: string) => {
      for (const line of lines.take(chunk)) this.#carry(JSON.parse(line) as MaelstromMessage)
    })
    node.stdin.on("error", () => {})
    this.#nodes.set(name, node)
  }

  /** A node that ended has nothing to answer with: who waits hears why it ended. */
  #bury(name: string, lastWords: string): void {
    for (const [id, awaited] of this.#waiting) {
      if (awaited.name !== name) continue
      this.#waiting.delete(id)
      awaited.fail(new Error(`${name} ended: ${lastWords}`))
    }
  }

  #carry(message: MaelstromMessage): void {
    if (message.dest === client) {
      const id = Number(message.body.in_reply_to)
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      waiting?.answer(message.body)
      return
    }
    if (!this.network.loses(message)) this.#deliver(message)
  }

  #deliver(message: MaelstromMessage): void {
    this.#nodes.get(message.dest)?.stdin?.write(`${JSON.stringify(message)}\n`)
  }

  async #stop(): Promise<void> {
    this.#waiting.clear()
    await Promise.all(
      [...this.#nodes.values()].map((node) => {
        if (node.exitCode !== null || node.signalCode !== null) return undefined
        const ended = new Promise((resolve) => node.once("exit", resolve))
        node.stdin?.end()
        return ended
      }),
    )
  }
}

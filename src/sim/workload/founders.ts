import { assert, type Dice, KvError } from "../../base/index.ts"
import { decodeCreatedKeyspace, encodeKeyspaceCreation } from "../../wire/index.ts"
import type { Cluster } from "../cluster.ts"

const foundersMax = 2
const call = { timeoutMs: 2_000, onCancel: () => {}, onLeft: () => {} }
const encoder = new TextEncoder()

/** One operator, who asks again until the answer leaves nothing open. */
interface Founder {
  readonly number: number
  readonly request: Uint8Array
  /** The id of the keyspace that is made, or that it exists. */
  answer: number | "exists" | undefined
}

/**
 * Operators who want one keyspace at the same time: one makes it, the others hear that it exists,
 * whomever they ask and however often (rule 54).
 */
export class Founders {
  readonly #cluster: Cluster
  readonly #dice: Dice
  readonly #founders: readonly Founder[]

  constructor(cluster: Cluster, dice: Dice, name: string) {
    this.#cluster = cluster
    this.#dice = dice
    const splitAt = dice
      .pick([[], ["r/1"], ["counter/1", "e", "r/2"]])
      .map((at) => encoder.encode(at))
    this.#founders = Array.from({ length: foundersMax }, (_, i) => {
      const requestId = {
        ...{ clientId: new Uint8Array(16).fill(200 + i), sequence: 1, acknowledgedBelow: 0 },
      }
      const request = encodeKeyspaceCreation({
        name,
        splitAt,
        replicas: 0,
        rangeBytes: 0,
        defaultTtlMs: 0,
        requestId,
      })
      return { number: i, request, answer: undefined }
    })
  }

  start(): void {
    const firstMs = this.#dice.chance() * 3_000
    for (const founder of this.#founders) {
      this.#cluster.world.after(firstMs + this.#dice.chance() * 20, () => this.#try(founder))
    }
  }

  /** What they heard goes together. */
  check(): void {
    const answers = this.#founders.map(({ answer }) => answer)
    assert(!answers.includes(undefined), "liveness: a keyspace was never made")
    const made = answers.filter((answer) => typeof answer === "number")
    assert(made.length === 1, `a keyspace was made ${made.length} times: ${answers.join(", ")}`)
  }

  #try(founder: Founder): void {
    const { world, machines } = this.#cluster
    if (founder.answer !== undefined) return
    const machine = this.#dice.pick(machines)
    const { nodeId, api } = machine
    world.after(500 + this.#dice.chance() * 3_000, () => this.#try(founder))
    if (api === undefined) return
    const made = api.createKeyspace(founder.request, call)
    this.#cluster.asks.track(machine, "a keyspace", made).then(
      (response) => this.#hear(founder, decodeCreatedKeyspace(response).keyspace.id),
      (error: unknown) => {
        if (!(error instanceof KvError)) world.fail(error)
        else if (error.code === "keyspace_exists") this.#hear(founder, "exists")
        else this.#cluster.note("not made", nodeId, error.code)
      },
    )
  }

  #hear(founder: Founder, answer: number | "exists"): void {
    const { world } = this.#cluster
    world.note("founded", [founder.number, answer])
    const first = founder.answer ?? answer
    founder.answer = first
    try {
      assert(first === answer, `a retry was answered by ${answer}, the first try by ${first}`)
    } catch (error) {
      world.fail(error)
    }
  }
}

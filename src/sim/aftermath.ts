import type { Api } from "../api/index.ts"
import { InvariantViolation, KvError, nodeOf, type RangeId } from "../base/index.ts"
import { decodeCheckReport, encodeLeaderTransfer, encodeRangeId } from "../wire/index.ts"
import type { Cluster } from "./cluster.ts"
import { leadersOf } from "./convergence.ts"
import type { Machine } from "./machine.ts"
import { Process } from "./process.ts"

const call = { timeoutMs: 2_000, onCancel: () => {}, onLeft: () => {} }
/** Who was not answered by then never will be, whatever clocks say. */
const answerMsMax = 2 * call.timeoutMs
/** No multiple of any tick. */
const retryMs = 97
/** What a range left that has just gone is cleared by then. */
const clearingMs = 2_000
/** Leadership that was handed over has gone by then. */
const transferMs = 2_000

/**
 * What must come to be so once nothing goes wrong any more and all replicas hold the same: nothing
 * of the past is in the way of what operators ask for, nothing is left that waits, and no engine
 * holds anything of a range that its node has no replica of.
 */
export class Aftermath {
  readonly #cluster: Cluster
  readonly #process: Process
  readonly #untilMs: number

  constructor(cluster: Cluster, untilMs: number) {
    this.#cluster = cluster
    this.#process = new Process(cluster.world, "operator")
    this.#untilMs = untilMs
  }

  async check(): Promise<void> {
    const { machines, asks } = this.#cluster
    const ranges = [...leadersOf(machines).keys()]
    await Promise.all(ranges.map((rangeId) => this.#checkRange(rangeId)))
    for (const machine of machines) await this.#checkLeftover(machine)
    const overdue = asks.overdue(answerMsMax)
    if (overdue !== undefined) throw new InvariantViolation(`liveness: never answered: ${overdue}`)
  }

  /** The same of what clients had nodes hold for them, once all are closed. */
  async checkIdle(): Promise<void> {
    for (const { nodeId, node, api } of this.#cluster.machines) {
      // A beat may be under way at any moment, but not at each.
      await this.#until(async () => {
        const pending = node?.status().operationsPending ?? 0
        if (pending > 0) return `node ${nodeId} has ${pending} operations pending`
        const { operations, bytes } = api?.held ?? { operations: 0, bytes: 0 }
        if (operations + bytes === 0) return undefined
        return `node ${nodeId} holds ${operations} operations and ${bytes} bytes of clients`
      })
    }
  }

  /** What a merged range left among records that have rotted waits for the next start. */
  async #checkLeftover(machine: Machine): Promise<void> {
    const { world } = this.#cluster
    let restartAtMs = machine.mayRot ? world.nowMs + clearingMs : Number.POSITIVE_INFINITY
    await this.#until(async () => {
      if (machine.node === undefined) return `node ${machine.nodeId} does not run`
      const left = machine.leftover()
      if (left !== undefined && world.nowMs > restartAtMs) {
        restartAtMs = Number.POSITIVE_INFINITY
        machine.crash("kill", "a start may clear what is left")
      }
      return left
    })
  }

  /** All of its replicas find that they are equal, and another voter can lead. */
  async #checkRange(rangeId: RangeId): Promise<void> {
    await this.#until(() => this.#compare(rangeId))
    await this.#until(() => this.#transfer(rangeId))
  }

  async #compare(rangeId: RangeId): Promise<string | undefined> {
    if (!this.#isThere(rangeId)) return undefined
    const request = encodeRangeId(rangeId)
    const answer = await this.#ask(`check of range ${rangeId}`, (api) => {
      return api.checkRange(request, call)
    })
    if (typeof answer === "string") return answer
    const { outcome, hashes } = decodeCheckReport(answer)
    // Of a few that agree without the others, too, it is said that they do.
    const isWhole = hashes.every(({ hash }) => hash !== "")
    if (outcome === "agreed" && isWhole) return undefined
    const found = `range ${rangeId} ${outcome}: ${JSON.stringify(hashes)}`
    // A stray where no client looks may have been there until now: it is mended hereupon.
    const strayed = "stray" in this.#cluster.struck.counts
    if (outcome === "differs" && !strayed) throw new InvariantViolation(`aftermath: ${found}`)
    return found
  }

  async #transfer(rangeId: RangeId): Promise<string | undefined> {
    const { machines, dice } = this.#cluster
    if (!this.#isThere(rangeId)) return undefined
    const leader = leadersOf(machines).get(rangeId)?.view
    if (leader === undefined) return `nobody leads range ${rangeId}`
    const heirs = leader.configuration.voters.filter((id) => id !== leader.id)
    if (heirs.length === 0) return undefined
    const to = nodeOf(dice.pick(heirs))
    const request = encodeLeaderTransfer({ rangeId, to })
    const answer = await this.#ask(`range ${rangeId} to ${to}`, (api) => {
      return api.transferLeader(request, call)
    })
    if (typeof answer === "string") return answer
    const endMs = this.#cluster.world.nowMs + transferMs
    while (nodeOf(leadersOf(machines).get(rangeId)?.view.id ?? 0) !== to) {
      if (this.#cluster.world.nowMs > endMs) return `node ${to} does not lead range ${rangeId}`
      await this.#process.sleep(1)
    }
    return undefined
  }

  /** Where the driver moves replicas it may have been taken in by its neighbour. */
  #isThere(rangeId: RangeId): boolean {
    return this.#cluster.machines.some((machine) => {
      return machine.inspect().some(({ descriptor }) => descriptor.rangeId === rangeId)
    })
  }

  async #ask(what: string, work: (api: Api) => Promise<Uint8Array>): Promise<Uint8Array | string> {
    const { machines, dice, asks } = this.#cluster
    const machine = dice.pick(machines)
    if (machine.api === undefined) return `node ${machine.nodeId} does not run`
    const late = this.#process.sleep(answerMsMax).then(() => {
      throw new InvariantViolation(`liveness: node ${machine.nodeId} never answers: ${what}`)
    })
    try {
      return await Promise.race([asks.track(machine, what, work(machine.api)), late])
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      return `${what}: ${error.code}, ${error.message}`
    }
  }

  /** Looks until nothing is found. */
  async #until(look: () => Promise<string | undefined>): Promise<void> {
    for (;;) {
      const found = await look()
      if (found === undefined) return
      this.#cluster.world.note("not yet", [found])
      if (this.#cluster.world.nowMs > this.#untilMs) {
        throw new InvariantViolation(`aftermath: all is healed and equal, yet ${found}`)
      }
      await this.#process.sleep(retryMs)
    }
  }
}

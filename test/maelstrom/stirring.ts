import type { Api, Call } from "../../src/api/index.ts"
import { type Dice, KvError } from "../../src/base/index.ts"
import {
  decodeOperator,
  decodeOperatorList,
  decodeRangeList,
  decodeSplitHalves,
  encodeKeyOfKeyspace,
  encodeLeaderTransfer,
  encodeOperatorsAsked,
  encodeRangeId,
  encodeReplicaMove,
  type RangeSummary,
} from "../../src/wire/index.ts"

const keyspace = "default"
const call: Call = { timeoutMs: 2_000, onCancel: () => {} }
/** More than that are cut no further. */
const rangesMax = 24

export type Stirred = "split" | "merge" | "transfer" | "move" | "refused"

/**
 * What operators do to ranges, in no order: cuts and merges them, has others lead them, moves their
 * replicas. Clients must see none of it.
 */
export class Stirring {
  readonly #api: Api
  readonly #dice: Dice
  readonly #nodes: number
  /** Where ranges can be cut: keys that clients have named here. */
  readonly #keys = new Map<string, Uint8Array>()

  constructor(api: Api, dice: Dice, nodes: number) {
    this.#api = api
    this.#dice = dice
    this.#nodes = nodes
  }

  note(key: Uint8Array): void {
    this.#keys.set(Buffer.from(key).toString(), key)
  }

  /** One thing, drawn by lot. Refused, or not known to have been done, is fine. */
  async step(): Promise<Stirred> {
    try {
      const all = decodeRangeList(await this.#api.listRanges(call))
      const ranges = all.filter((range) => range.keyspace === keyspace)
      if (ranges.length === 0) return "refused"
      const range = this.#dice.pick(ranges)
      const drawn = this.#dice.chance()
      if (drawn < 0.35 && ranges.length < rangesMax) return await this.#split()
      if (drawn < 0.6) return await this.#merge(range)
      return await (drawn < 0.75 ? this.#transfer(range) : this.#move(range))
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      return "refused"
    }
  }

  /** Moves that were carried out to their end. */
  async movesFinished(): Promise<number> {
    try {
      const history = await this.#api.driver("operators", encodeOperatorsAsked(true), call)
      const ended = decodeOperatorList(history)
      return ended.filter(({ kind, end }) => kind === "admin" && end === "finished").length
    } catch (error) {
      if (!(error instanceof KvError)) throw error
      return 0
    }
  }

  async #split(): Promise<Stirred> {
    if (this.#keys.size === 0) return "refused"
    const key = this.#dice.pick([...this.#keys.values()])
    decodeSplitHalves(await this.#api.splitRange(encodeKeyOfKeyspace({ keyspace, key }), call))
    return "split"
  }

  async #merge({ range }: RangeSummary): Promise<Stirred> {
    await this.#api.mergeRanges(encodeRangeId(range.rangeId), call)
    return "merge"
  }

  async #transfer({ range, replicas }: RangeSummary): Promise<Stirred> {
    const { nodeId } = this.#dice.pick(replicas)
    const request = encodeLeaderTransfer({ rangeId: range.rangeId, to: nodeId })
    await this.#api.transferLeader(request, call)
    return "transfer"
  }

  async #move({ range, replicas }: RangeSummary): Promise<Stirred> {
    const held = replicas.map(({ nodeId }) => nodeId)
    const free = Array.from({ length: this.#nodes }, (_, i) => i + 1).filter(
      (nodeId) => !held.includes(nodeId),
    )
    if (free.length === 0) return "refused"
    const [from, to] = [this.#dice.pick(held), this.#dice.pick(free)]
    const request = encodeReplicaMove({ rangeId: range.rangeId, from, to })
    decodeOperator(await this.#api.driver("move", request, call))
    return "move"
  }
}

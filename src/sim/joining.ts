import { type Dice, KvError, tableOfMembers } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Memo } from "../env/index.ts"
import { decodeJoinResponse, encodeJoinRequest, encodeStoreTable } from "../wire/index.ts"
import type { Process } from "./process.ts"

/** One that is asked may die before it answers. */
const patienceMs = 3_000
const pauseMs = 500

/** Asks one node of the cluster: a JoinRequest in, a JoinResponse out. Rejects with KvError. */
export type AskToJoin = (request: Uint8Array) => Promise<Uint8Array>

export interface JoiningNode {
  readonly process: Process
  readonly dice: Dice
  readonly memo: Memo
  readonly config: NodeConfig
  readonly storeKey: string
  readonly ask: AskToJoin
}

/**
 * Has a node taken in by its cluster before it opens anything, as `serve --join` does. Asks again
 * for ever; rejects when it is refused for good.
 */
export async function join(node: JoiningNode): Promise<void> {
  const { process, dice, memo, config, storeKey, ask } = node
  if ((await memo.read()) !== undefined) return
  const { clusterId, nodeId, address, labels } = config
  const request = encodeJoinRequest({ clusterId, nodeId, storeKey, address, labels })
  for (;;) {
    const response = await answerOf(process, ask(request))
    if (response !== undefined) {
      const { members, clusterKey } = decodeJoinResponse(response)
      await memo.write(encodeStoreTable(tableOfMembers(members, clusterKey)))
      return
    }
    await process.sleep(pauseMs * dice.chance())
  }
}

/** undefined: there is none, or not now. */
function answerOf(process: Process, answer: Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    process.after(patienceMs, () => resolve(undefined))
    answer.then(
      (response) => process.enter(() => resolve(response)),
      (error: unknown) => {
        const settled = !(error instanceof KvError) || error.code === "wrong_cluster"
        process.enter(() => (settled ? reject(error) : resolve(undefined)))
      },
    )
  })
}

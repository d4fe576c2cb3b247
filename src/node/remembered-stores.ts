import { KvError, type StoreTable, tableOfMembers } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Env, Memo } from "../env/index.ts"
import { decodeStoreTable, encodeStoreTable } from "../wire/index.ts"

/** The stores of the cluster as this node heard of them last, or as its configuration has them. */
export async function rememberedStores(
  env: Pick<Env, "memo" | "telemetry">,
  config: NodeConfig,
): Promise<StoreTable> {
  try {
    const bytes = await env.memo.read()
    if (bytes !== undefined) return decodeStoreTable(bytes)
  } catch (error) {
    if (!(error instanceof KvError)) throw error
    // Peers or the driver will tell again.
    env.telemetry.warn("what is known of the stores can't be read", { reason: error.message })
  }
  return tableOfMembers(config.members)
}

/** Writes tables down one after the other; of those that wait only the last one matters. */
export class StoreMemory {
  readonly #memo: Memo
  readonly #onFailure: (error: unknown) => void
  #next: StoreTable | undefined
  #writing = false

  constructor(memo: Memo, onFailure: (error: unknown) => void) {
    this.#memo = memo
    this.#onFailure = onFailure
  }

  remember(table: StoreTable): void {
    this.#next = table
    if (this.#writing) return
    this.#writing = true
    this.#write()
      .catch(this.#onFailure)
      .finally(() => {
        this.#writing = false
      })
  }

  async #write(): Promise<void> {
    for (let table = this.#next; table !== undefined; table = this.#next) {
      this.#next = undefined
      await this.#memo.write(encodeStoreTable(table))
    }
  }
}

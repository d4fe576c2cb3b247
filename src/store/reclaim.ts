import { isDiskFull, type KeyspaceId, KvError } from "../base/index.ts"
import type { Env } from "../env/index.ts"
import type { StoreData } from "../storage/index.ts"

/** What a full disk kept from being deleted is tried again this often. */
const retryMs = 10_000

interface ReclaimOptions {
  readonly env: Pick<Env, "clock" | "telemetry">
  readonly data: Pick<StoreData, "reclaim">
  readonly onFatal: (error: unknown) => void
}

/**
 * Gives back what keyspaces took up that were dropped, one after the other. What is not given back
 * now, the engine does in its own time, or the next start.
 */
export async function reclaim(
  keyspaceIds: readonly KeyspaceId[],
  options: ReclaimOptions,
  isStopped: () => boolean,
): Promise<void> {
  const { env, data, onFatal } = options
  for (const keyspaceId of keyspaceIds) {
    try {
      await data.reclaim(keyspaceId)
    } catch (error) {
      if (!(error instanceof KvError)) return onFatal(error)
      env.telemetry.debug("not reclaimed", { keyspaceId, reason: error.message })
      if (!isDiskFull(error)) continue
      env.clock.after(retryMs, () => {
        if (!isStopped()) void reclaim([keyspaceId], options, isStopped)
      })
    }
  }
}

import { assert } from "../base/index.ts"
import type { Cluster } from "./cluster.ts"
import type { Workload } from "./workload/index.ts"

/** How long it may take until nothing is left of what was to expire. */
export const expiryAuditMs = 60_000
/** Between two sweeps of a replica over its notes of what expires, and then some. */
const sweepMs = 11_000
/** Within that, what was applied is in the engine, and swept. */
const flushMs = 2_000
/** No multiple of any tick. */
const lookEveryMs = 473
const call = { timeoutMs: 5_000 }

/**
 * What has a time to live is gone in the end, though nobody writes any more. And where its keys are
 * written again after that, no replica keeps a note of what expired there. Where clocks are so
 * wrong that nobody can tell when that is, nothing is asked.
 */
export async function auditExpiry(cluster: Cluster, workload: Workload): Promise<void> {
  const { names, lifetimes, audit } = workload
  const { world } = cluster
  const { graceMs } = lifetimes
  if (graceMs === undefined) return
  const untilMs = world.nowMs + expiryAuditMs
  const insist = (what: string): void => {
    assert(world.nowMs < untilMs, `expiry: everything is healed, yet ${what}`)
  }
  for (const key of names.mortal) {
    for (;;) {
      const { value } = await audit({ op: "get", key, consistency: "linearizable" }, call)
      if (value == null || !lifetimes.isMortal(key, value)) break
      insist(`${key} has ${value} still`)
      await world.sleep(lookEveryMs)
    }
  }
  // A note is swept once its time has come, be it of a value that went long before.
  await world.sleep(graceMs)
  for (;;) {
    for (const key of names.mortal) await audit({ op: "delete", key }, call)
    await world.sleep(flushMs)
    const noting = cluster.machines.find(({ expiryNotes }) => expiryNotes > 0)
    if (noting === undefined) return
    insist(`node ${noting.nodeId} has noted when cells expire that are gone`)
    await world.sleep(sweepMs)
  }
}

import { DiskWatchdog } from "./disk-watchdog.ts"
import type { Flusher } from "./flusher.ts"
import { Quarantine } from "./quarantine.ts"
import type { ReplicaOptions } from "./replica-options.ts"

/** What watches over a replica's disk: that it answers, and that what it holds was written. */
export function openGuards(
  options: ReplicaOptions,
  flusher: Flusher,
  pauseApplying: () => Promise<void>,
): { readonly quarantine: Quarantine; readonly diskWatchdog: DiskWatchdog } {
  const { raft, data, env, config, writer, wake, onFatal } = options
  const { clock, telemetry } = env
  const quarantine = new Quarantine({
    ...{ raft, data, clock, telemetry, pauseApplying, wake, onFatal },
  })
  const diskWatchdog = new DiskWatchdog({
    config: config.raft,
    heldBack: () => quarantine.active,
    ...{ raft, writer, flusher, telemetry },
  })
  return { quarantine, diskWatchdog }
}

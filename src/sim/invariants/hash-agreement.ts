import { assert, type LogIndex, type ReplicaId } from "../../base/index.ts"
import type { DataHash, RangeDescriptor } from "../../core/range/types.ts"
import type { Invariant } from "./types.ts"

/**
 * Replicas that applied the same entries hold the same: their hashes at an index are equal, save
 * where a cell has strayed in, which is always the same. And a verdict is the hash of a majority.
 */
export function hashAgreement(hasStray: (range: RangeDescriptor) => boolean): Invariant {
  /** Later it may be cut off: some hash of before that comes late. */
  let strayed = false
  const known = new Map<LogIndex, Map<DataHash, Set<ReplicaId>>>()
  return {
    name: "hash agreement",
    onChange({ view, checks, applied }) {
      strayed ||= hasStray(applied.descriptor)
      for (const { index, own } of checks) {
        if (own === undefined) continue
        const hashes = known.get(index) ?? new Map<DataHash, Set<ReplicaId>>()
        known.set(index, hashes)
        hashes.set(own, (hashes.get(own) ?? new Set()).add(view.id))
        const said = [...hashes].map(([hash, replicas]) => `${hash} of ${[...replicas]}`)
        assert(
          hashes.size <= (strayed ? 2 : 1),
          `replicas differ at entry ${index}: ${said.join(", ")}`,
        )
      }
      for (const { index, configuration, verdict } of checks) {
        if (verdict === undefined || configuration === undefined) continue
        const holders = known.get(index)?.get(verdict) ?? new Set()
        for (const voters of [configuration.voters, configuration.votersOutgoing]) {
          const agreeing = voters.filter((voter) => holders.has(voter)).length
          const most = voters.length === 0 || 2 * agreeing > voters.length
          assert(most, `the verdict on entry ${index} is what ${agreeing} of ${voters} hold`)
        }
      }
    },
  }
}

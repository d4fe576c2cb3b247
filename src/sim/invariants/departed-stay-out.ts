import { assert, type KeyspaceId, type ReplicaId } from "../../base/index.ts"
import { isMember } from "../../core/raft/index.ts"
import type { Configuration } from "../../core/raft/types.ts"
import type { Invariant } from "./types.ts"

/**
 * A replica leaves its node only once the range's newest configuration is without it, and no later
 * one has it again: a node that gets the range back has another replica (rules 18 and 49). Those
 * of a keyspace that was dropped, or of a range that was taken in by its neighbour, leave without a
 * word.
 */
export function departedStayOut(
  dropped: ReadonlySet<KeyspaceId>,
  isMerged: () => boolean,
): Invariant {
  let keyspaceId: KeyspaceId | undefined
  let newestVersion = -1
  let newest: Configuration | undefined
  const departed = new Set<ReplicaId>()
  return {
    name: "who left stays out",
    onChange({ applied }) {
      const { configuration, descriptor } = applied
      if (descriptor.configVersion <= newestVersion || configuration.voters.length === 0) return
      newestVersion = descriptor.configVersion
      newest = configuration
      keyspaceId = descriptor.keyspaceId
      for (const replicaId of departed) {
        const out = !isMember(configuration, replicaId)
        assert(out, `replica ${replicaId} left, and configuration ${newestVersion} has it`)
      }
    },
    onLeft(replicaId) {
      if (isMerged() || (keyspaceId !== undefined && dropped.has(keyspaceId))) return
      const out = newest !== undefined && !isMember(newest, replicaId)
      assert(out, `replica ${replicaId} leaves, and configuration ${newestVersion} has it`)
      departed.add(replicaId)
    },
  }
}

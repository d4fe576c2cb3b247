import { assert, type LogIndex, type ReplicaId } from "../../base/index.ts"
import type { Configuration } from "../raft/types.ts"
import type { CheckOutcome, DataHash } from "./types.ts"

/** Checks that are remembered, the newest: answers to older ones are not waited for any more. */
const checksMax = 4

/** What the answers to one check come to. Learners are judged, and judge nobody. */
export function judge(
  configuration: Configuration,
  hashes: ReadonlyMap<ReplicaId, DataHash>,
): CheckOutcome {
  const hash = [...new Set(hashes.values())].find((candidate) => {
    return (
      isOfMost(configuration.voters, hashes, candidate) &&
      (configuration.votersOutgoing.length === 0 ||
        isOfMost(configuration.votersOutgoing, hashes, candidate))
    )
  })
  const answers = replicasOf(configuration).filter((replica) => hashes.has(replica))
  if (hash === undefined) {
    const distinct = new Set(answers.map((replica) => hashes.get(replica)))
    return { type: distinct.size > 1 ? "undecided" : "unanswered" }
  }
  const differing = answers.filter((replica) => hashes.get(replica) !== hash)
  return differing.length === 0 ? { type: "agreed", hash } : { type: "differs", hash, differing }
}

/** All that hold data of the range. */
export function replicasOf(configuration: Configuration): readonly ReplicaId[] {
  const { voters, votersOutgoing, learners } = configuration
  return [...new Set([...voters, ...votersOutgoing, ...learners])]
}

/** A check as one replica knows it. */
export interface CheckView {
  readonly index: LogIndex
  /** As of `index`; undefined: an answer came before this replica had applied so much. */
  readonly configuration: Configuration | undefined
  /** Of this replica; undefined: not known yet. */
  readonly own: DataHash | undefined
  /** By an entry that is applied. */
  readonly verdict: DataHash | undefined
}

interface Check {
  readonly index: LogIndex
  configuration: Configuration | undefined
  readonly hashes: Map<ReplicaId, DataHash>
  verdict: DataHash | undefined
  proposed: boolean
}

/**
 * What one replica knows of the checks of its range. An entry of the log says at which index all
 * hash what they hold; each tells the leader its hash; where a majority agrees and somebody
 * differs, the leader proposes the verdict, and whoever applies it while holding another hash is
 * not sound, the leader included. A hash is a fact about a replica and an index, whoever led and
 * leads: so answers may come late, twice or never.
 */
export class ConsistencyMachine {
  readonly #self: ReplicaId
  /** The oldest first. */
  #checks: Check[] = []

  constructor(self: ReplicaId) {
    this.#self = self
  }

  /** An entry says that what is applied by now is to be hashed. */
  open(index: LogIndex, configuration: Configuration): void {
    const check = this.#at(index)
    if (check !== undefined) check.configuration = configuration
  }

  /** The first answer of a replica to a check counts. */
  answer(index: LogIndex, replica: ReplicaId, hash: DataHash): void {
    const check = this.#at(index)
    if (check !== undefined && !check.hashes.has(replica)) check.hashes.set(replica, hash)
  }

  /** An entry says which hash most replicas had. */
  rule(index: LogIndex, hash: DataHash): void {
    const check = this.#at(index)
    if (check !== undefined) check.verdict ??= hash
  }

  /** A check whose verdict says that this replica's data is not what it should be. */
  get outvotedAt(): LogIndex | undefined {
    const lost = this.#checks.find(({ verdict, hashes }) => {
      const own = hashes.get(this.#self)
      return verdict !== undefined && own !== undefined && own !== verdict
    })
    return lost?.index
  }

  /** Of a leader: a check that waits for its verdict to be proposed. */
  get unruled(): { readonly index: LogIndex; readonly hash: DataHash } | undefined {
    for (const { index, configuration, hashes, verdict, proposed } of this.#checks) {
      if (configuration === undefined || verdict !== undefined || proposed) continue
      const outcome = judge(configuration, hashes)
      if (outcome.type === "differs") return { index, hash: outcome.hash }
    }
    return undefined
  }

  onProposed(index: LogIndex): void {
    const check = this.#checks.find((known) => known.index === index)
    assert(check !== undefined, "a verdict on a check that nobody knows")
    check.proposed = true
  }

  /** What is proposed by others, or was by this one, counts no more. */
  onLeadershipLost(): void {
    for (const check of this.#checks) check.proposed = false
  }

  /** Undefined: not known, or not any more. */
  outcomeOf(index: LogIndex): CheckOutcome | undefined {
    const check = this.#checks.find((known) => known.index === index)
    return check?.configuration && judge(check.configuration, check.hashes)
  }

  /** Every replica as of the check, and its hash; undefined: it has not answered. */
  answersTo(
    index: LogIndex,
  ): readonly { readonly replica: ReplicaId; readonly hash: DataHash | undefined }[] {
    const check = this.#checks.find((known) => known.index === index)
    if (check?.configuration === undefined) return []
    return replicasOf(check.configuration).map((replica) => {
      return { replica, hash: check.hashes.get(replica) }
    })
  }

  /** The checks that are remembered. */
  get view(): readonly CheckView[] {
    return this.#checks.map(({ index, configuration, hashes, verdict }) => {
      return { index, configuration, own: hashes.get(this.#self), verdict }
    })
  }

  /** The data was replaced: what it was before is nobody's concern. */
  reset(): void {
    this.#checks = []
  }

  /** The check at an index, made if it is new; undefined: it is older than those remembered. */
  #at(index: LogIndex): Check | undefined {
    const known = this.#checks.find((check) => check.index === index)
    if (known !== undefined) return known
    const full = this.#checks.length === checksMax
    if (full && index < (this.#checks[0] as Check).index) return undefined
    const check: Check = {
      ...{ index, configuration: undefined, hashes: new Map<ReplicaId, DataHash>() },
      ...{ verdict: undefined, proposed: false },
    }
    this.#checks.push(check)
    this.#checks.sort((left, right) => left.index - right.index)
    if (full) this.#checks.shift()
    return check
  }
}

function isOfMost(
  voters: readonly ReplicaId[],
  hashes: ReadonlyMap<ReplicaId, DataHash>,
  hash: DataHash,
): boolean {
  return 2 * voters.filter((voter) => hashes.get(voter) === hash).length > voters.length
}

import type { LogIndex, ReplicaId, Term } from "../../../src/base/index.ts"
import type { Entry } from "../../../src/core/raft/index.ts"
import { type TestReplica, textOf } from "./replica.ts"

/** The promises of Raft figure 3, watched over all replicas after every step. */
export class Safety {
  readonly #leaders = new Map<Term, ReplicaId>()
  readonly #committed = new Map<LogIndex, Term>()
  readonly #applied = new Map<LogIndex, string>()
  #commit: LogIndex = 0

  /** The highest index that any replica ever knew to be committed. */
  get commit(): LogIndex {
    return this.#commit
  }

  /** Election safety, leader completeness and log matching, after a step of one replica. */
  afterStep(replica: TestReplica, others: Iterable<TestReplica>): void {
    const { view } = replica.raft
    if (view.role === "leader" || view.role === "caretaker") this.#electionSafety(replica)
    this.#recordCommit(replica)
    for (const other of others) {
      if (other !== replica && other.running) logMatching(replica, other)
    }
  }

  /** State machine safety: nobody applies something else at an index. */
  onApplied(replica: TestReplica, entry: Entry): void {
    const text = `${entry.term} ${entry.kind} ${textOf(entry.data)}`
    const known = this.#applied.get(entry.index)
    if (known !== undefined && known !== text) {
      fail(`${replica.id} applied ${text} at ${entry.index}, another applied ${known}`)
    }
    this.#applied.set(entry.index, text)
  }

  #electionSafety(replica: TestReplica): void {
    const { term } = replica.raft.view
    const known = this.#leaders.get(term)
    if (known !== undefined && known !== replica.id) {
      fail(`${known} and ${replica.id} both lead term ${term}`)
    }
    if (known === undefined) this.#leaderCompleteness(replica)
    this.#leaders.set(term, replica.id)
  }

  #leaderCompleteness(leader: TestReplica): void {
    const { logStart } = leader.raft.view
    for (const [index, term] of this.#committed) {
      if (index < logStart.index) continue
      if (leader.raft.termAt(index) !== term) {
        fail(`leader ${leader.id} lacks the committed entry ${index}@${term}`)
      }
    }
  }

  #recordCommit(replica: TestReplica): void {
    const { view } = replica.raft
    for (let index = view.commit; index > view.logStart.index; index -= 1) {
      const term = replica.raft.termAt(index)
      const known = this.#committed.get(index)
      if (term === undefined) break
      if (known !== undefined && known !== term) {
        fail(`${index}@${known} was committed, ${replica.id} has term ${term} there`)
      }
      if (known !== undefined && index <= view.applied) break
      this.#committed.set(index, term)
    }
    this.#commit = Math.max(this.#commit, view.commit)
  }
}

/** If two logs agree on an entry, they agree on all before it. */
function logMatching(left: TestReplica, right: TestReplica): void {
  const from = Math.max(left.raft.view.logStart.index, right.raft.view.logStart.index)
  const to = Math.min(left.raft.view.lastIndex, right.raft.view.lastIndex)
  let met = false
  for (let index = to; index >= from; index -= 1) {
    const same = left.raft.termAt(index) === right.raft.termAt(index)
    if (met && !same) fail(`${left.id} and ${right.id} differ at ${index} below a common entry`)
    met ||= same
  }
}

function fail(what: string): never {
  throw new Error(`unsafe: ${what}`)
}

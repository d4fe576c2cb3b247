/** What must hold at every moment of every run. Each file states one promise and its source. */
import {
  InvariantViolation,
  inSpan,
  type KeyspaceId,
  type NodeId,
  nodeOf,
  type RangeId,
} from "../../base/index.ts"
import type { Message } from "../../core/raft/types.ts"
import { defaultKeyspaceId } from "../../core/range/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import type { LogFields } from "../../env/index.ts"
import type { RangeInspection } from "../../node/index.ts"
import type { Machine } from "../machine.ts"
import { appliedMonotonic } from "./applied-monotonic.ts"
import { committedNeverLost } from "./committed-never-lost.ts"
import { departedStayOut } from "./departed-stay-out.ts"
import { DriverWatch } from "./driver-watch.ts"
import { electionSafety } from "./election-safety.ts"
import { hardStateSurvives } from "./hard-state.ts"
import { hashAgreement } from "./hash-agreement.ts"
import { leaderCompleteness } from "./leader-completeness.ts"
import { Ledger } from "./ledger.ts"
import { logMatching } from "./log-matching.ts"
import { Merges } from "./merges.ts"
import { persistedSurvives } from "./persisted-survives.ts"
import { soundMachines } from "./sound-machines.ts"
import { SpanAgreement } from "./span-agreement.ts"
import { stateMachineSafety } from "./state-machine-safety.ts"
import type { Invariant, Observed } from "./types.ts"

/** The invariants of one Raft group. */
function invariantsOf(
  ledger: Ledger,
  hasStray: (range: RangeDescriptor) => boolean,
  dropped: ReadonlySet<KeyspaceId>,
  isMerged: () => boolean,
): readonly Invariant[] {
  return [
    soundMachines(),
    electionSafety(),
    hardStateSurvives(),
    logMatching(),
    stateMachineSafety(ledger),
    committedNeverLost(ledger),
    leaderCompleteness(ledger),
    persistedSurvives(),
    appliedMonotonic(ledger),
    departedStayOut(dropped, isMerged),
    hashAgreement(hasStray),
  ]
}

/** What is watched of one range. */
interface Watched {
  readonly ledger: Ledger
  readonly invariants: readonly Invariant[]
  /** By replica. */
  readonly lastSeen: Map<number, Seen>
}

/** What a replica was when it was last looked at: while it is all the same, nothing is. */
type Seen = readonly unknown[]

/** Runs all invariants, and names the one that does not hold. */
export class Invariants {
  readonly #ranges = new Map<RangeId, Watched>()
  readonly #spans = new SpanAgreement()
  readonly #merges = new Merges()
  readonly drivers = new DriverWatch()
  /** Keyspaces that may be dropped by now. */
  readonly dropped = new Set<KeyspaceId>()
  /** Ranges and terms that a replica without data led. */
  readonly #caretakers = new Set<string>()
  /** By range: that of its configuration as it came to be, and the latest that was applied. */
  readonly #configVersions = new Map<RangeId, { readonly first: number; readonly last: number }>()
  /** Where a cell came to be on one machine that nobody wrote, in the default keyspace. */
  #strayKey: Uint8Array | undefined
  /** By node: how many ranges it had when it was last looked at. */
  readonly #rangesOf = new Map<NodeId, number>()
  #checks = 0

  /** How often something had changed and was looked at. */
  get checks(): number {
    return this.#checks
  }

  /** Entries that were committed, of all ranges. */
  get committed(): number {
    let committed = 0
    for (const { ledger } of this.#ranges.values()) committed += ledger.count
    return committed
  }

  /** Ranges that were taken in by others. */
  get mergeCount(): number {
    return this.#merges.count
  }

  /** Times that nobody could lead a range who has its data, and somebody else did. */
  get caretakerCount(): number {
    return this.#caretakers.size
  }

  /** Changes of configurations that took effect, of all ranges. */
  get moveCount(): number {
    let count = 0
    for (const { first, last } of this.#configVersions.values()) count += last - first
    return count
  }

  get rangeCount(): number {
    return this.#ranges.size
  }

  onSettled(machine: Machine): void {
    const ranges = machine.inspect()
    let isAsBefore = this.#rangesOf.get(machine.nodeId) === ranges.length
    for (const range of ranges) {
      const watched = this.#watched(range.descriptor.rangeId)
      const seen = seenOf(range)
      if (isSame(watched.lastSeen.get(range.view.id), seen)) continue
      watched.lastSeen.set(range.view.id, seen)
      isAsBefore = false
      this.#change(watched, observed(range))
      this.#named("ranges agree", () => this.#spans.look(machine.nodeId, range, ranges))
      this.#named("merged ranges are over", () => this.#merges.look(machine.nodeId, range))
      this.#follow(range)
    }
    if (isAsBefore || machine.node === undefined) return
    this.#rangesOf.set(machine.nodeId, ranges.length)
    this.#lookForDepartures(machine.nodeId, ranges)
  }

  onMessage(rangeId: RangeId, message: Message): void {
    this.#each(this.#watched(rangeId), (invariant) => invariant.onMessage?.(message.from, message))
  }

  /** What a node says of itself, for people to read. */
  onSaid(event: string, fields: LogFields): void {
    this.#named("what drivers do", () => this.drivers.onSaid(event, fields))
  }

  /** From now on it may be there, or be taken for what most have. */
  onStray(key: Uint8Array): void {
    this.#strayKey = key
  }

  onUp(machine: Machine): void {
    for (const range of machine.inspect()) {
      const watched = this.#watched(range.descriptor.rangeId)
      const node = observed(range)
      this.#each(watched, (invariant) => invariant.onUp?.(node))
      this.#change(watched, node)
    }
  }

  onDown(machine: Machine): void {
    for (const watched of this.#ranges.values()) {
      for (const replicaId of watched.lastSeen.keys()) {
        if (nodeOf(replicaId) !== machine.nodeId) continue
        watched.lastSeen.delete(replicaId)
        this.#each(watched, (invariant) => invariant.onDown?.(replicaId))
      }
    }
  }

  #lookForDepartures(nodeId: NodeId, ranges: readonly RangeInspection[]): void {
    for (const [rangeId, watched] of this.#ranges) {
      const here = ranges.find(({ descriptor }) => descriptor.rangeId === rangeId)?.view.id
      for (const replicaId of watched.lastSeen.keys()) {
        if (nodeOf(replicaId) !== nodeId || replicaId === here) continue
        watched.lastSeen.delete(replicaId)
        this.#each(watched, (invariant) => {
          invariant.onLeft?.(replicaId)
          // It may be back after a crash that came before its tombstone was durable.
          invariant.onDown?.(replicaId)
        })
      }
    }
  }

  #follow({ descriptor, applied, view }: RangeInspection): void {
    const { rangeId, configVersion } = descriptor
    if (view.role === "caretaker") this.#caretakers.add(`${rangeId}@${view.term}`)
    if (applied.index === 0) return
    const known = this.#configVersions.get(rangeId)
    const { first, last } = known ?? { first: configVersion, last: configVersion }
    if (known !== undefined && configVersion <= last) return
    this.#configVersions.set(rangeId, { first, last: configVersion })
  }

  #watched(rangeId: RangeId): Watched {
    let watched = this.#ranges.get(rangeId)
    if (watched === undefined) {
      const ledger = new Ledger()
      const isMerged = (): boolean => this.#merges.has(rangeId)
      const hasStray = (range: RangeDescriptor): boolean => this.#hasStray(range)
      const invariants = invariantsOf(ledger, hasStray, this.dropped, isMerged)
      watched = { ledger, invariants, lastSeen: new Map() }
      this.#ranges.set(rangeId, watched)
    }
    return watched
  }

  #hasStray({ keyspaceId, start, end }: RangeDescriptor): boolean {
    const key = this.#strayKey
    return key !== undefined && keyspaceId === defaultKeyspaceId && inSpan(key, start, end)
  }

  #change(watched: Watched, node: Observed): void {
    this.#checks += 1
    this.#each(watched, (invariant) => invariant.onChange?.(node))
  }

  #each({ invariants }: Watched, check: (invariant: Invariant) => void): void {
    for (const invariant of invariants) this.#named(invariant.name, () => check(invariant))
  }

  #named(name: string, check: () => void): void {
    try {
      check()
    } catch (error) {
      if (error instanceof InvariantViolation) error.message = `${name}: ${error.message}`
      throw error
    }
  }
}

// Compared piece by piece: as one string this was a tenth of a run.
function seenOf({ view, applied, checks }: RangeInspection): Seen {
  const { term, role, damaged, quiescent, commit, lastIndex, persistedIndex, logStart } = view
  const seen: unknown[] = [term, role, damaged, quiescent, commit, lastIndex, persistedIndex]
  seen.push(logStart.index, applied.index)
  for (const { own } of checks) seen.push(own)
  return seen
}

function isSame(before: Seen | undefined, now: Seen): boolean {
  return before?.length === now.length && now.every((piece, at) => piece === before[at])
}

function observed(range: RangeInspection): Observed {
  const { view, applied, checks } = range
  return {
    replicaId: view.id,
    view,
    applied,
    checks,
    termAt: (index) => range.termAt(index),
    checkRaft: () => range.checkRaft(),
    checkRange: () => range.checkRange(),
  }
}

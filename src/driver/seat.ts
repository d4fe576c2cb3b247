import {
  type KeyspaceId,
  KvError,
  type LeaderHint,
  type MonotonicMs,
  type NodeId,
  type RangeId,
  type StoreTable,
  type Term,
  type WallMs,
} from "../base/index.ts"
import { defaultPlacementOptions, Placement, type StoreReport } from "../core/placement/index.ts"
import { holeIn, type KeyspaceRecord, systemKeyspaceId } from "../core/range/index.ts"
import type { Operation, OperationResult } from "../core/range/types.ts"
import type { Clock, Random, Telemetry } from "../env/index.ts"
import type { IncomingSnapshot } from "../wire/index.ts"
import { Conductor } from "./conductor.ts"
import { Drops } from "./drops.ts"
import { History } from "./history.ts"
import { Registry } from "./registry.ts"
import { Silences } from "./silences.ts"
import { recordOf } from "./summaries.ts"
import type { SystemOperation, Target } from "./types.ts"
import { UnderWay } from "./under-way.ts"

/** Between two passes of the policy. */
const passMs = 500
/** The cluster's own range has more replicas than others, where there are stores for them. */
const systemReplicas = { replicationFactor: 5, replicationFactorMin: 3 }
/** Ids of operators grow from driver to driver. */
const operatorIdsPerTerm = 1_000_000

export interface SeatOptions {
  readonly clusterId: string
  readonly clock: Clock
  readonly random: Random
  readonly telemetry: Telemetry
  /** A store that is silent for so long is replaced. */
  readonly deadStoreAfterMs: number
  /** Small neighbours are made one range when both were quiet for so long; 0: never. */
  readonly mergeQuietMs: number
  /** A range that has so many reads and writes a second is cut where its load is; 0: never. */
  readonly splitOperationsPerSecond: number
  /** A range that was cut is not cut for its load again for so long. */
  readonly splitQuietMs: number
  /** Whether stores of one host may have replicas of one range where there is no other way. */
  readonly hostsShared: boolean
  /** False: only what people ask for is done, and undone what came of that. */
  readonly automatic: boolean
  /**
   * Carries out one operation on the cluster's own keyspace, only while this node leads its range:
   * what came to another leader by itself, that one's driver would not know. Rejects with KvError.
   */
  readonly perform: (operation: SystemOperation) => Promise<OperationResult>
  /** Carries out one on a range, wherever it is led. Rejects with KvError. */
  readonly performOn: (
    target: Target,
    operation: Operation,
    timeoutMs: number,
  ) => Promise<OperationResult>
  /** An id that no range ever had. Rejects with KvError. */
  readonly newRangeId: () => Promise<RangeId>
  /** What people decided of each keyspace; another map whenever something has changed. */
  readonly keyspaces: () => ReadonlyMap<KeyspaceId, KeyspaceRecord>
  /** Empty where it is not known. */
  readonly nameOf: (keyspaceId: KeyspaceId) => string
  /** What the cluster begins with; empty where this node joined it later. */
  readonly founders: readonly LeaderHint[]
  /** This node hears of changes at once. */
  readonly onTable: (table: StoreTable) => void
}

interface Heard {
  readonly atMs: MonotonicMs
  readonly report: StoreReport
}

/** What is known in one term of leadership; the next driver begins with nothing. */
export class Seat {
  readonly term: Term
  readonly registry: Registry
  /** Of ranges and stores, as they tell of themselves. */
  readonly placement: Placement
  /** The last beat of each store. */
  readonly heard = new Map<NodeId, Heard>()
  /** Snapshots on their way to each store. */
  readonly incoming = new Map<NodeId, readonly IncomingSnapshot[]>()
  readonly nameOf: SeatOptions["nameOf"]
  readonly #clock: Clock
  readonly history: History
  readonly drops: Drops
  readonly #silences: Silences
  readonly #underWay: UnderWay
  readonly #conductor: Conductor
  /** Resolves when what is kept of stores is read; rejects with KvError. */
  readonly opened: Promise<void>
  readonly #keyspaces: SeatOptions["keyspaces"]
  /** What the policy was told of them last. */
  #settings: ReadonlyMap<KeyspaceId, KeyspaceRecord> = new Map()
  readonly #deadStoreAfterMs: number
  #left = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(term: Term, options: SeatOptions) {
    const { clusterId, clock, random, telemetry, performOn } = options
    const { newRangeId, founders } = options
    // Nor would the next seat of this node know of what this one writes.
    const perform: SeatOptions["perform"] = async (operation) => {
      if (this.#left) throw new KvError("not_leader", "this driver's term is over: ask again")
      return options.perform(operation)
    }
    this.term = term
    this.#clock = clock
    this.nameOf = options.nameOf
    this.#keyspaces = options.keyspaces
    this.#deadStoreAfterMs = options.deadStoreAfterMs
    this.placement = newPlacement(term, options)
    this.#silences = new Silences({
      ...{ perform, clock, telemetry, deadStoreAfterMs: options.deadStoreAfterMs },
      heardAtMs: () => this.#lastHeard(),
    })
    this.registry = new Registry({
      ...{ clusterId, perform, wallMs: () => clock.wallMs(), random, founders },
      onTable: (table) => {
        for (const { nodeId, labels, state } of table.stores) {
          const record = { store: nodeId, labels, state }
          const heardAtMs = clock.monotonicMs() - this.#silences.waitedMs(nodeId)
          this.placement.setStore(record, heardAtMs)
        }
        options.onTable(table)
      },
    })
    const { placement } = this
    const history = new History({ perform, clock, telemetry })
    this.history = history
    this.#underWay = new UnderWay({
      ...{ term, perform, clock, telemetry, history },
      operators: () => placement.operators().map((operator) => recordOf(operator, clock)),
    })
    this.drops = new Drops({
      ...{ perform, clock, telemetry, keyspaces: options.keyspaces },
      stores: () => this.#livingStores(),
      onDropped: (keyspaceId) => placement.dropKeyspace(keyspaceId, clock.monotonicMs()),
    })
    this.#conductor = new Conductor({
      ...{ placement, clock, telemetry, passMs, newRangeId, perform: performOn },
      beforePass: () => {
        this.followKeyspaces()
        this.drops.follow()
        this.#silences.follow()
        this.#underWay.follow()
      },
      onEnded: (operator) => history.keep(recordOf(operator, clock)),
    })
    this.opened = this.#open().then(() => {
      telemetry.info("drives the cluster", { term, stores: this.registry.table.stores.length })
      if (!this.#left) this.#conductor.start()
    })
  }

  async #open(): Promise<void> {
    // Before stores are named: how long each has been silent counts from the beginning.
    await this.#silences.open()
    await Promise.all([this.registry.open(), this.drops.open()])
  }

  get nowMs(): MonotonicMs {
    return this.#clock.monotonicMs()
  }

  get wallMs(): WallMs {
    return this.#clock.wallMs()
  }

  /** Tells the policy what people want of keyspaces, where that has changed. */
  followKeyspaces(): void {
    const known = this.#keyspaces()
    if (known === this.#settings) return
    this.#settings = known
    for (const [keyspaceId, { replicas, rangeBytes, droppedAtMs }] of known) {
      if (droppedAtMs > 0) continue
      const settings = { replicationFactor: replicas, rangeBytesMax: rangeBytes }
      this.placement.setKeyspace({ keyspaceId, ...settings })
    }
  }

  /** Keys whose range nobody has told of yet, to this driver; undefined: there are none. */
  get hole(): string | undefined {
    return holeIn(this.placement.allRanges(), this.#keyspaces().values())
  }

  /** One after the other: each is judged by what the one before it has left. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }

  /** Somebody else drives by now. */
  leave(): void {
    this.#left = true
    this.#conductor.stop()
    this.history.stop()
    this.drops.stop()
    this.#silences.stop()
    this.#underWay.stop()
  }

  /** All but those that are gone, or silent for so long that they are given up. */
  #livingStores(): readonly NodeId[] {
    const heardAfterMs = this.nowMs - this.#deadStoreAfterMs
    return this.#lastHeard().flatMap(([nodeId, heardAtMs]) => {
      return heardAtMs < heardAfterMs ? [] : [nodeId]
    })
  }

  /** When each store was heard, by this driver or those before it, but for those that are gone. */
  #lastHeard(): readonly (readonly [NodeId, MonotonicMs])[] {
    const { nowMs } = this
    return this.registry.table.stores.flatMap(({ nodeId, state }) => {
      if (state === "gone") return []
      return [[nodeId, this.placement.store(nodeId)?.heardAtMs ?? nowMs] as const]
    })
  }
}

function newPlacement(
  term: Term,
  { deadStoreAfterMs: deadAfterMs, mergeQuietMs, ...more }: SeatOptions,
): Placement {
  const { disconnectedAfterMs } = defaultPlacementOptions
  const placement = new Placement({
    options: {
      ...{ automatic: more.automatic, deadAfterMs },
      // In good time before the store is given up.
      disconnectedAfterMs: Math.min(disconnectedAfterMs, Math.ceil(deadAfterMs / 3)),
      ...{ mergeEnabled: mergeQuietMs > 0, mergeQuietMs, hostsShared: more.hostsShared },
      ...{ splitRate: more.splitOperationsPerSecond, splitQuietMs: more.splitQuietMs },
    },
    firstOperatorId: term * operatorIdsPerTerm + 1,
    nameOf: more.nameOf,
  })
  const rangeBytesMax = 96 * 1_024 * 1_024
  placement.setKeyspace({
    ...{ keyspaceId: systemKeyspaceId, ...systemReplicas, rangeBytesMax },
  })
  return placement
}

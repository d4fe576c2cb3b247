import type { KeyspaceId, NodeId, RangeId } from "../../base/index.ts"
import { Directory, type ReportFate } from "./directory.ts"
import { checkPlacementOptions, defaultPlacementOptions, type PlacementOptions } from "./options.ts"
import { RangeTable } from "./range-table.ts"
import { type Store, StoreTable } from "./store-table.ts"
import type {
  KeyspaceSettings,
  RangeReport,
  RangeView,
  StoreRecord,
  StoreReport,
  StoreView,
} from "./types.ts"
import type { PlacementVariant } from "./variant.ts"

export interface PlacementSetup {
  readonly options?: Partial<PlacementOptions>
  readonly variant?: PlacementVariant | undefined
}

/**
 * The policy of the placement driver. Time is handed in, in milliseconds of a clock that never goes
 * back. Not one of its methods throws for what stores or admins say.
 */
export class Placement {
  readonly options: PlacementOptions
  readonly #stores: StoreTable
  readonly #ranges: RangeTable
  readonly #directory: Directory
  readonly #keyspaces = new Map<KeyspaceId, KeyspaceSettings>()

  constructor({ options = {}, variant }: PlacementSetup = {}) {
    this.options = { ...defaultPlacementOptions, ...options }
    checkPlacementOptions(this.options)
    this.#stores = new StoreTable(this.options)
    this.#ranges = new RangeTable(this.#stores)
    this.#directory = new Directory(this.#ranges, this.options, variant)
  }

  /** Makes a store known, or changes its labels, state or weight. It counts as heard of now. */
  setStore(record: StoreRecord, nowMs: number): void {
    this.#stores.setRecord(record, nowMs)
  }

  /** A store that has nothing any more and won't come back. */
  forgetStore(store: NodeId): void {
    this.#stores.forget(store)
  }

  setKeyspace(settings: KeyspaceSettings): void {
    this.#keyspaces.set(settings.keyspaceId, settings)
  }

  observeStore(report: StoreReport, nowMs: number): void {
    this.#stores.observe(report, nowMs)
  }

  /** Whether it said anything new; a report that is stale changes nothing (rule 52). */
  observeRange(report: RangeReport, nowMs: number): ReportFate {
    return this.#directory.take(report, nowMs, () => {})
  }

  store(id: NodeId): StoreView | undefined {
    const store = this.#stores.get(id)
    return store === undefined ? undefined : viewOf(store)
  }

  /** All stores, in the order in which they became known. */
  stores(): readonly StoreView[] {
    return [...this.#stores.values()].map(viewOf)
  }

  range(id: RangeId): RangeView | undefined {
    const slot = this.#ranges.slotOf(id)
    return slot === undefined ? undefined : this.#viewOf(slot)
  }

  /** The range that holds a key. */
  locate(keyspaceId: KeyspaceId, key: Uint8Array): RangeView | undefined {
    const slot = this.#ranges.locate(keyspaceId, key)
    return slot === undefined ? undefined : this.#viewOf(slot)
  }

  /** Ranges of a keyspace in the order of their keys, from the one that holds a key on. */
  *ranges(keyspaceId: KeyspaceId, from: Uint8Array): IterableIterator<RangeView> {
    for (const slot of this.#ranges.inOrder(keyspaceId, from)) yield this.#viewOf(slot)
  }

  #viewOf(slot: number): RangeView {
    const ranges = this.#ranges
    const leader = ranges.leaders[slot] ?? 0
    return {
      rangeId: ranges.ids[slot] ?? 0,
      keyspaceId: ranges.keyspaces[slot] ?? 0,
      start: ranges.startOf(slot),
      end: ranges.endOf(slot),
      version: ranges.versions[slot] ?? 0,
      configVersion: ranges.configVersions[slot] ?? 0,
      term: ranges.terms[slot] ?? 0,
      leader: leader === 0 ? 0 : this.#stores.at(leader).id,
      replicas: ranges.replicasOf(slot),
      bytes: ranges.bytes[slot] ?? 0,
      keys: ranges.keys[slot] ?? 0,
      readRate: ranges.readRates[slot] ?? 0,
      writeRate: ranges.writeRates[slot] ?? 0,
    }
  }
}

function viewOf(store: Store): StoreView {
  const { record, report } = store
  const labels = record?.labels ?? { region: "", zone: "", rack: "", host: "" }
  return {
    store: store.id,
    labels,
    state: store.state,
    weight: store.weight,
    liveness: store.liveness,
    heardAtMs: store.heardAtMs,
    capacityBytes: report?.capacityBytes ?? 0,
    usedBytes: report?.usedBytes ?? 0,
    takesSnapshots: report?.takesSnapshots ?? false,
    overloaded: report?.overloaded ?? false,
    ranges: store.replicas,
    leaders: store.leaders,
    bytes: store.bytes,
    heat: store.heat,
    incoming: store.incoming,
    outgoing: store.outgoing,
  }
}

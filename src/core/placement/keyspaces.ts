import type { KeyspaceId } from "../../base/index.ts"
import type { Store, StoreTable } from "./store-table.ts"
import type { KeyspaceSettings } from "./types.ts"

/** For ranges of keyspaces that nobody told of, until somebody does. */
const settingsDefault = { replicationFactor: 3, rangeBytesMax: 96 * 1_024 * 1_024 }

interface Wanted {
  readonly settings: KeyspaceSettings
  /** What is wanted where there are no hosts for all replicas. */
  readonly fewer: KeyspaceSettings
}

/** What the ranges of each keyspace are to be like. */
export class Keyspaces {
  readonly #stores: StoreTable
  readonly #wanted = new Map<KeyspaceId, Wanted>()
  #hosts = 0
  #hostsAsOf = -1

  constructor(stores: StoreTable) {
    this.#stores = stores
  }

  set(settings: KeyspaceSettings): void {
    const { replicationFactor, replicationFactorMin = replicationFactor } = settings
    const fewer = { ...settings, replicationFactor: replicationFactorMin }
    this.#wanted.set(settings.keyspaceId, { settings, fewer })
  }

  get ids(): Iterable<KeyspaceId> {
    return this.#wanted.keys()
  }

  delete(keyspaceId: KeyspaceId): void {
    this.#wanted.delete(keyspaceId)
  }

  /** What is wanted with the stores that there are: the same object until that changes. */
  of(keyspaceId: KeyspaceId): KeyspaceSettings {
    const { settings, fewer } = this.#wantedOf(keyspaceId)
    return this.#hostCount() < settings.replicationFactor ? fewer : settings
  }

  /** There must be hosts for so many replicas. */
  factorMinOf(keyspaceId: KeyspaceId): number {
    return this.#wantedOf(keyspaceId).fewer.replicationFactor
  }

  #wantedOf(keyspaceId: KeyspaceId): Wanted {
    const wanted = this.#wanted.get(keyspaceId)
    if (wanted !== undefined) return wanted
    this.set({ keyspaceId, ...settingsDefault })
    return this.#wantedOf(keyspaceId)
  }

  /** A store that is drained keeps what it has. */
  #hostCount(): number {
    const { generation } = this.#stores
    if (this.#hostsAsOf !== generation) {
      const staying: Store[] = []
      for (const store of this.#stores.values()) {
        if (store.isHome || (store.isDraining && !store.isLeaving)) staying.push(store)
      }
      this.#hosts = new Set(staying.map(({ localities }) => localities.at(-1))).size
      this.#hostsAsOf = generation
    }
    return this.#hosts
  }
}

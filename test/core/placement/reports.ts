/** Reports and records for tests: what is not said is unremarkable. */
import type { NodeId } from "../../../src/base/index.ts"
import type {
  RangeReport,
  Replica,
  StoreRecord,
  StoreReport,
} from "../../../src/core/placement/index.ts"

const GiB = 1_024 ** 3

export const keyspaceId = 7

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** `place`: "zone/rack/host"; what is left out is not said. */
export function storeRecord(
  store: NodeId,
  place = "",
  more: Partial<StoreRecord> = {},
): StoreRecord {
  const [zone = "", rack = "", host = ""] = place.split("/")
  return { store, labels: { region: "", zone, rack, host }, state: "up", ...more }
}

export function storeReport(store: NodeId, more: Partial<StoreReport> = {}): StoreReport {
  return {
    ...{ store, capacityBytes: 100 * GiB, usedBytes: 1 * GiB, ranges: 0, leaders: 0 },
    takesMore: true,
    ...more,
  }
}

/**
 * `replicas`: stores, the leader first; "5+" is a learner, "5<" is on its way in and "5>" on its way
 * out of a joint configuration.
 */
export function rangeReport(
  rangeId: number,
  span: string,
  replicas: string,
  more: Partial<RangeReport> = {},
): RangeReport {
  const [start = "", end = ""] = span.split("..")
  const parsed = replicas.split(" ").map(parseReplica)
  return {
    ...{ rangeId, keyspaceId, start: bytes(start), end: bytes(end) },
    ...{ version: 1, configVersion: 1, term: 1, leader: parsed[0]?.store ?? 0 },
    ...{ replicas: parsed, down: [], pending: [], bytes: 1_000_000, keys: 1_000 },
    ...{ readRate: 0, writeRate: 0, ...more },
  }
}

function parseReplica(text: string): Replica {
  const store = Number.parseInt(text, 10)
  const role = text.endsWith("+")
    ? "learner"
    : text.endsWith("<")
      ? "incoming"
      : text.endsWith(">")
        ? "outgoing"
        : "voter"
  return { store, replicaId: 100 + store, role }
}

/** The other way round, in the order of stores, the leader marked: "1* 2 5+". */
export function placeOf(replicas: readonly Replica[], leader: NodeId): string {
  const marks = { voter: "", learner: "+", incoming: "<", outgoing: ">" }
  return [...replicas]
    .sort((left, right) => left.store - right.store)
    .map(({ store, role }) => `${store}${store === leader ? "*" : ""}${marks[role]}`)
    .join(" ")
}

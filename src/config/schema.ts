import { z } from "zod"
import { defaultLimits, type Limits, labelLevels, type StoreLabels } from "../base/index.ts"
import type { DriverConfig, MemberConfig, RaftConfig, StorageConfig } from "./types.ts"
import {
  BadValue,
  formatAddress,
  formatBytes,
  formatDurationMs,
  isWildcard,
  parseAddress,
  parseBytes,
  parseCount,
  parseDurationMs,
  parseSwitch,
  shown,
} from "./units.ts"

const KiB = 1_024
const MiB = 1_024 * KiB
const GiB = 1_024 * MiB

/**
 * What can be written in a file, an environment or flags, after reading units and before checks.
 */
export interface Settings {
  readonly clusterId: string
  readonly nodeId?: number | undefined
  readonly listen?: string | undefined
  readonly address?: string | undefined
  readonly members?: readonly MemberConfig[] | undefined
  readonly join?: readonly string[] | undefined
  readonly dataDirectory: string
  readonly labels: StoreLabels
  readonly driver: DriverConfig
  readonly raft: RaftConfig
  readonly storage: StorageConfig
  readonly limits: Limits
}

/**
 * Limits by which replicas decide while they apply. Nodes that disagreed about them would drift
 * apart, so they are the same everywhere and not to be set.
 */
export const fixedLimits: readonly string[] = [
  "deleteRangeKeysMax",
  "sessionsMax",
  "sessionResultsMax",
]

/** A field read by one of the parsers of units.ts; its BadValue becomes the field's message. */
function read<T>(parse: (value: unknown) => T): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    try {
      return parse(value)
    } catch (error) {
      if (!(error instanceof BadValue)) throw error
      context.addIssue({ code: "custom", message: error.message })
      return z.NEVER
    }
  })
}

function within(low: number, high: number, value: number, format: (value: number) => string) {
  if (value >= low && value <= high) return value
  throw new BadValue(`must be from ${format(low)} to ${format(high)}, got ${format(value)}`)
}

const bytes = (low: number, high: number) =>
  read((value) => within(low, high, parseBytes(value), formatBytes))
const duration = (low: number, high: number) =>
  read((value) => within(low, high, parseDurationMs(value), formatDurationMs))
const count = (low: number, high: number) =>
  read((value) => within(low, high, parseCount(value), String))

const nodeIdMax = 65_535

function parseClusterId(value: unknown): string {
  if (typeof value === "string" && /^[a-z0-9][a-z0-9._-]{0,63}$/i.test(value)) return value
  throw new BadValue(
    `must be 1 to 64 letters, digits, dots, dashes or underscores, got ${shown(value)}`,
  )
}

function parsePath(value: unknown): string {
  if (typeof value === "string" && value.trim() !== "" && !value.includes("\0")) return value
  throw new BadValue(`must be a folder, got ${shown(value)}`)
}

/** `1=host:port,2=host:port`, or a map of id to address, or a list of { nodeId, address }. */
export function parseMembers(value: unknown): readonly MemberConfig[] {
  const pairs = memberPairs(value)
  if (pairs.length === 0) throw new BadValue("must name at least one member")
  const members: MemberConfig[] = []
  for (const [id, address] of pairs) {
    const nodeId = within(1, nodeIdMax, parseCount(id), (number) => `node id ${number}`)
    const parsed = parseAddress(address)
    const text = formatAddress(parsed)
    if (isWildcard(parsed)) {
      throw new BadValue(`has ${text} for node ${nodeId}, which nobody can connect to; name a host`)
    }
    for (const other of members) {
      if (other.nodeId === nodeId) throw new BadValue(`lists node ${nodeId} twice`)
      if (other.address === text) {
        throw new BadValue(`lists ${text} for node ${other.nodeId} and for node ${nodeId}`)
      }
    }
    members.push({ nodeId, address: text })
  }
  return members.sort((left, right) => left.nodeId - right.nodeId)
}

function memberPairs(value: unknown): readonly (readonly [unknown, unknown])[] {
  const expected = 'must be like "1=10.0.0.1:7400,2=10.0.0.2:7400"'
  if (typeof value === "string") {
    return value
      .split(",")
      .filter((part) => part.trim() !== "")
      .map((part) => {
        const equals = part.indexOf("=")
        if (equals < 0) throw new BadValue(`${expected}, got ${shown(part)}`)
        return [part.slice(0, equals), part.slice(equals + 1)] as const
      })
  }
  if (Array.isArray(value)) return value.map(memberOfItem)
  if (typeof value === "object" && value !== null) return Object.entries(value)
  throw new BadValue(`${expected}, got ${shown(value)}`)
}

function memberOfItem(item: unknown): readonly [unknown, unknown] {
  if (typeof item === "object" && item !== null && "nodeId" in item && "address" in item) {
    return [item.nodeId, item.address]
  }
  throw new BadValue(`each item must have nodeId and address, got ${shown(item)}`)
}

/** An address that others can connect to. */
function parseReachable(value: unknown): string {
  const parsed = parseAddress(value)
  if (!isWildcard(parsed)) return formatAddress(parsed)
  throw new BadValue(`is ${formatAddress(parsed)}, which nobody can connect to; name a host`)
}

/** `host:port,host:port`, or a list of them. */
function parseJoin(value: unknown): readonly string[] {
  const parts = typeof value === "string" ? value.split(",") : value
  if (!Array.isArray(parts)) {
    throw new BadValue(`must be like "10.0.0.1:7400,10.0.0.2:7400", got ${shown(value)}`)
  }
  const addresses = parts.filter((part) => String(part).trim() !== "").map(parseReachable)
  if (addresses.length === 0) throw new BadValue("must name at least one node of the cluster")
  return addresses
}

function parseLabel(value: unknown): string {
  if (typeof value === "string" && /^[a-z0-9][a-z0-9._-]{0,63}$/i.test(value)) return value
  throw new BadValue(
    `must be 1 to 64 letters, digits, dots, dashes or underscores, got ${shown(value)}`,
  )
}

const label = () => read(parseLabel).default("")
const labelsSchema = z
  .strictObject({ region: label(), zone: label(), rack: label(), host: label() })
  .prefault({})

const driverSchema = z
  .strictObject({
    automatic: read(parseSwitch).default(true),
    deadStoreAfterMs: duration(1_000, 7 * 86_400_000).default(900_000),
    mergeQuietMs: duration(0, 365 * 86_400_000).default(86_400_000),
    splitOperationsPerSecond: count(0, 1_000_000_000).default(2_500),
    splitQuietMs: duration(1_000, 7 * 86_400_000).default(60_000),
    hostsShared: read(parseSwitch).default(false),
    // A store that misses two is taken for disconnected after 20 s: one late beat must not do that.
    beatMs: duration(100, 10_000).default(10_000),
  })
  .prefault({})

const raftSchema = z
  .strictObject({
    tickMs: duration(5, 10_000).default(100),
    heartbeatTicks: count(1, 100).default(1),
    quiesceAfterTicks: count(0, 100_000).default(10),
    electionTimeoutTicks: count(3, 1_000).default(12),
    leaseReads: read(parseSwitch).default(false),
  })
  .prefault({})

const storageSchema = z
  .strictObject({
    segmentBytesMax: bytes(4 * MiB, GiB).default(32 * MiB),
    logKeepEntries: count(1, 1_000_000_000).default(30_000),
    logBytesMax: bytes(8 * MiB, 1_024 * GiB).default(256 * MiB),
    valueCacheBytes: bytes(0, 1_024 * GiB).default(64 * MiB),
    // The engine takes 32 bits for these two and silently wraps above.
    engineCacheBytes: bytes(MiB, 4 * GiB - 1).default(32 * MiB),
    engineWriteBufferBytes: bytes(MiB, 4 * GiB - 1).default(16 * MiB),
    diskReserveBytes: bytes(0, 1_024 * GiB).default(64 * MiB),
    snapshotsSentMax: count(1, 64).default(2),
    snapshotsReceivedMax: count(1, 64).default(4),
    snapshotBytesPerSecond: bytes(MiB, 1_024 * GiB).default(32 * MiB),
    snapshotBytesPerSecondMin: bytes(MiB, 1_024 * GiB).default(4 * MiB),
    consistencyCheckMs: duration(0, 366 * 86_400_000).default(86_400_000),
  })
  .prefault({})

/** How a limit is written follows from its name: bytes, milliseconds, or a count. */
function limitSchema(name: keyof Limits): z.ZodType<number> {
  const value = defaultLimits[name]
  if (fixedLimits.includes(name)) {
    return read((given): number => {
      if (given === value) return value
      throw new BadValue(`is fixed at ${value}: replicas decide by it and must agree; remove it`)
    }).default(value)
  }
  if (/Bytes/.test(name)) return bytes(1, GiB).default(value)
  if (/Ms/.test(name)) return duration(1, defaultLimits.ttlMsMax).default(value)
  return count(1, 1_000_000_000).default(value)
}

const limitNames = Object.keys(defaultLimits) as readonly (keyof Limits)[]
const limitsSchema = z
  .strictObject(Object.fromEntries(limitNames.map((name) => [name, limitSchema(name)])))
  .prefault({}) as unknown as z.ZodType<Limits>

export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  clusterId: read(parseClusterId).default("ringraft"),
  nodeId: count(1, nodeIdMax).optional(),
  listen: read((value) => formatAddress(parseAddress(value))).optional(),
  address: read(parseReachable).optional(),
  members: read(parseMembers).optional(),
  join: read(parseJoin).optional(),
  dataDirectory: read(parsePath).default("data"),
  labels: labelsSchema,
  driver: driverSchema,
  raft: raftSchema,
  storage: storageSchema,
  limits: limitsSchema,
})

/** Every setting, as the path to it. */
export const settingPaths: readonly (readonly string[])[] = [
  ...["clusterId", "nodeId", "listen", "address", "members", "join", "dataDirectory"].map(
    (name) => [name],
  ),
  ...labelLevels.map((level) => ["labels", level]),
  ...Object.keys(driverSchema.parse({})).map((name) => ["driver", name]),
  ...Object.keys(raftSchema.parse({})).map((name) => ["raft", name]),
  ...Object.keys(storageSchema.parse({})).map((name) => ["storage", name]),
  ...limitNames.map((name) => ["limits", name]),
]

import { LineCounter, parseDocument } from "yaml"
import { checkLimits, InvariantViolation, KvError } from "../base/index.ts"
import { type Settings, settingPaths, settingsSchema } from "./schema.ts"
import { nearest } from "./suggest.ts"
import type { NodeConfig } from "./types.ts"
import { formatAddress, formatBytes, formatDurationMs, isWildcard, parseAddress } from "./units.ts"

/** A flag of the command line that sets one setting. */
export interface FlagSetting {
  /** As it was typed, for messages: "--node-id". */
  readonly flag: string
  readonly path: readonly string[]
  readonly value: unknown
}

export interface ConfigSources {
  /** YAML, of which JSON is a part. */
  readonly file?: { readonly name: string; readonly text: string } | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly flags: readonly FlagSetting[]
  /** RINGRAFT_ variables that mean something to others. */
  readonly otherVariables?: readonly string[]
}

export interface LoadedConfig {
  readonly config: NodeConfig
  /** Worth telling, not worth stopping for. */
  readonly warnings: readonly string[]
}

const defaultPort = 7_400

/**
 * The configuration of a node: file, then environment, then flags, the later winning. Throws
 * KvError `invalid_argument` that lists every problem by the field's name and where it was set.
 */
export function loadConfig(sources: ConfigSources): LoadedConfig {
  const layers = new Layers()
  const warnings: string[] = []
  if (sources.file !== undefined) layers.addFile(sources.file.name, sources.file.text)
  warnings.push(...layers.addEnvironment(sources.environment, sources.otherVariables ?? []))
  for (const { flag, path, value } of sources.flags) layers.set(path, value, flag)

  const parsed = settingsSchema.safeParse(layers.document)
  if (!parsed.success) {
    throw problems(parsed.error.issues.flatMap((issue) => layers.describe(issue)))
  }
  return { config: resolve(parsed.data, layers), warnings }
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

type Section = Record<string, unknown>

/** Settings as they pile up, and where each came from. */
class Layers {
  /** Without a prototype: a key `__proto__` in a file is a key like any other. */
  readonly document: Section = Object.create(null)
  readonly #origins = new Map<string, string>()

  addFile(name: string, text: string): void {
    const lines = new LineCounter()
    const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const broken = parsed.errors[0]
    if (broken !== undefined) {
      const { line } = lines.linePos(broken.pos[0])
      throw problems([`${name}:${line}: not readable as YAML or JSON: ${broken.message}`])
    }
    let content: unknown
    try {
      content = parsed.toJS()
    } catch (error) {
      throw problems([`${name}: not readable as YAML or JSON: ${(error as Error).message}`])
    }
    if (content === null || content === undefined) return
    if (typeof content !== "object" || Array.isArray(content)) {
      throw problems([`${name}: must be a map of settings, such as "nodeId: 1"`])
    }
    const where = (path: readonly string[]): string => {
      const range = (parsed.getIn(path, true) as { range?: readonly number[] } | undefined)?.range
      return range?.[0] === undefined ? name : `${name}:${lines.linePos(range[0]).line}`
    }
    for (const [key, value] of Object.entries(content)) {
      if (isSection(value) && key !== "members") {
        for (const [inner, leaf] of Object.entries(value)) {
          this.set([key, inner], leaf, where([key, inner]))
        }
      } else {
        this.set([key], value, where([key]))
      }
    }
  }

  /** Unknown variables are only warned of: orchestrators inject some that begin the same way. */
  addEnvironment(
    environment: Readonly<Record<string, string | undefined>>,
    others: readonly string[],
  ): string[] {
    const known = new Map(settingPaths.map((path) => [variableOf(path), path]))
    const warnings: string[] = []
    for (const [name, value] of Object.entries(environment)) {
      if (!name.startsWith("RINGRAFT_") || value === undefined || value === "") continue
      const path = known.get(name)
      if (path !== undefined) {
        this.set(path, value, name)
      } else if (!others.includes(name) && !/_SERVICE_|_PORT(_|$)/.test(name)) {
        const near = nearest(name, [...known.keys(), ...others])
        const hint = near === undefined ? "" : `; did you mean ${near}?`
        warnings.push(`environment variable ${name} is not a setting and was ignored${hint}`)
      }
    }
    return warnings
  }

  /** Nothing (an empty YAML value) is not a setting. */
  set(path: readonly string[], value: unknown, origin: string): void {
    if (value === undefined || value === null) return
    let section = this.document
    for (const name of path.slice(0, -1)) {
      const inner = section[name]
      if (isSection(inner)) {
        section = inner
      } else {
        const created: Section = Object.create(null)
        section[name] = created
        section = created
      }
    }
    const leaf = path.at(-1)
    if (leaf !== undefined) section[leaf] = value
    this.#origins.set(path.join("."), origin)
  }

  /** `limits.keyBytesMax (ringraft.yaml:3)`, or the name alone where nobody set it. */
  label(path: readonly PropertyKey[]): string {
    const name = path.map(String).join(".")
    const origin = this.#origins.get(name)
    return origin === undefined ? name : `${name} (${origin})`
  }

  describe(issue: Issue): string[] {
    if (issue.code !== "unrecognized_keys") {
      const expected =
        issue.code === "invalid_type" ? "is a group of settings, not one value" : issue.message
      return [`${this.label(issue.path)}: ${expected}`]
    }
    return (issue.keys ?? []).map((key) => {
      const path = [...issue.path.map(String), key]
      const near = nearestSetting(path)
      const hint = near === undefined ? "" : `; did you mean ${near}?`
      return `${this.label(path)}: no such setting${hint}`
    })
  }
}

function isSection(value: unknown): value is Section {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Looks first among the siblings, then for the same word in another group. */
function nearestSetting(path: readonly string[]): string | undefined {
  const group = path.slice(0, -1).join(".")
  const word = path.at(-1) ?? ""
  const siblings = new Set<string>()
  for (const known of settingPaths) {
    if (group === "") siblings.add(known[0] as string)
    else if (known[0] === group) siblings.add(known[1] as string)
  }
  const near = nearest(word, [...siblings])
  if (near !== undefined) return group === "" ? near : `${group}.${near}`
  const names = settingPaths.map((known) => known.at(-1) as string)
  const elsewhere = nearest(word, names)
  return settingPaths.find((known) => known.at(-1) === elsewhere)?.join(".")
}

/**
 * The environment variable of a setting: ["limits", "keyBytesMax"] → RINGRAFT_LIMITS_KEY_BYTES_MAX.
 */
function variableOf(path: readonly string[]): string {
  const words = path.map((part) => part.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase())
  return `RINGRAFT_${words.join("_")}`
}

function problems(lines: readonly string[]): KvError {
  const [first] = lines
  if (lines.length === 1) return new KvError("invalid_argument", `configuration: ${first}`)
  const list = lines.map((line) => `\n  ${line}`).join("")
  return new KvError("invalid_argument", `configuration: ${lines.length} problems${list}`)
}

/** Fills in what follows from other settings, and checks what no field can check alone. */
function resolve(settings: Settings, layers: Layers): NodeConfig {
  const found: string[] = []
  const { driver, raft, storage, limits } = settings
  // Silent for a third of it a store gets nothing new any more: one late beat must not do that.
  const { beatMs, deadStoreAfterMs } = driver
  if (deadStoreAfterMs < 6 * beatMs) {
    found.push(
      `${layers.label(["driver", "deadStoreAfterMs"])}: must be at least 6 beats ` +
        `(${formatDurationMs(6 * beatMs)}), got ${formatDurationMs(deadStoreAfterMs)}`,
    )
  }
  if (raft.electionTimeoutTicks < 3 * raft.heartbeatTicks) {
    found.push(
      `${layers.label(["raft", "electionTimeoutTicks"])}: must be at least 3 heartbeats ` +
        `(${3 * raft.heartbeatTicks}), got ${raft.electionTimeoutTicks}`,
    )
  }
  if (storage.segmentBytesMax <= limits.entryBytesMax) {
    found.push(
      `${layers.label(["storage", "segmentBytesMax"])}: must be over limits.entryBytesMax ` +
        `(${formatBytes(limits.entryBytesMax)})`,
    )
  }
  if (storage.logBytesMax < 2 * storage.segmentBytesMax) {
    found.push(
      `${layers.label(["storage", "logBytesMax"])}: must be at least two segments ` +
        `(${formatBytes(2 * storage.segmentBytesMax)}), got ${formatBytes(storage.logBytesMax)}`,
    )
  }
  // Else a receiver would take a sender that only waits its turn for dead.
  const roundBytes = storage.snapshotsSentMax * limits.snapshotChunkBytes
  if (roundBytes > 4 * storage.snapshotBytesPerSecondMin) {
    found.push(
      `${layers.label(["storage", "snapshotBytesPerSecondMin"])}: must bring a chunk of each ` +
        `snapshot in 4s (${formatBytes(Math.ceil(roundBytes / 4))}), got ` +
        formatBytes(storage.snapshotBytesPerSecondMin),
    )
  }
  if (storage.snapshotBytesPerSecondMin > storage.snapshotBytesPerSecond) {
    found.push(
      `${layers.label(["storage", "snapshotBytesPerSecondMin"])}: must not be over ` +
        `storage.snapshotBytesPerSecond (${formatBytes(storage.snapshotBytesPerSecond)}), got ` +
        formatBytes(storage.snapshotBytesPerSecondMin),
    )
  }
  try {
    checkLimits(limits)
  } catch (error) {
    if (!(error instanceof InvariantViolation)) throw error
    found.push(error.message)
  }
  const place = placeOf(settings, layers, found)
  if (found.length > 0) throw problems(found)
  const { clusterId, dataDirectory, labels } = settings
  return { clusterId, ...place, dataDirectory, labels, driver, raft, storage, limits }
}

/** Who this node is among the members. Alone it is a cluster of one. */
function placeOf(settings: Settings, layers: Layers, found: string[]): Place {
  if (settings.join !== undefined) return joinerOf(settings, settings.join, layers, found)
  const members = settings.members
  if (members === undefined) {
    const nodeId = settings.nodeId ?? 1
    const { listen, address } = ownAddressOf(settings, found)
    return { nodeId, listen, address, members: [{ nodeId, address }], join: [] }
  }
  const ids = members.map((member) => member.nodeId)
  const nodeId = settings.nodeId ?? (ids.length === 1 ? ids[0] : undefined)
  const own = members.find((member) => member.nodeId === nodeId)
  if (nodeId === undefined) {
    found.push(`nodeId: say which member this node is (${ids.join(", ")}), with --node-id`)
  } else if (own === undefined) {
    found.push(
      `${layers.label(["nodeId"])}: node ${nodeId} is not among the members (${ids.join(", ")})`,
    )
  }
  if (settings.address !== undefined && settings.address !== own?.address) {
    found.push(`${layers.label(["address"])}: is not the one of members; leave it out`)
  }
  const address = own?.address ?? ""
  return { nodeId: nodeId ?? 0, listen: settings.listen ?? address, address, members, join: [] }
}

type Place = Pick<NodeConfig, "nodeId" | "listen" | "address" | "members" | "join">

/** A node that is to join a cluster: that tells it who is there. */
function joinerOf(
  settings: Settings,
  join: readonly string[],
  layers: Layers,
  found: string[],
): Place {
  if (settings.members !== undefined) {
    found.push(`${layers.label(["members"])}: a node that joins is told who is there; leave it out`)
  }
  const { listen, address } = ownAddressOf(settings, found)
  return { nodeId: settings.nodeId ?? 0, listen, address, members: [], join }
}

/**
 * Where a node listens that no list of members names, and what peers and clients are told. Nothing
 * is made up where it listens on all addresses: at 127.0.0.1 those elsewhere would find themselves.
 */
function ownAddressOf(
  { listen = `127.0.0.1:${defaultPort}`, address = listen }: Settings,
  found: string[],
): Pick<Place, "listen" | "address"> {
  const told = parseAddress(address)
  if (isWildcard(told)) {
    const example = formatAddress({ ...told, host: "10.0.0.4" })
    found.push(`address: say where others reach this node, such as --set address=${example}`)
  }
  return { listen, address }
}

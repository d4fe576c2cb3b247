import { readFileSync } from "node:fs"
import { KvError } from "../../src/base/index.ts"
import { type FlagSetting, type LoadedConfig, loadConfig } from "../../src/config/index.ts"
import { globalVariables } from "../terminal/globals.ts"

/** What `ringraft serve` can be told by flags. */
export interface ServeFlags {
  readonly config?: string
  readonly clusterId?: string
  readonly nodeId?: string
  readonly listen?: string
  readonly members?: string
  readonly join?: string
  /** `zone=a,host=h1`. */
  readonly labels?: string
  readonly data?: string
  /** `limits.keyBytesMax=8KiB`: any setting, by its path. */
  readonly set?: readonly string[]
  readonly logLevel?: string
  readonly logFile?: string
  /** Stores on this machine, each a process of its own. */
  readonly stores?: number
  /** Which of them this process is, counted from 1; undefined: it starts them. */
  readonly store?: number
  /** A file descriptor that gets one line of JSON when the node is ready. */
  readonly readyFd?: number
}

/** Variables that say what flags say but are no settings of the configuration file. */
const ownVariables = ["RINGRAFT_CONFIG", "RINGRAFT_LOG_LEVEL", "RINGRAFT_LOG_FILE"]

/** Reads the configuration. Throws KvError `invalid_argument`. */
export function readSettings(flags: ServeFlags, environment: NodeJS.ProcessEnv): LoadedConfig {
  const path = flags.config ?? environment.RINGRAFT_CONFIG
  return loadConfig({
    file: path === undefined || path === "" ? undefined : { name: path, text: textOf(path) },
    environment,
    flags: settingsOf(flags),
    otherVariables: [...globalVariables, ...ownVariables],
  })
}

function settingsOf(flags: ServeFlags): FlagSetting[] {
  const { clusterId, nodeId, listen, members, join, labels, data, set = [] } = flags
  const named: readonly (readonly [string, string, string | undefined])[] = [
    ["--cluster-id", "clusterId", clusterId],
    ["--node-id", "nodeId", nodeId],
    ["--listen", "listen", listen],
    ["--members", "members", members],
    ["--join", "join", join],
    ["--data", "dataDirectory", data],
  ]
  const settings: FlagSetting[] = named
    .filter(([, , value]) => value !== undefined)
    .map(([flag, name, value]) => ({ flag, path: [name], value }))
  for (const [level, value] of labelPairs(labels)) {
    settings.push({ flag: "--labels", path: ["labels", level], value })
  }
  for (const text of set) {
    const equals = text.indexOf("=")
    if (equals < 1) {
      throw new KvError("invalid_argument", `--set ${text}: must be like limits.keyBytesMax=8KiB`)
    }
    const path = text.slice(0, equals).split(".")
    settings.push({ flag: "--set", path, value: text.slice(equals + 1) })
  }
  return settings
}

function labelPairs(text: string | undefined): readonly (readonly [string, string])[] {
  const parts = (text ?? "").split(",").filter((part) => part !== "")
  return parts.map((part) => {
    const [level = "", ...value] = part.split("=")
    return [level.trim(), value.join("=").trim()]
  })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    const { message } = error as Error
    throw new KvError("invalid_argument", `can't read the configuration file: ${message}`)
  }
}

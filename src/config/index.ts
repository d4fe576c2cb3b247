/**
 * What a node must be told to run: the settings, their defaults and units, where they come from
 * (file < environment < flags) and what is said when one of them is wrong. `tinyConfig` is the
 * shrunken set for simulation and tests. Reads no files: texts come in, a NodeConfig goes out.
 */
export {
  type ConfigSources,
  type FlagSetting,
  type LoadedConfig,
  loadConfig,
} from "./load.ts"
export { settingPaths } from "./schema.ts"
export { nearest } from "./suggest.ts"
export { tinyConfig } from "./tiny.ts"
export type { DriverConfig, MemberConfig, NodeConfig, RaftConfig, StorageConfig } from "./types.ts"
export {
  BadValue,
  formatAddress,
  formatBytes,
  formatDurationMs,
  parseAddress,
  parseBytes,
  parseDurationMs,
} from "./units.ts"

/** Files of this machine: the log device on a folder, and the claim of a node's data folder. */
export {
  claimDataFolder,
  type DataFolder,
  type FolderOwner,
  openDataFolder,
} from "./data-folder.ts"
export { openFileLogDevice } from "./file-log-device.ts"
export { openFileMemo } from "./file-memo.ts"

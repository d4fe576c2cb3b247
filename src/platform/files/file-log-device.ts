import { promises as fs, open as openFile } from "node:fs"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import type { LogDevice, LogFile } from "../../env/index.ts"
import { kvErrorOf } from "./errors.ts"
import { FileLogFile } from "./file-log-file.ts"
import { syncFolder } from "./folders.ts"

const { O_CREAT, O_DSYNC, O_RDWR, O_WRONLY } = fs.constants
const openDescriptor = promisify(openFile)
const fileMode = 0o640

/** Opens a folder as a log device, making it when absent. Throws KvError when it can't be had. */
export async function openFileLogDevice(folder: string): Promise<LogDevice> {
  try {
    const made = await fs.mkdir(folder, { recursive: true })
    if (made !== undefined) await syncFolder(dirname(made))
    await fs.access(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
  } catch (error) {
    throw kvErrorOf(error, `can't use the log folder ${folder}`)
  }
  return new FileLogDevice(folder)
}

class FileLogDevice implements LogDevice {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  list(): Promise<readonly string[]> {
    return attempt("list", this.#folder, async () => {
      const found = await fs.readdir(this.#folder, { withFileTypes: true })
      const files = found.filter((entry) => !entry.isDirectory())
      return files.map((entry) => entry.name).sort()
    })
  }

  open(name: string): Promise<LogFile> {
    const path = this.#path(name)
    return attempt("open", path, async () => {
      const fd = await openDescriptor(path, O_RDWR | O_CREAT, fileMode)
      const durableFd = await openDescriptor(path, O_WRONLY | O_DSYNC)
      const { size } = await fs.stat(path)
      return new FileLogFile({ name, path, fd, durableFd, sizeBytes: size })
    })
  }

  remove(name: string): Promise<void> {
    return attempt("remove", this.#path(name), () => fs.unlink(this.#path(name)))
  }

  rename(from: string, to: string): Promise<void> {
    return attempt("rename", this.#path(from), () => fs.rename(this.#path(from), this.#path(to)))
  }

  syncFolder(): Promise<void> {
    return attempt("sync", this.#folder, () => syncFolder(this.#folder))
  }

  freeBytes(): Promise<number> {
    return attempt("ask for the free space of", this.#folder, async () => {
      const { bavail, bsize } = await fs.statfs(this.#folder)
      return bavail * bsize
    })
  }

  capacityBytes(): Promise<number> {
    return attempt("ask for the size of", this.#folder, async () => {
      const { blocks, bsize } = await fs.statfs(this.#folder)
      return blocks * bsize
    })
  }

  #path(name: string): string {
    return join(this.#folder, name)
  }
}

async function attempt<T>(what: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw kvErrorOf(error, `can't ${what} ${path}`)
  }
}

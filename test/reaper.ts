import { type ChildProcess, spawn } from "node:child_process"

/** Reads process ids until its input ends, then ends those whose command line names the mark. */
const script = `
pids=
while read -r pid; do pids="$pids $pid"; done
for pid in $pids; do
  if tr '\\0' ' ' < "/proc/$pid/cmdline" | grep -qF -- "$1"; then kill -KILL "$pid"; fi
done 2> /dev/null
`

/**
 * Ends processes when this one ends, even by SIGKILL: a shell that waits on a pipe, which the
 * kernel closes. `mark` stands in the command line of each of them, such as their data folder, so
 * that a process id that was used again is left alone.
 */
export class Reaper {
  readonly #shell: ChildProcess

  constructor(mark: string) {
    this.#shell = spawn("sh", ["-c", script, "sh", mark], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    })
    this.#shell.unref()
    this.#shell.stdin?.on("error", () => {})
  }

  watch(pid: number | undefined): void {
    if (pid !== undefined) this.#shell.stdin?.write(`${pid}\n`)
  }

  /** Ends what is left of them now, and the shell with it. */
  close(): Promise<void> {
    if (this.#shell.exitCode !== null || this.#shell.signalCode !== null) return Promise.resolve()
    this.#shell.ref()
    const ended = new Promise<void>((resolve) => this.#shell.once("exit", () => resolve()))
    this.#shell.stdin?.end()
    return ended
  }
}

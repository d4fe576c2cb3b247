import { SingleBar } from "cli-progress"
import type { Io } from "./io.ts"

export interface Progress {
  /** `note` stands at the end of the line. */
  update(done: number, note: string): void
  stop(): void
}

const silent: Progress = { update: () => {}, stop: () => {} }

/** A bar on standard error for what takes longer than a second; nothing where nobody looks. */
export function progressOf(
  io: Io,
  name: string,
  total: number,
  { afterMs }: { readonly afterMs: number } = { afterMs: 1_000 },
): Progress {
  if (!io.errIsTerminal || io.environment.TERM === "dumb") return silent
  const bar = new SingleBar({
    format: `${name} [{bar}] {percentage}% {note}`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    // A signal that ends the process would leave the terminal without one.
    hideCursor: false,
    clearOnComplete: true,
    stream: process.stderr,
  })
  const begunMs = performance.now()
  let [shown, stopped] = [false, false]
  return {
    update(done, note) {
      // What was begun side by side may go on for a while.
      if (stopped) return
      if (!shown && performance.now() - begunMs < afterMs) return
      if (!shown) bar.start(total, done, { note })
      shown = true
      bar.update(Math.min(done, total), { note })
    },
    stop() {
      stopped = true
      if (shown) bar.stop()
    },
  }
}

/** The same while the work goes on, however that ends: a bar that is not stopped draws for ever. */
export async function withProgress<T>(
  io: Io,
  name: string,
  total: number,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = progressOf(io, name, total)
  try {
    return await work(progress)
  } finally {
    progress.stop()
  }
}

import type { Io } from "./io.ts"
import { progressOf } from "./progress.ts"

const noticeMs = 1_000

/** Waits for `work`, and after a second shows a person that it does, on standard error. */
export async function patiently<T>(io: Io, timeoutMs: number, work: Promise<T>): Promise<T> {
  if (!io.errIsTerminal) return work
  const begunMs = performance.now()
  let stop = (): void => {}
  const notice = setTimeout(() => {
    const progress = progressOf(io, "waiting", timeoutMs, { afterMs: 0 })
    const tick = (): void => {
      const elapsedMs = performance.now() - begunMs
      progress.update(elapsedMs, `${(elapsedMs / 1_000).toFixed(1)} of ${timeoutMs / 1_000} s`)
    }
    const timer = setInterval(tick, 200)
    stop = () => {
      clearInterval(timer)
      progress.stop()
    }
    tick()
  }, noticeMs)
  try {
    return await work
  } finally {
    clearTimeout(notice)
    stop()
  }
}

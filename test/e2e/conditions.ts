const pollMs = 50

/**
 * Asks until the answer is something, and gives it. Rejects when it is not after the deadline:
 * long, because a busy machine is slow and a broken store would never get there.
 */
export async function when<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  deadlineMs = 45_000,
): Promise<T> {
  const until = performance.now() + deadlineMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > until) throw new Error(`waited ${deadlineMs} ms in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

let inOrder = false

/** Has the process put things in order at these signals, instead of ending at once. */
export function onStopSignals(
  signals: readonly NodeJS.Signals[],
  stop: (signal: NodeJS.Signals) => void,
): void {
  inOrder = true
  for (const signal of signals) process.on(signal, stop)
}

/** Whether there is something to put in order. Listeners of libraries say nothing about that. */
export function stopsInOrder(): boolean {
  return inOrder
}

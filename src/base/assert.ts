/**
 * A broken promise inside this program. Never caught to go on: the process (or simulated node)
 * stops.
 */
export class InvariantViolation extends Error {
  override readonly name = "InvariantViolation"
}

/** States an invariant; throws InvariantViolation when it does not hold. On in production too. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantViolation(message)
}

/** Closes an exhaustive switch: the compiler proves that `value` can't exist. */
export function assertNever(value: never, message = "unexpected variant"): never {
  throw new InvariantViolation(`${message}: ${JSON.stringify(value)}`)
}

/** The value itself where absence would be a broken promise. */
export function defined<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new InvariantViolation(message)
  return value
}

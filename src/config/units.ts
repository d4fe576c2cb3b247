/**
 * Text as people write it in settings, to numbers and back. Parsers throw Error with the reason.
 */

const byteUnits: ReadonlyMap<string, number> = new Map([
  ["b", 1],
  ["kib", 1_024],
  ["mib", 1_024 ** 2],
  ["gib", 1_024 ** 3],
  ["tib", 1_024 ** 4],
  ["kb", 1_000],
  ["mb", 1_000 ** 2],
  ["gb", 1_000 ** 3],
  ["tb", 1_000 ** 4],
])

const durationUnits: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
])

/** A problem of one value, said so that it can follow the name of its field. */
export class BadValue extends Error {
  override readonly name = "BadValue"
}

/** How a value that was given is shown in a message. */
export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** "64MiB", "1.5GiB", 4096, "4096": bytes. A bare number is bytes. */
export function parseBytes(value: unknown): number {
  return parseWithUnit(value, byteUnits, 'a size such as 4096, "64KiB" or "1GiB"')
}

/** "500ms", "5s", "1.5h", 250, "250": milliseconds. A bare number is milliseconds. */
export function parseDurationMs(value: unknown): number {
  return parseWithUnit(value, durationUnits, 'a duration such as 250, "500ms", "5s" or "1h"')
}

function parseWithUnit(
  value: unknown,
  units: ReadonlyMap<string, number>,
  expected: string,
): number {
  if (typeof value !== "number" && typeof value !== "string") {
    throw new BadValue(`must be ${expected}, got ${shown(value)}`)
  }
  const text = String(value).trim()
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text)
  const factor = match?.[2] === "" ? 1 : units.get((match?.[2] ?? "?").toLowerCase())
  if (match === null || factor === undefined) {
    throw new BadValue(`must be ${expected}, got ${shown(value)}`)
  }
  const result = Number(match[1]) * factor
  if (!Number.isSafeInteger(result)) throw new BadValue(`is not a whole number: ${shown(value)}`)
  return result
}

/** A whole number, as a number or in digits. */
export function parseCount(value: unknown): number {
  const digits = typeof value === "string" && /^-?\d+$/.test(value.trim())
  const count = digits ? Number(value) : value
  if (typeof count !== "number" || !Number.isSafeInteger(count)) {
    throw new BadValue(`must be a whole number, got ${shown(value)}`)
  }
  return count
}

export function parseSwitch(value: unknown): boolean {
  if (typeof value === "boolean") return value
  const word = typeof value === "string" ? value.trim().toLowerCase() : ""
  if (["true", "on", "yes", "1"].includes(word)) return true
  if (["false", "off", "no", "0"].includes(word)) return false
  throw new BadValue(`must be true or false, got ${shown(value)}`)
}

/** host:port with a name, an IPv4 address or a bracketed IPv6 address. */
interface Address {
  readonly host: string
  readonly port: number
}

const hostPattern = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/i

export function parseAddress(value: unknown): Address {
  const text = typeof value === "string" ? value.trim() : ""
  const colon = text.lastIndexOf(":")
  const host = text.slice(0, Math.max(colon, 0))
  const digits = text.slice(colon + 1)
  if (colon === 0 && /^\d+$/.test(digits)) {
    throw new BadValue(`has no host in ${shown(value)}; did you mean "0.0.0.0:${digits}"?`)
  }
  if (colon < 0 || !hostPattern.test(host) || !/^\d{1,5}$/.test(digits)) {
    throw new BadValue(`must be host:port, such as 127.0.0.1:7400, got ${shown(value)}`)
  }
  const port = Number(digits)
  if (port < 1 || port > 65_535) {
    throw new BadValue(`has port ${port} in ${shown(value)}; ports are 1 to 65535`)
  }
  return { host, port }
}

export function formatAddress(address: Address): string {
  return `${address.host}:${address.port}`
}

/** Whether an address means "every interface": fine to listen on, useless to connect to. */
export function isWildcard(address: Address): boolean {
  return address.host === "0.0.0.0" || address.host === "[::]"
}

/** The shortest exact form: 67108864 → "64MiB". */
export function formatBytes(bytes: number): string {
  for (const [unit, size] of [
    ["TiB", 1_024 ** 4],
    ["GiB", 1_024 ** 3],
    ["MiB", 1_024 ** 2],
    ["KiB", 1_024],
  ] as const) {
    if (bytes >= size && bytes % size === 0) return `${bytes / size}${unit}`
  }
  return `${bytes}B`
}

/** The shortest exact form: 5000 → "5s". */
export function formatDurationMs(durationMs: number): string {
  for (const [unit, size] of [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["m", 60_000],
    ["s", 1_000],
  ] as const) {
    if (durationMs >= size && durationMs % size === 0) return `${durationMs / size}${unit}`
  }
  return `${durationMs}ms`
}

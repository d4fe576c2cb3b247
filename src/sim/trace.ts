export type TraceField = string | number

export interface TraceEvent {
  readonly atMs: number
  readonly kind: string
  readonly fields: readonly TraceField[]
  /** Says more, when somebody looks: not part of the hash. */
  readonly note: (() => string) | undefined
}

/**
 * What happened, in order. All events go into a running hash that two runs of one seed must share;
 * only the last ones are kept to be read.
 */
export class Trace {
  #high = 0x2545f491
  #low = 0x9e3779b9
  #count = 0
  readonly #kept: TraceEvent[] = []
  readonly #keptMax: number
  readonly #listener: ((event: TraceEvent) => void) | undefined

  constructor(options: {
    readonly keptMax: number
    readonly listener: ((event: TraceEvent) => void) | undefined
  }) {
    this.#keptMax = options.keptMax
    this.#listener = options.listener
  }

  get count(): number {
    return this.#count
  }

  /** 16 hexadecimal digits. */
  get hash(): string {
    const half = (bits: number): string => (bits >>> 0).toString(16).padStart(8, "0")
    return half(this.#high) + half(this.#low)
  }

  add(atMs: number, kind: string, fields: readonly TraceField[], note?: () => string): void {
    this.#count += 1
    this.#mixNumber(atMs)
    this.#mixText(kind)
    for (const field of fields) {
      if (typeof field === "number") this.#mixNumber(field)
      else this.#mixText(field)
    }
    const event = { atMs, kind, fields, note }
    this.#kept[this.#count % this.#keptMax] = event
    this.#listener?.(event)
  }

  /** The newest events, oldest first. */
  last(count: number): readonly TraceEvent[] {
    const events: TraceEvent[] = []
    const from = Math.max(1, this.#count - Math.min(count, this.#keptMax) + 1)
    for (let number = from; number <= this.#count; number += 1) {
      events.push(this.#kept[number % this.#keptMax] as TraceEvent)
    }
    return events
  }

  #mixNumber(value: number): void {
    // Microseconds are told apart; the upper part keeps long runs and large numbers apart.
    const scaled = value * 1_024
    this.#mix(Math.floor(scaled) | 0)
    this.#mix(Math.floor(scaled / 0x1_0000_0000) | 0)
  }

  #mixText(text: string): void {
    for (let i = 0; i < text.length; i += 1) this.#mix(text.charCodeAt(i))
  }

  #mix(bits: number): void {
    this.#high = Math.imul(this.#high ^ bits, 0x85ebca77)
    this.#low = Math.imul(this.#low ^ bits, 0xc2b2ae3d) ^ (this.#high >>> 15)
  }
}

/** One line an event. */
export function describeEvent(event: TraceEvent): string {
  const time = event.atMs.toFixed(3).padStart(11)
  const note = event.note === undefined ? "" : ` ${event.note()}`
  return `${time} ${event.kind.padEnd(10)} ${event.fields.join(" ")}${note}`
}

/** 32 bits that tell byte strings apart well enough for a trace. */
export function fingerprintOf(bytes: Uint8Array): number {
  let bits = 0x811c9dc5
  for (let i = 0; i < bytes.length; i += 1)
    bits = Math.imul(bits ^ (bytes[i] as number), 0x01000193)
  return bits >>> 0
}

/** What was measured of one system, by name. Rates are per second, times in milliseconds. */
export class Figures {
  readonly #system: string
  readonly #values = new Map<string, number>()

  constructor(system: string) {
    this.#system = system
  }

  set(name: string, value: number, unit: string): void {
    this.#values.set(name, value)
    say(`${this.#system}: ${name}: ${shown(value)} ${unit}`)
  }

  get(name: string): number | undefined {
    return this.#values.get(name)
  }

  toJSON(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#values)
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(2)
}

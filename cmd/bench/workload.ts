import type { Dice } from "../../src/base/index.ts"
import { type KeyChooser, latest, uniform, zipfian } from "./keys.ts"

export type OperationKind = "get" | "put" | "insert" | "scan" | "readModifyWrite" | "increment"

/** What a load consists of: shares add up to 1. */
export interface Mix {
  readonly shares: Readonly<Partial<Record<OperationKind, number>>>
  readonly keys: "uniform" | "zipfian" | "latest"
  /** Scans ask for 1 to this many rows, or exactly this many when `scanExact`. */
  readonly scanRowsMax: number
  readonly scanExact: boolean
}

const plain = { keys: "uniform", scanRowsMax: 100, scanExact: true } as const
const ycsb = { keys: "zipfian", scanRowsMax: 100, scanExact: false } as const

/** Named loads: single verbs, and YCSB A to F as its paper defines them. */
export const mixes: Readonly<Record<string, Mix>> = {
  put: { ...plain, shares: { put: 1 } },
  get: { ...plain, shares: { get: 1 } },
  scan: { ...plain, shares: { scan: 1 } },
  increment: { ...plain, shares: { increment: 1 } },
  a: { ...ycsb, shares: { get: 0.5, put: 0.5 } },
  b: { ...ycsb, shares: { get: 0.95, put: 0.05 } },
  c: { ...ycsb, shares: { get: 1 } },
  d: { ...ycsb, keys: "latest", shares: { get: 0.95, insert: 0.05 } },
  e: { ...ycsb, shares: { scan: 0.95, insert: 0.05 } },
  f: { ...ycsb, shares: { get: 0.5, readModifyWrite: 0.5 } },
}

export interface Step {
  readonly kind: OperationKind
  readonly key: number
  readonly rows: number
}

/** Draws operations of a mix over a growing set of keys. */
export class Workload {
  readonly #mix: Mix
  readonly #dice: Dice
  readonly #choose: KeyChooser
  readonly #kinds: readonly [OperationKind, number][]
  #keys: number

  constructor(mix: Mix, keys: number, distribution: Mix["keys"] | undefined, dice: Dice) {
    this.#mix = mix
    this.#dice = dice
    this.#keys = keys
    const wanted = distribution ?? mix.keys
    this.#choose =
      wanted === "uniform"
        ? uniform(keys)
        : wanted === "zipfian"
          ? zipfian(keys)
          : latest(() => this.#keys)
    this.#kinds = Object.entries(mix.shares) as [OperationKind, number][]
  }

  next(): Step {
    const kind = this.#kind()
    const { scanRowsMax, scanExact } = this.#mix
    const rows = scanExact ? scanRowsMax : this.#dice.between(1, scanRowsMax)
    if (kind !== "insert") return { kind, key: this.#choose(this.#dice), rows }
    this.#keys += 1
    return { kind, key: this.#keys - 1, rows }
  }

  #kind(): OperationKind {
    let chance = this.#dice.chance()
    for (const [kind, share] of this.#kinds) {
      if (chance < share) return kind
      chance -= share
    }
    return this.#kinds[0]?.[0] ?? "get"
  }
}

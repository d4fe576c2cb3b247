import type { Dice } from "../base/index.ts"
import type { Random } from "../env/index.ts"

/** What a node takes for chance, from the seed. */
export function randomOf(dice: Dice): Random {
  return {
    chance: () => dice.chance(),
    bytes: (length: number): Uint8Array => {
      const bytes = new Uint8Array(length)
      for (let i = 0; i < length; i += 1) bytes[i] = dice.between(0, 255)
      return bytes
    },
  }
}

/** A waiting time with this mean, as of rare independent events. */
export function exponentialOf(dice: Dice, mean: number): number {
  return -Math.log(1 - dice.chance()) * mean
}

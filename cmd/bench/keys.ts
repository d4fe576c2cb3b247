import type { Dice } from "../../src/base/index.ts"

/** Draws the number of a key out of `count`. */
export type KeyChooser = (dice: Dice) => number

/** YCSB's zipfian constant: the lower the flatter. */
const theta = 0.99

export function uniform(count: number): KeyChooser {
  return (dice) => Math.floor(dice.chance() * count)
}

/**
 * Zipfian ranks by rejection-free inversion (Gray et al., "Quickly generating billion-record
 * synthetic databases", 1994), scrambled so that hot keys are spread over the key space.
 */
export function zipfian(count: number): KeyChooser {
  const ranks = zipfianRanks(count)
  return (dice) => scramble(ranks(dice)) % count
}

/** The newest keys are the hottest (YCSB D); `newest` may grow while the load runs. */
export function latest(newest: () => number): KeyChooser {
  let size = newest()
  let ranks = zipfianRanks(size)
  return (dice) => {
    if (newest() > size * 1.1) {
      size = newest()
      ranks = zipfianRanks(size)
    }
    return Math.max(0, newest() - 1 - ranks(dice))
  }
}

function zipfianRanks(count: number): KeyChooser {
  let zeta = 0
  for (let rank = 1; rank <= count; rank += 1) zeta += 1 / rank ** theta
  const zetaOfTwo = 1 + 0.5 ** theta
  const alpha = 1 / (1 - theta)
  const eta = (1 - (2 / count) ** (1 - theta)) / (1 - zetaOfTwo / zeta)
  return (dice) => {
    const chance = dice.chance()
    const position = chance * zeta
    if (position < 1) return 0
    if (position < zetaOfTwo) return 1
    return Math.min(count - 1, Math.floor(count * (eta * chance - eta + 1) ** alpha))
  }
}

/** FNV-1a of the number's bytes: 32 bits. */
function scramble(rank: number): number {
  let hash = 0x811c9dc5
  for (let shift = 0; shift < 32; shift += 8) {
    hash = Math.imul(hash ^ ((rank >>> shift) & 0xff), 0x01000193)
  }
  return hash >>> 0
}

/** "user" and 12 digits, as YCSB names them: keys sort by number. */
export function keyName(number: number): string {
  return `user${number.toString().padStart(12, "0")}`
}

/** What values are made of: a copy costs a tenth of making it anew. */
const material = Buffer.alloc(64 * 1_024, "Ringraft keeps what it was given. ")

/** A value of the wanted size that differs between writes, by its first four bytes. */
export function makeValue(dice: Dice, bytes: number): Uint8Array {
  const value = Buffer.allocUnsafe(bytes)
  for (let at = 0; at < bytes; at += material.length) material.copy(value, at)
  const number = dice.bits()
  for (let at = 0; at < Math.min(4, bytes); at += 1) value[at] = (number >>> (8 * at)) & 0xff
  return value
}

/** Dice of the outside world, where no seed is wanted. */
export interface Random {
  /** In [0, 1). */
  chance(): number
  bytes(length: number): Uint8Array
}

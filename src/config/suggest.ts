/** Edits (insert, remove, replace, swap of neighbours) that turn one word into the other. */
export function editDistance(left: string, right: string): number {
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      const options = [
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (previous[column - 1] as number) + (same ? 0 : 1),
      ]
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        options.push((before[column - 2] ?? Number.POSITIVE_INFINITY) + 1)
      }
      current.push(Math.min(...options))
    }
    before = previous
    previous = current
  }
  return previous[right.length] as number
}

/** The candidate that `word` was probably meant to be; undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  const plain = simplified(word)
  for (const candidate of candidates) {
    const distance = editDistance(plain, simplified(candidate))
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Case and word separators are the commonest slips: `node_id` is as near to `nodeId` as can be. */
function simplified(word: string): string {
  return word.toLowerCase().replaceAll(/[-_.]/g, "")
}

import { KvError } from "../../src/base/index.ts"

/**
 * Splits a line of the prompt as a shell would: blanks part words, 'single quotes' take everything,
 * "double quotes" and bare words know \n \t \r \xNN \\ \" \' and "\ ".
 * Throws KvError `invalid_argument` on a quote that is not closed.
 */
export function wordsOf(line: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let quote = ""
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] as string
    if (quote === "" && /\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (character === quote) {
      quote = ""
    } else if (quote === "" && (character === '"' || character === "'")) {
      quote = character
      word ??= ""
    } else if (character === "\\" && quote !== "'") {
      const { text, length } = escapeAt(line.slice(at))
      word = (word ?? "") + text
      at += length - 1
    } else {
      word = (word ?? "") + character
    }
  }
  if (quote !== "") throw new KvError("invalid_argument", `a quote ${quote} is not closed`)
  if (word !== undefined) words.push(word)
  return words
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" }

function escapeAt(rest: string): { readonly text: string; readonly length: number } {
  const hex = /^\\x([0-9a-f]{2})/i.exec(rest)
  if (hex?.[1] !== undefined) return { text: String.fromCharCode(parseInt(hex[1], 16)), length: 4 }
  const next = rest[1]
  if (next === undefined) return { text: "\\", length: 1 }
  return { text: escapes[next] ?? next, length: 2 }
}

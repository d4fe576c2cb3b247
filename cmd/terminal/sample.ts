import { crc32 } from "node:zlib"
import { InvalidArgumentError } from "commander"
import { bytesOfArgument } from "./bytes.ts"

const newline = 0x0a
/** In hexadecimal a key takes twice its bytes. */
const lineBytesMax = 16_384

/** What is kept at most: of more keys some, each as likely as any other. */
export interface SampleLimits {
  readonly keysMax: number
  readonly bytesMax: number
}

const defaultLimits: SampleLimits = { keysMax: 262_144, bytesMax: 64 * 1_024 ** 2 }

/**
 * First keys of so many ranges, all but the first, that share the keys of a sample evenly: one a
 * line, in any order, each counted once. It is read as it comes. Throws InvalidArgumentError.
 */
export async function splitsOfSample(
  chunks: AsyncIterable<Uint8Array>,
  { count, hex }: { readonly count: number; readonly hex: boolean },
  limits: SampleLimits = defaultLimits,
): Promise<readonly Uint8Array[]> {
  const sample = new Sample(limits)
  let line = 0
  for await (const bytes of linesOf(chunks)) {
    line += 1
    const key = hex ? bytesOfArgument(bytes.toString(), true, `line ${line} of the sample`) : bytes
    if (key.length > 0) sample.add(Buffer.from(key).toString("latin1"))
  }
  const keys = sample.sorted()
  if (keys.length < count) {
    const message = `the sample has ${keys.length} different keys, too few for ${count} ranges`
    throw new InvalidArgumentError(`${message}: give more keys, or a smaller --pre-split`)
  }
  return Array.from({ length: count - 1 }, (_, i) => {
    const first = keys[Math.floor(((i + 1) * keys.length) / count)] as string
    return Buffer.from(first, "latin1")
  })
}

/** Keys as text, a character for each byte: they compare like the bytes. */
class Sample {
  readonly #limits: SampleLimits
  readonly #kept = new Set<string>()
  #bytes = 0
  /** One of 2 to the power of this is kept. */
  #halvings = 0

  constructor(limits: SampleLimits) {
    this.#limits = limits
  }

  add(key: string): void {
    if (this.#kept.has(key) || !this.#isDrawn(key)) return
    this.#kept.add(key)
    this.#bytes += key.length
    const { keysMax, bytesMax } = this.#limits
    if (this.#kept.size > keysMax || this.#bytes > bytesMax) this.#halve()
  }

  sorted(): readonly string[] {
    return [...this.#kept].sort()
  }

  #halve(): void {
    this.#halvings += 1
    for (const key of this.#kept) {
      if (this.#isDrawn(key)) continue
      this.#kept.delete(key)
      this.#bytes -= key.length
    }
  }

  /** By a hash: so the same keys are drawn whatever their order, and however often each comes. */
  #isDrawn(key: string): boolean {
    if (this.#halvings === 0) return true
    // The checksum alone is linear: like keys would go together.
    const hash = Math.imul(crc32(key), 0x9e3779b1) >>> 0
    return hash >>> (32 - this.#halvings) === 0
  }
}

/** Without their ends; the last one needs none. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  let count = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk])
    let from = 0
    for (let to = bytes.indexOf(newline); to >= 0; to = bytes.indexOf(newline, from)) {
      count += 1
      yield lineOf(bytes.subarray(from, to), count)
      from = to + 1
    }
    rest = bytes.subarray(from)
    lineOf(rest, count + 1)
  }
  if (rest.length > 0) yield lineOf(rest, count + 1)
}

function lineOf(bytes: Buffer, number: number): Buffer {
  if (bytes.length > lineBytesMax) {
    const message = `line ${number} of the sample has more than ${lineBytesMax} bytes`
    throw new InvalidArgumentError(`${message}: give one key a line`)
  }
  // As files from other systems end their lines.
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes
}

import type { Io } from "./io.ts"

/** Where nobody sees a bar: prints a line whenever what it is about is another than last time. */
export function changesOn(io: Pick<Io, "out">): (what: string, line: string) => void {
  let told: string | undefined
  return (what, line) => {
    if (what !== told) io.out(`${line}\n`)
    told = what
  }
}

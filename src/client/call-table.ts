import { assert } from "../base/index.ts"
import type { Call } from "./call.ts"

/**
 * The calls under way, by number. A number is the operation's id on the wire, so it is free again
 * only when no answer can come for it: after the answer, or with the stream it was sent on.
 */
export class CallTable {
  readonly #calls: (Call | undefined)[] = [undefined]
  readonly #free: number[] = []
  readonly #callsMax: number
  readonly #bytesMax: number
  #bytes = 0
  #count = 0

  constructor(callsMax: number, bytesMax: number) {
    assert(callsMax > 0 && bytesMax > 0, "a client must be able to make a call")
    this.#callsMax = callsMax
    this.#bytesMax = bytesMax
  }

  get count(): number {
    return this.#count
  }

  /** A call that is larger than the bound has room when it is alone. */
  hasRoomFor(call: Call): boolean {
    if (this.#count === 0) return true
    return this.#count < this.#callsMax && this.#bytes + call.bytes <= this.#bytesMax
  }

  add(call: Call): void {
    assert(call.id === 0, "a call has one number")
    call.id = this.#free.pop() ?? this.#calls.length
    this.#calls[call.id] = call
    this.#count += 1
    this.#bytes += call.bytes
  }

  at(id: number): Call | undefined {
    return this.#calls[id]
  }

  remove(call: Call): void {
    assert(this.#calls[call.id] === call, "not under this number")
    this.#calls[call.id] = undefined
    this.#free.push(call.id)
    this.#count -= 1
    this.#bytes -= call.bytes
  }

  /** All calls, in the order of their numbers. `visit` may remove the one it is given. */
  forEach(visit: (call: Call) => void): void {
    if (this.#count === 0) return
    for (let id = 1; id < this.#calls.length; id += 1) {
      const call = this.#calls[id]
      if (call !== undefined) visit(call)
    }
  }
}

import { connect, createServer, type Server, type Socket } from "node:net"

/**
 * A TCP proxy for one direction of who-calls-whom. Each way of its connections can be cut: bytes of
 * that way are swallowed, the connection stays, as when a route is lost in one direction.
 */
export class TcpProxy {
  readonly #target: { readonly host: string; readonly port: number }
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #cut = { forth: false, back: false }

  constructor(target: { readonly host: string; readonly port: number }) {
    this.#target = target
    this.#server = createServer((inbound) => this.#accept(inbound))
  }

  /** Listens on a free loopback port and gives it. */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject)
      this.#server.listen(0, "127.0.0.1", () => {
        const address = this.#server.address()
        if (address === null || typeof address === "string") reject(new Error("no port"))
        else resolve(address.port)
      })
    })
  }

  /** Swallows bytes: `forth` from the caller to the target, `back` the other way. */
  cut(ways: { readonly forth?: true; readonly back?: true }): void {
    this.#cut = { ...this.#cut, ...ways }
  }

  /** Lets bytes through again. What was swallowed broke the streams, so connections begin anew. */
  heal(): void {
    this.#cut = { forth: false, back: false }
    for (const socket of this.#sockets) socket.destroy()
  }

  close(): void {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  #accept(inbound: Socket): void {
    const outbound = connect(this.#target)
    inbound.setNoDelay(true)
    outbound.setNoDelay(true)
    this.#pump(inbound, outbound, () => this.#cut.forth)
    this.#pump(outbound, inbound, () => this.#cut.back)
  }

  #pump(from: Socket, to: Socket, isCut: () => boolean): void {
    this.#sockets.add(from)
    from.on("data", (chunk) => {
      if (isCut()) return
      if (!to.write(chunk)) {
        from.pause()
        to.once("drain", () => from.resume())
      }
    })
    const end = (): void => {
      this.#sockets.delete(from)
      from.destroy()
      to.destroy()
    }
    from.on("close", end)
    from.on("error", end)
  }
}

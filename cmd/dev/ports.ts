import { createServer } from "node:net"

/** Why a port can't be listened on; undefined when it can. */
export function portTrouble(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("is in use")
      else if (error.code === "EACCES") resolve("is not allowed to this user")
      else resolve(`can't be listened on: ${error.message}`)
    })
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

/**
 * What `import { connect } from "ringraft"` gives: a client of a cluster.
 *
 * ```ts
 * const db = await connect("127.0.0.1:7400")
 * await db.put("ada", "1815")
 * const cell = await db.get("ada") // { key, value, version, expiresAtMs } | undefined
 * await db.close()
 * ```
 */
import { KvError } from "./base/index.ts"
import { type Client, createClient } from "./client/index.ts"
import { grpcClientTransport, SystemClock, systemRandom } from "./platform/index.ts"

export { type ErrorCode, errorCatalogue, KvError, type Outcome } from "./base/index.ts"
export type * from "./client/index.ts"

export interface ConnectOptions {
  /** For calls that name no `timeoutMs`. Default 5,000. */
  readonly defaultTimeoutMs?: number
  /** How long to look for a node that answers. Default 5,000. */
  readonly connectTimeoutMs?: number
}

/**
 * Connects to a cluster by the address (host:port) of one or more of its nodes. Resolves when a
 * node answers. Throws KvError `unavailable` that says why each address failed, or
 * `invalid_argument`.
 */
export async function connect(
  endpoints: string | readonly string[],
  options: ConnectOptions = {},
): Promise<Client> {
  const client = createClient({
    transport: grpcClientTransport(),
    endpoints: addressesOf(endpoints),
    clock: new SystemClock(),
    random: systemRandom,
    ...(options.defaultTimeoutMs === undefined
      ? {}
      : { defaultTimeoutMs: options.defaultTimeoutMs }),
  })
  try {
    await client.connected(options.connectTimeoutMs)
  } catch (error) {
    await client.close()
    throw error
  }
  return client
}

function addressesOf(endpoints: string | readonly string[]): string[] {
  const given = typeof endpoints === "string" ? endpoints.split(",") : endpoints
  return given.map((endpoint) => {
    const address = endpoint.trim()
    if (/^[^\s/]+:\d{1,5}$/.test(address)) return address
    throw new KvError(
      "invalid_argument",
      `the endpoint must be host:port, such as 127.0.0.1:7400, got ${JSON.stringify(endpoint)}`,
    )
  })
}

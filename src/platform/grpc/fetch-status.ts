import { type ClusterStatus, decodeStatus } from "../../wire/index.ts"
import { asBuffer, openChannel } from "./channels.ts"
import { clusterMethods } from "./definitions.ts"
import { kvErrorOf, kvErrorOfStatus } from "./status.ts"

const statusBytesMax = 1_024 * 1_024

/** Asks one node how it sees the cluster. Rejects with KvError. */
export async function fetchStatus(address: string, timeoutMs: number): Promise<ClusterStatus> {
  const client = openChannel(address, {
    receiveBytesMax: statusBytesMax,
    windowBytes: 0,
    keepaliveMs: timeoutMs,
    keepaliveTimeoutMs: timeoutMs,
  })
  const { path, requestSerialize, responseDeserialize } = clusterMethods.Status
  try {
    const response = await new Promise<Buffer>((resolve, reject) => {
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        asBuffer(new Uint8Array(0)),
        { deadline: Date.now() + timeoutMs },
        (error, message) => {
          if (error !== null || message === undefined) reject(kvErrorOfStatus(error ?? {}))
          else resolve(message)
        },
      )
    })
    return decodeStatus(response)
  } catch (error) {
    throw kvErrorOf(error)
  } finally {
    client.close()
  }
}

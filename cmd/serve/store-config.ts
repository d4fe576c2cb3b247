import { hostname } from "node:os"
import { join } from "node:path"
import { KvError } from "../../src/base/index.ts"
import { formatAddress, type NodeConfig, parseAddress } from "../../src/config/index.ts"

/** More than a machine has cores for. */
export const storesMax = 64

const portMax = 65_535

/**
 * What one of several stores on a machine is told, made of what all of them are told. The first is
 * the node of the configuration, as it would be alone; the others are nodes that join its cluster,
 * with folders inside the first one's and the ports after its port. All have one `host`, so that no
 * two of them hold replicas of one range, unless that is allowed. `number` counts from 1. Throws
 * KvError `invalid_argument` when there are not enough ports.
 */
export function configOfStore(config: NodeConfig, number: number): NodeConfig {
  const { labels } = config
  const here = { ...config, labels: { ...labels, host: labels.host || hostname() } }
  if (number === 1) return here
  const { members, dataDirectory, address, listen } = config
  const others = members.map((member) => member.address).filter((each) => each !== address)
  return {
    ...here,
    nodeId: 0,
    members: [],
    join: config.join.length > 0 ? config.join : [address, ...others],
    address: further(address, number - 1),
    listen: further(listen, number - 1),
    dataDirectory: join(dataDirectory, `store${number}`),
  }
}

function further(text: string, ports: number): string {
  const address = parseAddress(text)
  const port = address.port + ports
  if (port <= portMax) return formatAddress({ ...address, port })
  const message = `store ${ports + 1} would be at port ${port}: begin with a lower one`
  throw new KvError("invalid_argument", message)
}

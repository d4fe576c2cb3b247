import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { pause, ServerGroup } from "./processes.ts"

export interface EtcdCluster {
  readonly group: ServerGroup
  readonly addresses: readonly string[]
  readonly leader: string
}

/** The version of the installed etcd, undefined when there is none. */
export function etcdVersion(): string | undefined {
  try {
    const text = execFileSync("etcd", ["--version"], { encoding: "utf8" })
    return /etcd Version: (\S+)/.exec(text)?.[1]
  } catch {
    return undefined
  }
}

/** Starts three members on loopback and waits for their leader. */
export async function startEtcd(basePort: number): Promise<EtcdCluster> {
  const group = new ServerGroup("bench-etcd")
  const members = [0, 1, 2].map((i) => ({
    name: `m${i}`,
    client: `127.0.0.1:${basePort + 2 * i}`,
    peer: `127.0.0.1:${basePort + 2 * i + 1}`,
  }))
  const initial = members.map(({ name, peer }) => `${name}=http://${peer}`).join(",")
  for (const { name, client, peer } of members) {
    group.start(name, "etcd", [
      ...["--name", name, "--data-dir", join(group.folder, name)],
      ...["--listen-client-urls", `http://${client}`],
      ...["--advertise-client-urls", `http://${client}`],
      ...["--listen-peer-urls", `http://${peer}`],
      ...["--initial-advertise-peer-urls", `http://${peer}`],
      ...["--initial-cluster", initial, "--initial-cluster-state", "new"],
      ...["--quota-backend-bytes", String(8 * 1_024 ** 3), "--log-level", "error"],
    ])
  }
  const addresses = members.map(({ client }) => client)
  return { group, addresses, leader: await etcdLeader(addresses) }
}

async function etcdLeader(addresses: readonly string[]): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    for (const address of addresses) if (await leads(address)) return address
    await pause(200)
  }
  throw new Error("etcd has no leader after 20 s")
}

async function leads(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://${address}/v3/maintenance/status`, {
      method: "POST",
      body: "{}",
    })
    const status = (await answer.json()) as { leader?: string; header?: { member_id?: string } }
    return status.leader !== undefined && status.leader === status.header?.member_id
  } catch {
    return false
  }
}

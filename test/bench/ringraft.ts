import { execFile } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { pause, ServerGroup } from "./processes.ts"

const command = fileURLToPath(new URL("../../../build/cmd/ringraft.cjs", import.meta.url))

export interface RingraftCluster {
  readonly group: ServerGroup
  readonly addresses: readonly string[]
  readonly leader: string
}

interface StatusRow {
  readonly address: string
  readonly role?: string
}

/** Starts three nodes on loopback and waits for their leader. */
export async function startRingraft(
  basePort: number,
  env: NodeJS.ProcessEnv = {},
): Promise<RingraftCluster> {
  const group = new ServerGroup("bench-ringraft")
  const addresses = [0, 1, 2].map((i) => `127.0.0.1:${basePort + i}`)
  const members = addresses.map((address, i) => `${i + 1}=${address}`).join(",")
  addresses.forEach((address, i) => {
    const id = String(i + 1)
    group.start(
      process.execPath,
      [
        ...[command, "serve", "--node-id", id, "--members", members, "--listen", address],
        ...["--cluster-id", "bench", "--data", join(group.folder, id)],
      ],
      env,
    )
  })
  return { group, addresses, leader: await ringraftLeader(addresses) }
}

export async function ringraftLeader(addresses: readonly string[]): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [
        ...[command, "status", "--endpoints", addresses.join(","), "--output", "json"],
      ])
      const rows = (JSON.parse(stdout) as { nodes: readonly StatusRow[] }).nodes
      const leader = rows.find(({ role }) => role === "leader")
      if (leader !== undefined) return leader.address
    } catch {
      // Not up yet: asked again below.
    }
    await pause(200)
  }
  throw new Error("the cluster has no leader after 20 s")
}

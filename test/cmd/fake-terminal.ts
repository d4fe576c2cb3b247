import { run } from "../../cmd/ringraft.ts"
import * as serve from "../../cmd/serve.ts"
import type { Io } from "../../cmd/terminal/io.ts"
import { KvError } from "../../src/base/index.ts"
import { createClient } from "../../src/client/index.ts"
import type { ClusterStatus } from "../../src/wire/index.ts"
import { ScriptedCluster } from "../client/scripted-cluster.ts"
import { plainDice, VirtualTime } from "../client/virtual-time.ts"

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
  /** What was written, byte by byte. */
  readonly bytes: Buffer
}

/** The command in this process, with a scripted cluster for its nodes and no terminal. */
export class FakeTerminal {
  readonly time = new VirtualTime()
  readonly dice = plainDice()
  readonly cluster = new ScriptedCluster(this.time, ["a:1", "b:1", "c:1"])
  readonly statuses = new Map<string, ClusterStatus>()
  readonly environment: Record<string, string | undefined> = {}
  readonly asked: (readonly string[])[] = []
  outIsTerminal = false
  input: Uint8Array = new Uint8Array(0)

  async run(...words: string[]): Promise<Outcome> {
    const out: Buffer[] = []
    let err = ""
    const io: Io = {
      environment: this.environment,
      outIsTerminal: this.outIsTerminal,
      errIsTerminal: false,
      inIsTerminal: false,
      out: (text) => void out.push(Buffer.from(text)),
      err: (text) => {
        err += text
      },
      readInput: async () => this.input,
      connect: async (endpoints, timeoutMs) => {
        this.asked.push(endpoints)
        const db = createClient({
          transport: this.cluster,
          endpoints: ["a:1", "b:1", "c:1"],
          clock: this.time,
          random: this.dice,
        })
        await db.connected(timeoutMs)
        return db
      },
      status: async (address) => {
        const status = this.statuses.get(address)
        if (status === undefined) throw new KvError("unavailable", "connection refused")
        return status
      },
    }
    const code = await this.time.until(run(io, words, async () => serve))
    const bytes = Buffer.concat(out)
    return { code, out: bytes.toString(), err, bytes }
  }
}

export function statusOf(parts: Partial<ClusterStatus>): ClusterStatus {
  return {
    version: "1.2.3",
    clusterId: "dev",
    nodeId: 1,
    address: "127.0.0.1:7400",
    role: "follower",
    leaderNodeId: 1,
    term: 7,
    firstIndex: 1,
    lastIndex: 100,
    commitIndex: 100,
    appliedIndex: 100,
    members: [
      { nodeId: 1, address: "127.0.0.1:7400" },
      { nodeId: 2, address: "127.0.0.1:7401" },
      { nodeId: 3, address: "127.0.0.1:7402" },
    ],
    condition: "ok",
    uptimeMs: 65_000,
    residentBytes: 100 * 1_024 ** 2,
    operationsPending: 0,
    ...parts,
  }
}

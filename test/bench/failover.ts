import { loadConfig } from "../../src/config/index.ts"
import { connect } from "../../src/index.ts"
import { Ledger } from "../e2e/ledger.ts"
import type { Figures } from "./figures.ts"
import { pause } from "./processes.ts"
import type { RingraftCluster } from "./ringraft.ts"

const rounds = 5
const ledgerOptions = { writers: 64, timeoutMs: 20_000 }

/**
 * Kills the leader under load, several times: how long until a write is acknowledged again, in
 * election timeouts, at worst; and whether every acknowledged write is still there.
 */
export async function measureFailover(figures: Figures, cluster: RingraftCluster): Promise<void> {
  const { raft } = loadConfig({ environment: {}, flags: [] }).config
  const electionTimeoutMs = raft.electionTimeoutTicks * raft.tickMs
  const db = await connect(cluster.addresses)
  const ledger = new Ledger(db, ledgerOptions)
  let worstMs = 0
  for (let round = 0; round < rounds; round += 1) {
    await pause(1_000)
    const leader = await cluster.leader()
    const killedAt = performance.now()
    await cluster.kill(leader)
    await ledger.acknowledgedAfter(performance.now() + 500)
    const gapMs = ledger.longestGapMs(killedAt)
    figures.set(`leader kill ${round + 1}`, gapMs, "ms until a write was acknowledged")
    worstMs = Math.max(worstMs, gapMs)
    cluster.start(leader)
    await cluster.leader()
  }
  await ledger.close()
  figures.set("leader kill", worstMs / electionTimeoutMs, "election timeouts at worst")
  figures.set("lost", (await ledger.lost()).length, `of ${ledger.acknowledged} acknowledged writes`)
  await db.close()
}

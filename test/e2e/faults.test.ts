import { writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import t from "tap"
import { recordHistory } from "../../cmd/bench/history.ts"
import { Dice } from "../../src/base/index.ts"
import { checkHistory, formatHistoryLine, type HistoryLine } from "../../src/sim/oracle/index.ts"
import { Cluster } from "./cluster.ts"
import { Ledger } from "./ledger.ts"

/** Rounds of all kinds of faults; the load goes on as long as they do. */
const roundsWanted = 2
/** A machine too busy for all rounds in this time does one. */
const secondRoundWithinMs = 60_000
const loadMsMax = 200_000
const ledgerOptions = { writers: 1, timeoutMs: 2_000, pauseMs: 10 }

t.test("a mixed load stays linearizable through kills, pauses and one-way cuts", async (t) => {
  const cluster = await Cluster.start(t, { nodes: 3, proxied: true })
  const history: HistoryLine[] = []
  const clients = await Promise.all([cluster.client(), cluster.client()])
  const end = new AbortController()
  const loads = clients.map((db, i) =>
    recordHistory(db, {
      clients: 5,
      keys: 4,
      durationMs: loadMsMax,
      timeoutMs: 2_000,
      seed: i + 1,
      ratePerSecond: 15,
      write: (line) => history.push({ ...line, client: line.client * clients.length + i }),
      signal: end.signal,
    }),
  )
  const ledger = new Ledger(await cluster.client(), ledgerOptions)
  const faults = await injectFaults(cluster, ledger)
  end.abort()
  await Promise.all([...loads, ledger.close()])
  await cluster.converged()

  const verdict = checkHistory(history, { requireEvidence: true })
  if (!verdict.ok) {
    const path = join(tmpdir(), "ringraft-e2e-history.jsonl")
    writeFileSync(path, `${history.map(formatHistoryLine).join("\n")}\n`)
    t.comment(`the whole history is in ${path}`)
    for (const id of cluster.ids) t.comment(`node ${id}: ${cluster.logOf(id).slice(-4_000)}`)
  }
  t.equal(verdict.ok ? "" : verdict.explanation, "")
  t.same(await ledger.lost(), [], "nothing acknowledged is lost")
  const { reads, writes, unknown, overlaps, steps } = verdict.stats
  t.comment(
    `${reads} reads, ${writes} writes, ${unknown} unknown, ${overlaps} overlaps, ${steps} steps, ` +
      `${ledger.acknowledged} in the ledger; faults: ${faults.join(", ")}`,
  )
})

/** One fault after another, each for as long as it takes the others to go on without. */
async function injectFaults(cluster: Cluster, ledger: Ledger): Promise<string[]> {
  const dice = new Dice(1)
  const injected: string[] = []
  const kinds = [killed, paused, cutFrom, cutTo]
  const begunAt = performance.now()
  await ledger.grows(20)
  for (const [at, kind] of Array.from({ length: roundsWanted }, () => kinds)
    .flat()
    .entries()) {
    if (at >= kinds.length && performance.now() - begunAt > secondRoundWithinMs) break
    const leader = await cluster.leader()
    const others = cluster.ids.filter((id) => id !== leader)
    // The leader's faults matter most.
    const victim = dice.roll(0.7) ? leader : dice.pick(others)
    const begun = performance.now()
    await kind(cluster, ledger, victim)
    const tookMs = Math.round(performance.now() - begun)
    injected.push(`${kind.name} ${victim}${victim === leader ? " (leader)" : ""} ${tookMs} ms`)
    await ledger.grows(20)
  }
  return injected
}

async function killed(cluster: Cluster, ledger: Ledger, victim: number): Promise<void> {
  await cluster.signal(victim, "SIGKILL")
  await ledger.grows(50)
  cluster.startNode(victim)
}

async function paused(cluster: Cluster, ledger: Ledger, victim: number): Promise<void> {
  await cluster.signal(victim, "SIGSTOP")
  await ledger.grows(50)
  await cluster.signal(victim, "SIGCONT")
}

/** The victim is heard by nobody. */
async function cutFrom(cluster: Cluster, ledger: Ledger, victim: number): Promise<void> {
  for (const peer of cluster.ids) if (peer !== victim) cluster.cutOneWay(victim, peer)
  await ledger.grows(50)
  cluster.healNetwork()
}

/** The victim hears nobody. */
async function cutTo(cluster: Cluster, ledger: Ledger, victim: number): Promise<void> {
  for (const peer of cluster.ids) if (peer !== victim) cluster.cutOneWay(peer, victim)
  await ledger.grows(50)
  cluster.healNetwork()
}

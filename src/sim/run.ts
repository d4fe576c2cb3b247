import { Dice, InvariantViolation } from "../base/index.ts"
import type { NodeVariant } from "../node/index.ts"
import { Aftermath } from "./aftermath.ts"
import { Cluster } from "./cluster.ts"
import { converge } from "./convergence.ts"
import { auditExpiry, expiryAuditMs } from "./expiry-audit.ts"
import { type Minority, minorityOf, Nemesis, restoreReplicas, strayKey } from "./faults/index.ts"
import { checkExactlyOnce } from "./invariants/exactly-once.ts"
import { Invariants } from "./invariants/index.ts"
import { checkStaleReads } from "./invariants/stale-reads.ts"
import { checkWhatIsThere, type Found } from "./invariants/what-is-there.ts"
import { checkHistory } from "./oracle/index.ts"
import { drawSwarm, type SwarmOptions } from "./swarm.ts"
import { describeEvent, type TraceEvent } from "./trace.ts"
import { deltaUnit, Workload } from "./workload/index.ts"
import { World } from "./world.ts"

export interface SimulationOptions {
  readonly seed: number
  /** How long the workload runs, in virtual time. Default: one minute. */
  readonly virtualMs?: number
  /** A machine that is broken on purpose. */
  readonly variant?: NodeVariant
  /** Changes what the seed drew. */
  readonly adjust?: (drawn: SwarmOptions) => SwarmOptions
  /** Hears of everything that happens. */
  readonly onEvent?: (event: TraceEvent) => void
}

export interface SimulationStats {
  readonly virtualMs: number
  readonly nodes: number
  /** Events of the trace. */
  readonly events: number
  /** Turns of the real event loop. */
  readonly turns: number
  readonly operations: number
  readonly reads: number
  readonly writes: number
  readonly unknown: number
  readonly overlaps: number
  /** What the oracle tried. */
  readonly steps: number
  readonly committed: number
  /** Ranges that there were, the cluster's own included. */
  readonly ranges: number
  /** Ranges that were taken in by others. */
  readonly merges: number
  /** Changes of who has replicas, of all ranges. */
  readonly moves: number
  /** Times that a range was led by a replica without data, for nobody else could. */
  readonly caretakers: number
  /** Drivers that there were, one after the other. */
  readonly drivers: number
  /** Operators of drivers that came to a good end, by kind. */
  readonly operators: Readonly<Record<string, number>>
  /** Operators that were under way when their driver fell. */
  readonly abandoned: number
  readonly crashes: number
  /** Nodes that were away when all else was healed. */
  readonly away: number
  /** Times that each kind of fault struck: of what operators ask for, that it was done. */
  readonly faults: Readonly<Record<string, number>>
  /** Times that what operators ask for was refused. */
  readonly refused: Readonly<Record<string, number>>
}

export interface SimulationFailure {
  readonly message: string
  /** The command that fails in the same way. */
  readonly reproduce: string
  /** What happened last, one line an event. */
  readonly lastEvents: readonly string[]
}

export interface SimulationResult {
  readonly seed: number
  /** The same for every run of this seed. */
  readonly traceHash: string
  readonly stats: SimulationStats
  readonly failure: SimulationFailure | undefined
}

/** From the end of the faults until every operation must succeed. */
const graceMs = 10_000
/** How long every operation must succeed. */
const demandMs = 5_000
/** How long it may take until the last operation has ended, and until all replicas are equal. */
const settleMs = 30_000
/** And so much longer where the driver moves replicas: it may rest from what failed under fire. */
const placeMs = 180_000

/**
 * One world from its seed: first everything goes wrong at once and nothing unsafe may happen, then
 * everything is healed and the cluster must serve again and all its replicas become equal. Never
 * rejects: a failure is a result.
 */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const run = new Run(options)
  let message: string | undefined
  const onUnhandled = (error: unknown): void => run.world.fail(error)
  process.on("unhandledRejection", onUnhandled)
  try {
    await run.play()
    run.judge()
  } catch (error) {
    message = describe(error)
  } finally {
    process.off("unhandledRejection", onUnhandled)
  }
  const failure = message === undefined ? undefined : run.failureOf(message)
  return { seed: options.seed, traceHash: run.world.trace.hash, stats: run.stats(), failure }
}

class Run {
  readonly world: World
  readonly #options: SimulationOptions
  readonly #virtualMs: number
  readonly #swarm: SwarmOptions
  readonly #invariants: Invariants
  readonly #cluster: Cluster
  readonly #workload: Workload
  readonly #nemesis: Nemesis
  readonly #minority: Minority
  /** Nobody is away any more. */
  #isWhole = false
  #judged = { reads: 0, writes: 0, overlaps: 0, steps: 0 }

  constructor(options: SimulationOptions) {
    this.#options = options
    this.#virtualMs = options.virtualMs ?? 60_000
    const dice = new Dice(options.seed)
    const drawn = drawSwarm(options.seed)
    this.#swarm = options.adjust?.(drawn) ?? drawn
    this.world = new World(options.onEvent === undefined ? {} : { onEvent: options.onEvent })
    this.#invariants = new Invariants()
    const { clients, plainClients } = this.#swarm.workload
    this.#cluster = new Cluster({
      ...{ world: this.world, dice: dice.fork(), swarm: this.#swarm },
      // The last one is the auditor's.
      clientHosts: clients + plainClients + 1,
      invariants: this.#invariants,
      variant: options.variant,
    })
    this.#workload = new Workload(this.#cluster, dice.fork(), this.#swarm)
    this.#nemesis = new Nemesis(this.#cluster, dice.fork(), {
      kinds: this.#swarm.faults,
      everyMs: this.#swarm.faultEveryMs,
      endMs: this.#fireEndMs,
    })
    this.#minority = minorityOf(this.#cluster, dice.fork(), this.#swarm)
  }

  get #fireEndMs(): number {
    return Math.max(0.5 * this.#virtualMs, this.#virtualMs - graceMs - demandMs)
  }

  async play(): Promise<void> {
    const world = this.world
    this.#cluster.start()
    this.#workload.start()
    await world.run(this.#fireEndMs)
    this.#heal()
    await world.run(this.#virtualMs - demandMs)
    this.#workload.demandSuccess()
    await world.run(this.#virtualMs)
    this.#workload.stop()
    const endMs = this.#virtualMs + settleMs
    await world.run(endMs, () => this.#workload.running === 0)
    if (this.#workload.running > 0) {
      throw new InvariantViolation(`liveness: ${this.#workload.running} operations never ended`)
    }
    this.#bringBack()
    const equalMs = endMs + settleMs + (this.#swarm.drives ? placeMs : 0)
    const auditMs = settleMs + expiryAuditMs
    const aftermath = new Aftermath(this.#cluster, equalMs + auditMs)
    await this.#drive(this.#audit(equalMs, aftermath), equalMs + auditMs + settleMs)
    this.#workload.close()
    await this.#drive(aftermath.checkIdle(), equalMs + auditMs + settleMs)
  }

  /** But for a minority, perhaps: the others have to do without. */
  #heal(): void {
    this.#nemesis.end()
    this.#cluster.heal()
    this.world.note("healed", [])
    this.#minority.leave()
    this.#workload.forgo(this.#minority.addresses)
    if (this.#minority.machines.length === 0) this.#bringBack()
  }

  /** The driver brings back what it thinks right; else every node is to have every range again. */
  #bringBack(): void {
    if (this.#isWhole) return
    this.#isWhole = true
    this.#minority.comeBack()
    if (!this.#swarm.drives) restoreReplicas(this.#cluster)
  }

  /** Puts what clients saw to the oracle. */
  judge(): void {
    const { recorder, founders } = this.#workload
    const { history } = recorder
    founders?.check()
    const verdict = checkHistory(history, { requireEvidence: true })
    const { reads, writes, overlaps, steps } = verdict.stats
    this.#judged = { reads, writes, overlaps, steps }
    if (!verdict.ok)
      throw new InvariantViolation(`oracle: ${verdict.reason}\n${verdict.explanation}`)
    const struck = Object.keys(this.#cluster.struck.counts).length > 0
    if (!struck && this.#swarm.faults.length > 0) {
      throw new InvariantViolation("the run proves nothing: no fault struck")
    }
  }

  stats(): SimulationStats {
    const { history } = this.#workload.recorder
    return {
      virtualMs: this.world.nowMs,
      nodes: this.#swarm.nodes + this.#swarm.joiners,
      events: this.world.trace.count,
      turns: this.world.turns,
      operations: history.length,
      ...this.#judged,
      unknown: history.filter(({ ok }) => ok === null).length,
      committed: this.#invariants.committed,
      ranges: this.#invariants.rangeCount,
      merges: this.#invariants.mergeCount,
      moves: this.#invariants.moveCount,
      caretakers: this.#invariants.caretakerCount,
      ...this.#invariants.drivers.stats,
      crashes: this.#cluster.crashes,
      away: this.#minority.machines.length,
      faults: this.#cluster.struck.counts,
      refused: this.#cluster.refused.counts,
    }
  }

  failureOf(message: string): SimulationFailure {
    const { seed, variant, virtualMs } = this.#options
    const flags = [
      `--seed ${seed}`,
      ...(virtualMs === undefined ? [] : [`--virtual-ms ${virtualMs}`]),
      ...(variant === undefined ? [] : [`--variant ${variant}`]),
      "--trace",
    ]
    return {
      message,
      reproduce: `npm run sim -- ${flags.join(" ")}`,
      lastEvents: this.world.trace.last(40).map(describeEvent),
    }
  }

  /** All replicas become equal; then every key is read once more, for the oracle. */
  async #audit(untilMs: number, aftermath: Aftermath): Promise<void> {
    const { recorder, names, audit, wrecker } = this.#workload
    const hosts = this.#cluster.clientHosts
    const cells = await converge(this.#cluster, hosts[hosts.length - 1] ?? 0, untilMs)
    await wrecker?.check(untilMs)
    const found = new Map<string, Found>()
    for (const key of names.all) {
      const claim = { client: recorder.newClient(), op: "get", key, value: null } as const
      const call = recorder.now()
      const consistency = "linearizable"
      const answer = await audit({ op: "get", key, consistency }, { timeoutMs: 5_000 })
      const { value = null, version } = answer
      recorder.end(claim, call, { ok: true, result: value })
      found.set(key, { value, version })
    }
    const strays = this.#swarm.faults.includes("stray") ? [strayKey] : []
    checkWhatIsThere(cells, found, new Set(strays))
    const counters = names.counters.map((key) => [key, BigInt(found.get(key)?.value ?? 0)] as const)
    checkExactlyOnce(recorder.history, new Map(counters), deltaUnit)
    checkStaleReads(recorder.history, recorder.stale)
    await auditExpiry(this.#cluster, this.#workload)
    await aftermath.check()
  }

  /** Lets the world run until something in it has come to its end. */
  async #drive(work: Promise<void>, untilMs: number): Promise<void> {
    let over = false
    work
      .catch((error: unknown) => this.world.fail(error))
      .finally(() => {
        over = true
      })
    await this.world.run(untilMs, () => over)
    if (!over) throw new InvariantViolation("liveness: the audit does not end")
  }
}

function describe(error: unknown): string {
  if (error instanceof InvariantViolation) return error.stack ?? error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

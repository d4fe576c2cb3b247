import { assert, type Dice, frameBytesMax, KvError, type NodeId, noLabels } from "../base/index.ts"
import { type MemberConfig, type NodeConfig, tinyConfig } from "../config/index.ts"
import { describeMessage } from "../core/raft/index.ts"
import { systemRange } from "../core/range/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import type { Lane } from "../env/index.ts"
import type { NodeVariant } from "../node/index.ts"
import { decodeRaftFrame } from "../wire/index.ts"
import { Asks } from "./asks.ts"
import type { ClientEndpoint, ClientNetwork } from "./client-transport.ts"
import { ClockHardware } from "./clock.ts"
import { Disk } from "./disk.ts"
import type { Invariants } from "./invariants/index.ts"
import { calmWeather, firstClientHost, type HostId, Links } from "./links.ts"
import { Machine } from "./machine.ts"
import { PeerNetwork } from "./network.ts"
import type { Crash } from "./platter.ts"
import type { Process } from "./process.ts"
import { disksRot, type SwarmOptions } from "./swarm.ts"
import { Tally } from "./tally.ts"
import type { TaskOwner } from "./task-heap.ts"
import type { World } from "./world.ts"

/** The one that holds clients' keys from the beginning. */
const defaultRangeId = 2
const call = { timeoutMs: 2_000, onCancel: () => {}, onLeft: () => {} }
const diskBytes = 4 * 1_024 * 1_024

export interface ClusterOptions {
  readonly world: World
  readonly dice: Dice
  readonly swarm: SwarmOptions
  readonly clientHosts: number
  readonly invariants: Invariants
  readonly variant: NodeVariant | undefined
}

interface Leading {
  readonly machine: Machine
  readonly term: number
  readonly commit: number
}

/** All machines, what connects them, and who brings them back when they fall. */
export class Cluster {
  readonly world: World
  readonly links: Links
  readonly machines: readonly Machine[]
  /** That the cluster begins with. */
  readonly members: readonly MemberConfig[]
  /** Those, and who joins later. */
  readonly addresses: readonly string[]
  /** Whether the driver moves replicas and leaders by itself. */
  readonly drives: boolean
  /** So many voters stay when replicas are taken away. */
  readonly votersMin: number
  readonly clientHosts: readonly HostId[]
  /** Where clients are; empty: the default one. */
  readonly keyspace: string
  /** The one machine whose disk may rot in this run; undefined in a cluster of one. */
  readonly damageable: Machine | undefined
  /** One whose disk never does, whatever becomes of those of all others; likewise. */
  readonly sound: Machine | undefined
  /** Those that may have lost the data of a range all at once, and not have it back. */
  readonly bereft = new Set<Machine>()
  readonly dice: Dice
  readonly invariants: Invariants
  /** How often each kind of fault has struck, and how often what was asked for was refused. */
  readonly struck = new Tally()
  readonly refused = new Tally()
  readonly asks: Asks
  readonly #heldDown = new Set<Machine>()
  readonly #byProcess = new Map<TaskOwner, Machine>()
  #crashes = 0
  #frameBytesMax = 0

  constructor(options: ClusterOptions) {
    const { world, dice, swarm } = options
    this.world = world
    this.asks = new Asks(world)
    this.dice = dice
    this.invariants = options.invariants
    this.keyspace = swarm.workload.keyspace
    this.links = new Links(world, dice.fork(), swarm.weather)
    this.clientHosts = Array.from({ length: options.clientHosts }, (_, i) => firstClientHost + i)
    const all = Array.from({ length: swarm.nodes + swarm.joiners }, (_, i) => ({
      nodeId: i + 1,
      address: `node${i + 1}:7400`,
    }))
    this.members = all.slice(0, swarm.nodes)
    this.addresses = all.map(({ address }) => address)
    this.drives = swarm.drives
    // Of two voters one that lost log entries can't be mended.
    this.votersMin = disksRot(swarm.faults) ? 3 : 1
    const network = new PeerNetwork({
      ...{ world, dice: dice.fork(), links: this.links, members: idsOf(this.members) },
      tap: (_from, _to, lane, frame) => this.#onFrame(lane, frame),
      describe: describeFrame,
    })
    this.machines = all.map(({ nodeId }) => this.#machine(nodeId, network, options))
    const founders = this.machines.slice(0, swarm.nodes)
    this.damageable = founders.length > 1 ? dice.pick(founders) : undefined
    this.sound = this.damageable && founders.find((machine) => machine !== this.damageable)
    world.onSettled = (process) => {
      const machine = this.#byProcess.get(process)
      if (machine !== undefined && machine.process === process) this.#look(machine)
    }
  }

  get nodeIds(): readonly number[] {
    return idsOf(this.machines)
  }

  /** Times that a machine went down, for whatever reason. */
  get crashes(): number {
    return this.#crashes
  }

  /** The network as client machines see it. */
  get clientNetwork(): ClientNetwork {
    return {
      world: this.world,
      dice: this.dice.fork(),
      links: this.links,
      endpointAt: (address) => this.#endpointAt(address),
    }
  }

  start(): void {
    for (const machine of this.machines) {
      const joins = machine.config.join.length > 0
      if (joins) this.world.after(this.dice.between(500, 10_000), () => machine.start())
      else machine.start()
    }
  }

  /** Who leads the range of clients in the highest term, as far as can be seen from above. */
  leader(): Machine | undefined {
    return this.leading()?.machine
  }

  leading(): Leading | undefined {
    return this.#leadingWhere((descriptor) => this.#isWatched(descriptor))
  }

  /** Who leads the cluster's own range. */
  driver(): Machine | undefined {
    return this.#leadingWhere(({ rangeId }) => rangeId === systemRange)?.machine
  }

  #leadingWhere(isIt: (descriptor: RangeDescriptor) => boolean): Leading | undefined {
    let best: Leading | undefined
    for (const machine of this.machines) {
      const range = machine.inspect().find(({ descriptor }) => isIt(descriptor))
      if (range?.view.role !== "leader") continue
      const { term, commit } = range.view
      if (best === undefined || term > best.term) best = { machine, term, commit }
    }
    return best
  }

  /** A keyspace that was made has the id of its first range. */
  #isWatched({ rangeId, keyspaceId }: RangeDescriptor): boolean {
    const watched: number = this.keyspace === "" ? defaultRangeId : keyspaceId
    return rangeId === watched
  }

  leaderId(): number | undefined {
    return this.leader()?.nodeId
  }

  /** Takes a machine down; nobody starts it before `bringBack`. */
  crashUntilUndone(machine: Machine, how: Crash): void {
    this.#heldDown.add(machine)
    machine.crash(how, "fault")
  }

  bringBack(machine: Machine): void {
    this.#heldDown.delete(machine)
    machine.start()
  }

  /** Nothing is wrong any more: links, weather, disks and processes are as they should be. */
  heal(): void {
    this.links.mendAll()
    this.links.weather = calmWeather
    for (const machine of this.machines) {
      machine.disk.release()
      machine.disk.slowDown(1)
      machine.disk.disarm()
      machine.process?.resumeNow()
      this.bringBack(machine)
    }
  }

  note(kind: string, nodeId: number, what: string | undefined): void {
    this.world.note(kind, [nodeId, what ?? "nothing"])
  }

  #machine(nodeId: number, network: PeerNetwork, options: ClusterOptions): Machine {
    const { world, dice, swarm, variant } = options
    const config: NodeConfig = tinyConfig({
      nodeId,
      members: this.members,
      ...(nodeId > swarm.nodes ? { join: this.members.map(({ address }) => address) } : {}),
      seed: swarm.configSeed,
      drives: swarm.drives,
      labels: swarm.labels[nodeId - 1] ?? noLabels,
      splitOperationsPerSecond: swarm.splitOperationsPerSecond,
      leaseReads: swarm.leaseReads,
      consistencyCheckMs: swarm.consistencyCheckMs,
    })
    this.#frameBytesMax = frameBytesMax(config.limits)
    const drift = (): number => 1 + swarm.clockDrift * (dice.chance() - 0.5)
    const clock = new ClockHardware(world, {
      monotonicRate: drift(),
      wallRate: drift(),
      wallOffsetMs: Math.floor(swarm.wallSkewMs * (2 * dice.chance() - 1)),
    })
    const disk = new Disk(world, dice.fork(), { capacityBytes: diskBytes, speed: swarm.diskSpeed })
    return new Machine({
      ...{ world, dice: dice.fork(), config, network, clock, disk, variant },
      disksRot: disksRot(swarm.faults),
      join: (request) => this.#join(request),
      onStart: (machine, process) => this.#onStart(machine, process),
      onSaid: (event, fields) => this.#hold(() => this.invariants.onSaid(event, fields)),
      onUp: (machine) => this.invariants.onUp(machine),
      onDying: (machine) => this.#look(machine),
      onDown: (machine) => this.#onDown(machine),
    })
  }

  #onStart(machine: Machine, process: Process): void {
    this.#byProcess.set(process, machine)
    process.onDeath(() => this.#byProcess.delete(process))
  }

  /** Also when it dies, not only when all is settled: what it said right before has left. */
  #look(machine: Machine): void {
    this.#hold(() => this.invariants.onSettled(machine))
  }

  #hold(check: () => void): void {
    try {
      check()
    } catch (error) {
      this.world.fail(error)
    }
  }

  /** Whoever runs the machines starts a node again that has died. */
  #onDown(machine: Machine): void {
    this.#crashes += 1
    this.invariants.onDown(machine)
    const delayMs = this.dice.between(50, 3_000)
    this.world.after(delayMs, () => {
      if (!this.#heldDown.has(machine)) machine.start()
    })
  }

  #endpointAt(address: string): ClientEndpoint | undefined {
    return this.machines.find(({ config }) => config.address === address)?.endpoint
  }

  /** What a node that joins is answered by one that runs, which it reaches past all links. */
  async #join(request: Uint8Array): Promise<Uint8Array> {
    const machine = this.dice.pick(this.machines.slice(0, this.members.length))
    const { api } = machine
    if (api === undefined) throw new KvError("unavailable", "that node does not run")
    return await this.asks.track(machine, "join", api.driver("join", request, call))
  }

  #onFrame(lane: Lane, frame: Uint8Array): void {
    assert(frame.length <= this.#frameBytesMax, "a frame is too large for a peer")
    if (lane === "forward") return
    for (const { rangeId, message } of decodeRaftFrame(frame)) {
      this.invariants.onMessage(rangeId, message)
    }
  }
}

function idsOf(nodes: readonly { readonly nodeId: NodeId }[]): readonly NodeId[] {
  return nodes.map(({ nodeId }) => nodeId)
}

function describeFrame(lane: Lane, frame: Uint8Array): string {
  if (lane === "forward") return ""
  return decodeRaftFrame(frame)
    .map(({ rangeId, message }) => `${rangeId}: ${describeMessage(message)}`)
    .join("; ")
}

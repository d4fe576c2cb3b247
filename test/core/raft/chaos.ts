import { Dice, type ReplicaId } from "../../../src/base/index.ts"
import { type ConfigChange, isMember, type Message } from "../../../src/core/raft/index.ts"
import { Cluster } from "./cluster.ts"
import type { TestReplica, TestSettings } from "./replica.ts"

/** One thing that happens: what, and two numbers that say to whom. */
export type Chance = readonly [what: number, who: number, which: number]

/** What may happen, and how often beside the others. */
const usualWeights = {
  deliver: 450,
  work: 250,
  take: 40,
  persist: 40,
  apply: 30,
  load: 10,
  install: 10,
  failInstall: 2,
  tick: 60,
  propose: 50,
  read: 30,
  drop: 15,
  repeat: 15,
  hold: 15,
  release: 15,
  isolate: 2,
  heal: 5,
  checkpoint: 6,
  compact: 4,
  transfer: 3,
  crash: 4,
  damage: 1,
  wantSnapshot: 1,
  quarantine: 2,
  standDown: 1,
  absent: 3,
  rouse: 5,
} as const

type Happening = keyof typeof usualWeights

/** Happenings that a run may do without, or have many of: runs that are all alike find little. */
const faults: readonly Happening[] = [
  ...(["drop", "repeat", "hold", "isolate", "checkpoint", "compact", "transfer"] as const),
  ...(["crash", "damage", "wantSnapshot", "quarantine", "standDown", "read"] as const),
  ...(["tick", "work", "absent", "rouse"] as const),
]

export interface ChaosOptions {
  readonly replicas: number
  /** Decides what happens often in this run, and what never. */
  readonly swarm: number
  readonly settings?: Partial<TestSettings>
  /** Members come and go. */
  readonly reconfigures?: boolean
  /**
   * Who goes loses all it had as soon as anybody has applied that, and never comes back; and then
   * all the others lose power.
   */
  readonly departs?: boolean
  /**
   * Data turns out corrupt, of all but one replica even. Logs are neither cut nor damaged then: a
   * corrupt replica could give nobody what is missing in them.
   */
  readonly corrupts?: boolean
}

/** Where some have gone for good, others come until there are so many. */
const replicasMin = 4

type NetworkHappening = (typeof networkHappenings)[number]

const networkHappenings = [
  ...(["deliver", "drop", "repeat", "hold", "release", "isolate", "heal"] as const),
] as const satisfies Happening[]

function isOfNetwork(name: Happening): name is NetworkHappening {
  return networkHappenings.some((other) => other === name)
}

/**
 * A cluster to which things happen: messages arrive late, twice or not at all, disks are slow, and
 * processes die between any two steps. All promises are checked after every step.
 */
export class Chaos {
  readonly cluster: Cluster
  readonly #reconfigures: boolean
  readonly #departs: boolean
  /** From which index on somebody is a member. */
  readonly #joined = new Map<ReplicaId, number>()
  readonly #departed = new Set<ReplicaId>()
  readonly #weights: readonly (readonly [Happening, number])[]
  readonly #weightsSum: number
  /** Messages that are on their way for long. */
  readonly #held: Message[] = []
  /** For each read under way: what was committed when it began. */
  readonly #reads = new Map<string, number>()
  #reading = 0
  #proposed = 0
  #nonce = 0
  readsServed = 0

  constructor(options: ChaosOptions) {
    const { replicas, swarm, settings = {}, reconfigures = false, departs = false } = options
    const dice = new Dice(swarm)
    const never: readonly Happening[] =
      options.corrupts === true ? ["compact", "damage", "wantSnapshot"] : ["quarantine"]
    this.#weights = Object.entries(usualWeights).map(([name, weight]) => {
      const usual = !faults.includes(name as Happening)
      const often = usual ? 1 : dice.pick([0.1, 0.3, 1, 1, 2, 6])
      return [name as Happening, never.includes(name as Happening) ? 0 : weight * often]
    })
    this.#weightsSum = this.#weights.reduce((sum, [, weight]) => sum + weight, 0)
    const ids = Array.from({ length: replicas }, (_, at) => at + 1)
    this.#reconfigures = reconfigures || departs
    this.#departs = departs
    this.cluster = new Cluster(ids, {
      electionTimeoutTicks: 4,
      limits: {
        appendMessageBytesMax: 120,
        inflightAppendsMax: 3,
        inflightAppendBytesMax: 1_000,
        uncommittedBytesMax: 1_000,
        cachedBytesMax: 300,
      },
      ...settings,
    })
  }

  happen([what, who, which]: Chance): void {
    const { replicas } = this
    const replica = replicas[who % replicas.length] as TestReplica
    const name = this.#nameOf(what)
    if (isOfNetwork(name)) this.#onNetwork(name, who)
    else if (!replica.running) this.#start(replica, which)
    else this.#toReplica(name, replica, which)
    if (this.#departs) this.#letGo()
    this.cluster.takeStory()
  }

  /** Those that did not leave for ever. */
  get replicas(): readonly TestReplica[] {
    return this.cluster.replicas.filter(({ id }) => !this.#departed.has(id))
  }

  /** Everything heals: a leader must be found, and what it is told reach everybody. */
  recover(): void {
    const { cluster } = this
    cluster.heal()
    for (const replica of this.replicas) {
      if (!replica.running) replica.start()
      replica.resume()
      replica.step({ type: "absent", nodes: new Set() })
    }
    // A quorum of few cannot do without a damaged member: nothing can be hoped for then.
    const small = this.#reconfigures || cluster.replicas.length < 3
    const few = small && this.replicas.some(({ marked }) => marked)
    for (let round = 0; round < 400 && !few; round += 1) {
      for (const replica of this.replicas) {
        if (!replica.running) replica.start()
        replica.step({ type: "rouse" })
        cluster.tick(replica.id, 1, ((replica.id * 7 + round * 3) % 11) / 11)
      }
      cluster.settle()
      this.#checkReads()
      if (this.#departs) this.#letGo()
      cluster.takeStory()
      if (round % 20 === 19 && this.#everybodyHears(`end ${round}`)) return
    }
    if (few) return
    const states = this.replicas.map(({ raft }) => JSON.stringify(raft.view.configuration))
    throw new Error(`no leader is found or heard after everything healed: ${states.join(" ")}`)
  }

  #everybodyHears(text: string): boolean {
    const { cluster } = this
    const leader = this.replicas.find(({ raft }) => raft.view.role === "leader")
    if (leader === undefined) return false
    if (!cluster.propose(leader.id, text).startsWith("accepted")) return false
    cluster.settle()
    cluster.pass(3)
    const { voters, learners } = leader.raft.view.configuration
    return [...voters, ...learners].every((id) => {
      const { data, raft } = cluster.at(id)
      return data.history.endsWith(`${text};`) && !raft.view.damaged
    })
  }

  #letGo(): void {
    for (const { data, running } of this.replicas) {
      const { configuration, index } = data
      if (!running) continue
      for (const { id } of this.replicas) {
        const joined = this.#joined.get(id)
        if (isMember(configuration, id)) this.#joined.set(id, Math.min(joined ?? index, index))
        else if (joined !== undefined && joined < index) this.#depart(id)
      }
    }
  }

  #depart(id: ReplicaId): void {
    for (const replica of this.replicas) {
      this.#forgetReads(replica.id)
      replica.crash()
    }
    this.#departed.add(id)
  }

  #nameOf(what: number): Happening {
    let left = (what / 2 ** 32) * this.#weightsSum
    for (const [name, weight] of this.#weights) {
      if (left < weight) return name
      left -= weight
    }
    return "tick"
  }

  #onNetwork(name: NetworkHappening, which: number): void {
    const { network, replicas } = this.cluster
    if (name === "heal") this.cluster.heal()
    if (name === "isolate") this.cluster.isolate(1 + (which % replicas.length))
    if (name === "release") network.push(...this.#held.splice(which % 8, 1))
    if (name === "heal" || name === "isolate" || name === "release") return
    if (network.length === 0) {
      // With nothing under way, time passes.
      const idle = replicas[which % replicas.length]
      if (idle?.running === true) this.cluster.tick(idle.id, 1, which / 2 ** 32)
      return
    }
    // Mostly the oldest: else nothing would ever get done.
    const at = which % 4 === 0 ? which % network.length : 0
    const message = network[at]
    if (message === undefined) return
    if (name === "repeat") network.push(message)
    else network.splice(at, 1)
    if (name === "hold") this.#held.push(message)
    if (name === "deliver") this.cluster.deliverAsShells(message)
    this.#checkReads()
  }

  #start(replica: TestReplica, which: number): void {
    if (which % 8 === 0) replica.start()
  }

  #toReplica(name: Happening, replica: TestReplica, which: number): void {
    const { cluster } = this
    switch (name) {
      case "work":
        cluster.work(replica.id)
        this.#checkReads()
        break
      case "tick":
        cluster.tick(replica.id, 1, which / 2 ** 32)
        break
      case "take":
        if (replica.raft.hasReady() && replica.unpersisted.length < 4) replica.take()
        this.#checkReads()
        break
      case "persist":
        replica.persist()
        break
      case "apply":
        replica.apply()
        break
      case "load":
        replica.answerLoads()
        break
      case "install":
        cluster.installOffered(replica.id)
        break
      case "failInstall":
        if (replica.offered !== undefined) replica.install(undefined)
        break
      case "checkpoint":
        replica.checkpoint()
        break
      case "compact":
        replica.compact(replica.data.index - (which % 3))
        break
      case "propose":
        this.#propose(replica, which)
        break
      case "read":
        this.#read(replica.id)
        break
      case "transfer":
        cluster.transfer(replica.id, 1 + (which % cluster.replicas.length))
        break
      case "standDown":
        if (which % 2 === 0) replica.step({ type: "standDown" })
        else replica.resume()
        break
      case "absent":
        // Right or wrong: nothing that is promised rests on it.
        replica.step({ type: "absent", nodes: this.#some(which) as ReadonlySet<number> })
        break
      case "rouse":
        replica.step({ type: "rouse" })
        break
      default:
        this.#hurt(name, replica)
        break
    }
  }

  #hurt(name: Happening, replica: TestReplica): void {
    if (name === "crash" || name === "damage") {
      this.#forgetReads(replica.id)
      replica.crash()
    }
    if (name === "damage" && this.cluster.replicas.every((other) => !other.marked)) {
      this.#nonce += 1
      replica.damage(this.#nonce)
    }
    if (name === "quarantine") this.#quarantine(replica)
    if (name === "wantSnapshot" && replica.raft.view.role !== "leader") {
      replica.step({ type: "wantSnapshot", index: replica.raft.view.applied })
    }
  }

  /** But for the last that is sound. */
  #quarantine(replica: TestReplica): void {
    const sound = this.replicas.some((other) => other !== replica && !other.quarantined)
    if (sound && !replica.quarantined) replica.quarantine()
  }

  #some(which: number): ReadonlySet<ReplicaId> {
    const ids = this.cluster.replicas.map(({ id }) => id)
    return new Set(ids.filter((id) => ((which >>> id) & 1) === 1))
  }

  #propose(replica: TestReplica, which: number): void {
    if (this.#reconfigures && which % (this.#departs ? 2 : 4) === 0) {
      this.cluster.configure(replica.id, ...this.#changes(which >>> 2))
      return
    }
    this.#proposed += 1
    this.cluster.propose(replica.id, `${this.#proposed}`)
  }

  #changes(which: number): ConfigChange[] {
    const types = ["addVoter", "addLearner", "remove"] as const
    // No id is given twice: where there are to be more, they are others.
    const short = this.#departs && this.replicas.length < replicasMin
    if (short) this.cluster.add(1 + this.cluster.replicas.length)
    const { replicas } = this
    const idAt = (at: number): ReplicaId => replicas[at % replicas.length]?.id ?? 0
    const first = { type: types[which % 3] ?? "remove", replica: idAt(which) }
    const second = { type: types[(which >>> 3) % 3] ?? "remove", replica: idAt(which >>> 5) }
    const single = (which >>> 7) % 2 === 0 || second.replica === first.replica
    return single ? [first] : [first, second]
  }

  #read(id: ReplicaId): void {
    this.#reading += 1
    this.#reads.set(`${id}/${this.#reading}`, this.cluster.safety.commit)
    this.cluster.read(id, this.#reading)
  }

  /** A read sees everything that was committed anywhere when it began. */
  #checkReads(): void {
    for (const replica of this.cluster.replicas) {
      for (const { context, index } of replica.reads.splice(0)) {
        const key = `${replica.id}/${context}`
        const committed = this.#reads.get(key)
        if (committed === undefined) throw new Error(`read ${key} was answered twice`)
        if (index < committed) {
          throw new Error(`stale read ${key}: at ${index}, ${committed} was committed`)
        }
        this.#reads.delete(key)
        this.readsServed += 1
      }
      for (const context of replica.readsDropped.splice(0)) {
        this.#reads.delete(`${replica.id}/${context}`)
      }
    }
  }

  #forgetReads(id: ReplicaId): void {
    for (const key of this.#reads.keys()) if (key.startsWith(`${id}/`)) this.#reads.delete(key)
  }
}

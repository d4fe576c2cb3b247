import { assert, type ReplicaId } from "../../../src/base/index.ts"
import {
  type ConfigChange,
  type Configuration,
  describeEntryId,
  describeMessage,
  describeReady,
  type Message,
  type Ready,
} from "../../../src/core/raft/index.ts"
import { bytesOf, encodeRequest, TestReplica, type TestSettings, votersOnly } from "./replica.ts"
import { Safety } from "./safety.ts"

export const defaultSettings: TestSettings = {
  electionTimeoutTicks: 10,
  heartbeatTicks: 1,
  limits: {
    appendMessageBytesMax: 1_024,
    inflightAppendsMax: 8,
    inflightAppendBytesMax: 64 * 1_024,
    uncommittedBytesMax: 64 * 1_024,
    cachedBytesMax: 64 * 1_024,
  },
  leaseReads: false,
  quiesceAfterTicks: 0,
  damageNonce: 0,
}

/** Several replicas and the messages between them, moved by hand; what happens is told in lines. */
export class Cluster {
  readonly #replicas = new Map<ReplicaId, TestReplica>()
  readonly #configuration: Configuration
  readonly #settings: TestSettings
  readonly #roles = new Map<ReplicaId, string>()
  readonly safety = new Safety()
  network: Message[] = []
  /** Pairs `from→to` between which nothing arrives. */
  readonly #cuts = new Set<string>()
  #story: string[] = []

  constructor(
    configuration: Configuration | readonly ReplicaId[],
    settings: Partial<TestSettings> = {},
  ) {
    const given = "voters" in configuration
    this.#configuration = given ? configuration : votersOnly(...configuration)
    this.#settings = { ...defaultSettings, ...settings }
    const { voters, learners } = this.#configuration
    for (const id of [...voters, ...learners]) this.add(id)
  }

  get replicas(): readonly TestReplica[] {
    return [...this.#replicas.values()]
  }

  /** A replica with an empty disk. */
  add(
    id: ReplicaId,
    settings: Partial<TestSettings> = {},
    from: ConstructorParameters<typeof TestReplica>[4] = {},
  ): TestReplica {
    const seams = {
      send: (messages: readonly Message[]) => this.network.push(...messages),
      afterStep: (replica: TestReplica) => this.#afterStep(replica),
      onApplied: (replica: TestReplica, entry: Parameters<Safety["onApplied"]>[1]) =>
        this.safety.onApplied(replica, entry),
    }
    const all = { ...this.#settings, ...settings }
    const replica = new TestReplica(id, this.#configuration, all, seams, from)
    this.#replicas.set(id, replica)
    return replica
  }

  at(id: ReplicaId): TestReplica {
    const replica = this.#replicas.get(id)
    assert(replica !== undefined, `there is no replica ${id}`)
    return replica
  }

  raft(id: ReplicaId): TestReplica["raft"] {
    return this.at(id).raft
  }

  /** What happened since this was asked last. */
  takeStory(): string[] {
    return this.#story.splice(0)
  }

  tell(line: string): void {
    this.#story.push(line)
  }

  tick(id: ReplicaId, count = 1, chance = 0): void {
    for (let done = 0; done < count; done += 1) this.at(id).step({ type: "tick", chance })
  }

  campaign(id: ReplicaId): void {
    this.at(id).step({ type: "campaign" })
  }

  /** Campaigns and lets everything settle, again if it only then learned of a later term. */
  elect(id: ReplicaId, only?: readonly ReplicaId[]): void {
    for (let attempt = 0; attempt < 2 && this.raft(id).view.role !== "leader"; attempt += 1) {
      this.campaign(id)
      this.settle(only)
    }
  }

  propose(id: ReplicaId, ...texts: string[]): string {
    const result = this.raft(id).propose(texts.map(bytesOf))
    this.at(id).checked()
    return result.accepted ? `accepted at ${result.firstIndex}` : `refused: ${result.reason}`
  }

  configure(id: ReplicaId, ...changes: ConfigChange[]): string {
    const result = this.raft(id).proposeConfig(encodeRequest({ changes }), { changes })
    this.at(id).checked()
    return result.accepted ? `accepted at ${result.firstIndex}` : `refused: ${result.reason}`
  }

  read(id: ReplicaId, context: number): void {
    this.raft(id).readIndex(context)
    this.at(id).checked()
  }

  transfer(id: ReplicaId, to: ReplicaId): void {
    this.at(id).step({ type: "transferLeader", to })
  }

  cut(from: ReplicaId, to: ReplicaId): void {
    this.#cuts.add(`${from}→${to}`)
  }

  /** Nothing goes in or out any more. */
  isolate(id: ReplicaId): void {
    for (const other of this.#replicas.keys()) {
      this.cut(id, other)
      this.cut(other, id)
    }
  }

  heal(): void {
    this.#cuts.clear()
  }

  /** Takes a ready and tells what it asks for; nothing of it is durable yet. */
  take(id: ReplicaId): Ready {
    const ready = this.at(id).take()
    for (const line of describeReady(ready)) this.tell(`${id}: ${line}`)
    return ready
  }

  /** Everything a replica can do without hearing from another. False: there was nothing. */
  work(id: ReplicaId): boolean {
    const replica = this.at(id)
    if (!replica.running) return false
    let worked = false
    while (replica.raft.hasReady()) {
      worked = true
      this.#tellReady(id, replica.take())
    }
    while (replica.persist()) worked = true
    while (replica.apply()) worked = true
    if (replica.hasLoads) {
      worked = true
      replica.answerLoads()
    }
    if (replica.offered !== undefined) {
      worked = true
      this.installOffered(id)
    }
    return worked
  }

  /** Fetches the snapshot that was offered, from who offered it. */
  installOffered(id: ReplicaId): void {
    const { offered } = this.at(id)
    if (offered === undefined) return
    const source = this.#replicas.get(offered.from)
    const data = source?.running === true ? source.data : undefined
    const reachable = !this.#cuts.has(`${offered.from}→${id}`)
    const snapshot = data && data.index >= offered.snapshot.index && reachable ? data : undefined
    const what =
      snapshot === undefined ? "gets no snapshot" : `installs ${describeEntryId(snapshot)}`
    this.tell(`${id} ${what} from ${offered.from}`)
    this.at(id).install(snapshot)
  }

  /** Delivers a message that was sent, or drops it where the network is cut. */
  deliver(message: Message): void {
    const target = this.#replicas.get(message.to)
    const cut = this.#cuts.has(`${message.from}→${message.to}`)
    if (cut || target?.running !== true) {
      this.tell(`${describeMessage(message)} (lost)`)
      return
    }
    this.tell(describeMessage(message))
    target.step({ type: "message", message })
  }

  /** A heartbeat that brings no news is answered without a step. */
  deliverAsShells(message: Message): void {
    const target = this.#replicas.get(message.to)
    const cut = this.#cuts.has(`${message.from}→${message.to}`)
    const asks = message.type === "heartbeat" && !cut && target?.running === true
    const answer = asks ? target.raft.answerAtOnce(message) : undefined
    if (answer === undefined) this.deliver(message)
    else {
      this.network.push(answer)
      target?.checked()
    }
  }

  /**
   * Works and delivers until nothing happens any more: only these replicas, only messages that are
   * wanted. Others stay on their way.
   */
  settle(
    only: readonly ReplicaId[] = [...this.#replicas.keys()],
    wanted: (message: Message) => boolean = () => true,
  ): void {
    for (let rounds = 0; ; rounds += 1) {
      assert(rounds < 1_000, "the cluster does not settle")
      let busy = false
      for (const id of only) busy = this.work(id) || busy
      const goes = (message: Message) => only.includes(message.to) && wanted(message)
      const batch = this.network.filter(goes)
      this.network = this.network.filter((message) => !goes(message))
      for (const message of batch) this.deliver(message)
      if (!busy && batch.length === 0) return
    }
  }

  /** Ticks everybody once and settles, `count` times. */
  pass(count: number): void {
    for (let done = 0; done < count; done += 1) {
      // Different dice: whose election timeout is over first, wins.
      for (const { id, running } of this.replicas)
        if (running) this.tick(id, 1, ((3 * id) % 10) / 10)
      this.settle()
    }
  }

  #tellReady(id: ReplicaId, ready: Ready): void {
    const told = { ...ready, messages: [], messagesAfterPersist: [], mustSync: false }
    for (const line of describeReady({ ...told, hardState: undefined })) this.tell(`${id}: ${line}`)
  }

  #afterStep(replica: TestReplica): void {
    const { role, term } = replica.raft.view
    const before = this.#roles.get(replica.id)
    const now = `${role} t${term}`
    if (before !== now && before !== undefined) this.tell(`${replica.id} becomes ${now}`)
    this.#roles.set(replica.id, now)
    replica.forgetDamage()
    this.safety.afterStep(replica, this.#replicas.values())
  }
}

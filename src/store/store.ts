import { assert, KvError, type LeaderHint, type NodeId, type ReplicaId } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Env, Lane, NetworkHandler, Timer } from "../env/index.ts"
import type { RaftLog, RangeData } from "../storage/index.ts"
import { decodeRaftFrame } from "../wire/index.ts"
import { refuse } from "./answers.ts"
import { Forwarder } from "./forwarder.ts"
import { Outbox } from "./outbox.ts"
import type { Replica, ReplicaOptions } from "./replica.ts"
import { nodeOf } from "./replica-nodes.ts"
import type { LeaderListener, NodeStatus, OperationService, PendingOperation } from "./types.ts"

/** How often the free space of the disk is looked at. */
const spaceCheckMs = 1_000
/** A leader without space gives leadership away this often: the others may have none either. */
const giveAwayEveryMs = 10_000

type ReplicaSeam = Pick<
  ReplicaOptions,
  "env" | "config" | "log" | "data" | "outbox" | "forwarder" | "wake" | "writesRefused" | "onFatal"
>

interface StoreOptions {
  readonly env: Env
  readonly config: NodeConfig
  readonly log: RaftLog
  readonly data: RangeData
  /** Makes the replica of the one range, given what it shares with the store. */
  readonly openReplica: (seam: ReplicaSeam) => Replica
  /** This node can't go on: durable state is out of reach or an invariant is broken. */
  readonly onFatal: (error: unknown) => void
}

/**
 * The shell of one node: takes in frames, operations and ticks, and works in turns. A turn takes in
 * everything that arrived, then does one log write and one frame a peer and lane.
 */
export class Store implements OperationService, NetworkHandler {
  readonly #options: StoreOptions
  readonly #outbox: Outbox
  readonly #forwarder: Forwarder
  readonly #replica: Replica
  readonly #leaderListeners = new Set<LeaderListener>()
  #leaderTold: ReplicaId = 0
  #turnAsked = false
  #ticking: Timer | undefined
  #spaceChecking: Timer | undefined
  #spaceShort = false
  #mayGiveAwayAt = 0
  #gaveAwayInTerm = 0
  #stopping = false
  #stopped = false

  constructor(options: StoreOptions) {
    this.#options = options
    const { env } = options
    this.#outbox = new Outbox(env.network)
    this.#forwarder = new Forwarder({
      network: env.network,
      clock: env.clock,
      route: (operation) => {
        if (this.#stopping) refuseForStop(operation)
        else this.#replica.route(operation)
        this.#wake()
      },
      park: (operation) => this.#replica.park(operation),
      wake: () => this.#wake(),
    })
    this.#replica = options.openReplica({
      env,
      config: options.config,
      log: options.log,
      data: options.data,
      outbox: this.#outbox,
      forwarder: this.#forwarder,
      wake: () => this.#wake(),
      writesRefused: () => this.#writesRefused(),
      onFatal: (error) => this.#fail(error),
    })
  }

  get replica(): Replica {
    return this.#replica
  }

  /** Begins to listen and to tick. */
  start(): void {
    this.#options.env.network.listen(this)
    this.#tickLater()
    this.#checkSpace()
    this.#wake()
  }

  submit(operations: readonly PendingOperation[]): void {
    for (const operation of operations) {
      if (this.#stopping) refuseForStop(operation)
      else this.#replica.route(operation)
    }
    this.#wake()
  }

  status(): NodeStatus {
    const { config } = this.#options
    const { view } = this.#replica.raft
    const self = config.members.find(({ nodeId }) => nodeId === config.nodeId)
    return {
      clusterId: config.clusterId,
      nodeId: config.nodeId,
      address: self?.address ?? config.listen,
      role: view.role,
      leaderNodeId: nodeOf(view.leader),
      term: view.term,
      firstIndex: view.logStart.index + 1,
      lastIndex: view.lastIndex,
      commitIndex: view.commit,
      appliedIndex: this.#replica.machine.state.index,
      members: config.members,
      condition: this.#condition(),
      operationsPending: this.#replica.pendingCount + this.#forwarder.count,
    }
  }

  onLeaderChange(listener: LeaderListener): () => void {
    this.#leaderListeners.add(listener)
    listener(this.#leaderHint())
    return () => {
      this.#leaderListeners.delete(listener)
    }
  }

  onFrame(from: NodeId, lane: Lane, frame: Uint8Array): void {
    if (this.#stopped) return
    this.#guard(() => {
      if (lane === "forward") this.#forwarder.onFrame(from, frame)
      else this.#onRaftFrame(from, frame)
    })
    this.#wake()
  }

  onDisconnect(peer: NodeId, lane: Lane): void {
    if (this.#stopped) return
    if (lane === "append") this.#replica.onUnreachable(peer)
    if (lane === "forward") this.#forwarder.onDisconnect(peer)
    this.#wake()
  }

  onFetch(from: NodeId, request: Uint8Array): AsyncIterable<Uint8Array> {
    return this.#replica.serveSnapshot(from, request)
  }

  /** Takes no new work, hands leadership over, lets what is under way end, within `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true
    const { clock } = this.#options.env
    const until = clock.monotonicMs() + graceMs
    this.#replica.handOver()
    while (clock.monotonicMs() < until && !this.#stopped && !this.#settled()) {
      await new Promise<void>((resolve) => {
        clock.after(this.#options.config.raft.tickMs, resolve)
      })
    }
    this.#stopped = true
    this.#ticking?.cancel()
    this.#spaceChecking?.cancel()
    await this.#replica.stop()
  }

  #settled(): boolean {
    const { role, configuration } = this.#replica.raft.view
    const leads = role === "leader" && configuration.voters.length > 1
    return !leads && this.#replica.pendingCount + this.#forwarder.count === 0
  }

  #onRaftFrame(from: NodeId, frame: Uint8Array): void {
    for (const { rangeId, message } of decodeRaftFrame(frame)) {
      // A peer speaks only for itself and only to us: anything else is lost, not believed.
      if (rangeId !== this.#replica.rangeId || nodeOf(message.from) !== from) continue
      if (nodeOf(message.to) !== this.#options.config.nodeId) continue
      this.#replica.receive(message)
    }
  }

  #wake(): void {
    if (this.#turnAsked || this.#stopped) return
    this.#turnAsked = true
    this.#options.env.clock.soon(() => {
      this.#turnAsked = false
      if (!this.#stopped) this.#guard(() => this.#turn())
    })
  }

  #turn(): void {
    this.#replica.turn()
    this.#outbox.flush()
    this.#forwarder.flush()
    this.#tellLeader()
  }

  #tellLeader(): void {
    const { leader } = this.#replica.raft.view
    if (leader === this.#leaderTold) return
    this.#leaderTold = leader
    const hint = this.#leaderHint()
    for (const listener of this.#leaderListeners) listener(hint)
  }

  #leaderHint(): LeaderHint | undefined {
    const leader = nodeOf(this.#replica.raft.view.leader)
    return this.#options.config.members.find(({ nodeId }) => nodeId === leader)
  }

  #tickLater(): void {
    const { clock, random } = this.#options.env
    this.#ticking = clock.after(this.#options.config.raft.tickMs, () => {
      if (this.#stopped) return
      this.#guard(() => {
        const now = clock.monotonicMs()
        this.#replica.tick(random.chance(), now)
        this.#forwarder.sweep(now)
      })
      this.#wake()
      this.#tickLater()
    })
  }

  #checkSpace(): void {
    const { clock, logDevice, telemetry } = this.#options.env
    const look = async (): Promise<void> => {
      const free = await logDevice.freeBytes()
      const short = free < this.#options.config.storage.diskReserveBytes
      if (short !== this.#spaceShort) {
        if (short) telemetry.warn("disk nearly full, refusing writes", { freeBytes: free })
        else telemetry.info("disk space is back, taking writes", { freeBytes: free })
      }
      this.#spaceShort = short
      if (short || this.#replica.diskFull) this.#giveLeadershipAway()
    }
    look()
      .catch((error: unknown) => {
        telemetry.warn("free space unknown", { reason: String(error) })
      })
      .finally(() => {
        if (this.#stopped) return
        this.#spaceChecking = clock.after(spaceCheckMs, () => this.#checkSpace())
      })
  }

  /**
   * Writes need a leader with space. Asked once in a term: who does not take over has no space
   * either, and a follower more that can't persist its vote would cost the leader its quorum.
   */
  #giveLeadershipAway(): void {
    const { role, term } = this.#replica.raft.view
    const now = this.#options.env.clock.monotonicMs()
    if (role !== "leader" || term === this.#gaveAwayInTerm || now < this.#mayGiveAwayAt) return
    this.#mayGiveAwayAt = now + giveAwayEveryMs
    this.#gaveAwayInTerm = term
    this.#replica.handOver()
  }

  #writesRefused(): KvError | undefined {
    if (!this.#spaceShort && !this.#replica.diskFull) return undefined
    return new KvError(
      "disk_full",
      "this node's disk is nearly full: free space or delete keys; reads go on",
      { retryAfterMs: spaceCheckMs },
    )
  }

  #condition(): NodeStatus["condition"] {
    if (this.#stopping) return "stopping"
    if (this.#spaceShort || this.#replica.diskFull) return "disk_full"
    return this.#replica.condition
  }

  /** A broken invariant stops the node: what it holds in memory can't be trusted any more. */
  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof KvError && error.code === "invalid_argument") {
        this.#options.env.telemetry.warn("unreadable frame from a peer", { reason: error.message })
      } else {
        this.#fail(error)
      }
    }
  }

  #fail(error: unknown): void {
    if (this.#stopped) return
    this.#stopped = true
    this.#ticking?.cancel()
    this.#spaceChecking?.cancel()
    assert(error !== undefined, "a failure without an error")
    this.#options.onFatal(error)
  }
}

function refuseForStop(operation: PendingOperation): void {
  refuse(operation, "unavailable", "this node is stopping: ask another")
}

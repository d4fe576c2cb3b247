import type { Call } from "../../src/api/index.ts"
import { Dice, defaultLimits, type NodeId, type RangeId } from "../../src/base/index.ts"
import { tinyConfig } from "../../src/config/index.ts"
import type { NodeConfig } from "../../src/config/types.ts"
import { defaultKeyspaceId } from "../../src/core/range/index.ts"
import type {
  CheckReport,
  Operation,
  OperationResult,
  ReplicaChange,
} from "../../src/core/range/types.ts"
import type { Lane } from "../../src/env/index.ts"
import { ClockHardware } from "../../src/sim/clock.ts"
import { Disk } from "../../src/sim/disk.ts"
import { calmWeather, Links } from "../../src/sim/links.ts"
import { Machine } from "../../src/sim/machine.ts"
import { PeerNetwork } from "../../src/sim/network.ts"
import { World } from "../../src/sim/world.ts"
import type { PendingOperation, ResultSink } from "../../src/store/types.ts"
import {
  decodeCheckReport,
  decodeOperatorList,
  decodeRaftFrame,
  decodeResult,
  type Envelope,
  encodeKeyOfKeyspace,
  encodeOperation,
  encodeOperatorsAsked,
  encodeRangeId,
  encodeReplicaChanges,
  type OperatorSummary,
} from "../../src/wire/index.ts"

/** The one that holds all keys from the beginning. */
export const dataRange = 2
const diskBytes = 1_024 * 1_024 * 1_024
/** By any machine's clock. */
const endOfTimeMs = 100_000_000
const speed = { readMs: 0.1, writeMs: 0.1, syncMs: 1 }

/** One frame between stores, as it was sent. */
export interface SentFrame {
  readonly atMs: number
  readonly from: NodeId
  readonly to: NodeId
  readonly lane: Lane
  readonly envelopes: readonly Envelope[]
}

/**
 * Nodes of production settings, three of them unless said otherwise, on virtual time, with nothing
 * that goes wrong but what a test does to them, and a look at every frame of Raft between them.
 */
export class SmallCluster {
  readonly world = new World()
  readonly links: Links
  readonly network: PeerNetwork
  readonly machines: readonly Machine[]
  /** Since `takeFrames` was called last. */
  #frames: SentFrame[] = []

  constructor(change: (config: NodeConfig) => NodeConfig = (config) => config, nodes = 3) {
    const dice = new Dice(1)
    const { world } = this
    const ids = Array.from({ length: nodes }, (_, i) => i + 1)
    const members = ids.map((nodeId) => ({ nodeId, address: `node${nodeId}:7400` }))
    this.links = new Links(world, dice.fork(), calmWeather)
    this.network = new PeerNetwork({
      ...{ world, dice: dice.fork(), links: this.links, members: ids },
      tap: (from, to, lane, frame) => {
        if (lane === "forward") return
        const envelopes = decodeRaftFrame(frame.slice())
        this.#frames.push({ atMs: world.nowMs, from, to, lane, envelopes })
      },
    })
    const { network } = this
    this.machines = members.map(({ nodeId }) => {
      const tiny = tinyConfig({ nodeId, members, seed: 1 })
      const raft = { ...tiny.raft, tickMs: 100, electionTimeoutTicks: 12, quiesceAfterTicks: 10 }
      const config = change({ ...tiny, raft, limits: defaultLimits })
      const clock = new ClockHardware(world, { monotonicRate: 1, wallRate: 1, wallOffsetMs: 0 })
      const disk = new Disk(world, dice.fork(), { capacityBytes: diskBytes, speed })
      return new Machine({
        ...{ world, dice: dice.fork(), config, network, clock, disk, variant: undefined },
        // Some tests spoil a disk.
        ...{ disksRot: true, onStart: () => {}, onUp: () => {}, onDying: () => {} },
        // The engine fails now and then, and whoever starts nodes tries again.
        onDown: (machine, why) => {
          if (why.startsWith("start failed")) world.after(1, () => machine.start())
        },
      })
    })
    for (const machine of this.machines) machine.start()
  }

  /** Who leads the first range of clients' keys. */
  get leader(): Machine {
    const leader = this.machines.find((machine) => {
      return machine.inspect().some(({ descriptor, view }) => {
        return descriptor.rangeId === dataRange && view.role === "leader"
      })
    })
    if (leader === undefined) throw new Error("nobody leads the first range")
    return leader
  }

  takeFrames(): readonly SentFrame[] {
    const frames = this.#frames
    this.#frames = []
    return frames
  }

  run(forMs: number): Promise<void> {
    return this.world.run(this.world.nowMs + forMs)
  }

  /** Resolves with the virtual time that passed until `condition` was so. */
  async until(condition: () => boolean, withinMs: number, what: string): Promise<number> {
    const { nowMs } = this.world
    await this.world.run(nowMs + withinMs, condition)
    if (!condition()) throw new Error(`not within ${withinMs} ms: ${what}`)
    return this.world.nowMs - nowMs
  }

  /** Cuts the first range of the default keyspace into this many, of which `have` are there. */
  async split(count: number, have = 1): Promise<void> {
    for (let i = have; i < count; i += 1) {
      const key = keyAt(i)
      const request = encodeKeyOfKeyspace({ keyspace: "", key })
      await this.finish(() => this.#anyApi.splitRange(request, within(10_000)), 20_000)
    }
  }

  /** Has a range take in the one behind it; a MergeRangesResponse. */
  merge(into: RangeId, call = within(10_000)): Promise<Uint8Array> {
    return this.#anyApi.mergeRanges(encodeRangeId(into), call)
  }

  /** Takes a node's replica of a range away, in one change. */
  removeReplica(rangeId: RangeId, nodeId: NodeId): Promise<Uint8Array> {
    return this.#changeReplica(rangeId, { type: "remove", nodeId })
  }

  addLearner(rangeId: RangeId, nodeId: NodeId): Promise<Uint8Array> {
    return this.#changeReplica(rangeId, { type: "addLearner", nodeId })
  }

  #changeReplica(rangeId: RangeId, change: ReplicaChange): Promise<Uint8Array> {
    const request = encodeReplicaChanges({ rangeId, configVersion: 0, changes: [change] })
    return this.#anyApi.changeReplicas(request, within(10_000))
  }

  /** What the driver has done. */
  async operatorsEnded(): Promise<readonly OperatorSummary[]> {
    const asked = encodeOperatorsAsked(true)
    return decodeOperatorList(await this.#anyApi.driver("operators", asked, within(10_000)))
  }

  async check(rangeId: RangeId): Promise<CheckReport> {
    return decodeCheckReport(await this.#anyApi.checkRange(encodeRangeId(rangeId), within(10_000)))
  }

  /** Lets time pass until the work has ended. */
  async finish<T>(work: () => Promise<T>, withinMs: number): Promise<T> {
    let over = false
    const working = work().finally(() => {
      over = true
    })
    working.catch(() => {})
    await this.world.run(this.world.nowMs + withinMs, () => over)
    if (!over) throw new Error(`not over within ${withinMs} ms`)
    return working
  }

  /** One put to each of this many ranges, all taken in at once by the node that leads the first. */
  putToEach(count: number): Promise<readonly OperationResult[]> {
    return this.#askEach(count, pendingPut)
  }

  getFromEach(count: number): Promise<readonly OperationResult[]> {
    return this.#askEach(count, pendingGet)
  }

  #askEach(
    count: number,
    pendingOf: (key: Uint8Array, sink: ResultSink) => PendingOperation,
  ): Promise<readonly OperationResult[]> {
    return this.#ask(
      Array.from({ length: count }, (_, i) => keyAt(i)),
      pendingOf,
    )
  }

  /** A put to where each of these ranges would begin, all taken in at once. */
  putAt(places: readonly number[]): Promise<readonly OperationResult[]> {
    const keys = places.map((place) => keyAt(place))
    return this.#ask(keys, (key, sink) => pendingPut(key, sink))
  }

  /** This many puts to one key of the ith range, all taken in at once. */
  putTo(
    i: number,
    count: number,
    value: Uint8Array,
    ttlMs = 0,
  ): Promise<readonly OperationResult[]> {
    const keys = Array.from({ length: count }, () => keyAt(i))
    return this.#ask(keys, (key, sink) => pendingPut(key, sink, value, ttlMs))
  }

  async #ask(
    keys: readonly Uint8Array[],
    pendingOf: (key: Uint8Array, sink: ResultSink) => PendingOperation,
  ): Promise<readonly OperationResult[]> {
    const { node } = this.leader
    if (node === undefined) throw new Error("the leader's node does not run")
    const results: OperationResult[] = []
    const sink: ResultSink = {
      deliver: (_, result) => results.push(result),
      deliverEncoded: (_, result) => results.push(decodeResult(result).result),
    }
    node.submit(keys.map((key) => pendingOf(key, sink)))
    await this.until(() => results.length === keys.length, 20_000, "all are answered")
    return results
  }

  /** Asks a node for the first key of the ith range, whatever becomes of that. */
  beginGet(i: number, at: Machine, onResult: (result: OperationResult) => void = () => {}) {
    const sink: ResultSink = {
      deliver: (_, result) => onResult(result),
      deliverEncoded: (_, result) => onResult(decodeResult(result).result),
    }
    const pending = pendingGet(keyAt(i), sink)
    at.node?.submit([pending])
    return pending
  }

  /** Asks a node, or who leads the first range; the list is empty until that is answered. */
  begin(operation: Operation, at = this.leader): readonly OperationResult[] {
    const results: OperationResult[] = []
    const sink: ResultSink = {
      deliver: (_, result) => results.push(result),
      deliverEncoded: (_, result) => results.push(decodeResult(result).result),
    }
    at.node?.submit([pending(operation, sink)])
    return results
  }

  /** Every range that any node has is led by somebody, and every node that runs has all of them. */
  get whole(): boolean {
    const running = this.machines.filter(({ node }) => node !== undefined)
    const led = new Set<number>()
    const known = new Set<number>()
    for (const machine of running) {
      for (const { descriptor, view } of machine.inspect()) {
        known.add(descriptor.rangeId)
        if (view.role === "leader") led.add(descriptor.rangeId)
      }
    }
    const complete = running.every((machine) => {
      const mine = machine.inspect()
      return mine.length === known.size && mine.every(({ descriptor }) => descriptor.version > 0)
    })
    return known.size > 0 && led.size === known.size && complete
  }

  /** No range's clock goes, on any node that runs. */
  get asleep(): boolean {
    return this.machines.every((machine) => machine.inspect().every(({ view }) => view.quiescent))
  }

  /** All nodes have applied the same. */
  get even(): boolean {
    const applied = this.machines.map((machine) => {
      const indexes = machine.inspect().map(({ descriptor, applied }) => {
        return `${descriptor.rangeId}@${applied.index}`
      })
      return indexes.sort().join()
    })
    return applied.every((all) => all === applied[0])
  }

  get #anyApi() {
    const api = this.machines.find((machine) => machine.api !== undefined)?.api
    if (api === undefined) throw new Error("no node runs")
    return api
  }
}

/** Where the ith range begins, but for the first. */
export function keyAt(i: number): Uint8Array {
  return new TextEncoder().encode(`key/${String(i).padStart(6, "0")}`)
}

function pendingPut(key: Uint8Array, sink: ResultSink, value = key, ttlMs = 0): PendingOperation {
  return pending({ type: "put", key, value, ttlMs, requestId: undefined }, sink)
}

function pendingGet(key: Uint8Array, sink: ResultSink): PendingOperation {
  return pending({ type: "get", key, consistency: "linearizable" }, sink)
}

function pending(operation: Operation, sink: ResultSink): PendingOperation {
  return {
    ...{ id: 1, keyspaceId: defaultKeyspaceId, operation, rangeId: 0, rangeVersion: 0 },
    bytes: encodeOperation({ id: 1, timeoutMs: 0, keyspace: "", operation }),
    ...{ deadline: endOfTimeMs, forwarded: false, sink, cancelled: false },
  }
}

export function within(timeoutMs: number): Call {
  return { timeoutMs, onCancel: () => {} }
}

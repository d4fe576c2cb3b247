import type { IdBlocks } from "../api/index.ts"
import { type NodeId, type ReplicaId, replicaIdOf } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import { checkRaft, Raft, type RaftView } from "../core/raft/index.ts"
import type { Configuration, EntryId } from "../core/raft/types.ts"
import {
  type CheckView,
  checkRange,
  initialRanges,
  noSessions,
  RangeMachine,
} from "../core/range/index.ts"
import type {
  AppliedState,
  RangeDescriptor,
  RangeImage,
  SessionImage,
} from "../core/range/types.ts"
import type { Env, Telemetry } from "../env/index.ts"
import { RaftLog, type RangeData, StoreData } from "../storage/index.ts"
import {
  BulkPace,
  type OperationService,
  Replica,
  type ReplicaSeam,
  Store,
} from "../store/index.ts"
import { Placement } from "./placement.ts"
import { beginLog, type LogStanding, lossNonceOf, mendLog, raftOptionsOf } from "./recovery.ts"
import { rememberedStores } from "./remembered-stores.ts"
import { type NodeVariant, type VariantOptions, variantOptionsOf } from "./variant.ts"

/** What the simulator's invariants look at. */
export interface RangeInspection {
  readonly descriptor: RangeDescriptor
  readonly view: RaftView
  readonly applied: AppliedState
  readonly checks: readonly CheckView[]
  /** Term of a log entry, undefined outside of the log. */
  termAt(index: number): number | undefined
  /** Both throw InvariantViolation when the machine contradicts itself. */
  checkRaft(): void
  checkRange(): void
}

export interface RunningNode extends OperationService {
  /** Counts of the ids of ranges that are this node's to give. */
  readonly rangeIds: IdBlocks
  /**
   * For a node that is about to stand still for seconds: hands over what is awake and led here.
   * True: nothing is any more, so that nobody would miss it; else it may be so soon.
   */
  stepAside(): boolean
  /** Hands leadership over and stops; what is acknowledged is durable. */
  stop(): Promise<void>
  inspect(): readonly RangeInspection[]
}

export interface NodeHooks {
  /** The node stopped by itself and must not go on with this process's memory. */
  readonly onFatal?: (error: unknown) => void
  /** Made at random with this node's data folder: another disk is another store. */
  readonly storeKey?: string
  readonly variant?: NodeVariant
}

/** Opens a node's state from its disk, mends what a crash left, and starts it. */
export async function createNode(
  env: Env,
  config: NodeConfig,
  hooks: NodeHooks = {},
): Promise<RunningNode> {
  const variants = variantOptionsOf(hooks.variant)
  const { log, data, pace } = await openDisk(env, config, variants)
  const images = data.ranges.map((range) => imageOf(range, range.recovered, config))
  const standings = await mendLog(
    log,
    images.map(({ state }) => state),
    data,
    env,
  )
  const onFatal = (error: unknown): void => {
    env.telemetry.error("node stopped", { reason: describeError(error) })
    hooks.onFatal?.(error)
  }
  let placement: Placement | undefined
  const store = new Store({
    ...{ env, config, log, data, pace },
    stores: await rememberedStores(env, config),
    onAsk: (pending, term) => placement?.onAsk(pending, term),
    locate: (places) => placement?.locate(places),
    onTable: (table) => placement?.onTable(table),
    onStranger: (nodeId) => placement?.onStranger(nodeId),
    lossNonce: lossNonceOf(log),
    openReplica: async (range, { replicaId, logLost }, seam) => {
      const image = imageOf(range, range.takeRecovered(), config)
      const found = standings.get(range.rangeId)
      const standing = found ?? (await beginLog(log, image.state, logLost, env))
      // One that comes again, as another replica, begins anew.
      standings.delete(range.rangeId)
      // Thousands that begin at once are roused one by one.
      const asleep = found !== undefined
      return newReplica(image, { ...standing, replicaId, asleep }, seam, variants)
    },
    onFatal,
    ...variants.store,
  })
  const { storeKey = "" } = hooks
  placement = new Placement({ env, config, store, storeKey, onFatal })
  await store.openReplicas()
  for (const { raft } of store.replicas) {
    // A cluster of one has nobody to wait for.
    const { voters } = raft.view.configuration
    if (voters.length === 1 && voters[0] === raft.view.id) raft.step({ type: "campaign" })
  }
  store.start()
  placement.start()
  env.telemetry.info("node started", { nodeId: config.nodeId, ranges: store.replicas.length })
  return {
    submit: (operations) => store.submit(operations),
    status: () => store.status(),
    ranges: () => store.ranges(),
    isInMemory: (rangeId, key) => store.isInMemory(rangeId, key),
    ...{ keyspaces: store.keyspaces, members: store.members, rangeIds: placement.rangeIds },
    routeFor: (operation) => store.routeFor(operation),
    stepAside: () => store.stepAside(),
    inspect: () => store.replicas.map((replica) => inspectionOf(replica, store)),
    stop: async () => {
      placement.stop()
      const graceMs = 2 * config.raft.electionTimeoutTicks * config.raft.tickMs
      await store.stop(graceMs)
      await settle(store.replicas, data, env.telemetry)
      await log.close()
    },
  }
}

async function openDisk(
  env: Env,
  config: NodeConfig,
  variants: VariantOptions,
): Promise<{ readonly log: RaftLog; readonly data: StoreData; readonly pace: BulkPace }> {
  const pace = new BulkPace(config.storage, env.clock)
  const log = await RaftLog.open(env.logDevice, {
    segmentBytesMax: config.storage.segmentBytesMax,
    identity: `${config.clusterId}/${config.nodeId}`,
    telemetry: env.telemetry,
    ...variants.storage,
  })
  const data = await StoreData.open(env.engine, {
    // Who joins a cluster later has no range before it is given one.
    initial: config.members.length === 0 ? [] : initialRanges,
    startedBefore: log.startedBefore,
    valueCacheBytes: config.storage.valueCacheBytes,
    snapshotChunkBytes: config.limits.snapshotChunkBytes,
    pace: (bytes) => pace.take(bytes),
    telemetry: env.telemetry,
    ...variants.storage,
  })
  return { log, data, pace }
}

/** A replica of what the disk holds of a range. */
function newReplica(
  { state, sessions, configuredAt = 0 }: RangeImage,
  standing: LogStanding & { readonly replicaId: ReplicaId; readonly asleep: boolean },
  seam: ReplicaSeam,
  variants: VariantOptions,
): Replica {
  const { config } = seam
  const { replicaId, asleep } = standing
  const raft = new Raft({
    ...{ asleep, configuredAt },
    ...raftOptionsOf(config, replicaId, state, standing),
    ...variants.raft,
  })
  const restoreMachine = (state: AppliedState, sessions: SessionImage): RangeMachine =>
    new RangeMachine({ state, sessions, limits: config.limits, ...variants.range })
  const { rangeId } = state.descriptor
  const machine = restoreMachine(state, sessions)
  if (asleep) machine.rest()
  return new Replica({ rangeId, raft, machine, restoreMachine, ...seam, ...variants.store })
}

function inspectionOf(replica: Replica, store: Store): RangeInspection {
  const { raft, machine, descriptor, checkMade } = replica
  return {
    descriptor,
    view: raft.view,
    applied: machine.state,
    checks: checkMade?.view ?? [],
    termAt: (index) => raft.termAt(index),
    checkRaft: () => {
      checkRaft(raft)
      store.checkClock(replica)
    },
    checkRange: () => checkRange(machine),
  }
}

/** What a range begins with: as the disk has it, or as its cluster began. */
function imageOf(
  { descriptor }: RangeData,
  recovered: RangeImage | undefined,
  config: NodeConfig,
): RangeImage {
  if (recovered !== undefined) return recovered
  const { rangeId, version, configVersion } = descriptor
  // Where the replicas were changed since, nobody knows who has the range: who took the first ones
  // for the last would tell those that came later that they are gone.
  const unchanged = version > 0 && configVersion === 0
  const initial = unchanged && initialRanges.some((range) => range.rangeId === rangeId)
  const members = initial ? config.members.map(({ nodeId }) => nodeId) : []
  return freshImage(descriptor, members)
}

/**
 * Where the first ranges of a cluster begin: behind an entry that nobody has. So a replica without
 * data can't be fed by the log, here as little as in ranges that were split off.
 */
const beginning: EntryId = { index: 1, term: 1 }
const nothing: EntryId = { index: 0, term: 0 }

/** Before the first entry: every member of the configuration file is a voter. */
function freshImage(descriptor: RangeDescriptor, members: readonly NodeId[]): RangeImage {
  const configuration: Configuration = {
    voters: members.map((nodeId) => replicaIdOf(nodeId, 0)).sort((left, right) => left - right),
    votersOutgoing: [],
    learners: [],
    learnersNext: [],
    leaving: [],
    autoLeave: false,
  }
  return {
    state: {
      ...(descriptor.version > 0 ? beginning : nothing),
      time: 0,
      configuration,
      descriptor,
    },
    sessions: noSessions,
  }
}

/**
 * Saves the next start some replay. What is acknowledged is in the log, so it may fail. One sync
 * does for all ranges: of thousands, one each would take longer than a node has to stop.
 */
async function settle(
  replicas: readonly Replica[],
  store: StoreData,
  telemetry: Telemetry,
): Promise<void> {
  const flushes = replicas
    .filter(({ data }) => !data.installing)
    .map(({ data, machine }) => data.flush(() => machine.takeSessions()))
  await Promise.allSettled(flushes)
  try {
    await Promise.all(flushes)
    await store.sync()
  } catch (error) {
    telemetry.warn("no checkpoint at the end", { reason: describeError(error) })
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

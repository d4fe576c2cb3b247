import { assert, type NodeId, type RangeId } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import { checkRaft, Raft, type RaftView } from "../core/raft/index.ts"
import type { Configuration } from "../core/raft/types.ts"
import { checkRange, RangeMachine } from "../core/range/index.ts"
import type { AppliedState, SessionImage } from "../core/range/types.ts"
import type { Env, Telemetry } from "../env/index.ts"
import { RaftLog, RangeData, SharedEngine } from "../storage/index.ts"
import { type OperationService, Replica, Store } from "../store/index.ts"
import { firstReplicaOf, raftOptionsOf } from "./recovery.ts"
import { type NodeVariant, variantOptionsOf } from "./variant.ts"

/** The one range over the whole key space of the one keyspace. */
const rangeId: RangeId = 1
const keyspaceId = 1

/** What the simulator's invariants look at. */
export interface NodeInspection {
  readonly view: RaftView
  readonly applied: AppliedState
  /** Term of a log entry, undefined outside of the log. */
  termAt(index: number): number | undefined
  /** Throws InvariantViolation when one of the machines contradicts itself. */
  check(): void
}

export interface RunningNode extends OperationService {
  /** Hands leadership over and stops; what is acknowledged is durable. */
  stop(): Promise<void>
  inspect(): NodeInspection
}

export interface NodeHooks {
  /** The node stopped by itself and must not go on with this process's memory. */
  readonly onFatal?: (error: unknown) => void
  readonly variant?: NodeVariant
}

/** Opens a node's state from its disk, mends what a crash left, and starts it. */
export async function createNode(
  env: Env,
  config: NodeConfig,
  hooks: NodeHooks = {},
): Promise<RunningNode> {
  const variants = variantOptionsOf(hooks.variant)
  const log = await RaftLog.open(env.logDevice, {
    segmentBytesMax: config.storage.segmentBytesMax,
    identity: `${config.clusterId}/${config.nodeId}`,
    telemetry: env.telemetry,
    ...variants.storage,
  })
  const data = await RangeData.open(new SharedEngine(env.engine), {
    rangeId,
    keyspaceId,
    valueCacheBytes: config.storage.valueCacheBytes,
    snapshotChunkBytes: config.limits.snapshotChunkBytes,
    telemetry: env.telemetry,
    ...variants.storage,
  })
  const recovered = data.recovered ?? freshState(config.members.map(({ nodeId }) => nodeId))
  const raftOptions = await raftOptionsOf({ rangeId, config, log, recovered, env })
  const raft = new Raft({ ...raftOptions, ...variants.raft })
  const restoreMachine = (state: AppliedState, sessions: SessionImage): RangeMachine =>
    new RangeMachine({ state, sessions, limits: config.limits, ...variants.range })
  const machine = restoreMachine(recovered.state, recovered.sessions)
  const store = new Store({
    env,
    config,
    log,
    data,
    openReplica: (seam) =>
      new Replica({ ...seam, rangeId, raft, machine, restoreMachine, ...variants.store }),
    onFatal: (error) => {
      env.telemetry.error("node stopped", { reason: describeError(error) })
      hooks.onFatal?.(error)
    },
  })
  // A cluster of one has nobody to wait for.
  const { voters } = recovered.state.configuration
  if (voters.length === 1 && voters[0] === raft.view.id) raft.step({ type: "campaign" })
  store.start()
  env.telemetry.info("node started", {
    nodeId: config.nodeId,
    term: raft.view.term,
    applied: recovered.state.index,
    lastIndex: raft.view.lastIndex,
  })
  return {
    submit: (operations) => store.submit(operations),
    status: () => store.status(),
    onLeaderChange: (listener) => store.onLeaderChange(listener),
    inspect: () => ({
      view: raft.view,
      applied: store.replica.machine.state,
      termAt: (index) => raft.termAt(index),
      check: () => {
        checkRaft(raft)
        checkRange(store.replica.machine)
      },
    }),
    stop: async () => {
      const graceMs = 2 * config.raft.electionTimeoutTicks * config.raft.tickMs
      await store.stop(graceMs)
      await settle(data, store.replica.machine, env.telemetry)
      await log.close()
    },
  }
}

/** Before the first entry: every member of the configuration file is a voter. */
function freshState(members: readonly NodeId[]): { state: AppliedState; sessions: SessionImage } {
  assert(members.length > 0, "a cluster has at least one member")
  const configuration: Configuration = {
    voters: members.map(firstReplicaOf).sort((left, right) => left - right),
    votersOutgoing: [],
    learners: [],
    learnersNext: [],
    autoLeave: false,
  }
  return {
    state: { index: 0, term: 0, time: 0, configuration },
    sessions: { sessions: [], forgotten: [], chunks: [] },
  }
}

/** Saves the next start some replay. What is acknowledged is in the log, so it may fail. */
async function settle(data: RangeData, machine: RangeMachine, telemetry: Telemetry): Promise<void> {
  if (data.installing) return
  try {
    await data.flush(() => machine.takeSessions())
    await data.checkpoint()
  } catch (error) {
    telemetry.warn("no checkpoint at the end", { reason: describeError(error) })
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

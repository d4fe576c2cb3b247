import { assert, type NodeId, type RangeId } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import { Raft, type RaftOptions, type RaftView } from "../core/raft/index.ts"
import type { Configuration } from "../core/raft/types.ts"
import { RangeMachine } from "../core/range/index.ts"
import type { AppliedState, SessionImage } from "../core/range/types.ts"
import type { Env } from "../env/index.ts"
import { RaftLog, RangeData } from "../storage/index.ts"
import { type OperationService, Replica, Store } from "../store/index.ts"
import { raftOptionsOf } from "./recovery.ts"

/** The one range over the whole key space of the one keyspace. */
const rangeId: RangeId = 1
const keyspaceId = 1

/** What the simulator's invariants look at. */
export interface NodeInspection {
  readonly view: RaftView
  readonly applied: AppliedState
  /** Term of a log entry, undefined outside of the log. */
  termAt(index: number): number | undefined
}

export interface RunningNode extends OperationService {
  /** Hands leadership over and stops; what is acknowledged is durable. */
  stop(): Promise<void>
  inspect(): NodeInspection
}

export interface NodeHooks {
  /** The node stopped by itself and must not go on with this process's memory. */
  readonly onFatal?: (error: unknown) => void
  /** Broken on purpose: for the simulator's proof that it bites. */
  readonly variant?: string
}

/** Opens a node's state from its disk, mends what a crash left, and starts it. */
export async function createNode(
  env: Env,
  config: NodeConfig,
  hooks: NodeHooks = {},
): Promise<RunningNode> {
  const variant = hooks.variant
  const log = await RaftLog.open(env.logDevice, {
    segmentBytesMax: config.storage.segmentBytesMax,
    telemetry: env.telemetry,
    ...variantOf(variant),
  })
  const data = await RangeData.open(env.engine, {
    rangeId,
    keyspaceId,
    valueCacheBytes: config.storage.valueCacheBytes,
    telemetry: env.telemetry,
    ...variantOf(variant),
  })
  const recovered = data.recovered ?? freshState(config.members.map(({ nodeId }) => nodeId))
  const raftOptions = await raftOptionsOf({ rangeId, config, log, recovered, env })
  const raft = new Raft({ ...raftOptions, ...variantOf(variant) } as RaftOptions)
  const machine = new RangeMachine({
    state: recovered.state,
    sessions: recovered.sessions,
    limits: config.limits,
    ...variantOf(variant),
  })
  const store = new Store({
    env,
    config,
    log,
    data,
    openReplica: (seam) => new Replica({ ...seam, rangeId, raft, machine }),
    onFatal: (error) => {
      env.telemetry.error("node stopped", { reason: describeError(error) })
      hooks.onFatal?.(error)
    },
  })
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
    inspect: () => ({
      view: raft.view,
      applied: store.replica.machine.state,
      termAt: (index) => raft.termAt(index),
    }),
    stop: async () => {
      const graceMs = 2 * config.raft.electionTimeoutTicks * config.raft.tickMs
      await store.stop(graceMs)
      if (!data.installing) await data.checkpoint()
      await log.close()
    },
  }
}

/** Before the first entry: every member of the configuration file is a voter. */
function freshState(members: readonly NodeId[]): { state: AppliedState; sessions: SessionImage } {
  assert(members.length > 0, "a cluster has at least one member")
  const configuration: Configuration = {
    voters: [...members].sort((left, right) => left - right),
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

function variantOf(variant: string | undefined): { variant?: never } {
  return variant === undefined ? {} : { variant: variant as never }
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

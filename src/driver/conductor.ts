import { KvError, type NodeId, type RangeId } from "../base/index.ts"
import {
  describeOperator,
  describeStep,
  type EndedOperator,
  type Order,
  type Placement,
  type Replica,
} from "../core/placement/index.ts"
import type { Operation, OperationResult, ReplicaChange } from "../core/range/types.ts"
import type { Clock, Telemetry, Timer } from "../env/index.ts"
import type { Target } from "./types.ts"

/** One pass looks at so many ranges: far under a millisecond's worth each. */
const budget = { ranges: 2_000, operators: 64 }
/** A step that was not answered by then is looked for in the reports of its range. */
const stepAnswerMs = 10_000

/** Who is so late stood still with its whole process, and heard no beats meanwhile. */
const passesMissedMin = 4

export interface ConductorOptions {
  readonly placement: Placement
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** Between two passes. */
  readonly passMs: number
  /** What is to be decided by is brought up to date. */
  readonly beforePass: () => void
  /** It is to be shown to people later. */
  readonly onEnded: (operator: EndedOperator) => void
  /** An id that no range ever had. Rejects with KvError. */
  readonly newRangeId: () => Promise<RangeId>
  /** Carries out one operation on a range, wherever it is led. Rejects with KvError. */
  readonly perform: (
    target: Target,
    operation: Operation,
    timeoutMs: number,
  ) => Promise<OperationResult>
}

/**
 * Carries out what the policy of placement plans, as long as this node drives. An order is one
 * operation on its range, asked of whoever leads it and checked there against the epoch that it was
 * made for; whether it is done is seen from the reports of the range, not from its answer. So an
 * answer that is lost costs nothing, and a driver that has been replaced changes nothing twice.
 */
export class Conductor {
  readonly #options: ConductorOptions
  #timer: Timer | undefined
  #stopped = false

  constructor(options: ConductorOptions) {
    this.#options = options
  }

  start(): void {
    const { clock, passMs, placement } = this.#options
    const dueAtMs = clock.monotonicMs() + passMs
    this.#timer = clock.after(passMs, () => {
      if (this.#stopped) return
      const nowMs = clock.monotonicMs()
      if (nowMs - dueAtMs >= passesMissedMin * passMs) placement.stoodStill(nowMs - dueAtMs, nowMs)
      this.#pass()
      this.start()
    })
  }

  stop(): void {
    this.#stopped = true
    this.#timer?.cancel()
  }

  #pass(): void {
    const { placement, clock, telemetry, beforePass, onEnded } = this.#options
    beforePass()
    placement.schedule(clock.monotonicMs(), budget)
    for (const ended of placement.takeEnded()) {
      const { id, kind, rangeId, end, reason } = ended
      telemetry.info("operator ended", { operator: id, kind, rangeId, end, reason })
      telemetry.debug("operator was", { lines: describeOperator(ended).join(" | ") })
      onEnded(ended)
    }
    for (const order of placement.takeOrders()) this.#carryOut(order)
  }

  #carryOut(order: Order): void {
    const { placement, clock, telemetry } = this.#options
    const { operatorId, rangeId, step } = order
    telemetry.info("operator step", { operator: operatorId, rangeId, step: describeStep(step) })
    this.#perform(order).catch((error: unknown) => {
      if (!(error instanceof KvError)) throw error
      telemetry.info("operator step not done", { operator: operatorId, reason: error.message })
      if (isFinal(error)) placement.orderRefused(order, error.message, clock.monotonicMs())
    })
  }

  async #perform(order: Order): Promise<void> {
    const { placement, perform, newRangeId } = this.#options
    const range = placement.range(order.rangeId)
    if (range === undefined) throw new KvError("state_changed", "the range is not there any more")
    const { step } = order
    // Ordered again because it has not caught up: it is there.
    const has = (store: NodeId) => range.replicas.some((replica) => replica.store === store)
    if (step.type === "addLearner" && has(step.store)) return
    // A joint configuration is left by the leader itself.
    if (step.type === "leaveJoint") return
    // What else is asked says itself which range it means, or is held against where that begins.
    const named = step.type === "transferLeader" ? order.rangeId : 0
    let operation: Operation
    if (step.type === "transferLeader") {
      operation = { type: "transfer", key: range.start, to: step.store }
    } else if (step.type === "merge") {
      operation = { type: "merge", at: range.end, into: range.rangeId }
    } else if (step.type === "split") {
      operation = { type: "split", at: range.start, by: step.by, childId: await newRangeId() }
    } else {
      const { rangeId, epoch } = order
      const changes = changesOf(step, range.replicas)
      if (changes.length === 0) return
      operation = {
        ...{ type: "changeReplicas", key: range.start, rangeId, changes },
        configVersion: epoch.configVersion,
      }
    }
    const target = { keyspaceId: range.keyspaceId, rangeId: named }
    await perform(target, operation, stepAnswerMs)
  }
}

type ChangeStep = Extract<
  Order["step"],
  { readonly type: "addLearner" | "changeVoters" | "removeLearner" }
>

/** A step that is ordered again may be half done: the leader is asked for what is missing. */
function changesOf(step: ChangeStep, replicas: readonly Replica[]): readonly ReplicaChange[] {
  if (step.type === "addLearner") return [{ type: "addLearner", nodeId: step.store }]
  if (step.type === "removeLearner") return [{ type: "remove", nodeId: step.store }]
  const roleOn = (id: NodeId) => replicas.find(({ store }) => store === id)?.role
  const votes = (id: NodeId) => roleOn(id) === "voter" || roleOn(id) === "incoming"
  return [
    ...step.promote.filter((id) => !votes(id)).map(changeTo("addVoter")),
    ...step.remove.filter((id) => roleOn(id) === "voter").map(changeTo("remove")),
  ]
}

function changeTo(type: ReplicaChange["type"]) {
  return (nodeId: NodeId): ReplicaChange => ({ type, nodeId })
}

/** Whether it is of no use to ask the same again: the policy has to think of something else. */
function isFinal({ code, outcome }: KvError): boolean {
  return outcome === "refused" && code !== "unavailable" && code !== "deadline_exceeded"
}

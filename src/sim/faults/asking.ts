import type { Api } from "../../api/index.ts"
import { type Dice, KvError } from "../../base/index.ts"
import type { Cluster } from "../cluster.ts"
import type { Machine } from "../machine.ts"
import type { FaultKind } from "./kinds.ts"
import type { Fault, Undo } from "./types.ts"

export const call = { timeoutMs: 2_000, onCancel: () => {}, onLeft: () => {} }

/** Of an operator who has got no good answer. */
const askAgainMs = 700

interface Asked {
  readonly what: string
  /** That strikes once it is done; undefined: what is asked is no fault by itself. */
  readonly kind?: FaultKind | undefined
  readonly onDone?: () => void
}

/** A fault by an operator, who asks whoever is up: it has struck once that is done. */
export function asked(
  durationMs: Fault["durationMs"],
  begin: (cluster: Cluster, dice: Dice, machine: Machine) => Undo,
): Fault {
  return {
    asked: true,
    durationMs,
    begin(cluster, dice) {
      const machine = anyThatAnswers(cluster, dice)
      return machine && begin(cluster, dice, machine)
    },
  }
}

/** Somebody whom an operator can ask; undefined: all are down. */
export function anyThatAnswers({ machines }: Cluster, dice: Dice): Machine | undefined {
  const up = machines.filter(({ api }) => api !== undefined)
  return up.length === 0 ? undefined : dice.pick(up)
}

/** An operator asks one node after the other, until it is done. */
export function askUntilDone(
  cluster: Cluster,
  what: string,
  work: (api: Api) => Promise<unknown>,
): void {
  const again = cluster.world.after(askAgainMs, () => askUntilDone(cluster, what, work))
  const machine = anyThatAnswers(cluster, cluster.dice)
  if (machine === undefined) return
  ask(cluster, machine, { what, onDone: () => again.cancel() }, work)
}

/** An operator asks a node, which may refuse: only what was done has struck. */
export function ask(
  cluster: Cluster,
  machine: Machine,
  { what, kind, onDone }: Asked,
  work: (api: Api) => Promise<unknown>,
): void {
  const { nodeId, api } = machine
  if (api === undefined) return
  cluster.asks.track(machine, what, work(api)).then(
    () => {
      if (kind !== undefined) cluster.struck.count(kind)
      cluster.note("done", nodeId, what)
      onDone?.()
    },
    (error: unknown) => {
      if (!(error instanceof KvError)) {
        cluster.world.fail(error)
        return
      }
      if (kind !== undefined && error.outcome === "refused") cluster.refused.count(kind)
      cluster.note("not done", nodeId, `${what}: ${error.code}`)
    },
  )
}

/** Words that the tests of single rules share. */
import type { Test } from "tap"
import type { ReplicaId } from "../../../src/base/index.ts"
import type {
  Entry,
  Heartbeat,
  Message,
  RaftVariant,
  ReadState,
} from "../../../src/core/raft/index.ts"
import { Cluster, defaultSettings } from "./cluster.ts"
import { bytesOf, type TestSettings } from "./replica.ts"

export type Settings = Partial<TestSettings>

/** A limit of entries a message: entries without data count 48 bytes. */
export const oneEntryAMessage: Settings = {
  limits: { ...defaultSettings.limits, appendMessageBytesMax: 50 },
}

export function led(settings: Settings = {}, ids: readonly ReplicaId[] = [1, 2, 3]): Cluster {
  const cluster = new Cluster(ids, settings)
  // With leases nobody votes at first.
  if (settings.leaseReads === true) for (const id of ids) cluster.tick(id, 10, 0.99)
  cluster.elect(ids[0] ?? 0)
  cluster.pass(1)
  return cluster
}

export function entries(...terms: number[]): Entry[] {
  return terms.map((term, at) => {
    return { index: at + 1, term, kind: "normal", data: bytesOf(`${at + 1}@${term}`) }
  })
}

/** A replica that wakes with these entries on its disk, in the last of their terms or later. */
export function withLog(cluster: Cluster, id: ReplicaId, terms: readonly number[], term = 0): void {
  const hardState = { term: Math.max(term, ...terms), vote: 0, commit: 0 }
  cluster.add(id, {}, { entries: entries(...terms), hardState })
}

export function isVote({ type }: Message): boolean {
  return type === "voteRequest" || type === "voteResponse"
}

export function isPreVote(message: Message): boolean {
  return isVote(message) && "preVote" in message && message.preVote
}

/** Lets these forget their leader, without a campaign. */
export function forget(cluster: Cluster, ...ids: ReplicaId[]): void {
  for (const id of ids) cluster.tick(id, 10, 0.99)
}

export function messagesOf<Type extends Message["type"]>(
  cluster: Cluster,
  type: Type,
): Extract<Message, { type: Type }>[] {
  return cluster.network.filter(
    (message): message is Extract<Message, { type: Type }> => message.type === type,
  )
}

export function heartbeat(
  from: ReplicaId,
  to: ReplicaId,
  term: number,
  fields: Partial<Heartbeat> = {},
): Heartbeat {
  const nothing = { commit: 0, readPosition: 0, damageNonce: 0, lastIndex: 0 }
  return { type: "heartbeat", from, to, term, ...nothing, ...fields }
}

/** The scenario is safe, and the variant makes it unsafe. */
export function bites(t: Test, variant: RaftVariant, scenario: (settings: Settings) => void): void {
  scenario({})
  t.throws(() => scenario({ variant }), `${variant} does harm`)
}

/** The reads that a replica was answered since this was asked last. */
export function readsOf(cluster: Cluster, id: ReplicaId): ReadState[] {
  return cluster.at(id).reads.splice(0)
}

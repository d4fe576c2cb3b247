import { assertNever } from "../../base/index.ts"
import type { Progress } from "./progress.ts"
import type { Raft } from "./raft.ts"
import type { Configuration, Entry, EntryId, Message, Ready } from "./types.ts"

/** `index@term`. */
export function describeEntryId({ index, term }: EntryId): string {
  return `${index}@${term}`
}

function describeEntry(entry: Entry): string {
  const id = describeEntryId(entry)
  return entry.kind === "normal" ? `${id} ${describeData(entry.data)}` : `${id} ${entry.kind}`
}

/** Voters, then what else there is: `1 2 3 & 1 2 4 learners 5`. */
export function describeConfiguration(configuration: Configuration): string {
  const { voters, votersOutgoing, learners, learnersNext, leaving, autoLeave } = configuration
  const parts = [voters.join(" ")]
  if (votersOutgoing.length > 0) parts.push(`& ${votersOutgoing.join(" ")}`)
  if (learners.length > 0) parts.push(`learners ${learners.join(" ")}`)
  if (learnersNext.length > 0) parts.push(`learners next ${learnersNext.join(" ")}`)
  if (leaving.length > 0) parts.push(`leaving ${leaving.join(" ")}`)
  if (autoLeave) parts.push("auto-leave")
  return parts.join(" ")
}

/** One line: who to whom, what, in which term. */
export function describeMessage(message: Message): string {
  const { from, to, term } = message
  return `${from}→${to} ${message.type} t${term}${describeContent(message)}`
}

/** What a ready asks for, a line each. Empty when it asks for nothing. */
export function describeReady(ready: Ready): string[] {
  const lines: string[] = []
  const { hardState, entries, committed, committedToLoad, snapshotOffered } = ready
  if (hardState !== undefined) {
    const { term, vote, commit } = hardState
    lines.push(`hardState term ${term} vote ${vote} commit ${commit}`)
  }
  if (entries.length > 0) lines.push(`entries ${entries.map(describeEntry).join(", ")}`)
  if (ready.mustSync) lines.push("mustSync")
  for (const message of ready.messages) lines.push(describeMessage(message))
  for (const message of ready.messagesAfterPersist) {
    lines.push(`after persist: ${describeMessage(message)}`)
  }
  if (committedToLoad !== undefined) {
    lines.push(`committed ${committedToLoad.from} to ${committedToLoad.to - 1}, to be loaded`)
  }
  if (committed.length > 0) lines.push(`committed ${committed.map(describeEntry).join(", ")}`)
  for (const { context, index } of ready.reads) lines.push(`read ${context} at ${index}`)
  for (const context of ready.readsDropped) lines.push(`read ${context} dropped`)
  for (const { to, from } of ready.loads) lines.push(`load from ${from} for ${to}`)
  if (snapshotOffered !== undefined) {
    const { from, snapshot } = snapshotOffered
    lines.push(`snapshot ${describeEntryId(snapshot)} offered by ${from}`)
  }
  return lines
}

/** One line: what a machine is and how far it got. */
export function describeRaft(raft: Raft): string {
  const { view } = raft
  const parts = [
    `${view.id} ${view.role} t${view.term}`,
    `vote ${view.vote} leader ${view.leader}`,
    `log (${describeEntryId(view.logStart)}, ${describeEntryId(raft.state.log.last)}]`,
    `persisted ${view.persistedIndex} commit ${view.commit} applied ${view.applied}`,
  ]
  if (view.damaged) parts.push("damaged")
  if (view.transferring) parts.push("transferring")
  if (view.quiescent) parts.push("quiescent")
  return parts.join(" ")
}

/** What a leader knows of the others, a line each. */
export function describeProgress({ state }: Raft): string[] {
  if (state.role.name !== "leader") return []
  return [...state.role.progress.values()].map(describeOne)
}

function describeOne(progress: Progress): string {
  const { id, match, next, flow, damage } = progress
  const parts = [`${id} ${flow.state} match ${match} next ${next}`]
  if (flow.state === "probe" && flow.paused) parts.push("paused")
  if (flow.state === "snapshot") parts.push(`pending ${flow.pending}`)
  if (flow.state === "replicate" && flow.inflight.count > 0) {
    parts.push(`inflight ${flow.inflight.count}${flow.inflight.full ? " full" : ""}`)
  }
  if (progress.loading) parts.push("loading")
  if (damage !== undefined) parts.push(`damaged, whole at ${damage.wholeAt ?? "?"}`)
  return parts.join(" ")
}

function describeContent(message: Message): string {
  switch (message.type) {
    case "voteRequest": {
      const kind = message.preVote ? " pre" : message.transfer ? " transfer" : ""
      return `${kind} last ${describeEntryId(message.last)}`
    }
    case "voteResponse":
      return `${message.preVote ? " pre" : ""} ${message.granted ? "granted" : "refused"}`
    case "appendRequest": {
      const entries = message.entries.map(describeEntry).join(", ")
      const after = describeEntryId(message.previous)
      return ` after ${after} [${entries}] commit ${message.commit}`
    }
    case "appendResponse": {
      const hint = message.rejected ? ` refused, hint ${describeEntryId(message.hint)}` : ""
      return ` ${message.index}${hint}${describeCondition(message)}`
    }
    case "heartbeat": {
      const echo = message.damageNonce === 0 ? "" : ` whole at ${message.lastIndex}`
      return ` commit ${message.commit} position ${message.readPosition}${echo}`
    }
    case "heartbeatResponse":
      return ` position ${message.readPosition}${describeCondition(message)}`
    case "snapshotOffer": {
      const { snapshot, logStart } = message
      const configuration = describeConfiguration(snapshot.configuration)
      return ` ${describeEntryId(snapshot)} voters ${configuration} log from ${logStart}`
    }
    case "readIndexRequest":
      return ""
    case "readIndexResponse":
      return ` index ${message.index}`
    case "quiesce":
      return ` commit ${message.commit}`
    case "timeoutNow":
    case "wake":
    case "gone":
      return ""
    default:
      return assertNever(message)
  }
}

function describeCondition(message: { damageNonce: number; snapshotWanted: number }): string {
  const damaged = message.damageNonce === 0 ? "" : " damaged"
  return message.snapshotWanted === 0 ? damaged : `${damaged} wants ${message.snapshotWanted}`
}

function describeData(data: Uint8Array): string {
  let text = ""
  for (const byte of data.subarray(0, 24)) {
    text += byte > 31 && byte < 127 ? String.fromCharCode(byte) : "."
  }
  return data.length > 24 ? `"${text}…" (${data.length} bytes)` : `"${text}"`
}

/** What goes between two stores in one frame, and the generated codec's names for it. */
import type { AppendResponse, Heartbeat, HeartbeatResponse } from "../../src/core/raft/types.ts"
import type { Envelope } from "../../src/wire/index.ts"
import { envelopes, generatedMessage } from "./samples.ts"

const runs = ["messages", "heartbeats", "answers", "acknowledgements"] as const

/** The lists that a message goes into which says nothing out of the ordinary. */
function runOf({ message, range }: Envelope): (typeof runs)[number] {
  if (range !== undefined) return "messages"
  if (message.type === "heartbeat" && message.damageNonce + message.lastIndex === 0)
    return "heartbeats"
  const plainAnswer =
    message.type === "heartbeatResponse" && message.damageNonce + message.snapshotWanted === 0
  if (plainAnswer) return "answers"
  if (message.type !== "appendResponse" || message.rejected) return "messages"
  const { hint, damageNonce, snapshotWanted } = message
  const plain = hint.index + hint.term + damageNonce + snapshotWanted === 0
  return plain ? "acknowledgements" : "messages"
}

export function generatedFrame(envelopes: readonly Envelope[]): object {
  const of = (run: (typeof runs)[number]) => envelopes.filter((envelope) => runOf(envelope) === run)
  return {
    messages: of("messages").map(generatedMessage),
    heartbeats: of("heartbeats").flatMap(({ rangeId, message }) => {
      const { from, to, term, commit, readPosition } = message as Heartbeat
      return [rangeId, from, to, term, commit, readPosition]
    }),
    heartbeatAnswers: of("answers").flatMap(({ rangeId, message }) => {
      const { from, to, term, readPosition } = message as HeartbeatResponse
      return [rangeId, from, to, term, readPosition]
    }),
    acknowledgements: of("acknowledgements").flatMap(({ rangeId, message }) => {
      const { from, to, term, index } = message as AppendResponse
      return [rangeId, from, to, term, index]
    }),
  }
}

/** In the order of the fields, which is all that the twin knows of their order. */
export const orderedEnvelopes = envelopes.map((each) =>
  runs.flatMap((run) => each.filter((envelope) => runOf(envelope) === run)),
)

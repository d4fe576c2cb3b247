import type { Configuration, SnapshotMeta } from "../core/raft/types.ts"
import { readConfiguration, writeConfiguration } from "./command.ts"
import type { Reader } from "./reader.ts"
import type { Writer } from "./writer.ts"

const nobody: Configuration = {
  voters: [],
  votersOutgoing: [],
  learners: [],
  learnersNext: [],
  leaving: [],
  autoLeave: false,
}

/** What an absent SnapshotMeta means. */
export const emptySnapshotMeta: SnapshotMeta = { index: 0, term: 0, configuration: nobody }

export function writeSnapshotMeta(writer: Writer, meta: SnapshotMeta): void {
  writer.uint(1, meta.index)
  writer.uint(2, meta.term)
  const configuration = writer.begin(3)
  writeConfiguration(writer, meta.configuration)
  writer.end(configuration)
}

export function readSnapshotMeta(reader: Reader): SnapshotMeta {
  let index = 0
  let term = 0
  let configuration = nobody
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) index = reader.uint53()
    else if (field === 2) term = reader.uint53()
    else if (field === 3) {
      const outer = reader.enter()
      configuration = readConfiguration(reader)
      reader.leave(outer)
    } else reader.skip()
  }
  return { index, term, configuration }
}

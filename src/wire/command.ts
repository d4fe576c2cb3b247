/** Data of log entries: the commands of a range, and changes of its configuration. */
import { emptyBytes, type HybridTime, type RangeId } from "../base/index.ts"
import type { ConfigChange, ConfigChangeRequest, Configuration } from "../core/raft/types.ts"
import type {
  AbsorbOperation,
  CheckStep,
  Command,
  RangeEpoch,
  SplitOperation,
  WriteOperation,
} from "../core/range/types.ts"
import { decodeOperation } from "./operation.ts"
import { noRange, readDescriptorField, writeDescriptorField } from "./range-descriptor.ts"
import { malformed, Reader, tooMany } from "./reader.ts"
import { varintBytes, Writer } from "./writer.ts"

/** Raised when an older node could misread what a newer one writes; it refuses instead. */
const commandFormat = 2
/** Far above any limit for operations or keys of an entry. */
const elementsMax = 1_000_000
const replicasMax = 1_000

/** A command to be: the operations are as their clients encoded them. */
type EncodableCommand = { readonly time: HybridTime; readonly rangeVersion: number } & (
  | { readonly operations: readonly Uint8Array[] }
  | { readonly type: "purge"; readonly keys: readonly Uint8Array[] }
  | { readonly type: "split"; readonly at: Uint8Array; readonly childId: RangeId }
  | Step
)

/** An entry of one range that no client asked for, but for its time and version. */
type Step = FreezeStep | { readonly type: "thaw" } | AbsorbOperation | CheckStep

interface FreezeStep {
  readonly type: "freeze"
  readonly configVersion: number
  readonly into: RangeId
  readonly target: RangeEpoch
}

export function encodeCommand(command: EncodableCommand): Uint8Array {
  const purge = "keys" in command
  const elements = purge ? command.keys : "operations" in command ? command.operations : []
  let size = 40
  for (const element of elements) size += 1 + varintBytes(element.length) + element.length
  const writer = new Writer(size)
  writer.uint(1, commandFormat)
  writer.uint(2, command.time)
  writer.bool(4, purge)
  for (const element of elements) writer.presentBytes(purge ? 5 : 3, element)
  writer.uint(6, command.rangeVersion)
  if ("at" in command) {
    const split = writer.begin(7)
    writer.bytes(1, command.at)
    writer.uint(2, command.childId)
    writer.end(split)
  } else if ("type" in command && command.type !== "purge") writeStep(writer, command)
  return writer.finish()
}

function writeStep(writer: Writer, step: Step): void {
  if (step.type === "hash") writer.presentBytes(12, emptyBytes)
  else if (step.type === "thaw") writer.presentBytes(16, emptyBytes)
  else if (step.type === "verdict") {
    const verdict = writer.begin(13)
    writer.uint(1, step.index)
    writer.string(2, step.hash)
    writer.end(verdict)
  } else if (step.type === "freeze") {
    const freeze = writer.begin(14)
    writer.uint(1, step.configVersion)
    writer.uint(2, step.into)
    writer.uint(3, step.target.version)
    writer.uint(4, step.target.configVersion)
    writer.end(freeze)
  } else if (step.type === "absorb") {
    const absorb = writer.begin(15, 128)
    writeDescriptorField(writer, 1, step.source)
    writer.bool(2, step.giveUp)
    writer.end(absorb)
  }
}

/** Keys and values are views into `data`. Throws KvError `invalid_argument`. */
export function decodeCommand(data: Uint8Array): Command {
  const reader = new Reader(data)
  const operations: WriteOperation[] = []
  const keys: Uint8Array[] = []
  let format = 0
  let time = 0
  let purge = false
  let rangeVersion = 0
  let split: Pick<SplitOperation, "at" | "childId"> | undefined
  let step: Step | undefined
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) format = reader.uint32()
    else if (field === 2) time = reader.uint53()
    else if (field === 3) operations.push(decodeWrite(reader.bytes()))
    else if (field === 4) purge = reader.bool()
    else if (field === 5) keys.push(reader.bytes())
    else if (field === 6) rangeVersion = reader.uint53()
    else if (field === 7) split = readSplit(reader)
    else if (field === 12) step = readEmpty(reader, "hash")
    else if (field === 13) step = readVerdict(reader)
    else if (field === 14) step = readFreeze(reader)
    else if (field === 15) step = readAbsorb(reader)
    else if (field === 16) step = readEmpty(reader, "thaw")
    else reader.skip()
    if (operations.length + keys.length > elementsMax) throw tooMany(elementsMax)
  }
  if (format !== commandFormat) {
    throw malformed(`a command of format ${format}; this version reads ${commandFormat}`)
  }
  if (split !== undefined) return { type: "split", time, rangeVersion, ...split }
  if (step !== undefined) return { time, rangeVersion, ...step }
  if (purge) return { type: "purge", time, rangeVersion, keys }
  return { type: "batch", time, rangeVersion, operations }
}

function readSplit(reader: Reader): Pick<SplitOperation, "at" | "childId"> {
  let at = emptyBytes
  let childId = 0
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) at = reader.bytes()
    else if (field === 2) childId = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  return { at, childId }
}

function readEmpty<T extends string>(reader: Reader, type: T): { readonly type: T } {
  const outer = reader.enter()
  while (reader.next() !== 0) reader.skip()
  reader.leave(outer)
  return { type }
}

function readFreeze(reader: Reader): FreezeStep {
  let configVersion = 0
  let into = 0
  const target = { version: 0, configVersion: 0 }
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) configVersion = reader.uint53()
    else if (field === 2) into = reader.uint53()
    else if (field === 3) target.version = reader.uint53()
    else if (field === 4) target.configVersion = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  return { type: "freeze", configVersion, into, target }
}

function readAbsorb(reader: Reader): AbsorbOperation {
  let source = noRange
  let giveUp = false
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) source = readDescriptorField(reader)
    else if (field === 2) giveUp = reader.bool()
    else reader.skip()
  }
  reader.leave(outer)
  return { type: "absorb", source, giveUp }
}

function readVerdict(reader: Reader): CheckStep {
  let index = 0
  let hash = ""
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) index = reader.uint53()
    else if (field === 2) hash = reader.string()
    else reader.skip()
  }
  reader.leave(outer)
  return { type: "verdict", index, hash }
}

function decodeWrite(bytes: Uint8Array): WriteOperation {
  const { request } = decodeOperation(bytes)
  const { type } = request
  switch (type) {
    case "get":
    case "scan":
    case "split":
    case "merge":
    case "absorb":
    case "transfer":
    case "check":
    case "ask":
    case "changeReplicas":
    case "cancel":
      throw malformed(`a command can't contain ${type}`)
    default:
      return request
  }
}

const changeTypes: readonly ConfigChange["type"][] = ["addVoter", "addLearner", "remove"]

export function encodeConfigChange(request: ConfigChangeRequest): Uint8Array {
  const writer = new Writer(16 + 12 * request.changes.length)
  for (const { type, replica } of request.changes) {
    const change = writer.begin(1)
    writer.uint(1, changeTypes.indexOf(type))
    writer.uint(2, replica)
    writer.end(change)
  }
  return writer.finish()
}

export function decodeConfigChange(data: Uint8Array): ConfigChangeRequest {
  const reader = new Reader(data)
  const changes: ConfigChange[] = []
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) changes.push(readChange(reader))
    else reader.skip()
    if (changes.length > replicasMax) throw tooMany(replicasMax)
  }
  return { changes }
}

function readChange(reader: Reader): ConfigChange {
  let type = 0
  let replica = 0
  const outer = reader.enter()
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) type = reader.uint53()
    else if (field === 2) replica = reader.uint53()
    else reader.skip()
  }
  reader.leave(outer)
  const name = changeTypes[type]
  if (name === undefined) throw malformed(`no configuration change has the number ${type}`)
  return { type: name, replica }
}

export function encodeConfiguration(configuration: Configuration): Uint8Array {
  const writer = new Writer(64)
  writeConfiguration(writer, configuration)
  return writer.finish()
}

export function decodeConfiguration(bytes: Uint8Array): Configuration {
  return readConfiguration(new Reader(bytes))
}

export function writeConfiguration(writer: Writer, configuration: Configuration): void {
  writer.uints(1, configuration.voters)
  writer.uints(2, configuration.votersOutgoing)
  writer.uints(3, configuration.learners)
  writer.uints(4, configuration.learnersNext)
  writer.bool(5, configuration.autoLeave)
  writer.uints(6, configuration.leaving)
}

export function readConfiguration(reader: Reader): Configuration {
  const voters: number[] = []
  const votersOutgoing: number[] = []
  const learners: number[] = []
  const learnersNext: number[] = []
  const leaving: number[] = []
  let autoLeave = false
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) reader.uint53s(voters, replicasMax)
    else if (field === 2) reader.uint53s(votersOutgoing, replicasMax)
    else if (field === 3) reader.uint53s(learners, replicasMax)
    else if (field === 4) reader.uint53s(learnersNext, replicasMax)
    else if (field === 5) autoLeave = reader.bool()
    else if (field === 6) reader.uint53s(leaving, replicasMax)
    else reader.skip()
  }
  return { voters, votersOutgoing, learners, learnersNext, leaving, autoLeave }
}

import { assert, type LogIndex, type ReplicaId } from "../../../src/base/index.ts"
import {
  type ConfigChangeRequest,
  type Configuration,
  checkRaft,
  type Entry,
  type EntryId,
  type HardState,
  type Input,
  type LoadRequest,
  type Message,
  Raft,
  type RaftOptions,
  type ReadState,
  type Ready,
  type SnapshotMeta,
  type TermRun,
} from "../../../src/core/raft/index.ts"

/** What survives a crash of the log. */
interface Disk {
  hardState: HardState
  start: EntryId
  entries: Entry[]
  damageNonce: number
}

/** The state machine: it remembers where it is, and counts. */
export interface Data extends SnapshotMeta {
  /** Every command applied, joined: two machines with the same history have the same text. */
  readonly history: string
}

export type TestSettings = Omit<
  RaftOptions,
  "id" | "hardState" | "configuration" | "logStart" | "logTerms" | "lastIndex" | "applied"
>

interface Seams {
  readonly send: (messages: readonly Message[]) => void
  /** Called after every step, with the machine as it is now. */
  readonly afterStep: (replica: TestReplica) => void
  readonly onApplied: (replica: TestReplica, entry: Entry) => void
}

/** A replica in the simplest shell that keeps Raft's promises: a disk and a state machine. */
export class TestReplica {
  readonly id: ReplicaId
  readonly #settings: TestSettings
  readonly #seams: Seams
  readonly #disk: Disk
  data: Data
  #durable: Data
  #raft: Raft | undefined
  /** Taken and not durable yet, in order. */
  #writes: Ready[] = []
  /** A commit index that waits for the next sync, as the log writer lets it (rule 14). */
  #unwritten: HardState | undefined
  /** Handed out and not applied yet; a span is read from disk when its turn comes. */
  #queue: (Entry | { readonly from: LogIndex; readonly to: LogIndex })[] = []
  #loads: LoadRequest[] = []
  #offered: { readonly from: ReplicaId; readonly snapshot: SnapshotMeta } | undefined
  #quarantined = false
  reads: ReadState[] = []
  readsDropped: number[] = []

  constructor(
    id: ReplicaId,
    configuration: Configuration,
    settings: TestSettings,
    seams: Seams,
    from: Partial<Pick<Disk, "hardState" | "entries">> = {},
  ) {
    this.id = id
    this.#settings = settings
    this.#seams = seams
    const hardState = from.hardState ?? { term: 0, vote: 0, commit: 0 }
    const { damageNonce } = settings
    this.#disk = { hardState, start: nowhere, entries: [...(from.entries ?? [])], damageNonce }
    this.data = { ...nowhere, configuration, history: "" }
    this.#durable = this.data
    this.start()
  }

  get running(): boolean {
    return this.#raft !== undefined
  }

  get raft(): Raft {
    assert(this.#raft !== undefined, `replica ${this.id} is down`)
    return this.#raft
  }

  get unpersisted(): readonly Ready[] {
    return this.#writes
  }

  get offered(): { readonly from: ReplicaId; readonly snapshot: SnapshotMeta } | undefined {
    return this.#offered
  }

  /** Its data is corrupt, durably so, until a snapshot is installed. */
  get quarantined(): boolean {
    return this.#quarantined
  }

  /** The durable mark of a damaged log. */
  get marked(): boolean {
    return this.#disk.damageNonce !== 0
  }

  get hasLoads(): boolean {
    return this.#loads.length > 0
  }

  get hasToApply(): boolean {
    return this.#queue.length > 0
  }

  step(input: Input): void {
    this.raft.step(input)
    this.checked()
  }

  /** To be called after anything but `step` was asked of the machine. */
  checked(): void {
    checkRaft(this.raft)
    this.#seams.afterStep(this)
  }

  /** Takes a ready, sends what may be sent at once, keeps the rest. */
  take(): Ready {
    const ready = this.raft.ready()
    this.checked()
    this.#seams.send(ready.messages)
    this.#writes.push(ready)
    if (ready.committedToLoad !== undefined) this.#queue.push(ready.committedToLoad)
    this.#queue.push(...ready.committed)
    this.#loads.push(...ready.loads)
    this.reads.push(...ready.reads)
    this.readsDropped.push(...ready.readsDropped)
    this.#offered = ready.snapshotOffered ?? this.#offered
    return ready
  }

  /** Makes the oldest write durable and sends what waited for it. False: there is none. */
  persist(): boolean {
    const ready = this.#writes.shift()
    if (ready === undefined) return false
    this.#unwritten = ready.hardState ?? this.#unwritten
    if (ready.mustSync) {
      this.#disk.hardState = this.#unwritten ?? this.#disk.hardState
      this.#unwritten = undefined
    }
    this.#write(ready.entries)
    this.#seams.send(ready.messagesAfterPersist)
    this.step({ type: "persisted", ready: ready.number })
    return true
  }

  /** Its data turns out corrupt: as the shell does, it applies nothing more and asks for anew. */
  quarantine(): void {
    this.#quarantined = true
    this.step({ type: "standDown" })
    this.step({ type: "wantSnapshot", index: this.data.index })
  }

  /** Whatever else kept it from leading is over. */
  resume(): void {
    if (!this.#quarantined) this.step({ type: "resume" })
  }

  /** Applies the next committed entry. False: there is none. */
  apply(): boolean {
    if (this.#quarantined) return false
    const head = this.#queue.shift()
    if (head === undefined) return false
    if ("to" in head) {
      this.#queue.unshift(...this.#read(head.from, head.to))
      return this.apply()
    }
    if (head.index > this.data.index) {
      this.#applyEntry(head)
      this.step({ type: "applied", index: head.index })
    }
    return true
  }

  /** What is applied survives a crash from now on. */
  checkpoint(): void {
    this.#durable = this.data
  }

  /** Cuts the log up to and with `index`. */
  compact(index: LogIndex): void {
    this.checkpoint()
    assert(index <= this.#durable.index, "the log is cut below the durable applied index (rule 17)")
    const term = this.raft.termAt(index)
    if (term === undefined || index <= this.#disk.start.index) return
    this.#disk.entries = this.#disk.entries.filter((entry) => entry.index > index)
    this.#disk.start = { index, term }
    this.step({ type: "compacted", index })
  }

  /** Reads from disk what the leader's followers need. */
  answerLoads(): void {
    for (const { to, from, bytesMax } of this.#loads.splice(0)) {
      const entries: Entry[] = []
      let bytes = 0
      for (const entry of this.#read(from, this.raft.view.persistedIndex + 1)) {
        bytes += entry.data.length + entryOverheadBytes
        if (entries.length > 0 && bytes > bytesMax) break
        entries.push(entry)
      }
      this.step({ type: "loaded", to, entries })
    }
  }

  /** Installs a snapshot, or says that it could not be had. */
  install(snapshot: Data | undefined): void {
    this.#offered = undefined
    if (snapshot === undefined || snapshot.index < this.data.index) {
      this.step({ type: "snapshotFailed" })
      return
    }
    this.data = snapshot
    this.#durable = snapshot
    const { index, term, configuration } = snapshot
    if (this.raft.termAt(index) !== term) {
      this.#disk.start = { index, term }
      this.#disk.entries = []
      this.#writes = this.#writes.map((ready) => ({ ...ready, entries: [] }))
    }
    this.step({ type: "snapshotInstalled", snapshot: { index, term, configuration } })
    this.#quarantined = false
    this.step({ type: "resume" })
  }

  crash(): void {
    this.#raft = undefined
    this.#writes = []
    this.#unwritten = undefined
    this.#queue = []
    this.#loads = []
    this.#offered = undefined
    this.data = this.#durable
  }

  /** The log turns out corrupt at the next start: it begins anew after what is applied. */
  damage(nonce: number, hardState = this.#disk.hardState): void {
    this.#disk.hardState = hardState
    this.#disk.damageNonce = nonce
    this.#disk.start = { index: this.#durable.index, term: this.#durable.term }
    this.#disk.entries = []
  }

  start(): void {
    const { hardState, entries, damageNonce } = this.#disk
    const { index, term, configuration } = this.#durable
    const known = [this.#disk.start, ...entries].find((entry) => entry.index === index)
    if (known?.term !== term) {
      this.#disk.start = { index, term }
      this.#disk.entries = []
    }
    this.#raft = new Raft({
      ...this.#settings,
      id: this.id,
      hardState,
      configuration,
      logStart: this.#disk.start,
      logTerms: runsOf(this.#disk.entries),
      lastIndex: this.#disk.entries.at(-1)?.index ?? this.#disk.start.index,
      applied: index,
      damageNonce,
    })
    this.checked()
    if (this.#quarantined) this.quarantine()
  }

  /** The machine is whole: the durable mark goes. */
  forgetDamage(): void {
    if (!this.raft.view.damaged) this.#disk.damageNonce = 0
  }

  #applyEntry(entry: Entry): void {
    assert(entry.index === this.data.index + 1, "entries are applied one after the other (rule 16)")
    let { configuration, history } = this.data
    if (entry.kind === "config") {
      configuration = this.raft.applyConfig(decodeRequest(entry.data))
      this.checked()
    }
    if (entry.kind === "normal") history += `${textOf(entry.data)};`
    this.data = { index: entry.index, term: entry.term, configuration, history }
    this.#seams.onApplied(this, entry)
  }

  #write(entries: readonly Entry[]): void {
    const [first] = entries
    if (first === undefined) return
    const kept = this.#disk.entries.filter(({ index }) => index < first.index)
    const end = kept.at(-1)?.index ?? this.#disk.start.index
    const fresh = entries.filter(({ index }) => index > this.#disk.start.index)
    assert(fresh.length === 0 || fresh[0]?.index === end + 1, "a log on disk has no gaps")
    this.#disk.entries = [...kept, ...fresh]
  }

  #read(from: LogIndex, to: LogIndex): Entry[] {
    if (from <= this.#disk.start.index) return []
    return this.#disk.entries.filter(({ index }) => index >= from && index < to)
  }
}

/** What an entry counts for beside its data. */
const entryOverheadBytes = 48

const nowhere: EntryId = { index: 0, term: 0 }

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

export function encodeRequest(request: ConfigChangeRequest): Uint8Array {
  return request.changes.length === 0 ? new Uint8Array(0) : bytesOf(JSON.stringify(request))
}

export function votersOnly(...voters: ReplicaId[]): Configuration {
  return {
    voters,
    votersOutgoing: [],
    learners: [],
    learnersNext: [],
    leaving: [],
    autoLeave: false,
  }
}

function decodeRequest(data: Uint8Array): ConfigChangeRequest {
  return data.length === 0 ? { changes: [] } : (JSON.parse(textOf(data)) as ConfigChangeRequest)
}

function runsOf(entries: readonly Entry[]): TermRun[] {
  const runs: TermRun[] = []
  for (const { index, term } of entries) {
    if (runs.at(-1)?.term !== term) runs.push({ firstIndex: index, term })
  }
  return runs
}

import { KvError } from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import type { Clock, Telemetry } from "../env/index.ts"
import type { OperationService } from "../store/types.ts"
import type { Question } from "../wire/index.ts"
import { encodeStatus, type Verb } from "../wire/index.ts"
import { Admission, overloaded } from "./admission.ts"
import { callBatch } from "./batch.ts"
import type { Call } from "./call.ts"
import { type CallOptions, callOne } from "./calls.ts"
import { createKeyspace, listKeyspaces } from "./create-keyspace.ts"
import { dropKeyspace } from "./drop-keyspace.ts"
import type { IdBlocks } from "./id-blocks.ts"
import { alterKeyspace } from "./keyspace-settings.ts"
import { Keyspaces } from "./keyspaces.ts"
import { mergeRanges } from "./merge-ranges.ts"
import {
  changeReplicas,
  checkRange,
  listRanges,
  locateKey,
  splitRange,
  transferLeader,
} from "./ranges.ts"
import { scanPages } from "./scan.ts"
import { Session, type SessionHandler, type SessionPeer } from "./session.ts"
import { askDriver } from "./stores.ts"

interface ApiOptions {
  readonly service: OperationService
  /** Counts of the ids of ranges that are this node's to give. */
  readonly rangeIds: IdBlocks
  readonly config: NodeConfig
  readonly clock: Clock
  readonly telemetry: Telemetry
  /** Of the program, as told by status. */
  readonly version: string
  /** Memory that this process takes up. */
  readonly residentBytes: () => number
}

/**
 * Everything clients can ask of a node, on messages as bytes: no transport shows here, so it serves
 * gRPC and the simulator alike. Whatever throws or rejects does so with KvError.
 */
export class Api {
  readonly #options: ApiOptions
  readonly #calls: CallOptions
  readonly #admission: Admission
  readonly #keyspaces: Keyspaces
  readonly #sessions = new Set<Session>()
  readonly #startedMs: number
  #closed = false

  constructor(options: ApiOptions) {
    const { service, clock, config, rangeIds } = options
    this.#options = options
    this.#admission = new Admission(config.limits)
    const admission = this.#admission
    this.#keyspaces = new Keyspaces({ service, clock, admission })
    const keyspaces = this.#keyspaces
    const { hostsShared } = config.driver
    const { limits } = config
    this.#calls = { service, clock, admission, limits, keyspaces, rangeIds, hostsShared }
    this.#startedMs = clock.monotonicMs()
  }

  /** Begins a session; one that there is no room for is closed at once. */
  openSession(peer: SessionPeer): SessionHandler {
    const { config, service, clock } = this.#options
    const session = new Session({
      peer,
      service,
      clock,
      admission: this.#admission,
      limits: config.limits,
      keyspaces: this.#keyspaces,
      memberAddresses: service.members.all.map(({ address }) => address),
      onClosed: (closed) => this.#sessions.delete(closed),
    })
    this.#sessions.add(session)
    if (this.#closed) session.close(stopping())
    else if (this.#sessions.size > config.limits.connectionsMax) session.close(overloaded())
    return session
  }

  /** One operation: its request message in, its response message out. */
  async unary(verb: Verb, request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return callOne(this.#calls, verb, request, call)
  }

  /** A BatchRequest in, a BatchResponse out. */
  async batch(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return callBatch(this.#calls, request, call)
  }

  /** A ScanRequest in; ScanResponses out, as many as it takes, read as they are pulled. */
  async *scan(request: Uint8Array, call: Call): AsyncGenerator<Uint8Array> {
    if (this.#closed) throw stopping()
    yield* scanPages(this.#calls, request, call)
  }

  /** What it holds for clients now. */
  get held(): Pick<Admission, "operations" | "bytes"> {
    return this.#admission
  }

  /** A StatusResponse: the cluster as this node sees it. */
  status(): Uint8Array {
    const { service, version, clock, residentBytes } = this.#options
    return encodeStatus({
      ...service.status(),
      version,
      uptimeMs: Math.floor(clock.monotonicMs() - this.#startedMs),
      residentBytes: residentBytes(),
    })
  }

  /** A request of the Cluster service that the driver answers, its response out. */
  async driver(question: Question, request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return askDriver(this.#calls, question, request, call)
  }

  /** A ListRangesResponse. */
  async listRanges(call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return listRanges(this.#calls, call)
  }

  /** A LocateKeyRequest in, a RangeStatus out. */
  async locateKey(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return locateKey(this.#calls, request, call)
  }

  /** A SplitRangeRequest in, a SplitRangeResponse out. */
  async splitRange(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return splitRange(this.#calls, request, call)
  }

  /** A TransferLeaderRequest in, a TransferLeaderResponse out. */
  async transferLeader(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return transferLeader(this.#calls, request, call)
  }

  /** A MergeRangesRequest in, a MergeRangesResponse out. */
  async mergeRanges(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return mergeRanges(this.#calls, request, call)
  }

  /** A CheckRangeRequest in, a CheckRangeResponse out. */
  async checkRange(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return checkRange(this.#calls, request, call)
  }

  /** A CreateKeyspaceRequest in, a CreateKeyspaceResponse out. */
  async createKeyspace(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return createKeyspace(this.#calls, request, call)
  }

  /** An AlterKeyspaceRequest in, an AlterKeyspaceResponse out. */
  async alterKeyspace(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return alterKeyspace(this.#calls, request, call)
  }

  /** A DropKeyspaceRequest in, a Job out. */
  async dropKeyspace(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return dropKeyspace(this.#calls, request, call)
  }

  /** A ListKeyspacesResponse. */
  async listKeyspaces(call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return listKeyspaces(this.#calls, call)
  }

  /** A ChangeReplicasRequest in, a ChangeReplicasResponse out. */
  async changeReplicas(request: Uint8Array, call: Call): Promise<Uint8Array> {
    if (this.#closed) throw stopping()
    return changeReplicas(this.#calls, request, call)
  }

  /** Ends all sessions and takes no calls any more; what is under way is answered still. */
  close(): void {
    this.#closed = true
    for (const session of [...this.#sessions]) session.close(stopping())
  }
}

function stopping(): KvError {
  return new KvError("unavailable", "this node is stopping: ask another")
}

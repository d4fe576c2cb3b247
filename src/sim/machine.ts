import type { Api } from "../api/index.ts"
import {
  assert,
  type Dice,
  hexOf,
  InvariantViolation,
  isDataLoss,
  type KeyspaceId,
  KvError,
  mapKeyOf,
} from "../base/index.ts"
import type { NodeConfig } from "../config/types.ts"
import { defaultKeyspaceId, holdsKey } from "../core/range/index.ts"
import type { RangeDescriptor } from "../core/range/types.ts"
import type { LogFields, Telemetry } from "../env/index.ts"
import {
  createApi,
  createNode,
  type NodeVariant,
  type RangeInspection,
  type RunningNode,
} from "../node/index.ts"
import { cellPair, ownerOf, RangeKeys } from "../storage/index.ts"
import type { ClientEndpoint } from "./client-transport.ts"
import type { ClockHardware } from "./clock.ts"
import type { Disk } from "./disk.ts"
import { SimEngine } from "./engine.ts"
import { EngineStore } from "./engine-store.ts"
import { type AskToJoin, join } from "./joining.ts"
import { SimLogDevice } from "./log-device.ts"
import { LogFolder } from "./log-folder.ts"
import { MemoPage } from "./memo.ts"
import type { PeerNetwork } from "./network.ts"
import type { Crash } from "./platter.ts"
import { Process } from "./process.ts"
import { randomOf } from "./random.ts"
import type { World } from "./world.ts"

export interface MachineOptions {
  readonly world: World
  readonly dice: Dice
  readonly config: NodeConfig
  readonly network: PeerNetwork
  readonly clock: ClockHardware
  readonly disk: Disk
  readonly variant: NodeVariant | undefined
  /** Whether a disk may hold, in this run, what nobody wrote to it. */
  readonly disksRot: boolean
  /** How a node that is not among the first ones asks to be one of the cluster. */
  readonly join?: AskToJoin
  /** A process was begun. */
  readonly onStart: (machine: Machine, process: Process) => void
  /** The node says something of itself, for people to read. */
  readonly onSaid?: (event: string, fields: LogFields) => void
  /** The node runs: again, or for the first time. */
  readonly onUp: (machine: Machine) => void
  /** The process is about to die, where it stands. */
  readonly onDying: (machine: Machine) => void
  /** It runs no more. */
  readonly onDown: (machine: Machine, why: string) => void
}

/** Share of the pages of an engine's iterators that fail. */
const letGoChance = 0.001

/** One node that runs, and what only this run of it has. */
interface Incarnation {
  readonly process: Process
  node: RunningNode | undefined
  api: Api | undefined
}

/** A computer with a disk, a clock and, most of the time, a node that runs on it. */
export class Machine {
  readonly nodeId: number
  readonly config: NodeConfig
  readonly disk: Disk
  readonly clock: ClockHardware
  readonly logFolder = new LogFolder()
  readonly engineStore = new EngineStore()
  readonly memoPage = new MemoPage()
  readonly #options: MachineOptions
  readonly #planted = new Set<string>()
  #incarnation: Incarnation | undefined
  #incarnations = 0

  constructor(options: MachineOptions) {
    this.#options = options
    this.config = options.config
    this.nodeId = options.config.nodeId
    this.disk = options.disk
    this.clock = options.clock
    this.disk.hold(this.logFolder)
    this.disk.hold(this.engineStore)
    this.disk.onCrashPoint = (step, moment) =>
      this.crash(options.dice.roll(0.5) ? "kill" : "powerLoss", `${moment} ${step}`)
  }

  /** Whether its disk may hold what nobody wrote to it. */
  get mayRot(): boolean {
    return this.#options.disksRot
  }

  get process(): Process | undefined {
    return this.#incarnation?.process
  }

  get node(): RunningNode | undefined {
    return this.#incarnation?.node
  }

  /** Its replicas; none while the node does not run. */
  inspect(): readonly RangeInspection[] {
    return this.#incarnation?.node?.inspect() ?? []
  }

  /** Cells of a keyspace that its engine holds, and what it keeps of their expiry. */
  cellsOf(keyspaceId: KeyspaceId): number {
    return this.engineStore.keys().filter((key) => {
      const owner = ownerOf(key)
      return owner !== undefined && owner.type !== "range" && owner.keyspaceId === keyspaceId
    }).length
  }

  /**
   * A pair of its engine that is of none of its replicas; undefined: there is none. Rows of the
   * expiry index don't count: those of cells that were written over stay when their range goes.
   * Nor does what was planted: where no replica has it nobody looks.
   */
  leftover(): string | undefined {
    const ranges = this.inspect().map(({ descriptor }) => descriptor)
    const left = this.engineStore.keys().find((key) => {
      const owner = ownerOf(key)
      if (owner === undefined || owner.type === "expiry") return false
      if (this.#planted.has(mapKeyOf(key))) return false
      if (owner.type === "range") return ranges.every(({ rangeId }) => rangeId !== owner.rangeId)
      return !ranges.some((range) => {
        return range.keyspaceId === owner.keyspaceId && holdsKey(range, owner.key)
      })
    })
    return left && `node ${this.nodeId} has pair ${hexOf(left)} of no range that it has`
  }

  /** What its engine keeps of when cells of its ranges expire, whether they are there or not. */
  get expiryNotes(): number {
    const ranges = this.inspect().map(({ descriptor }) => new RangeKeys(descriptor))
    const isNote = (key: Uint8Array): boolean => {
      return ranges.some((range) => range.readExpiry(key)?.mine === true)
    }
    return this.engineStore.keys().filter(isNote).length
  }

  /** What operators ask of the node; undefined while it does not run. */
  get api(): Api | undefined {
    return this.#incarnation?.api
  }

  /** Where clients reach the node now. */
  get endpoint(): ClientEndpoint | undefined {
    const { process, api } = this.#incarnation ?? {}
    if (process === undefined || api === undefined) return undefined
    return { host: this.nodeId, process, openSession: (peer) => api.openSession(peer) }
  }

  /** Starts the node, if it does not run. */
  start(): void {
    if (this.#incarnation !== undefined) return
    const { world, dice } = this.#options
    this.#incarnations += 1
    const process = new Process(world, `node ${this.nodeId}.${this.#incarnations}`)
    const incarnation: Incarnation = { process, node: undefined, api: undefined }
    this.#incarnation = incarnation
    world.note("start", [this.nodeId, this.#incarnations])
    this.#options.onStart(this, process)
    process.after(dice.between(1, 20), () => {
      this.#open(incarnation).catch((error: unknown) => this.#onStartFailure(incarnation, error))
    })
  }

  /** Ends the process now; the disk forgets what `how` makes it forget. */
  crash(how: Crash, why: string): void {
    if (this.#incarnation === undefined) return
    this.#options.onDying(this)
    this.#options.world.note("crash", [this.nodeId, how, why])
    this.#incarnation.process.kill()
    this.#incarnation = undefined
    this.disk.crash(how)
    this.#options.onDown(this, why)
  }

  /** Stops the node as an operator does; it is down afterwards. */
  stop(): void {
    const incarnation = this.#incarnation
    if (incarnation?.node === undefined) return
    this.#options.world.note("stop", [this.nodeId])
    incarnation.node.stop().then(
      () => {
        if (incarnation === this.#incarnation) this.crash("kill", "stopped")
      },
      (error: unknown) => this.#onFatal(incarnation, error),
    )
  }

  /**
   * Flips one bit of the durable log, and says where. One at a time: two bad bytes in the last
   * append look like a torn write, and no log could tell them from one.
   */
  flipLogBit(dice: Dice): string | undefined {
    const names = this.logFolder.names.filter(
      (name) => (this.logFolder.file(name)?.syncedBytes ?? 0) > 0,
    )
    if (names.length === 0) return undefined
    const name = dice.pick(names)
    const file = this.logFolder.file(name)
    const at = dice.between(0, (file?.syncedBytes ?? 1) - 1)
    file?.flipBit(at, dice.between(0, 7))
    return `${name} at ${at}`
  }

  /** Of a machine that is down: the disk of its log is not mounted, or somebody cleared it. */
  loseLog(): void {
    assert(this.process === undefined, "a log is taken from a node that runs")
    for (const name of this.logFolder.names) this.logFolder.remove(name)
    this.logFolder.sync(this.logFolder.changeCount)
  }

  /**
   * Lets bits rot under one pair of the engine, and says under which. Either the engine's checksum
   * of the block catches it, or the node's own has to.
   */
  rotPair(dice: Dice): string | undefined {
    const keys = this.engineStore.keys()
    if (keys.length === 0) return undefined
    const key = dice.pick(keys)
    const spoilt = dice.roll(0.5) || !this.engineStore.flipBit(key, dice)
    if (spoilt) this.engineStore.spoil(key)
    return `${spoilt ? "block" : "bit"} of pair ${hexOf(key)}`
  }

  /** Of a machine that is down: it can't read what it knows of a range's clients any more. */
  spoilSessions(range: RangeDescriptor): void {
    this.engineStore.spoil(new RangeKeys(range).sessionsEnd)
  }

  /** Of a machine that is down: the engine could not be opened, an empty one is in its place. */
  emptyEngine(): void {
    assert(this.process === undefined, "an engine is replaced under a node that runs")
    this.engineStore.replaceAll([])
  }

  /** Puts a whole cell of the default keyspace where no replica put it. */
  plantCell(key: string, value: string): void {
    const [keyBytes, valueBytes] = [key, value].map((text) => new TextEncoder().encode(text))
    const cell = { value: valueBytes as Uint8Array, version: 1, expiresAtMs: 0 }
    const pair = cellPair(defaultKeyspaceId, keyBytes as Uint8Array, cell)
    this.#planted.add(mapKeyOf(pair.key))
    this.engineStore.plant(pair.key, pair.value)
  }

  async #open(incarnation: Incarnation): Promise<void> {
    const { world, dice, config, network, variant } = this.#options
    const { process } = incarnation
    const storeKey = `disk of node ${this.nodeId}`
    const memo = this.memoPage.memoOf(process)
    const ask = this.#options.join
    if (ask !== undefined && config.join.length > 0) {
      await join({ process, dice, memo, config, storeKey, ask })
      if (!process.alive) return
    }
    const env = {
      clock: this.clock.clockOf(process, dice.between(0, 1_000_000)),
      random: randomOf(dice.fork()),
      network: network.portOf(this.nodeId, process),
      engine: new SimEngine(this.disk, this.engineStore, process, letGoChance),
      logDevice: new SimLogDevice(this.disk, this.logFolder, process),
      memo,
      telemetry: this.#telemetry(process),
    }
    const node = await createNode(env, config, {
      onFatal: (error) => this.#onFatal(incarnation, error),
      storeKey,
      ...(variant === undefined ? {} : { variant }),
    })
    if (!process.alive) return
    incarnation.node = node
    const facts = { version: "simulated", residentBytes: () => 0 }
    incarnation.api = createApi(node, env, config, facts)
    world.note("up", [this.nodeId, this.#incarnations])
    this.#options.onUp(this)
  }

  #onStartFailure(incarnation: Incarnation, error: unknown): void {
    if (!incarnation.process.alive) return
    // Whoever starts nodes tries again; but bytes that went bad must never keep one down.
    const expected = error instanceof KvError && ["disk_full", "unavailable"].includes(error.code)
    if (!expected) this.#options.world.fail(error)
    this.crash("kill", `start failed: ${String(error)}`)
  }

  /** The node gave up by itself: a failure of the run, unless the run explains it. */
  #onFatal(incarnation: Incarnation, error: unknown): void {
    if (!incarnation.process.alive) return
    if (!(isDataLoss(error) && this.#options.disksRot)) {
      this.#options.world.fail(wrap(error, this.nodeId))
    }
    // The process is in the middle of something: it dies when that has come to its end.
    incarnation.process.after(0, () => {
      if (incarnation === this.#incarnation) this.crash("kill", `fatal: ${String(error)}`)
    })
  }

  #telemetry(process: Process): Telemetry {
    const at =
      (level: string) =>
      (event: string, fields?: LogFields): void => {
        if (!process.alive) return
        this.#options.world.note("log", [this.nodeId, level, event], () => JSON.stringify(fields))
        if (fields !== undefined) this.#options.onSaid?.(event, fields)
      }
    const error = (event: string, fields?: LogFields): void => {
      at("error")(event, fields)
      if (process.alive) this.#onErrorSaid(event, fields)
    }
    return { debug: at("debug"), info: at("info"), warn: at("warn"), error }
  }

  /** Of what is damaged: where nothing ever is, a sound disk was taken for a rotten one. */
  #onErrorSaid(event: string, fields: LogFields | undefined): void {
    // Whether that has a reason is judged by `onFatal`.
    if (this.#options.disksRot || event === "node stopped") return
    const said = `${event} ${JSON.stringify(fields)}`
    this.#options.world.fail(
      new InvariantViolation(`no disk rots in this run, yet node ${this.nodeId} says: ${said}`),
    )
  }
}

function wrap(error: unknown, nodeId: number): unknown {
  if (error instanceof InvariantViolation) error.message = `node ${nodeId}: ${error.message}`
  if (!(error instanceof KvError)) return error
  return new InvariantViolation(`node ${nodeId} gave up: ${error.code}, ${error.message}`)
}

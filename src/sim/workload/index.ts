/**
 * What clients do: several machines, each with some workers, all on few keys, so that they meet.
 * Some machines use the client library, some speak the protocol by hand.
 */
import { type Dice, defined } from "../../base/index.ts"
import { createClient, type Keyspace } from "../../client/index.ts"
import { SimClientTransport } from "../client-transport.ts"
import { ClockHardware } from "../clock.ts"
import type { Cluster } from "../cluster.ts"
import { Process } from "../process.ts"
import { randomOf } from "../random.ts"
import type { SwarmOptions } from "../swarm.ts"
import { Founders } from "./founders.ts"
import { performBy } from "./library-client.ts"
import { Lifetimes } from "./lifetimes.ts"
import { Names } from "./names.ts"
import type { Perform } from "./operations.ts"
import { PlainClient } from "./plain-client.ts"
import { Recorder } from "./recorder.ts"
import { Worker } from "./worker.ts"
import { Wrecker } from "./wrecker.ts"

export { deltaUnit, Names } from "./names.ts"
export { PlainClient } from "./plain-client.ts"
export type { Recorder } from "./recorder.ts"

/** One client machine. */
interface Seat {
  readonly process: Process
  readonly perform: Perform
  readonly client: Keyspace | undefined
  forgo(addresses: readonly string[]): void
  close(): void
}

export class Workload {
  readonly recorder: Recorder
  readonly names: Names
  readonly lifetimes: Lifetimes
  /** undefined: clients are where everybody is. */
  readonly founders: Founders | undefined
  /** undefined: nobody drops anything. */
  readonly wrecker: Wrecker | undefined
  readonly #cluster: Cluster
  readonly #dice: Dice
  readonly #swarm: SwarmOptions
  readonly #seats: Seat[] = []
  readonly #workers: Worker[] = []
  #running = 0
  #mustSucceed = false

  constructor(cluster: Cluster, dice: Dice, swarm: SwarmOptions) {
    this.#cluster = cluster
    this.#dice = dice
    this.#swarm = swarm
    this.recorder = new Recorder(cluster.world)
    this.names = new Names(swarm.workload)
    this.lifetimes = new Lifetimes(this.names, this.recorder, swarm)
    const { keyspace, mix } = swarm.workload
    if (keyspace !== "") this.founders = new Founders(cluster, dice.fork(), keyspace)
    if (swarm.drops) {
      this.wrecker = new Wrecker(cluster, dice.fork(), mix.mixed > 0 ? 4_000 : undefined)
    }
  }

  /** Workers that have not come to their end. */
  get running(): number {
    return this.#running
  }

  start(): void {
    this.founders?.start()
    this.wrecker?.start()
    const { clients, plainClients, workers } = this.#swarm.workload
    for (let i = 0; i < clients + plainClients; i += 1) {
      const seat = i < clients ? this.#library(i) : this.#plain(i)
      this.#seats.push(seat)
      const count = seat.client === undefined ? 1 : workers
      for (let worker = 0; worker < count; worker += 1) this.#employ(seat)
    }
  }

  /** These are away for long, and who has no library to find that out is told. */
  forgo(addresses: readonly string[]): void {
    for (const seat of this.#seats) seat.forgo(addresses)
  }

  /** From now on every operation that begins must succeed. */
  demandSuccess(): void {
    this.#mustSucceed = true
    for (const worker of this.#workers) worker.hurry()
  }

  /** No new operations; those under way come to their end. */
  stop(): void {
    for (const worker of this.#workers) worker.stop()
  }

  close(): void {
    for (const seat of this.#seats) seat.close()
    this.wrecker?.close()
  }

  /** A way to the store for the final audit. */
  get audit(): Perform {
    return defined(this.#seats[0], "a workload without clients").perform
  }

  #employ(seat: Seat): void {
    const worker = new Worker({
      ...{ process: seat.process, perform: seat.perform, client: seat.client },
      dice: this.#dice.fork(),
      recorder: this.recorder,
      names: this.names,
      lifetimes: this.lifetimes,
      workload: this.#swarm.workload,
      leaseReads: this.#swarm.leaseReads,
      mustSucceed: () => this.#mustSucceed,
    })
    this.#workers.push(worker)
    this.#running += 1
    worker
      .run()
      .then(() => {
        this.#running -= 1
      })
      .catch((error: unknown) => this.#cluster.world.fail(error))
  }

  #library(at: number): Seat {
    const { process, transport, clock, dice } = this.#machine(at)
    const { addresses } = this.#cluster
    const whole = createClient({
      transport,
      endpoints: addresses.filter((_, i) => i === at % addresses.length || dice.roll(0.5)),
      clock,
      random: randomOf(dice.fork()),
      limits: defined(this.#cluster.machines[0], "a cluster without machines").config.limits,
      inFlightMax: dice.pick([2, 64]),
    })
    const client = whole.keyspace(this.#swarm.workload.keyspace)
    return {
      process,
      perform: performBy(client),
      client,
      forgo: () => {},
      close: () => {
        whole.close().catch((error: unknown) => this.#cluster.world.fail(error))
      },
    }
  }

  #plain(at: number): Seat {
    const { process, transport, dice } = this.#machine(at)
    const { addresses } = this.#cluster
    const { keyspace } = this.#swarm.workload
    const client = new PlainClient({ transport, process, dice, addresses, keyspace })
    return {
      ...{ process, perform: client.perform, client: undefined },
      forgo: (gone) => client.forgo(gone),
      close: () => client.close(),
    }
  }

  #machine(at: number) {
    const { world, clientNetwork, clientHosts } = this.#cluster
    const dice = this.#dice.fork()
    const host = defined(clientHosts[at], "a client without a host")
    const process = new Process(world, `client ${host}`)
    const transport = new SimClientTransport(clientNetwork, host, process)
    const hardware = new ClockHardware(world, { monotonicRate: 1, wallRate: 1, wallOffsetMs: 0 })
    return { process, transport, clock: hardware.clockOf(process, 0), dice }
  }
}

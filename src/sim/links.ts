import type { Dice } from "../base/index.ts"
import type { Process } from "./process.ts"
import { exponentialOf } from "./random.ts"
import type { World } from "./world.ts"

/** A machine on the network: nodes by their node id, client machines by numbers from 1,000. */
export type HostId = number

export const firstClientHost: HostId = 1_000

/** How the network behaves when nothing in particular is wrong with it. */
export interface Weather {
  readonly latencyMs: number
  /** Mean of what comes on top of the latency. */
  readonly jitterMs: number
  /** Chance that a frame of a lossy lane is dropped. */
  readonly lossChance: number
  /** Chance that a frame of a lossy lane arrives a second time, `lateMs` later on the average. */
  readonly repeatChance: number
  readonly lateMs: number
  /** Chance, for each frame, that its connection breaks. */
  readonly breakChance: number
}

export const calmWeather: Weather = {
  latencyMs: 0.5,
  jitterMs: 0.25,
  lossChance: 0,
  repeatChance: 0,
  lateMs: 0,
  breakChance: 0,
}

/** Something on its way over a link. */
export interface Parcel {
  readonly from: HostId
  readonly to: HostId
  /** Lost when it meets a cut; else it waits for the end of the cut, as TCP sends again. */
  readonly lossy: boolean
  /** The process it is for. A parcel for a dead process is lost. */
  readonly receiver: Process
  readonly arrive: () => void
  /** Called instead when a cut swallowed it. */
  readonly lose?: () => void
}

interface Link {
  /** How many faults cut this direction now. */
  cuts: number
  clogs: number
  waiting: Parcel[]
}

/** All directed links between hosts, and what faults have done to them. */
export class Links {
  weather: Weather
  readonly #world: World
  readonly #dice: Dice
  readonly #links = new Map<number, Link>()

  constructor(world: World, dice: Dice, weather: Weather) {
    this.#world = world
    this.#dice = dice
    this.weather = weather
  }

  transitMs(): number {
    return this.weather.latencyMs + exponentialOf(this.#dice, this.weather.jitterMs)
  }

  isCut(from: HostId, to: HostId): boolean {
    return (this.#links.get(linkKey(from, to))?.cuts ?? 0) > 0
  }

  cut(from: HostId, to: HostId): void {
    this.#link(from, to).cuts += 1
  }

  /** Ends one `cut`. */
  mend(from: HostId, to: HostId): void {
    const link = this.#link(from, to)
    link.cuts = Math.max(0, link.cuts - 1)
    this.#release(link)
  }

  clog(from: HostId, to: HostId): void {
    this.#link(from, to).clogs += 1
  }

  /** Ends one `clog`. */
  unclog(from: HostId, to: HostId): void {
    const link = this.#link(from, to)
    link.clogs = Math.max(0, link.clogs - 1)
    this.#release(link)
  }

  /** Every link is whole again, whatever cut or clogged it. */
  mendAll(): void {
    for (const link of this.#links.values()) {
      link.cuts = 0
      link.clogs = 0
      this.#release(link)
    }
  }

  /** The parcel reaches the far end of its link at `atMs`, if the link lets it through then. */
  carry(parcel: Parcel, atMs: number): void {
    this.#world.schedule(atMs, undefined, () => this.#pass(parcel))
  }

  #pass(parcel: Parcel): void {
    const link = this.#links.get(linkKey(parcel.from, parcel.to))
    if (link !== undefined) {
      if (link.cuts > 0 && parcel.lossy) {
        parcel.lose?.()
        return
      }
      // A parcel must not overtake those that wait.
      if (link.cuts > 0 || link.clogs > 0) {
        link.waiting.push(parcel)
        return
      }
    }
    parcel.receiver.enter(parcel.arrive)
  }

  #release(link: Link): void {
    if (link.cuts > 0 || link.clogs > 0) return
    const waiting = link.waiting
    link.waiting = []
    for (const parcel of waiting) parcel.receiver.after(0, parcel.arrive)
  }

  #link(from: HostId, to: HostId): Link {
    const key = linkKey(from, to)
    let link = this.#links.get(key)
    if (link === undefined) {
      link = { cuts: 0, clogs: 0, waiting: [] }
      this.#links.set(key, link)
    }
    return link
  }
}

function linkKey(from: HostId, to: HostId): number {
  return from * 65_536 + to
}

import type { Dice } from "../base/index.ts"
import { KvError } from "../base/index.ts"
import type { Crash, Platter } from "./platter.ts"
import type { Process } from "./process.ts"
import { exponentialOf } from "./random.ts"
import type { World } from "./world.ts"

/** The steps of persisting: a crash can hit right before or right after each of them. */
export type DiskStep =
  | "append"
  | "sync"
  | "truncate"
  | "create"
  | "remove"
  | "rename"
  | "syncFolder"
  | "engineWrite"
  | "engineSync"

/** Mean times of one operation when nothing is wrong. */
export interface DiskSpeed {
  readonly readMs: number
  readonly writeMs: number
  readonly syncMs: number
}

/** An operation that has begun and not taken effect. */
interface UnderWay {
  readonly effect: () => void
}

/**
 * The disk of one machine: outlives the processes that write to it, and forgets what was not synced
 * when the power goes. What an operation does to the disk happens after its latency, whether or not
 * the process that asked for it is still there to hear of it.
 */
export class Disk {
  readonly dice: Dice
  readonly #world: World
  readonly #capacityBytes: number
  readonly #platters: Platter[] = []
  #speed: DiskSpeed
  /** Bytes that somebody else put on this disk. */
  #ballastBytes = 0
  #slowness = 1
  #stalledUntilMs = 0
  #underWay = new Set<UnderWay>()
  #stepsToCrash = Number.POSITIVE_INFINITY
  /** Called when the armed step is reached: the process must die before this returns. */
  onCrashPoint: (step: DiskStep, moment: "before" | "after") => void = () => {}

  constructor(
    world: World,
    dice: Dice,
    options: { readonly capacityBytes: number; readonly speed: DiskSpeed },
  ) {
    this.#world = world
    this.dice = dice
    this.#capacityBytes = options.capacityBytes
    this.#speed = options.speed
  }

  /** Puts something that keeps bytes onto this disk. */
  hold(platter: Platter): void {
    this.#platters.push(platter)
  }

  get capacityBytes(): number {
    return this.#capacityBytes
  }

  get freeBytes(): number {
    let used = this.#ballastBytes
    for (const platter of this.#platters) used += platter.usedBytes
    return Math.max(0, this.#capacityBytes - used)
  }

  get speed(): DiskSpeed {
    return this.#speed
  }

  /** Somebody fills the disk until this much is free; `release` takes it all back. */
  fillUpTo(freeBytes: number): void {
    this.#ballastBytes = 0
    this.#ballastBytes = Math.max(0, this.freeBytes - freeBytes)
  }

  release(): void {
    this.#ballastBytes = 0
  }

  /** Every operation takes this many times longer. 1: as it should be. */
  slowDown(factor: number): void {
    this.#slowness = factor
  }

  /** What has to be synced from now on, and what is being synced, ends only then. */
  stallSyncs(forMs: number): void {
    this.#stalledUntilMs = this.#world.nowMs + forMs
  }

  /** The process dies at the nth step from now; steps count twice, before and after. */
  crashAtStep(nth: number): void {
    this.#stepsToCrash = nth
  }

  disarm(): void {
    this.#stepsToCrash = Number.POSITIVE_INFINITY
  }

  /**
   * One operation for a process: takes effect after its latency. Resolves with what `effect`
   * returns and rejects with what it throws; never settles once the process is dead.
   */
  perform<T>(
    process: Process,
    step: DiskStep | undefined,
    latencyMs: number,
    effect: () => T,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!process.alive) return
      if (step !== undefined && this.#crashes(step, "before")) return
      const underWay = {
        effect: () => {
          this.#underWay.delete(underWay)
          const outcome = attempt(effect)
          if (step !== undefined && process.alive && this.#crashes(step, "after")) return
          process.enter(() => {
            if (outcome.done) resolve(outcome.value)
            else reject(outcome.error)
          })
        },
      }
      this.#underWay.add(underWay)
      const wait = (atMs: number): void => {
        this.#world.schedule(atMs, undefined, () => {
          if (!this.#underWay.has(underWay)) return
          const stalled = syncs(step) && this.#world.nowMs < this.#stalledUntilMs
          if (stalled) wait(this.#stalledUntilMs)
          else underWay.effect()
        })
      }
      wait(this.#world.nowMs + this.#slowness * latencyMs)
    })
  }

  /** A time around the mean. */
  latencyMs(meanMs: number): number {
    return 0.5 * meanMs + exponentialOf(this.dice, 0.5 * meanMs)
  }

  /**
   * The process that used this disk died, or the whole machine did. What was under way may have
   * happened or not.
   */
  crash(how: Crash): void {
    const underWay = [...this.#underWay]
    this.#underWay.clear()
    this.disarm()
    for (const operation of underWay) if (this.dice.roll(0.5)) operation.effect()
    for (const platter of this.#platters) platter.crash(how, this.dice)
  }

  #crashes(step: DiskStep, moment: "before" | "after"): boolean {
    this.#stepsToCrash -= 1
    if (this.#stepsToCrash > 0) return false
    this.disarm()
    this.onCrashPoint(step, moment)
    return true
  }
}

type Attempt<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly error: unknown }

function attempt<T>(effect: () => T): Attempt<T> {
  try {
    return { done: true, value: effect() }
  } catch (error) {
    return { done: false, error }
  }
}

function syncs(step: DiskStep | undefined): boolean {
  return step === "sync" || step === "truncate" || step === "syncFolder" || step === "engineSync"
}

export function diskFull(): KvError {
  return new KvError("disk_full", "no space left on the disk")
}

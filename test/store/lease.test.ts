/** How long a leader may serve reads without asking anybody (rule 31). */
import t from "tap"
import { loadConfig } from "../../src/config/index.ts"
import { Lease } from "../../src/store/lease.ts"
import { ManualClock } from "../api/manual-clock.ts"

const { raft } = loadConfig({ environment: {}, flags: [] }).config
const lengthMs = (raft.electionTimeoutTicks - 1) * raft.tickMs * 0.9
const term = 1

class Leader {
  readonly clock = new ManualClock()
  readonly #lease = new Lease({ ...raft, leaseReads: true })
  #confirmed = 0

  /** Heartbeats leave that carry this read position; a quorum has answered another by then. */
  beat(readPosition: number, confirmed = this.#confirmed): void {
    this.#confirmed = confirmed
    const beat = { type: "heartbeat", from: 1, to: 2, term, commit: 0, readPosition } as const
    this.#lease.onReady(
      { messages: [{ ...beat, damageNonce: 0, lastIndex: 0 }] },
      this.#view,
      this.clock,
    )
  }

  get valid(): boolean {
    return this.#lease.valid(this.#view, term, this.clock.monotonicMs())
  }

  get #view() {
    const readPositionConfirmed = this.#confirmed
    return { role: "leader", term, transferring: false, readPositionConfirmed } as const
  }
}

t.test("it counts from when the heartbeats left that a quorum answered", async (t) => {
  const leader = new Leader()
  leader.beat(1)
  t.notOk(leader.valid, "nobody has answered")
  leader.clock.advance(50)
  leader.beat(2, 1)
  leader.clock.advance(lengthMs - 51)
  t.ok(leader.valid)
  leader.clock.advance(1)
  t.notOk(leader.valid)
  leader.beat(3, 2)
  t.ok(leader.valid, "the second round left 50 ms later")
})

t.test("a position that leaves again, once answered, extends nothing", async (t) => {
  const leader = new Leader()
  leader.beat(1)
  leader.beat(1, 1)
  leader.clock.advance(lengthMs - 1)
  t.ok(leader.valid)
  leader.beat(1)
  leader.clock.advance(1)
  t.notOk(leader.valid)
})

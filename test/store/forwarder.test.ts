import t from "tap"
import { defined, type StoreTable } from "../../src/base/index.ts"
import type { Operation } from "../../src/core/range/types.ts"
import { Forwarder } from "../../src/store/forwarder.ts"
import type { PendingOperation } from "../../src/store/types.ts"
import { decodeForwardFrame, encodeOperation } from "../../src/wire/index.ts"
import { ManualClock } from "../api/manual-clock.ts"

/** One life of a node. What it sends stays with it until the test delivers it. */
class Life {
  readonly #sent: Uint8Array[] = []
  readonly #taken: PendingOperation[] = []
  /** Operations of this life's clients that were answered. */
  readonly answered: number[] = []
  /** What has to find its way anew, and whether the link to the leader is up. */
  readonly parked: PendingOperation[] = []
  linked = true
  /** Frames that the lane takes. */
  room = Number.POSITIVE_INFINITY
  readonly clock = new ManualClock()
  /** The stores that it knows, and what it was told of others. */
  table: StoreTable = { version: 1, clusterKey: "", stores: [] }
  readonly taught: number[] = []
  readonly #forwarder: Forwarder

  constructor(chance: number) {
    this.#forwarder = new Forwarder({
      network: {
        listen: () => {},
        setPeers: () => {},
        identify: () => {},
        send: (_to, _lane, frame) => {
          if (!this.linked || this.room === 0) return false
          this.room -= 1
          return this.#sent.push(frame) > 0
        },
        fetch: () => {
          throw new Error("nothing is fetched here")
        },
      },
      random: { chance: () => chance, bytes: (length) => new Uint8Array(length) },
      clock: this.clock,
      members: this,
      onTable: ({ version }) => this.taught.push(version),
      route: (operation) => this.#taken.push(operation),
      park: (operation) => this.parked.push(operation),
      onMisled: () => {},
      onReport: () => {},
      wake: () => {},
    })
  }

  ask(id: number): Uint8Array {
    const [frame] = this.tryToAsk(id)
    return defined(frame, "an operation that is asked leaves")
  }

  tryToAsk(id: number): readonly Uint8Array[] {
    const operation: Operation = {
      type: "get",
      key: Uint8Array.of(107),
      consistency: "linearizable",
    }
    this.#forwarder.forward(leaderId, {
      ...{ id, keyspaceId: 1, operation, rangeId: 0, rangeVersion: 0 },
      ...{ deadline: 1e9, forwarded: false, cancelled: false },
      bytes: encodeOperation({ id, timeoutMs: 1, keyspace: "default", operation }),
      sink: {
        deliver: (asked) => this.answered.push(asked.id),
        deliverEncoded: (asked) => this.answered.push(asked.id),
      },
    })
    return this.flush()
  }

  hear(frame: Uint8Array): void {
    this.#forwarder.onFrame(0, frame)
  }

  /** Answers everything it was asked, then sends what it has to send. */
  answer(valueBytes = 0): readonly Uint8Array[] {
    const key = Uint8Array.of(107)
    const value = new Uint8Array(valueBytes)
    for (const operation of this.#taken.splice(0)) {
      const cell = valueBytes === 0 ? undefined : { key, value, version: 1, expiresAtMs: 0 }
      operation.sink.deliver(operation, { type: "get", cell })
    }
    return this.flush()
  }

  sweep(nowMs: number): void {
    this.#forwarder.sweep(nowMs)
  }

  flush(): readonly Uint8Array[] {
    this.#forwarder.flush()
    return this.#sent.splice(0)
  }
}

const leaderId = 9

t.test("an operation that a peer serves is answered", async (t) => {
  const [node, leader] = [new Life(0.1), new Life(0.2)]
  leader.hear(node.ask(7))
  for (const frame of leader.answer()) node.hear(frame)
  t.same(node.answered, [7])
})

t.test("a late result for an earlier life of a node answers nothing in this one", async (t) => {
  const [before, after, leader] = [new Life(0.1), new Life(0.3), new Life(0.2)]
  leader.hear(before.ask(7))
  // Both lives count from 1: this one has the number of that one.
  const asked = after.ask(8)
  t.same(decodeForwardFrame(asked).operationIds, [1])
  for (const frame of leader.answer()) after.hear(frame)
  t.same(after.answered, [])
  leader.hear(asked)
  for (const frame of leader.answer()) after.hear(frame)
  t.same(after.answered, [8])
})

t.test("results of one turn for two lives of a node don't share a frame", async (t) => {
  const [before, after, leader] = [new Life(0.1), new Life(0.3), new Life(0.2)]
  leader.hear(before.ask(7))
  leader.hear(after.ask(8))
  const frames = leader.answer()
  t.equal(frames.length, 2)
  for (const frame of frames) after.hear(frame)
  t.same(after.answered, [8])
})

t.test(
  "what can't be sent waits for a link that was never up, and is refused after that",
  async (t) => {
    const [node, leader] = [new Life(0.1), new Life(0.2)]
    node.linked = false
    t.same(node.tryToAsk(7), [])
    t.same([node.answered, node.parked.map(({ id }) => id)], [[], [7]])
    node.linked = true
    leader.hear(node.ask(8))
    node.linked = false
    t.same(node.tryToAsk(9), [])
    t.same([node.answered, node.parked.length], [[9], 1])
  },
)

t.test("who asks and knows of fewer stores hears of all, but not with each answer", async (t) => {
  const [node, leader] = [new Life(0.1), new Life(0.2)]
  leader.table = { ...leader.table, version: 2 }
  leader.hear(node.ask(7))
  for (const frame of leader.answer()) node.hear(frame)
  t.same([node.answered, node.taught], [[7], [2]])
  leader.hear(node.ask(8))
  for (const frame of leader.answer()) node.hear(frame)
  t.same([node.answered, node.taught], [[7, 8], [2]])
  node.hear(leader.ask(9))
  for (const frame of node.answer()) leader.hear(frame)
  t.same(leader.taught, [], "who knows more is told nothing")
})

t.test("results wait for room in the lane, but not for ever", async (t) => {
  const [node, leader] = [new Life(0.1), new Life(0.2)]
  leader.hear(node.ask(7))
  leader.linked = false
  t.same(leader.answer(), [])
  leader.linked = true
  t.same(leader.flush(), [], "not with each turn: they may be many")
  leader.sweep(100)
  for (const frame of leader.flush()) node.hear(frame)
  t.same(node.answered, [7], "what it tells of is done")

  leader.hear(node.ask(8))
  leader.linked = false
  leader.answer()
  leader.sweep(60_000)
  leader.linked = true
  t.same(leader.flush(), [], "nobody waits for it any more")
})

t.test(
  "what waits behind results that a slow peer takes is not given up for their age",
  async (t) => {
    const [node, leader] = [new Life(0.1), new Life(0.2)]
    for (let id = 0; id < 6; id += 1) leader.hear(node.ask(id))
    leader.room = 0
    leader.answer(3 * 1_024 * 1_024)
    for (const nowMs of [4_000, 8_000, 12_000]) {
      leader.clock.nowMs = nowMs
      leader.room = 1
      leader.sweep(nowMs)
      for (const frame of leader.flush()) node.hear(frame)
    }
    t.equal(node.answered.length, 6)
  },
)

t.test("large results go in frames that a lane carries", async (t) => {
  const [node, leader] = [new Life(0.1), new Life(0.2)]
  for (let id = 0; id < 5; id += 1) leader.hear(node.ask(id))
  const frames = leader.answer(3 * 1_024 * 1_024)
  t.same(
    frames.map((frame) => decodeForwardFrame(frame).resultIds.length),
    [2, 2, 1],
  )
  for (const frame of frames) node.hear(frame)
  t.equal(node.answered.length, 5)
})

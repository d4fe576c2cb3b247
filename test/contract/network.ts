/** What every Network port promises, whatever carries its frames. */
import type { Test } from "tap"
import { KvError, type LeaderHint, type NodeId } from "../../src/base/index.ts"
import { type Lane, lanes, type Network, type NetworkHandler } from "../../src/env/index.ts"

export interface NetworkWorld {
  readonly peers: readonly LeaderHint[]
  /** The port of a node that runs. */
  port(nodeId: NodeId): Network
  /** What a node heard; of its present process only. */
  heard(nodeId: NodeId): Recorder
  /**
   * Ends a node's process as a crash does, and starts another in its place, which knows its
   * cluster's key if there is one.
   */
  restart(nodeId: NodeId, clusterKey?: string): Promise<void>
  /** Ends a node's process for good. */
  stop(nodeId: NodeId): Promise<void>
  /** Lets time pass until it is so. Rejects, naming `what`, when it never is. */
  until(condition: () => boolean, what: string): Promise<void>
  close(): Promise<void>
}

interface Heard {
  readonly from: NodeId
  readonly lane: Lane
  readonly frame: Uint8Array
}

/** A node that keeps what it hears and serves transfers. */
export class Recorder implements NetworkHandler {
  readonly frames: Heard[] = []
  readonly disconnects: { readonly peer: NodeId; readonly lane: Lane }[] = []
  readonly strangers: NodeId[] = []
  readonly fetches: { readonly from: NodeId; readonly request: string }[] = []
  /** Frames that transfers were asked for, and transfers that came to their end. */
  produced = 0
  ended = 0

  onFrame(from: NodeId, lane: Lane, frame: Uint8Array): void {
    this.frames.push({ from, lane, frame })
  }

  onDisconnect(peer: NodeId, lane: Lane): void {
    this.disconnects.push({ peer, lane })
  }

  onStranger(nodeId: NodeId): void {
    this.strangers.push(nodeId)
  }

  /** "refuse" is refused; "count N size S" gives N frames of S bytes. */
  async *onFetch(from: NodeId, request: Uint8Array): AsyncGenerator<Uint8Array> {
    const text = Buffer.from(request).toString()
    this.fetches.push({ from, request: text })
    if (text === "refuse") throw new KvError("overloaded", "not now", { retryAfterMs: 70 })
    const [, count, , size] = text.split(" ")
    try {
      for (let i = 0; i < Number(count); i += 1) {
        this.produced += 1
        const frame = new Uint8Array(Number(size)).fill(i % 256)
        yield frame
      }
    } finally {
      this.ended += 1
    }
  }

  on(lane: Lane): string[] {
    return this.frames
      .filter((heard) => heard.lane === lane)
      .map(({ frame }) => Buffer.from(frame).toString())
  }
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

/** Nodes 1, 2 and 3, which know each other. */
export function networkContract(t: Test, open: () => Promise<NetworkWorld>): void {
  let world: NetworkWorld
  t.beforeEach(async () => {
    world = await open()
  })
  t.afterEach(() => world.close())

  const reach = (from: NodeId, to: NodeId, lane: Lane): Promise<void> =>
    world.until(() => world.port(from).send(to, lane, bytes("hello")), `${from} reaches ${to}`)

  t.test("frames arrive on their lane, from their sender", async (t) => {
    for (const lane of lanes) await reach(1, 2, lane)
    await reach(3, 2, "raft")
    const recorder = world.heard(2)
    await world.until(() => recorder.frames.length >= 4, "four frames")
    t.same(recorder.frames.map(({ from, lane }) => `${from} ${lane}`).sort(), [
      "1 append",
      "1 forward",
      "1 raft",
      "3 raft",
    ])
    t.equal(world.heard(3).frames.length, 0)
  })

  t.test("a lane keeps its order, and frames their bytes", async (t) => {
    await reach(1, 2, "append")
    const sent = Array.from({ length: 50 }, (_, i) => `${i} ${"x".repeat((i * 997) % 5_000)}`)
    for (const text of sent) {
      await world.until(() => world.port(1).send(2, "append", bytes(text)), "room on the lane")
    }
    await world.until(() => world.heard(2).on("append").length === 51, "all frames")
    t.same(world.heard(2).on("append"), ["hello", ...sent])
  })

  t.test("an empty frame is a frame", async (t) => {
    await reach(1, 2, "raft")
    t.ok(world.port(1).send(2, "raft", new Uint8Array(0)))
    await world.until(() => world.heard(2).on("raft").length === 2, "the empty frame")
    t.same(world.heard(2).on("raft"), ["hello", ""])
  })

  t.test("nobody sends to itself or to strangers", async (t) => {
    t.equal(world.port(1).send(1, "raft", bytes("me")), false)
    t.equal(world.port(1).send(77, "raft", bytes("who")), false)
  })

  t.test("a restarted peer is told of, and reached again", async (t) => {
    for (const lane of lanes) await reach(1, 2, lane)
    await world.restart(2)
    const told = (lane: Lane): boolean =>
      world.heard(1).disconnects.some((lost) => lost.peer === 2 && lost.lane === lane)
    for (const lane of lanes) {
      // Some worlds notice a dead peer only when something is sent to it.
      await world.until(() => {
        world.port(1).send(2, lane, bytes("are you there"))
        return told(lane)
      }, `1 hears that lane ${lane} broke`)
    }
    for (const lane of lanes) {
      await world.until(() => {
        world.port(1).send(2, lane, bytes("again"))
        return world.heard(2).on(lane).includes("again")
      }, `lane ${lane} works again`)
    }
    await reach(2, 1, "forward")
    await world.until(() => world.heard(1).on("forward").length > 0, "the way back")
    t.notOk(world.heard(1).disconnects.some(({ peer }) => peer === 3))
  })

  t.test("who is of another cluster of the same name is not heard", async (t) => {
    await world.restart(1, "ours")
    await world.restart(2, "theirs")
    await world.restart(3, "ours")
    await world.until(() => {
      for (const [from, to] of [
        ...[[1, 2] as const, [2, 1] as const, [2, 3] as const],
        ...[[1, 3] as const, [3, 1] as const],
      ]) {
        world.port(from).send(to, "raft", bytes("hello"))
      }
      return [1, 3].every((nodeId) => world.heard(nodeId).frames.length >= 5)
    }, "1 and 3 hear each other")
    t.same(world.heard(2).frames, [])
    for (const nodeId of [1, 3]) t.notOk(world.heard(nodeId).frames.some(({ from }) => from === 2))
    const pulled = world.port(1).fetch(2, bytes("count 1 size 1"), new AbortController().signal)
    const failed = await pulled[Symbol.asyncIterator]()
      .next()
      .catch((error: unknown) => error)
    t.type(failed, KvError)
    t.same(world.heard(2).fetches, [])
  })

  t.test("who does not know its cluster's key yet is heard", async (t) => {
    await world.restart(1, "ours")
    await world.restart(2)
    await reach(1, 2, "raft")
    await reach(2, 1, "raft")
    const both = (): boolean => [1, 2].every((nodeId) => world.heard(nodeId).frames.length > 0)
    await world.until(both, "both hear each other")
    t.same(world.heard(1).on("raft"), ["hello"])
  })

  t.test("who is a peer no more is let go of, and heard again once it is one", async (t) => {
    for (const lane of lanes) await reach(1, 2, lane)
    await reach(2, 1, "raft")
    await world.until(() => world.heard(1).frames.length > 0, "2 is heard by 1")
    world.port(1).setPeers(world.peers.filter(({ nodeId }) => nodeId !== 2))
    t.equal(world.port(1).send(2, "raft", bytes("still there")), false)
    const before = world.heard(1).frames.length
    await world.until(() => {
      world.port(2).send(1, "raft", bytes("let me in"))
      return world.heard(1).strangers.includes(2)
    }, "1 hears that 2 is at the door")
    t.equal(world.heard(1).frames.length, before)
    await reach(1, 3, "raft")
    world.port(1).setPeers(world.peers)
    await world.until(() => {
      world.port(2).send(1, "raft", bytes("again"))
      return world.heard(1).on("raft").includes("again")
    }, "2 is a peer again")
    for (const lane of lanes) await reach(1, 2, lane)
  })

  t.test("a transfer is pulled to its end", async (t) => {
    await reach(1, 2, "raft")
    const frames: Uint8Array[] = []
    const { signal } = new AbortController()
    for await (const frame of world.port(1).fetch(2, bytes("count 20 size 3000"), signal)) {
      frames.push(frame)
    }
    t.equal(frames.length, 20)
    t.ok(frames.every((frame, i) => frame.length === 3_000 && frame[2_999] === i))
    t.same(world.heard(2).fetches, [{ from: 1, request: "count 20 size 3000" }])
    t.equal(world.heard(2).ended, 1)
  })

  t.test("the puller sets the pace, and may stop", async (t) => {
    await reach(1, 2, "raft")
    const { signal } = new AbortController()
    for await (const frame of world.port(1).fetch(2, bytes("count 1000 size 100000"), signal)) {
      t.equal(frame.length, 100_000)
      break
    }
    await world.until(() => world.heard(2).ended === 1, "the server hears that it may stop")
    t.ok(world.heard(2).produced < 200, `${world.heard(2).produced} frames were made`)
  })

  t.test("a transfer can be called off", async (t) => {
    await reach(1, 2, "raft")
    const abort = new AbortController()
    const transfer = world.port(1).fetch(2, bytes("count 1000 size 100000"), abort.signal)
    const pulled = (async () => {
      for await (const frame of transfer) if (frame.length > 0) abort.abort()
    })()
    await t.rejects(pulled, { name: "KvError", code: "cancelled" })
    await world.until(() => world.heard(2).ended === 1, "the server hears of it")
  })

  t.test("a refusal arrives as it was meant", async (t) => {
    await reach(1, 2, "raft")
    const transfer = world.port(1).fetch(2, bytes("refuse"), new AbortController().signal)
    await t.rejects(drain(transfer), { name: "KvError", code: "overloaded", message: "not now" })
  })

  t.test("a transfer from a dead peer fails", async (t) => {
    await reach(1, 2, "raft")
    await world.stop(2)
    const transfer = world.port(1).fetch(2, bytes("count 1 size 1"), new AbortController().signal)
    await t.rejects(drain(transfer), { name: "KvError", code: "unavailable" })
  })
}

async function drain(transfer: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const frame of transfer) void frame
}

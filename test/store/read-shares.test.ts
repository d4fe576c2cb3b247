import t from "tap"
import { LotSize } from "../../src/storage/index.ts"
import { FairShare, type Sharer } from "../../src/store/read-shares.ts"

/** Begins its reads, each of which takes up `amount`; tells `order`. */
function sharer(name: string, reads: number, order: string[], amount = 1): Sharer {
  let left = reads
  return {
    begin: () => {
      if (left === 0) return 0
      left -= 1
      order.push(name)
      return amount
    },
  }
}

t.test("who is alone has all there is; others have their turns one after the other", async (t) => {
  const share = new FairShare(2)
  const order: string[] = []
  share.ask(sharer("a", 5, order))
  share.ask(sharer("b", 2, order))
  const c = sharer("c", 1, order)
  share.ask(c)
  share.ask(c)
  t.equal(order.join(""), "aa")
  for (let i = 0; i < 6; i += 1) share.giveBack(1)
  t.equal(order.join(""), "aaabcaba", "whoever was served is the last in the line")
  t.equal(share.lent, 2)
})

t.test("what is larger than all there is goes alone", async (t) => {
  const share = new FairShare(10)
  const order: string[] = []
  share.ask(sharer("large", 2, order, 100))
  share.ask(sharer("small", 3, order, 5))
  t.same(order, ["large"])
  share.giveBack(100)
  t.same(order, ["large", "large"], "it was in the line before the other came")
  share.giveBack(100)
  t.same(order.slice(2), ["small", "small"])
  share.giveBack(5)
  t.same(order.slice(2), ["small", "small", "small"])
})

t.test("who is asked for more while it begins has its turn after the others", async (t) => {
  const share = new FairShare(3)
  const order: string[] = []
  const other = sharer("other", 1, order)
  let reads = 2
  const greedy: Sharer = {
    begin: () => {
      if (reads === 0) return 0
      reads -= 1
      share.ask(greedy)
      share.ask(other)
      order.push("greedy")
      return 1
    },
  }
  share.ask(greedy)
  t.same(order, ["greedy", "greedy", "other"])
  t.equal(share.lent, 3)
  t.throws(() => share.giveBack(4), /more is given back than was lent/)
})

t.test("a lot is as many cells as weigh what it may, going by the last", async (t) => {
  const size = new LotSize(1_024)
  t.equal(size.keys, 16, "before anything is known")
  size.onRead(16, 16 * 256)
  t.equal(size.keys, 4, "a lot that was too heavy says it all")
  size.onRead(4, 1_024)
  t.equal(size.keys, 4)
  let lots = 0
  while (size.keys < 256) {
    size.onRead(size.keys, size.keys)
    lots += 1
  }
  t.ok(lots < 20, `${lots} lots of small cells until it is sure of them`)
  size.onRead(1, 10_000)
  t.ok(size.keys > 4, "one large cell among many is not what all are like")
  size.onRead(256, 256 * 10_000)
  t.equal(size.keys, 1, "what is larger than a lot is one by itself")
  size.onRead(1, 0)
  t.ok(size.cellBytes > 0, "what is not there weighs something, too")
})

/** Whose turn it is to be checked. */
import t from "tap"
import { CheckRota } from "../../src/store/check-rota.ts"

function range(rangeId: number, role = "leader") {
  const check = {
    idle: true,
    begun: 0,
    begin(): boolean {
      check.begun += 1
      return true
    },
  }
  return { rangeId, raft: { view: { role } }, check }
}

const middle = (): number => 0.5
const atOnce = (): number => 0

t.test("every range that is led has its turn once a period", async (t) => {
  const ranges = [range(5), range(2), range(9), range(3, "follower")]
  const rota = new CheckRota<(typeof ranges)[number]>(900)
  const turns: string[] = []
  for (let now = 0; now <= 2_400; now += 50) {
    const next = rota.tick(now, ranges, middle)
    if (next !== undefined) turns.push(`${now}: ${next.rangeId}`)
  }
  t.same(turns, ["450: 2", "750: 9", "1050: 5", "1350: 2", "1650: 9", "1950: 5", "2250: 2"])
  t.equal(ranges[3]?.check.begun, 0)
})

t.test("one that leaves while it is checked is not waited for", async (t) => {
  const [merged, other] = [range(1), range(2)]
  const rota = new CheckRota<typeof merged>(100)
  t.equal(rota.tick(0, [merged, other], atOnce), merged)
  merged.check.idle = false
  rota.onLeft(other)
  t.equal(rota.tick(200, [merged], atOnce), undefined)
  rota.onLeft(merged)
  t.equal(rota.tick(300, [other], atOnce), other)
})

t.test("who is led is looked up once a round; who lost it since is passed over", async (t) => {
  const ranges = [range(1), range(2), range(3)]
  let looks = 0
  const counted = {
    *[Symbol.iterator]() {
      looks += 1
      yield* ranges
    },
  }
  const rota = new CheckRota<(typeof ranges)[number]>(300)
  const turnAt = (now: number) => rota.tick(now, counted, atOnce)?.rangeId
  t.same([turnAt(0), turnAt(100), turnAt(200)], [1, 2, 3])
  t.equal(looks, 1)
  t.equal(turnAt(300), 1)
  ;(ranges[1] as (typeof ranges)[number]).raft.view.role = "follower"
  t.same([turnAt(400), turnAt(500), turnAt(600)], [undefined, 3, 1])
  t.equal(looks, 3)
})

t.test("rounds begin anywhere, so that one that restarts often comes by all", async (t) => {
  const ranges = [range(1), range(2), range(3)]
  const first = [0, 0.4, 0.9].map((chance) => {
    const rota = new CheckRota<(typeof ranges)[number]>(300)
    return (rota.tick(0, ranges, () => chance) ?? rota.tick(300, ranges, () => chance))?.rangeId
  })
  t.same(first, [1, 2, 3])
})

t.test("one at a time, and none where nothing is led or the period is 0", async (t) => {
  const [slow, other] = [range(1), range(2)]
  const rota = new CheckRota<typeof slow>(100)
  t.equal(rota.tick(100, [slow, other], atOnce), slow)
  slow.check.idle = false
  t.equal(rota.tick(500, [slow, other], atOnce), undefined)
  slow.check.idle = true
  t.equal(rota.tick(550, [slow, other], atOnce), other)
  t.equal(rota.tick(5_000, [], atOnce), undefined)
  const never = new CheckRota<typeof slow>(0)
  for (const now of [0, 1e9]) t.equal(never.tick(now, [slow], atOnce), undefined)
})

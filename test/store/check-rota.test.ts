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

t.test("every range that is led has its turn once a period", async (t) => {
  const ranges = [range(5), range(2), range(9), range(3, "follower")]
  const rota = new CheckRota<(typeof ranges)[number]>(900)
  const turns: string[] = []
  for (let now = 0; now <= 2_400; now += 50) {
    const next = rota.tick(now, ranges, middle)
    if (next !== undefined) turns.push(`${now}: ${next.rangeId}`)
  }
  t.same(turns, ["450: 2", "750: 5", "1050: 9", "1350: 2", "1650: 5", "1950: 9", "2250: 2"])
  t.equal(ranges[3]?.check.begun, 0)
})

t.test("one that leaves while it is checked is not waited for", async (t) => {
  const [merged, other] = [range(1), range(2)]
  const rota = new CheckRota<typeof merged>(100)
  rota.tick(0, [merged, other], middle)
  t.equal(rota.tick(100, [merged, other], middle), merged)
  merged.check.idle = false
  rota.onLeft(other)
  t.equal(rota.tick(200, [merged], middle), undefined)
  rota.onLeft(merged)
  t.equal(rota.tick(300, [other], middle), other)
})

t.test("one at a time, and none where nothing is led or the period is 0", async (t) => {
  const slow = range(1)
  const rota = new CheckRota<typeof slow>(100)
  rota.tick(0, [slow, range(2)], middle)
  t.equal(rota.tick(100, [slow, range(2)], middle), slow)
  slow.check.idle = false
  t.equal(rota.tick(500, [slow, range(2)], middle), undefined)
  slow.check.idle = true
  t.equal(rota.tick(550, [slow, range(2)], middle)?.rangeId, 2)
  t.equal(rota.tick(5_000, [], middle), undefined)
  const never = new CheckRota<typeof slow>(0)
  for (const now of [0, 1e9]) t.equal(never.tick(now, [slow], middle), undefined)
})

/** Whether the stores of peers are there (rule 53). */
import t from "tap"
import { Liveness } from "../../src/store/liveness.ts"

const peer = 2

function watching(heartbeatTicks: number, electionTimeoutTicks: number): Liveness {
  const liveness = new Liveness({ heartbeatTicks, electionTimeoutTicks })
  liveness.setPeers([peer])
  return liveness
}

t.test("a peer that is told nothing else is greeted often enough, and no more", async (t) => {
  const cases = [
    { heartbeatTicks: 1, electionTimeoutTicks: 12, greeted: 3 },
    { heartbeatTicks: 1, electionTimeoutTicks: 3, greeted: 1 },
    { heartbeatTicks: 5, electionTimeoutTicks: 15, greeted: 5 },
    { heartbeatTicks: 2, electionTimeoutTicks: 100, greeted: 25 },
  ]
  for (const { greeted, ...options } of cases) {
    const liveness = watching(options.heartbeatTicks, options.electionTimeoutTicks)
    const at: number[] = []
    for (let tick = 1; tick <= 3 * greeted; tick += 1) {
      if (liveness.tick().greet.length === 0) continue
      liveness.onSaid(peer)
      at.push(tick)
    }
    t.same(at, [greeted, 2 * greeted, 3 * greeted])
    // Two that are late make nobody absent.
    t.ok(3 * greeted <= options.electionTimeoutTicks)
  }
})

t.test("whoever is told something is not greeted", async (t) => {
  const liveness = watching(1, 12)
  for (let tick = 1; tick <= 20; tick += 1) {
    t.same(liveness.tick().greet, [])
    if (tick % 2 === 0) liveness.onSaid(peer)
  }
})

t.test("absent after an election timeout without a word, and back with the next", async (t) => {
  const liveness = watching(1, 4)
  const news = (): unknown => {
    const { absent } = liveness.tick()
    return absent && [...absent]
  }
  t.same([news(), news(), news()], [undefined, undefined, undefined])
  liveness.onHeard(peer)
  t.same([news(), news(), news(), news()], [undefined, undefined, undefined, [peer]])
  t.same([...liveness.absent], [peer])
  t.equal(news(), undefined)
  liveness.onHeard(peer)
  t.same(news(), [])
  liveness.setPeers([])
  t.equal(news(), undefined)
})

import t from "tap"
import { LogHolds } from "../../src/store/log-holds.ts"

const everything = Number.MAX_SAFE_INTEGER
const nothing = (): number => 0

t.test(
  "rule 42: the log is kept for who swaps a snapshot in, and then for what it lacks",
  async (t) => {
    const holds = new LogHolds()
    t.equal(holds.from(nothing, 0), everything, "nobody was sent one")
    holds.begin(2, 40, 0)
    holds.begin(3, 50, 10_000)
    t.equal(holds.from(nothing, 20_000), 40)
    t.equal(
      holds.from(() => 30, 20_000),
      40,
      "what it had before it was sent one",
    )
    t.equal(
      holds.from((node) => (node === 2 ? 70 : 0), 20_000),
      50,
    )
    t.equal(
      holds.from(() => 70, 20_000),
      70,
      "both have come as far",
    )
  },
)

t.test("rule 42: not for ever, for its node may be gone", async (t) => {
  const holds = new LogHolds()
  holds.begin(2, 40, 0)
  holds.begin(3, 50, 10_000)
  t.equal(holds.from(nothing, 60_000), 50)
  t.equal(holds.from(nothing, 70_000), everything)
  holds.begin(2, 60, 70_000)
  holds.begin(2, 80, 80_000)
  t.equal(holds.from(nothing, 130_000), 80, "the last one counts")
})

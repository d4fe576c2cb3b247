/** What is told to who names a store that is not there. */
import t from "tap"
import { noSuchStore } from "../../src/base/index.ts"

t.test("which stores there are is said, in order, and of many how many more", async (t) => {
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => count - i)
  const sixteen = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16"
  const cases: readonly [number, string][] = [
    [0, "there is no store 99, nor is any other known so far: ask again"],
    [1, "there is no store 99: the stores are 1"],
    [3, "there is no store 99: the stores are 1, 2, 3"],
    [16, `there is no store 99: the stores are ${sixteen}`],
    [17, `there is no store 99: the stores are ${sixteen} and 1 more: list them to see which`],
    [90, `there is no store 99: the stores are ${sixteen} and 74 more: list them to see which`],
  ]
  for (const [count, message] of cases) t.equal(noSuchStore(99, upTo(count)), message)
})

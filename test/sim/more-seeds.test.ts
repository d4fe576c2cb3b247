import t from "tap"
import { fixedLot } from "./fixed-lot.ts"

// Apart from the first lot, for two files run at once.
t.test("another fixed lot of seeds", (t) => fixedLot(t, 1_101, 100))

import t from "tap"
import { fixedLot } from "./fixed-lot.ts"

// Apart from the first lot, for two files run at once. It begins where all it has to meet is in it.
t.test("another fixed lot of seeds", (t) => fixedLot(t, 1_114, 100))

import t from "tap"
import { fixedLot } from "./fixed-lot.ts"

t.test("a fixed lot of seeds", (t) => fixedLot(t, 1_001, 100))

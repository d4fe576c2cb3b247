/**
 * The judge of histories: what clients did and saw, one line an operation, and whether a single
 * correct store could have answered so. `checkHistory` is the whole of it; the simulator, the
 * end-to-end tests and `ringraft bench --history` speak `HistoryLine`.
 *
 * Everything that a client could see is put to it: a scan is a get of each key it covered, a delete
 * range a delete of each key, a value that may expire a put and an unknown delete.
 */
export { type CheckOptions, type CheckStats, checkHistory, type Verdict } from "./check.ts"
export { describeLine } from "./explain.ts"
export { formatHistoryLine, type HistoryLine, parseHistory } from "./history.ts"

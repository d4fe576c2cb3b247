/**
 * The segmented Raft log shared by all ranges of a store. `format.ts` draws the bytes.
 *
 * Writing: an append is one batch, one device write, one sync; what is in memory is what a replay
 * of that batch makes (`range-table.ts`), so recovery and running can't differ. A full segment is
 * closed durable, and its successor begins with the state of every range, so a segment can go once
 * no entry in it is needed. A small range that holds old segments is written anew at the head.
 *
 * Reading back after a crash: a torn end was never acknowledged and is cut; anything else that does
 * not fit is damage, which is reported and never passed over (`segment-scan.ts` tells which is
 * which). Ranges that damage may have hurt keep their newest readable hard state and nothing else;
 * they are whole again once their log begins anew.
 */
export { RaftLog } from "./raft-log.ts"
export type { LogWrite, RaftLogOptions, RecoveredRange, TermRun } from "./types.ts"

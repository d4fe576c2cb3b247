/**
 * The shell of placement: what every node tells of itself (`reporter`), and what the driver, who
 * sits where the cluster's own range is led, keeps of that (`driver`). Nothing on the way of a read
 * or a write needs it: a driver that is down stops neither.
 *
 * reporter    beats of this node: on change, and slowly    driver     answers what nodes ask
 * registry    the stores' records in the system range       history    operators that ended, there
 * drops       keyspaces that go                            under-way  operators that have not
 */
export { Driver } from "./driver.ts"
export { type ReportedNode, Reporter } from "./reporter.ts"
export type { SystemOperation, Target } from "./types.ts"

/**
 * The client library, on three ports (transport, clock, dice), so that it runs in the simulator as
 * it runs in the world.
 *
 * - `client` turns calls into operations; `dispatcher` carries them: one promise and one small
 *   object an operation, one frame a turn and node, one timer for all deadlines.
 * - `nodes` knows who answers and who leads. Several nodes are connected at once, so that one that
 *   is down costs nothing; a node that owes answers and says nothing is given up.
 * - `retry` decides by outcome: what was refused and may do better elsewhere or later is tried
 *   again; so is what is unknown, for reads have no effect and writes carry a request id
 *   (`request-ids`) under which they happen once.
 */
export { createClient } from "./client.ts"
export * from "./types.ts"

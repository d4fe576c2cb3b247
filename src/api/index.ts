/**
 * What clients can ask of a node, and how much of it: message handlers on bytes, without transport.
 * src/platform/grpc binds them to gRPC, src/sim to the dreamt network.
 *
 * api.ts        the front: sessions, unary calls, batches, scans, status
 * session.ts    one client's stream of operations         calls, batch, scan   one call
 * create-, drop-keyspace, keyspace-settings               keyspaces.ts        names → ids
 * id-blocks.ts  ids for new ranges
 * intake.ts     decode and validate                       admission.ts        how much at once
 */
export { stalled, stallMsMax } from "./admission.ts"
export { Api } from "./api.ts"
export type { Call } from "./call.ts"
export { IdBlocks } from "./id-blocks.ts"
export type { SessionHandler, SessionPeer } from "./session.ts"

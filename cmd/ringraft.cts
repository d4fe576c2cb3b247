#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --v8-pool-size=1 --no-parallel-scavenge
/**
 * Where the process begins. What can't be said later is said in the first line:
 *
 * - one malloc arena: with one for each of its threads, a node takes a third more memory, in holes
 * - one helper for the collector: with the usual four, p99 of unary gets at half load was
 *   20 ms on two cores, with one it is 7
 * - it marks, but scavenges are the main thread's alone, which then waits for no helper that gets
 *   no processor; the rate of puts is the same with and without
 *
 * Node sizes its thread pool before the first ES module runs, so the size is set here: syncs of the
 * log and reads of the engine must not queue behind one another.
 */
process.env.UV_THREADPOOL_SIZE ??= "8"

void import("./ringraft.ts").then(({ main }) => main())

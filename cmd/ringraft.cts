#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --v8-pool-size=1
/**
 * Where the process begins. What can't be said later is said in the first line:
 *
 * - one malloc arena: with one for each of its threads, a node takes a third more memory, in holes
 * - one helper for the collector: of four, one always waits for a processor and makes the pause
 *   longer (measured on two cores: p99 of gets at half load fell from 20 to 7 ms)
 *
 * Node sizes its thread pool before the first ES module runs, so the size is set here: syncs of the
 * log and reads of the engine must not queue behind one another.
 */
process.env.UV_THREADPOOL_SIZE ??= "8"

void import("./ringraft.ts").then(({ main }) => main())

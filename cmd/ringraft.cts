#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node
/**
 * Where the process begins. One malloc arena for all its threads: with arenas of their own a node
 * takes a third more memory, in holes, and only the environment it starts in can say so. Node sizes
 * its thread pool before the first ES module runs, so the size is set here: syncs of the log and
 * reads of the engine must not queue behind one another.
 */
process.env.UV_THREADPOOL_SIZE ??= "8"

void import("./ringraft.ts").then(({ main }) => main())

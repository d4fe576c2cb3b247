#!/usr/bin/env node
/**
 * Where the process begins. Node sizes its thread pool before the first ES module runs, so the size
 * is set here: syncs of the log and reads of the engine must not queue behind one another.
 */
process.env.UV_THREADPOOL_SIZE ??= "8"

void import("./ringraft.ts").then(({ main }) => main())

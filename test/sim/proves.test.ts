import t from "tap"
import { simulate } from "../../src/sim/index.ts"

t.test("a run that proves nothing fails", async (t) => {
  const idle = await simulate({
    seed: 1,
    virtualMs: 16_000,
    adjust: (drawn) => ({
      ...drawn,
      workload: {
        ...{ ...drawn.workload, clients: 1, workers: 1, plainClients: 0, registers: 1 },
        mix: { ...drawn.workload.mix, batch: 0, scan: 0, deleteRange: 0 },
      },
    }),
  })
  t.match(idle.failure?.message, /proves nothing: it has no two operations .* overlapped/)
  t.match(idle.failure?.reproduce, /^npm run sim -- --seed 1 --virtual-ms 16000 --trace$/)
  // No log rots where there is no other one to mend it by.
  const calm = await simulate({
    seed: 1,
    virtualMs: 16_000,
    adjust: (drawn) => ({ ...drawn, nodes: 1, joiners: 0, labels: [], faults: ["logRot"] }),
  })
  t.match(calm.failure?.message, /proves nothing: no fault struck/)
})

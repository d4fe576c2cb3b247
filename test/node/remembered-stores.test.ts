/** What a node knows of the stores when it starts. */
import t from "tap"
import { tableOfMembers } from "../../src/base/index.ts"
import { tinyConfig } from "../../src/config/index.ts"
import { silentTelemetry } from "../../src/env/index.ts"
import { rememberedStores } from "../../src/node/remembered-stores.ts"
import { openFileMemo } from "../../src/platform/index.ts"
import { encodeStoreTable } from "../../src/wire/index.ts"

const members = [{ nodeId: 1, address: "node1:7400" }]
const config = tinyConfig({ nodeId: 1, members, seed: 1 })

t.test("a file that can't be read is as good as none: others will tell", async (t) => {
  const later = { ...tableOfMembers(members), version: 7 }
  const files = {
    whole: Buffer.from(encodeStoreTable(later)),
    damaged: Buffer.from([255, 255]),
    // Reading a folder fails, as a bad sector does.
    unreadable: {},
  }
  const folder = t.testdir(files)
  const read = (name: string) => {
    const memo = openFileMemo(`${folder}/${name}`)
    return rememberedStores({ memo, telemetry: silentTelemetry }, config)
  }
  t.same(await read("whole"), later)
  for (const name of ["damaged", "unreadable", "missing"]) {
    t.same(await read(name), tableOfMembers(members), name)
  }
})

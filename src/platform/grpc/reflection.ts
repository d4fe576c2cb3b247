import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { load } from "@grpc/proto-loader"
import { ReflectionService } from "@grpc/reflection"
import { protoPath as healthProto } from "grpc-health-check"
import { KvError } from "../../base/index.ts"

const described = ["ringraft/v1/kv.proto", "ringraft/v1/cluster.proto"]
/** Peers need no description of what they say to each other. */
const services = ["ringraft.v1.KV", "ringraft.v1.Cluster", "grpc.health.v1.Health"]

/** grpc.reflection: lets any gRPC tool find out what a server speaks. Slow to make: done early. */
export type Reflection = ReflectionService

export async function loadReflection(): Promise<Reflection> {
  const folder = protoFolder()
  const files = [...described.map((name) => join(folder, name)), healthProto]
  const definition = await load(files, { includeDirs: [folder] })
  return new ReflectionService(definition, { services })
}

/** The proto folder of this package: above the sources as well as above what is built from them. */
function protoFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "proto", described[0] as string))) {
    const above = dirname(folder)
    if (above === folder) throw new KvError("internal", "the package's proto folder is missing")
    folder = above
  }
  return join(folder, "proto")
}

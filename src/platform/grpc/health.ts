import type { Server } from "@grpc/grpc-js"
import { HealthImplementation } from "grpc-health-check"

/** As orchestrators ask: the whole server, and each service by name. */
const services = ["", "ringraft.v1.KV", "ringraft.v1.Cluster"]

/** grpc.health.v1: whether to send clients here. Not serving until it is told otherwise. */
export class Health {
  readonly #implementation = new HealthImplementation()

  constructor(server: Server) {
    this.setServing(false)
    this.#implementation.addToServer(server)
  }

  setServing(serving: boolean): void {
    for (const service of services) {
      this.#implementation.setStatus(service, serving ? "SERVING" : "NOT_SERVING")
    }
  }
}

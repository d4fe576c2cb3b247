import type { Engine, EngineWrite } from "../../env/index.ts"
import type { StorageVariant } from "../variant.ts"
import { cellWrites, childWrites, sessionWrites } from "./encode-batch.ts"
import type { ExpiryIndex } from "./expiry-index.ts"
import { endWrites, stateWrite } from "./image.ts"
import type { SealedLayer } from "./overlay.ts"
import type { Place } from "./place.ts"
import type { SizeWatch } from "./size-watch.ts"

interface LayerContext {
  readonly engine: Engine
  readonly place: Place
  readonly expiries: ExpiryIndex
  readonly size: SizeWatch
  /** Nothing of the range is in the engine. */
  readonly first: boolean
  /** Another range has its cells by now: nothing more of this one goes to the engine. */
  readonly overtaken: () => boolean
  readonly variant: StorageVariant | undefined
}

/**
 * Brings a layer into the engine: one write, with the applied state (rule 16). Durable only where
 * it buries a range. False: there was no sense in it any more.
 */
export async function writeLayer(layer: SealedLayer, context: LayerContext): Promise<boolean> {
  const { engine, place, size, overtaken, variant } = context
  const state = stateWrite(place.keys, layer.state)
  const { burial } = layer
  const options = { sync: burial !== undefined, bytesAbout: layer.bytes }
  await size.onFlush(layer.writes)
  await burial?.drained
  if (overtaken()) return false
  if (variant === "applied-index-apart") {
    // Variant: a crash in between applies these entries a second time.
    await engine.write(writesOf(layer, context), options)
    await engine.write([state], { sync: false })
  } else {
    await engine.write(writesOf(layer, context, state), options)
  }
  burial?.settle()
  return true
}

/**
 * The cache takes in what the engine has now. The epoch must change in the same moment, or a read
 * that ends in between would teach it what was there before.
 */
export function followLayer(layer: SealedLayer, { place, variant }: LayerContext): void {
  // Variant stale-cache: what was cached before stays.
  if (variant === "stale-cache") return
  for (const [key, write] of layer.writes) place.cache.follow(key, write, layer.read.has(key))
}

function* writesOf(
  layer: SealedLayer,
  { place, expiries, first }: LayerContext,
  state?: EngineWrite,
): Generator<EngineWrite, void> {
  const { keys, cache } = place
  if (first) yield* endWrites(keys)
  yield* cellWrites(layer.writes, { keys, cache, expiries })
  yield* sessionWrites(layer.sessions, keys)
  if (layer.child !== undefined) yield* childWrites(layer.child)
  if (layer.burial !== undefined) yield* layer.burial.writes
  if (state !== undefined) yield state
}

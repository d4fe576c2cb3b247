import { assert, hexOf, type RangeId } from "../../base/index.ts"
import { overlap } from "../../core/range/index.ts"
import type { RangeDescriptor } from "../../core/range/types.ts"
import type { RangeInspection } from "../../node/index.ts"

/**
 * A range of a version has one span, whoever applied it, and no two ranges of a node hold the same
 * key: neither as it has applied them, nor as its disk has them (rules 43, 46 and 48).
 */
export class SpanAgreement {
  /** By range and version. */
  readonly #spans = new Map<string, string>()
  readonly #versions = new Map<string, number>()
  /** By node and range: the descriptors, as applied and on disk, that were looked at last. */
  readonly #looked = new Map<number, Map<RangeId, readonly [RangeDescriptor, RangeDescriptor]>>()

  look(nodeId: number, range: RangeInspection, all: readonly RangeInspection[]): void {
    const { rangeId, version } = range.applied.descriptor
    if (version === 0) return
    if (this.#isNew(nodeId, range)) this.#compare(nodeId, range, all)
    this.#grows(nodeId, rangeId, range)
  }

  #isNew(nodeId: number, { applied, descriptor }: RangeInspection): boolean {
    const ofNode = this.#looked.get(nodeId) ?? new Map()
    this.#looked.set(nodeId, ofNode)
    const [asApplied, onDisk] = ofNode.get(descriptor.rangeId) ?? []
    if (asApplied === applied.descriptor && onDisk === descriptor) return false
    ofNode.set(descriptor.rangeId, [applied.descriptor, descriptor])
    return true
  }

  #compare(nodeId: number, range: RangeInspection, all: readonly RangeInspection[]): void {
    const { descriptor } = range.applied
    const { rangeId, version } = descriptor
    const name = `${rangeId} v${version}`
    const span = spanOf(descriptor)
    const known = this.#spans.get(name) ?? span
    assert(known === span, `range ${name} is ${span} on node ${nodeId}, elsewhere ${known}`)
    this.#spans.set(name, span)
    for (const other of all) {
      if (other.descriptor.rangeId === rangeId) continue
      const apart = isApart(range.descriptor, other.descriptor)
      assert(apart, `ranges ${rangeId} and ${other.descriptor.rangeId} overlap on node ${nodeId}`)
    }
  }

  /** What was applied is not taken back while the node runs; a restart may apply it again. */
  #grows(nodeId: number, rangeId: RangeId, { applied }: RangeInspection): void {
    if (applied.index === 0) return
    const at = `${nodeId}/${rangeId}/${applied.index}`
    const { version } = applied.descriptor
    const known = this.#versions.get(at) ?? version
    assert(known === version, `range ${rangeId} is v${version} at ${applied.index}, was v${known}`)
    this.#versions.set(at, version)
  }
}

function isApart(left: RangeDescriptor, right: RangeDescriptor): boolean {
  if (left.version === 0 || right.version === 0) return true
  return left.keyspaceId !== right.keyspaceId || !overlap(left, right)
}

function spanOf({ keyspaceId, start, end, frozen, absorbed }: RangeDescriptor): string {
  const merges = `${JSON.stringify(frozen)} ${absorbed}`
  return `${keyspaceId} [${hexOf(start)}, ${hexOf(end)}) ${merges}`
}

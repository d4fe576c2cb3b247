/** The names of the faults that seeds draw; each is explained where it is made. */
export const faultKinds = [
  ...([
    "partition",
    "oneWayCut",
    "isolateLeader",
    "stun",
    "topple",
    "bridge",
    "clientCut",
  ] as const),
  ...(["clog", "swizzle", "storm"] as const),
  ...(["crash", "crashLeader", "crashAll", "crashAtStep", "crashLoop", "restart"] as const),
  ...(["pause", "clockJump"] as const),
  ...(["slowDisk", "stalledSync", "diskFull", "logRot", "dataRot"] as const),
  ...(["split", "transfer"] as const),
  ...(["stray", "move", "merge", "retire", "crashDriver", "shrink", "lastCopy"] as const),
] as const

/** Each makes one rare moment likely. No seed draws them: worlds of broken machines have them. */
export const aimedFaultKinds = ["seesaw", "depose", "rivals", "evict"] as const

export type FaultKind = (typeof faultKinds)[number] | (typeof aimedFaultKinds)[number]

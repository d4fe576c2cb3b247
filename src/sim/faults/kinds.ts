/** The names of all faults; each is explained where it is made. */
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
  ...(["stray", "move", "merge"] as const),
] as const

export type FaultKind = (typeof faultKinds)[number]

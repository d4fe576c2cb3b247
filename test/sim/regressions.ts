/**
 * Seeds that found a bug, and what it was. They are run for ever. What a seed draws changes when
 * the simulator does, so a seed may meet its bug no more; the cause is what to remember.
 */
export const regressions: readonly { readonly seed: number; readonly cause: string }[] = [
  {
    seed: 4,
    cause:
      "A log write that waited for disk space was tried again after a snapshot had begun the log " +
      "anew, and put entries in front of its start.",
  },
  {
    seed: 5,
    cause:
      "A replica whose log was damaged had forgotten its vote, was whole again in the same term, and " +
      "after a restart could have voted for another: it holds to the leader that vouched for it.",
  },
  {
    seed: 18,
    cause:
      "A page of a scan ended early behind cells that were deleted and not flushed yet: it went on " +
      "at the first key of all, not behind them.",
  },
  {
    seed: 66,
    cause:
      "While the log was being begun anew for a snapshot, Raft still took entries of the old one, " +
      "which were acknowledged and never written.",
  },
  {
    seed: 96,
    cause:
      "A linearizable read was served once the state machine had decided its index, before the " +
      "engine and the cache had it: a stale read.",
  },
  {
    seed: 122,
    cause:
      "An entry was applied before it was durable in the log; after a power loss the data was ahead " +
      "of the log, and the recovered term was older than the log's last entry. The same, later, by a " +
      "snapshot that was fetched from a replica in a later term than the leader that offered it.",
  },
  {
    seed: 180,
    cause:
      "No bug: a disk was full when a snapshot was installed, so the log could not begin anew " +
      "behind it, and then the data rotted. The check took the snapshot for a promise of the log's.",
  },
  {
    seed: 47,
    cause:
      "The state of a range could not be read, and the range was taken for what its cluster began " +
      "with, over the keys of ranges that had been split off it.",
  },
  {
    seed: 232,
    cause:
      "The second step of a delete-range was refused after the first one had removed keys, and the " +
      "client said that the whole had had no effect.",
  },
  {
    seed: 309,
    cause: "A client that knew no range yet gave a write a name when it had no more to give.",
  },
  {
    seed: 9,
    cause:
      "A node that had lost a range with an engine that it could not even list dropped what the leader " +
      "sent for it, and the leader took it for one that has the range.",
  },
  {
    seed: 715,
    cause:
      "A replica whose data was corrupt asked for a snapshot after its idle group had stopped its " +
      "clocks, and nobody heard.",
  },
  {
    seed: 1050,
    cause:
      "While a snapshot of a range from before its split was on its way, a blank replica was made for " +
      "the new range, and then the split was applied.",
  },
  {
    seed: 7005,
    cause:
      "An install was interrupted after the old data had gone, its range was split elsewhere, and the " +
      "other copies rotted: the last copy of a range was lost.",
  },
  {
    seed: 7047,
    cause:
      "The engine let go of everything between a batch's last read and its write: the node stopped for " +
      "a write into data that is being replaced.",
  },
  {
    seed: 1080,
    cause:
      "The same with the blank replica first: what it was to hold was known, and not heeded before its " +
      "own snapshot had come.",
  },
  {
    seed: 110,
    cause:
      "An engine whose tombstones could not be read any more brought back a range that had left: its " +
      "replica had forgotten its vote and took itself for sound.",
  },
  {
    seed: 6,
    cause:
      "A learner was removed and never heard it: who may not campaign asked nobody where groups never " +
      "sleep, and its replica stayed for ever. Seed 53 the same.",
  },
  {
    seed: 74,
    cause:
      "The state of a range that came with its cluster could not be read, and the first configuration " +
      "was taken for the last: that replica told one that had come later that it is gone, and it left. " +
      "Later, with 110: who was removed stayed until others had that durable, and operations waited in it. " +
      "And a snapshot was acknowledged before the log began anew behind it, for which there was no space: its " +
      "data rotted, and the leader told of a commit that neither log nor data knew any more.",
  },
  {
    seed: 329,
    cause:
      "Of two voters one was removed and left; the other lost power and with it what it had applied, and " +
      "needed the vote of the one that was gone.",
  },
  {
    seed: 3_028,
    cause:
      "A leader that was cut off from all others fell asleep, over and over, before it could find out that " +
      "it led nobody. It was removed meanwhile, and when all was well again it slept on.",
  },
  {
    seed: 10_043,
    cause:
      "Who told another that it was removed named a term of its own, which its disk did not have yet: " +
      "after a power loss it was in the one before. Seed 10,054 the same.",
  },
  {
    seed: 10_172,
    cause:
      "An engine could not even list its ranges, and nobody told the store of one that it had led: those " +
      "that followed it slept on. Where a log was cut, too, a range that it bore was missed by nobody.",
  },
  {
    seed: 10_239,
    cause:
      "An engine lost its tombstones, and the power went before the log had it that they are lost: a " +
      "replica that had left began anew, and took itself for sound.",
  },
  {
    seed: 10_257,
    cause:
      "A range was taken in while it was checked, and its node checked no other one any more: a stray " +
      "cell stayed.",
  },
  {
    seed: 20_405,
    cause:
      "A write of the log waited for space, and its range began anew with a snapshot meanwhile: the entries " +
      "were left out, and a cut among them was not.",
  },
  {
    seed: 40_069,
    cause:
      "Data was quarantined while another range had the engine let go of everything: the replica that had " +
      "slept was awake, and nobody ticked it until its mark was written.",
  },
  {
    seed: 40_378,
    cause:
      "A log was found damaged again before its replica was whole, and kept its nonce: the leader believed " +
      "for ever in what it had heard before, and asked for what it had cut.",
  },
  {
    seed: 40_475,
    cause:
      "Not the product: the audit looked each 200 ms, and each time an entry of the hourly check, here one " +
      "a second for each range, was under way. Seed 40,923 the same.",
  },
  {
    seed: 40_755,
    cause:
      "A replica left while it hashed what it held, and answered the check afterwards: what had left still " +
      "spoke, and might have marked its range's data for what it found. Seed 41,353 the same.",
  },
  {
    seed: 41_241,
    cause:
      "A node came back whose table of stores was older than the driver's store: those it asked named that " +
      "store, it could not reach it, and nobody told it the address. Seed 41,538 the same.",
  },
  {
    seed: 40_925,
    cause:
      "The last byte of the batch that was synced last rotted from one to zero, which passed for a write " +
      "that was torn before it: entries that had been acknowledged were cut off.",
  },
  {
    seed: 40_754,
    cause:
      "The driver's own node knew of a split that the driver had not heard of, and asked it for the new half " +
      "again with each answer: nothing else was done on that node.",
  },
  {
    seed: 45_649,
    cause:
      "The first data of a replica was on its way when its range was taken in, and broke off: it was in no " +
      "directory, so whoever came to fetch the whole did not find it, and met its keys for ever.",
  },
  {
    seed: 45_430,
    cause:
      "A rotten tombstone took the engine: the range's first replica, which had left, came back with the log " +
      "of the one that had come since, and could vote, though it had forgotten its own vote and log.",
  },
  {
    seed: 45_356,
    cause:
      "A store was opened with its disk full, and what a removed replica had left stayed until somebody would " +
      "want its keys: of a dropped keyspace nobody ever does. Its drop counted as done.",
  },
  {
    seed: 80_048,
    cause:
      "A plan left a learner on a store that turned out to be the host of a voter: with too few voters, and " +
      "nowhere to bring another one, nobody took it away. Seed 80,104 the same.",
  },
  {
    seed: 81_137,
    cause:
      "A node that was cut off from its peers, but not from clients, kept what came until its deadline, and " +
      "made a client forget who leads: that one came back to it again and again.",
  },
  {
    seed: 90_036,
    cause:
      "The power went while a snapshot took the place of what a replica had, and the disk was full at the " +
      "start: the node said that its data is corrupt, and data_loss, where a whole one only waited.",
  },
  {
    seed: 62_109,
    cause:
      "A snapshot took the place of a value that was to expire: with nothing that expires in it, no replica " +
      "looked at the index of expiry again, and the row of what was there before stayed.",
  },
  {
    seed: 62_040,
    cause:
      "A replica left, and came back: rows of the index of expiry that it had left behind were its own " +
      "again, and nothing said that there was something to look for.",
  },
  {
    seed: 62_162,
    cause:
      "A replica heard from its peers that its range was over before its store heard that the keyspace was " +
      "dropped: rows of the index of expiry stayed, for nobody reclaimed a keyspace without replicas here.",
  },
  {
    seed: 62_813,
    cause:
      "A replica left, for a peer said that its range was merged, while a snapshot older than that was being " +
      "brought to the range beside it: that one found nothing to take in, and called its data corrupt.",
  },
  {
    seed: 65_042,
    cause:
      "A log was cut at the first of the entries that had been read back for a follower: they were sent as if " +
      "they followed an entry of no term, which nobody has, and asked for once more.",
  },
  {
    seed: 69_369,
    cause:
      "A range that was split off, and of which the engine had got nothing, was started twice before its " +
      "data came: the second time that passed for a loss, though nothing of it had ever been applied.",
  },
  {
    seed: 69_481,
    cause:
      "A block of the index of expiry rotted: followers could not look at it, told nobody, and kept its " +
      "rows for ever; a leader would have ended nothing any more.",
  },
]

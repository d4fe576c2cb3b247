/**
 * Scripts of what a cluster does, as a human would tell it. A block is comments, commands, a line
 * `----` and what the commands told; blocks are separated by empty lines.
 *
 *     cluster 1 2 3 [learners 4] [election 10] [heartbeat 1] [append-bytes 1024] [inflight 8]
 *             [cached 65536] [uncommitted 65536] [quiesce 0] [lease]
 *     add 4                    a replica with an empty disk
 *     log 2 1 1 3              (before anything else) entries of these terms are on the disk of 2
 *     campaign 1 | tick 1 [count [chance]] | propose 1 a b | read 1 7 | transfer 1 2
 *     config 1 addLearner 4 remove 3
 *     ready 1                  takes a ready and tells all of it
 *     persist 1 | apply 1 | load 1 | install 1 | fail-install 1      by hand, one at a time
 *     deliver 1 2 [count]      messages from 1 to 2, the oldest first; `drop` loses them
 *     settle [1 2 …]           everything, until nothing happens any more
 *     pass 3                   three times: everybody ticks, and settles
 *     cut 1 2 | isolate 1 | heal
 *     compact 1 5 | crash 1 | restart 1 | damage 1 77 (while it is down)
 *     stand-down 1 | resume 1 | want-snapshot 1 5 | unreachable 1 2
 *     status [1 2 …] | progress 1 | members 1
 *     quietly settle           any command, not told
 */
import { assert } from "../../../src/base/index.ts"
import {
  type ConfigChange,
  describeConfiguration,
  describeProgress,
  describeRaft,
  type Entry,
} from "../../../src/core/raft/index.ts"
import { Cluster, defaultSettings } from "./cluster.ts"
import { bytesOf, type TestSettings, votersOnly } from "./replica.ts"

type Verb = (script: Script, args: readonly string[]) => void

/** Runs a script from its text and gives back the text with what really happened. */
export function runScript(text: string): string {
  const script = new Script()
  const blocks = text.trim().split(/\n\n+/)
  return `${blocks.map((block) => runBlock(script, block)).join("\n\n")}\n`
}

function runBlock(script: Script, block: string): string {
  const lines = block.split("\n")
  const end = lines.indexOf("----")
  const commands = end === -1 ? lines : lines.slice(0, end)
  const told: string[] = []
  for (const line of commands) if (!line.startsWith("#")) told.push(...script.run(line))
  const spoke = commands.some((line) => !line.startsWith("#"))
  return [...commands, ...(spoke ? ["----", ...(told.length > 0 ? told : ["ok"])] : [])].join("\n")
}

class Script {
  #cluster: Cluster | undefined
  readonly #settings: TestSettings = defaultSettings

  get cluster(): Cluster {
    assert(this.#cluster !== undefined, "a script begins with `cluster`")
    return this.#cluster
  }

  run(line: string): string[] {
    const [first = "", ...rest] = line.trim().split(/\s+/)
    const quietly = first === "quietly"
    const [name = "", ...args] = quietly ? rest : [first, ...rest]
    if (name === "cluster") this.begin(args)
    else {
      const verb = verbs[name]
      assert(verb !== undefined, `no such command: ${line}`)
      verb(this, args)
    }
    const story = this.cluster.takeStory()
    return quietly ? [] : story
  }

  begin(args: readonly string[]): void {
    const at = (name: string) => args.indexOf(name)
    const number = (name: string, otherwise: number) =>
      at(name) === -1 ? otherwise : Number(args[at(name) + 1])
    const firstWord = args.findIndex((arg) => Number.isNaN(Number(arg)))
    const voters = (firstWord === -1 ? args : args.slice(0, firstWord)).map(Number)
    const learners = at("learners") === -1 ? [] : numbersAfter(args, at("learners"))
    const { limits } = this.#settings
    this.#cluster = new Cluster(
      { ...votersOnly(...voters), learners },
      {
        electionTimeoutTicks: number("election", 10),
        heartbeatTicks: number("heartbeat", 1),
        leaseReads: at("lease") !== -1,
        quiesceAfterTicks: number("quiesce", 0),
        limits: {
          ...limits,
          appendMessageBytesMax: number("append-bytes", limits.appendMessageBytesMax),
          inflightAppendsMax: number("inflight", limits.inflightAppendsMax),
          uncommittedBytesMax: number("uncommitted", limits.uncommittedBytesMax),
          cachedBytesMax: number("cached", limits.cachedBytesMax),
        },
      },
    )
  }

  tell(line: string): void {
    this.cluster.tell(line)
  }
}

const verbs: Readonly<Record<string, Verb>> = {
  add: ({ cluster }, [id]) => void cluster.add(Number(id)),
  log: ({ cluster }, [id, ...terms]) => {
    const entries = terms.map((term, at): Entry => {
      return { index: at + 1, term: Number(term), kind: "normal", data: bytesOf(`${at + 1}`) }
    })
    const term = Math.max(0, ...entries.map((entry) => entry.term))
    cluster.add(Number(id), {}, { entries, hardState: { term, vote: 0, commit: 0 } })
  },
  campaign: ({ cluster }, [id]) => cluster.campaign(Number(id)),
  tick: ({ cluster }, [id, count = "1", chance = "0"]) => {
    cluster.tick(Number(id), Number(count), Number(chance))
  },
  propose: (script, [id, ...texts]) => script.tell(script.cluster.propose(Number(id), ...texts)),
  config: (script, [id, ...words]) => {
    script.tell(script.cluster.configure(Number(id), ...changesOf(words)))
  },
  read: ({ cluster }, [id, context]) => cluster.read(Number(id), Number(context)),
  transfer: ({ cluster }, [id, to]) => cluster.transfer(Number(id), Number(to)),
  ready: ({ cluster }, [id]) => {
    if (cluster.raft(Number(id)).hasReady()) cluster.take(Number(id))
  },
  persist: ({ cluster }, [id]) => void cluster.at(Number(id)).persist(),
  apply: ({ cluster }, [id]) => void cluster.at(Number(id)).apply(),
  load: ({ cluster }, [id]) => cluster.at(Number(id)).answerLoads(),
  install: ({ cluster }, [id]) => cluster.installOffered(Number(id)),
  "fail-install": ({ cluster }, [id]) => cluster.at(Number(id)).install(undefined),
  deliver: ({ cluster }, args) => {
    for (const message of takeMessages(cluster, args)) cluster.deliver(message)
  },
  drop: (script, args) => {
    script.tell(`${takeMessages(script.cluster, args).length} lost`)
  },
  settle: ({ cluster }, ids) => cluster.settle(ids.length > 0 ? ids.map(Number) : undefined),
  pass: ({ cluster }, [count]) => cluster.pass(Number(count)),
  cut: ({ cluster }, [from, to]) => cluster.cut(Number(from), Number(to)),
  isolate: ({ cluster }, [id]) => cluster.isolate(Number(id)),
  heal: ({ cluster }) => cluster.heal(),
  compact: ({ cluster }, [id, index]) => cluster.at(Number(id)).compact(Number(index)),
  crash: ({ cluster }, [id]) => cluster.at(Number(id)).crash(),
  restart: ({ cluster }, [id]) => cluster.at(Number(id)).start(),
  damage: ({ cluster }, [id, nonce]) => cluster.at(Number(id)).damage(Number(nonce)),
  "stand-down": ({ cluster }, [id]) => cluster.at(Number(id)).step({ type: "standDown" }),
  resume: ({ cluster }, [id]) => cluster.at(Number(id)).step({ type: "resume" }),
  "want-snapshot": ({ cluster }, [id, index]) => {
    cluster.at(Number(id)).step({ type: "wantSnapshot", index: Number(index) })
  },
  unreachable: ({ cluster }, [id, peer]) => {
    cluster.at(Number(id)).step({ type: "unreachable", peer: Number(peer) })
  },
  status: (script, ids) => {
    for (const replica of script.cluster.replicas) {
      if (ids.length > 0 && !ids.includes(`${replica.id}`)) continue
      script.tell(replica.running ? describeRaft(replica.raft) : `${replica.id} down`)
    }
  },
  members: (script, [id]) => {
    script.tell(describeConfiguration(script.cluster.raft(Number(id)).view.configuration))
  },
  progress: (script, [id]) => {
    for (const line of describeProgress(script.cluster.raft(Number(id)))) script.tell(line)
  },
}

/** `addLearner 4 remove 3`. */
function changesOf(words: readonly string[]): ConfigChange[] {
  const changes: ConfigChange[] = []
  for (let at = 0; at < words.length; at += 2) {
    changes.push({ type: words[at] as ConfigChange["type"], replica: Number(words[at + 1]) })
  }
  return changes
}

function takeMessages(cluster: Cluster, [from, to, count]: readonly string[]): Cluster["network"] {
  const matching = cluster.network.filter(
    (message) => message.from === Number(from) && message.to === Number(to),
  )
  const taken = matching.slice(0, count === undefined ? matching.length : Number(count))
  cluster.network = cluster.network.filter((message) => !taken.includes(message))
  return taken
}

function numbersAfter(args: readonly string[], at: number): number[] {
  const numbers: number[] = []
  for (const arg of args.slice(at + 1)) {
    if (Number.isNaN(Number(arg))) break
    numbers.push(Number(arg))
  }
  return numbers
}

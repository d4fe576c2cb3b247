/** Each verb's JSON has the names that deploy/OPERATIONS.md promises to programs, and no others. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import t from "tap"
import { noLabels } from "../../src/base/index.ts"
import { root } from "../root.ts"
import { FakeTerminal, jobOf, statusOf, summaryOf } from "./fake-terminal.ts"

/** A value, or what is in it: names of an object, the one kind of element of a list. */
type Shape = "value" | { readonly list: Shape } | ReadonlyMap<string, Field>

interface Field {
  readonly shape: Shape
  readonly optional: boolean
}

/** Reads `{key, replicas: [{store, role}], value?}`, as the page writes it. */
class Notation {
  readonly #text: string
  readonly #named: Readonly<Record<string, Shape>>
  #at = 0

  constructor(text: string, named: Readonly<Record<string, Shape>> = {}) {
    this.#text = text
    this.#named = named
  }

  shape(): Shape {
    if (this.#takes("[")) {
      const list = this.shape()
      this.#expect("]")
      return { list }
    }
    if (this.#takes("{")) return this.#fields()
    return this.#named[this.#word()] ?? "value"
  }

  #fields(): Shape {
    const fields = new Map<string, Field>()
    do {
      const name = this.#word()
      const optional = this.#takes("?")
      const shape = this.#takes(": ") ? this.shape() : "value"
      fields.set(name, { shape, optional })
    } while (this.#takes(", "))
    this.#expect("}")
    return fields
  }

  #word(): string {
    const [word = ""] = /^[a-zA-Z]+/.exec(this.#text.slice(this.#at)) ?? []
    if (word === "") throw new Error(`no name at "${this.#text.slice(this.#at)}"`)
    this.#at += word.length
    return word
  }

  #takes(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw new Error(`no ${text} at "${this.#text.slice(this.#at)}"`)
  }
}

/** By verb what is written in code in its row, that is JSON. */
const rows = rowsOf(readFileSync(join(root, "deploy/OPERATIONS.md"), "utf8"))

function rowsOf(page: string): ReadonlyMap<string, readonly string[]> {
  const [, section = ""] = page.split("## What programs read")
  const found = new Map<string, readonly string[]>()
  for (const [, verbs = "", written = ""] of section.matchAll(/^\| (`.*?) \| (.*) \|$/gm)) {
    const names = codeIn(verbs)
    const [group = ""] = (names[0] ?? "").split(" ")
    const spans = codeIn(written).filter((code) => /^[[{]/.test(code))
    for (const name of names) {
      found.set(names[0]?.includes(" ") && !name.includes(" ") ? `${group} ${name}` : name, spans)
    }
  }
  return found
}

function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code)
}

function promised(verb: string, which = 0): Shape {
  const text = rows.get(verb)?.[which]
  if (text === undefined) throw new Error(`the page has nothing of ${verb}`)
  return new Notation(text, named).shape()
}

/** Words of the page that stand for more than a value. */
const named: Record<string, Shape> = {}
named.operator = elementOf(promised("operator list"))

function elementOf(shape: Shape): Shape {
  if (shape === "value" || !("list" in shape)) throw new Error("the page shows no list")
  return shape.list
}

function without(shape: Shape, name: string): Shape {
  if (shape === "value" || "list" in shape) throw new Error("the page shows no names")
  return new Map([...shape].filter(([other]) => other !== name))
}

/** Where a value is not as promised. */
function complaints(value: unknown, shape: Shape, path = ""): readonly string[] {
  // null: what could not be asked, or is not there.
  if (shape === "value" || value === null) return []
  if ("list" in shape) {
    if (!Array.isArray(value)) return [`${path} is no list`]
    return value.flatMap((element) => complaints(element, shape.list, `${path}[]`))
  }
  const object = value as Readonly<Record<string, unknown>>
  const unknown = Object.keys(object).filter((name) => !shape.has(name))
  const missing = [...shape].filter(([name, { optional }]) => !optional && !(name in object))
  return [
    ...unknown.map((name) => `${path}.${name} is not promised`),
    ...missing.map(([name]) => `${path}.${name} is missing`),
    ...[...shape].flatMap(([name, field]) => {
      return name in object ? complaints(object[name], field.shape, `${path}.${name}`) : []
    }),
  ]
}

const first = "127.0.0.1:7400"

/** One node that knows three ranges, two stores, an operator and a job. */
function terminal(): FakeTerminal {
  const made = new FakeTerminal()
  const ranges = [summaryOf(1, "-", { keyspace: "system" }), summaryOf(7, "-m"), summaryOf(8, "m-")]
  made.ranges.set(first, ranges)
  made.statuses.set(first, statusOf({ role: "leader" }))
  const store = { address: first, labels: { ...noLabels, zone: "a" }, state: "up", ranges: 0 }
  const disk = { leaders: 0, bytes: 0, capacityBytes: 100, usedBytes: 7, heardMsAgo: 1, stateMs: 1 }
  const states = ["up", "draining", "decommissioning"]
  made.stores.set(
    first,
    states.map((state, at) => ({ ...store, ...disk, nodeId: at + 1, state })),
  )
  made.running = [[made.operator]]
  made.ended = [{ ...made.operator, end: "finished" }]
  made.jobs = [[jobOf()], [jobOf({ tookMs: 900 })]]
  return made
}

/** Lines of a verb, and the shape of what it writes: whole, or each line of it. */
const cases: readonly (readonly [string, Shape, "lines"?])[] = [
  ["get ada", promised("get")],
  ["get bob", promised("get")],
  ["put ada 1", promised("put")],
  ["delete ada", promised("delete")],
  ["delete --prefix a", promised("delete", 1)],
  ["cas ada 2 --expect 1815", promised("cas")],
  ["cas ada 2 --expect 9", promised("cas")],
  ["increment n", promised("increment")],
  ["scan", promised("scan")],
  ["scan --keys-only", promised("scan")],
  ["range list", promised("range list")],
  ["range locate ada", promised("range locate")],
  ["range merge 7", promised("range merge")],
  ["range transfer 7 2", promised("range transfer")],
  ["range move 7 1 5", named.operator],
  ["range move 7 1 5 --wait", promised("operator watch")],
  ["range check 7", promised("range check")],
  ["store list", promised("store list")],
  ["store labels 1 zone=b", promised("store labels")],
  ["store drain 2", promised("store drain")],
  ["store drain 2 --wait", promised("store drain", 1), "lines"],
  ["store decommission 3", promised("store decommission")],
  ["store decommission 3 --wait", promised("store decommission", 1), "lines"],
  ["store restore 2", promised("store restore")],
  ["store remove 2", promised("store remove")],
  ["keyspace list", promised("keyspace list")],
  ["keyspace create users", promised("keyspace create")],
  ["keyspace alter users --replicas 5", without(promised("keyspace create"), "notSplitAt")],
  ["keyspace drop users --yes", promised("keyspace drop")],
  ["keyspace drop users --yes --wait", elementOf(promised("job list")), "lines"],
  ["operator list", promised("operator list")],
  ["operator history", promised("operator history")],
  ["operator cancel 3000001", named.operator],
  ["operator watch 3000001", promised("operator watch")],
  ["job list", promised("job list")],
  ["job watch 7", elementOf(promised("job list")), "lines"],
  ["explain ada", promised("explain")],
  ["version", promised("version")],
]

for (const [words, shape, lines] of cases) {
  t.test(words, async (t) => {
    const scene = terminal()
    await scene.run("put", "ada", "1815")
    const { out, err } = await scene.run(...words.split(" "), "--output", "json")
    t.not(out, "", err)
    const values = lines === undefined ? [out] : out.trim().split("\n")
    for (const value of values) t.same(complaints(JSON.parse(value), shape), [])
  })
}

t.test("range split", async (t) => {
  const { out } = await terminal().run("range", "split", "c", "-o", "json")
  t.same(complaints(JSON.parse(out), promised("range split")), [])
  const { left, right } = JSON.parse(out)
  for (const half of [left, right]) t.same(complaints(half, promised("range split", 1)), [])
})

t.test("status", async (t) => {
  const { out } = await terminal().run("status", "-o", "json")
  const told = JSON.parse(out)
  t.same(complaints(told, promised("status")), [])
  for (const node of told.nodes) {
    t.same(complaints(node, promised("status", node.reachable ? 1 : 2)), [])
  }
  t.same(
    told.nodes.map(({ reachable }: { reachable: boolean }) => reachable),
    [true, false, false],
  )
})

t.test("no verb of the page is left out", async (t) => {
  const held = [...cases.map(([words]) => words), "range split c", "status"]
  // Of these only processes, or a load, have something to say.
  const others = ["bench", "dev"]
  const left = [...rows.keys()].filter((verb) => {
    return !others.includes(verb) && !held.some((words) => `${words} `.startsWith(`${verb} `))
  })
  t.same(left, [])
})

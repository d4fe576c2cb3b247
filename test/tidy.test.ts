/**
 * Style is a test, not a meeting: layering, purity, lengths and leftovers, read from the source
 * text. Each check lists every offence it finds, as `file:line what`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, normalize, relative } from "node:path"
import t from "tap"
import ts from "typescript"
import { root } from "./root.ts"

/** Who may import what, besides itself. "*" as a module: anything of Node and npm. */
const table: Readonly<Record<string, { folders: readonly string[]; modules: readonly string[] }>> =
  {
    base: { folders: [], modules: [] },
    "core/raft": { folders: ["base"], modules: [] },
    "core/range": { folders: ["base", "core/raft"], modules: [] },
    "core/placement": { folders: ["base"], modules: ["sorted-btree"] },
    env: { folders: ["base"], modules: [] },
    config: { folders: ["base"], modules: ["zod", "yaml"] },
    wire: {
      folders: ["base", "core/raft", "core/range", "core/placement"],
      modules: ["@node-rs/crc32"],
    },
    storage: {
      folders: ["base", "core/raft", "core/range", "env", "config", "wire"],
      modules: ["@node-rs/crc32", "lru-cache", "sorted-btree"],
    },
    store: {
      folders: ["base", "core/raft", "core/range", "env", "config", "wire", "storage"],
      modules: [],
    },
    driver: { folders: ["base", "core/range", "core/placement", "env", "wire"], modules: [] },
    client: { folders: ["base", "core/range", "env", "config", "wire"], modules: [] },
    api: { folders: ["base", "core/range", "env", "config", "wire", "store"], modules: [] },
    node: {
      folders: [
        ...["base", "core/raft", "core/range", "core/placement", "env", "config", "wire"],
        ...["storage", "store", "driver", "client", "api"],
      ],
      modules: [],
    },
    platform: { folders: ["base", "env", "config", "wire", "api"], modules: ["*"] },
    sim: {
      folders: [
        ...["base", "core/raft", "core/range", "core/placement", "env", "config", "wire"],
        ...["storage", "store", "driver", "client", "api", "node"],
      ],
      modules: ["sorted-btree", "node:timers", "node:crypto"],
    },
    main: { folders: ["base", "env", "config", "client", "platform"], modules: [] },
    cmd: {
      folders: [
        ...["base", "core/range", "env", "config", "wire", "client", "node", "platform", "sim"],
        "main",
      ],
      modules: ["*"],
    },
  }

/** Of these only the types: the API sees what a store is, never how it does it. */
const typesOnly: readonly string[] = ["api → store", "core/range → core/raft"]

/** Agreed type files that may be imported past their folder's index. */
const doors: readonly string[] = [
  "src/core/raft/types.ts",
  "src/core/range/types.ts",
  "src/core/placement/types.ts",
  "src/config/types.ts",
  "src/store/types.ts",
]

const bannedNames: ReadonlySet<string> = new Set([
  ...["Date", "Promise", "Buffer", "process", "console", "WeakRef"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask"],
])

interface Import {
  readonly specifier: string
  readonly line: number
  readonly typeOnly: boolean
  /** The file it names, from the root; undefined for modules of Node and npm. */
  readonly target: string | undefined
}

interface Source {
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

const sources: readonly Source[] = ["src", "cmd", "test"]
  .flatMap(filesUnder)
  .filter((path) => /\.c?ts$/.test(path) && !path.includes("/gen/"))
  .map(readSource)
const product = sources.filter((source) => !source.path.startsWith("test/"))

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort((left, right) => (left < right ? -1 : 1))
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), "utf8")
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const imports: Import[] = []
  visit(tree, (node) => {
    const found = importOf(node)
    if (found === undefined) return
    const target = found.specifier.startsWith(".")
      ? normalize(join(dirname(path), found.specifier))
      : undefined
    imports.push({ ...found, line: lineOf(tree, node), target })
  })
  return { path, text, tree, imports }
}

function importOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const specifier = node.moduleSpecifier
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return undefined
    return { specifier: specifier.text, typeOnly: isTypeOnly(node) }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument
    return ts.isStringLiteral(literal) ? { specifier: literal.text, typeOnly: true } : undefined
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return undefined
    return { specifier: specifier.text, typeOnly: false }
  }
  return undefined
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const bindings = clause.namedBindings
  if (clause.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) {
    return false
  }
  return bindings.elements.every((element) => element.isTypeOnly)
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node)
  ts.forEachChild(node, (child) => visit(child, each))
}

function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

/** The row of the table that a file belongs to. */
function layerOf(path: string): string {
  if (path === "src/index.ts") return "main"
  const [top, folder, inner] = path.split("/")
  if (top !== "src") return top ?? ""
  return folder === "core" ? `core/${inner}` : (folder ?? "")
}

function offences(each: (source: Source, report: (line: number, what: string) => void) => void) {
  return (from: readonly Source[]): string[] => {
    const found: string[] = []
    for (const source of from) {
      each(source, (line, what) => found.push(`${source.path}:${line} ${what}`))
    }
    return found
  }
}

const layering = offences((source, report) => {
  const layer = layerOf(source.path)
  const row = table[layer]
  if (row === undefined) {
    report(1, `${layer} is not a folder of the design`)
    return
  }
  for (const { specifier, line, target, typeOnly } of source.imports) {
    if (target === undefined) {
      if (!row.modules.includes("*") && !row.modules.includes(specifier)) {
        report(line, `${layer} must not import ${specifier}`)
      }
      continue
    }
    const other = layerOf(target)
    if (other === layer) continue
    if (!row.folders.includes(other)) report(line, `${layer} must not import ${other}`)
    if (typesOnly.includes(`${layer} → ${other}`) && !typeOnly) {
      report(line, `${layer} may import only types of ${other}`)
    }
    if (!target.endsWith("/index.ts") && !doors.includes(target)) {
      report(line, `${target} is inside its folder; import the folder's index.ts`)
    }
  }
})

const extensions = offences((source, report) => {
  for (const { specifier, line, target } of source.imports) {
    if (target === undefined || target.includes("/gen/")) continue
    if (!existsSync(join(root, target))) report(line, `${specifier} names no file`)
  }
})

const purity = offences((source, report) => {
  visit(source.tree, (node) => {
    const line = () => lineOf(source.tree, node)
    if (ts.isIdentifier(node) && bannedNames.has(node.text)) {
      const parent = node.parent
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node
      if (!isMember) report(line(), `${node.text} has no place in a pure machine`)
    }
    if (ts.isPropertyAccessExpression(node) && node.getText(source.tree) === "Math.random") {
      report(line(), "Math.random has no place in a pure machine")
    }
    if (ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword) {
      report(line(), "a pure machine is synchronous")
    }
  })
})

const linesMax = offences((source, report) => {
  const lines = source.text.split("\n").length - 1
  if (lines > 500) report(500, `${lines} lines; a file has at most 500`)
})

const functionLinesMax = offences((source, report) => {
  visit(source.tree, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return
    const first = lineOf(source.tree, node)
    const last = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1
    const lines = last - first + 1
    if (lines > 70) report(first, `a function of ${lines} lines; at most 70`)
  })
})

const defaultExports = offences((source, report) => {
  visit(source.tree, (node) => {
    const isDefault = ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword
    if (isDefault && !ts.isDefaultClause(node.parent)) {
      report(lineOf(source.tree, node), "export by name, not by default")
    }
  })
})

const columnsMax = offences((source, report) => {
  source.text.split("\n").forEach((text, at) => {
    // Expected messages are quoted whole in tests: a broken one can't be searched for.
    const quoted = source.path.startsWith("test/") && /(["'`]).{40,}\1/.test(text)
    if (text.length > 100 && !quoted) report(at + 1, `${text.length} columns; at most 100`)
  })
})

/** Files that somebody imports, or that Node, tap or the user starts by name. */
function unreached(): string[] {
  const imported = new Set(sources.flatMap((source) => source.imports.map(({ target }) => target)))
  const entries = /^src\/index\.ts$|^cmd\/[^/]+$|\.test\.ts$|^test\/(bench|maelstrom|e2e)\//
  return sources
    .map((source) => source.path)
    .filter((path) => !imported.has(path) && !entries.test(path))
}

/** Import cycles between files; one line each. */
function cycles(): string[] {
  const edges = new Map(
    product.map((source) => [source.path, source.imports.flatMap(({ target }) => target ?? [])]),
  )
  const found: string[] = []
  const state = new Map<string, "open" | "done">()
  const walk = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return
    if (state.get(path) === "open") {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" → "))
      return
    }
    state.set(path, "open")
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path])
    state.set(path, "done")
  }
  for (const path of edges.keys()) walk(path, [])
  return found
}

/** Text that people wrote, wherever it is. */
function writtenFiles(): string[] {
  const own = (name: string) => statSync(join(root, name)).isFile()
  const top = topLevel().filter((name) => name !== "package-lock.json" && own(name))
  const folders = ["src", "cmd", "test", "proto", "deploy", ".ci"].filter((folder) =>
    existsSync(join(root, folder)),
  )
  return [...top, ...folders.flatMap(filesUnder)].filter(
    (path) =>
      !path.includes("/gen/") && /(^|\/)\.?[\w-]+(\.(c?ts|md|json|proto|sh|ya?ml))?$/.test(path),
  )
}

/** "rule 28", "rules 18 and 49": numbers that stand in no row of the page of rules. */
function unknownRules(): string[] {
  const page = readFileSync(join(root, "src/RULES.md"), "utf8")
  const known = new Set([...page.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => number))
  return writtenFiles().flatMap((path) => {
    const cited = readFileSync(join(root, path), "utf8").matchAll(
      /\brules? (\d+(?:(?:,| and) \d+)*)/g,
    )
    return [...cited].flatMap(([all, numbers = ""]) => {
      const unknown = numbers.split(/\D+/).some((number) => !known.has(number))
      return unknown ? [`${path} cites ${all}`] : []
    })
  })
}

function topLevel(): string[] {
  return readdirSync(root).filter((name) => !["node_modules", "build", ".git"].includes(name))
}

function mentions(words: readonly RegExp[], allowed: (path: string) => boolean): string[] {
  return writtenFiles()
    .filter((path) => !allowed(path))
    .flatMap((path) =>
      readFileSync(join(root, path), "utf8")
        .split("\n")
        .flatMap((text, at) => {
          const word = words.find((pattern) => pattern.test(text))
          return word === undefined ? [] : [`${path}:${at + 1} ${word.source}`]
        }),
    )
}

function brokenLinks(): string[] {
  return writtenFiles()
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), "utf8")
      return [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
        .filter((match) => !existsSync(join(root, dirname(path), match[1] ?? "")))
        .map((match) => `${path} → ${match[1]}`)
    })
}

t.test("layers import only what lies below them, through the front door", async (t) => {
  t.same(layering(product), [])
})

t.test("relative imports name files", async (t) => t.same(extensions(sources), []))

t.test("no import cycles", async (t) => t.same(cycles(), []))

t.test("core and base are pure", async (t) => {
  t.same(purity(product.filter(({ path }) => /^src\/(core|base)\//.test(path))), [])
})

t.test("files and functions stay short", async (t) => {
  t.same(linesMax(sources), [])
  t.same(functionLinesMax(product), [])
})

t.test("lines fit", async (t) => t.same(columnsMax(sources), []))

t.test("exports have names", async (t) => t.same(defaultExports(sources), []))

t.test("every file is imported by somebody", async (t) => t.same(unreached(), []))

t.test("no leftover markers", async (t) => {
  const markers = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" + "XX"]
  t.same(
    mentions(
      markers.map((word) => new RegExp(`\\b${word}\\b`)),
      () => false,
    ),
    [],
  )
})

t.test("nothing names a path of one machine", async (t) => {
  const folders = ["home", "root", "work", "Users", "mnt"].map(
    (name) => new RegExp(`(^|[\\s"'\`(=:])/${name}/`),
  )
  t.same(
    mentions(folders, () => false),
    [],
  )
})

t.test("the top level is what the design lists", async (t) => {
  const allowed = [
    ...["package.json", "package-lock.json", "tsconfig.json", "README.md", "LICENSE"],
    ...["proto", "src", "cmd", "test", "deploy"],
  ]
  t.same(
    topLevel().filter((name) => !name.startsWith(".") && !allowed.includes(name)),
    [],
  )
})

t.test("rules that are cited are listed", async (t) => t.same(unknownRules(), []))

t.test("links in documents lead somewhere", async (t) => t.same(brokenLinks(), []))

import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import ts from 'typescript'
import { repository, textOf } from '../pages/site-pages'

/** What an example can use only in Node, found from the imports of the sources. Each has the first module of Node that it needs. */
export interface NodeNeeds {
  /** Entries that load a module of Node, such as `lockpanel/messages`. */
  readonly entries: ReadonlyMap<string, string>
  /** Methods that load one when they are called, such as `serve`. */
  readonly methods: ReadonlyMap<string, string>
}

type Inputs = Metafile['inputs']

/** @param specifiers Every module that an example imports. */
export const findNodeNeeds = async (specifiers: Iterable<string>): Promise<NodeNeeds> => {
  const { metafile } = await build({
    stdin: {
      contents: [...specifiers].map((specifier) => `import '${specifier}'`).join('\n'),
      resolveDir: repository,
    },
    absWorkingDir: repository,
    tsconfig: join(repository, 'tsconfig.node.json'),
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'unused',
    logLevel: 'silent',
  })
  const { inputs } = metafile
  const entries = new Map<string, string>()
  for (const { path, original = path } of inputs['<stdin>']?.imports ?? []) {
    const module = moduleOfNode(inputs, path)
    if (module !== undefined) entries.set(original, module)
  }
  return { entries, methods: methodsWithNode(inputs) }
}

/** The first module of Node that a file loads at once, itself or through what it imports. */
const moduleOfNode = (
  inputs: Inputs,
  path: string,
  seen = new Set<string>(),
): string | undefined => {
  if (builtinModules.includes(path.replace(/^node:/, ''))) return path
  if (seen.has(path)) return undefined
  seen.add(path)
  for (const imported of inputs[path]?.imports ?? []) {
    if (imported.kind === 'dynamic-import') continue
    const module = moduleOfNode(inputs, imported.path, seen)
    if (module !== undefined) return module
  }
  return undefined
}

const methodsWithNode = (inputs: Inputs): ReadonlyMap<string, string> => {
  const methods = new Map<string, string>()
  for (const [file, { imports }] of Object.entries(inputs))
    for (const { path, kind, original } of imports) {
      const module = kind === 'dynamic-import' ? moduleOfNode(inputs, path) : undefined
      if (module === undefined) continue
      const name = methodAround(file, original ?? path)
      if (name !== undefined) methods.set(name, module)
    }
  return methods
}

/** The property or variable whose function contains the `import()` of a module. */
const methodAround = (file: string, specifier: string): string | undefined => {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)
  const importCall = find(
    source,
    (node) =>
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments.some(
        (argument) => ts.isStringLiteral(argument) && argument.text === specifier,
      ),
  )
  for (let node = importCall; node !== undefined; node = node.parent)
    if (
      (ts.isPropertyAssignment(node) ||
        ts.isMethodDeclaration(node) ||
        ts.isVariableDeclaration(node)) &&
      ts.isIdentifier(node.name)
    )
      return node.name.text
  return undefined
}

const find = (node: ts.Node, matches: (node: ts.Node) => boolean): ts.Node | undefined =>
  matches(node) ? node : ts.forEachChild(node, (child) => find(child, matches))

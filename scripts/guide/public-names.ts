import ts from 'typescript'
import { root, virtualProgram } from '../../test/support/virtual-program'

/** A name that an app can use, and whether its docstring has an example. */
interface PublicName {
  /** Such as `createPanel`, `PanelOptions` or `TemporaryPasswords.create`. */
  readonly name: string
  readonly kind: 'function' | 'options' | 'method'
  readonly examples: readonly string[]
  /** Where it is declared, from the root of the repository. */
  readonly file: string
}

/** The entry that exports a name, for the import that an example needs. */
export interface PublicNames {
  readonly documented: readonly PublicName[]
  readonly specifierOf: ReadonlyMap<string, string>
  /** The names that exist only as types. */
  readonly types: ReadonlySet<string>
}

/** In the order in which an import is looked for: the first entry that exports a name wins. */
const modules: Readonly<Record<string, string>> = {
  lockpanel: 'src/entries/index.ts',
  'lockpanel/simulator': 'simulator/index.ts',
  'lockpanel/gateway': 'gateway/index.ts',
  'lockpanel/gateway/redis': 'gateway/redis/index.ts',
  'lockpanel/messages': 'messages/index.ts',
  'lockpanel/react': 'react/index.ts',
  'lockpanel/inspector': 'inspector/index.ts',
  'lockpanel/words/en': 'src/entries/words/en.ts',
  'lockpanel/words/zh': 'src/entries/words/zh.ts',
  'lockpanel/actions/all': 'src/entries/actions/all.ts',
  'lockpanel/actions/door-lock': 'src/entries/actions/door-lock.ts',
  'lockpanel/actions/device': 'src/entries/actions/device.ts',
}
/** Functions whose result is an object of methods that an app calls. */
const METHODS_OF = /^(createPanel|lock)$/

const CODE = /```ts\n([\s\S]*?)```/g

const examplesOf = (symbol: ts.Symbol): readonly string[] =>
  symbol
    .getJsDocTags()
    .filter(({ name }) => name === 'example')
    .flatMap(({ text }) => [...ts.displayPartsToString(text).matchAll(CODE)])
    .map(([, code = '']) => code)

/** Reads the public functions, option objects and methods of the package from its entries. */
export const readPublicNames = (): PublicNames => {
  const program = virtualProgram({
    'src/names.virtual.ts': Object.values(modules)
      .map((path) => `import '../${path.replace(/\.ts$/, '')}'`)
      .join('\n'),
  })
  const checker = program.getTypeChecker()
  const specifierOf = new Map<string, string>()
  const types = new Set<string>()
  const found = new Map<string, PublicName>()

  const add = (name: string, kind: PublicName['kind'], symbol: ts.Symbol): void => {
    const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? ''
    if (!file.startsWith(root) || file.includes('node_modules')) return
    const path = file.slice(root.length)
    if (!found.has(name)) found.set(name, { name, kind, examples: examplesOf(symbol), file: path })
  }

  const addMethods = (signature: ts.Signature): void => {
    for (const method of checker.getPropertiesOfType(signature.getReturnType())) {
      const [declaration] = method.declarations ?? []
      if (declaration === undefined) continue
      const type = checker.getTypeOfSymbolAtLocation(method, declaration)
      const owner = ts.isInterfaceDeclaration(declaration.parent)
        ? declaration.parent.name.text
        : signature.getDeclaration().getText()
      if (type.getCallSignatures().length > 0) add(`${owner}.${method.name}`, 'method', method)
      else
        for (const inner of checker.getPropertiesOfType(type)) {
          const [at] = inner.declarations ?? []
          if (at === undefined || !ts.isInterfaceDeclaration(at.parent)) continue
          if (checker.getTypeOfSymbolAtLocation(inner, at).getCallSignatures().length > 0)
            add(`${at.parent.name.text}.${inner.name}`, 'method', inner)
        }
    }
  }

  for (const [specifier, path] of Object.entries(modules)) {
    const file = program.getSourceFile(`${root}${path}`)
    const module = file && checker.getSymbolAtLocation(file)
    if (module === undefined) throw new Error(`${path} is no module`)
    for (const exported of checker.getExportsOfModule(module)) {
      if (!specifierOf.has(exported.name)) specifierOf.set(exported.name, specifier)
      const symbol =
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (!(symbol.flags & ts.SymbolFlags.Value)) types.add(exported.name)
      if (specifier.startsWith('lockpanel/actions/')) continue
      const [declaration] = symbol.declarations ?? []
      if (declaration === undefined) continue
      if (
        symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias) &&
        exported.name.endsWith('Options')
      )
        add(exported.name, 'options', symbol)
      if (!(symbol.flags & ts.SymbolFlags.Value) || symbol.flags & ts.SymbolFlags.Class) continue
      const [signature] = checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures()
      if (signature === undefined) continue
      add(exported.name, 'function', symbol)
      if (METHODS_OF.test(exported.name)) addMethods(signature)
    }
  }
  // What examples of hooks need besides.
  specifierOf.set('createElement', 'react')
  return { documented: [...found.values()], specifierOf, types }
}

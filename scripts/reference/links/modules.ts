import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** A value that a module defines outside of every function. */
export interface Definition {
  readonly file: string
  readonly name: string
  readonly node: ts.Node
}

/** The modules of a repository and what their names stand for; parsed only, because a type check takes a minute. */
export interface Modules {
  /** What a name of a module stands for, also over imports; undefined for types and for packages. */
  readonly find: (file: string, name: string) => Definition | undefined
  /** Everything that a module exports. */
  readonly exportsOf: (file: string) => readonly Definition[]
}

interface Module {
  readonly own: ReadonlyMap<string, ts.Node>
  /** By the name here: the module, and the name there. */
  readonly imported: ReadonlyMap<string, readonly [file: string, name: string]>
  readonly exported: ReadonlyMap<string, readonly [file: string, name: string]>
}

export const readModules = (): Modules => {
  const cache = new Map<string, Module>()
  const moduleAt = (file: string): Module => {
    const module = cache.get(file) ?? readModule(file)
    cache.set(file, module)
    return module
  }
  const find = (file: string, name: string): Definition | undefined => {
    const { own, imported, exported } = moduleAt(file)
    const node = own.get(name)
    if (node !== undefined) return { file, name, node }
    const target = imported.get(name) ?? exported.get(name)
    return target && find(...target)
  }
  return {
    find,
    exportsOf: (file) => {
      const { own, exported } = moduleAt(file)
      const names = new Set([...own.keys(), ...exported.keys()])
      return [...names].flatMap((name) => find(file, name) ?? [])
    },
  }
}

const readModule = (file: string): Module => {
  const own = new Map<string, ts.Node>()
  const imported = new Map<string, readonly [string, string]>()
  const exported = new Map<string, readonly [string, string]>()
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true)
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations)
        own.set(declaration.name.getText(), declaration)
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      own.set(statement.name?.text ?? '', statement)
    else if (ts.isImportDeclaration(statement)) {
      const target = fileOf(file, statement.moduleSpecifier)
      const names = statement.importClause?.namedBindings
      if (target !== undefined && names !== undefined && ts.isNamedImports(names))
        for (const { name, propertyName } of names.elements)
          imported.set(name.text, [target, propertyName?.text ?? name.text])
    } else if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) {
      const target = fileOf(file, statement.moduleSpecifier)
      if (
        target !== undefined &&
        statement.exportClause &&
        ts.isNamedExports(statement.exportClause)
      )
        for (const { name, propertyName } of statement.exportClause.elements)
          exported.set(name.text, [target, propertyName?.text ?? name.text])
    }
  }
  return { own, imported, exported }
}

/** The file of a relative import; undefined for a package. */
const fileOf = (from: string, specifier: ts.Expression): string | undefined => {
  if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return undefined
  const path = join(dirname(from), specifier.text)
  return [`${path}.ts`, join(path, 'index.ts')].find((one) => existsSync(one))
}

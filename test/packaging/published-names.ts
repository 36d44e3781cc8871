import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../support/virtual-program'

/** A name of the published types, such as `CallOptions.timeoutMs`, and what an editor shows of it. */
export interface PublishedName {
  readonly name: string
  readonly text: string
}

const dist = join(root, 'dist')

/** The exports of every entry, their members, and those of every type that they reach, each once. */
export const publishedNames = (): readonly PublishedName[] => {
  const entries = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.d.ts') && !name.startsWith('shared'))
    .map((name) => join(dist, name))
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2020,
    strict: true,
    noLib: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const resolve = (symbol: ts.Symbol | undefined): ts.Symbol | undefined =>
    symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
      ? checker.getAliasedSymbol(symbol)
      : symbol
  const exportsOf = (entry: string): readonly ts.Symbol[] => {
    const file = program.getSourceFile(entry)
    const module = file && checker.getSymbolAtLocation(file)
    return module === undefined
      ? []
      : checker.getExportsOfModule(module).flatMap((symbol) => resolve(symbol) ?? [])
  }
  const exported = new Set(entries.flatMap((entry) => exportsOf(entry)))
  const found = new Map<string, PublishedName>()
  const visited = new Set<ts.Symbol>()

  const note = (name: string, symbol: ts.Symbol | undefined): void => {
    const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker))
    if (!found.has(name) || text === '') found.set(name, { name, text })
  }

  const visitSymbol = (symbol: ts.Symbol | undefined): void => {
    const target = resolve(symbol)
    if (target === undefined || visited.has(target)) return
    visited.add(target)
    const declarations = (target.declarations ?? []).filter(isOurs)
    const name = target.name.replace(/\$\d+$/, '')
    if (declarations.length === 0 || declarations.every(ts.isTypeParameterDeclaration)) return
    if (exported.has(target)) note(name, target)
    for (const declaration of declarations) visitInner(declaration, name)
  }

  /** `path` names the members of an object that has no name of its own. */
  const visitInner = (node: ts.Node, path: string): void => {
    ts.forEachChild(node, (child) => {
      if (isOfTheCompiler(child)) return
      if (isMember(child) && !isPrivate(child)) {
        const member = `${path}.${child.name.getText().replace(/['"]/g, '')}`
        if (!isConstant(child)) note(member, checker.getSymbolAtLocation(child.name))
        visitInner(child, member)
      } else {
        if (ts.isIdentifier(child) && isReference(child))
          visitSymbol(checker.getSymbolAtLocation(child))
        visitInner(child, path)
      }
    })
  }

  exported.forEach(visitSymbol)
  return [...found.values()]
}

const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(dist)

/** What only directs inference: no value has such members. */
const isOfTheCompiler = (node: ts.Node): boolean =>
  ts.isTypeParameterDeclaration(node) ||
  (ts.isTypeQueryNode(node) && !isTypeOf(node.parent)) ||
  (ts.isConditionalTypeNode(node.parent) && node.parent.extendsType === node) ||
  (ts.isTypeReferenceNode(node.parent) &&
    node.parent.typeName.getText() === 'Extract' &&
    node.parent.typeArguments?.[1] === node)

/** `t.TypeOf<typeof codec>`: the codec describes the members. */
const isTypeOf = (node: ts.Node): boolean =>
  ts.isTypeReferenceNode(node) && /(^|[.])TypeOf$/.test(node.typeName.getText())

type Member =
  | ts.PropertySignature
  | ts.MethodSignature
  | ts.PropertyDeclaration
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration

const isMember = (node: ts.Node): node is Member =>
  ts.isPropertySignature(node) ||
  ts.isMethodSignature(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isGetAccessorDeclaration(node)

/** Its type is its only value, as of `kind: 'lock'`, or that it has none: there is nothing to add. */
const isConstant = (member: Member): boolean =>
  (ts.isPropertyDeclaration(member) && member.initializer !== undefined) ||
  (member.type !== undefined &&
    (ts.isLiteralTypeNode(member.type) ||
      member.type.kind === ts.SyntaxKind.NeverKeyword ||
      /^t\.LiteralC</.test(member.type.getText())))

const isPrivate = (node: Member): boolean =>
  (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0

/** A name in a type, and not the name that a declaration gives. */
const isReference = ({ parent }: ts.Identifier): boolean =>
  ts.isTypeReferenceNode(parent) ||
  ts.isExpressionWithTypeArguments(parent) ||
  ts.isTypeQueryNode(parent) ||
  ts.isQualifiedName(parent)

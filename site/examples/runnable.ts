import ts from 'typescript'
import type { NodeNeeds } from './node-needs'
import type { PageExamples } from './page-examples'

/** An example on the site: with its code if it runs in a browser, else with the reason. */
export type SiteExample = { readonly code: string } | { readonly nodeOnly: string }

/** The modules that the examples of pages import, and their setup. */
export const importedModules = (
  setup: string,
  pages: readonly PageExamples[],
): ReadonlySet<string> =>
  new Set(
    [setup, ...pages.flatMap(({ examples }) => examples)].flatMap((code) => [
      ...namesIn(code).specifiers,
    ]),
  )

/** Says for each example of a page whether a browser can run it. */
export const siteExamples = (
  { examples, areIndependent }: PageExamples,
  needs: NodeNeeds,
): readonly SiteExample[] => {
  const onlyInNode = new Set<string>()
  return examples.map((code) => {
    const names = namesIn(code)
    const nodeOnly = reasonOf(names, needs, onlyInNode)
    if (nodeOnly === undefined) return { code }
    if (!areIndependent) for (const name of names.declared) onlyInNode.add(name)
    return { nodeOnly }
  })
}

const reasonOf = (
  { specifiers, called, used }: ExampleNames,
  { entries, methods }: NodeNeeds,
  onlyInNode: ReadonlySet<string>,
): string | undefined => {
  for (const specifier of specifiers) {
    const module = entries.get(specifier)
    if (module !== undefined) return `it imports ${specifier}, which needs ${module}`
  }
  for (const method of called) {
    const module = methods.get(method)
    if (module !== undefined) return `it calls ${method}(), which needs ${module}`
  }
  const earlier = [...used].find((name) => onlyInNode.has(name))
  return earlier && `it uses ${earlier} of an example that runs in Node only`
}

interface ExampleNames {
  /** The modules that are imported for more than their types. */
  readonly specifiers: ReadonlySet<string>
  /** The methods that are called. */
  readonly called: ReadonlySet<string>
  readonly used: ReadonlySet<string>
  /** The names that later examples can use. */
  readonly declared: ReadonlySet<string>
}

const namesIn = (code: string): ExampleNames => {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const names = {
    specifiers: new Set<string>(),
    called: new Set<string>(),
    used: new Set<string>(),
    declared: new Set<string>(),
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { importClause, moduleSpecifier } = node
      if (ts.isStringLiteral(moduleSpecifier) && !importClause?.isTypeOnly)
        names.specifiers.add(moduleSpecifier.text)
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      names.called.add(node.expression.name.text)
    else if (ts.isIdentifier(node) && isReference(node)) names.used.add(node.text)
    if (isTopLevel(node)) for (const name of declaredBy(node)) names.declared.add(name)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

/** Not the `name` of `{ name: value }` or of `object.name`. */
const isReference = (node: ts.Identifier): boolean =>
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)

const isTopLevel = ({ parent }: ts.Node): boolean => parent !== undefined && ts.isSourceFile(parent)

const declaredBy = (statement: ts.Node): readonly string[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name === undefined ? [] : [statement.name.text]
  if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings
    return bindings && ts.isNamedImports(bindings)
      ? bindings.elements.map(({ name }) => name.text)
      : []
  }
  return []
}

const boundNames = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
        ts.isOmittedExpression(element) ? [] : boundNames(element.name),
      )

import ts from 'typescript'
import type { Definition, Modules } from './modules'

interface Reach {
  /** The text of every literal in the code. */
  readonly texts: ReadonlySet<string>
  /** Every definition that the code names. */
  readonly definitions: ReadonlySet<Definition['node']>
}

/** What one definition names itself. */
interface Content {
  readonly texts: readonly string[]
  readonly names: readonly Definition[]
}

/**
 * Follows names from module to module, through values and not through types. A definition that is an end is named in the
 * result and not read.
 */
export type Follow = (
  roots: readonly Definition[],
  isEnd: (definition: Definition) => boolean,
) => Reach

export const followerOf = (modules: Modules): Follow => {
  const contents = new Map<ts.Node, Content>()
  const contentOf = (definition: Definition): Content => {
    const content = contents.get(definition.node) ?? read(modules, definition)
    contents.set(definition.node, content)
    return content
  }
  return (roots, isEnd) => {
    const texts = new Set<string>()
    const definitions = new Set<ts.Node>()
    const open = [...roots]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const content = contentOf(next)
      for (const text of content.texts) texts.add(text)
      for (const named of content.names) {
        if (definitions.has(named.node)) continue
        definitions.add(named.node)
        if (!isEnd(named)) open.push(named)
      }
    }
    return { texts, definitions }
  }
}

const read = (modules: Modules, { file, node }: Definition): Content => {
  const texts: string[] = []
  const names: Definition[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isTypeNode(child)) return
    if (ts.isStringLiteralLike(child)) texts.push(child.text)
    if (ts.isTemplateExpression(child)) texts.push(textOf(modules, file, child))
    if (ts.isIdentifier(child) && isReference(child)) {
      const named = modules.find(file, child.text)
      if (named !== undefined) names.push(named)
    }
    ts.forEachChild(child, visit)
  }
  visit(node)
  return { texts, names }
}

/** Not the name of a property. */
const isReference = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return !(ts.isPropertyAssignment(parent) && parent.name === node)
}

/** The text of a template whose parts are constants. */
const textOf = (modules: Modules, file: string, template: ts.TemplateExpression): string =>
  template.templateSpans.reduce((text, { expression, literal }) => {
    const node = modules.find(file, expression.getText())?.node
    const value = node && ts.isVariableDeclaration(node) ? node.initializer : undefined
    const part = value && ts.isStringLiteralLike(value) ? value.text : ''
    return text + part + literal.text
  }, template.head.text)

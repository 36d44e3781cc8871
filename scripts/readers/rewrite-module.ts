import ts from 'typescript'
import { readerSource } from './reader-source'

/** The expression of `result` in the call of `defineAction` that a module exports under the name. */
const resultOf = (module: ts.SourceFile, exportName: string): ts.Expression | undefined => {
  let result: ts.Expression | undefined
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(module) === 'defineAction') {
      const [fields] = node.arguments
      if (fields === undefined || !ts.isObjectLiteralExpression(fields)) return
      for (const field of fields.properties)
        if (ts.isPropertyAssignment(field) && field.name.getText(module) === 'result')
          result = field.initializer
    } else ts.forEachChild(node, visit)
  }
  for (const statement of module.statements)
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations)
        if (declaration.name.getText(module) === exportName) visit(declaration)
  return result
}

export interface Rewriting {
  readonly path: string
  readonly code: string
  readonly exportName: string
  /** The contract of the action's result. */
  readonly contract: unknown
  /** The specifier of the module with the functions that readers call. */
  readonly helpers: string
}

/** Has the action of a module read its answers with a generated reader. */
export const rewriteModule = ({ path, code, exportName, contract, helpers }: Rewriting): string => {
  const module = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true)
  const result = resultOf(module, exportName)
  const source = readerSource(contract)
  if (result === undefined || source === undefined)
    throw new Error(`${path}: the action ${exportName} has no result that can be read`)
  const start = result.getStart(module)
  return [
    code.slice(0, start),
    `/*#__PURE__*/ withReader(${result.getText(module)}, ${source.reader})`,
    code.slice(result.getEnd()),
    // At the end, so that the lines of the source keep their numbers.
    `\n${source.functions}\n`,
    `import { ${['withReader', ...source.helpers].join(', ')} } from ${JSON.stringify(helpers)}\n`,
  ].join('')
}

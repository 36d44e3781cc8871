import ts from 'typescript'

/** The call of `defineAction`, also within `withTwin('…', defineAction({ … }))`. */
export const definingCall = (
  initializer: ts.Expression | undefined,
): ts.CallExpression | undefined => {
  if (initializer === undefined || !ts.isCallExpression(initializer)) return undefined
  const name = initializer.expression.getText()
  if (name === 'withTwin') return definingCall(initializer.arguments[1])
  return name === 'defineAction' ? initializer : undefined
}

export const partOf = (
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | undefined =>
  object.properties
    .filter(ts.isPropertyAssignment)
    .find((property) => property.name.getText() === name)?.initializer

/** The vendor's name of the action that a variable is; undefined for any other node. */
export const actionNameOf = (node: ts.Node): string | undefined => {
  if (!ts.isVariableDeclaration(node)) return undefined
  const [definition] = definingCall(node.initializer)?.arguments ?? []
  if (definition === undefined || !ts.isObjectLiteralExpression(definition)) return undefined
  const name = partOf(definition, 'name')
  return name !== undefined && ts.isStringLiteralLike(name) ? name.text : undefined
}

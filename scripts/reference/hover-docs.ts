import ts from 'typescript'
import type { FieldDocs } from './fields/field-docs'

interface Insertion {
  readonly at: number
  readonly text: string
}

/**
 * Adds the documentation of the actions to a file of declarations. The bundler keeps the comment of an action, and loses it
 * where a registry exports the action again; the compiler loses the comments of the fields, because it infers their types.
 */
export const withHoverDocs = (text: string, docs: ReadonlyMap<string, FieldDocs>): string => {
  const file = ts.createSourceFile('declarations.d.ts', text, ts.ScriptTarget.ES2020, true)
  const constants = file.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [],
  )
  const comments = new Map(
    constants.map((constant) => [constant.name.getText(), commentOn(constant)]),
  )
  const insertions = constants.flatMap(({ type, parent }) => {
    if (type === undefined) return []
    if (ts.isTypeQueryNode(type)) {
      const comment = comments.get(type.exprName.getText())
      return comment === undefined || hasComment(parent.parent)
        ? []
        : [{ at: parent.parent.getStart(), text: `${comment}\n` }]
    }
    const [name, params, result] = partsOfAction(type)
    const notes = name === undefined ? undefined : docs.get(name)
    return notes === undefined
      ? []
      : [...fieldComments(params, 'params', notes), ...fieldComments(result, 'result', notes)]
  })
  return insertions
    .sort((one, other) => other.at - one.at)
    .reduce(
      (written, { at, text: added }) => written.slice(0, at) + added + written.slice(at),
      text,
    )
}

/** Name, parameters and result of `Action<'doorLock.listUsers', …, …>`; of a route with a twin also the first part of an intersection. */
const partsOfAction = (
  type: ts.TypeNode,
): readonly [name?: string, params?: ts.TypeNode | undefined, result?: ts.TypeNode | undefined] => {
  if (ts.isIntersectionTypeNode(type) && type.types[0] !== undefined)
    return partsOfAction(type.types[0])
  if (!ts.isTypeReferenceNode(type) || !/^Action(\$\d+)?$/.test(type.typeName.getText())) return []
  const [name, params, result] = type.typeArguments ?? []
  return name !== undefined && ts.isLiteralTypeNode(name) && ts.isStringLiteral(name.literal)
    ? [name.literal.text, params, result]
    : []
}

/** The comment before a constant, as it is written. */
const commentOn = (constant: ts.VariableDeclaration): string | undefined =>
  ts.getJSDocCommentsAndTags(constant).filter(ts.isJSDoc).at(-1)?.getText()

const fieldComments = (
  type: ts.TypeNode | undefined,
  path: string,
  notes: FieldDocs,
): readonly Insertion[] => {
  if (type === undefined) return []
  if (ts.isUnionTypeNode(type))
    return type.types.flatMap((form) => fieldComments(form, path, notes))
  if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type))
    return fieldComments(type.type, path, notes)
  if (ts.isArrayTypeNode(type)) return fieldComments(type.elementType, `${path}[]`, notes)
  if (!ts.isTypeLiteralNode(type)) return []
  return type.members.flatMap((member) => {
    if (!ts.isPropertySignature(member)) return []
    const field = `${path}.${member.name.getText().replace(/['"]/g, '')}`
    const note = notes[field]
    const at = member.getStart()
    const inner = fieldComments(member.type, field, notes)
    return note === undefined || hasComment(member)
      ? inner
      : [{ at, text: commentOf(note, member) }, ...inner]
  })
}

/** A second run adds nothing. */
const hasComment = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0

const commentOf = (note: string, member: ts.Node): string => {
  const { character } = member.getSourceFile().getLineAndCharacterOfPosition(member.getStart())
  return `/** ${note.replaceAll('*/', '* /').replace(/\s*\n\s*/g, ' ')} */\n${' '.repeat(character)}`
}

import ts from 'typescript'
import { commentOf } from './comment-of'
import { commonMeaning } from './fields/common-meaning'

type Notes = Record<string, string>

/**
 * The comments on the fields of a contract, by the path of each field; without one, what a field of that name means in every
 * operation. What several actions share is followed to where it is written, into other files too.
 */
export const contractNotes = (
  contract: ts.Expression | undefined,
  path: string,
  checker: ts.TypeChecker,
): Readonly<Notes> => {
  const notes: Notes = {}

  const visit = (expression: ts.Expression | undefined, at: string): void => {
    const { value } = written(expression, checker)
    if (value === undefined || !ts.isCallExpression(value)) return
    const name = value.expression.getText()
    const [first] = value.arguments
    if (name === 'listOf') visit(first, `${at}[]`)
    else if (name === 'anyOf') for (const form of value.arguments) visit(form, at)
    else if (name === 'secret' || name === 'jsonText') visit(first, at)
    else {
      // It adds the field to the parameters of every panel API.
      if (name === 'panelParams') note(`${at}.devId`)
      visitRecord(first, at)
    }
  }

  const note = (field: string, comment?: string): void => {
    const text = comment ?? commonMeaning(field)
    if (text !== undefined && !(field in notes)) notes[field] = text
  }

  const visitRecord = (options: ts.Expression | undefined, at: string): void => {
    const parts = partsOf(options, checker)
    const rows = parts.get('rows')?.value
    if (rows !== undefined && ts.isStringLiteralLike(rows)) {
      note(`${at}.${rows.text}`)
      visit(parts.get('item')?.value, `${at}.${rows.text}[]`)
    }
    for (const group of ['required', 'key', 'documented', 'optional'])
      for (const [name, { value, comment }] of partsOf(parts.get(group)?.value, checker)) {
        if (isAbsent(value)) continue
        const field = `${at}.${name}`
        note(field, comment)
        visit(value, field)
      }
  }

  visit(contract, path)
  return notes
}

/** Such a field is there to be refused. */
const isAbsent = (value: ts.Expression | undefined): boolean =>
  value !== undefined && ts.isCallExpression(value) && value.expression.getText() === 'absent'

interface Written {
  readonly value: ts.Expression | undefined
  /** Of the place that names the value; else of the place where it is written. */
  readonly comment: string | undefined
}

/** The properties of an object, with what it spreads. */
const partsOf = (
  expression: ts.Expression | undefined,
  checker: ts.TypeChecker,
): ReadonlyMap<string, Written> => {
  const { value } = written(expression, checker)
  const parts = new Map<string, Written>()
  if (value === undefined || !ts.isObjectLiteralExpression(value)) return parts
  for (const property of value.properties) {
    if (ts.isSpreadAssignment(property)) {
      for (const [name, part] of partsOf(property.expression, checker)) parts.set(name, part)
      continue
    }
    const name = property.name.getText().replace(/^'(.*)'$/, '$1')
    const target = ts.isShorthandPropertyAssignment(property)
      ? followed(checker.getShorthandAssignmentValueSymbol(property), checker)
      : written(ts.isPropertyAssignment(property) ? property.initializer : undefined, checker)
    parts.set(name, { value: target.value, comment: commentOf(property) ?? target.comment })
  }
  return parts
}

/** The expression itself, or the one that a name stands for. */
const written = (expression: ts.Expression | undefined, checker: ts.TypeChecker): Written => {
  if (expression === undefined) return { value: undefined, comment: undefined }
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return written(expression.expression, checker)
  if (ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression))
    return followed(checker.getSymbolAtLocation(expression), checker)
  return { value: expression, comment: undefined }
}

const followed = (symbol: ts.Symbol | undefined, checker: ts.TypeChecker): Written => {
  const target =
    symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
      ? checker.getAliasedSymbol(symbol)
      : symbol
  const declaration = target?.valueDeclaration
  if (
    declaration === undefined ||
    !(ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration))
  )
    return { value: undefined, comment: undefined }
  const further = written(declaration.initializer, checker)
  return { value: further.value, comment: commentOf(declaration) ?? further.comment }
}

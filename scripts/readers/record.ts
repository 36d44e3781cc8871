import { acceptsEmptyText, acceptsNull } from '../../actions/shared/missing'
import type { CodecSchemaOf } from '../../src/core/contract/codec-schema'
import { optionalField, requiredField } from './field-statement'
import type { ReadCode, ReaderWriter } from './read-code'

interface Field {
  readonly name: string
  readonly variable: string
  readonly isOptional: boolean
  /** null in the variable means that the answer has no value for the field. */
  readonly isNullMissing: boolean
  readonly load: string
  readonly statement: string
}

const isIdentifier = /^[A-Za-z_$][\w$]*$/
const access = (name: string): string =>
  isIdentifier.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
const key = (name: string): string => (isIdentifier.test(name) ? name : JSON.stringify(name))

/** a to m, then a1 … The names of parameters and of other variables follow later in the alphabet. */
const variableAt = (index: number): string => {
  const letter = String.fromCharCode(97 + (index % 13))
  return index < 13 ? letter : `${letter}${Math.floor(index / 13)}`
}

/** Only the codec can read such a field, but an answer may leave it out. */
const unreadable: ReadCode = { isInShape: () => 'false' }

const fieldOf = (
  writer: ReaderWriter,
  [name, codec]: readonly [string, unknown],
  variable: string,
  isOptional: boolean,
): Field => {
  const code = writer.codeOf(codec) ?? unreadable
  const missing = { isNull: !acceptsNull(codec), isEmptyText: !acceptsEmptyText(codec) }
  return {
    name,
    variable,
    isOptional,
    isNullMissing: missing.isNull,
    load: `${variable} = v${access(name)}`,
    statement: isOptional
      ? optionalField(writer, variable, code, missing)
      : requiredField(writer, variable, code),
  }
}

/** The aliases of an answer get their canonical names first. */
const renaming = (
  writer: ReaderWriter,
  aliases: CodecSchemaOf<'record'>['aliases'],
): readonly string[] => {
  const others = Object.values(aliases).flat()
  if (others.length === 0) return []
  const isUsed = others.map((name) => `v${access(name)} !== undefined`).join(' || ')
  return [
    `if (${isUsed}) v = ${writer.helper('withCanonicalNames')}(v, ${JSON.stringify(Object.entries(aliases))})`,
  ]
}

/** The same record if no field changed, else a copy. */
const returning = (writer: ReaderWriter, fields: readonly Field[]): readonly string[] => {
  const present = fields.filter(({ isOptional }) => !isOptional)
  const optional = fields.filter(({ isOptional }) => isOptional)
  const literal = present.map(({ name, variable }) => `${key(name)}: ${variable}`).join(', ')
  const changed = writer.helper('changedRecord')
  if (optional.length === 0)
    return [`return s ? ${changed}(v, { ${literal} }, ${present.length}) : v`]
  return [
    'if (!s) return v',
    `const r = { ${literal} }`,
    `let n = ${present.length}`,
    ...optional.map(
      ({ name, variable, isNullMissing }) =>
        `if (${variable} !== undefined) ${isNullMissing ? `n++, ${variable} === null || (r${access(name)} = ${variable})` : `n++, r${access(name)} = ${variable}`}`,
    ),
    `return ${changed}(v, r, n, '${optional.map(({ name }) => name).join()}')`,
  ]
}

/** An object. The codec reads what the cloud writes in place of one. */
export const recordCode = (
  writer: ReaderWriter,
  { required, optional, documented, aliases, closed, rows }: CodecSchemaOf<'record'>,
): ReadCode | undefined => {
  if (closed) return undefined
  const fields = Object.entries({ ...required, ...optional }).map((entry, index) =>
    fieldOf(
      writer,
      entry,
      variableAt(index),
      !(entry[0] in required) && !documented.includes(entry[0]),
    ),
  )
  // A bare list of rows is a page without further fields.
  const isListEnough =
    rows !== undefined && fields.every(({ name, isOptional }) => isOptional || name === rows)
  const reader = writer.addFunction(
    [
      ...(isListEnough ? [`if (Array.isArray(v)) v = { ${key(rows)}: v }`] : []),
      `if (typeof v !== 'object' || v === null || Array.isArray(v)) ${writer.helper('giveUp')}()`,
      ...renaming(writer, aliases),
      `let ${[...fields.map(({ load }) => load), 's', 'x'].join(', ')}`,
      ...fields.map(({ statement }) => statement),
      ...returning(writer, fields),
    ].join('\n'),
  )
  return { reader, decoded: (value) => `${reader}(${value})` }
}

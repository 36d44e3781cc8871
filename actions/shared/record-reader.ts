import type * as t from 'io-ts'
import type { CodecSchemaOf } from '../../src/core/contract/codec-schema'
import { closestMatch } from '../../src/core/text/closest-match'
import { type DecodeContext, type EmptyWhenMissing, INVALID, type Invalid, readWith } from './codec'
import { isPlainObject } from './json-values'
import { acceptsEmptyText, acceptsNull } from './missing'

type AnyType = t.Type<unknown, unknown, unknown>
export type Values = Readonly<Record<string, unknown>>
export type Fields = Readonly<Record<string, AnyType>>

interface Field {
  readonly name: string
  readonly type: AnyType
  readonly isKey: boolean
  readonly isDocumented: boolean
}

/** Reads field by field. Copies the object only if a field changes. */
export const recordReader = (schema: CodecSchemaOf<'record'>, types: Fields) => {
  const fields = Object.keys(types).map(
    (name): Field => ({
      name,
      type: types[name] as AnyType,
      isKey: name in schema.required,
      isDocumented: schema.documented.includes(name),
    }),
  )
  const aliases = Object.entries(schema.aliases)

  return (input: unknown, context: DecodeContext): Values | Invalid => {
    const value = isPlainObject(input) ? input : unwrapped(input, fields, context)
    if (!isPlainObject(value)) return context.fail('expected an object')
    let source = value
    if (aliases.length > 0) source = withCanonicalNames(value, aliases)

    const outer = context.closed
    context.closed ||= schema.closed
    let invalid = context.closed && rejectUnknown(source, types, context)
    let changed: Record<string, unknown> | undefined
    const depth = context.path.push('') - 1
    for (const field of fields) {
      const { name, type } = field
      context.path[depth] = name
      const current = source[name]
      const read = isMissing(current, type)
        ? readMissing(field, context)
        : readField(field, current, context)
      if (read === INVALID) invalid = true
      else if (read !== current) {
        changed ??= { ...source }
        if (read === undefined) delete changed[name]
        else changed[name] = read
      }
    }
    context.path.pop()
    context.closed = outer
    return invalid ? INVALID : (changed ?? source)
  }
}

const readMissing = ({ type, isKey, isDocumented }: Field, context: DecodeContext) => {
  if (!isKey && !isDocumented) return undefined
  const canLeaveOut = !isKey && context.isTolerant
  if (canLeaveOut) context.addDrift('missing')
  else context.fail('missing')
  return canLeaveOut ? emptyOf(type) : INVALID
}

const readField = (
  { type, isKey, isDocumented }: Field,
  current: unknown,
  context: DecodeContext,
) => {
  const issueCount = context.issues.length
  const read = readWith(type, current, context)
  if (read !== INVALID || isKey || !context.isTolerant) return read
  const empty = isDocumented ? emptyOf(type) : undefined
  // An unreadable list is not an empty one.
  if (Array.isArray(empty)) return INVALID
  context.leaveOut(issueCount)
  return empty
}

const emptyOf = (type: AnyType): unknown => (type as Partial<EmptyWhenMissing<unknown>>).whenMissing

/** One object in a list of one, or the bare identifier of an object that is nothing but an identifier. */
const unwrapped = (
  input: unknown,
  [field, ...others]: readonly Field[],
  { isTolerant, path }: DecodeContext,
): unknown => {
  if (!isTolerant) return input
  if (Array.isArray(input) && input.length === 1) return input[0]
  const isScalar = typeof input === 'string' || typeof input === 'number'
  // Only for a whole answer: a text in a list of rows is no row.
  const isBare = isScalar && path.length === 0 && field !== undefined && others.length === 0
  return isBare ? { [field.name]: input } : input
}

/** null is missing, and so is an empty text for a field that is not a text. */
const isMissing = (value: unknown, type: AnyType): boolean => {
  if (value === undefined) return true
  if (value === null) return !acceptsNull(type)
  return value === '' && !acceptsEmptyText(type)
}

export const withCanonicalNames = (
  value: Values,
  aliases: readonly (readonly [string, readonly string[]])[],
): Values => {
  let changed: Record<string, unknown> | undefined
  for (const [name, others] of aliases)
    for (const other of others)
      if (value[other] !== undefined) {
        changed ??= { ...value }
        if (changed[name] === undefined || changed[name] === null) changed[name] = value[other]
        delete changed[other]
      }
  return changed ?? value
}

const rejectUnknown = (value: Values, fields: Values, context: DecodeContext): boolean => {
  let isRejected = false
  for (const name of Object.keys(value)) {
    if (name in fields || value[name] === undefined) continue
    isRejected = true
    const suggestion = closestMatch(name, Object.keys(fields))
    context.path.push(name)
    context.fail(
      suggestion === undefined
        ? 'unknown parameter'
        : `unknown parameter; did you mean ${suggestion}?`,
    )
    context.path.pop()
  }
  return isRejected
}

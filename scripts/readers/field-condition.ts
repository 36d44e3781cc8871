import type { ReadCode, ReaderWriter } from './read-code'
import { readerOf } from './reader-of'

/**
 * A condition that decodes a field, which is in a variable, in place. It is true if only the codec can read the value.
 * Where the value changes, it sets `s`; `x` is the value before.
 */
export const requiredField = (variable: string, { isInShape, decoded }: ReadCode): string => {
  if (isInShape === undefined) return compared(variable, `${decoded?.(`x = ${variable}`)}`)
  return decoded === undefined
    ? `!(${isInShape(variable)})`
    : `!(${isInShape(variable)}) && ${changed(variable, decoded(variable))}`
}

/** What an optional field sends in place of nothing. */
export interface MissingForms {
  readonly isNull: boolean
  readonly isEmptyText: boolean
}

/** The same for a field that may be missing: the variable is then undefined or null. */
export const optionalField = (
  writer: ReaderWriter,
  variable: string,
  code: ReadCode,
  missing: MissingForms,
): string => {
  const { isInShape } = code
  const reader = readerOf(writer, code)
  const isPresent = `${variable} !== undefined`
  // null is then read by the codec.
  if (!missing.isNull || (isInShape === undefined && !missing.isEmptyText))
    return `${isPresent} && (${requiredField(variable, code)})`
  const read = (value: string) => `${writer.helper('optionalOf')}(${reader}, ${value})`
  return isInShape === undefined
    ? `${isPresent} && (${compared(variable, read(`x = ${variable}`), ' || x === null')})`
    : `${isPresent} && !(${isInShape(variable)}) && ${changed(variable, read(variable))}`
}

const changed = (variable: string, read: string): string =>
  `(s = 1, (${variable} = ${read}) === undefined)`

/** Only the result tells whether the value changes. */
const compared = (variable: string, read: string, orMissing = ''): string =>
  `(${variable} = ${read}) === undefined || (${variable} !== x${orMissing}) && !(s = 1)`

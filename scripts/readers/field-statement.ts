import type { ReadCode, ReaderWriter } from './read-code'
import { readerOf } from './reader-of'

/**
 * A statement that decodes a field, which is in a variable, in place, or throws where only the codec can. Where the value
 * changes, it sets `s`; `x` is the value before.
 */
export const requiredField = (
  writer: ReaderWriter,
  variable: string,
  { isInShape, decoded }: ReadCode,
): string => {
  if (isInShape === undefined) return compared(variable, `${decoded?.(`x = ${variable}`)}`)
  return decoded === undefined
    ? `if (!(${isInShape(variable)})) ${writer.helper('giveUp')}()`
    : `if (!(${isInShape(variable)})) ${changed(variable, decoded(variable))}`
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
  const isPresent = `${variable} !== undefined`
  // null is then read by the codec.
  if (!missing.isNull || (isInShape === undefined && !missing.isEmptyText))
    return `if (${isPresent}) { ${requiredField(writer, variable, code)} }`
  const reader = readerOf(writer, code)
  const read = (value: string) => `${writer.helper('optional')}(${reader}, ${value})`
  return isInShape === undefined
    ? `if (${isPresent}) { ${compared(variable, read(`x = ${variable}`), ' || x === null')} }`
    : `if (${isPresent} && !(${isInShape(variable)})) ${changed(variable, read(variable))}`
}

const changed = (variable: string, read: string): string => `${variable} = ${read}, s = 1`

/** Only the result tells whether the value changes. */
const compared = (variable: string, read: string, orMissing = ''): string =>
  `if ((${variable} = ${read}) !== x${orMissing}) s = 1`

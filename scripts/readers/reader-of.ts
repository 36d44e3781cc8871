import type { ReadCode, ReaderWriter } from './read-code'

/** A function that returns the decoded value of its parameter, or undefined. */
export const readerOf = (writer: ReaderWriter, code: ReadCode): string =>
  code.reader ?? writer.addFunction(`return ${expressionOf(code)}`)

const expressionOf = ({ isInShape, decoded }: ReadCode): string => {
  const read = decoded?.('v') ?? 'undefined'
  return isInShape === undefined ? read : `${isInShape('v')} ? v : ${read}`
}

import type { ReadCode, ReaderWriter } from './read-code'

/** A function that returns the decoded value of its parameter, or throws. */
export const readerOf = (writer: ReaderWriter, code: ReadCode): string =>
  code.reader ?? writer.addFunction(`return ${expressionOf(writer, code)}`)

const expressionOf = (writer: ReaderWriter, { isInShape, decoded }: ReadCode): string => {
  const read = decoded?.('v') ?? `${writer.helper('giveUp')}()`
  return isInShape === undefined ? read : `${isInShape('v')} ? v : ${read}`
}

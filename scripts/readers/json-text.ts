import { acceptsNull } from '../../actions/shared/missing'
import type { CodecSchemaOf } from '../../src/core/contract/codec-schema'
import type { ReadCode, ReaderWriter } from './read-code'
import { readerOf } from './reader-of'

export const jsonTextCode = (
  writer: ReaderWriter,
  { inner }: CodecSchemaOf<'jsonText'>,
): ReadCode | undefined => {
  // null is missing, also where it would be a value of the JSON text.
  const code = acceptsNull(inner) ? undefined : writer.codeOf(inner)
  if (code === undefined) return undefined
  const decoded =
    code.isInShape === undefined && code.decoded !== undefined
      ? code.decoded
      : (value: string) => `${readerOf(writer, code)}(${value})`
  return { decoded: (value) => decoded(`${writer.helper('parsed')}(${value})`) }
}

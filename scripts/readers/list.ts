import type { CodecSchemaOf } from '../../src/core/contract/codec-schema'
import type { ReadCode, ReaderWriter } from './read-code'
import { readerOf } from './reader-of'

/** A list in an array. The codec reads what the cloud writes in place of a list. */
export const listCode = (
  writer: ReaderWriter,
  { item }: CodecSchemaOf<'listOf'>,
): ReadCode | undefined => {
  const code = writer.codeOf(item)
  if (code === undefined) return undefined
  const reader = readerOf(writer, code)
  return { decoded: (value) => `${writer.helper('items')}(${reader}, ${value})` }
}

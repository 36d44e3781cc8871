import { acceptsNull } from '../../actions/shared/missing'
import { schemaOf } from '../../src/core/contract/codec-schema'
import { jsonTextCode } from './json-text'
import { listCode } from './list'
import type { Helper, ReadCode, ReaderWriter } from './read-code'
import { readerOf } from './reader-of'
import { recordCode } from './record'
import {
  csvCode,
  dpsCode,
  emptyTextCode,
  epochCode,
  flagCode,
  idCode,
  intCode,
  jsonCode,
  oneOfCode,
  textCode,
} from './scalars'

/** The text of a generated reader. */
export interface ReaderSource {
  /** Function declarations. */
  readonly functions: string
  /** The function that reads a whole answer. */
  readonly reader: string
  /** What the functions call. */
  readonly helpers: readonly Helper[]
}

const codeOfSchema = (writer: ReaderWriter, codec: unknown): ReadCode | undefined => {
  const schema = schemaOf(codec)
  switch (schema?._tag) {
    case 'id':
      return idCode(writer)
    case 'int':
      return intCode(writer, schema)
    case 'epoch':
      return epochCode(writer, schema)
    case 'flag':
      return flagCode(writer, schema)
    case 'text':
      return textCode(writer, schema.min === 0)
    case 'csv':
      return csvCode(writer, schema)
    case 'json':
      return jsonCode
    case 'oneOf':
      return oneOfCode(writer, schema)
    case 'jsonText':
      return jsonTextCode(writer, schema)
    case 'secret':
      return writer.codeOf(schema.inner)
    case 'listOf':
      return listCode(writer, schema)
    case 'anyOf':
      // Whether a value belongs to a later form depends on all reports of the earlier ones.
      return acceptsNull(schema.forms[0]) ? undefined : writer.codeOf(schema.forms[0])
    case 'dps':
      return dpsCode(writer)
    case 'emptyText':
      return emptyTextCode
    case 'record':
      return recordCode(writer, schema)
    default:
      // Either not of the vocabulary, or decoded to undefined.
      return undefined
  }
}

/** Writes the reader of a contract, or undefined if there is nothing that it could read. */
export const readerSource = (codec: unknown, prefix = 'read'): ReaderSource | undefined => {
  const functions = new Map<string, string>()
  const helpers = new Set<Helper>()
  const writer: ReaderWriter = {
    codeOf: (inner) => codeOfSchema(writer, inner),
    addFunction: (body) => {
      const known = functions.get(body)
      if (known !== undefined) return known
      const name = `${prefix}${functions.size}`
      functions.set(body, name)
      return name
    },
    helper: (name) => {
      helpers.add(name)
      return name
    },
  }
  const code = writer.codeOf(codec)
  if (code === undefined) return undefined
  const reader = readerOf(writer, code)
  return {
    functions: [...functions].map(([body, name]) => `function ${name}(v) {\n${body}\n}`).join('\n'),
    reader,
    helpers: [...helpers],
  }
}

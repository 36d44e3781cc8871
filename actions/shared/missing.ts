import { type CodecSchema, schemaOf } from '../../src/core/contract/codec-schema'

/** The value of a data point keeps null; any other field without a value is missing. */
export const acceptsNull = (type: unknown): boolean => withoutSecretMark(type)?._tag === 'json'

/** For any other field, an empty text means that it is missing. */
export const acceptsEmptyText = (type: unknown): boolean => {
  const schema = withoutSecretMark(type)
  switch (schema?._tag) {
    case 'text':
    case 'csv':
      return schema.min === 0
    case 'anyOf':
      return schema.forms.some(acceptsEmptyText)
    case 'oneOf':
      return schema.values.includes('')
    default:
      return schema?._tag === 'emptyText' || schema?._tag === 'json'
  }
}

const withoutSecretMark = (type: unknown): CodecSchema | undefined => {
  const schema = schemaOf(type)
  return schema?._tag === 'secret' ? withoutSecretMark(schema.inner) : schema
}

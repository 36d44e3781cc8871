import { schemaOf } from '../../../src/core/contract/codec-schema'

/** What the type in the published declarations does not say of a value: its unit, its bounds, and that it is a secret. */
export const codecFacts = (codec: unknown): readonly string[] => {
  const schema = schemaOf(codec)
  switch (schema?._tag) {
    case 'epoch':
      return [schema.unit === 'seconds' ? 'Seconds since 1970.' : 'Milliseconds since 1970.']
    case 'int':
      return [
        ...boundsOf(schema.min, schema.max),
        ...(schema.unit === undefined ? [] : [`In ${schema.unit}.`]),
      ]
    case 'csv':
      return ['Separated by commas.']
    case 'secret':
      return [...codecFacts(schema.inner), 'A secret.']
    case 'jsonText':
      return codecFacts(schema.inner)
    default:
      return []
  }
}

const boundsOf = (min: number, max: number): readonly string[] => {
  const from = min > Number.MIN_SAFE_INTEGER ? [`from ${min}`] : []
  const to = max < Number.MAX_SAFE_INTEGER ? [`to ${max}`] : []
  const bounds = [...from, ...to].join(' ')
  return bounds === '' ? [] : [`${bounds.charAt(0).toUpperCase()}${bounds.slice(1)}.`]
}

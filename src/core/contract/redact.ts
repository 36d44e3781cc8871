import { schemaOf } from './codec-schema'
import { flatMap } from './flat-map'

/**
 * Keeps the fields that the contract knows and does not mark as secret; everything else is removed.
 *
 * The values of data points are removed too: some locks report a password in one.
 */
export const redact = (codec: unknown, value: unknown): unknown => {
  const schema = schemaOf(codec)
  if (value === undefined || value === null) return value
  switch (schema?._tag) {
    case undefined:
    case 'secret':
    case 'json':
      return undefined
    case 'jsonText':
      return redact(schema.inner, value)
    case 'listOf':
      return Array.isArray(value) ? value.map((item) => redact(schema.item, item)) : undefined
    case 'dps':
      return Array.isArray(value) ? flatMap(value, Object.keys) : undefined
    case 'anyOf':
      // A field that any form marks as secret is removed, whichever form the value has.
      return schema.forms.reduce<unknown>((kept, form) => redact(form, kept), value)
    case 'record':
      return redactFields({ ...schema.required, ...schema.optional }, value)
    default:
      return typeof value === 'object' ? undefined : value
  }
}

const redactFields = (fields: Readonly<Record<string, unknown>>, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const field = redact(fields[name], (value as Readonly<Record<string, unknown>>)[name])
    if (field !== undefined) kept[name] = field
  }
  return kept
}

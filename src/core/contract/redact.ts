import { schemaOf } from './codec-schema'
import { flatMap } from './flat-map'

/**
 * What an event may show of a value: the fields that the contract knows and does not mark as secret.
 *
 * The values of data points are left out too: some locks report a password in one.
 */
export const redact = (codec: unknown, value: unknown): unknown => {
  const node = schemaOf(codec)
  if (value === undefined || value === null) return value
  switch (node?._tag) {
    case undefined:
    case 'secret':
    case 'json':
      return undefined
    case 'jsonText':
      return redact(node.inner, value)
    case 'listOf':
      return Array.isArray(value) ? value.map((item) => redact(node.item, item)) : undefined
    case 'dps':
      return Array.isArray(value) ? flatMap(value, Object.keys) : undefined
    case 'anyOf':
      // Which of the forms it is does not matter: a field that any of them marks stays out.
      return node.forms.reduce<unknown>((shown, form) => redact(form, shown), value)
    case 'record':
      return redactFields({ ...node.required, ...node.optional }, value)
    default:
      return typeof value === 'object' ? undefined : value
  }
}

const redactFields = (fields: Readonly<Record<string, unknown>>, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const shown: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const field = redact(fields[name], (value as Readonly<Record<string, unknown>>)[name])
    if (field !== undefined) shown[name] = field
  }
  return shown
}

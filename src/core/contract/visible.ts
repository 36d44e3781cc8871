import { flatMap } from './flat-map'
import { nodeOf } from './node'

/**
 * What an event may show of a value: the fields that the contract knows and does not mark as secret.
 *
 * The values of data points are left out too: some locks report a password in one.
 */
export const visible = (codec: unknown, value: unknown): unknown => {
  const node = nodeOf(codec)
  if (value === undefined || value === null) return value
  switch (node?._tag) {
    case undefined:
    case 'secret':
    case 'json':
      return undefined
    case 'jsonText':
      return visible(node.inner, value)
    case 'listOf':
      return Array.isArray(value) ? value.map((item) => visible(node.item, item)) : undefined
    case 'dps':
      return Array.isArray(value) ? flatMap(value, Object.keys) : undefined
    case 'anyOf':
      // Which of the forms it is does not matter: a field that any of them marks stays out.
      return node.forms.reduce<unknown>((shown, form) => visible(form, shown), value)
    case 'record':
      return visibleFields({ ...node.required, ...node.optional }, value)
    default:
      return typeof value === 'object' ? undefined : value
  }
}

const visibleFields = (fields: Readonly<Record<string, unknown>>, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const shown: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const field = visible(fields[name], (value as Readonly<Record<string, unknown>>)[name])
    if (field !== undefined) shown[name] = field
  }
  return shown
}

import { schemaOf } from '../../src/core/contract/codec-schema'

let count = 0

/**
 * Replaces every secret text by a unique marker, because a short generated secret can appear in a message by chance.
 * Also returns the markers.
 */
export const withMarkedSecrets = (
  codec: unknown,
  value: unknown,
): { readonly value: unknown; readonly secrets: readonly string[] } => {
  const secrets: string[] = []
  const mark = (type: unknown, given: unknown, isSecret: boolean): unknown => {
    const schema = schemaOf(type)
    if (schema?._tag === 'secret') return mark(schema.inner, given, true)
    if (schema?._tag === 'jsonText') return mark(schema.inner, given, isSecret)
    if (schema?._tag === 'anyOf')
      return schema.forms.reduce<unknown>((marked, form) => mark(form, marked, isSecret), given)
    if (Array.isArray(given))
      return given.map((item) =>
        mark(schema?._tag === 'listOf' ? schema.item : undefined, item, isSecret),
      )
    if (typeof given === 'object' && given !== null) {
      const fields = schema?._tag === 'record' ? { ...schema.required, ...schema.optional } : {}
      return Object.fromEntries(
        Object.entries(given).map(([name, field]) => [name, mark(fields[name], field, isSecret)]),
      )
    }
    if (!isSecret || typeof given !== 'string') return given
    // An earlier form may have marked it already.
    if (secrets.includes(given)) return given
    const marked = `MARKED-${++count}-SECRET`
    secrets.push(marked)
    return marked
  }
  return { value: mark(codec, value, false), secrets }
}

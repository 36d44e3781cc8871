import { schemaOf } from '../../src/core/contract/codec-schema'

let count = 0

/**
 * The same value with a text of its own in place of every secret text: short secrets of a generator stand in messages by
 * chance. Gives the texts too.
 */
export const withMarkedSecrets = (
  codec: unknown,
  value: unknown,
): { readonly value: unknown; readonly secrets: readonly string[] } => {
  const secrets: string[] = []
  const mark = (type: unknown, given: unknown, isSecret: boolean): unknown => {
    const node = schemaOf(type)
    if (node?._tag === 'secret') return mark(node.inner, given, true)
    if (node?._tag === 'jsonText') return mark(node.inner, given, isSecret)
    if (node?._tag === 'anyOf')
      return node.forms.reduce<unknown>((marked, form) => mark(form, marked, isSecret), given)
    if (Array.isArray(given))
      return given.map((item) =>
        mark(node?._tag === 'listOf' ? node.item : undefined, item, isSecret),
      )
    if (typeof given === 'object' && given !== null) {
      const fields = node?._tag === 'record' ? { ...node.required, ...node.optional } : {}
      return Object.fromEntries(
        Object.entries(given).map(([name, field]) => [name, mark(fields[name], field, isSecret)]),
      )
    }
    if (!isSecret || typeof given !== 'string') return given
    // A form that stood before may have marked it already.
    if (secrets.includes(given)) return given
    const marked = `MARKED-${++count}-SECRET`
    secrets.push(marked)
    return marked
  }
  return { value: mark(codec, value, false), secrets }
}

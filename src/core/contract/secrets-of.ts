import { schemaOf } from './codec-schema'

/** Every value that a contract marks as secret, as text: what no message may repeat. */
export const secretsOf = (codec: unknown, value: unknown): readonly string[] => {
  const found: string[] = []
  collect(codec, value, false, found)
  return found
}

const collect = (codec: unknown, value: unknown, isSecret: boolean, found: string[]): void => {
  if (value === undefined || value === null || value === '') return
  const node = schemaOf(codec)
  if (node?._tag === 'secret') collect(node.inner, value, true, found)
  else if (node?._tag === 'jsonText') collect(node.inner, value, isSecret, found)
  else if (node?._tag === 'anyOf')
    for (const form of node.forms) collect(form, value, isSecret, found)
  else if (Array.isArray(value))
    for (const item of value)
      collect(node?._tag === 'listOf' ? node.item : undefined, item, isSecret, found)
  else if (typeof value === 'object')
    for (const [name, field] of Object.entries(value))
      collect(
        node?._tag === 'record' ? (node.required[name] ?? node.optional[name]) : undefined,
        field,
        isSecret,
        found,
      )
  else if (isSecret) found.push(String(value))
}

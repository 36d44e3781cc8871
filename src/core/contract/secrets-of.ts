import { schemaOf } from './codec-schema'

/** The text of every value that a contract marks as secret; no message may contain one. */
export const secretsOf = (codec: unknown, value: unknown): readonly string[] => {
  const secrets: string[] = []
  collect(codec, value, false, secrets)
  return secrets
}

const collect = (codec: unknown, value: unknown, isSecret: boolean, secrets: string[]): void => {
  if (value === undefined || value === null || value === '') return
  const schema = schemaOf(codec)
  if (schema?._tag === 'secret') collect(schema.inner, value, true, secrets)
  else if (schema?._tag === 'jsonText') collect(schema.inner, value, isSecret, secrets)
  else if (schema?._tag === 'anyOf')
    for (const form of schema.forms) collect(form, value, isSecret, secrets)
  else if (Array.isArray(value))
    for (const item of value)
      collect(schema?._tag === 'listOf' ? schema.item : undefined, item, isSecret, secrets)
  else if (typeof value === 'object')
    for (const [name, field] of Object.entries(value))
      collect(
        schema?._tag === 'record' ? (schema.required[name] ?? schema.optional[name]) : undefined,
        field,
        isSecret,
        secrets,
      )
  else if (isSecret) secrets.push(String(value))
}

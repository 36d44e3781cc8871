import { type Codec, codec, type EmptyWhenMissing } from './codec'

/** The list of a text or of an array of texts, without spaces and without empty items. */
export const csvOf = (value: unknown): string | undefined => {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!parts.every((part) => typeof part === 'string')) return undefined
  return parts
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(',')
}

/**
 * A comma-separated list as text; an array of texts is joined.
 *
 * It may be empty; with `min: 1`, an empty list is missing.
 */
export const csv = ({
  min = 0,
}: {
  readonly min?: 0 | 1
} = {}): Codec<string> & EmptyWhenMissing<string> =>
  Object.assign(
    codec<string>(
      { _tag: 'csv', min },
      'csv',
      (value, context) => {
        const list = csvOf(value)
        if (list === undefined) return context.fail('expected comma-separated text')
        return list.length >= min
          ? list
          : context.fail('expected at least one comma-separated value')
      },
      (value) => value,
    ),
    { whenMissing: '' },
  )

import { type Codec, codec } from './codec'

/** A comma-separated list, kept as the text that the vendor takes; an array of texts is joined. May be empty. */
export const csv = (): Codec<string> =>
  codec<string>(
    { _tag: 'csv' },
    'csv',
    (value, trail) => {
      const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
      if (!parts.every((part) => typeof part === 'string'))
        return trail.fail('expected text, separated by commas')
      return parts
        .join(',')
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(',')
    },
    (value) => value,
  )

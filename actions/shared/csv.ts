import { type Codec, codec } from './codec'

/** A comma-separated list, kept as the text that the vendor takes; an array of texts is joined. May be empty. */
export const csv = (): Codec<string> =>
  codec<string>(
    { _tag: 'csv' },
    'csv',
    (value, trail) => {
      const parts = typeof value === 'string' ? value.split(',') : value
      if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string'))
        return trail.fail('expected text, separated by commas')
      return parts
        .map((part: string) => part.trim())
        .filter((part) => part !== '')
        .join(',')
    },
    (value) => value,
  )

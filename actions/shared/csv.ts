import { type Codec, codec, type EmptyWhenMissing } from './codec'

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
        const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
        if (!parts.every((part) => typeof part === 'string'))
          return context.fail('expected comma-separated text')
        const list = parts
          .join(',')
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '')
          .join(',')
        return list.length >= min
          ? list
          : context.fail('expected at least one comma-separated value')
      },
      (value) => value,
    ),
    { whenMissing: '' },
  )

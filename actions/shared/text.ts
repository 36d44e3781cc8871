import { type Codec, codec, type EmptyWhenMissing } from './codec'

/** The text itself, or the digits of a number. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

/**
 * Text. A number is read as its digits, because samples send numbers where the tables say String.
 *
 * With `min: 1`, an empty text is missing.
 */
export const text = ({
  min = 0,
}: {
  readonly min?: 0 | 1
} = {}): Codec<string> & EmptyWhenMissing<string> =>
  Object.assign(
    codec<string>(
      { _tag: 'text', min },
      'text',
      (value, context) => {
        const read = textOf(value)
        return read !== undefined && read.length >= min ? read : context.fail('expected text')
      },
      (value) => value,
    ),
    { whenMissing: '' },
  )

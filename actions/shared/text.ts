import { type Codec, codec } from './codec'

/** Text; a number is read as its digits, because samples send numbers where the tables say String. */
export const text = (): Codec<string> =>
  codec<string>(
    { _tag: 'text' },
    'text',
    (value, trail) => {
      if (typeof value === 'string') return value
      return typeof value === 'number' && Number.isFinite(value)
        ? String(value)
        : trail.fail('expected text')
    },
    (value) => value,
  )

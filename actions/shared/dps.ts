import { flatMap } from '../../src/core/contract/flat-map'
import { type Codec, codec, type EmptyWhenMissing } from './codec'
import { isPlainObject } from './json-values'

export type Dps = readonly Readonly<Record<string, unknown>>[]

/** The same reference if every data point already is an object of its own. */
export const dpsOf = (value: unknown): Dps | undefined => {
  const points: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!points.every(isPlainObject)) return undefined
  return points === value && points.every((point) => Object.keys(point).length === 1)
    ? points
    : flatMap(points, (point) => Object.keys(point).map((key) => ({ [key]: point[key] })))
}

/** Data points as a list of one-key objects, by DP code or id. An object with several keys is split. */
export const dps = (): Codec<Dps> & EmptyWhenMissing<Dps> =>
  Object.assign(
    codec<Dps>(
      { _tag: 'dps' },
      'dps',
      (value, context) => dpsOf(value) ?? context.fail('expected a list of data points'),
      (value) => value,
    ),
    { whenMissing: [] as Dps },
  )

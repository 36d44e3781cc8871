import type { Issue } from '../../core/errors/issue'
import { isTimeMs } from '../shared/time-checks'
import { MINUTES_OF_A_DAY } from '../shared/weekly-hours'
import { kinds } from './permission'

type Unknown = Readonly<Record<string, unknown>>

/** One rule: a path, its condition, and the message, which contains no value. */
interface Rule {
  readonly path: string
  readonly message: string
  readonly isValid: (input: Unknown, weekly: Unknown, nowMs: number) => boolean
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0
const isMinute = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MINUTES_OF_A_DAY
const isDay = (value: unknown): boolean => [0, 1, 2, 3, 4, 5, 6].some((day) => day === value)

const rules: readonly Rule[] = [
  {
    path: 'kind',
    message: `expected ${kinds.join(' or ')}`,
    isValid: ({ kind }) => kinds.some((one) => one === kind),
  },
  {
    path: 'times',
    message: 'expected a whole number of at least 1, or unlimited',
    isValid: ({ times }) => times === 'unlimited' || isCount(times),
  },
  {
    path: 'fromMs',
    message: 'expected milliseconds since 1970',
    isValid: ({ fromMs }) => fromMs === undefined || isTimeMs(fromMs),
  },
  {
    path: 'toMs',
    message: 'expected milliseconds since 1970, later than the start and than now',
    isValid: ({ fromMs, toMs }, _, nowMs) =>
      toMs === undefined || (isTimeMs(toMs) && toMs > Math.max(nowMs, Number(fromMs ?? 0))),
  },
  {
    path: 'weekly.days',
    message: 'expected at least one day, from 0, Sunday, to 6',
    isValid: ({ weekly }, { days }) =>
      weekly === undefined || (Array.isArray(days) && days.length > 0 && days.every(isDay)),
  },
  {
    path: 'weekly.fromMinute',
    message: 'expected minutes of a day',
    isValid: ({ weekly }, { fromMinute }) => weekly === undefined || isMinute(fromMinute),
  },
  {
    path: 'weekly.toMinute',
    message: 'expected minutes of a day, later than the start',
    isValid: ({ weekly }, { fromMinute, toMinute }) =>
      weekly === undefined || (isMinute(toMinute) && Number(toMinute) > Number(fromMinute)),
  },
]

/** The issues of a permission, which may come from JavaScript. */
export const issuesOf = (input: unknown, nowMs: number): readonly Issue[] => {
  const fields: Unknown = Object(input)
  const weekly: Unknown = Object(fields.weekly)
  return rules
    .filter(({ isValid }) => !isValid(fields, weekly, nowMs))
    .map(({ path, message }) => ({ path, message }))
}

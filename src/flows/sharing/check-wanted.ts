import type { Issue } from '../../core/errors/issue'
import { kinds, MINUTES_OF_A_DAY } from './permission'

type Unknown = Readonly<Record<string, unknown>>

/** One rule: where it holds, and what is expected there. No value gets into the message. */
interface Rule {
  readonly path: string
  readonly message: string
  readonly holds: (wanted: Unknown, weekly: Unknown, nowMs: number) => boolean
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0
const isMinute = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MINUTES_OF_A_DAY
const isDay = (value: unknown): boolean => [0, 1, 2, 3, 4, 5, 6].some((day) => day === value)

const rules: readonly Rule[] = [
  {
    path: 'kind',
    message: `expected ${kinds.join(' or ')}`,
    holds: ({ kind }) => kinds.some((one) => one === kind),
  },
  {
    path: 'times',
    message: 'expected a whole number from 1, or unlimited',
    holds: ({ times }) => times === 'unlimited' || isCount(times),
  },
  {
    path: 'fromMs',
    message: 'expected milliseconds since 1970',
    holds: ({ fromMs }) => fromMs === undefined || isCount(fromMs),
  },
  {
    path: 'toMs',
    message: 'expected milliseconds since 1970, later than the start and than now',
    holds: ({ fromMs, toMs }, _, nowMs) =>
      toMs === undefined || (isCount(toMs) && Number(toMs) > Math.max(nowMs, Number(fromMs ?? 0))),
  },
  {
    path: 'weekly.days',
    message: 'expected at least one day, from 0, Sunday, to 6',
    holds: ({ weekly }, { days }) =>
      weekly === undefined || (Array.isArray(days) && days.length > 0 && days.every(isDay)),
  },
  {
    path: 'weekly.fromMinute',
    message: 'expected minutes of a day',
    holds: ({ weekly }, { fromMinute }) => weekly === undefined || isMinute(fromMinute),
  },
  {
    path: 'weekly.toMinute',
    message: 'expected minutes of a day, later than the start',
    holds: ({ weekly }, { fromMinute, toMinute }) =>
      weekly === undefined || (isMinute(toMinute) && Number(toMinute) > Number(fromMinute)),
  },
]

/** What is wrong with a permission that is wanted now; it may come from JavaScript. */
export const issuesOf = (wanted: unknown, nowMs: number): readonly Issue[] => {
  const fields: Unknown = Object(wanted)
  const weekly: Unknown = Object(fields.weekly)
  return rules
    .filter(({ holds }) => !holds(fields, weekly, nowMs))
    .map(({ path, message }) => ({ path, message }))
}

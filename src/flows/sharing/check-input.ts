import type { Issue } from '../../core/errors/issue'
import { isTimeMs } from '../shared/time-checks'
import { type Weekly, weeklyIssues } from '../shared/weekly-input'
import { kinds } from './permission'

type Unknown = Readonly<Record<string, unknown>>

/** One rule: a path, its condition, and the message, which contains no value. */
interface Rule {
  readonly path: string
  readonly message: string
  readonly isValid: (input: Unknown, nowMs: number) => boolean
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0

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
    isValid: ({ fromMs, toMs }, nowMs) =>
      toMs === undefined || (isTimeMs(toMs) && toMs > Math.max(nowMs, Number(fromMs ?? 0))),
  },
]

/** The issues of a permission, which may come from JavaScript. */
export const issuesOf = (input: unknown, nowMs: number): readonly Issue[] => {
  const fields: Unknown = Object(input)
  const { weekly } = fields
  return [
    ...rules
      .filter(({ isValid }) => !isValid(fields, nowMs))
      .map(({ path, message }) => ({ path, message })),
    ...(weekly === undefined ? [] : weeklyIssues(weekly as Weekly, 'weekly', 1)),
  ]
}

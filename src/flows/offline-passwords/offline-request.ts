import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { type OfflineWindow, windowBetween, windowFrom } from './rules'

/** The phone number that the password was sent to; the vendor stores it. */
export interface Phone {
  /** For example 86. */
  readonly countryCode: string
  /** The number without the country code. */
  readonly number: string
}

interface Named {
  /** The name that the lists show. @default no name */
  readonly name?: string
  /** The phone number to store with the password. @default none */
  readonly phone?: Phone
}

/** The input of `offline`. */
export type OfflineRequest = Named &
  (
    | {
        /** `once` opens one time; `clear-all` clears all offline passwords when it is typed at the lock. */
        readonly kind: 'once' | 'clear-all'
      }
    | {
        readonly kind: 'multiple'
        /** Milliseconds since 1970, rounded down to the full hour; less than one day in the past. */
        readonly fromMs: number
        /** Milliseconds since 1970, rounded down to the full hour. */
        readonly toMs: number
      }
  )

const DAY_RULE = 'expected a start less than a day ago: the first use must be within a day of it'

/** The window of a requested password; throws a ParamsError without values. */
export const windowOf = (request: OfflineRequest, nowMs: number): OfflineWindow => {
  // A JavaScript caller may pass any value.
  const { kind, fromMs, toMs }: Readonly<Record<string, unknown>> = Object(request)
  if (kind === 'once' || kind === 'clear-all') {
    const extra = [...unexpected('fromMs', fromMs), ...unexpected('toMs', toMs)]
    if (extra.length > 0) throw paramsError(extra)
    return windowFrom(kind, nowMs)
  }
  if (kind !== 'multiple')
    throw paramsError([{ path: 'kind', message: 'expected once, multiple or clear-all' }])
  if (!isTime(fromMs) || !isTime(toMs))
    throw paramsError([...missing('fromMs', fromMs), ...missing('toMs', toMs)])
  const window = windowBetween(kind, fromMs, toMs)
  const issues: Issue[] = []
  if (window.toMs <= window.fromMs)
    issues.push({ path: 'toMs', message: 'expected an end at least one full hour later' })
  else if (window.toMs <= nowMs)
    issues.push({ path: 'toMs', message: 'expected an end after this hour' })
  else if (window.useFirstBeforeMs <= nowMs) issues.push({ path: 'fromMs', message: DAY_RULE })
  if (issues.length > 0) throw paramsError(issues)
  return window
}

const paramsError = (issues: readonly Issue[]) =>
  new ParamsError({ action: 'offlinePasswords.offline' }, issues)

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

const missing = (path: string, value: unknown): readonly Issue[] =>
  isTime(value) ? [] : [{ path, message: 'expected milliseconds since 1970' }]

const unexpected = (path: string, value: unknown): readonly Issue[] =>
  value === undefined ? [] : [{ path, message: 'only for the kind multiple' }]

import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { type OfflineWindow, windowBetween, windowFrom } from './rules'

/** Where the vendor is to note a password as sent to. */
export interface Phone {
  /** Such as 86. */
  readonly countryCode: string
  readonly number: string
}

interface Named {
  readonly name?: string
  readonly phone?: Phone
}

/** Which offline password is wanted. */
export type OfflineOrder = Named &
  (
    | { readonly kind: 'once' | 'clear-all' }
    | {
        readonly kind: 'multiple'
        /** Milliseconds since 1970, cut down to the full hour; it may lie less than a day back. */
        readonly fromMs: number
        /** Milliseconds since 1970, cut down to the full hour. */
        readonly toMs: number
      }
  )

const DAY_RULE = 'expected a start less than a day back: it must be typed within a day of it'

/** The window of a password that is wanted now; throws a ParamsError that holds no value. */
export const windowOf = (order: OfflineOrder, nowMs: number): OfflineWindow => {
  // What comes from JavaScript may be anything.
  const { kind, fromMs, toMs }: Readonly<Record<string, unknown>> = Object(order)
  if (kind === 'once' || kind === 'clear-all') {
    const given = [...unwanted('fromMs', fromMs), ...unwanted('toMs', toMs)]
    if (given.length > 0) throw paramsError(given)
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
    issues.push({ path: 'toMs', message: 'expected an end in a later hour than this one' })
  else if (window.useFirstBeforeMs <= nowMs) issues.push({ path: 'fromMs', message: DAY_RULE })
  if (issues.length > 0) throw paramsError(issues)
  return window
}

const paramsError = (issues: readonly Issue[]) =>
  new ParamsError({ action: 'offlinePasswords.offline' }, issues)

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

const missing = (path: string, value: unknown): readonly Issue[] =>
  isTime(value) ? [] : [{ path, message: 'expected milliseconds since 1970' }]

const unwanted = (path: string, value: unknown): readonly Issue[] =>
  value === undefined ? [] : [{ path, message: 'only a password of the kind multiple has it' }]

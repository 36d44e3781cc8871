import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { BleLink } from './ble-link'

/** The value that a JavaScript app may pass. */
type Unchecked<T> = { readonly [Key in keyof T]?: unknown } | null | undefined

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isStream = (value: unknown): boolean =>
  isFunction((value as Unchecked<BleLink['dataPoints']['reports$']>)?.subscribe)
const isDataPoints = (value: unknown): boolean => {
  const dataPoints = value as Unchecked<BleLink['dataPoints']>
  return isFunction(dataPoints?.send) && isStream(dataPoints?.reports$)
}

const checks: readonly (readonly [keyof BleLink, (value: unknown) => boolean, string])[] = [
  ['sn', Number.isSafeInteger, 'expected a whole number'],
  ['send', isFunction, 'expected a function'],
  ['dataPoints', isDataPoints, 'expected data points'],
  ['broken$', (value) => value === undefined || isStream(value), 'expected an observable'],
]

/** Throws a ParamsError for an invalid link; an error of a getter of the link is not caught. */
export const checkLink = (link: BleLink, origin: ErrorOrigin): void => {
  const unchecked = link as Unchecked<BleLink>
  const issues = checks
    .filter(([name, fits]) => !fits(unchecked?.[name]))
    .map(([name, , message]): Issue => ({ path: `link.${name}`, message }))
  if (issues.length > 0) throw new ParamsError(origin, issues)
}

import { type Issue, memberPath } from '../errors/issue'
import { ParamsError } from '../errors/params-error'
import type { ErrorOrigin } from '../errors/sdk-error'
import { closestMatch } from '../text/closest-match'

/** Finds what is wrong with one value. The issues never contain the value. */
export type Check = (value: unknown, path: string) => readonly Issue[]

/** One check for each option; the compiler demands the check of a new option. */
export type ChecksOf<Options> = { readonly [Name in keyof Options]-?: Check }

type Fields = Readonly<Record<string, unknown>>

/** The check of an option that may be left out; `undefined` and `null` count as left out. */
export const optional =
  (check: Check): Check =>
  (value, path) =>
    isMissing(value) ? [] : check(value, path)

export const expects =
  (expected: string, isValid: (value: never) => unknown): Check =>
  (value, path) =>
    isValid(value as never) ? [] : [{ path, message: `expected ${expected}` }]

/** The check of an object of options. A misspelt option is an issue: it would be ignored otherwise. */
export const optionsOf =
  <Options>(checks: ChecksOf<Options>): Check =>
  (options, path) => {
    if (!isObject(options)) return [{ path, message: 'expected an object' }]
    const issues: Issue[] = []
    for (const name in checks)
      for (const issue of checks[name](options[name], memberPath(path, name))) issues.push(issue)
    for (const name of Object.keys(options))
      if (!(name in checks) && !isMissing(options[name])) {
        const suggestion = closestMatch(name, Object.keys(checks))
        const question = suggestion === undefined ? '' : `; did you mean ${suggestion}?`
        issues.push({ path: memberPath(path, name), message: `unknown option${question}` })
      }
    return issues
  }

/** Throws a ParamsError that names the path of everything that is wrong. */
export const assertValid = (
  origin: ErrorOrigin | string,
  value: unknown,
  check: Check,
  path = '',
): void => {
  const issues = check(value, path)
  if (issues.length > 0)
    throw new ParamsError(typeof origin === 'string' ? { action: origin } : origin, issues)
}

/** Checks the options of a function; returns them without those that are `null`, so that a default replaces them. */
export const checkedOptions = <Options extends object>(
  action: string,
  options: Options,
  checks: ChecksOf<Options>,
): Options => {
  assertValid(action, options, optionsOf(checks))
  const given: Record<string, unknown> = {}
  for (const name in checks) if (!isMissing(options[name])) given[name] = options[name]
  return given as Options
}

const isMissing = (value: unknown): value is null | undefined =>
  value === undefined || value === null

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null

import type { Errors } from 'io-ts'
import { MAX_ISSUES } from '../contract/contract'

/** One violation of a contract: the path, and what was expected; never the value. */
export interface Issue {
  /** For example `schedule_list[0].working_day`; empty for the whole value. */
  readonly path: string
  /** What the contract expected there; never the value. */
  readonly message: string
}

/** A page of a thousand invalid rows would fill a screen. */
const SHOWN = 5
/** A longer key may be a value, which an error must not contain. */
const NAME = /^[\w$-]{1,40}$/

/** The first issues of a failed decode, at most 100: an app's own codec may list one for each row. */
export const issuesOf = (errors: Errors): readonly Issue[] =>
  errors.slice(0, MAX_ISSUES).map(({ context, message }) => ({
    path: pathOf(context.map(({ key }) => key).filter((key) => key !== '')),
    message: message ?? `expected ${context[context.length - 1]?.type.name ?? 'another value'}`,
  }))

/** For example `methods[3].type`. */
export const pathOf = (keys: readonly string[]): string =>
  keys.reduce((path, key) => {
    if (/^\d+$/.test(key)) return `${path}[${key}]`
    return memberPath(path, key)
  }, '')

/** The path of a field. */
export const memberPath = (path: string, key: string): string => {
  const name = NAME.test(key) ? key : '(unreadable name)'
  return path === '' ? name : `${path}.${name}`
}

/** The issues as one sentence. */
export const sentenceOf = (issues: readonly Issue[]): string => {
  const shown = issues
    .slice(0, SHOWN)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  const more = issues.length - SHOWN
  if (more > 0) shown.push(`and ${issues.length < MAX_ISSUES ? '' : 'at least '}${more} more`)
  return shown.join('; ')
}

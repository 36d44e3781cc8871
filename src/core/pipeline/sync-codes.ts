import type { Action } from '../action'
import { flatMap } from '../contract/flat-map'
import type { Call } from './call'

/** DP codes as a set; undefined means all of them. */
type Codes = ReadonlySet<string> | undefined

export const deviceOf = ({ action, params }: Call): string =>
  String(params[action.sync?.device ?? ''])

/** The DP codes as the call names them; empty means all. */
export const codesTextOf = ({ action, params }: Call): string =>
  String(params[action.sync?.codes ?? ''] ?? '')

const codesOf = (call: Call): Codes => {
  const given = codesTextOf(call)
  return given === '' ? undefined : new Set(given.split(','))
}

/** The answer to `open` answers `call` too. */
export const covers = (open: Call, call: Call): boolean => {
  if (open.action !== call.action) return false
  const asked = codesOf(open)
  if (asked === undefined) return true
  const wanted = codesOf(call)
  return wanted !== undefined && [...wanted].every((code) => asked.has(code))
}

/** One call that asks for what all of them ask for, and waits as long as the most patient. */
export const merged = (calls: readonly [Call, ...Call[]]): Call => {
  const [first] = calls
  const all = calls.find((call) => codesOf(call) === undefined)
  const codes = first.action.sync?.codes
  const union = new Set(flatMap(calls, (call) => [...(codesOf(call) ?? [])]))
  return {
    ...first,
    params:
      all?.params ??
      (codes === undefined ? first.params : { ...first.params, [codes]: [...union].join(',') }),
    options: {
      ...first.options,
      priority: calls.some(({ options }) => options.priority !== 'poll') ? 'tap' : 'poll',
    },
    deadlineAt: Math.max(...calls.map(({ deadlineAt }) => deadlineAt)),
    progress: { attempt: 0, left: false },
  }
}

/** What the cloud would tell a second caller: the command is already with somebody. */
export const withoutCommand = ({ sync }: Action, answer: unknown): unknown => {
  const field = sync?.distributed
  return field !== undefined && (answer as Readonly<Record<string, unknown>>)?.[field] === true
    ? { ...(answer as object), [field]: false }
    : answer
}

import type { Action } from '../action'
import type { Call } from './call'

export const deviceOf = ({ action, params }: Call): string =>
  String(params[action.sync?.device ?? ''])

/** The DP codes as the call names them; empty means all. */
export const codesTextOf = ({ action, params }: Call): string =>
  String(params[action.sync?.codes ?? ''] ?? '')

/** The answer to `open` answers `call` too. */
export const covers = (open: Call, call: Call): boolean => {
  if (open.action !== call.action) return false
  const asked = codesTextOf(open)
  const wanted = codesTextOf(call)
  if (asked === '' || wanted === '') return asked === ''
  const codes = asked.split(',')
  return wanted.split(',').every((code) => codes.includes(code))
}

/** One call that asks for what all of them ask for, and waits as long as the most patient. */
export const merged = (calls: readonly [Call, ...Call[]]): Call => {
  const [first] = calls
  const all = calls.find((call) => codesTextOf(call) === '')
  const field = first.action.sync?.codes
  const union = new Set(calls.map(codesTextOf).join(',').split(','))
  return {
    ...first,
    params:
      all?.params ??
      (field === undefined ? first.params : { ...first.params, [field]: [...union].join(',') }),
    options: {
      ...first.options,
      // Each caller is ended by its own, outside of the window.
      signal: undefined,
      priority: calls.some(({ options }) => options.priority !== 'background')
        ? 'user'
        : 'background',
    },
    deadlineAt: Math.max(...calls.map(({ deadlineAt }) => deadlineAt)),
    progress: { attempt: 0, sent: false },
  }
}

/** What the cloud would tell a second caller: the command is already with somebody. */
export const withoutCommand = ({ sync }: Action, answer: unknown): unknown => {
  const field = sync?.distributed
  return field !== undefined && (answer as Readonly<Record<string, unknown>>)?.[field] === true
    ? { ...(answer as object), [field]: false }
    : answer
}

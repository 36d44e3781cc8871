import type { Action } from '../action'
import type { Call } from './call'

export const deviceOf = ({ action, params }: Call): string =>
  String(params[action.sync?.device ?? ''])

/** The comma-separated DP codes of a call; empty means all. */
export const codesTextOf = ({ action, params }: Call): string =>
  String(params[action.sync?.codes ?? ''] ?? '')

/** Whether the answer to `open` also answers `call`. */
export const covers = (open: Call, call: Call): boolean => {
  if (open.action !== call.action) return false
  const openCodes = codesTextOf(open)
  const requestedCodes = codesTextOf(call)
  if (openCodes === '' || requestedCodes === '') return openCodes === ''
  const codes = openCodes.split(',')
  return requestedCodes.split(',').every((code) => codes.includes(code))
}

/** One call for the codes of all calls, with the latest of their deadlines. */
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
      // The signal of a caller ends only that caller, outside the window.
      signal: undefined,
      priority: calls.some(({ options }) => options.priority !== 'background')
        ? 'user'
        : 'background',
    },
    deadlineAt: calls.reduce((latest, { deadlineAt }) => Math.max(latest, deadlineAt), 0),
    progress: { attempt: 0, sent: false },
  }
}

/** The answer for further receivers: `distributed: false`, because the first one passes the command on. */
export const asNotDistributed = ({ sync }: Action, answer: unknown): unknown => {
  const field = sync?.distributed
  return field !== undefined && (answer as Readonly<Record<string, unknown>>)?.[field] === true
    ? { ...(answer as object), [field]: false }
    : answer
}

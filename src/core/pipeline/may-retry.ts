import type { Action } from '../action'
import type { SdkError } from '../errors/sdk-error'
import { isTransportError } from '../errors/transport-error'
import { isVendorError } from '../errors/vendor-error'

/**
 * - `yes` after a short wait.
 * - `after-window` once the sync window is over: the cloud may have counted the lost request.
 * - `no`: the error is the answer.
 * - `outcome-unknown`: the order may have been carried out, and nothing may be sent again.
 */
export type RetryDecision = 'yes' | 'after-window' | 'no' | 'outcome-unknown'

/** What is known about a request after it failed. */
type FailureClass = 'not-sent' | 'refused' | 'unknown' | 'busy' | 'unreadable' | 'final'

/** The table of `docs/guide/retries.md`: a row for each fate, a column for each class of action. */
const table: Readonly<Record<FailureClass, Readonly<Record<Column, RetryDecision>>>> = {
  'not-sent': { repeatable: 'yes', sync: 'yes', once: 'yes', ticket: 'yes' },
  // The ticket may be spent: the flow starts over with a new one.
  refused: { repeatable: 'yes', sync: 'after-window', once: 'yes', ticket: 'no' },
  unknown: {
    repeatable: 'yes',
    sync: 'after-window',
    once: 'outcome-unknown',
    ticket: 'outcome-unknown',
  },
  busy: { repeatable: 'yes', sync: 'after-window', once: 'no', ticket: 'no' },
  unreadable: {
    repeatable: 'no',
    sync: 'no',
    once: 'outcome-unknown',
    ticket: 'outcome-unknown',
  },
  final: { repeatable: 'no', sync: 'no', once: 'no', ticket: 'no' },
}

type Column = 'repeatable' | 'sync' | 'once' | 'ticket'

/** The whole policy of sending again. */
export const mayRetry = (
  action: Action,
  params: Readonly<Record<string, unknown>>,
  error: SdkError,
): RetryDecision => table[failureClassOf(error)][columnOf(action, params)]

/** True where the request never left, or was refused before anything was executed. */
export const isCertainlyNotExecuted = (error: SdkError): boolean => {
  const fate = failureClassOf(error)
  return fate === 'not-sent' || fate === 'refused'
}

/** True where the cloud may have carried the request out although no answer says so. */
export const isLost = (error: SdkError): boolean => failureClassOf(error) === 'unknown'

const columnOf = (action: Action, params: Readonly<Record<string, unknown>>): Column => {
  if (action.safety === 'sync') return 'sync'
  if (action.safety !== 'once') return 'repeatable'
  return action.ticket !== undefined && params[action.ticket] !== undefined ? 'ticket' : 'once'
}

const failureClassOf = (error: SdkError): FailureClass => {
  if (isTransportError(error))
    return error.delivery === 'not-sent' ? 'not-sent' : (statusClass(error.statusCode) ?? 'unknown')
  if (isVendorError(error))
    return statusClass(error.statusCode) ?? codeClass[error.class] ?? 'final'
  return error.kind === 'response' ? 'unreadable' : 'final'
}

const codeClass: Readonly<Partial<Record<string, FailureClass>>> = {
  refused: 'refused',
  transient: 'busy',
}

/** A gateway that answers for the cloud knows less than the cloud: its status goes before the code. */
const statusClass = (status: number | undefined): FailureClass | undefined => {
  if (status === undefined || status < 400) return undefined
  if (status === 429) return 'refused'
  return status === 408 || status >= 500 ? 'unknown' : 'final'
}

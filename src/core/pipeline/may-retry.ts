import type { Action } from '../action'
import type { SdkError } from '../errors/sdk-error'
import { isTransportError } from '../errors/transport-error'
import { isVendorError } from '../errors/vendor-error'

/**
 * - `yes` after a short wait.
 * - `after-window`: after the sync window, because the cloud may have counted the lost request.
 * - `no`: the call fails with the error.
 * - `outcome-unknown`: the command may have executed and must not be resent.
 */
export type RetryDecision = 'yes' | 'after-window' | 'no' | 'outcome-unknown'

/** What is known about a failed request. */
type FailureClass =
  | 'unsendable'
  | 'not-sent'
  | 'refused'
  | 'unknown'
  | 'busy'
  | 'unreadable'
  | 'final'

/** The table of `docs/guide/retries.md`: a row for each failure class, a column for each safety class. */
const table: Readonly<Record<FailureClass, Readonly<Record<Column, RetryDecision>>>> = {
  unsendable: { repeatable: 'no', sync: 'no', once: 'no', ticket: 'no' },
  'not-sent': { repeatable: 'yes', sync: 'yes', once: 'yes', ticket: 'yes' },
  // The ticket may be spent; the flow starts again with a new one.
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

/** The complete retry policy. */
export const mayRetry = (
  action: Action,
  params: Readonly<Record<string, unknown>>,
  error: SdkError,
): RetryDecision => table[failureClassOf(error)][columnOf(action, params)]

/** True if the request was not sent, or was refused before execution. */
export const isCertainlyNotExecuted = (error: SdkError): boolean => {
  return isResendable(error) || failureClassOf(error) === 'unsendable'
}

/** True if the request was not executed, and the same request may succeed later. */
export const isResendable = (error: SdkError): boolean => {
  const failureClass = failureClassOf(error)
  return failureClass === 'not-sent' || failureClass === 'refused'
}

/** True if the answer was lost, so that the request may have executed. */
export const isLost = (error: SdkError): boolean => failureClassOf(error) === 'unknown'

const columnOf = (action: Action, params: Readonly<Record<string, unknown>>): Column => {
  if (action.safety === 'sync') return 'sync'
  if (action.safety !== 'once') return 'repeatable'
  return action.ticket !== undefined && params[action.ticket] !== undefined ? 'ticket' : 'once'
}

const failureClassOf = (error: SdkError): FailureClass => {
  if (isTransportError(error)) {
    if (error.delivery === 'not-sent') return error.isPermanent ? 'unsendable' : 'not-sent'
    return statusClass(error.statusCode) ?? 'unknown'
  }
  if (isVendorError(error))
    return statusClass(error.statusCode) ?? codeClass[error.class] ?? 'final'
  return error.kind === 'response' ? 'unreadable' : 'final'
}

const codeClass: Readonly<Partial<Record<string, FailureClass>>> = {
  refused: 'refused',
  transient: 'busy',
}

/** The status takes precedence over the code: a proxy that sets it does not know whether the cloud executed. */
const statusClass = (status: number | undefined): FailureClass | undefined => {
  if (status === undefined || status < 400) return undefined
  if (status === 429) return 'refused'
  return status === 408 || status >= 500 ? 'unknown' : 'final'
}

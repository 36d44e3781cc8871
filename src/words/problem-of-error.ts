import type { UnknownCause } from '../core/errors/outcome-unknown-error'
import type { ErrorKind } from '../core/errors/sdk-error'
import type { Problem } from './problem'
import { problemOfMeaning } from './problem-of-meaning'
import { problemOfReason } from './problem-of-reason'
import { entryOf } from './word-in'

/** The fields of an SdkError that decide its words. Any value can be thrown, so nothing is assumed. */
export interface ErrorFields {
  readonly kind?: unknown
  readonly action?: unknown
  readonly reason?: unknown
  readonly code?: unknown
  readonly class?: unknown
  readonly meaning?: unknown
  readonly delivery?: unknown
  readonly statusCode?: unknown
  readonly isPermanent?: unknown
  readonly causeKind?: unknown
}

const TOO_MANY_REQUESTS = 429
const REQUEST_TIMEOUT = 408

const isUnsent = ({ delivery }: ErrorFields): boolean => delivery === 'not-sent'

const causes: Readonly<Partial<Record<UnknownCause, Problem>>> = {
  unconfirmed: 'unconfirmed',
  'not-seen-yet': 'not-shown',
}

const byKind: Readonly<Record<ErrorKind, (error: ErrorFields) => Problem>> = {
  params: () => 'input',
  unsupported: () => 'unsupported',
  transport: (error) => {
    const status = Number(error.statusCode)
    if (status === TOO_MANY_REQUESTS) return 'too-many'
    if (status >= 400 && status < 500 && status !== REQUEST_TIMEOUT) return 'server-refused'
    if (error.isPermanent === true) return 'setup'
    return isUnsent(error) ? 'no-connection' : 'connection-lost'
  },
  timeout: (error) => (isUnsent(error) ? 'timed-out-before' : 'timed-out'),
  vendor: ({ class: codeClass, meaning, code }) =>
    problemOfMeaning(codeClass, meaning) ?? (typeof code === 'number' ? 'unknown-code' : 'failed'),
  response: () => 'unreadable',
  'outcome-unknown': ({ causeKind }) => entryOf<Problem>(causes, causeKind) ?? 'unclear',
  cancelled: (error) => (isUnsent(error) ? 'cancelled-before' : 'cancelled-after'),
  // The action of a LockError begins with its flow, as in `remoteUnlock.unlock`.
  lock: ({ action, reason }) => problemOfReason(String(action).replace(/\..*/, ''), reason),
}

/** What happened, for an error of any kind. */
export const problemOfError = (error: ErrorFields): Problem =>
  entryOf(byKind, error.kind)?.(error) ?? 'failed'

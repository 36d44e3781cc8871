import { LockError } from '../../core/errors/lock-error'
import { ParamsError } from '../../core/errors/params-error'
import { isTransportError, type TransportError } from '../../core/errors/transport-error'
import { delay } from '../../core/rx/first-value'
import { type Attempt, startAttempt, throwIfCancelled } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import type { Reader } from './read'
import type {
  TemporaryPassword,
  TemporaryPasswordFailure,
  TemporaryPasswordReason,
} from './temporary-password'

export interface WaitOptions {
  /** How long to wait for the lock, in milliseconds. @default 60000 */
  readonly timeoutMs?: number
  /** How long to wait between two looks, in milliseconds. @default 2000 */
  readonly everyMs?: number
}

/** What was seen last; nothing before the first look. */
export interface WaitingStep {
  readonly step: 'waiting'
  readonly password?: TemporaryPassword
}

const WAIT = 'temporaryPasswords.waitUntilActive'
const origin = { action: WAIT }

export const waitUntilActive =
  (context: LockContext, { get }: Reader) =>
  (id: string, options?: WaitOptions): Attempt<WaitingStep, TemporaryPassword> =>
    startAttempt(async ({ report, signal }) => {
      report({ step: 'waiting' })
      const { timeoutMs = 60_000, everyMs = 2_000 } = options ?? {}
      if (!isWait(everyMs) || everyMs === 0 || !isWait(timeoutMs))
        throw new ParamsError(origin, [paceIssue])
      const { clock } = context
      // A timer, not a time of day: somebody may set the clock while this waits.
      const time = cancellationWithin(signal)
      const timer = clock.schedule(time.cancel, timeoutMs)
      const isOver = () => time.signal.aborted && !signal.aborted
      try {
        for (;;) {
          const seen = await look(() => get(id, { signal, priority: 'background' }))
          if ('state' in seen) {
            if (seen.state === 'active') return seen
            if (seen.state !== 'pending') throw endedAs(seen)
            report({ step: 'waiting', password: seen })
          }
          if (isOver()) throw 'state' in seen ? stillPending() : seen
          // Cut short when the time is up: then comes the last look.
          await delay(everyMs, clock, origin, time.signal).catch(() =>
            throwIfCancelled(signal, origin),
          )
        }
      } finally {
        timer.unsubscribe()
        time.cancel()
      }
    })

const isWait = (ms: unknown): boolean => typeof ms === 'number' && ms >= 0

/** A look that finds no way to the cloud is no end: the next one may. */
const look = (get: () => Promise<TemporaryPassword>): Promise<TemporaryPassword | TransportError> =>
  get().catch((error: unknown) => {
    if (isTransportError(error)) return error
    throw error
  })

const paceIssue = {
  path: 'everyMs',
  message: 'expected milliseconds, more than 0; and a timeoutMs of 0 or more',
}

const stillPending = () =>
  new LockError<TemporaryPasswordReason>(
    origin,
    'still-pending',
    'The lock fetches it when it is awake and online: touch its keypad, or wait again.',
  )

const failureAdvice: Readonly<Record<TemporaryPasswordFailure, string>> = {
  'not-set': 'Remove it and make another one.',
  taken: 'The lock has these digits already: remove it and make another one.',
  'no-room': 'The lock is full: remove a password first.',
  overlap: 'Its time overlaps with that of another password: choose another time.',
}

const endedAs = ({ state, failure = 'not-set' }: TemporaryPassword) =>
  new LockError<TemporaryPasswordReason>(
    origin,
    state as TemporaryPasswordReason,
    state === 'failed' ? failureAdvice[failure] : 'It does not open the lock.',
  )

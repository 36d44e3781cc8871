import { LockError } from '../../core/errors/lock-error'
import { ParamsError } from '../../core/errors/params-error'
import type { SdkError } from '../../core/errors/sdk-error'
import { isTransportError } from '../../core/errors/transport-error'
import { type Attempt, startAttempt, throwIfCancelled } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import { isPassing, LAG_MS, writesOf } from '../shared/read-back'
import { createdKey, isNotFound, notSeenYet } from './not-seen-yet'
import type { Reader } from './read'
import { joinReads } from './shared-reads'
import type {
  TemporaryPassword,
  TemporaryPasswordFailure,
  TemporaryPasswordReason,
} from './temporary-password'

/**
 * Options of `waitUntilActive`.
 *
 * @example
 * ```ts
 * const options: TemporaryPasswordWaitOptions = { timeoutMs: 30_000, everyMs: 5_000 }
 * ```
 */
export interface WaitOptions {
  /** How long to wait for the lock, in milliseconds. @default 60000 */
  readonly timeoutMs?: number
  /** The polling interval, in milliseconds. @default 2000 */
  readonly everyMs?: number
}

/** The last read password; absent before the first read. */
export interface WaitingStep {
  readonly step: 'waiting'
  /** The password as the cloud listed it last. */
  readonly password?: TemporaryPassword
}

const WAIT = 'temporaryPasswords.waitUntilActive'
const origin = { action: WAIT }

export const waitUntilActive = (
  context: LockContext,
  reader: Reader,
  id: string,
  options?: WaitOptions,
): Attempt<WaitingStep, TemporaryPassword> =>
  startAttempt(async ({ report, signal }) => {
    report({ step: 'waiting' })
    const { timeoutMs = 60_000, everyMs = 2_000 } = options ?? {}
    if (!isDuration(everyMs) || everyMs === 0 || !isDuration(timeoutMs))
      throw new ParamsError(origin, [intervalIssue])
    const { clock } = context
    const startedAtMs = clock.now()
    const isCreatedHere = writesOf(context).recall(createdKey(id)) !== undefined
    const isLagging = () => Math.abs(clock.now() - startedAtMs) < LAG_MS
    // A timer, because the clock may be changed during the wait.
    const time = cancellationWithin(signal)
    const timer = clock.schedule(time.cancel, timeoutMs)
    const isTimedOut = () => time.signal.aborted && !signal.aborted
    const reads = joinReads(context, reader, origin)
    try {
      for (;;) {
        const outcome = await readOrFailure(() => reads.get(id, signal))
        const listed = isCreatedHere && isNotFound(outcome) ? notSeenYet(origin) : outcome
        if (isNotFound(outcome) && !isLagging()) throw listed
        if ('state' in listed) {
          if (listed.state === 'active') return listed
          if (listed.state !== 'pending' && listed.state !== 'unknown') throw endedError(listed)
          report({ step: 'waiting', password: listed })
        }
        if (isTimedOut()) throw 'state' in listed ? stillPending() : listed
        // Ends early at the time-out, before the last read.
        await reads.pause(everyMs, time.signal).catch(() => throwIfCancelled(signal, origin))
      }
    } finally {
      reads.end()
      timer.unsubscribe()
      time.cancel()
    }
  })

const isDuration = (ms: unknown): boolean => typeof ms === 'number' && ms >= 0

/** A passing failure does not end the attempt, nor does a password that the cloud does not list yet. */
const readOrFailure = (
  get: () => Promise<TemporaryPassword>,
): Promise<TemporaryPassword | SdkError> =>
  get().catch((error: unknown) => {
    if (isTransportError(error) || isPassing(error) || isNotFound(error)) return error as SdkError
    throw error
  })

const intervalIssue = {
  path: 'everyMs',
  message: 'expected more than 0 ms, and a timeoutMs of 0 or more',
}

const stillPending = () =>
  new LockError<TemporaryPasswordReason>(
    origin,
    'still-pending',
    'The lock stores it when it is awake and online: touch its keypad, or wait again.',
  )

const failureAdvice: Readonly<Record<TemporaryPasswordFailure, string>> = {
  'not-set': 'Remove the password and create another one.',
  taken: 'The lock already has this PIN. Remove the password and create another one.',
  'no-room': 'The lock is full: remove a password first.',
  overlap: 'Its time overlaps with another password: choose another time.',
}

const endedError = ({ state, failure = 'not-set' }: TemporaryPassword) =>
  new LockError<TemporaryPasswordReason>(
    origin,
    state as TemporaryPasswordReason,
    state === 'failed' ? failureAdvice[failure] : 'The password does not open the lock.',
  )

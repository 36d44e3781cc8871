import { Observable } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import {
  isOutcomeUnknownError,
  type OutcomeUnknownError,
} from '../../core/errors/outcome-unknown-error'
import type { CallOptions } from '../../core/pipeline/call'
import { firstValue } from '../../core/rx/first-value'
import { cancellationWithin } from '../shared/cancellation'
import { boltReports } from './bolt-reports'
import type { CheckedLock } from './check-lock'
import { lockError, type RemoteUnlockReason } from './reasons'
import type { Run } from './run'
import type { RemoteUnlockResult, ReportedBy } from './types'
import { silence, watchStatus } from './watch-status'

/** One order, and what was known of the lock before it. */
export interface BoltOrder extends Pick<CheckedLock, 'bolt' | 'lockUserId'> {
  /** Where the bolt shall go: drawn back is `true`. */
  readonly isOpen: boolean
  /** How long it may take to leave, beside what the attempt allows. */
  readonly deadlineMs?: number | undefined
  /** Sends it, once; gives what the cloud answers. */
  readonly send: (options: CallOptions) => Promise<boolean>
}

/**
 * Sends an order and waits until the lock has reported. It listens before it sends, since a report can come before the
 * answer. A lost answer is no end: the bolt tells. Fails with what the order failed with, where nobody can tell more.
 *
 * A report says nothing of whose order it was, and one without an answer may not have left yet: it may wait in the panel's
 * queue, or for its next try. So whatever ends the attempt takes its order back, lest a door move after the end. What had
 * left by then was the order that the lock reported, as far as anybody can know.
 */
export const moveBolt = (run: Run, order: BoltOrder): Promise<RemoteUnlockResult> => {
  const { context, origin, signal } = run
  const { dataPoints } = context.options
  return firstValue(
    new Observable<RemoteUnlockResult>((subscriber) => {
      let isSending = false
      const done = (reportedBy: ReportedBy) =>
        subscriber.next({ reportedBy, atMs: context.clock.now() })
      const fail = (error: unknown) => subscriber.error(error)
      const cancelled = () => fail(new CancelledError(origin, 'unknown'))
      const hear = (outcome: 'moved' | RemoteUnlockReason) => {
        // A host may tell a new listener of the past.
        if (!isSending) return
        if (outcome === 'moved') done('data-points')
        else fail(lockError(origin, outcome))
      }
      const wait = (lost?: OutcomeUnknownError) => {
        if (subscriber.closed) return
        run.report({ step: 'waiting' })
        if (signal.aborted) return cancelled()
        signal.addEventListener('abort', cancelled)
        subscriber.add(() => signal.removeEventListener('abort', cancelled))
        watchStatus(run, order, subscriber, {
          seen: () => done('status'),
          unseen: () => {
            if (lost !== undefined) fail(lost)
            else if (isSilent(run, order)) done('cloud')
            else fail(silence(run))
          },
          cancelled,
        })
      }

      run.report({ step: 'sending' })
      const { deadlineMs } = run.mayLeave()
      // A host that fails at once is as one that says nothing.
      if (dataPoints !== undefined)
        subscriber.add(boltReports(dataPoints, order).subscribe({ next: hear, error: () => {} }))
      isSending = true
      const own = cancellationWithin(signal)
      subscriber.add(own.cancel)
      const limitMs = Math.min(deadlineMs, order.deadlineMs ?? deadlineMs)
      order.send({ signal: own.signal, deadlineMs: limitMs }).then(
        (isDone) => {
          if (!isDone) fail(lockError(origin, 'refused'))
          // Such a lock has nothing to report, and a bolt that shuts reports no failure.
          else if (!order.isOpen && order.bolt === false) done('cloud')
          else wait()
        },
        (error: unknown) => (isOutcomeUnknownError(error) ? wait(error) : fail(error)),
      )
    }),
    origin,
  )
}

/** Nothing was to be expected of the lock, so the cloud's yes is all that there is. */
const isSilent = ({ context }: Run, { bolt, isOpen }: BoltOrder): boolean =>
  bolt === isOpen ||
  bolt === 'silent' ||
  (bolt === 'unread' && context.options.dataPoints === undefined)

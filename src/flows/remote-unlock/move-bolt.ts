import { Observable } from 'rxjs'
import { CancelledError, isCancelledError } from '../../core/errors/cancelled-error'
import {
  isOutcomeUnknownError,
  type OutcomeUnknownError,
} from '../../core/errors/outcome-unknown-error'
import type { CallOptions } from '../../core/pipeline/call'
import { firstValue } from '../../core/rx/first-value'
import { cancellationWithin } from '../shared/cancellation'
import { boltReports } from './bolt-reports'
import type { BoltState } from './bolt-state'
import type { CheckedLock } from './check-lock'
import { noReportError, pollStatus, READ_TIMEOUT_MS } from './poll-status'
import { lockError, type RemoteUnlockReason } from './reasons'
import type { Run } from './run'
import type { RemoteUnlockResult, ReportedBy } from './types'
import { isUnlockRecorded, type RecordedCommand } from './unlock-records'

/** A command, with the state of the lock before it. */
export interface BoltCommand extends Pick<CheckedLock, 'bolt' | 'lockUserId' | 'userId'> {
  /** The target of the bolt: `true` is unlocked. */
  readonly isOpen: boolean
  /** The command unlocks with a password. */
  readonly hasPassword?: boolean
  /** The cloud's answer is no evidence: it accepts the command before the lock executes it. */
  readonly needsReport?: boolean
  /** A time limit for sending, in addition to the limit of the attempt. */
  readonly deadlineMs?: number | undefined
  /** Sends the command once; resolves with the cloud's answer. */
  readonly send: (options: CallOptions) => Promise<boolean>
}

/**
 * Sends a command and waits for the lock's report. Subscribes to reports first, because a report can arrive before the
 * answer. After a lost answer, the state of the bolt decides; if that is unknown, the attempt fails with the error of the
 * command. Before an unlock has an unknown outcome, the records are searched for it.
 *
 * A report does not name its command, and a command without an answer may still wait in the panel's queue or for a retry.
 * The end of the attempt therefore cancels its command, so that the door does not move afterwards.
 */
export const moveBolt = (run: Run, command: BoltCommand): Promise<RemoteUnlockResult> => {
  const { context, origin, signal } = run
  const { dataPoints } = context.options
  return firstValue(
    new Observable<RemoteUnlockResult>((subscriber) => {
      let isSending = false
      const done = (reportedBy: ReportedBy) =>
        subscriber.next({ reportedBy, atMs: context.clock.now() })
      const fail = (error: unknown) => subscriber.error(error)
      const cancelled = () => fail(new CancelledError(origin, 'unknown'))
      const onReport = (outcome: 'moved' | RemoteUnlockReason) => {
        // A host may replay an earlier report to a new subscriber.
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
        pollStatus(run, command, subscriber, {
          confirmed: () => done('status'),
          notConfirmed: (last) => {
            if (lost === undefined && needsNoReport(run, command, last)) return done('cloud')
            const failure = lost ?? noReportError(run)
            if (!command.isOpen) return fail(failure)
            isUnlockRecorded(context, recorded, own.signal).then(
              (isRecorded) => (isRecorded ? done('records') : fail(failure)),
              (error) => (isCancelledError(error) ? cancelled() : fail(failure)),
            )
          },
          cancelled,
        })
      }

      run.report({ step: 'sending' })
      const { deadlineMs } = run.sendLimits()
      // A host that fails to subscribe is treated like one that does not report.
      if (dataPoints !== undefined)
        subscriber.add(
          boltReports(dataPoints, command).subscribe({ next: onReport, error: () => {} }),
        )
      isSending = true
      const own = cancellationWithin(signal)
      subscriber.add(own.cancel)
      const limitMs = Math.min(deadlineMs, command.deadlineMs ?? deadlineMs)
      const recorded: RecordedCommand = {
        sentAtMs: context.clock.now(),
        maxAgeMs: limitMs + context.reportTimeoutMs + READ_TIMEOUT_MS,
        userId: command.userId,
        hasPassword: command.hasPassword === true,
      }
      command.send({ signal: own.signal, deadlineMs: limitMs }).then(
        (isDone) => {
          if (!isDone) fail(lockError(origin, 'refused'))
          // A bolt that is already locked does not report, and locking reports no failure.
          else if (!command.isOpen && command.bolt === false) done('cloud')
          else wait()
        },
        (error: unknown) => (isOutcomeUnknownError(error) ? wait(error) : fail(error)),
      )
    }),
    origin,
  )
}

/**
 * The lock is not expected to report, so the cloud's answer is the only confirmation. A status that could not be read is
 * no reason: the lock may report its bolt.
 */
const needsNoReport = (
  { context }: Run,
  { isOpen, needsReport = false }: BoltCommand,
  last: BoltState,
): boolean =>
  last === isOpen ||
  last === 'unreported' ||
  (last === 'unsupported' && !needsReport && context.options.dataPoints === undefined)

import type { Subscription } from 'rxjs'
import { isCancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { createCancellation } from '../shared/cancellation'
import { type BoltState, boltIn } from './bolt-state'
import type { Run } from './run'

const FIRST_INTERVAL_MS = 1_000
const MAX_INTERVAL_MS = 4_000
/** One read must not keep the next waiting. */
export const READ_TIMEOUT_MS = 5_000
const STATUS = 'device.status'

interface PollOutcome {
  readonly confirmed: () => void
  /** With the last bolt state that was read; the state before the command if none was read. */
  readonly notConfirmed: (last: BoltState) => void
  /** The panel was closed. */
  readonly cancelled: () => void
}

/**
 * Reads the bolt in the cloud: repeatedly without data points, and once at the end of `reportTimeoutMs`, because a host can
 * miss a report. One timer measures that time, so that a change of the phone's clock has no effect.
 */
export const pollStatus = (
  { context }: Run,
  { bolt, isOpen }: { readonly bolt: BoltState; readonly isOpen: boolean },
  subscription: Subscription,
  { confirmed, notConfirmed, cancelled }: PollOutcome,
): void => {
  const { clock, call, deviceId, supports, reportTimeoutMs, options } = context
  // The bolt must move, or its position before the command is not known.
  const canConfirm = (bolt === !isOpen || bolt === 'unread') && supports(STATUS)
  const hasDataPoints = options.dataPoints !== undefined
  if (!canConfirm && !hasDataPoints) {
    notConfirmed(bolt)
    return
  }
  let last = bolt

  const { signal, cancel } = createCancellation()
  subscription.add(cancel)
  let isEnded = false
  const schedule = (delayMs: number, work: () => void) =>
    subscription.add(clock.schedule(work, delayMs))
  const read = async (otherwise: () => void): Promise<void> => {
    try {
      const options = { signal, deadlineMs: READ_TIMEOUT_MS }
      const status = await call(STATUS, { device_id: deviceId }, options)
      if (subscription.closed) return
      last = boltIn(status)
      if (last === isOpen) return confirmed()
      // There is nothing to wait for.
      if (bolt === 'unread' && last === 'unreported') return notConfirmed(last)
    } catch (error) {
      if (subscription.closed) return
      if (isCancelledError(error)) return cancelled()
    }
    otherwise()
  }
  const readAgain = (delayMs: number): void => {
    if (!isEnded)
      schedule(delayMs, () => {
        if (!isEnded) void read(() => readAgain(Math.min(delayMs * 1.5, MAX_INTERVAL_MS)))
      })
  }

  schedule(reportTimeoutMs, () => {
    isEnded = true
    if (canConfirm) void read(() => notConfirmed(last))
    else notConfirmed(last)
  })
  if (!hasDataPoints) void read(() => readAgain(FIRST_INTERVAL_MS))
}

/** The command was accepted, and the lock did not report in time. */
export const noReportError = ({ origin, context }: Run): OutcomeUnknownError =>
  new OutcomeUnknownError(origin, 'unconfirmed', context.sentAs(STATUS))

import type { Subscription } from 'rxjs'
import { isCancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { createCancellation } from '../shared/cancellation'
import { type BoltState, boltIn } from './bolt-state'
import type { Run } from './run'

const FIRST_LOOK_MS = 1_000
const SLOWEST_LOOK_MS = 4_000
/** One look must not keep the next waiting. */
const LOOK_TIMEOUT_MS = 5_000
const STATUS = 'device.status'

interface Watched {
  readonly seen: () => void
  readonly unseen: () => void
  /** The panel was closed: nothing can be seen any more. */
  readonly cancelled: () => void
}

/**
 * Looks at the bolt in the cloud: again and again where no data points tell, and once when the time of the lock is over,
 * since a host can miss a report. The time is that of one timer, whatever becomes of the clock of the phone.
 */
export const watchStatus = (
  { context }: Run,
  { bolt, isOpen }: { readonly bolt: BoltState; readonly isOpen: boolean },
  watching: Subscription,
  { seen, unseen, cancelled }: Watched,
): void => {
  const { clock, call, deviceId, supports, reportTimeoutMs, options } = context
  // A change can be seen where it stood elsewhere before.
  const canSee = bolt === !isOpen && supports(STATUS)
  const hears = options.dataPoints !== undefined
  if (!canSee && !hears) {
    unseen()
    return
  }

  const { signal, cancel } = createCancellation()
  watching.add(cancel)
  let isOver = false
  const after = (delayMs: number, work: () => void) => watching.add(clock.schedule(work, delayMs))
  const look = async (otherwise: () => void): Promise<void> => {
    try {
      const options = { signal, deadlineMs: LOOK_TIMEOUT_MS }
      const status = await call(STATUS, { device_id: deviceId }, options)
      if (watching.closed) return
      if (boltIn(status) === isOpen) return seen()
    } catch (error) {
      if (watching.closed) return
      if (isCancelledError(error)) return cancelled()
    }
    otherwise()
  }
  const lookAgain = (delayMs: number): void => {
    if (!isOver)
      after(delayMs, () => {
        if (!isOver) void look(() => lookAgain(Math.min(delayMs * 1.5, SLOWEST_LOOK_MS)))
      })
  }

  after(reportTimeoutMs, () => {
    isOver = true
    if (canSee) void look(unseen)
    else unseen()
  })
  if (!hears) void look(() => lookAgain(FIRST_LOOK_MS))
}

/** The lock did not report in time. */
export const silence = ({
  origin,
  context: { reportTimeoutMs, supports },
}: Run): OutcomeUnknownError =>
  new OutcomeUnknownError(
    origin,
    new TimeoutError(origin, reportTimeoutMs, 'unknown'),
    supports(STATUS) ? STATUS : undefined,
  )

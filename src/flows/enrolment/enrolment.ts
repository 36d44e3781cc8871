import { CancelledError } from '../../core/errors/cancelled-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { type Attempt, startAttempt, throwIfCancelled } from '../shared/attempt'
import { instructionsOf } from '../shared/instructions'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { chooseWay } from './choose-way'
import type { EnrolledMethod, EnrolmentStep, EnrolRequest } from './enrol-request'
import { origin } from './enrolment-error'
import type { EnrolmentWay, OpenWay } from './enrolment-way'
import { aloneAt, memoryOf } from './lock-memory'
import { runEnrolment } from './run-enrolment'

export interface Enrolment {
  /**
   * Has the lock take in a fingerprint, a card, a face, a password or a remote control; one at a time. Cancelling it has
   * the lock stop; where the lock had the method before, it is given all the same. It can fail with
   *
   * - a LockError, whose `reason` is an `EnrolmentReason`: the lock has nothing new (but for `not-saved`),
   * - a VendorError: the cloud refused the order, with 2328 where somebody else's enrolment runs,
   * - a TimeoutError, a TransportError or an OutcomeUnknownError: the lock fell silent, or an end was told that the
   *   lists do not show; it was told to stop. What the lock has nobody knows: look with `check`,
   * - a ParamsError or an UnsupportedError: no order was sent.
   */
  readonly enrol: (request: EnrolRequest) => Attempt<EnrolmentStep, EnrolledMethod>
}

/**
 * The enrolments of one lock. They go over `lockSdk`, over `dataPoints` on Bluetooth locks, or over the route of the cloud
 * (document 003, lines 170-226), whose steps come out of `pushes$`.
 */
export const enrolment = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): Enrolment => {
  const lock = lockContext(panel, deviceId, options)
  const { clock, reportTimeoutMs } = lock
  const memory = memoryOf(panel, deviceId)
  const instructions = instructionsOf(lock)
  return {
    enrol: (request) =>
      startAttempt(async (control) => {
        control.report({ step: 'starting' })
        const { open, stepTimeoutMs } = chooseWay(lock, request, memory, instructions)
        return aloneAt(memory, async () => {
          const way = await opened(open, control.signal)
          const times = { clock, reportTimeoutMs, stepTimeoutMs, panelEvents$: panel.events$ }
          return runEnrolment(request.type, way, times, control)
        })
      }),
  }
}

/** Whoever cancels while the flow still asks the cloud has cancelled an enrolment that never left. */
const opened = async (open: OpenWay, signal: AbortSignalLike): Promise<EnrolmentWay> => {
  try {
    const way = await open(signal)
    throwIfCancelled(signal, origin)
    return way
  } catch (error) {
    if (signal.aborted) throw new CancelledError(origin, 'not-sent')
    throw error
  }
}

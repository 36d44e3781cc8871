import { CancelledError } from '../../core/errors/cancelled-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { type Attempt, startAttempt, throwIfCancelled } from '../shared/attempt'
import { instructionsOf } from '../shared/instructions'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import type { EnrolledMethod, EnrolmentStep, EnrolRequest } from './enrol-request'
import type { EnrolmentChannel, OpenChannel } from './enrolment-channel'
import { lockError, origin } from './enrolment-error'
import { runEnrolment } from './run-enrolment'
import { selectChannel } from './select-channel'

/** Enrols unlocking methods at one lock. */
export interface Enrolment {
  /**
   * Makes the lock store a fingerprint, a card, a face, a password or a remote control; one enrolment at a time. Cancelling
   * stops the lock; if it had stored the method before, the attempt succeeds. It fails with
   *
   * - a LockError, whose `reason` is an `EnrolmentReason`: the lock stored nothing (except for `not-saved`),
   * - a VendorError: the cloud refused the command, with 2328 if an enrolment of another app runs,
   * - a TimeoutError, a TransportError or an OutcomeUnknownError: the lock stopped responding, or the lists do not show the
   *   reported result. The lock was stopped. The outcome is unknown: check with `check`. The `candidates` of an
   *   OutcomeUnknownError are the new methods that the lists show, without a user or with any: one may be the result,
   * - a ParamsError or an UnsupportedError: no command was sent.
   *
   * @example
   * ```ts
   * const deviceId = seed.locks.gardenGate.id
   * const dataPoints = simulator.asDataPoints({ deviceId })
   * const gate = lock(panel, deviceId, { type: 'ble', clock, dataPoints })
   * const { unlockSn } = await gate.enrol({ type: 'fingerprint', user: seed.members.admin.userId }).done
   * ```
   */
  readonly enrol: (request: EnrolRequest) => Attempt<EnrolmentStep, EnrolledMethod>
}

/**
 * The enrolment flow of one lock. Its channels are `lockSdk`, `dataPoints` for Bluetooth locks, and the route of the cloud
 * (document 003, lines 170-226), whose steps arrive in `pushes$`.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { enrol } = enrolment(panel, seed.locks.frontDoor.id, options)
 * const attempt = enrol({ type: 'card', user: seed.members.admin.userId })
 * attempt.cancel()
 * ```
 */
export const enrolment = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): Enrolment => {
  const lock = lockContext(panel, deviceId, options)
  const { clock, reportTimeoutMs } = lock
  const memory = lock.sharedState<LockMemory>('enrolment', () => ({
    isEnrolling: false,
    lastPushMs: 0,
  }))
  const instructions = instructionsOf(lock)
  return withOwnInputs({
    enrol: (request) =>
      startAttempt(async (control) => {
        control.report({ step: 'starting' })
        const { open, stepTimeoutMs } = selectChannel(lock, request, memory, instructions)
        return runAlone(memory, async () => {
          const channel = await openChannel(open, control.signal)
          const times = { clock, reportTimeoutMs, stepTimeoutMs, panelEvents$: panel.events$ }
          return runEnrolment(request.type, channel, times, control)
        })
      }),
  })
}

/** A cancel while the channel opens is reported as `not-sent`. */
const openChannel = async (
  open: OpenChannel,
  signal: AbortSignalLike,
): Promise<EnrolmentChannel> => {
  try {
    const channel = await open(signal)
    throwIfCancelled(signal, origin)
    return channel
  } catch (error) {
    if (signal.aborted) throw new CancelledError(origin, 'not-sent')
    throw error
  }
}

/** The state that all `lock(panel, id)` objects of a panel share for the enrolments of one lock. */
export interface LockMemory {
  isEnrolling: boolean
  /** By the clock of the cloud. */
  lastPushMs: number
}

/** A second enrolment at the same time fails, and sends nothing. */
const runAlone = async <T>(memory: LockMemory, work: () => Promise<T>): Promise<T> => {
  if (memory.isEnrolling) throw lockError('busy')
  memory.isEnrolling = true
  try {
    return await work()
  } finally {
    memory.isEnrolling = false
  }
}

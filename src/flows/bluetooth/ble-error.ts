import { LockError } from '../../core/errors/lock-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { Named } from '../../data-points/raw/named-byte'

/** What to do. The bolt has not moved for any of these reasons. */
const advice = {
  busy: 'Another command for this lock is in progress: wait for it, or cancel it.',
  'link-broken':
    'The Bluetooth link broke before the instruction was sent: connect again and start over.',
  'no-report':
    'The lock did not confirm its random number in time: wake it, move closer and try again.',
  'no-instruction': 'No instruction arrived from the cloud: try again with a better network.',
  'link-in-use':
    'Other code used the serial number of the instruction: send nothing else over the link meanwhile.',
  failed: 'The bolt did not move: it may be jammed, or the battery too low.',
  'wrong-master': 'The lock rejects commands from this phone: pair it again.',
  'wrong-slave': 'The lock has another number for its user than the cloud: synchronise its users.',
  'wrong-random':
    'The lock received another random number, for example from another phone: try again.',
  'wrong-operation': 'The lock does not support this operation.',
  full: 'The lock cannot store another random number: remove a user or a phone from it.',
  'not-found': 'The lock does not have the random number to replace: pair it again.',
  'not-deleted': 'The lock did not delete the removed user: start another session.',
  'unknown-result': 'The result of the lock is unknown to the vendor.',
} as const

/** The `reason` of a LockError of the Bluetooth flow; the bolt has not moved. */
export type BleReason = keyof typeof advice

export const bleError = (origin: ErrorOrigin, reason: BleReason): LockError<BleReason> =>
  new LockError(origin, reason, advice[reason])

/** The error of a result byte of the lock. */
export const errorOfResult = (
  origin: ErrorOrigin,
  result: Named<BleReason>,
): LockError<BleReason> =>
  typeof result === 'string'
    ? bleError(origin, result)
    : new LockError(
        origin,
        'unknown-result',
        `The lock answered ${result}, which the vendor does not document.`,
      )

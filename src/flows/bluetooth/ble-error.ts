import { LockError } from '../../core/errors/lock-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { Named } from '../../data-points/raw/named-byte'

/** What a person can do; after none of these has the bolt moved. */
const advice = {
  busy: 'Another attempt at this lock is running: wait for its end, or cancel it.',
  'link-broken':
    'The Bluetooth link broke before the lock was told to move: connect again, and start over.',
  'no-report':
    'The lock did not confirm its random in time: wake it, go nearer, and try once more.',
  'no-instruction': 'No instruction of the cloud arrived: try again when the network is better.',
  'link-in-use':
    'Other commands took the serial number of the instruction: send nothing else over the link meanwhile.',
  failed: 'The lock tried, and its bolt did not move: it may be jammed, or the battery too low.',
  'wrong-master': 'The lock takes no commands from this phone: pair it anew.',
  'wrong-slave':
    'The lock knows its user under another number than the cloud: synchronise its users.',
  'wrong-random': 'The lock was given another random meanwhile, by another phone say: try again.',
  'wrong-operation': 'The lock does not know this operation.',
  full: 'The lock holds as many randoms as it can: remove a user or a phone from it.',
  'not-found': 'The lock does not hold the random that it was told to replace: pair it anew.',
  'unknown-result': 'The vendor has no name for what the lock answered.',
} as const

export type BleReason = keyof typeof advice

export const bleError = (origin: ErrorOrigin, reason: BleReason): LockError<BleReason> =>
  new LockError(origin, reason, advice[reason])

/** The error that a result byte of the lock stands for. */
export const errorOfResult = (
  origin: ErrorOrigin,
  result: Named<BleReason>,
): LockError<BleReason> =>
  typeof result === 'string'
    ? bleError(origin, result)
    : new LockError(
        origin,
        'unknown-result',
        `It answered with ${result}, for which the vendor has no name.`,
      )

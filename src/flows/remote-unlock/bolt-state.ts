import type { ResultOfCall } from '../shared/lock-context'

/** True while the door can be opened. */
const MOTOR = 'lock_motor_state'

/**
 * The bolt as the cloud shows it: `true` drawn back. `silent` where the lock tells nothing of it, `unread` where nothing
 * could be read.
 */
export type BoltState = boolean | 'silent' | 'unread'

export const boltIn = (status: ResultOfCall<'device.status'> | undefined): BoltState => {
  if (status === undefined) return 'unread'
  const value = status.find(({ code }) => code === MOTOR)?.value
  return typeof value === 'boolean' ? value : 'silent'
}

export const motorCommand = (isOpen: boolean) => ({ code: MOTOR, value: isOpen })

/** The data point that tells of the bolt. */
export const motorIn = (report: Readonly<Record<string, unknown>>): unknown => report[MOTOR]

import type { ResultOfCall } from '../shared/lock-context'

/** True while the bolt is unlocked. */
const MOTOR = 'lock_motor_state'

/**
 * The bolt in the cloud: `true` is unlocked. `unreported` if the lock does not report its bolt, `unread` if the status could
 * not be read.
 */
export type BoltState = boolean | 'unreported' | 'unread'

export const boltIn = (status: ResultOfCall<'device.status'> | undefined): BoltState => {
  if (status === undefined) return 'unread'
  const value = status.find(({ code }) => code === MOTOR)?.value
  return typeof value === 'boolean' ? value : 'unreported'
}

export const motorCommand = (isOpen: boolean) => ({ code: MOTOR, value: isOpen })

/** The bolt in a report. */
export const motorIn = (report: Readonly<Record<string, unknown>>): unknown => report[MOTOR]

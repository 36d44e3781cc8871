import type { ResultOfCall } from '../shared/lock-context'
import { MOTOR } from './channels'

/**
 * The bolt in the cloud: `true` is unlocked.
 *
 * - `unreported`: the status was read, and the lock does not report its bolt.
 * - `unread`: the status could not be read, or its value is not a boolean. The lock may report its bolt.
 * - `unsupported`: the panel or the lock type has no operation for the status.
 */
export type BoltState = boolean | 'unreported' | 'unread' | 'unsupported'

export const boltIn = (status: ResultOfCall<'device.status'>): BoltState => {
  const point = status.find(({ code }) => code === MOTOR)
  if (point === undefined) return 'unreported'
  return typeof point.value === 'boolean' ? point.value : 'unread'
}

export const motorCommand = (isOpen: boolean) => ({ code: MOTOR, value: isOpen })

/** The bolt in a report. */
export const motorIn = (report: Readonly<Record<string, unknown>>): unknown => report[MOTOR]

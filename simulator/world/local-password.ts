import type { TemporaryPassword } from './temporary-password'

/** A temporary password that exists only on a lock, which has no names. */
export interface LocalPassword
  extends Pick<TemporaryPassword, 'pin' | 'effectiveTime' | 'invalidTime' | 'schedule'> {
  /** Its number on the lock. */
  readonly sn: number
  /** Valid for one opening. */
  readonly isOnce: boolean
}

import type { TemporaryPassword } from './temporary-password'

/** Whether a password is listed among the valid ones: those that open the door now or later. */
export const passwordIsValid = (
  { state, invalidTime }: TemporaryPassword,
  nowMs: number,
): boolean => state !== 'deleted' && state !== 'failed-to-send' && invalidTime * 1000 > nowMs

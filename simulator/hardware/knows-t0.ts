import type { Lock } from '../world/lock'

const T0 = 'password_offline_time'

/**
 * A lock computes offline passwords from the time at which it was paired. Wi-Fi locks fetch that themselves; a lock with
 * the data point has to be sent it, as decimal seconds: so its firmware reads it, whatever document 001 says.
 */
export const knowsT0 = ({ dpIds, status, pairedAt }: Lock): boolean =>
  !Object.hasOwn(dpIds, T0) ||
  status.some(({ code, value }) => code === T0 && value === String(pairedAt))

import type { Lock } from '../world/lock'

const T0 = 'password_offline_time'

/**
 * Whether a lock has T0, its pairing time, from which it computes offline passwords. Wi-Fi locks fetch T0 themselves. A lock
 * with the data point has to receive it as decimal seconds: its firmware does not read the format of document 001.
 */
export const isT0Set = ({ dpIds, status, pairedAt }: Lock): boolean =>
  !Object.hasOwn(dpIds, T0) ||
  status.some(({ code, value }) => code === T0 && value === String(pairedAt))

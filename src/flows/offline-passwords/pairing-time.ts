import { ParamsError } from '../../core/errors/params-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { LockContext } from '../shared/lock-context'
import { offlineError, SEND_T0, t0Origin } from './offline-error'

/** T0 before it is sent. */
export interface PairingTime {
  /** Seconds since 1970; ten digits, as the lock reads it. */
  readonly seconds: number
  /** The data points of the lock in the cloud, if they were read. */
  readonly status: readonly { readonly code: string; readonly value: unknown }[]
}

const FIRST_S = 1_000_000_000
const LAST_S = 0xffffffff

const isPairingTime = (seconds: number): boolean => seconds >= FIRST_S && seconds <= LAST_S

/** From the caller, or `active_time` of the cloud (document 001, lines 1943-2015). */
export const pairingTimeOf = async (
  { call, deviceId }: LockContext,
  pairedAtMs: number | undefined,
  signal: AbortSignalLike | undefined,
): Promise<PairingTime> => {
  if (pairedAtMs !== undefined) {
    const seconds = Math.floor(pairedAtMs / 1000)
    if (isPairingTime(seconds)) return { seconds, status: [] }
    throw new ParamsError(t0Origin, [
      { path: 'pairedAtMs', message: 'expected milliseconds since 1970' },
    ])
  }
  const devices = await call('device.getListByIds', { device_ids: deviceId }, { signal })
  const device = devices.find(({ id }) => id === deviceId)
  // The cloud omits unknown devices.
  if (device === undefined)
    throw offlineError(SEND_T0, 'no-such-lock', 'Check whether the account still has it.')
  const { active_time, status } = device
  if (active_time === undefined || !isPairingTime(active_time))
    throw offlineError(SEND_T0, 'no-pairing-time', 'Pair the lock again.')
  return { seconds: active_time, status }
}

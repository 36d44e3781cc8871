import type { LockContext } from '../shared/lock-context'
import { offlineError } from './offline-error'

export interface Renaming {
  readonly name: string
  /** The phone number that the password was sent to; the vendor requires the field, empty means none. @default '' */
  readonly phone?: string
}

export const rename = async (
  { call, deviceId }: LockContext,
  pwdId: string,
  { name, phone = '' }: Renaming,
): Promise<void> => {
  const params = { devId: deviceId, pwdId, pwdName: name, mobile: phone }
  if (await call('tuya.m.device.lock.offlinepwd.bind', params)) return
  throw offlineError('rename', 'not-renamed', 'Check whether it is still listed.')
}

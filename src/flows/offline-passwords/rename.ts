import type { LockContext } from '../shared/lock-context'
import { offlineError } from './offline-error'

export interface Renaming {
  readonly name: string
  /** The phone that it was sent to; the vendor wants one, and empty text stands for none. @default '' */
  readonly phone?: string
}

export const rename = async (
  { call, deviceId }: LockContext,
  pwdId: string,
  { name, phone = '' }: Renaming,
): Promise<void> => {
  const params = { devId: deviceId, pwdId, pwdName: name, mobile: phone }
  if (await call('tuya.m.device.lock.offlinepwd.bind', params)) return
  throw offlineError('rename', 'not-renamed', 'Look whether it is still listed.')
}

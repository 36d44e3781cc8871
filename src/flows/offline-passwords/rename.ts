import type { LockContext } from '../shared/lock-context'
import { offlineError } from './offline-error'
import { ROUTE_RENAME, renameOverRoutes } from './over-routes'

/** The input of `rename` of an offline password. */
export interface Renaming {
  /** The new name. */
  readonly name: string
  /** The phone number that the password was sent to; the vendor requires the field, empty means none. @default '' */
  readonly phone?: string
}

type Rename = typeof renameOverRoutes

const PANEL_RENAME = 'tuya.m.device.lock.offlinepwd.bind'

const renameOverPanel: Rename = ({ call, deviceId }, pwdId, { name, phone = '' }) =>
  call(PANEL_RENAME, { devId: deviceId, pwdId, pwdName: name, mobile: phone })

export const rename = async (
  context: LockContext,
  id: string,
  renaming: Renaming,
): Promise<void> => {
  const send = context.selectOperation<Rename>('offlinePasswords.rename', [
    [PANEL_RENAME, renameOverPanel],
    [ROUTE_RENAME, renameOverRoutes],
  ])
  if (await send(context, id, renaming)) return
  throw offlineError('rename', 'not-renamed', 'Check whether it is still listed.')
}

import { over, TICKET } from '../shared/channel'

const PASSWORD = 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}'
export const FREEZE = `${PASSWORD}/freeze-password` as const
export const UNFREEZE = `${PASSWORD}/unfreeze-password` as const
export const CREATE = 'doorLock.createTemporaryPassword'
export const LIST = 'doorLock.getTemporaryPasswordList'
export const GET = 'doorLock.getTemporaryPassword'
export const MODIFY = 'doorLock.modifyTemporaryPassword'
export const DELETE = 'doorLock.deleteTemporaryPassword'
export const PANEL_CREATE = 'tuya.m.device.lock.temppwd.create'
export const PANEL_LIST = 'tuya.m.device.lock.temppwd.list'
export const PANEL_DELETE = 'tuya.m.device.lock.temppwd.del'

export const passwordChannels = {
  temporaryPasswords: [
    { operations: [CREATE, TICKET, LIST], options: ['passwordCipher'] },
    { operations: [PANEL_CREATE, PANEL_LIST], options: ['panelPasswordCipher'] },
  ],
  changedPasswords: [/*#__PURE__*/ over(MODIFY, GET)],
  frozenPasswords: [/*#__PURE__*/ over(FREEZE, UNFREEZE)],
  removedPasswords: [/*#__PURE__*/ over(DELETE), /*#__PURE__*/ over(PANEL_DELETE)],
} as const

import { over, overPoint, TICKET } from '../shared/channel'

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

/** Data points 51 to 53 of Bluetooth locks, as the vendor spells them. */
export const CREATE_POINT = 'temporary_password_creat'
export const DELETE_POINT = 'temporary_password_delete'
export const MODIFY_POINT = 'temporary_password_modify'

export const passwordChannels = {
  temporaryPasswords: [
    { operations: [CREATE, TICKET, LIST], options: ['passwordCipher'] },
    { operations: [PANEL_CREATE, PANEL_LIST], options: ['panelPasswordCipher'] },
    /*#__PURE__*/ overPoint(CREATE_POINT),
  ],
  changedPasswords: [/*#__PURE__*/ over(MODIFY, GET), /*#__PURE__*/ overPoint(MODIFY_POINT)],
  frozenPasswords: [/*#__PURE__*/ over(FREEZE, UNFREEZE)],
  removedPasswords: [
    /*#__PURE__*/ over(DELETE),
    /*#__PURE__*/ over(PANEL_DELETE),
    /*#__PURE__*/ overPoint(DELETE_POINT),
  ],
} as const

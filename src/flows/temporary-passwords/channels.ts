import { over, TICKET } from '../shared/channel'

const PASSWORD = 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}'
export const FREEZE = `${PASSWORD}/freeze-password` as const
export const UNFREEZE = `${PASSWORD}/unfreeze-password` as const

/** Data points 51 to 53 of Bluetooth locks, as the vendor spells them. */
export const CREATE_POINT = 'temporary_password_creat'
export const DELETE_POINT = 'temporary_password_delete'
export const MODIFY_POINT = 'temporary_password_modify'

export const passwordChannels = {
  temporaryPasswords: [
    { operations: [TICKET, 'doorLock.createTemporaryPassword'], options: ['passwordCipher'] },
    {
      operations: ['tuya.m.device.lock.temppwd.create', 'tuya.m.device.lock.temppwd.list'],
      options: ['panelPasswordCipher'],
    },
    { options: ['dataPoints'], dataPoint: CREATE_POINT, inSchema: CREATE_POINT },
  ],
  frozenPasswords: [/*#__PURE__*/ over(FREEZE)],
} as const

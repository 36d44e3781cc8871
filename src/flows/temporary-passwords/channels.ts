import { over, TICKET } from '../shared/channel'

const PASSWORD = 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}'
export const FREEZE = `${PASSWORD}/freeze-password` as const
export const UNFREEZE = `${PASSWORD}/unfreeze-password` as const

export const passwordChannels = {
  temporaryPasswords: [
    { operations: [TICKET, 'doorLock.createTemporaryPassword'], options: ['passwordCipher'] },
    {
      operations: ['tuya.m.device.lock.temppwd.create', 'tuya.m.device.lock.temppwd.list'],
      options: ['panelPasswordCipher'],
    },
  ],
  frozenPasswords: [/*#__PURE__*/ over(FREEZE)],
} as const

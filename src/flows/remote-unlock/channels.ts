import { over, TICKET } from '../shared/channel'

export const FREE_OPEN = 'doorLock.passwordFreeOpen'
export const OPEN_DOOR = 'doorLock.openDoor'
export const CONTROL = 'device.control'
/** Unlocks and locks with a ticket: the only route that locks. It refuses a sleeping Bluetooth lock before execution. */
export const OPERATE = 'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate'
/** True while the bolt is unlocked. */
export const MOTOR = 'lock_motor_state'

export const remoteUnlockChannels = {
  remoteUnlock: [/*#__PURE__*/ over(TICKET, FREE_OPEN)],
  remoteUnlockWithPassword: [{ operations: [TICKET, OPEN_DOOR], options: ['passwordCipher'] }],
  remoteLock: [
    /*#__PURE__*/ over(CONTROL),
    { options: ['dataPoints'], inSchema: MOTOR },
    /*#__PURE__*/ over(TICKET, OPERATE),
  ],
} as const

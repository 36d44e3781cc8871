import { over, TICKET } from '../shared/channel'

export const FREE_OPEN = 'doorLock.passwordFreeOpen'
export const OPEN_DOOR = 'doorLock.openDoor'
export const CONTROL = 'device.control'
/** Unlocks and locks with a ticket: the only route that locks. It refuses a sleeping Bluetooth lock before execution. */
export const OPERATE = 'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate'
/** The panel API of Zigbee locks, which moves the bolt both ways. */
export const EXECUTE = 'tuya.m.zigbee.lock.remotepwd.execute'
/** True while the bolt is unlocked. */
export const MOTOR = 'lock_motor_state'

export const remoteUnlockChannels = {
  remoteUnlock: [/*#__PURE__*/ over(TICKET, FREE_OPEN), /*#__PURE__*/ over(EXECUTE)],
  remoteUnlockWithPassword: [{ operations: [TICKET, OPEN_DOOR], options: ['passwordCipher'] }],
  remoteLock: [
    /*#__PURE__*/ over(CONTROL),
    /*#__PURE__*/ over(EXECUTE),
    { options: ['dataPoints'], inSchema: MOTOR },
    /*#__PURE__*/ over(TICKET, OPERATE),
  ],
} as const

import { over, TICKET } from '../shared/channel'

export const FREE_OPEN = 'doorLock.passwordFreeOpen'
export const OPEN_DOOR = 'doorLock.openDoor'
export const CONTROL = 'device.control'
/** Unlocks and locks with a ticket: the only route that locks. It refuses a sleeping Bluetooth lock before execution. */
export const OPERATE = 'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate'
/** The panel API of Zigbee locks, which moves the bolt both ways. */
export const EXECUTE = 'tuya.m.zigbee.lock.remotepwd.execute'
/** Rejects the request at the door. */
export const REJECT = 'doorLock.cancelPasswordFreeOpen'
export const SWITCHES = 'doorLock.remoteUnlocks'
export const CONFIG = 'doorLock.remoteUnlockConfig'
export const PANEL_SWITCHES = 'tuya.m.device.props.fetch'
export const PANEL_CONFIG = 'tuya.m.device.props.save'
/** True while the bolt is unlocked. */
export const MOTOR = 'lock_motor_state'

export const remoteUnlockChannels = {
  remoteUnlock: [/*#__PURE__*/ over(FREE_OPEN, TICKET), /*#__PURE__*/ over(EXECUTE)],
  remoteUnlockWithPassword: [{ operations: [OPEN_DOOR, TICKET], options: ['passwordCipher'] }],
  remoteLock: [
    /*#__PURE__*/ over(CONTROL),
    /*#__PURE__*/ over(EXECUTE),
    { options: ['dataPoints'], inSchema: MOTOR },
    /*#__PURE__*/ over(OPERATE, TICKET),
  ],
  remoteUnlockSwitch: [
    /*#__PURE__*/ over(CONFIG, SWITCHES),
    /*#__PURE__*/ over(PANEL_CONFIG, PANEL_SWITCHES),
  ],
} as const

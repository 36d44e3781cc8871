import { over } from '../shared/channel'

export const NEWER = 'doorLock.bleOpenInstruction'
/** It only unlocks. */
export const OLDER = 'doorLock.unlockInstruction'
export const CONFIG = 'doorLock.getIssuedConfig'

/** It receives the random number, with which each session begins. */
export const SESSION_POINT = 'check_code_set'

export const bluetoothChannels = {
  bluetooth: [
    /*#__PURE__*/ over(NEWER, CONFIG),
    /*#__PURE__*/ over(OLDER, CONFIG),
    {
      operations: ['tuya.m.device.member.panel.get'],
      options: ['dataPoints', 'lockRandom'],
      dataPoint: 'ble_unlock_check',
    },
  ],
  bluetoothSession: [
    /*#__PURE__*/ over(CONFIG),
    { options: ['dataPoints', 'lockSync'], dataPoint: SESSION_POINT },
  ],
} as const

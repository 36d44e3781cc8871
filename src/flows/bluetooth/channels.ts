import { over } from '../shared/channel'

export const NEWER = 'doorLock.bleOpenInstruction'
/** It only unlocks. */
export const OLDER = 'doorLock.unlockInstruction'
const CONFIG = 'doorLock.getIssuedConfig'

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
} as const

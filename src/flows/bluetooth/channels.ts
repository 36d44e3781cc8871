import { over } from '../shared/channel'

export const NEWER = 'doorLock.bleOpenInstruction'
/** It only unlocks. */
export const OLDER = 'doorLock.unlockInstruction'
export const CONFIG = 'doorLock.getIssuedConfig'

/** Over a link of the app, with an instruction of the cloud. */
const overLink = [/*#__PURE__*/ over(NEWER, CONFIG), /*#__PURE__*/ over(OLDER, CONFIG)] as const

export const bluetoothChannels = {
  bluetooth: [
    ...overLink,
    {
      operations: ['tuya.m.device.member.panel.get'],
      options: ['dataPoints', 'lockRandom'],
      dataPoint: 'ble_unlock_check',
    },
  ],
} as const

import { over } from '../shared/channel'

export const bluetoothChannels = {
  bluetooth: [
    /*#__PURE__*/ over('doorLock.getIssuedConfig', 'doorLock.bleOpenInstruction'),
    /*#__PURE__*/ over('doorLock.getIssuedConfig', 'doorLock.unlockInstruction'),
    {
      operations: ['tuya.m.device.member.panel.get'],
      options: ['dataPoints', 'lockRandom'],
      dataPoint: 'ble_unlock_check',
    },
  ],
} as const

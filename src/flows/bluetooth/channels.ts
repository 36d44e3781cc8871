import { over } from '../shared/channel'

export const bluetoothChannels = {
  bluetooth: [
    /*#__PURE__*/ over('doorLock.getIssuedConfig', 'doorLock.bleOpenInstruction'),
    /*#__PURE__*/ over('doorLock.getIssuedConfig', 'doorLock.unlockInstruction'),
  ],
} as const

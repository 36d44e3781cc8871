import { over } from '../shared/channel'

export const recordChannels = {
  records: [
    /*#__PURE__*/ over('doorLock.listRecords'),
    /*#__PURE__*/ over('doorLock.operateRecords'),
    /*#__PURE__*/ over('doorLock.openingLogs'),
    /*#__PURE__*/ over('doorLock.alarmLogs'),
    { operations: ['tuya.m.scale.history.list'], options: ['schema'] },
    { operations: ['tuya.m.device.lock.alarm.list'], options: ['schema'] },
    /*#__PURE__*/ over('tuya.m.scale.history.list', 'doorLock.getAvailableInstructions'),
  ],
} as const
